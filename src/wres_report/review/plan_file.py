"""The file of a plan as rows of cells, in which single cells can be changed and all else stays."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from wres_report.formulas import protected, unprotected
from wres_report.plan_files.writing import quoted


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
class PlanFile:
    """A file of a plan. text: with ``\\n`` at the ends of its lines."""

    path: str
    text: str
    head: list[str]
    records: list[Record]

    def with_cells(self, changes: dict[tuple[int, str], str]) -> str:
        """The text with other cells; changes: by place in ``records`` and column.

        A row of which nothing is changed keeps its bytes.
        """
        lines = self.text.splitlines(keepends=True)
        for place in sorted({place for place, _ in changes}, reverse=True):
            record = self.records[place]
            new = {column: cell for (at, column), cell in changes.items() if at == place}
            cells = [protected(cell) for cell in (record.cells | new).values()]
            lines[record.first : record.last] = [",".join(map(quoted, cells)) + "\n"]
        return "".join(lines)


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
