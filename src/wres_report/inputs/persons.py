"""Whether a file holds rows of persons, told by its head and by numbers that only persons have.

Nothing that is read here is kept or told but the kinds of column that were met.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
import warnings
from collections.abc import Iterable
from pathlib import Path

# The first rows, since a system writes a title and filters above its head.
FIRST_ROWS, FIRST_BYTES = 40, 200_000
# What is in a column, by what its head says. The first of two that fit is told.
HEADS = (
    ("staff or assignment numbers",
     r"(employee|assignment|staff|payroll|person|personnel|position|applicant|candidate)"
     r"[ _.-]*(number|num|no|id|ref(erence)?)"),
    ("National Insurance numbers", r"n\.?i\.?[ _.-]*(number|num|no)|nino|national insurance.*"),
    ("dates of birth", r"(date[ _.-]*of[ _.-]*birth|d\.?o\.?b\.?|birth[ _.-]*date)"),
    ("names", r"((first|last|middle|full|given|family|employee|staff|preferred|known)[ _.-]*"
              r"(name|as)|surname|forename|employee|initials)s?"),
    ("NHS numbers", r"nhs[ _.-]*(number|num|no)"),
    ("e-mail addresses", r"(work |home |employee )?e[ _-]?mail([ _-]*address)?"),
    ("addresses", r"(home[ _.-]*)?(address([ _.-]*line)?[ _.-]*\d?|post[ _.-]*code)"),
)  # fmt: skip
HEAD_PATTERNS = [(kind, re.compile(f"^({pattern})$", re.IGNORECASE)) for kind, pattern in HEADS]
INSURANCE_NUMBER = re.compile(r"^[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$")
MAIL = re.compile(r"^[\w.+-]+@[\w-]+\.[\w.]+$")
SHEETS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".txt", ".tsv")


def kinds_of_personal_columns(path: Path) -> list[str]:
    """Which kinds of column of persons a file has; none where it is no table or cannot be read."""
    suffix = path.suffix.lower()
    with contextlib.suppress(Exception):  # whatever is wrong with it: it is not read at all
        if suffix in SHEETS:
            return _kinds(_sheet_rows(path))
        if suffix in TEXTS:
            return _kinds(_text_rows(path))
    return []


def _kinds(rows: Iterable[list[str]]) -> list[str]:
    found: set[str] = set()
    for cells in rows:
        for cell in cells:
            found |= _kinds_of_cell(cell)
    return [kind for kind, _ in HEADS if kind in found]


def _kinds_of_cell(cell: str) -> set[str]:
    text = " ".join(cell.split())
    if INSURANCE_NUMBER.match(text):
        return {"National Insurance numbers"}
    if MAIL.match(text):
        return {"e-mail addresses"}
    return {next(kind for kind, pattern in HEAD_PATTERNS if pattern.match(text))} if any(
        pattern.match(text) for _, pattern in HEAD_PATTERNS
    ) else set()  # fmt: skip


def _text_rows(path: Path) -> list[list[str]]:
    if not path.is_file():
        return []
    with path.open("rb") as file:
        start = file.read(FIRST_BYTES)
    utf16 = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = start.decode("utf-16" if utf16 else "utf-8-sig", errors="replace")
    lines = text.splitlines()[:FIRST_ROWS]
    separator = max(",;\t|", key=lambda sign: sum(line.count(sign) for line in lines))
    return list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))


def _sheet_rows(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(path, read_only=True, data_only=True)
    try:
        return [
            [str(cell) for cell in row if cell is not None]
            for sheet in book.worksheets
            for row in sheet.iter_rows(max_row=FIRST_ROWS, values_only=True)
        ]
    finally:
        book.close()
