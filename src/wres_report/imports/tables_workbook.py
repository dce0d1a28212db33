"""A workbook with one sheet for each table, as ``wres new --workbook`` makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.documents.workbooks import Bounded, bounded
from wres_report.faults import Fault, input_fault
from wres_report.imports.typed_cells import Doubt, cell_text
from wres_report.inputs.spellings import head_read_as, plain
from wres_report.inputs.tables import TableSchema

# Those that explain the others.
ABOUT = frozenset({"cover", "notes"})
HEAD_WITHIN = 15
MOST_WAYS = 5


@dataclass(frozen=True)
class SheetTable:
    """A table as CSV has it. columns: those the sheet has, in its order. rows: as texts."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
    cut, values, formulas = _open(path, where)
    found = WorkbookRead()
    if cut.told:
        found.doubts.append(f"{cut.told} First: {', '.join(cut.left_out)}.")
    names = {plain(name): name for name in schemas}
    seen: set[str] = set()
    for sheet in values.worksheets:
        name = names.get(plain(sheet.title))
        if name is None:
            if plain(sheet.title) not in ABOUT and sheet.max_row and any(_filled(sheet)):
                found.told.append(
                    f"The sheet “{sheet.title}” has the name of no table and is not read."
                )
            continue
        if name in seen:
            found.doubts.append(f"sheet “{sheet.title}”: a second sheet for the table {name}.")
            continue
        seen.add(name)
        _Sheet(sheet, formulas[sheet.title], schemas[name], found).read()
    if not seen:
        raise input_fault(
            "No sheet of this workbook has the name of a table.", where,
            f"Name them after the tables: {', '.join(schemas)}.",
        )  # fmt: skip
    return found


def _open(path: Path, where: str) -> tuple[Bounded, Any, Any]:
    from openpyxl import load_workbook

    if not path.is_file():
        raise input_fault("This file is missing.", where, "Check the name and the folder.")
    try:
        cut = bounded(path, where)
        values = load_workbook(cut.content, data_only=True)
        cut.content.seek(0)
        return cut, values, load_workbook(cut.content)
    except Fault:
        raise
    except Exception as error:
        # The library raises whatever the damage makes it stumble over.
        raise input_fault(
            f"This is no workbook that can be read ({type(error).__name__}).", where,
            "Open it in Excel, choose Save As, then “Excel Workbook (*.xlsx)”.",
        ) from None  # fmt: skip


def _filled(sheet: Any) -> Iterator[bool]:
    return (value is not None for row in sheet.iter_rows(values_only=True) for value in row)


class _Sheet:
    """One sheet while it is read. own: with formulas in place of their values."""

    def __init__(self, sheet: Any, own: Any, schema: TableSchema, found: WorkbookRead) -> None:
        self.sheet, self.own, self.schema, self.found = sheet, own, schema, found
        self.ways: dict[str, list[str]] = {}

    def read(self) -> None:
        head = self._head()
        if head is None:
            needed = ", ".join(self.schema.required)
            self.found.doubts.append(
                f"sheet “{self.sheet.title}”: no row has the columns of the table {needed}."
            )
            return
        number, columns = head
        self._told_of_columns(number, columns)
        rows = []
        for cells in self.sheet.iter_rows(min_row=number + 1):
            unit = self._unit(cells, columns)
            texts = {
                name: self._text(cells[place], name, unit)
                for place, name in enumerate(columns) if name in self.schema.columns
            }  # fmt: skip
            if any(texts.values()):
                rows.append(tuple(texts.values()))
        for why, places in self.ways.items():
            more = f" and {len(places) - MOST_WAYS} more" if len(places) > MOST_WAYS else ""
            self.found.told.append(
                f"sheet “{self.sheet.title}”, {why}: {', '.join(places[:MOST_WAYS])}{more}"
            )
        kept = tuple(name for name in columns if name in self.schema.columns)
        if rows:
            self.found.tables.append(SheetTable(self.schema.name, kept, tuple(rows)))
        else:
            self.found.told.append(f"The sheet “{self.sheet.title}” has no rows.")

    def _head(self) -> tuple[int, list[str]] | None:
        """The first row that has every column that the table must have."""
        for number, row in enumerate(
            self.sheet.iter_rows(max_row=HEAD_WITHIN, values_only=True), start=1
        ):
            written = ["" if value is None else str(value).strip() for value in row]
            names = head_read_as(written, self.schema)
            if set(self.schema.required) <= set(names):
                return number, names
        return None

    def _told_of_columns(self, number: int, columns: list[str]) -> None:
        for place, name in enumerate(columns):
            known = name in self.schema.columns
            if known and columns.index(name) != place:
                self.found.doubts.append(
                    f"sheet “{self.sheet.title}”, row {number}: the column “{name}” stands twice."
                )
            column = self.sheet.iter_rows(
                min_row=number + 1, min_col=place + 1, max_col=place + 1, values_only=True
            )
            if not known and any(value is not None for (value,) in column):
                self.found.doubts.append(
                    f"sheet “{self.sheet.title}”, row {number}: the table has no column "
                    f"“{name or self.sheet.cell(number, place + 1).coordinate}”, and cells stand "
                    "below it. Rename it or take it out."
                )

    def _unit(self, cells: Any, columns: list[str]) -> str:
        if "unit" not in columns:
            return ""
        value = cells[columns.index("unit")].value
        read = cell_text(self.schema, "unit", value, "General")
        return "" if isinstance(read, Doubt) else read.text

    def _text(self, cell: Any, column: str, unit: str) -> str:
        place = f"sheet “{self.sheet.title}”, row {cell.row}, column “{column}”"
        if cell.value is None and self.own[cell.coordinate].data_type == "f":
            self.found.doubts.append(
                f"{place}: a formula whose value is not in the file. Open the workbook in a "
                "spreadsheet, save it, and import it again."
            )
            return ""
        read = cell_text(self.schema, column, cell.value, cell.number_format or "General", unit)
        if isinstance(read, Doubt):
            self.found.doubts.append(f"{place}: {read.what}.")
            return ""
        if read.why:
            shown = f"{cell.coordinate} as {read.text}"
            self.ways.setdefault(read.why, []).append(shown)
        return read.text
