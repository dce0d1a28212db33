"""Reads the tables of a Word document as grids, paragraphs and list marks within the cells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document

from wres_report.plan_files.docx_lists import ListMarks
from wres_report.plan_files.grid import Cell, Grid, Line, Remark, Row, Source, one_line

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What Word shows when all changes are accepted, and nothing twice.
NOT_READ = {W + "del", W + "moveFrom", W + "txbxContent", W + "pPr", W + "rPr", FALLBACK}
# They only wrap what stands in them.
WRAPPERS = {W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
BREAKS = {W + "br", W + "cr"}
SIGNS = {W + "tab": " ", W + "noBreakHyphen": "-", W + "softHyphen": ""}


def read_docx(path: Path, where: str) -> Source:
    """Every table as a grid, also those within a cell of another; numbered from 1 in order.

    Changes that Word tracks are read as if they were accepted. Raises whatever python-docx
    stumbles over in a file that is damaged.
    """
    del where
    document = Document(str(path))
    marks = ListMarks(document)
    body = document.element.body
    tables = list(_outside(body, W + "tbl"))
    numbers = {table: number for number, table in enumerate(tables, start=1)}
    readers = [_Table(table, numbers, marks) for table in tables]
    return Source("table", tuple(reader.grid for reader in readers), tuple(_remarks(body, readers)))


class _Table:
    """One table; ``grid`` is what it holds."""

    def __init__(self, table: Any, numbers: dict[Any, int], marks: ListMarks) -> None:
        self.marks, number = marks, numbers[table]
        self.nested: list[str] = []
        self.deleted: list[str] = []
        rows: list[Row] = []
        for place, row in enumerate(_children(table, W + "tr"), start=1):
            where = f"table {number}, row {place}"
            if row.find(f"{W}trPr/{W}del") is not None:
                self.deleted.append(where)
                continue
            cells = self._cells(row, len(rows), where, rows[-1] if rows else None)
            rows.append(Row(len(rows), where, tuple(cells)))
        outer = next(table.iterancestors(W + "tbl"), None)
        inside = numbers.get(outer, 0)
        self.grid = Grid(f"table {number}", number, tuple(rows), inside=inside)

    def _cells(self, row: Any, index: int, where: str, above: Row | None) -> list[Cell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells = [Cell(origin=(index, n)) for n in range(_number(before, 0))]
        for element in _children(row, W + "tc"):
            column = len(cells)
            columns = _number(element.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            if goes_on and above is not None and column < len(above.cells):
                cells += [above.cell(column)] * columns
                continue
            place = f"{where}, column {column + 1}"
            lines = tuple(self._lines(element, place))
            cell = Cell(lines, (index, column), columns, place, _coloured(element))
            cells += [cell] * columns
        return cells

    def _lines(self, element: Any, place: str) -> Iterator[Line]:
        for child in element:
            if child.tag == W + "p":
                mark, level = self.marks.of(child)
                text = one_line(_text(child)) if mark else _text(child)
                # A break within a line parts what is no list: people type lists with it.
                for line in text.split("\n"):
                    if line.strip():
                        yield Line(line.strip(), mark, level)
            elif child.tag == W + "tbl":
                self.nested.append(place)
                for row in _children(child, W + "tr"):
                    for cell in _children(row, W + "tc"):
                        yield from self._lines(cell, place)
            elif child.tag in WRAPPERS:
                yield from self._lines(child, place)


def _text(paragraph: Any) -> str:
    found: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag in NOT_READ:
                continue
            if child.tag == W + "t":
                found.append(child.text or "")
            elif child.tag in BREAKS:
                found.append("\n")
            elif child.tag in SIGNS:
                found.append(SIGNS[child.tag])
            else:
                walk(child)

    walk(paragraph)
    return "".join(found)


def _children(element: Any, tag: str) -> Iterator[Any]:
    """The children of that name, also those that Word has wrapped in something."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _children(child, tag)


def _outside(body: Any, tag: str) -> Iterator[Any]:
    """The descendants of that name, without the copies for older programs."""
    for element in body.iter(tag):
        if next(element.iterancestors(FALLBACK), None) is None:
            yield element


def _number(element: Any, otherwise: int) -> int:
    return otherwise if element is None else int(element.get(W + "val"))


def _coloured(cell: Any) -> bool:
    shading = cell.find(f"{W}tcPr/{W}shd")
    return shading is not None and shading.get(W + "fill", "auto").lower() not in ("auto", "ffffff")


def _remarks(body: Any, readers: list[_Table]) -> Iterator[Remark]:
    nested = tuple(place for reader in readers for place in reader.nested)
    if nested:
        yield Remark("nested", "Tables within cells are read as lines of the cell.", nested)
    deleted = tuple(place for reader in readers for place in reader.deleted)
    if deleted:
        yield Remark("changes", "Rows that a tracked change deletes are left out.", deleted)
    if next(body.iter(W + "ins", W + "del", W + "moveFrom"), None) is not None:
        yield Remark("changes", "Tracked changes are read as if all were accepted.")
    outside = sum(
        1
        for paragraph in _outside(body, W + "p")
        if next(paragraph.iterancestors(W + "tbl", W + "txbxContent"), None) is None
        and _text(paragraph).strip()
    )
    counts = (
        ("text", outside, "paragraphs outside of the tables"),
        ("text", sum(1 for _ in _outside(body, W + "txbxContent")), "text boxes"),
        ("comment", sum(1 for _ in body.iter(W + "commentReference")), "comments"),
        ("footnote", sum(1 for _ in body.iter(W + "footnoteReference")), "footnotes"),
    )
    for kind, count, words in counts:
        if count:
            yield Remark(kind, f"Not read: {words} ({count}).")
