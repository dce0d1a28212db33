"""Workbooks with long sheets, read by fastexcel: the quickest that was measured (decision 0030)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import connect
from wres_report.imports.source import PREVIEW, Sheet


@dataclass(frozen=True)
class WorkbookSheet(Sheet):
    """A sheet of a workbook. cells: all its cells as text, in Arrow's form."""

    cells: Any = field(repr=False)

    def load(self, connection: Any, columns: dict[str, int], below: int, width: int) -> str:  # noqa: ARG002
        connection.register("cells", self.cells)
        described = connection.execute("select * from cells limit 0").description
        wanted = "".join(
            f", trim(coalesce({_quoted(described[index][0])}, '')) as {name}"
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
            # As text; it is put into Arrow's form only when it is handed over.
            cells = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
            if cells.width and cells.height:
                preview = tuple(_rows(connection, cells, f"limit {PREVIEW}"))
                sheets.append(WorkbookSheet(name, cells.width, preview, "", cells))
    finally:
        connection.close()
    if not sheets:
        raise input_fault("There is nothing in this workbook.", where, "Export it again.")
    return tuple(sheets)


def _rows(connection: Any, cells: Any, limit: str) -> list[tuple[str, ...]]:
    connection.register("cells", cells)
    found = connection.execute(f"select * from cells {limit}").fetchall()
    connection.unregister("cells")
    return [tuple((cell or "").strip() for cell in row) for row in found]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
