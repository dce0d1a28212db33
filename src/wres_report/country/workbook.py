"""The table of all trusts as an accessible workbook: a cover, one table a sheet, and notes.

A country has tens of thousands of rows, and openpyxl takes half a minute for so many cells. It
writes the first row, whose cells have the look of all, and the others are written after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from wres_report.country.figure import COLUMNS, Figure
from wres_report.country.findings import Finding
from wres_report.files import write_package
from wres_report.leftovers import beside, remove
from wres_report.packing import parts_of
from wres_report.plan_files.sheet_text import sheet_text
from wres_report.plan_files.sheet_writer import FONT, HEAD_ROW, SIZE, SheetWriter

NAME = "country.xlsx"
FIGURES, FINDINGS, NOTES = "Figures", "Findings", "Notes"
ONE_TABLE = "This worksheet contains one table."
ABOUT = f"{ONE_TABLE} Where a cell is empty there is nothing to say. Notes explains the columns."
COVER_WIDTH = 100
FINDING_WIDTHS = (20, 10, 9, 7, 80, 60)
LAST_ROW = re.compile(rb'<row r="(?P<row>\d+)"[^>]*>(?P<cells>(?:(?!<row).)*)</row></sheetData>')
CELL = re.compile(rb'<c r="[A-Z]+\d+"(?: s="(?P<style>\d+)")?')
SHEET = "xl/worksheets/sheet2.xml"  # the cover is the first
TYPES, RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org"
MAIN = f"{OFFICE}/spreadsheetml/2006/main"
TEXT_RELATION = f"{OFFICE}/officeDocument/2006/relationships/sharedStrings"
TEXT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
TEXT_COLUMN, NUMBER_COLUMN = (list(COLUMNS).index(name) for name in ("trust", "year"))
CHUNK = 5_000  # rows that are put together at once


def write(
    figures: Sequence[Figure], findings: Sequence[Finding], title: str, path: Path, epoch: int
) -> None:
    """Write the workbook; the same figures and time give the same bytes.

    title: of the table, with its years. epoch: the time written into the file, in seconds since
    1970. Raises OSError where the folder cannot be written to.
    """
    book, writer = Workbook(), SheetWriter()
    contents = [(FIGURES, "The figures"), (FINDINGS, "What must be known of them"),
                (NOTES, "Notes")]  # fmt: skip
    _cover(writer, book.active, title, contents, synthetic=any(f.synthetic for f in figures))
    heads, widths = list(COLUMNS), [width for width, _ in COLUMNS.values()]
    first: list[list[str | float]] = [[_plain(cell) for cell in row] for row in figures[:1]]
    sheet = book.create_sheet(FIGURES)
    writer.title(sheet, title, ABOUT)
    writer.table(sheet, HEAD_ROW, "Figures_table", heads, first, widths)
    last = f"{get_column_letter(len(heads))}{HEAD_ROW + max(len(figures), 1)}"
    sheet.tables["Figures_table"].ref = f"A{HEAD_ROW}:{last}"
    found: list[list[str | float]] = [[cell or "" for cell in finding] for finding in findings]
    notes: list[list[str | float]] = [[name, said] for name, (_, said) in COLUMNS.items()]
    for name, columns, rows, wide in (
        (FINDINGS, Finding._fields, found or [["none", *[""] * 5]], FINDING_WIDTHS),
        (NOTES, ("column", "what it means"), notes, (20, 90)),
    ):
        sheet = book.create_sheet(name)
        writer.title(sheet, name, ONE_TABLE)
        writer.table(sheet, HEAD_ROW, f"{name}_table", columns, rows, wide)
    book.properties.title, book.properties.language = title, "en-GB"
    parts = parts_of(book, epoch)
    _add_rows(parts, figures[1:])
    temporary = beside(path)
    try:
        write_package(temporary, parts, epoch)
        temporary.replace(path)
    finally:
        remove(temporary)


def _cover(
    writer: SheetWriter, sheet: Any, title: str, contents: Sequence[tuple[str, str]], *,
    synthetic: bool,
) -> None:  # fmt: skip
    sheet.title = "Cover"
    said = [
        title,
        "One row for each trust, WRES year, indicator and group, as the reports of the trusts, or "
        "the workbook of the survey, publish it. What they suppress is suppressed here.",
        *(["Some or all of the trusts are invented: the column synthetic says which."]
          if synthetic else []),
        "Contents",
    ]  # fmt: skip
    for row, text in enumerate(said, start=1):
        cell = writer.put(sheet, row, 1, text)
        if text in (title, "Contents"):
            cell.font = Font(name=FONT, size=SIZE + 2, bold=True)
    for row, (name, words) in enumerate(contents, start=len(said) + 1):
        writer.link(sheet, row, name, f"{name}: {words}" if name != words else name)
    sheet.column_dimensions["A"].width = COVER_WIDTH


def _add_rows(parts: dict[str, bytes], rows: Sequence[Sequence[Any]]) -> None:
    """Add rows to the sheet after its last one, whose cells look as that one's do.

    Numbers are written as numbers, everything else as text, which no program takes for a formula.
    """
    sheet = parts[SHEET]
    found = LAST_ROW.search(sheet)
    if not rows or found is None:
        return
    styles = [one["style"].decode() for one in CELL.finditer(found["cells"])]
    starts = [f'<c r="{get_column_letter(n)}' for n in range(1, len(styles) + 1)]
    texts = _Texts(styles[TEXT_COLUMN], styles[NUMBER_COLUMN])
    end = sheet.rindex(b"</sheetData>")
    chunks = [sheet[:end]]
    first = int(found["row"]) + 1
    for start in range(0, len(rows), CHUNK):
        some = enumerate(rows[start : start + CHUNK], start=first + start)
        chunks.append("".join(_row(n, row, starts, texts) for n, row in some).encode())
    parts[SHEET] = b"".join([*chunks, sheet[end:]])
    texts.add_to(parts)


def _row(number: int, row: Sequence[Any], starts: Sequence[str], texts: _Texts) -> str:
    place, end_of = str(number), texts.end_of
    cells = [
        start + place + end
        for start, value in zip(starts, row, strict=True)
        if (end := end_of(value))
    ]
    return f'<row r="{number}">{"".join(cells)}</row>'


class _Texts:
    """The texts of many cells, each of which stands once in a part of its own.

    openpyxl writes a text into its cell, which makes a country four times as large.
    """

    def __init__(self, text_style: str, number_style: str) -> None:
        self._text, self._number = f'" s="{text_style}" t="s"><v>', f'" s="{number_style}"><v>'
        self._ends: dict[Any, str] = {}
        self._new: list[str] = []

    def end_of(self, value: Any) -> str:
        """The XML of a cell after its place; empty for an empty cell."""
        if value is None or value == "":
            return ""
        if isinstance(value, float | int) and not isinstance(value, bool):
            return f"{self._number}{value!r}</v></c>"
        end = self._ends.get(value)
        if end is None:
            text = escape(sheet_text(_plain(value)))
            end = self._ends[value] = f"{self._text}{len(self._new)}</v></c>"
            self._new.append(f'<si><t xml:space="preserve">{text}</t></si>')
        return end

    def add_to(self, parts: dict[str, bytes]) -> None:
        """Add the part, and what tells of it, to the parts of a workbook."""
        texts = "".join(self._new)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'.encode()
        for name, entry in (
            (TYPES, f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TEXT_TYPE}"/>'),
            (RELATIONS, f'<Relationship Id="rIdTexts" Type="{TEXT_RELATION}" '
                        'Target="sharedStrings.xml"/>'),
        ):  # fmt: skip
            before = parts[name].rindex(b"</")
            parts[name] = parts[name][:before] + entry.encode() + parts[name][before:]


def _plain(cell: Any) -> Any:
    """A cell as the sheet has it: a number, or text."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else cell
