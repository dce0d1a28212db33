"""Writes the sheets of an accessible workbook: a title, a sentence, and one table each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo

from wres_report.faults import Fault
from wres_report.plan_files.sheet_text import LONGEST_CELL, length_in_excel, sheet_text

FONT, SIZE, TITLE_SIZE = "Arial", 12, 16
LINE_HEIGHT, TALLEST_ROW = 15.5, 409.0  # points; Excel has no taller row
WIDER = 1.2  # a column's width counts digits of a smaller type
HEAD_ROW = 3
WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")


def row_height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """The height of a row in points at which its wrapped cells are read in full.

    widths: of the columns, in characters. Not every program works the height out by itself when
    it opens a file.
    """
    lines = max(
        sum(max(1, math.ceil(len(line) * WIDER / width)) for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(LINE_HEIGHT * lines, TALLEST_ROW)


class SheetWriter:
    """Writes text into sheets, always as text; ``cleaned`` says what had to be left out.

    A number is written as one where it is given as one.
    """

    def __init__(self) -> None:
        self.cleaned: list[str] = []

    def title(self, sheet: Any, title: str, about: str) -> None:
        cell = self.unwrapped(self.put(sheet, 1, 1, title))
        cell.font = Font(name=FONT, size=TITLE_SIZE, bold=True)
        self.unwrapped(self.put(sheet, 2, 1, about))

    def table(
        self, sheet: Any, head: int, name: str, headings: Sequence[str],
        rows: Sequence[Sequence[str | float]], widths: Sequence[int],
    ) -> None:  # fmt: skip
        for column, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
            self.put(sheet, head, column, heading).font = Font(name=FONT, size=SIZE, bold=True)
            sheet.column_dimensions[get_column_letter(column)].width = width
        for row, cells in enumerate(rows, start=head + 1):
            for column, text in enumerate(cells, start=1):
                self.put(sheet, row, column, text)
            sheet.row_dimensions[row].height = row_height([str(cell) for cell in cells], widths)
        sheet.row_dimensions[head].height = row_height(headings, widths)
        last = f"{get_column_letter(len(headings))}{head + len(rows)}"
        table = Table(name=name, displayName=name, ref=f"A{head}:{last}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        sheet.add_table(table)
        sheet.freeze_panes = f"A{head + 1}"

    def put(self, sheet: Any, row: int, column: int, text: str | float) -> Any:
        cell = sheet.cell(row, column)
        cell.font, cell.alignment = Font(name=FONT, size=SIZE), WRAPPED
        if not isinstance(text, str):
            cell.value = text
            return cell
        cell.number_format = "@"
        written = sheet_text(text)
        place = f"{sheet.title}, cell {cell.coordinate}"
        if length_in_excel(written) > LONGEST_CELL:
            raise Fault(
                f"This text has more than {LONGEST_CELL:,} characters, and Excel holds no more.",
                place,
                "Part the action into several, or shorten it.",
            )
        # Spaces and breaks may be written in other ways; a character less is a loss.
        lost = len(text.replace("\r\n", "\n")) - len(sheet_text(text, escape=False))
        if lost:
            self.cleaned.append(f"{place}: {lost} characters that no workbook can hold left out.")
        if written:
            cell.value = written
            # Whatever it begins with: never a formula, a number or an error.
            cell.data_type, cell.quotePrefix = "s", written[0] in "=+-@"
        return cell

    def link(self, sheet: Any, row: int, target: str, text: str) -> None:
        """A line that leads to the table of another sheet."""
        cell = self.put(sheet, row, 1, text)
        cell.hyperlink = Hyperlink(cell.coordinate, location=f"'{target}'!A1", display=text)
        cell.font = Font(name=FONT, size=SIZE, underline="single", color="0563C1")

    @staticmethod
    def unwrapped(cell: Any) -> Any:
        """A line above a table runs on over its columns."""
        cell.alignment = Alignment(vertical="top", horizontal="left")
        return cell
