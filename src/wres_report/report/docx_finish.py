"""Finishes the Word file that pandoc or Quarto wrote.

What pandoc leaves to Word is done here, so that the file is right when it is first opened: the
contents list its entries, captions carry real sequence fields, every section has its header and
footer, rows stay whole, and equal reports are equal bytes.
"""

from __future__ import annotations

import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

from lxml import etree

from wres_report.files import write_package

from .anchors import anchor_own_words, finish_anchors, without_values
from .docx_numbering import number_headings
from .docx_text import (
    drop_blank_lines,
    finish_captions,
    finish_contents,
    finish_headings,
    finish_tables,
    keep_signatures,
    styled,
)
from .errors import RenderError
from .office_properties import core_properties, custom_properties, page_mark
from .ooxml import W, find, iter_tags, make, parse, serialise, text_of

DOCUMENT, SETTINGS = "word/document.xml", "word/settings.xml"
CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"
NOTES = "word/footnotes.xml"
COMMON = ("pgSz", "pgMar")


def finish(path: Path, metadata: dict[str, Any], epoch: int) -> None:
    """Finish the file at ``path`` in place.

    Parameters
    ----------
    metadata
        The document's metadata: ``title``, ``wres.trust``, ``wres.state``, ``wres.synthetic``.
    epoch
        Seconds since 1970 that stand in the file as its date.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (OSError, zipfile.BadZipFile) as fault:
        raise RenderError("The Word file cannot be read.", where=path.name) from fault
    body = parse(parts[DOCUMENT])
    anchor_own_words(body)
    finish_cover(body)
    finish_headings(body)
    finish_contents(body)
    numbering, styles = parse(parts[NUMBERING]), parse(parts[STYLES])
    number_headings(body, numbering, styles)
    parts[NUMBERING], parts[STYLES] = serialise(numbering), serialise(styles)
    finish_captions(body)
    drop_blank_lines(body)
    finish_tables(body)
    keep_signatures(body)
    finish_sections(body)
    number_pictures(body)
    finish_anchors(body)
    parts[DOCUMENT] = serialise(body)
    if NOTES in parts:
        parts[NOTES] = serialise(without_values(parse(parts[NOTES])))
    for name in parts:
        if name.startswith("word/header") and name.endswith(".xml"):
            parts[name] = finish_header(parts[name], metadata)
    parts[SETTINGS] = finish_settings(parts[SETTINGS])
    parts[CORE] = core_properties(metadata, epoch)
    parts[CUSTOM] = custom_properties(metadata)
    write_package(path, parts, epoch)


def finish_cover(document: etree._Element) -> None:
    """The trust's name comes before the title."""
    found = dict(styled(document))
    author, title = found.get("Author"), found.get("Title")
    if author is not None and title is not None:
        title.addprevious(author)


def finish_sections(document: etree._Element) -> None:
    """Every section gets the header, footer and margins; only the cover goes without header."""
    sections = list(iter_tags(document, "sectPr"))
    last = sections[-1]
    references = [
        child for child in last if child.tag in (W + "headerReference", W + "footerReference")
    ]
    for index, section in enumerate(sections):
        if section is not last:
            for reference in reversed(references):
                section.insert(0, deepcopy(reference))
            for name in COMMON:
                if find(section, name) is None and find(last, name) is not None:
                    section.append(deepcopy(find(last, name)))
        for old in section.findall(W + "titlePg"):
            section.remove(old)
        if index == 0:
            # The order of elements is fixed by the schema: titlePg follows the columns.
            section.append(make("titlePg"))
    for section in sections[:-1]:
        paragraph = section.getparent().getparent()
        before = paragraph.getprevious()
        # An upright section that would hold nothing between two turned ones is left out.
        if before is not None and before.tag == W + "p" and find(before, "pPr/sectPr") is not None:
            paragraph.getparent().remove(paragraph)


def number_pictures(document: etree._Element) -> None:
    """Pictures get numbers of their own: Word repairs a file that uses one twice.

    pandoc describes the drawing within a picture by the file that it came from.
    """
    for number, properties in enumerate(document.iter("{*}docPr"), start=1):
        properties.set("id", str(number))
        properties.set("name", f"Picture {number}")
        properties.attrib.pop("title", None)
        for drawing in properties.getparent().iter("{*}cNvPr"):
            drawing.set("descr", properties.get("descr", ""))


def finish_header(content: bytes, metadata: dict[str, Any]) -> bytes:
    """Shows trust and title, and what each page says of the report's state."""
    root = parse(content)
    wres = metadata.get("wres") or {}
    trust = str(wres.get("trust") or metadata.get("author") or "")
    words = {"trust": trust, "title": str(metadata.get("title") or "")}
    for run in root.iter(W + "t"):
        run.text = words.get(run.text or "", run.text)
    mark = page_mark(metadata)
    paragraph = root.find(W + "p")
    # The header of the cover is empty: the cover says it in its own words.
    if mark and paragraph is not None and text_of(paragraph):
        paragraph.append(
            make("r", make("rPr", make("b")), make("t", text=f"  ·  {mark}", space=True))
        )
    return serialise(root)


def finish_settings(content: bytes) -> bytes:
    """Word shall not ask to update fields when it opens the file: they are right as they are."""
    root = parse(content)
    for old in root.findall(W + "updateFields"):
        root.remove(old)
    return serialise(root)
