"""Finds the head of a table: below a preamble, in one row or in two with merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.imports.meanings import Meaning, likeness, plain
from wres_report.imports.source import Sheet

PERSONAL = re.compile(r"\d{5,}(?:-\d+)?|\S+@\S+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?: .*)?")


@dataclass(frozen=True)
class Head:
    """The head of a table.

    headings: one for each column, of a head in two rows with both words. first, below: the row
    it begins in, from 1, and how many rows end with it.
    """

    headings: tuple[str, ...]
    first: int
    below: int

    @property
    def width(self) -> int:
        """How many columns it has: up to the last one with a heading."""
        return max((i + 1 for i, heading in enumerate(self.headings) if heading), default=0)

    @property
    def words(self) -> str:
        rows = f"row {self.first}" if self.first == self.below else f"rows {self.first} and "
        return rows if self.first == self.below else f"{rows}{self.below}"


def find_head(
    sheet: Sheet, meanings: Sequence[Meaning], told: dict[str, str] | None = None, least: int = 2
) -> tuple[Head | None, int]:
    """The head that fits the meanings best, and how many of them it names.

    None where no row names ``least``. A head in two rows is taken only where it names more than
    either row does; of equals the first is taken, because later ones repeat it on a new page.
    """
    best: Head | None = None
    most = least - 1
    rows = sheet.preview
    for number, row in enumerate(rows):
        candidates = [Head(tuple(row), number + 1, number + 1)]
        if number and any(rows[number - 1]):
            both = _joined(rows[number - 1], row)
            candidates.append(Head(both, number, number + 1))
        for head in candidates:
            score = _named(head.headings, meanings, told or {})
            if score > most:
                best, most = head, score
    return best, most if best else 0


def _named(headings: Sequence[str], meanings: Sequence[Meaning], told: dict[str, str]) -> int:
    """How many meanings the headings name; a heading of many words is a sentence, not a head.

    A row with a number, a day or an address of a person is one of the list: it must never be
    taken for a head, because headings are shown.
    """
    short = [heading for heading in headings if heading and len(heading) <= 100]
    if len(short) < 2 or any(PERSONAL.fullmatch(heading) for heading in short):
        return 0
    plainly = {plain(heading) for heading in short}
    by_told = sum(1 for heading, meaning in told.items() if meaning and heading in plainly)
    named = weak = 0
    for meaning in meanings:
        ranks = [likeness(heading, meaning)[0] for heading in short]
        if meaning.several:
            count = sum(1 for rank in ranks if rank == 2)
            # One ethnicity in a row is that of a person, whose row must never be shown as a head.
            named += count if meaning.recognise is None or count > 1 else 0
        elif any(ranks):
            weak += meaning.weak
            named += not meaning.weak
    return named + by_told + (weak if named or by_told else 0)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """Two rows as one head: a cell merged over several columns stands for each of them."""
    joined, above = [], ""
    for over, under in zip(upper, lower, strict=True):
        above = over or (above if under else "")
        joined.append(f"{above} {under}".strip() if above != under else under)
    return tuple(joined)
