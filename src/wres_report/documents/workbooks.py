"""Workbooks of others: of each sheet what is used is read, up to a bound, and the rest is told.

A cell in the last row, a range that is merged over a whole sheet or a million rows would otherwise
take all memory: openpyxl makes an object of each cell that a sheet names.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from lxml import etree
from openpyxl.utils import column_index_from_string, get_column_letter

from wres_report.documents.opening import SHEET, refuse_bombs
from wres_report.words import agreeing, counted

# Far more than any table of a trust has; both are what a reader takes seconds for.
MOST_ROWS, MOST_COLUMNS = 5_000, 500
CELL = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})$")
SHOWN = 5


@dataclass
class Bounded:
    """content: what openpyxl is to open: the file as it is, or its sheets cut to what is used.
    count, left_out: of the cells with content that are not read how many, and the first few."""

    content: IO[bytes]
    rows: int = MOST_ROWS
    left_out: list[str] = field(default_factory=list)
    count: int = 0

    @property
    def told(self) -> str:
        """A sentence on what is not read; empty where all is."""
        if not self.count:
            return ""
        return (
            f"Only the first {self.rows:,} rows and {MOST_COLUMNS} columns of a sheet are read; "
            f"{counted(self.count, 'cell')} with content {agreeing(self.count)} left out."
        )


def bounded(path: Path, where: str, rows: int = MOST_ROWS) -> Bounded:
    """A workbook that openpyxl can open within the bounds. rows: the most that a sheet may have.

    Raises an input fault as ``refuse_bombs`` does.
    """
    refuse_bombs(path, where)
    result = Bounded(io.BytesIO(path.read_bytes()), rows)
    changed: dict[str, bytes] = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if SHEET.search(name):
                with package.open(name) as part:
                    content = _cut(part, result)
                if content is not None:
                    changed[name] = content
        if changed:
            result.content = _packed(package, changed)
    return result


def _packed(package: zipfile.ZipFile, changed: dict[str, bytes]) -> IO[bytes]:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for part in package.infolist():
            made.writestr(part.filename, changed.get(part.filename) or package.read(part))
    return target


def _cut(part: IO[bytes], result: Bounded) -> bytes | None:
    """The sheet without what lies beyond the bounds; None where all of it lies within."""
    sheet = _Sheet(result)
    for _, element in etree.iterparse(
        part, events=("end",), tag=("{*}row", "{*}mergeCell"), resolve_entities=False,
        no_network=True, huge_tree=True,
    ):  # fmt: skip
        if etree.QName(element).localname == "row":
            sheet.row(element)
        else:
            sheet.merged(element)
    sheet.drop_dropped()
    root = sheet.root
    if root is None or not sheet.changed:
        return None
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))


class _Sheet:
    """One sheet as it is read; ``height`` and ``width`` of its cells with content so far."""

    def __init__(self, result: Bounded) -> None:
        self.result = result
        self.changed = False
        self.height = self.width = self.number = 0
        self.root: Any = None
        self._dropped: Any = None

    def row(self, row: Any) -> None:
        self.root = row.getroottree().getroot()
        self.drop_dropped()
        self.number = int(row.get("r") or self.number + 1)
        column = 0
        for cell in list(row):
            place = CELL.match(cell.get("r") or "")
            column = column_index_from_string(place[1]) if place else column + 1
            filled = len(cell) > 0
            if self.number > self.result.rows or column > MOST_COLUMNS:
                self._leave_out(cell, filled)
                row.remove(cell)
            elif filled:
                self.height = max(self.height, self.number)
                self.width = max(self.width, column)
        if self.number > self.result.rows:
            # What is being read may not be removed before the next one has begun.
            self._dropped, self.changed = row, True

    def _leave_out(self, cell: Any, filled: bool) -> None:
        self.changed = True
        if filled:
            self.result.count += 1
            if len(self.result.left_out) < SHOWN:
                self.result.left_out.append(f"cell {cell.get('r', '')}".strip())

    def drop_dropped(self) -> None:
        if self._dropped is not None and self._dropped.getparent() is not None:
            self._dropped.getparent().remove(self._dropped)
        self._dropped = None

    def merged(self, area: Any) -> None:
        """Cut a merged range to the cells with content; one that holds none is taken out."""
        first, _, last = (area.get("ref") or "").partition(":")
        start, end = CELL.match(first), CELL.match(last or first)
        if start is None or end is None:
            return
        bottom = min(int(end[2]), max(self.height, int(start[2])))
        right = min(column_index_from_string(end[1]), max(self.width, _column(start)))
        if bottom < int(end[2]) or right < _column(end):
            area.set("ref", f"{first}:{get_column_letter(right)}{bottom}")
            self.changed = True
        if int(start[2]) > self.result.rows or _column(start) > MOST_COLUMNS:
            area.set("ref", "A1")
            self.changed = True


def _column(place: re.Match[str]) -> int:
    return int(column_index_from_string(place[1]))
