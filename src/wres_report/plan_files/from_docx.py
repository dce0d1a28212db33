"""Reads the tables of a Word document as grids, paragraphs and list marks within the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from wres_report.documents.word.lists import ListMarks
from wres_report.documents.word.names import (
    MC,
    W,
    children,
    chosen,
    is_deleted_cell,
    is_deleted_row,
    is_placeholder,
    is_unfilled_cell,
    joins_the_next,
    number,
)  # fmt: skip
from wres_report.documents.word.package import WordPackage
from wres_report.documents.word.styles import Styles
from wres_report.documents.word.text import text_of
from wres_report.plan_files.grid import Cell, Grid, Line, Remark, Row, Source, one_line

FALLBACK = MC + "Fallback"
LEFT = {
    "struck": ("changes", "passages that are struck through"),
    "hidden": ("hidden", "passages that are hidden"),
    "placeholders": ("placeholder", "fields of a form that nobody has filled in"),
    "pictures": ("picture", "pictures"),
    "objects": ("object", "embedded files"),
    "formulas": ("formula", "formulas that only Word draws"),
}


def read_docx(path: Path, where: str) -> Source:
    """Every table as a grid, also those within a cell of another; numbered from 1 in order.

    Changes that Word tracks are read as if they were accepted; text that is struck through,
    hidden, or only asks to be filled in is left out. Raises whatever lxml stumbles over in a file
    that is damaged.
    """
    del where
    package = WordPackage(path)
    styles = Styles(package.part("styles"))
    marks = ListMarks(package.part("numbering"), styles)
    tables = list(_outside(package.body, W + "tbl"))
    numbers = {table: number for number, table in enumerate(tables, start=1)}
    readers = [_Table(table, numbers, marks, styles) for table in tables]
    apart = _apart(package.body, styles)
    grids = tuple(
        replace(reader.grid, apart=table in apart)
        for table, reader in zip(tables, readers, strict=True)
    )
    return Source("table", grids, tuple(_remarks(package.body, readers, styles)))


class _Table:
    """One table; ``grid`` is what it holds."""

    def __init__(
        self, table: Any, numbers: dict[Any, int], marks: ListMarks, styles: Styles
    ) -> None:
        self.marks, self.styles, number = marks, styles, numbers[table]
        self.left: dict[str, list[str]] = {}
        self.nested: list[str] = []
        self.deleted: list[str] = []
        rows: list[Row] = []
        for place, row in enumerate(children(table, W + "tr"), start=1):
            where = f"table {number}, row {place}"
            if is_deleted_row(row):
                self.deleted.append(where)
                continue
            cells = self._cells(row, len(rows), where, rows[-1] if rows else None)
            rows.append(Row(len(rows), where, tuple(cells)))
        outer = next(table.iterancestors(W + "tbl"), None)
        inside = numbers.get(outer, 0)
        self.grid = Grid(f"table {number}", number, tuple(rows), inside=inside)

    def _cells(self, row: Any, index: int, where: str, above: Row | None) -> list[Cell]:
        before = row.find(f"{W}trPr/{W}gridBefore")
        cells = [Cell(origin=(index, n)) for n in range(number(before, 0))]
        for element in children(row, W + "tc"):
            column = len(cells)
            columns = number(element.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(W + "val", "continue") == "continue"
            if goes_on and above is not None and column < len(above.cells):
                cells += [above.cell(column)] * columns
                continue
            place = f"{where}, column {column + 1}"
            lines = tuple(self._lines(element, place))
            cell = Cell(
                () if is_deleted_cell(element) else lines,
                (index, column),
                columns,
                place,
                _coloured(element),
            )
            cells += [cell] * columns
        return cells

    def _lines(self, element: Any, place: str) -> Iterator[Line]:
        if is_deleted_cell(element):
            self.left.setdefault("deleted", []).append(place)
            return
        if is_unfilled_cell(element) or any(
            child.tag == W + "sdt" and is_placeholder(child) for child in element
        ):
            self.left.setdefault("placeholders", []).append(place)
        carried = ""
        for child in () if is_unfilled_cell(element) else chosen(element):
            if child.tag == W + "p":
                mark, level = self.marks.of(child)
                text = carried + self._text(child, place)
                carried = text if joins_the_next(child) else ""
                if carried:
                    continue
                # A break within a line parts what is no list: people type lists with it.
                for line in [one_line(text)] if mark else text.split("\n"):
                    if line.strip():
                        yield Line(line.strip(), mark, level)
            elif child.tag == W + "tbl":
                self.nested.append(place)
                for row in children(child, W + "tr"):
                    for cell in children(row, W + "tc"):
                        if not is_deleted_row(row):
                            yield from self._lines(cell, place)
        if carried.strip():
            yield Line(one_line(carried))

    def _text(self, paragraph: Any, place: str) -> str:
        text = text_of(paragraph, self.styles)
        for kind in text.left:
            self.left.setdefault(kind, []).append(place)
        return text.text


def _apart(body: Any, styles: Styles) -> set[Any]:
    """The tables that words stand between, and the table before them."""
    found, words = set(), False
    for element in body.iter(W + "p", W + "tbl"):
        if next(element.iterancestors(W + "tbl", W + "txbxContent"), None) is not None:
            continue
        if element.tag == W + "tbl":
            if words:
                found.add(element)
            words = False
        elif text_of(element, styles).text.strip():
            words = True
    return found


def _outside(body: Any, tag: str) -> Iterator[Any]:
    """The descendants of that name, without the copies for older programs."""
    for element in body.iter(tag):
        if next(element.iterancestors(FALLBACK), None) is None:
            yield element


def _coloured(cell: Any) -> bool:
    shading = cell.find(f"{W}tcPr/{W}shd")
    return shading is not None and shading.get(W + "fill", "auto").lower() not in ("auto", "ffffff")


def _remarks(body: Any, readers: list[_Table], styles: Styles) -> Iterator[Remark]:
    nested = tuple(place for reader in readers for place in reader.nested)
    if nested:
        yield Remark("nested", "Tables within cells are read as lines of the cell.", nested)
    deleted = tuple(place for reader in readers for place in reader.deleted)
    if deleted:
        yield Remark("changes", "Rows that a tracked change deletes are left out.", deleted)
    if next(body.iter(W + "ins", W + "del", W + "moveFrom"), None) is not None:
        yield Remark("changes", "Tracked changes are read as if all were accepted.")
    for kind, (name, words) in LEFT.items():
        places = tuple(dict.fromkeys(p for reader in readers for p in reader.left.get(kind, [])))
        if places:
            yield Remark(name, f"Not read: {words}.", places)
    outside = sum(
        1
        for paragraph in _outside(body, W + "p")
        if next(paragraph.iterancestors(W + "tbl", W + "txbxContent"), None) is None
        and text_of(paragraph, styles).text.strip()
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
