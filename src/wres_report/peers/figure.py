"""A line of the table of all trusts: one figure of a trust, an indicator and a group."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

NUMBER = re.compile(r"[0-9]+")
LAST = 1000  # in the place of a number, for what is none of the indicators


class Figure(NamedTuple):
    """One figure.

    year: the WRES year. indicator: ``i1`` to ``i9``, or ``workforce``. part: of the workforce or
    the board, empty for the whole. group: ``white`` or ``bme``; ``both`` where the figure compares
    the two; of the workforce also ``unknown`` and ``total``. measure: percent, ratio, gap,
    difference or count.
    value: None unless the status is ok. unit: ratio, percent (0 to 100), pp or count. n: the
    people behind it, of a comparison those of the smaller group. events: of a share, how many of
    the ``n``; may be half a person in a two-year average. basis: figures of two bases are never
    joined. weighting: of a survey's figure, ``unweighted`` or ``as printed``. compared: whether it
    enters totals, medians, ranks and limits.
    """

    trust: str
    name: str
    year: int
    indicator: str
    part: str
    group: str
    measure: str
    value: float | None
    unit: str
    low: float | None
    high: float | None
    n: int | None
    events: float | None
    status: str
    basis: str
    weighting: str
    benchmark_group: str
    region: str
    icb: str
    synthetic: bool
    compared: bool
    note: str
    source: str


# What the notes of the workbook and the reference page say of each column, and its width. Marks in
# braces are filled with the words of the standard by ``wording``.
COLUMNS: dict[str, tuple[int, str]] = {
    "trust": (9, "The organisation's ODS code."),
    "name": (44, "Its name, as its report or the workbook has it."),
    "year": (7, "The {short} year: that of the 31 March snapshot. Its survey is that of the autumn "
                "before."),
    "indicator": (11, "{ids}, or workforce."),
    "part": (16, "The part of the workforce or of the board; empty for the whole."),
    "group": (9, "{pair}; both where the figure compares the two; of the workforce also "
                  "unknown and total."),
    "measure": (11, "percent, ratio, gap, difference{score} or count."),
    "value": (13, "The figure before rounding; empty where there is none."),
    "unit": (9, "percent, from 0 to 100; ratio; pp, percentage points; count, of "
                "people{of_score}."),
    "low": (13, "The lower end of the 95% confidence interval, or of the confidence that the "
                "trust chose; empty where there is none."),
    "high": (13, "Its upper end."),
    "n": (9, "How many people stand behind the figure; of a comparison those of the smaller "
             "group."),
    "events": (9, "Of a share, how many of the n it is, where the source says so."),
    "status": (15, "ok, suppressed (it would tell of few people), not_calculable (a group is "
                   "empty) or not_supplied."),
    "basis": (20, "How the indicator was defined. Figures of two bases are not comparable."),
    "weighting": (13, "Of the staff survey's figures: unweighted shares of those who answered, "
                      "or as printed where the source does not say. Weighted figures are never "
                      "in this table."),
    "benchmark_group": (34, "The benchmark group of the trust; empty where it is not known."),
    "region": (26, "Its region; empty where it is not known."),
    "icb": (12, "Its integrated care board; empty where it is not known."),
    "synthetic": (10, "true where the trust is invented."),
    "compared": (10, "false where the figure is in no total, median, rank or limit: its successor "
                     "reports it as well, or it is of an invented trust among real ones."),
    "note": (34, "What must be known beside the figure."),
    "source": (44, "The file that the figure was taken from."),
}  # fmt: skip
assert tuple(COLUMNS) == Figure._fields
# Any other column is text.
TYPES = {
    "year": "integer", "value": "double", "low": "double", "high": "double", "n": "integer",
    "events": "double", "synthetic": "boolean", "compared": "boolean",
}  # fmt: skip


def order(figure: Figure) -> tuple[object, ...]:
    """Trusts by code, newest year first, indicators in their order."""
    return (
        figure.trust, -figure.year, _number(figure.indicator), figure.indicator, figure.part,
        figure.measure, figure.group, figure.source,
    )  # fmt: skip


@cache
def _number(indicator: str) -> int:
    found = NUMBER.search(indicator)
    return int(found.group()) if found else LAST
