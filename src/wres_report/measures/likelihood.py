"""Rates and relative likelihoods: indicators 2, 3 and 4.

A rate is cases over group. A relative likelihood is one group's rate over the other's; which
group stands on top is a matter of the standard, not of this module. People of unknown
ethnicity are on neither side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.stats import binomtest
from scipy.stats.contingency import relative_risk

from wres_report.measures.value import Status, Unit, Value, absent

# Below this many cases in a group the log method's interval is not to be relied on.
FEW_CASES = 5


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
    k, n = _whole(cases)
    low, high = wilson(k, n, confidence)
    return Value(100 * k / n, Unit.PERCENT, low=low, high=high, n=n)


def wilson(k: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval of k out of n, in percent. Source: Wilson 1927, by scipy."""
    interval = binomtest(k, n).proportion_ci(confidence, method="wilson")
    return 100 * float(interval.low), 100 * float(interval.high)


def relative_likelihood(top: Cases, bottom: Cases, confidence: float = 0.95) -> Value:
    """The rate of ``top`` over the rate of ``bottom``, with the log-method interval.

    Not calculable where ``bottom`` has no cases: there is nothing to divide by. Where ``top``
    has none the ratio is 0 and has no interval, since a logarithm of 0 does not exist.
    n is the smaller group. Source of the interval: Katz et al. 1978, by scipy.
    """
    problem = top.problem or bottom.problem
    if problem:
        return absent(Unit.RATIO, problem)
    top_k, top_n = _whole(top)
    bottom_k, bottom_n = _whole(bottom)
    if bottom_k == 0:
        return absent(Unit.RATIO, Status.NOT_CALCULABLE, "no cases in the group divided by")
    n = min(top_n, bottom_n)
    result = relative_risk(top_k, top_n, bottom_k, bottom_n)
    ratio = float(result.relative_risk)
    if top_k == 0:
        return Value(ratio, Unit.RATIO, n=n, note="no cases in the group on top")
    interval = result.confidence_interval(confidence)
    low, high = float(interval.low), float(interval.high)
    if not (math.isfinite(low) and math.isfinite(high)):
        return Value(ratio, Unit.RATIO, n=n)
    return Value(ratio, Unit.RATIO, low=low, high=high, n=n)


def few_cases(*groups: Cases) -> bool:
    """Whether any of the groups has fewer cases than an interval can be trusted on."""
    return any(group.cases is None or group.cases < FEW_CASES for group in groups)


def _whole(cases: Cases) -> tuple[int, int]:
    assert cases.cases is not None
    assert cases.group is not None
    return round(cases.cases), round(cases.group)
