"""The tables of a new trust-year as one workbook, to be filled in with a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from wres_report.inputs.tables import TableSchema
from wres_report.inputs.trust_year import TrustYear
from wres_report.packing import pack

HEAD_ROW = 3
SPARE_ROWS = 200
WIDE, NARROW = 40, 18
# Excel takes a list of at most so many characters into a cell's own rule.
LONGEST_LIST = 255
NOTES = (
    "Each sheet is one table. Its name and its row of headings must stay as they are.",
    "An empty cell means “not supplied”; a sheet that you have nothing for may be deleted.",
    "Cells hold text, so that nothing that you type is changed: 3.40 stays 3.40, 1-4 stays 1-4.",
    "A percentage is written as 23.1, with or without its %. A count is written without decimals.",
    "Where a cell offers a list, only its values are allowed.",
    "No sheet may hold a row for a person. Tables of people hold counts alone.",
)


def write_tables_workbook(
    path: Path, trust_year: TrustYear, files: Mapping[str, str],
    schemas: Mapping[str, TableSchema], epoch: int,
) -> None:  # fmt: skip
    """Write a cover, notes, and a sheet for each table.

    files: the text of each table's CSV by file name, as ``empty_tables`` gives them; a table
    without one gets its head alone. epoch: the time written into the file.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    cover = book.active
    cover.title = "Cover"
    cover["A1"] = f"Tables of {trust_year}"
    cover["A1"].font = Font(bold=True, size=16)
    cover["A2"] = f"Fill it in where it stands, then: wres check {trust_year}"
    notes = book.create_sheet("Notes")
    notes["A1"] = "Notes"
    notes["A1"].font = Font(bold=True, size=16)
    for number, text in enumerate(NOTES, start=2):
        notes.cell(number, 1, text)
    cover["A3"] = "Sheets: " + ", ".join(schemas)
    for sheet in (cover, notes):
        sheet.column_dimensions["A"].width = 100
    for name, schema in schemas.items():
        table = files.get(f"{name}.csv")
        rows = list(csv.reader(io.StringIO(table))) if table else [list(schema.columns)]
        _sheet(book.create_sheet(name), schema, rows)
    book.properties.title, book.properties.language = f"Tables of {trust_year}", "en-GB"
    pack(path, book, epoch)


def _sheet(sheet: Any, schema: TableSchema, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet["A1"] = schema.name
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A2"] = "This worksheet contains one table. An empty cell means “not supplied”."
    last = HEAD_ROW + len(rows) - 1 + SPARE_ROWS
    for place, name in enumerate(rows[0], start=1):
        sheet.cell(HEAD_ROW, place, name).font = Font(bold=True)
        letter = get_column_letter(place)
        short = name in schema.numbers or name in schema.vocabulary
        sheet.column_dimensions[letter].width = NARROW if short else WIDE
        for row in range(HEAD_ROW + 1, last + 1):
            # Text, so that no spreadsheet makes a date or another number of what is typed.
            sheet.cell(row, place).number_format = "@"
        _allow(sheet, schema, name, f"{letter}{HEAD_ROW + 1}:{letter}{last}")
    for number, texts in enumerate(rows[1:], start=HEAD_ROW + 1):
        for place, text in enumerate(texts, start=1):
            if text:
                cell = sheet.cell(number, place)
                cell.value = text
                # Whatever it begins with, it is never a formula.
                cell.data_type, cell.quotePrefix = "s", text[0] in "=+-@"
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"


def _allow(sheet: Any, schema: TableSchema, column: str, cells: str) -> None:
    """Offer the values that a column may hold, as a list in each of its cells."""
    from openpyxl.worksheet.datavalidation import DataValidation

    allowed = sorted(set(schema.vocabulary.get(column, {}).values()))
    listed = ",".join(allowed)
    if not allowed or len(listed) > LONGEST_LIST:
        return
    rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
    rule.error, rule.errorTitle = f"One of: {', '.join(allowed)}"[:255], "Not in the list"
    rule.add(cells)
    sheet.add_data_validation(rule)
