"""Rows of a pay band: which part of the workforce a row is of is told by its own figures.

A table seldom says whether its row of band 5 is of all staff, of clinical or of non-clinical ones,
nor of what whole its percentages are. So a row is held against each part, by counts and by either
percentage. All its figures agree where one of these has them all. One figure is accused only where
the others of its row, two at least, are all of one part and it is none of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims import facts as kinds
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.facts import Fact, Facts
from wres_report.claims.mentions import groups_in, scopes_in, wres_years, years_in
from wres_report.claims.numbers import Number, numbers_in
from wres_report.claims.printed import is_figure
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_STAFF = ("", "clinical_", "non_clinical_")
_NO_BANDS = ("medical", "clinical", "non_clinical", "senior", "?")
# Beside an odd figure stand so many others of its part, and not all of them small.
_FEWEST, _LARGE = 2, 20
_PLAIN_HEAD = re.compile(
    r"(?:\W|%|\b(?:staff|people|employees|colleagues|number|no|n|count|headcount|total|all|"
    r"per ?cent|percentage|share|of|in|ethnicity)\b)*", re.I,
)  # fmt: skip
IN_ROW = "It is what the tables have for this part, as are the other figures of its row."
NOT_IN_ROW = "The other figures of its row are those of this part, and this one is of none."


@dataclass(frozen=True)
class _Cell:
    """A figure of a row. kinds: of what facts it may be. start: its place in the row."""

    number: Number
    group: str
    kinds: tuple[str, ...]
    start: int


def band_findings(passage: Passage, facts: Facts) -> list[Finding]:
    """The findings on a row of one pay band or cluster; none where it is open of what it is."""
    named = {mention.value for mention in scopes_in(passage.cells[0])}
    if len(named) != 1 or named & set(_NO_BANDS) or _is_of_another_year(passage, facts.year):
        return []
    cells = list(_cells(passage))
    if len(cells) < _FEWEST or len({(cell.group, cell.kinds) for cell in cells}) < len(cells):
        return []
    band = named.pop()
    known = [_found(cells, f"{staff}{band}", percent, facts) for staff in _STAFF
             for percent in (kinds.SHARE, kinds.WITHIN)]  # fmt: skip
    held = max(known, key=lambda row: sum(_says(c, f) for c, f in zip(cells, row, strict=True)))
    odd = [n for n, cell in enumerate(cells) if not _says(cell, held[n])]
    if not odd:
        return [_finding(passage, cell, fact, right=True)
                for cell, fact in zip(cells, held, strict=True)]  # fmt: skip
    n, others = odd[0], [cell.number.value for place, cell in enumerate(cells) if place not in odd]
    if len(odd) > 1 or len(others) < _FEWEST or max(others) < _LARGE:
        return []
    if held[n] is None or any(_says(cells[n], row[n]) for row in known):
        return []
    return [_finding(passage, cell, fact, right=place != n)
            for place, (cell, fact) in enumerate(zip(cells, held, strict=True))]  # fmt: skip


def _is_of_another_year(passage: Passage, this: int) -> bool:
    """Whether a row, its table or its columns name a year that is not that of the report."""
    told = " | ".join((*passage.headings, passage.caption, *passage.head, passage.cells[0]))
    return any(this not in wres_years(m.value, 1, this) for m in years_in(told))


def _cells(passage: Passage) -> Iterator[_Cell]:
    """The figures of the columns that are named by one group and by nothing else."""
    end = len(passage.cells[0])
    for head, cell in zip(passage.head[1:], passage.cells[1:], strict=True):
        start = passage.text.find(cell, end) if cell else end
        end = max(end, start + len(cell))
        groups, numbers = groups_in(head), numbers_in(cell)
        if len(numbers) != 1 or numbers[0].text != cell.strip() or numbers[0].signed:
            continue
        rest = head
        for mention in reversed(groups):
            rest = rest[: mention.start] + rest[mention.end :]
        value = groups[0].value if len(groups) == 1 else ""
        if not groups and _PLAIN_HEAD.fullmatch(head) and "otal" in head:
            value = "total"
        if value and _PLAIN_HEAD.fullmatch(rest):
            share = "%" in head + cell or re.search(r"per ?cent|share", head, re.I)
            percent = (kinds.SHARE, kinds.WITHIN) if share else (kinds.COUNT,)
            yield _Cell(numbers[0], value, percent, start + cell.find(numbers[0].text))


def _found(cells: list[_Cell], of: str, percent: str, facts: Facts) -> list[Fact | None]:
    """What the tables have for each figure of a row, if it is of this part and this whole."""
    return [
        facts.one(1, kinds.COUNT if cell.kinds == (kinds.COUNT,) else percent, cell.group, of)
        for cell in cells
    ]


def _says(cell: _Cell, fact: Fact | None) -> bool:
    return fact is not None and is_figure(cell.number, fact.value, known=1) is True


def _finding(passage: Passage, cell: _Cell, fact: Fact | None, *, right: bool) -> Finding:
    shown = write(fact.value, Unit(fact.unit)) if fact is not None else ""
    return Finding(
        passage, 1, Verdict.AGREES if right else Verdict.CONTRADICTS, cell.number.printed, shown,
        IN_ROW if right else NOT_IN_ROW, None if right else Fault.WRONG_VALUE, cell.start,
    )  # fmt: skip
