"""Workbooks with wide sheets, such as the survey's: thousands of columns, some hundred rows.

python-calamine gives their cells as they are, of which only those wanted are made text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import name_of, table_of
from wres_report.imports.source import PREVIEW, Sheet

# So many cells of a sheet are looked at to find its head; at least so many rows of it.
MOST_CELLS, FEWEST_ROWS = 60_000, 12


@dataclass(frozen=True)
class WideSheet(Sheet):
    """A sheet of a workbook. cells: its rows, of numbers, texts, days and truths."""

    cells: list[list[Any]] = field(repr=False)

    def load(
        self, connection: Any, columns: dict[str, int], below: int, width: int,  # noqa: ARG002
        *, raw: bool = False,  # noqa: ARG002
    ) -> str:  # fmt: skip
        rows = [
            (str(number), *cells) for number, cells in self.rows_of(list(columns.values()), below)
        ]
        table_of(connection, "raw_rows", rows, len(columns) + 1)
        named = "".join(f", {name_of(n)} as {name}" for n, name in enumerate(columns, start=1))
        connection.execute(
            f"create or replace table loaded as select c0::bigint as row_number{named} "
            "from raw_rows"
        )
        return "loaded"

    def rows_of(self, columns: Sequence[int], below: int) -> list[tuple[int, tuple[str, ...]]]:
        return [
            (number, tuple(text_of(row[i]) for i in columns))
            for number, row in enumerate(self.cells[below:], below + 1)
        ]

    def rows(self) -> list[tuple[str, ...]]:
        return [tuple(map(text_of, row)) for row in self.cells]


def read_wide_workbook(path: Path, where: str) -> tuple[Sheet, ...]:
    """Every sheet that has a cell, hidden ones too."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(path))
    sheets: list[Sheet] = []
    for name in book.sheet_names:
        cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if not cells or not cells[0]:
            continue
        width = len(cells[0])
        first = cells[: max(FEWEST_ROWS, min(PREVIEW, MOST_CELLS // width))]
        preview = tuple(tuple(map(text_of, row)) for row in first)
        sheets.append(WideSheet(name, width, preview, "", cells))
    if not sheets:
        raise input_fault("There is nothing in this workbook.", where, "Export it again.")
    return tuple(sheets)


def text_of(cell: Any) -> str:
    """A cell as text: whole numbers without decimals, a day with its time as ISO writes it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return str(cell).casefold()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return cell.isoformat(sep=" ") if isinstance(cell, datetime) else str(cell)
