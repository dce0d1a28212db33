"""Files for the tests of imports, written as people's programs write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.survey import read_survey
from wres_report.imports.workforce import read_workforce

Rows = Sequence[Sequence[object]]
HEAD = ["Employee Number", "Primary", "Staff Group", "Pay Scale", "Ethnic Origin"]
NURSE = ["Yes", "Nursing and Midwifery Registered", "Band 5", "A White - British"]


def text_file(
    path: Path, rows: Rows, separator: str = ",", encoding: str = "utf-8", end: str = "\r\n"
) -> Path:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def workbook(path: Path, sheets: dict[str, Rows], merges: Sequence[str] = ()) -> Path:
    """merges: ranges of the first sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merges:
        book.worksheets[0].merge_cells(cells)
    book.save(path)
    return path


def workforce(path: Path, **wishes: object) -> Imported:
    defaults: dict[str, object] = {"snapshot": "2025-03-31"}
    return read_workforce(open_source(path), Wishes(**(defaults | wishes)), load_lookups())


def survey(path: Path, **wishes: object) -> Imported:
    return read_survey(open_source(path, wide=True), Wishes(**wishes), load_lookups())


def counts(imported: Imported) -> dict[tuple[str, str], tuple[int, ...]]:
    """White, BME and unknown by staff group and band of the one table, whose total must agree."""
    (table,) = imported.tables
    found = {(row[0], row[1]): tuple(map(int, row[2:])) for row in table.rows}
    total = found.pop(("all", "all"))
    assert total == tuple(map(sum, zip(*found.values(), strict=True)))
    return found


def reconciled(imported: Imported) -> dict[str, int]:
    return {line.what: line.number for line in imported.reconciliation}
