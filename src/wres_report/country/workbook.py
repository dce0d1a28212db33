"""The table of all trusts as an accessible workbook: a cover, one table a sheet, and notes.

A country has tens of thousands of rows, and openpyxl takes half a minute for so many cells. It
writes the first row, whose cells have the look of all, and the others are written after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from wres_report.files import write_package
from wres_report.leftovers import beside, remove
from wres_report.packing import parts_of
from wres_report.peers.wording import worded
from wres_report.plan_files.sheet_text import sheet_text
from wres_report.plan_files.sheet_writer import FONT, HEAD_ROW, SIZE, SheetWriter
from wres_report.standard import Standard

NAME = "country.xlsx"
NOTES = "Notes"
NOTE_COLUMNS = {"sheet": (14, ""), "column": (20, ""), "what it means": (90, "")}
ONE_TABLE = "This worksheet contains one table."
ABOUT = f"{ONE_TABLE} Where a cell is empty there is nothing to say. Notes explains the columns."
COVER_WIDTH = 100
FIRST_ROW = re.compile(rb'<row r="4"[^>]*>(?P<cells>.*?)</row>')  # below the head
CELL = re.compile(rb'<c r="[A-Z]+\d+"(?: s="(?P<style>\d+)")?')
FIRST_SHEET = 2  # the cover is the first
TYPES, RELATIONS = "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
OFFICE = "http://schemas.openxmlformats.org"
MAIN = f"{OFFICE}/spreadsheetml/2006/main"
TEXT_RELATION = f"{OFFICE}/officeDocument/2006/relationships/sharedStrings"
TEXT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
CHUNK = 5_000  # rows that are put together at once
NUMBERS = (float, int)


@dataclass(frozen=True)
class Table:
    """A sheet of its own. columns: width and meaning of each, by its name."""

    name: str
    title: str
    columns: Mapping[str, tuple[int, str]]
    rows: Sequence[Sequence[Any]]


def write(
    tables: Sequence[Table], title: str, path: Path, epoch: int, standard: Standard, *,
    synthetic: bool,
) -> None:  # fmt: skip
    """Write the workbook; the same tables and time give the same bytes.

    title: of the whole, with its years. standard: whose words the notes have. epoch: the time
    written into the file, in seconds since 1970. synthetic: whether any
    trust is invented. Raises OSError where the folder cannot be written to.
    """
    book, writer = Workbook(), SheetWriter()
    notes = [(table.name, name, said) for table in tables
             for name, (_, said) in worded(table.columns, standard).items()]  # fmt: skip
    every = [*tables, Table(NOTES, NOTES, NOTE_COLUMNS, notes)]
    _cover(writer, book.active, title, every, standard, synthetic=synthetic)
    for table in every:
        sheet = book.create_sheet(table.name)
        writer.title(sheet, table.title, ABOUT if table.name != NOTES else ONE_TABLE)
        first = [[_plain(cell) for cell in row] for row in table.rows[:1]]
        widths = [width for width, _ in table.columns.values()]
        name = f"{table.name}_table"
        writer.table(sheet, HEAD_ROW, name, list(table.columns), first, widths)
    book.properties.title, book.properties.language = title, "en-GB"
    parts = parts_of(book, epoch)
    _add_rows(parts, every)
    _reach(parts, every)
    temporary = beside(path)
    try:
        write_package(temporary, parts, epoch)
        temporary.replace(path)
    finally:
        remove(temporary)


def _cover(
    writer: SheetWriter, sheet: Any, title: str, tables: Sequence[Table], standard: Standard, *,
    synthetic: bool,
) -> None:  # fmt: skip
    sheet.title = "Cover"
    said = [
        title,
        f"One row for each trust, {standard.short} year, {standard.noun} and group, as the reports "
        "of the trusts, or the workbook of the survey, publish it. What they suppress is "
        "suppressed here.",
        *(["Some or all of the trusts are invented: the column synthetic says which."]
          if synthetic else []),
        "Contents",
    ]  # fmt: skip
    for row, text in enumerate(said, start=1):
        cell = writer.put(sheet, row, 1, text)
        if text in (title, "Contents"):
            cell.font = Font(name=FONT, size=SIZE + 2, bold=True)
    for row, table in enumerate(tables, start=len(said) + 1):
        words = f"{table.name}: {table.title}" if table.name != table.title else table.name
        writer.link(sheet, row, table.name, words)
    sheet.column_dimensions["A"].width = COVER_WIDTH


def _add_rows(parts: dict[str, bytes], tables: Sequence[Table]) -> None:
    """Add all rows but the first to the sheets, whose cells look as those of the first do.

    Numbers are written as numbers, everything else as text, which no program takes for a formula.
    """
    texts = _Texts()
    for number, table in enumerate(tables, start=FIRST_SHEET):
        name = f"xl/worksheets/sheet{number}.xml"
        found = FIRST_ROW.search(parts[name])
        if len(table.rows) < 2 or found is None:
            continue
        styles = [one["style"].decode() for one in CELL.finditer(found["cells"])]
        looks = dict(zip(map(_is_number, table.rows[0]), styles, strict=True))
        texts.look(looks[False], looks.get(True, looks[False]))
        parts[name] = _longer(parts[name], table.rows[1:], len(styles), texts)
    texts.add_to(parts)


def _reach(parts: dict[str, bytes], tables: Sequence[Table]) -> None:
    """Let each table of the workbook reach to its last row.

    openpyxl makes a cell for every place within a table that it writes, so it knows of one row.
    """
    for number, table in enumerate(tables, start=1):
        name = f"xl/tables/table{number}.xml"
        first = f"A{HEAD_ROW}:{get_column_letter(len(table.columns))}"
        short, whole = (
            f'ref="{first}{HEAD_ROW + rows}"'.encode() for rows in (1, max(len(table.rows), 1))
        )
        parts[name] = parts[name].replace(short, whole)


def _longer(sheet: bytes, rows: Sequence[Sequence[Any]], width: int, texts: _Texts) -> bytes:
    starts = [f'<c r="{get_column_letter(n)}' for n in range(1, width + 1)]
    end = sheet.rindex(b"</sheetData>")
    chunks = [sheet[:end]]
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        chunks.append(_rows(HEAD_ROW + 2 + start, some, starts, texts).encode())
    return b"".join([*chunks, sheet[end:]])


def _rows(
    first: int, rows: Sequence[Sequence[Any]], starts: Sequence[str], texts: _Texts
) -> str:  # fmt: skip
    """The XML of some rows, made column by column. first: the number of the first."""
    places = [str(number) for number in range(first, first + len(rows))]
    columns = [
        [f"{start}{place}{end}" if end else "" for place, end in zip(places, ends, strict=True)]
        for start, column in zip(starts, zip(*rows, strict=True), strict=True)
        if any(ends := texts.ends_of(column))
    ]
    cells = zip(*columns, strict=True) if columns else [()] * len(rows)
    return "".join(
        f'<row r="{place}">{"".join(row)}</row>'
        for place, row in zip(places, cells, strict=True)
    )  # fmt: skip


class _Texts:
    """The texts of many cells, each of which stands once in a part of its own.

    openpyxl writes a text into its cell, which makes a country four times as large.
    """

    def __init__(self) -> None:
        self._text = self._number = ""
        self._places: dict[Any, int] = {}
        self._ends: dict[Any, str] = {}
        self._new: list[str] = []

    def look(self, text: str, number: str) -> None:
        """Take these styles for the cells that follow."""
        self._text, self._number = f'" s="{text}" t="s"><v>', f'" s="{number}"><v>'
        self._ends = {None: "", "": ""}

    def ends_of(self, column: Sequence[Any]) -> list[str]:
        """The XML of the cells after their places; empty for an empty cell."""
        known, number = self._ends, self._number
        # A country has two million cells and few texts. True is no number, and is equal to 1.
        return [
            f"{number}{cell!r}</v></c>" if cell.__class__ in NUMBERS
            else end if (end := known.get(cell)) is not None else self._end_of(cell)
            for cell in column
        ]  # fmt: skip

    def _end_of(self, cell: Any) -> str:
        """Of a text that these styles have not had yet."""
        place = self._places.get(cell)
        if place is None:
            place = self._places[cell] = len(self._new)
            text = escape(sheet_text(_plain(cell)))
            self._new.append(f'<si><t xml:space="preserve">{text}</t></si>')
        self._ends[cell] = end = f"{self._text}{place}</v></c>"
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


def _is_number(cell: Any) -> bool:
    return cell.__class__ in NUMBERS
