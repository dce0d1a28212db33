"""Rates and relative likelihoods: indicators 2, 3 and 4.

A rate is cases over group. A relative likelihood is one group's rate over the other's; which
group stands on top is a matter of the standard, not of this module. People of unknown
ethnicity are on neither side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from wres_report.measures.intervals import ratio_of_shares, smallest_expected, wilson
from wres_report.measures.value import Status, Unit, Value, absent

# With fewer cases in a group one more or less changes the ratio greatly.
FEW_CASES = 5
# With fewer expected in a cell of the table the test behind the interval does not keep its level.
LEAST_EXPECTED = 1


@dataclass(frozen=True)
class Cases:
    """cases: how many of the group it happened to. group: how many are in it. None: unknown."""

    cases: float | None
    group: float | None

    @property
    def problem(self) -> Status | None:
        """Why there is no rate: a figure not supplied, or nobody in the group."""
        if self.cases is None or self.group is None:
            return Status.NOT_SUPPLIED
        if self.group <= 0 or self.cases < 0 or self.cases > self.group:
            return Status.NOT_CALCULABLE
        return None


def rate(cases: Cases, confidence: float = 0.95) -> Value:
    """The share of the group, in percent, with its Wilson interval; n is the group."""
    if cases.problem:
        return absent(Unit.PERCENT, cases.problem)
    assert cases.cases is not None
    assert cases.group is not None
    low, high = wilson(cases.cases, cases.group, confidence)
    return Value(
        100 * _proportion(cases), Unit.PERCENT, low=low, high=high, n=_whole(cases.group),
        numerator=cases.cases,
    )  # fmt: skip


def relative_likelihood(top: Cases, bottom: Cases, confidence: float = 0.95) -> Value:
    """The rate of ``top`` over the rate of ``bottom``, with its score interval.

    Not calculable where ``bottom`` has no cases: there is nothing to divide by. n is the smaller
    group. The interval is ``measures.intervals.ratio_of_shares``.
    """
    problem = top.problem or bottom.problem
    if problem:
        return absent(Unit.RATIO, problem)
    if not bottom.cases:
        return absent(Unit.RATIO, Status.NOT_CALCULABLE, "no cases in the group divided by")
    assert top.cases is not None
    assert top.group is not None
    assert bottom.group is not None
    low, high = ratio_of_shares(top.cases, top.group, bottom.cases, bottom.group, confidence)
    return Value(
        _proportion(top) / _proportion(bottom), Unit.RATIO, low=low, high=high,
        n=_whole(min(top.group, bottom.group)),
        note="" if top.cases else "no cases in the group on top",
    )  # fmt: skip


def few_cases(*groups: Cases) -> bool:
    """Whether any of the groups has so few cases that one more would change a ratio greatly."""
    return any(group.cases is None or group.cases < FEW_CASES for group in groups)


def can_be_told_from_chance(top: Cases, bottom: Cases) -> bool:
    """Whether enough people stand behind a ratio for its interval to speak of chance."""
    if top.problem or bottom.problem:
        return False
    assert top.cases is not None
    assert top.group is not None
    assert bottom.cases is not None
    assert bottom.group is not None
    expected = smallest_expected(top.cases, top.group, bottom.cases, bottom.group)
    return expected >= LEAST_EXPECTED


def _proportion(cases: Cases) -> float:
    assert cases.cases is not None
    assert cases.group is not None
    return cases.cases / cases.group


def _whole(people: float) -> int:
    return math.floor(people + 0.5)  # half up
