"""Reads the sheets of an .xlsx workbook as grids, every cell as the text that Excel shows."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from wres_report.documents.workbooks import bounded
from wres_report.plan_files.grid import Cell, Grid, Remark, Row, Source, lines_of
from wres_report.words import day_in_words

# How a workbook writes a character that its XML cannot hold: _x000D_.
# Half of a pair of surrogates is no character, and stays as it is written.
ESCAPED = re.compile(r"_x(?![dD][89a-fA-F])([0-9A-Fa-f]{4})_")
DIGITS = re.compile(r"0(?:\.(0+))?(%?)$")
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def read_xlsx(path: Path, where: str) -> Source:
    """Every sheet as a grid; hidden rows, columns and sheets are read as well.

    Of a formula the value is read that Excel computed last. Raises an input fault where a part is
    larger than any plan's, and whatever openpyxl stumbles over in a file that is damaged.
    """
    book = bounded(path, where)
    with warnings.catch_warnings():
        # About buttons, rules and other things that hold no text of the plan.
        warnings.simplefilter("ignore")
        # The content, for openpyxl would go by the name of the file.
        values = load_workbook(book.content, data_only=True, keep_links=False)
        formulas = load_workbook(book.content, keep_links=False)
    grids, remarks = [], []
    if book.told:
        remarks.append(Remark("bound", book.told, tuple(book.left_out)))
    for number, sheet in enumerate(values.worksheets, start=1):
        reader = _Sheet(sheet, formulas[sheet.title])
        grids.append(reader.grid(number))
        remarks += reader.remarks()
    return Source("sheet", tuple(grids), tuple(remarks))


class _Sheet:
    """One sheet: its values, and beside them the formulas that they come from."""

    def __init__(self, values: Any, formulas: Any) -> None:
        self.values, self.formulas = values, formulas
        self.uncomputed: list[str] = []
        self.errors: list[str] = []
        # Not iter_rows: it would make every cell of a sheet that is formatted to its last row.
        self.filled = {
            place: text for place, cell in values._cells.items() if (text := self._text(cell))
        }
        self.height = max((row for row, _ in self.filled), default=0)
        self.width = max((column for _, column in self.filled), default=0)

    def grid(self, number: int) -> Grid:
        origins = self._merged()
        rows = []
        for row in range(1, self.height + 1):
            cells = []
            for column in range(1, self.width + 1):
                first, columns = origins.get((row, column), ((row, column), 1))
                cells.append(self._cell(first, columns))
            rows.append(Row(row - 1, f"row {row}", tuple(cells)))
        hidden = self.values.sheet_state != "visible"
        return Grid(self.values.title, number, tuple(rows), hidden)

    def remarks(self) -> list[Remark]:
        """What should be known of the sheet; the places name it."""
        found = {
            "formula": ("formulas without a value: open the file in Excel and save it",
                        self.uncomputed),
            "error": ("cells that show an error of Excel", self.errors),
            "comment": ("comments of cells, which are not read", self._comments()),
            "hidden": ("rows and columns that are hidden in Excel; they are read",
                       self._hidden()),
        }  # fmt: skip
        sheet = f"Sheet “{self.values.title}”"
        return [
            Remark(kind, f"{sheet} has {words}.", tuple(places))
            for kind, (words, places) in found.items()
            if places
        ]

    def _cell(self, first: tuple[int, int], columns: int) -> Cell:
        row, column = first
        source = self.values._cells.get(first)
        return Cell(
            lines_of(self.filled.get(first, "")),
            (row - 1, column - 1),
            columns,
            f"cell {get_column_letter(column)}{row}",
            source is not None and source.fill.fill_type == "solid",
        )

    def _text(self, cell: Any) -> str:
        formula = self.formulas._cells.get((cell.row, cell.column))
        if cell.value is None:
            # A formula whose value is an empty text has the type of a text.
            if formula is not None and formula.data_type == "f" and cell.data_type != "str":
                self.uncomputed.append(cell.coordinate)
            return ""
        if cell.data_type == "e":
            self.errors.append(cell.coordinate)
        return text_of_value(cell.value, cell.number_format)

    def _merged(self) -> dict[tuple[int, int], tuple[tuple[int, int], int]]:
        """For each cell that is merged the first of its range, and how many columns it spans."""
        found = {}
        for area in self.values.merged_cells.ranges:
            last = min(area.max_col, self.width)
            for row in range(area.min_row, min(area.max_row, self.height) + 1):
                for column in range(area.min_col, last + 1):
                    place = (area.min_row, area.min_col)
                    found[row, column] = (place, last - area.min_col + 1)
        return found

    def _comments(self) -> list[str]:
        return [c.coordinate for c in self.values._cells.values() if getattr(c, "comment", None)]

    def _hidden(self) -> list[str]:
        rows = [
            f"row {number}"
            for number, row in sorted(self.values.row_dimensions.items())
            if row.hidden and number <= self.height
        ]
        columns = [
            f"column {get_column_letter(number)}"
            for column in self.values.column_dimensions.values()
            if column.hidden and column.min
            for number in range(column.min, min(column.max, self.width) + 1)
        ]
        return rows + columns


def text_of_value(value: Any, number_format: str) -> str:
    """A value as people read it.

    A date is ``31 March 2022``, or ``March 2022`` where its format shows no day; a number has
    the decimals that its format shows, and where it shows none those that it has.
    """
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        clock = f" {value:%H:%M}" if value.time() != time() else ""
        return _date_text(value.date(), number_format) + clock
    if isinstance(value, date):
        return _date_text(value, number_format)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number_text(value, number_format)
    return ESCAPED.sub(lambda m: chr(int(m[1], 16)), str(value))


def _date_text(value: date, number_format: str) -> str:
    shown = NOT_SHOWN.sub("", number_format.split(";")[0]).lower()
    if "d" in shown:
        return day_in_words(value)
    # Excel makes 1 March 2022 of "Mar 22", and shows Mar-22: the day is nobody's.
    return f"{value:%B %Y}" if "m" in shown else f"{value:%Y}"


def _number_text(value: float, number_format: str) -> str:
    shown = DIGITS.search(NOT_SHOWN.sub("", number_format.split(";")[0]).strip())
    if shown and (shown[1] or shown[2]):
        scaled = value * 100 if shown[2] else value
        return f"{scaled:.{len(shown[1] or '')}f}{shown[2]}"
    return str(int(value)) if value == int(value) else f"{value:.15g}"
