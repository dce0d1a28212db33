"""The sheet of a plan in ``tables.xlsx``, in which single cells and rows can be changed.

The sheet's own XML is changed, and every other part of the workbook keeps its bytes: pictures,
charts, formulas and looks are what they were.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from wres_report.inputs.places import TablePlace
from wres_report.inputs.reading import HEAD_WITHIN
from wres_report.inputs.spellings import head_read_as, plain
from wres_report.inputs.supplied import sheet_at
from wres_report.inputs.tables import TableSchema
from wres_report.review.plan_file import PlanFile, Record, RowEdits

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
LETTERS = re.compile(r"[A-Z]+")


def plan_sheet(place: TablePlace, schema: TableSchema) -> PlanFile:
    """The rows of a plan\'s sheet; none where it has no head or cannot be read for certain."""
    read = sheet_at(place, schema)
    if read.table is None or read.doubts:
        return PlanFile(place.where, "", [], [])
    records = [
        Record(number - 1, number, dict(zip(read.table.columns, row, strict=True)))
        for number, row in zip(read.table.numbers, read.table.rows, strict=True)
    ]
    return PlanFile(place.where, "", list(read.table.columns), records)


def sheet_change(
    before: bytes, place: TablePlace, schema: TableSchema, file: PlanFile, edits: RowEdits
) -> tuple[bytes, list[str]]:
    """A workbook with other cells and rows in one sheet, and what was changed in words.

    A new row comes below the others, since the places of rows are named all over a workbook; one
    that goes is emptied.
    """
    part = _part_of(before, schema.name)
    with zipfile.ZipFile(io.BytesIO(before)) as book:
        root = etree.fromstring(book.read(part), etree.XMLParser(resolve_entities=False))
    sheet = _Sheet(root, _columns(place.path, schema))
    for (at, column), words in sorted(edits.cells.items()):
        if at not in edits.removed:
            sheet.write(file.records[at].number, column, file.records[at].cells[column], words)
    for at in sorted(edits.removed):
        record = file.records[at]
        for column, words in record.cells.items():
            sheet.write(record.number, column, words, "")
    last = max((record.number for record in file.records), default=0)
    for row in (row for _, rows in sorted(edits.added.items()) for row in rows):
        last = sheet.free_row(last + 1)
        for column, words in row.items():
            sheet.write(last, column, "", words)
    text = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _with_part(before, part, text), sheet.lines


class _Sheet:
    def __init__(self, root: Any, columns: Mapping[str, str]) -> None:
        self.data, self.columns = root.find(S + "sheetData"), columns
        self.lines: list[str] = []

    def free_row(self, number: int) -> int:
        """The first row from a number on in which nothing stands."""
        filled = {int(row.get("r", "0")) for row in self.data if any(_holds(row))}
        while number in filled:
            number += 1
        return number

    def write(self, row: int, column: str, before: str, words: str) -> None:
        if before == words or column not in self.columns:
            return
        name = f"{self.columns[column]}{row}"
        self.lines.append(f"{name}: “{before}” → “{words}”")
        cell = self._cell(row, name)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if words:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, S + "is"), S + "t")
            text.text = words
            text.set(SPACE, "preserve")

    def _cell(self, number: int, name: str) -> Any:
        row = next((r for r in self.data if int(r.get("r", "0")) == number), None)
        if row is None:
            row = etree.Element(S + "row", r=str(number))
            behind = [r for r in self.data if int(r.get("r", "0")) < number]
            self.data.insert(len(behind), row)
        found = next((c for c in row if c.get("r") == name), None)
        if found is None:
            found = etree.Element(S + "c", r=name)
            row.insert(len([c for c in row if _place(c) < _place(found)]), found)
        return found


def _place(cell: Any) -> int:
    letters = LETTERS.match(cell.get("r", ""))
    return column_index_from_string(letters[0]) if letters else 0


def _holds(row: Any) -> Iterator[bool]:
    return (len(cell) > 0 for cell in row)


def _columns(path: Path, schema: TableSchema) -> dict[str, str]:
    """The letters of the columns of the table."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    sheet = next(s for s in book.worksheets if plain(s.title) == plain(schema.name))
    sheet.reset_dimensions()
    for row in sheet.iter_rows(max_row=HEAD_WITHIN, values_only=True):
        names = head_read_as(["" if v is None else str(v).strip() for v in row], schema)
        if set(schema.required) <= set(names):
            book.close()
            return {name: get_column_letter(n) for n, name in enumerate(names, start=1) if name}
    book.close()
    return {}


def _part_of(content: bytes, name: str) -> str:
    """The part of a workbook that holds a sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = etree.fromstring(book.read("xl/workbook.xml")).iter(S + "sheet")
        wanted = next(s.get(R + "id") for s in sheets if plain(s.get("name", "")) == plain(name))
        relations = etree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        target = next(str(r.get("Target")) for r in relations if r.get("Id") == wanted)
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _with_part(content: bytes, name: str, text: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, \
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:  # fmt: skip
        for info in old.infolist():
            new.writestr(info, text if info.filename == name else old.read(info))
    return made.getvalue()
