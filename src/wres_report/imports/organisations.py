"""The register of NHS organisations, and which followed which, for the whole workspace.

Two files of the Organisation Data Service, both without a head: ``etr`` and its like with 27
columns, of which code, name, opening and closing date are kept; ``succ`` with predecessor,
successor and date. Kept in ``data/lookups/organisations.csv`` and ``successions.csv``.
Source: NHS England, ODS data search and export (format: 27 columns, dates as yyyymmdd).
"""

from __future__ import annotations

import re
from collections import Counter

from wres_report.faults import input_fault
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Certainty, Placement
from wres_report.imports.model import Imported, Line, Remark, Table, Wishes
from wres_report.imports.source import Source
from wres_report.inputs.register import ORGANISATIONS, SUCCESSIONS

CODE = re.compile(r"^[A-Z0-9]{3,8}$")
DAY = re.compile(r"^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$")
# Places of the register's columns, the first being 0, and what each holds.
REGISTER_WIDTH = 27
REGISTER = {0: "code", 1: "name", 10: "opened", 11: "closed"}
MOST_OF_SUCCESSIONS = 12
SHOWN = 5


def read_organisations(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:  # noqa: ARG001
    """The organisations, or the successions, of a file.

    Raises an input fault for a file that is neither. Addresses and telephone numbers are left
    out.
    """
    rows = [row for row in source.sheets[0].rows() if any(row)]
    if rows and not CODE.match(rows[0][0]) and len(rows) > 1:
        rows = rows[1:]  # a head after all
    pairs = sum(bool(CODE.match(r[0]) and len(r) > 1 and CODE.match(r[1])) for r in rows)
    width = source.sheets[0].width
    if rows and width <= MOST_OF_SUCCESSIONS and 2 * pairs > len(rows):
        return _successions(source, rows)
    known = sum(bool(CODE.match(row[0])) for row in rows)
    if width < REGISTER_WIDTH or 2 * known <= len(rows):
        raise input_fault(
            f"This is no register of organisations: it has {width} columns.", source.where,
            "Take the report etr (trusts) or succ (successions) of the Organisation Data Service "
            "as it is, with its 27 columns and without a head.",
        )  # fmt: skip
    return _register(source, rows, wishes)


def _register(source: Source, rows: list[tuple[str, ...]], wishes: Wishes) -> Imported:
    found: dict[str, tuple[str, ...]] = {}
    left_out: Counter[str] = Counter()
    twice = []
    for row in rows:
        cells = tuple(row[place] for place in REGISTER)
        if not CODE.match(cells[0]) or not cells[1]:
            left_out["rows without a code or a name"] += 1
        elif any(cell and not DAY.match(cell) for cell in cells[2:]):
            left_out["rows with a date that is none"] += 1
        elif found.setdefault(cells[0], cells) != cells:
            twice.append(cells[0])
    own = found.get(wishes.code)
    remarks = [Remark("named", f"{own[0]} is {own[1]}.")] if own else []
    if wishes.code and own is None:
        remarks.append(Remark("not_there", f"{wishes.code} is not in this register."))
    if twice:
        remarks.append(
            Remark("twice", "Codes that stand here with two names or dates: the first is taken.",
                   tuple(twice))
        )  # fmt: skip
    columns = tuple(
        Placement("", place, meaning, Certainty.EXACT, f"column {place + 1} of {REGISTER_WIDTH}")
        for place, meaning in REGISTER.items()
    )
    return Imported(
        ORGANISATIONS, source.where, "the register", columns,
        (Table("", tuple(REGISTER.values()), tuple(sorted(found.values()))),),
        _lines(len(rows), left_out, len(twice), len(found), "organisations"),
        ("Of each organisation its code, name, and the dates it opened and closed are kept.",),
        tuple(remarks),
    )  # fmt: skip


def _successions(source: Source, rows: list[tuple[str, ...]]) -> Imported:
    found: set[tuple[str, ...]] = set()
    left_out: Counter[str] = Counter()
    for row in rows:
        if not (CODE.match(row[0]) and CODE.match(row[1])) or row[0] == row[1]:
            left_out["rows without two codes"] += 1
            continue
        # Which column holds the date is not confirmed, so the first that is a day counts.
        day = next((cell for cell in row[2:] if DAY.match(cell)), "")
        found.add((row[0], row[1], day))
    names = ("predecessor", "successor", "date")
    columns = tuple(Placement("", i, name, Certainty.LIKELY) for i, name in enumerate(names))
    return Imported(
        SUCCESSIONS, source.where, "the successions", columns,
        (Table("", names, tuple(sorted(found))),),
        _lines(len(rows), left_out, len(rows) - sum(left_out.values()) - len(found), len(found),
               "successions"),
        ("Each pair of a predecessor and its successor is kept once.",),
    )  # fmt: skip


def _lines(
    rows: int, left_out: Counter[str], twice: int, taken: int, what: str
) -> tuple[Line, ...]:
    return (
        Line("rows read", rows), *(Line(why, number) for why, number in left_out.items()),
        *([Line("rows that stand twice", twice)] if twice else []), Line(f"{what} taken", taken),
    )  # fmt: skip
