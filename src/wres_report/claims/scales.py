"""Scales of charts: the numbers along an axis are marks and claim nothing."""

from __future__ import annotations

import re
from itertools import pairwise

from wres_report.documents.passages import Passage

FEWEST = 4  # marks; fewer may be figures
MARK = re.compile(r"[-−+]?\d+(?:[.,]\d+)?(?= ?%?(?: pp)?$)")
NEAR = 0.011  # as far as two decimals can be off


def marks_of(passage: Passage) -> list[str]:
    """The marks of the scale that a row of a document is; empty where it is none.

    They rise in equal steps, or stand about 1 as those of a ratio do: 0.5, 0.8, 1, 1.25, 2. What
    stands before and behind them are the words at the ends of the axis.
    """
    if any(passage.head):
        return []  # its columns say what the numbers are
    cells = list(passage.cells or passage.text.split())
    marks = [cell for cell in cells if MARK.match(cell)]
    if len(marks) < FEWEST or not _together(cells, marks):
        return []
    numbers = [_number(mark) for mark in marks]
    steps = [b - a for a, b in pairwise(numbers)]
    if min(steps) <= 0:
        return []
    even = max(steps) - min(steps) <= NEAR
    about_one = all(any(abs(a * b - 1) <= 2 * NEAR for b in numbers) for a in numbers if a > 0)
    return marks if even or (about_one and min(numbers) > 0) else []


def _number(mark: str) -> float:
    found = MARK.match(mark)
    return float(found[0].replace(",", ".").replace("−", "-")) if found else 0.0


def _together(cells: list[str], marks: list[str]) -> bool:
    """Whether nothing stands between the marks, and words at most around them."""
    first = cells.index(marks[0])
    return cells[first : first + len(marks)] == marks
