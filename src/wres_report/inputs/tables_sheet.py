"""One sheet of a workbook as a table: its head, its rows, and what stands there otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wres_report.inputs.reading import HEAD_WITHIN, LONGEST_CELL
from wres_report.inputs.spellings import head_read_as
from wres_report.inputs.tables import TableSchema
from wres_report.inputs.typed_cells import Doubt, cell_text

MOST_WAYS = 5


@dataclass(frozen=True)
class SheetTable:
    """A table as CSV has it. columns: those the sheet has, in its order. rows: as texts.
    numbers: the row of the sheet that each row is."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class CellDoubt:
    """What cannot be read for certain. row: 0 where it is of none. column: may be empty."""

    sheet: str
    what: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        column = f", column “{self.column}”" if self.column else ""
        return f"sheet “{self.sheet}”{row}{column}: {self.what}"


@dataclass
class SheetRead:
    """One sheet. table: None for one without rows or without a head. ways: what was read
    otherwise than it stands there, by why, each with its cells."""

    title: str
    table: SheetTable | None = None
    doubts: list[CellDoubt] = field(default_factory=list)
    ways: dict[str, list[str]] = field(default_factory=dict)

    @property
    def cells_by_way(self) -> dict[str, list[str]]:
        """The cells alone that were read otherwise, by why."""
        return {why: [at.split(" ", 1)[0] for at in places] for why, places in self.ways.items()}

    @property
    def told(self) -> list[str]:
        """What was read otherwise than it stands there, each said once."""
        found = []
        for why, places in self.ways.items():
            more = f" and {len(places) - MOST_WAYS} more" if len(places) > MOST_WAYS else ""
            found.append(f"{why}: {', '.join(places[:MOST_WAYS])}{more}")
        return found


def read_sheet(sheet: Any, own: Any, schema: TableSchema) -> SheetRead:
    """Read a sheet of openpyxl. own: the same with formulas in place of values, or None."""
    return _Reading(sheet, own, schema).read()


class _Reading:
    """One sheet while it is read."""

    def __init__(self, sheet: Any, own: Any, schema: TableSchema) -> None:
        self.schema, self.found = schema, SheetRead(sheet.title)
        self.rows = [list(row) for row in sheet.iter_rows()]
        self.own = [list(row) for row in own.iter_rows()] if own is not None else []

    def read(self) -> SheetRead:
        head = self._head()
        if head is None:
            needed = ", ".join(self.schema.required)
            what = f"no row has the columns of the table {needed}."
            if any(cell.value is not None for row in self.rows for cell in row):
                self._doubt(what)
            return self.found
        number, columns = head
        kept = [(place, name) for place, name in enumerate(columns) if name in self.schema.columns]
        self._told_of_columns(number, columns)
        rows, numbers = [], []
        for at, cells in enumerate(self.rows[number:], start=number + 1):
            unit = self._unit(cells, columns)
            texts = {name: self._text(at, place, name, unit) for place, name in kept}
            if any(texts.values()):
                rows.append(tuple(texts.values()))
                numbers.append(at)
        if rows:
            self.found.table = SheetTable(
                self.schema.name, tuple(dict.fromkeys(name for _, name in kept)), tuple(rows),
                tuple(numbers),
            )  # fmt: skip
        return self.found

    def _doubt(self, what: str, row: int = 0, column: str = "") -> None:
        self.found.doubts.append(CellDoubt(self.found.title, what, row, column))

    def _head(self) -> tuple[int, list[str]] | None:
        """The first row that has every column that the table must have, the first row being 1."""
        for number, row in enumerate(self.rows[:HEAD_WITHIN], start=1):
            written = ["" if cell.value is None else str(cell.value).strip() for cell in row]
            names = head_read_as(written, self.schema)
            if set(self.schema.required) <= set(names):
                return number, names
        return None

    def _told_of_columns(self, number: int, columns: Sequence[str]) -> None:
        from openpyxl.utils import get_column_letter

        for place, name in enumerate(columns):
            known = name in self.schema.columns
            if known and columns.index(name) != place:
                self._doubt(f"the column “{name}” stands twice.", number)
            below = (row[place].value for row in self.rows[number:] if place < len(row))
            if not known and any(value is not None for value in below):
                self._doubt(
                    f"the table has no column “{name or get_column_letter(place + 1)}”, and cells "
                    "stand below it. Rename it or take it out.",
                    number,
                )

    def _unit(self, cells: Sequence[Any], columns: list[str]) -> str:
        if "unit" not in columns or columns.index("unit") >= len(cells):
            return ""
        value = cells[columns.index("unit")].value
        read = cell_text(self.schema, "unit", value, "General")
        return "" if isinstance(read, Doubt) else read.text

    def _text(self, row: int, place: int, column: str, unit: str) -> str:
        cells = self.rows[row - 1]
        if place >= len(cells):
            return ""
        cell = cells[place]
        if cell.value is None:
            if self._is_formula(row, place):
                self._doubt(
                    "a formula whose value is not in the file. Open the workbook in a "
                    "spreadsheet, and save it.", row, column,
                )  # fmt: skip
            return ""
        read = cell_text(self.schema, column, cell.value, cell.number_format or "General", unit)
        if isinstance(read, Doubt):
            self._doubt(f"{read.what}.", row, column)
            return ""
        if len(read.text) > LONGEST_CELL:
            self._doubt(f"{len(read.text):,} characters; {LONGEST_CELL:,} are read.", row, column)
            return ""
        if read.why:
            self.found.ways.setdefault(read.why, []).append(f"{cell.coordinate} as {read.text}")
        return read.text

    def _is_formula(self, row: int, place: int) -> bool:
        return (
            row <= len(self.own)
            and place < len(self.own[row - 1])
            and self.own[row - 1][place].data_type == "f"
        )
