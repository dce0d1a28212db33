"""Workbooks, read by fastexcel: the quickest of the readers that were measured (decision 0030)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import connect
from wres_report.imports.source import PREVIEW, Sheet

# A sheet with more columns is wide: of these a few rows are enough to find the head in.
WIDE, FEWEST_ROWS, MOST_CELLS = 200, 12, 40_000


@dataclass(frozen=True)
class WorkbookSheet(Sheet):
    """A sheet of a workbook. cells: all its cells as text, in Arrow's form."""

    cells: Any = field(repr=False)
    book: Any = field(repr=False)

    def load(self, connection: Any, columns: dict[str, int], below: int, width: int) -> str:  # noqa: ARG002
        cells, place_of = self.cells, {index: index for index in columns.values()}
        if self.width > WIDE:  # the parsing of a few columns anew costs less than handing over all
            indexes = sorted(place_of)
            cells = _sheet(self.book, self.name, use_columns=indexes)
            place_of = {index: place for place, index in enumerate(indexes)}
        connection.register("cells", cells)
        described = connection.execute("select * from cells limit 0").description
        wanted = "".join(
            f", trim(coalesce({_quoted(described[place_of[index]][0])}, '')) as {name}"
            for name, index in columns.items()
        )
        connection.execute(
            "create or replace table loaded as select * from (select row_number() over () as "
            f"row_number{wanted} from cells) where row_number > {below}"
        )
        connection.unregister("cells")
        return "loaded"

    def rows(self) -> list[tuple[str, ...]]:
        connection = connect()
        try:
            return _rows(connection, self.cells, "")
        finally:
            connection.close()


def read_workbook(path: Path, where: str) -> tuple[Sheet, ...]:
    """Every sheet that has a cell, hidden ones too: what is not used is told later."""
    import fastexcel

    book = fastexcel.read_excel(str(path))
    sheets: list[Sheet] = []
    connection = connect()
    try:
        for name in book.sheet_names:
            cells = _sheet(book, name)
            if not cells.width or not cells.height:
                continue
            first = cells
            if cells.width > WIDE:
                first = _sheet(book, name, n_rows=max(FEWEST_ROWS, MOST_CELLS // cells.width))
            preview = tuple(_rows(connection, first, f"limit {PREVIEW}"))
            sheets.append(WorkbookSheet(name, cells.width, preview, "", cells, book))
    finally:
        connection.close()
    if not sheets:
        raise input_fault("There is nothing in this workbook.", where, "Export it again.")
    return tuple(sheets)


def _sheet(book: Any, name: str, **more: Any) -> Any:
    """A sheet's cells as text. They are put into Arrow's form only when they are handed over."""
    return book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string", **more)


def _rows(connection: Any, cells: Any, limit: str) -> list[tuple[str, ...]]:
    connection.register("cells", cells)
    found = connection.execute(f"select * from cells {limit}").fetchall()
    connection.unregister("cells")
    return [tuple((cell or "").strip() for cell in row) for row in found]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
