"""A workbook with one sheet for each table, as ``wres new --workbook`` makes it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from wres_report.documents.workbooks import Bounded, bounded
from wres_report.faults import Fault, input_fault
from wres_report.inputs.opening import check_plain
from wres_report.inputs.spellings import plain
from wres_report.inputs.tables import TableSchema
from wres_report.inputs.tables_sheet import SheetRead, SheetTable, read_sheet

# Those that explain the others.
ABOUT = frozenset({"cover", "notes"})
# What a formula is in the text of a sheet; without one no second look is needed.
FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")


@dataclass
class WorkbookRead:
    """tables: in the order of the sheets. told: what was read otherwise than it stands there, and
    what was not read, each said once. doubts: what stops the import, with sheet, row, column."""

    tables: list[SheetTable] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def read_tables_workbook(
    path: Path, where: str, schemas: Mapping[str, TableSchema]
) -> WorkbookRead:
    """Read every sheet that has the name of a table.

    schemas: the tables by name. Raises an input fault where the file is missing, is no workbook
    or too large, or has no sheet with the name of a table.
    """
    book = open_tables(path, where)
    found = WorkbookRead(told=book.strangers(schemas), doubts=book.doubts(schemas))
    for name in book.titles(schemas):
        sheet = book.read(schemas[name])
        found.told += [f"sheet “{sheet.title}”, {text}" for text in sheet.told]
        found.doubts += [str(doubt) for doubt in sheet.doubts]
        if sheet.table is not None:
            found.tables.append(sheet.table)
        elif not sheet.doubts:
            found.told.append(f"The sheet “{sheet.title}” has no rows.")
    if not book.titles(schemas):
        raise input_fault(
            "No sheet of this workbook has the name of a table.", where,
            f"Name them after the tables: {', '.join(schemas)}.",
        )  # fmt: skip
    return found


def open_tables(path: Path, where: str) -> TablesWorkbook:
    """The workbook, opened once in a process for as long as it stays as it is.

    Raises an input fault where the file is missing, is no workbook, or too large.
    """
    check_plain(path, where)
    found = path.stat()
    return _opened(path, where, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _opened(path: Path, where: str, _changed: int, _size: int) -> TablesWorkbook:
    from openpyxl import load_workbook

    try:
        cut = bounded(path, where)
        values = load_workbook(cut.content, data_only=True, read_only=True)
        own = None
        if _has_formulas(cut):
            cut.content.seek(0)
            own = load_workbook(cut.content, read_only=True)
        return TablesWorkbook(cut, values, own)
    except Fault:
        raise
    except Exception as error:
        # The library raises whatever the damage makes it stumble over.
        raise input_fault(
            f"This is no workbook that can be read ({type(error).__name__}).", where,
            "Open it in Excel, choose Save As, then “Excel Workbook (*.xlsx)”.",
        ) from None  # fmt: skip


def _has_formulas(cut: Bounded) -> bool:
    with zipfile.ZipFile(cut.content) as package:
        return any(
            FORMULA.search(package.read(name))
            for name in package.namelist()
            if name.startswith("xl/worksheets/")
        )


class TablesWorkbook:
    """A workbook whose sheets are read one by one.

    own: the same with formulas in place of their values; None where it has no formula.
    """

    def __init__(self, cut: Bounded, values: Any, own: Any) -> None:
        self.cut, self._own = cut, own
        self._sheets: dict[str, Any] = {}
        self._twice: list[str] = []
        self._read: dict[TableSchema, SheetRead] = {}
        for sheet in values.worksheets:
            sheet.reset_dimensions()  # what a program says of its sheet's size may be wrong
            if plain(sheet.title) in self._sheets:
                self._twice.append(sheet.title)
            self._sheets.setdefault(plain(sheet.title), sheet)

    def titles(self, schemas: Mapping[str, TableSchema]) -> list[str]:
        """The tables that have a sheet, in the order of the sheets."""
        names = {plain(name): name for name in schemas}
        return [names[title] for title in self._sheets if title in names]

    def strangers(self, schemas: Mapping[str, TableSchema]) -> list[str]:
        """What is told of sheets that have the name of no table and hold anything."""
        known = {plain(name) for name in schemas} | ABOUT
        return [
            f"The sheet “{sheet.title}” has the name of no table and is not read."
            for title, sheet in self._sheets.items()
            if title not in known and any(_filled(sheet))
        ]

    def doubts(self, schemas: Mapping[str, TableSchema]) -> list[str]:
        """What stops the reading of the workbook as a whole."""
        found = []
        if self.cut.told:
            found.append(f"{self.cut.told} First: {', '.join(self.cut.left_out)}.")
        names = {plain(name): name for name in schemas}
        for title in self._twice:
            if plain(title) in names:
                name = names[plain(title)]
                found.append(f"sheet “{title}”: a second sheet for the table {name}.")
        return found

    def read(self, schema: TableSchema) -> SheetRead:
        """The sheet of a table. Raises KeyError where there is none."""
        if schema not in self._read:
            sheet = self._sheets[plain(schema.name)]
            own = self._own[sheet.title] if self._own is not None else None
            self._read[schema] = read_sheet(sheet, own, schema)
        return self._read[schema]


def _filled(sheet: Any) -> Iterator[bool]:
    return (value is not None for row in sheet.iter_rows(values_only=True) for value in row)
