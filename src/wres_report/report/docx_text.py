"""Headings, contents, captions and tables of the finished Word file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .ooxml import W, field, find, iter_tags, make, run, text_of

NUMBERED = re.compile(r"^(\d+(?:\.\d+)*)\.?(?:\s+|$)")
CAPTION = re.compile(r"^(Figure|Table)[\s\u00a0](\d+)")
MANY_COLUMNS = 7
HEADINGS = {"Heading1": 1, "Heading2": 2}
# Styles of text that would touch the table above it.
CLOSE_BELOW = {"BodyText", "Compact"}


def styled(document: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Each paragraph that has a style, with the name of the style before it, in order."""
    for style in iter_tags(document, "pStyle"):
        yield str(style.get(W + "val")), style.getparent().getparent()


def finish_headings(document: etree._Element) -> None:
    """Numbers of headings look alike from both renderers; a page break joins its heading."""
    for style, paragraph in list(styled(document)):
        if style not in HEADINGS:
            continue
        text = text_of(paragraph)
        match = NUMBERED.match(text)
        if match:
            _drop_start(paragraph, match.end())
            number = [run(match.group(1), "SectionNumber"), make("r", make("tab"))]
            place = find(paragraph, "pPr")
            for element in reversed(number):
                place.addnext(element)  # type: ignore[union-attr]
        _join_page_break(paragraph)


def _drop_start(paragraph: etree._Element, length: int) -> None:
    """Take the first ``length`` characters (a tab counts as one) off a paragraph, with the runs
    that hold nothing else."""
    for part in list(paragraph.iter(W + "t", W + "tab")):
        if part.getparent().tag != W + "r":
            continue
        if length <= 0:
            return
        if part.tag == W + "t":
            text = part.text or ""
            part.text = text[length:]
            length -= min(length, len(text))
        else:
            length -= 1
        if part.tag == W + "tab" or not part.text:
            _remove_with_its_run(part)


def _remove_with_its_run(part: etree._Element) -> None:
    holder = part.getparent()
    holder.remove(part)
    if all(child.tag == W + "rPr" for child in holder):
        holder.getparent().remove(holder)


def _join_page_break(heading: etree._Element) -> None:
    """A paragraph that holds only a page break leaves an empty line above the heading: the
    heading itself can start the page."""
    before = heading.getprevious()
    while before is not None and before.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        before = before.getprevious()
    if before is None or before.tag != W + "p" or text_of(before):
        return
    found = before.find(f"{W}r/{W}br")
    if found is not None and found.get(W + "type") == "page":
        before.getparent().remove(before)
        properties = find(heading, "pPr")
        if properties is not None:
            properties.insert(1, make("pageBreakBefore"))


def finish_contents(document: etree._Element) -> None:
    """Fill the contents with the headings of two levels, each a link.

    Page numbers are left to Word, which knows its own pages: the field shows them as soon as it
    is updated. Until then the entries stand without, which is better than a number that is wrong.
    """
    holder = next(
        (h for h in iter_tags(document, "sdt") if find(h, "sdtPr/docPartObj") is not None), None
    )
    if holder is None:
        return
    content = find(holder, "sdtContent")
    paragraphs = [] if content is None else content.findall(W + "p")
    if content is None or len(paragraphs) < 2:
        return
    entries: list[tuple[int, str, str, str]] = []
    for style, paragraph in styled(document):
        level = HEADINGS.get(style)
        if level:
            number, _, words = text_of(paragraph).partition("\t")
            entries.append((level, number, words, _bookmark(paragraph, len(entries) + 1)))
    for old in paragraphs[1:]:
        content.remove(old)
    code = 'TOC \\o "1-2" \\h \\z \\u'
    for index, (level, number, words, name) in enumerate(entries):
        # An unnumbered heading has no tab: its words stand where the number would.
        shown = [run(number)] + ([make("r", make("tab")), run(words)] if words else [])
        link = make("hyperlink", *shown, anchor=name, history="1")
        paragraph = make("p", make("pPr", make("pStyle", val=f"TOC{level}")), link)
        parts = field(code)
        if index == 0:
            for element in reversed(parts[:3]):
                link.addprevious(element)
                link = element
        if index == len(entries) - 1:
            paragraph.append(parts[3])
        content.append(paragraph)


def _bookmark(heading: etree._Element, number: int) -> str:
    """Put the bookmark that a contents entry leads to around a heading."""
    name = f"_Toc{number:08d}"
    place = find(heading, "pPr")
    identifier = str(900000 + number)
    if place is not None:
        place.addnext(make("bookmarkStart", id=identifier, name=name))
        heading.append(make("bookmarkEnd", id=identifier))
    return name


