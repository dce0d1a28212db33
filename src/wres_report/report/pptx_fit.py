"""Makes the text of a slide fit into its room: tables and texts get the largest size that does.

PowerPoint would shrink a text when it is first edited, not when the file is opened, and a table
never. So the size is chosen here, from how many lines each text will take.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POINT = 12700  # English Metric Units
# Sizes in points, the largest first; below the last a room cannot read it.
TABLE_SIZES = (16, 15, 14, 13, 12, 11, 10)
TEXT_SIZES = (18, 16, 15, 14, 13, 12)
LETTER = 0.53  # mean width of a letter of Arial, of its size
LEADING = 1.2
INSET = 14.4  # points: the room at both sides of a text
PAD = 8.0  # points: above and below the text of a cell


def fit_slide(slide: etree._Element, layout: etree._Element) -> None:
    """Set the sizes of the texts and tables of a slide, in the rooms that its layout gives."""
    rooms = _rooms(layout)
    for frame in slide.iter(f"{P}graphicFrame"):
        table = next(frame.iter(f"{A}tbl"), None)
        extent = frame.find(f"{P}xfrm/{A}ext")
        if table is not None and extent is not None:
            fit_table(table, int(extent.get("cy", "0")) / POINT)
    for shape in slide.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        body = shape.find(f"{P}txBody")
        if place is None or body is None or place.get("type") in ("title", "ctrTitle"):
            continue
        room = rooms.get(place.get("idx", ""))
        if room is not None:
            fit_text(body, *room)


def fit_table(table: etree._Element, height: float) -> None:
    """Give the runs of a table one size, so that it stays within a height in points."""
    widths = [int(column.get("w", "0")) / POINT for column in table.iter(f"{A}gridCol")]
    rows = [[_text(cell) for cell in row.findall(f"{A}tc")] for row in table.findall(f"{A}tr")]
    size = next(
        (s for s in TABLE_SIZES if table_height(rows, widths, s) <= height), TABLE_SIZES[-1]
    )
    _set_size(table, size)
    for row in table.findall(f"{A}tr"):
        # What pandoc writes is the height of a row of the largest size.
        row.set("h", str(round((size * LEADING + PAD) * POINT)))


def table_height(rows: Sequence[Sequence[str]], widths: Sequence[float], size: float) -> float:
    """Height of a table in points. widths: of its columns, in points. size: of its text."""
    return sum(
        max(lines_of(cell, width, size) for cell, width in zip(row, widths, strict=True))
        * size * LEADING + PAD
        for row in rows
    )  # fmt: skip


def fit_text(body: etree._Element, width: float, height: float) -> None:
    """Set a size where the text would not fit in the size of its layout. Both in points."""
    texts = [_text(paragraph) for paragraph in body.findall(f"{A}p")]
    sizes = [s for s in TEXT_SIZES if text_height(texts, width, s) <= height]
    size = sizes[0] if sizes else TEXT_SIZES[-1]
    if size < TEXT_SIZES[1]:
        _set_size(body, size)


def text_height(texts: Sequence[str], width: float, size: float) -> float:
    """Height in points of paragraphs below each other."""
    return sum(lines_of(text, width, size) * size * LEADING + size * 0.2 for text in texts) + PAD


def lines_of(text: str, width: float, size: float) -> int:
    """How many lines a text takes in a width in points, broken between words."""
    room = max((width - INSET) / (size * LETTER), 1.0)
    lines, used = 1, 0.0
    for word in text.split():
        length = float(len(word))
        if used and used + 1 + length > room:
            lines, used = lines + 1, 0.0
        if length > room:
            lines += math.ceil(length / room) - 1
            length %= room
        used += length + (1 if used else 0)
    return lines


def _rooms(layout: etree._Element) -> dict[str, tuple[float, float]]:
    """Width and height in points of each placeholder that the layout places, by its index."""
    rooms = {}
    for shape in layout.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        extent = shape.find(f"{P}spPr/{A}xfrm/{A}ext")
        if place is not None and extent is not None:
            width, height = (int(extent.get(side, "0")) / POINT for side in ("cx", "cy"))
            rooms[place.get("idx", "")] = (width, height)
    return rooms


def _set_size(element: etree._Element, size: int) -> None:
    for run in element.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        if properties is None:
            properties = etree.Element(f"{A}rPr")
            run.insert(0, properties)
        properties.set("sz", str(size * 100))


def _text(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter(f"{A}t"))
