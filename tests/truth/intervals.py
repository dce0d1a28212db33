"""Intervals, worked out anew from their formulas, with nothing of the program's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, sqrt

from scipy.stats import norm


@dataclass(frozen=True)
class Rate:
    """``cases`` of ``people``; both may be fractions, as averages and percentages make them."""

    cases: float
    people: float

    @property
    def share(self) -> float:
        return self.cases / self.people


def wilson(rate: Rate, level: float) -> tuple[float, float]:
    """Wilson's interval of a share."""
    z = norm.ppf(0.5 + level / 2)
    n, p = rate.people, rate.share
    middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return max(0.0, (middle - half) / (1 + z * z / n)), min(1.0, (middle + half) / (1 + z * z / n))


def newcombe(one: Rate, other: Rate, level: float) -> tuple[float, float]:
    """Newcombe's method 10 for ``one`` minus ``other``; endless people are taken as exact."""
    low_1, high_1 = _ends(one, level)
    low_2, high_2 = _ends(other, level)
    gap = one.share - other.share
    return (
        gap - sqrt((one.share - low_1) ** 2 + (high_2 - other.share) ** 2),
        gap + sqrt((high_1 - one.share) ** 2 + (other.share - low_2) ** 2),
    )


def _ends(rate: Rate, level: float) -> tuple[float, float]:
    return wilson(rate, level) if rate.people < 1e11 else (rate.share, rate.share)


def score_ratio(above: Rate, below: Rate, level: float) -> tuple[float, float]:
    """The interval of Miettinen and Nurminen for the ratio of two rates.

    The two ends are where the score statistic meets the quantile, found by halving. The rates that
    fit a ratio best come from the quadratic of their paper. The upper end may be infinite.
    """
    point = above.share / below.share if below.cases else inf
    limit = norm.ppf(0.5 + level / 2)

    def beyond(ratio: float) -> bool:
        return bool(abs(_score(above, below, ratio)) > limit)

    low = 0.0 if point == 0 else _edge(beyond, point if point < inf else 1e9, 0.0)
    high = inf if point == inf or not beyond(1e9) else _edge(beyond, max(point, 1e-12), 1e9)
    return low, high


def _score(above: Rate, below: Rate, ratio: float) -> float:
    x_1, n_1, x_2, n_2 = above.cases, above.people, below.cases, below.people
    n = n_1 + n_2
    a, b, c = n * ratio, -(n_1 * ratio + x_1 + n_2 + x_2 * ratio), x_1 + x_2
    p_2 = (-b - sqrt(max(b * b - 4 * a * c, 0.0))) / (2 * a)
    p_1 = p_2 * ratio
    spread = (p_1 * (1 - p_1) / n_1 + ratio * ratio * p_2 * (1 - p_2) / n_2) * n / (n - 1)
    apart = above.share - ratio * below.share
    return apart / sqrt(spread) if spread > 0 else (0.0 if abs(apart) < 1e-12 else inf)


def _edge(beyond: Callable[[float], bool], inside: float, outside: float) -> float:
    """Where, between a ratio inside the interval and one outside, the interval ends."""
    for _ in range(200):
        far_above = outside > max(inside, 2)
        middle = sqrt(inside * outside) if far_above else (inside + outside) / 2
        if beyond(middle):
            outside = middle
        else:
            inside = middle
    return inside
