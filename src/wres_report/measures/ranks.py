"""A trust's rank with how sure it is, its quartile, and the median of others.

A rank without its uncertainty is a league table: most trusts differ by less than chance. The rank
here is a range, from a test of the trust against each other one. Source: Mohamed et al. 2020 and
Mogstad, Romano, Shaikh and Wilhelm 2024 (Review of Economic Studies 91:476-518), the marginal
confidence set of one rank.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist, median

QUARTERS = 4


@dataclass(frozen=True)
class Rank:
    """rank: of the figure itself, from 1; equal figures share the middle of theirs. low, high: the
    ranks that cannot be ruled out. of: how many trusts."""

    rank: float
    low: int
    high: int
    of: int

    @property
    def quarter(self) -> int:
        """The quarter of the trusts that the rank falls in, from 1 to 4."""
        return min(QUARTERS, math.floor(QUARTERS * (self.rank - 0.5) / self.of) + 1)

    @property
    def sure_of_quarter(self) -> bool:
        """Whether every rank that cannot be ruled out is in one quarter."""
        ends = [Rank(end, end, end, self.of).quarter for end in (self.low, self.high)]
        return ends[0] == ends[1]


def rank_of(
    index: int, at: Sequence[float], errors: Sequence[float], *, highest_first: bool = False,
    confidence: float = 0.95,
) -> Rank:  # fmt: skip
    """The rank of one trust among all.

    at, errors: of each trust, on a scale on which they can be subtracted. The trust is tested
    against each other one, two-sided, by Holm's method for so many tests, so that the range holds
    the true rank with ``confidence`` at least. Errors are above 0.
    """
    sign = -1 if highest_first else 1
    own = sign * at[index]
    others = [sign * x for i, x in enumerate(at) if i != index]
    spreads = [math.hypot(e, errors[index]) for i, e in enumerate(errors) if i != index]
    before = sum(x < own for x in others)
    rank = before + 1 + sum(x == own for x in others) / 2
    surely = _surely([(x - own) / s for x, s in zip(others, spreads, strict=True)], 1 - confidence)
    below = sum(z < 0 for z in surely)
    above = sum(z > 0 for z in surely)
    return Rank(rank, 1 + below, len(at) - above, len(at))


def _surely(scores: Sequence[float], level: float) -> list[float]:
    """The z scores that are told from nought by Holm's method."""
    found: list[float] = []
    for tested, score in enumerate(sorted(scores, key=abs, reverse=True)):
        if abs(score) < _least(level, len(scores) - tested):
            break
        found.append(score)
    return found


@cache
def _least(level: float, tests: int) -> float:
    """The least z score, either side of nought, whose chance is no more than its part of level."""
    return -NormalDist().inv_cdf(level / tests / 2)


def quartiles(values: Sequence[float]) -> tuple[float, float, float]:
    """The lower quartile, the median and the upper quartile, between neighbours by parts.

    Raises ValueError for no values. The definition is that of spreadsheets (QUARTILE.INC).
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return _quantile(ordered, 0.25), median(ordered), _quantile(ordered, 0.75)


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
