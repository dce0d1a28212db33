"""Rates and relative likelihoods: indicators 2, 3 and 4.

A rate is cases over group. A relative likelihood is one group's rate over the other's; which
group stands on top is a matter of the standard, not of this module. People of unknown
ethnicity are on neither side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

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
    percent = 100 * _proportion(cases)
    low, high = wilson(k, n, confidence)
    # A two-year average may hold half a case, and the interval is that of whole ones.
    return Value(
        percent, Unit.PERCENT, low=min(low, percent), high=max(high, percent), n=n,
        numerator=cases.cases,
    )  # fmt: skip


def wilson(k: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval of k out of n, in percent. Source: Wilson 1927."""
    z = deviate(confidence)
    share, spread = k / n, z * z / n
    middle = (share + spread / 2) / (1 + spread)
    half = math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    # Exact at the ends, where a subtraction would leave a trace of rounding.
    return 100 * (middle - half) if k else 0.0, 100 * (middle + half) if k < n else 100.0


@cache
def deviate(confidence: float) -> float:
    """How many standard deviations to either side hold this share of a normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def relative_likelihood(top: Cases, bottom: Cases, confidence: float = 0.95) -> Value:
    """The rate of ``top`` over the rate of ``bottom``, with the log-method interval.

    Not calculable where ``bottom`` has no cases: there is nothing to divide by. Where ``top``
    has none the ratio is 0 and has no interval, since a logarithm of 0 does not exist.
    n is the smaller group. Source of the interval: Katz et al. 1978.
    """
    problem = top.problem or bottom.problem
    if problem:
        return absent(Unit.RATIO, problem)
    top_k, top_n = _whole(top)
    bottom_k, bottom_n = _whole(bottom)
    if not bottom.cases:
        return absent(Unit.RATIO, Status.NOT_CALCULABLE, "no cases in the group divided by")
    n = min(top_n, bottom_n)
    ratio = _proportion(top) / _proportion(bottom)
    if not top.cases:
        return Value(ratio, Unit.RATIO, n=n, note="no cases in the group on top")
    if not (top_k and bottom_k):
        return Value(ratio, Unit.RATIO, n=n)
    low, high = _katz(top_k, top_n, bottom_k, bottom_n, confidence)
    return Value(ratio, Unit.RATIO, low=min(low, ratio), high=max(high, ratio), n=n)


def _katz(
    top_k: int, top_n: int, bottom_k: int, bottom_n: int, confidence: float
) -> tuple[float, float]:
    """The interval of a ratio of two rates, both of them above 0, by the logarithm of the ratio."""
    ratio = (top_k / top_n) / (bottom_k / bottom_n)
    error = math.sqrt(1 / top_k - 1 / top_n + 1 / bottom_k - 1 / bottom_n)
    factor = math.exp(deviate(confidence) * error)
    return ratio / factor, ratio * factor


def few_cases(*groups: Cases) -> bool:
    """Whether any of the groups has fewer cases than an interval can be trusted on."""
    return any(group.cases is None or group.cases < FEW_CASES for group in groups)


def _proportion(cases: Cases) -> float:
    assert cases.cases is not None
    assert cases.group is not None
    return cases.cases / cases.group


def _whole(cases: Cases) -> tuple[int, int]:
    assert cases.cases is not None
    assert cases.group is not None
    # Half up, and never more cases than people.
    n = math.floor(cases.group + 0.5)
    return min(math.floor(cases.cases + 0.5), n), n
