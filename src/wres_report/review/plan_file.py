"""The file of a plan as rows of cells, in which single cells can be changed and all else stays."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wres_report.formulas import protected, unprotected
from wres_report.inputs.places import SHEET
from wres_report.plan_files.writing import quoted

NUMBER_AT_END = re.compile(r"(.*?)(\d+)")


@dataclass
class Record:
    """One row. first, last: its lines in the file, from 0, the last not among them."""

    first: int
    last: int
    cells: dict[str, str]

    @property
    def number(self) -> int:
        """The row as a fault names it: the line it begins on, from 1."""
        return self.first + 1


@dataclass
class RowEdits:
    """What is to become of the rows of a plan, by their places in ``records``.

    cells: what is to stand in them, by place and column. removed: the rows that go. added: the
    rows that come behind a row, each by column; behind -1 those before the first.
    """

    cells: dict[tuple[int, str], str] = field(default_factory=dict)
    removed: set[int] = field(default_factory=set)
    added: dict[int, list[dict[str, str]]] = field(default_factory=dict)

    def ids(self, file: PlanFile) -> set[str]:
        """The ids of all actions, those to come among them."""
        coming = (row.get("id", "") for rows in self.added.values() for row in rows)
        return {record.cells.get("id", "") for record in file.records} | set(coming)

    def __bool__(self) -> bool:
        return bool(self.cells or self.removed or self.added)


@dataclass
class PlanFile:
    """A file of a plan. text: with ``\\n`` at the ends of its lines."""

    path: str
    text: str
    head: list[str]
    records: list[Record]

    @property
    def in_workbook(self) -> bool:
        """Whether it is a sheet of a workbook, which has no text."""
        return SHEET in self.path

    def edited(self, edits: RowEdits) -> str:
        """The text with other cells and rows. A row of which nothing is changed keeps its bytes."""
        lines = self.text.splitlines(keepends=True)
        if lines and not lines[-1].endswith("\n"):
            lines[-1] += "\n"
        for place in range(len(self.records) - 1, -1, -1):
            record = self.records[place]
            new = {column: cell for (at, column), cell in edits.cells.items() if at == place}
            lines[record.last : record.last] = map(self._line, edits.added.get(place, ()))
            if place in edits.removed:
                lines[record.first : record.last] = []
            elif new:
                lines[record.first : record.last] = [self._line(record.cells | new)]
        start = self.records[0].first if self.records else len(lines)
        lines[start:start] = map(self._line, edits.added.get(-1, ()))
        return "".join(lines)

    def _line(self, cells: Mapping[str, str]) -> str:
        return ",".join(quoted(protected(cells.get(column, ""))) for column in self.head) + "\n"


def plan_file(path: str, text: str) -> PlanFile:
    """Read the text of a plan; a file that is no table of comma-separated values has no rows."""
    text = text.replace("\r\n", "\n")
    reader = csv.reader(io.StringIO(text, newline=""))
    head: list[str] = []
    records = []
    start = 0
    try:
        for cells in reader:
            if not head:
                head = [cell.strip().lower() for cell in cells]
            elif any(cells):
                filled = [*cells, *[""] * (len(head) - len(cells))]
                named = dict(zip(head, map(unprotected, filled), strict=False))
                records.append(Record(start, reader.line_num, named))
            start = reader.line_num
    except csv.Error:
        return PlanFile(path, text, [], [])
    return PlanFile(path, text, head, records)


def next_id(id: str, ids: Collection[str]) -> str:
    """The first id behind one that none of ``ids`` is: “2.3” behind “2.2”."""
    found = NUMBER_AT_END.fullmatch(id) or NUMBER_AT_END.fullmatch("0")
    assert found is not None
    number = int(found[2]) + 1
    while f"{found[1]}{number}" in ids:
        number += 1
    return f"{found[1]}{number}"
