"""Finishes the slides that pandoc or Quarto wrote.

What pandoc leaves out is done here: pictures and tables say what they show, every shape has a
number of its own, each slide has its foot and its number, text and tables fit, and equal reports
are equal bytes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from copy import deepcopy
from itertools import count
from pathlib import Path
from typing import Any

from lxml import etree

from wres_report.files import write_package
from wres_report.words import counted

from .errors import RenderError
from .office_properties import core_properties, custom_properties, page_mark
from .ooxml import parse
from .pptx_fit import fit_slide

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
ROUNDED = 12700
# The parts of a layout that each slide repeats, and how a slide calls them.
FOOT = {"ftr": "Footer", "sldNum": "Slide number"}


def finish(path: Path, metadata: dict[str, Any], epoch: int) -> None:
    """Finish the file at ``path`` in place.

    metadata: of the document: ``title``, ``lang``, ``wres.document``, ``wres.state``,
    ``wres.synthetic``. epoch: seconds since 1970 that stand in the file as its date. Raises
    ``RenderError`` for a file that is no package.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
    except (OSError, zipfile.BadZipFile) as fault:
        raise RenderError("The slides cannot be read.", where=path.name) from fault
    language = str(metadata.get("lang") or "en-GB")
    for name in [name for name in parts if SLIDE.fullmatch(name)]:
        slide, layout = parse(parts[name]), parse(parts[layout_of(name, parts)])
        name_pictures(slide)
        raise_pictures(slide, layout)
        name_tables(slide)
        fit_slide(slide, layout)
        add_foot(slide, layout, foot_words(metadata))
        number_shapes(slide)
        speak(slide, language)
        parts[name] = _bytes(slide)
    for name in [name for name in parts if name.startswith("ppt/notesSlides/notesSlide")]:
        notes = parse(parts[name])
        speak(notes, language)
        parts[name] = _bytes(notes)
    parts["docProps/core.xml"] = core_properties(metadata, epoch)
    parts["docProps/custom.xml"] = custom_properties(metadata)
    write_package(path, parts, epoch)


def layout_of(slide: str, parts: dict[str, bytes]) -> str:
    """The name of the part that holds a slide's layout."""
    folder, _, file = slide.rpartition("/")
    relations = parse(parts[f"{folder}/_rels/{file}.rels"])
    target = next(one.get("Target", "") for one in relations if "/slideLayout" in one.get("Type"))
    return posixpath.normpath(posixpath.join(folder, target))


def name_pictures(slide: etree._Element) -> None:
    """The description of a picture is its text alternative; pandoc adds the name of its file.

    pandoc puts two line breaks between, which every reader of XML takes for two spaces.
    """
    for number, picture in enumerate(slide.iter(f"{P}pic"), start=1):
        properties = picture.find(f"{P}nvPicPr/{P}cNvPr")
        properties.set("descr", properties.get("descr", "").rpartition("  ")[0].strip())
        properties.set("name", f"Chart {number}")


def raise_pictures(slide: etree._Element, layout: etree._Element) -> None:
    """A picture starts at the top of its room, below its text; pandoc puts it in the middle."""
    rooms = [frame for shape in layout.iter(f"{P}sp")
             if (frame := shape.find(f"{P}spPr/{A}xfrm")) is not None]  # fmt: skip
    for picture in slide.iter(f"{P}pic"):
        place = picture.find(f"{P}spPr/{A}xfrm/{A}off")
        for room in rooms:
            (left, top), (width, height) = (
                [int(room.find(f"{A}{part}").get(side)) for side in sides]
                for part, sides in (("off", ("x", "y")), ("ext", ("cx", "cy")))
            )
            # pandoc rounds places to a tenth of an inch.
            if top <= int(place.get("y")) + ROUNDED <= top + height and (
                left <= int(place.get("x")) + ROUNDED <= left + width
            ):
                place.set("y", str(top))
                break


def name_tables(slide: etree._Element) -> None:
    """A table says how many rows it has, and its columns."""
    for number, frame in enumerate(slide.iter(f"{P}graphicFrame"), start=1):
        table = next(frame.iter(f"{A}tbl"), None)
        if table is None:
            continue
        rows = table.findall(f"{A}tr")
        heads = [_text(cell) for cell in rows[0].findall(f"{A}tc")] if rows else []
        properties = frame.find(f"{P}nvGraphicFramePr/{P}cNvPr")
        properties.set("name", f"Table {number}")
        count_ = len(rows) - 1
        rows_in_words = counted(count_, "row")
        properties.set("descr", f"Table of {rows_in_words} with the columns {', '.join(heads)}")
        flags = table.find(f"{A}tblPr")
        if flags is not None:
            flags.set("firstRow", "1")
            flags.set("bandRow", "0")


def foot_words(metadata: dict[str, Any]) -> str:
    """What stands at the foot of every slide; with what the report's state calls for."""
    wres = metadata.get("wres") or {}
    words = [str(wres.get("document") or metadata.get("title") or "")]
    if wres.get("snapshot"):
        words.append(f"data as at {wres['snapshot']}")
    words.append(page_mark(metadata))
    return "  ·  ".join(filter(None, words))


def add_foot(slide: etree._Element, layout: etree._Element, words: str) -> None:
    """Repeat what the layout has of foot and number, last in the order of reading."""
    shapes = slide.find(f"{P}cSld/{P}spTree")
    for kind, name in FOOT.items():
        if _placeholder(slide, kind) is not None:
            continue
        original = _placeholder(layout, kind)
        if original is None:
            continue
        shape = deepcopy(original)
        shape.find(f"{P}nvSpPr/{P}cNvPr").set("name", name)
        frame = shape.find(f"{P}spPr")
        for child in list(frame):  # where it stands is the layout's to say
            frame.remove(child)
        body = shape.find(f"{P}txBody")
        if kind == "ftr":
            for paragraph in body.findall(f"{A}p"):
                body.remove(paragraph)
            run = etree.SubElement(etree.SubElement(body, f"{A}p"), f"{A}r")
            etree.SubElement(run, f"{A}rPr")
            etree.SubElement(run, f"{A}t").text = words
        shapes.append(shape)


def number_shapes(slide: etree._Element) -> None:
    """Shapes get numbers of their own: PowerPoint repairs a file that uses one twice."""
    numbers = count(1)
    for properties in slide.iter(f"{P}cNvPr"):
        properties.set("id", str(next(numbers)))


def speak(part: etree._Element, language: str) -> None:
    """Every run says in which language it is to be read aloud."""
    for run in part.iter(f"{A}r", f"{A}fld"):
        properties = run.find(f"{A}rPr")
        if properties is None:
            properties = etree.Element(f"{A}rPr")
            run.insert(0, properties)
        properties.set("lang", language)


def _placeholder(part: etree._Element, kind: str) -> etree._Element | None:
    for shape in part.iter(f"{P}sp"):
        found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if found is not None and found.get("type") == kind:
            return shape
    return None


def _text(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{A}t"))


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