def finish_captions(document: etree._Element) -> None:
    """Numbers of captions become sequence fields, so that Word can list and renumber them."""
    for style, paragraph in styled(document):
        if style not in {"TableCaption", "ImageCaption"}:
            continue
        match = CAPTION.match(text_of(paragraph))
        place = find(paragraph, "pPr")
        if not match or place is None:
            continue
        _drop_start(paragraph, match.end())
        name, number = match.groups()
        parts = [run(f"{name}\u00a0"), *field(f"SEQ {name} \\* ARABIC", run(number))]
        for element in reversed(parts):
            place.addnext(element)


def drop_blank_lines(document: etree._Element) -> None:
    """Quarto puts an empty paragraph between two figures or tables; their captions part them."""
    for style, paragraph in list(styled(document)):
        words = text_of(paragraph).strip()
        more = paragraph.iter(
            W + "drawing", W + "br", W + "sectPr", W + "fldChar", W + "bookmarkStart"
        )
        if style != "BodyText" or words or next(more, None) is not None:
            continue
        following = paragraph.getnext()
        while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
            following = following.getnext()
        if following is not None and following.tag == W + "p":
            paragraph.getparent().remove(paragraph)


def keep_signatures(document: etree._Element) -> None:
    """The end of what is signed stays on the page of its signature."""
    for style, paragraph in list(styled(document)):
        before = paragraph.getprevious()
        while before is not None and before.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
            before = before.getprevious()
        if style != "Signature" or before is None or before.tag != W + "p":
            continue
        above = find(before, "pPr/pStyle")
        if above is not None and find(before, "pPr/keepNext") is None:
            above.addnext(make("keepNext"))


def finish_tables(document: etree._Element) -> None:
    """Rows stay whole across pages; the first column is announced as the head of its row; a
    table of many columns gets smaller text, for which its widths were computed. Each has its
    caption for an alternative text, and room between it and what follows."""
    captions = [p for style, p in styled(document) if style == "TableCaption"]
    captioned = {following: caption for caption in captions
                 if (following := _table_after(caption)) is not None}  # fmt: skip
    for table in iter_tags(document, "tbl"):
        if table in captioned:
            _describe(table, text_of(captioned[table]))
        _part_from_text(table)
        if len(table.findall(f"{W}tblGrid/{W}gridCol")) >= MANY_COLUMNS:
            _shrink(table)
        for look in table.findall(f"{W}tblPr/{W}tblLook"):
            look.set(W + "firstColumn", "1")
            look.set(W + "val", "00A0")
        for row in table.findall(W + "tr"):
            properties = find(row, "trPr")
            if properties is None:
                properties = make("trPr")
                row.insert(0, properties)
            properties.insert(0, make("cantSplit"))
        _draw_lists_in(table)


def _table_after(caption: etree._Element) -> etree._Element | None:
    """The table that a caption stands above."""
    following = caption.getnext()
    while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        following = following.getnext()
    return following if following is not None and following.tag == W + "tbl" else None


def _describe(table: etree._Element, caption: str) -> None:
    """The alternative text, which a screen reader tells before it enters the table."""
    head = table.find(W + "tr")
    columns = [] if head is None else [text_of(cell).strip() for cell in head.findall(W + "tc")]
    properties = find(table, "tblPr")
    if properties is not None:
        told = ", ".join(name for name in columns if name)
        properties.append(make("tblCaption", val=caption.replace("\u00a0", " ")))
        properties.append(make("tblDescription", val=f"Columns: {told}."))


def _part_from_text(table: etree._Element) -> None:
    """Room above a paragraph of text that follows a table, which has no spacing of its own."""
    following = table.getnext()
    while following is not None and following.tag in (W + "bookmarkStart", W + "bookmarkEnd"):
        following = following.getnext()
    if following is None or following.tag != W + "p":
        return
    properties = find(following, "pPr")
    style = None if properties is None else find(properties, "pStyle")
    if properties is None or style is None or style.get(W + "val") not in CLOSE_BELOW:
        return
    if len(properties) == 1:  # what has more, such as an item of a list, has its own spacing
        properties.append(make("spacing", before="160"))


def _draw_lists_in(table: etree._Element) -> None:
    """Lists in a cell start at its edge: the usual indent is for the width of a page."""
    for paragraph in iter_tags(table, "p"):
        numbering = find(paragraph, "pPr/numPr")
        if numbering is not None:
            numbering.addnext(make("ind", left="255", hanging="198"))


def _shrink(table: etree._Element) -> None:
    for part in iter_tags(table, "r"):
        properties = find(part, "rPr")
        if properties is None:
            properties = make("rPr")
            part.insert(0, properties)
        for name in ("sz", "szCs"):
            properties.append(make(name, val="16"))
