"""Workbooks with long sheets, read by fastexcel: the quickest that was measured (decision 0030)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import connect, name_of, table_of
from wres_report.imports.source import PREVIEW, Sheet


@dataclass(frozen=True)
class WorkbookSheet(Sheet):
    """A sheet of a workbook. own: the database in which its cells stand as the table ``table``."""

    own: Any = field(repr=False)
    table: str

    def load(
        self, connection: Any, columns: dict[str, int], below: int, width: int,  # noqa: ARG002
        *, raw: bool = False,
    ) -> str:  # fmt: skip
        cell = "coalesce({0}, '') as {1}" if raw else "trim(coalesce({0}, '')) as {1}"
        wanted = "".join(
            ", " + cell.format(name_of(index), name) for name, index in columns.items()
        )
        query = f"select rowid + 1 as row_number{wanted} from {self.table} where rowid >= {below}"
        if connection is self.own:
            connection.execute(f"create or replace table loaded as {query}")
        else:
            rows = self.own.execute(query + " order by rowid").fetchall()
            table_of(connection, "raw_rows", [tuple(map(str, r)) for r in rows], len(columns) + 1)
            named = "".join(f", {name_of(n)} as {name}" for n, name in enumerate(columns, 1))
            connection.execute(
                f"create or replace table loaded as select c0::bigint as row_number{named} "
                "from raw_rows"
            )
        return "loaded"

    def connection(self) -> Any:
        return self.own

    def rows(self) -> list[tuple[str, ...]]:
        return _rows(self.own, self.table, "")


def read_workbook(path: Path, where: str) -> tuple[Sheet, ...]:
    """Every sheet that has a cell, hidden ones too: what is not used is told later."""
    import fastexcel

    book = fastexcel.read_excel(str(path))
    sheets: list[Sheet] = []
    connection = connect()
    for number, name in enumerate(book.sheet_names):
        # As text; it is put into Arrow's form when it is handed over, which is done once.
        cells = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        if not cells.width or not cells.height:
            continue
        table = f"sheet_{number}"
        names = ", ".join(name_of(index) for index in range(cells.width))
        connection.register("cells", cells)
        connection.execute(f"create table {table} as select * from cells as cells({names})")
        connection.unregister("cells")
        preview = tuple(_rows(connection, table, f"limit {PREVIEW}"))
        sheets.append(WorkbookSheet(name, cells.width, preview, "", connection, table))
    if not sheets:
        raise input_fault("There is nothing in this workbook.", where, "Export it again.")
    return tuple(sheets)


def _rows(connection: Any, table: str, limit: str) -> list[tuple[str, ...]]:
    found = connection.execute(f"select * from {table} order by rowid {limit}").fetchall()
    return [tuple((cell or "").strip() for cell in row) for row in found]
