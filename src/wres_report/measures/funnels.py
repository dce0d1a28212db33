"""Funnel limits over trusts: which of them differ from all by more than chance, and from what.

Every figure stands on a scale on which differences are plain: a share or a gap in percent as it
is, a ratio as its logarithm. There it has a standard error, and its limits are ``target ± z ×
√(error² + spread²)``. The spread is nought where trusts scatter as chance alone would make them.
Sources: Spiegelhalter 2005, Statistics in Medicine 24:1185-1202, for the funnel and the additive
spread after winsorising; DerSimonian and Laird 1986 for its estimate; Mantel and Haenszel 1959,
Greenland and Robins 1985 for the pooled ratio and gap.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist

from wres_report.measures.intervals import deviate
from wres_report.measures.likelihood import Cases

WARNING_LEVEL, ALARM_LEVEL = 0.95, 0.998
LEVELS = (WARNING_LEVEL, ALARM_LEVEL)
FEWEST = 5  # trusts; fewer say nothing of how they scatter
WINSORISED = 0.1  # of the z scores at either end, so that outliers do not widen their own limits
Pair = tuple[Cases, Cases]


class Position(StrEnum):
    """Where a trust stands in a funnel; above and below are those of the figure, not a verdict."""

    FAR_BELOW = "below the 99.8% limit"
    BELOW = "below the 95% limit"
    WITHIN = "within the limits"
    ABOVE = "above the 95% limit"
    FAR_ABOVE = "above the 99.8% limit"

    @property
    def beyond(self) -> bool:
        return self is not Position.WITHIN

    @property
    def far(self) -> bool:
        """Whether it is beyond the outer limits too."""
        return self in (Position.FAR_ABOVE, Position.FAR_BELOW)


@dataclass(frozen=True)
class Point:
    """A trust's figure. value: in its own unit. at, error: on the funnel's scale."""

    value: float
    at: float
    error: float


@dataclass(frozen=True)
class Funnel:
    """Trusts about a target.

    target: of all together, in the unit of the figures. points: one for each trust, None for one
    that cannot be placed. dispersion: the mean of the squared z scores, winsorised; 1 is chance
    alone. spread: the standard deviation between trusts on the funnel's scale, 0 where the scatter
    is no more than chance would make.
    """

    target: float
    points: tuple[Point | None, ...]
    dispersion: float
    spread: float
    ratio: bool = False

    @property
    def placed(self) -> list[Point]:
        return [point for point in self.points if point is not None]

    @property
    def overdispersed(self) -> bool:
        return self.spread > 0

    def limits(self, error: float, level: float) -> tuple[float, float]:
        """The lower and upper limit for a standard error, in the unit of the figures."""
        reach = deviate(level) * math.hypot(error, self.spread)
        middle = self._scale(self.target)
        low, high = middle - reach, middle + reach
        return (math.exp(low), math.exp(high)) if self.ratio else (low, high)

    def z(self, point: Point) -> float:
        """How many standard deviations a trust is from the target, the spread counted in."""
        return (point.at - self._scale(self.target)) / math.hypot(point.error, self.spread)

    def position(self, point: Point) -> Position:
        """Where a trust stands by both limits; on a limit is within."""
        z = self.z(point)
        for level, above, below in (
            (ALARM_LEVEL, Position.FAR_ABOVE, Position.FAR_BELOW),
            (WARNING_LEVEL, Position.ABOVE, Position.BELOW),
        ):
            if abs(z) > deviate(level):
                return above if z > 0 else below
        return Position.WITHIN

    def expected_beyond(self, level: float) -> float:
        """How many trusts chance alone would put beyond a limit, either side."""
        return (1 - level) * len(self.placed)

    def told_apart(self, false_share: float = 0.05) -> int:
        """How many trusts differ from the target when so many are looked at.

        Of those found no more than ``false_share`` are expected to be there by chance. Source:
        Benjamini and Hochberg 1995.
        """
        chances = sorted(2 * NormalDist().cdf(-abs(self.z(point))) for point in self.placed)
        ranks = range(len(chances), 0, -1)
        return next(
            (rank for rank in ranks if chances[rank - 1] <= false_share * rank / len(chances)), 0
        )

    def _scale(self, value: float) -> float:
        return math.log(value) if self.ratio else value


def share_funnel(groups: Sequence[Cases]) -> Funnel | None:
    """Of shares in percent about the share of all together.

    None for fewer than ``FEWEST`` trusts that can be placed, and where all or none are cases.
    """
    known = [g for g in groups if _usable(g)]
    people = sum(_group(g) for g in known)
    share = sum(_cases(g) for g in known) / people if people else 0.0
    if not 0 < share < 1:
        return None

    def point(group: Cases) -> Point | None:
        if not _usable(group):
            return None
        value = 100 * _cases(group) / _group(group)
        # The error under the target, as in the score interval of the trust's own share.
        return Point(value, value, 100 * math.sqrt(share * (1 - share) / _group(group)))

    return _funnel(100 * share, [point(g) for g in groups])


def gap_funnel(pairs: Sequence[Pair]) -> Funnel | None:
    """Of gaps, the first group's share less the second's, in points, about the pooled gap.

    The pooled gap is that within trusts: a group that works where both do badly does not widen
    it. None for fewer than ``FEWEST`` trusts that can be placed.
    """
    known = [pair for pair in pairs if all(map(_usable, pair))]
    weights = [_group(a) * _group(b) / (_group(a) + _group(b)) for a, b in known]
    if not weights:
        return None
    gaps = [_share(a) - _share(b) for a, b in known]
    target = 100 * sum(w * g for w, g in zip(weights, gaps, strict=True)) / sum(weights)

    def point(pair: Pair) -> Point | None:
        if not all(map(_usable, pair)):
            return None
        value = 100 * (_share(pair[0]) - _share(pair[1]))
        return Point(value, value, 100 * gap_error(*pair))

    return _funnel(target, [point(pair) for pair in pairs])


def ratio_funnel(pairs: Sequence[Pair]) -> Funnel | None:
    """Of ratios of two shares, the first over the second, about the pooled ratio.

    A trust where nobody or everybody of a group is a case cannot be placed. None for fewer than
    ``FEWEST`` trusts that can.
    """
    known = [pair for pair in pairs if all(map(_usable, pair))]
    top = sum(_cases(a) * _group(b) / (_group(a) + _group(b)) for a, b in known)
    bottom = sum(_cases(b) * _group(a) / (_group(a) + _group(b)) for a, b in known)
    if not (top and bottom):
        return None

    def point(pair: Pair) -> Point | None:
        error = ratio_error(*pair)
        if error is None:
            return None
        value = _share(pair[0]) / _share(pair[1])
        return Point(value, math.log(value), error)

    return _funnel(top / bottom, [point(pair) for pair in pairs], ratio=True)


def share_error(group: Cases) -> float:
    """The standard error of a share of one, with two cases and two others added to it.

    Source: Agresti and Coull 1998.
    """
    people = _group(group) + 4
    share = (_cases(group) + 2) / people
    return math.sqrt(share * (1 - share) / people)


def gap_error(first: Cases, second: Cases) -> float:
    """The standard error of a difference of two shares of one.

    A case and a person who is none are added to either group, so that nobody's error is nought.
    Source: Agresti and Caffo 2000.
    """
    parts = ((_cases(g) + 1, _group(g) + 2) for g in (first, second))
    return math.sqrt(sum(c / n * (1 - c / n) / n for c, n in parts))


def ratio_error(top: Cases, bottom: Cases) -> float | None:
    """The standard error of the logarithm of a ratio of two shares; None where it has none."""
    if not all(map(_usable, (top, bottom))):
        return None
    if any(_cases(g) in (0, _group(g)) for g in (top, bottom)):
        return None
    return math.sqrt(sum(1 / _cases(g) - 1 / _group(g) for g in (top, bottom)))


def _funnel(target: float, points: list[Point | None], *, ratio: bool = False) -> Funnel | None:
    placed = [point for point in points if point is not None]
    if len(placed) < FEWEST:
        return None
    middle = math.log(target) if ratio else target
    scores = winsorised([(point.at - middle) / point.error for point in placed], WINSORISED)
    dispersion = sum(z * z for z in scores) / len(scores)
    spread = between(dispersion, [point.error for point in placed])
    return Funnel(target, tuple(points), dispersion, spread, ratio)


def winsorised(scores: Sequence[float], share: float) -> list[float]:
    """The scores with the outermost ``share`` at either end set to the nearest of the others."""
    ordered = sorted(scores)
    cut = int(share * len(ordered))
    low, high = ordered[cut], ordered[len(ordered) - 1 - cut]
    return [min(max(score, low), high) for score in scores]


def between(dispersion: float, errors: Sequence[float]) -> float:
    """The standard deviation between trusts that gives this dispersion of their z scores.

    0 where the dispersion is no more than two standard deviations above 1, which chance gives.
    """
    number = len(errors)
    if dispersion <= 1 + 2 * math.sqrt(2 / number):
        return 0.0
    weights = [1 / (error * error) for error in errors]
    total = sum(weights)
    room = total - sum(w * w for w in weights) / total
    return math.sqrt(max(0.0, (number * dispersion - (number - 1)) / room))


def _usable(cases: Cases) -> bool:
    return cases.problem is None


def _cases(cases: Cases) -> float:
    return cases.cases or 0.0


def _group(cases: Cases) -> float:
    return cases.group or 0.0


def _share(cases: Cases) -> float:
    return _cases(cases) / _group(cases)
