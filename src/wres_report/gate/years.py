"""The tables of one trust-year as the gate reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wres_report.faults import Fault
from wres_report.gate.results import marked
from wres_report.inputs.contradictions import contradiction, is_filled
from wres_report.inputs.persons import kinds_of_personal_columns
from wres_report.inputs.places import (
    SHEET,
    WORKBOOK,
    TablePlace,
    nominal,
    place_of,
    workbook_of,
)
from wres_report.inputs.reading import Cells, read_cells
from wres_report.inputs.supplied import cells_of_table
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import may_be_a_table, read_tables, table_files, unused_files
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard
from wres_report.words import counted


@dataclass(frozen=True)
class SheetNote:
    """One thing to be told of the workbook of tables, at a place in it: a value that is not read,
    how values were read, where a file says something else, or a sheet that is no table.

    How values were read is told of files as well."""

    where: str
    doubt: str = ""
    read_as: str = ""
    contradiction: str = ""
    stranger: str = ""
    row: int = 1
    column: str = ""


@dataclass
class YearTables:
    """The tables of one trust-year as they are written.

    tables: by name. faults: by table, for those that cannot be read. unused: files in the
    folder that are not read, by path from the workspace. strangers: those of them that may be
    meant for a table. persons: the files that seem to hold
    rows of persons, each with the kinds of column that say so. notes: what is to be told of the
    workbook of tables. told_as: what is called otherwise than a file of its own would be: a sheet.
    """

    trust_year: TrustYear
    standard: Standard
    tables: dict[str, Cells] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)
    notes: list[SheetNote] = field(default_factory=list)
    told_as: dict[str, str] = field(default_factory=dict)

    def file(self, table: str) -> str:
        """What a file of the table's own is called; ``told_as`` has what it is told as."""
        return nominal(self.trust_year, table)


def read_year(workspace: Workspace, trust_year: TrustYear) -> YearTables:
    """Read every table that is supplied; a table that cannot be read becomes a fault of it."""
    standard = workspace.standard(trust_year)
    year = YearTables(trust_year, standard)
    schemas = {name: tables_of(standard)[name] for name in read_tables(standard)}
    for name, schema in schemas.items():
        place = place_of(workspace, trust_year, name)
        if place is None or place.sheet:
            continue
        try:
            year.tables[name] = read_cells(place.path, schema, place.where)
        except Fault as fault:
            year.faults[name] = fault
            continue
        year.notes += _as_meant(place.where, year.tables[name])
    book = workbook_of(workspace, trust_year)
    if book is not None:
        _read_workbook(year, book, schemas)
        year.tables = {name: year.tables[name] for name in schemas if name in year.tables}
    unused = unused_files(workspace, trust_year)
    year.unused = sorted(unused)
    year.strangers = sorted(where for where, path in unused.items() if may_be_a_table(path))
    year.persons = {
        where: ", ".join(kinds)
        for where, path in (unused | _with_other_columns(workspace, year)).items()
        if (kinds := kinds_of_personal_columns(path))
    }
    return year


def _read_workbook(year: YearTables, book: TablePlace, schemas: Mapping[str, TableSchema]) -> None:
    """Take the tables that have no file of their own from the sheets, and hold the others against
    them."""
    # Here, since few years have a workbook, and what reads one loads slowly.
    from wres_report.inputs.tables_workbook import open_tables

    try:
        opened = open_tables(book.path, book.where)
        sheets = {name: opened.read(schemas[name]) for name in opened.titles(schemas)}
    except Fault as fault:
        year.faults[WORKBOOK] = fault
        year.told_as[year.file(WORKBOOK)] = book.where
        return
    year.notes += [SheetNote(book.where, doubt=text) for text in opened.doubts(schemas)]
    year.notes += [SheetNote(book.where, stranger=text) for text in opened.strangers(schemas)]
    for name, sheet in sheets.items():
        where, schema = f"{book.where}{SHEET}{name}", schemas[name]
        cells = None if sheet.table is None else cells_of_table(sheet.table, schema)
        if name in year.tables or name in year.faults:
            own = year.tables.get(name)
            if cells is not None and own is not None and is_filled(cells, schema):
                differs = contradiction(cells, own, schema)
                if differs is not None:
                    year.notes.append(SheetNote(where, contradiction=differs.words(marked)))
            continue
        year.told_as[year.file(name)] = where
        if cells is not None:
            year.tables[name] = cells
        year.notes += [
            SheetNote(where, doubt=doubt.what, row=doubt.row or 1, column=doubt.column)
            for doubt in sheet.doubts
        ]
        year.notes += [
            # Without the values: the finding may be published, and some of them may be small.
            SheetNote(where, read_as=f"{why}, {counted(len(cells_so), 'cell')} from {cells_so[0]}")
            for why, cells_so in sheet.cells_by_way.items()
        ]


def _as_meant(where: str, cells: Cells) -> Iterator[SheetNote]:
    """What is told of numbers that a file has otherwise than in digits, without the numbers."""
    first: dict[str, tuple[int, str]] = {}
    for why, row, column in cells.values_read:
        first.setdefault(why, (row, column))
    for why, (row, column) in first.items():
        number = sum(way == why for way, _, _ in cells.values_read)
        told = f"{why}, {counted(number, 'cell')}" + (" from here on" if number > 1 else "")
        yield SheetNote(where, read_as=told, row=row, column=column)


def _with_other_columns(workspace: Workspace, year: YearTables) -> dict[str, Path]:
    """The tables that have a column which none of them has, or cannot be read."""
    sound = {
        year.file(name)
        for name, cells in year.tables.items()
        if set(cells.head) <= set(tables_of(year.standard)[name].columns)
    }
    files = table_files(workspace, year.trust_year)
    return {where: path for where, path in files.items() if where not in sound}
