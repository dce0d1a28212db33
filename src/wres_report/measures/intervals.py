"""Confidence intervals of a share and of a ratio of two shares, by score methods.

Both keep their level for few people, and where something happened to nobody or to everybody.
Cases may be halves, as in a two-year average: the formulas hold for any number.
"""

from __future__ import annotations

import math
from functools import cache
from statistics import NormalDist

# Halvings of the span that an end of an interval lies in: to the last digits of a float.
HALVINGS = 80
TOLERANCE = 1e-13


@cache
def deviate(confidence: float) -> float:
    """How many standard deviations to either side hold this share of a normal distribution."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def wilson(cases: float, group: float, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval of a share, in percent.

    cases: from 0 to ``group``, which is above 0. Source: Wilson 1927.
    """
    z = deviate(confidence)
    share, spread = cases / group, z * z / group
    middle = (share + spread / 2) / (1 + spread)
    half = math.sqrt(spread * (share * (1 - share) + spread / 4)) / (1 + spread)
    # Exact at the ends, where a subtraction would leave a trace of rounding.
    low = 100 * (middle - half) if cases else 0.0
    return low, 100 * (middle + half) if cases < group else 100.0


def ratio_of_shares(
    top_cases: float,
    top_group: float,
    bottom_cases: float,
    bottom_group: float,
    confidence: float = 0.95,
) -> tuple[float, float]:
    """The interval of (top cases ÷ top group) ÷ (bottom cases ÷ bottom group).

    Cases are from 0 to their group, groups above 0, and ``bottom_cases`` above 0; with no cases
    on top the lower end is 0. The ends are the ratios that the score test just does not reject.
    Source: Miettinen and Nurminen 1985, Statistics in Medicine 4:213-226.
    """
    table = (top_cases, top_group, bottom_cases, bottom_group)
    limit = deviate(confidence) ** 2
    ratio = (top_cases / top_group) / (bottom_cases / bottom_group)
    low = _last_held(table, limit, ratio, 0.5) if top_cases else 0.0
    return low, _last_held(table, limit, ratio, 2.0)


def _last_held(
    table: tuple[float, float, float, float], limit: float, ratio: float, step: float
) -> float:
    """The furthest ratio from the observed one, in the direction of ``step``, that is held."""
    # Where nobody on top is a case, the smallest ratio that a search can start at holds as 0 does.
    held = beyond = ratio or 1e-6
    while _score(beyond, *table) <= limit:
        held, beyond = beyond, beyond * step
    for _ in range(HALVINGS):
        middle = math.sqrt(held * beyond)
        if _score(middle, *table) <= limit:
            held = middle
        else:
            beyond = middle
        if abs(held - beyond) <= TOLERANCE * held:
            break
    return held


def _score(
    ratio: float, top_cases: float, top_group: float, bottom_cases: float, bottom_group: float
) -> float:
    """The chi-squared statistic of the hypothesis that the true ratio is ``ratio``.

    The variance is that of the shares which are the most likely under the hypothesis: the root
    of a quadratic equation.
    """
    people, cases = top_group + bottom_group, top_cases + bottom_cases
    a = people * ratio
    b = top_group * ratio + top_cases + bottom_group + bottom_cases * ratio
    # Written so that no two nearly equal numbers are subtracted: the cases may be one in thousands.
    bottom = 2 * cases / (b + math.sqrt(max(b * b - 4 * a * cases, 0.0)))
    bottom = min(bottom, 1.0)
    top = min(ratio * bottom, 1.0)
    variance = top * (1 - top) / top_group + ratio * ratio * bottom * (1 - bottom) / bottom_group
    distance = top_cases / top_group - ratio * bottom_cases / bottom_group
    if variance <= 0:
        return 0.0 if distance == 0 else math.inf
    return distance * distance / variance * (people - 1) / people


def smallest_expected(
    top_cases: float, top_group: float, bottom_cases: float, bottom_group: float
) -> float:
    """The smallest number expected in a cell of the two by two table if both groups fared alike.

    From 1 on, the score test keeps its level. Source: Campbell 2007, Statistics in Medicine
    26:3661-3675.
    """
    cases = top_cases + bottom_cases
    others = top_group + bottom_group - cases
    return min(cases, others) * min(top_group, bottom_group) / (top_group + bottom_group)
