"""``data/trusts.csv``: what is known of the trusts of a workspace beside their figures.

Columns: code; and, each where it is known, name, benchmark_group, region, icb, successor (the code
of the trust that this one was merged into) and merged (the first WRES year of which the successor
reports). No figure is made from it: it says who is whose peer, and who is reported by another.
Where it does not say that of a trust, the register of organisations does, where it was imported.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from wres_report.faults import input_fault
from wres_report.inputs.register import first_year_after, successions
from wres_report.inputs.text import read_text
from wres_report.inputs.workspace import Workspace

FILE = "trusts.csv"
WHERE = f"data/{FILE}"
COLUMNS = ("code", "name", "benchmark_group", "region", "icb", "successor", "merged")
YEARS = range(2000, 2100)
DIGITS_OF_A_DAY = 8


@dataclass(frozen=True)
class Organisation:
    """One trust. Texts are empty where they are not known. merged: 0 where it was not."""

    code: str
    name: str = ""
    benchmark_group: str = ""
    region: str = ""
    icb: str = ""
    successor: str = ""
    merged: int = 0

    def reported_by_successor(self, year: int) -> bool:
        """Whether the figures of a WRES year are those of the successor already."""
        return bool(self.successor and self.merged and year >= self.merged)


def read_organisations(data: Path) -> dict[str, Organisation]:
    """The trusts by code, those of the file and those that the register knows a successor of.

    data: the folder of the workspace's data. Raises an input fault as ``_of_file`` does.
    """
    found = _of_file(data)
    followed: dict[str, set[tuple[str, int]]] = {}
    for before, after, day in successions(Workspace(data.parent)):
        if len(day) == DIGITS_OF_A_DAY and day.isdigit():
            followed.setdefault(before, set()).add((after, first_year_after(day)))
    for code, pairs in followed.items():
        known = found.get(code, Organisation(code))
        # A trust that was shared out among several has no successor that reports all of it.
        if not known.successor and len(pairs) == 1:
            ((successor, merged),) = pairs
            found[code] = replace(known, successor=successor, merged=merged)
    return found


def _of_file(data: Path) -> dict[str, Organisation]:
    """The trusts by code; none where the file is absent.

    Raises an input fault for a column that is missing or unknown, a code that stands twice, and a
    year that is none; the file is named, with its row.
    """
    path = data / FILE
    if not path.exists():
        return {}
    reader = csv.DictReader(read_text(path, WHERE).splitlines())
    head = [(name or "").strip() for name in reader.fieldnames or ()]
    reader.fieldnames = head
    wrong = [name for name in head if name not in COLUMNS]
    if "code" not in head or wrong:
        what = f"There is no column “{wrong[0]}”." if wrong else "The column “code” is missing."
        raise input_fault(what, f"{WHERE}, row 1", f"The columns are {', '.join(COLUMNS)}.")
    found: dict[str, Organisation] = {}
    rows: dict[str, int] = {}
    for row in reader:
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        code, number = cells["code"].upper(), reader.line_num
        if not any(cells.values()):
            continue
        _check(code, cells, number, rows)
        rows[code] = number
        found[code] = Organisation(
            code,
            cells.get("name", ""),
            cells.get("benchmark_group", ""),
            cells.get("region", ""),
            cells.get("icb", ""),
            cells.get("successor", "").upper(),
            int(cells.get("merged") or 0),
        )
    return found


def _check(code: str, cells: dict[str, str], number: int, rows: dict[str, int]) -> None:
    where = f"{WHERE}, row {number}"
    if not code:
        raise input_fault("This row has no code.", f"{where}, column code", "Write the ODS code.")
    if code in rows:
        raise input_fault(
            f"{code} stands twice, in rows {rows[code]} and {number}.", where,
            "Keep the row that is right, and delete the other.",
        )  # fmt: skip
    merged = cells.get("merged", "")
    if merged and not (merged.isdigit() and int(merged) in YEARS):
        raise input_fault(
            f"“{merged[:20]}” is no year.", f"{where}, column merged",
            "Write the first WRES year of which the successor reports, such as 2023.",
        )  # fmt: skip
    if bool(merged) != bool(cells.get("successor", "")):
        missing = "successor" if merged else "merged"
        raise input_fault(
            "A merger needs both the successor and the year.", f"{where}, column {missing}",
            "Fill in both, or neither.",
        )  # fmt: skip
