"""One indicator over all trusts of a year: what they come to, who is beyond the limits, what moved.

Made from the figures that reports show, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from wres_report.measures.funnels import ALARM_LEVEL, WARNING_LEVEL, Position
from wres_report.measures.ranks import quartiles
from wres_report.peers.changes import LEAST_TRUSTS, Change, change_of
from wres_report.peers.families import ALIKE, GAP, RATIO, Family, families
from wres_report.peers.figure import Figure
from wres_report.standard import Indicator, Standard, load_standard

SCOPES = ("region", "benchmark_group")
YEARS = 5  # that a trend shows


@dataclass(frozen=True)
class Beyond:
    """A trust beyond the 95% limits. limits: those of 95% for its size."""

    figure: Figure
    position: Position
    limits: tuple[float, float]


class Chance(NamedTuple):
    """How many trusts can be placed, how many of them are beyond the 95% limits, how many chance
    alone would put there, the same of 99.8%, and how many are told apart from all together."""

    placed: int
    beyond: int
    expected: float
    expected_far: float
    far: int
    told_apart: int


@dataclass(frozen=True)
class Sides:
    """How many trusts of a scope have an interval wholly above parity, and wholly below it."""

    scope: str
    trusts: int
    above: int
    below: int


@dataclass(frozen=True)
class Nation:
    """One indicator. found: its families of the year, the one that is drawn first. before: those of
    the year before. years: that one in each of the last ``YEARS``, the newest first, where at
    least two trusts show it. standard: that of the figures."""

    indicator: Indicator
    year: int
    found: tuple[Family, ...]
    before: tuple[Family, ...]
    years: tuple[Family, ...] = ()
    standard: Standard = field(default_factory=load_standard)

    @property
    def main(self) -> Family | None:
        """The figure that is drawn; None where fewer than two trusts show one."""
        known = [family for family in self.found if len(family.values) >= LEAST_TRUSTS]
        return next(iter(known), None)

    def change(self, family: Family) -> Change:
        """The change of a figure on the year before."""
        of = (family.part, family.group, family.measure)
        last = (f for f in self.before if (f.part, f.group, f.measure) == of)
        return change_of(family, next(last, None))


def nation_of(
    figures: Sequence[Figure], indicator: Indicator, year: int, standard: Standard | None = None
) -> Nation:
    """One indicator over all trusts that are compared.

    standard: that of the figures; without one, that of a trust-year which names none.
    """
    known = standard or load_standard()
    own = [f for f in figures if f.compared and f.indicator == indicator.id]
    by_year = [
        tuple(families([f for f in own if f.year == of], known))
        for of in range(year, year - YEARS, -1)
    ]
    made = Nation(indicator, year, by_year[0], by_year[1], standard=known)
    main = made.main
    if main is None:
        return made
    of = (main.part, main.group, main.measure)
    years = [
        family for found in by_year for family in found
        if (family.part, family.group, family.measure) == of
        and len(family.values) >= LEAST_TRUSTS
    ]  # fmt: skip
    return replace(made, years=tuple(years))


def beyond(family: Family) -> list[Beyond]:
    """The trusts beyond the 95% limits, the furthest first, by the scale of the funnel."""
    funnel = family.funnel
    if funnel is None:
        return []
    found = [
        (abs(funnel.z(point)), Beyond(figure, funnel.position(point),
                                      funnel.limits(point.error, WARNING_LEVEL)))
        for figure, point in zip(family.figures, funnel.points, strict=True)
        if point is not None and funnel.position(point).beyond
    ]  # fmt: skip
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].figure.trust))]


def scopes_of(family: Family) -> Iterator[tuple[str, Family]]:
    """All trusts, then the regions and the groups of them, each with its name."""
    yield "All trusts", family
    for column in SCOPES:
        for value in sorted({getattr(figure, column) for figure in family.figures} - {""}):
            yield value, family.within(column, value)


def sides_of(family: Family) -> list[Sides]:
    """Of a ratio or gap, on which side of parity the intervals lie, by scope; none for a share."""
    return [
        Sides(name, len(of.shown), *sides)
        for name, of in scopes_of(family)
        if len(of.shown) >= LEAST_TRUSTS and (sides := beside_parity(of))
    ]


def beside_parity(family: Family) -> tuple[int, int] | None:
    """How many trusts have an interval wholly above parity, and wholly below it; None for what is
    no ratio or gap."""
    if family.measure not in (RATIO, GAP):
        return None
    parity, _ = ALIKE[family.measure]
    return (
        sum(f.low is not None and f.low > parity for f in family.shown),
        sum(f.high is not None and f.high < parity for f in family.shown),
    )


def by_chance(family: Family) -> Chance | None:
    """Who is beyond the limits, against chance; None without limits."""
    funnel = family.funnel
    if funnel is None:
        return None
    positions = [funnel.position(point) for point in funnel.placed]
    return Chance(
        len(positions), sum(p.beyond for p in positions), funnel.expected_beyond(WARNING_LEVEL),
        funnel.expected_beyond(ALARM_LEVEL), sum(p.far for p in positions), funnel.told_apart(),
    )  # fmt: skip


def middle_of(family: Family) -> tuple[float, float, float] | None:
    """The quartiles and the median between them; None for fewer than two trusts."""
    return quartiles(family.values) if len(family.values) >= LEAST_TRUSTS else None
