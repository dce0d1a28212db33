"""One trust among the others of its year: its place in each figure, the medians of its peers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wres_report.inputs.params import Peers
from wres_report.measures.funnels import Funnel, Point, Position
from wres_report.measures.ranks import Rank, quartiles
from wres_report.peers.changes import LEAST_TRUSTS
from wres_report.peers.families import Family, families
from wres_report.peers.figure import Figure
from wres_report.peers.placing import position_at, ranked

ALL, SIZE, NAMED = "all", "size", "named"
MOST_ALIKE = (NAMED, SIZE, "benchmark_group", "region", "icb", ALL)
TOTAL = ("workforce", "total")


@dataclass(frozen=True)
class Scope:
    """The trusts of a scope that show a figure.

    kind: ``all``, ``benchmark_group``, ``region``, ``icb``, ``size`` or ``named``; the trust itself
    is among the first four. which: of a group, region or board its name. values: their figures, in
    the order of the table. median: None for fewer than two.
    """

    kind: str
    which: str
    values: tuple[float, ...]

    @property
    def median(self) -> float | None:
        return quartiles(self.values)[1] if len(self.values) >= LEAST_TRUSTS else None


@dataclass(frozen=True)
class Place:
    """A figure of a trust among those of the others.

    figure: the trust's own, as its report has it. scopes: all trusts first, where they are wanted.
    rank, position, point: None where there is none. weightings: of the figures of the others.
    """

    figure: Figure
    family: Family
    scopes: tuple[Scope, ...]
    rank: Rank | None
    position: Position | None
    point: Point | None

    @property
    def funnel(self) -> Funnel | None:
        return self.family.funnel

    @property
    def peers(self) -> Scope | None:
        """The scope of those that are most its peers and have a median, its own choice first."""
        found = {scope.kind: scope for scope in self.scopes if scope.median is not None}
        return next((found[kind] for kind in MOST_ALIKE if kind in found), None)

    @property
    def others(self) -> int:
        """How many other trusts show the figure."""
        return len(self.family.values) - (self.figure.value is not None)

    @property
    def weightings(self) -> frozenset[str]:
        return frozenset(f.weighting for f in self.family.shown if f is not self.figure)


def places_of(
    own: Sequence[Figure], others: Sequence[Figure], peers: Peers
) -> Iterator[Place]:  # fmt: skip
    """The place of a trust in every figure that is compared over trusts.

    own: the figures of its report of one year. others: of the same year. Only those of its own
    kind count, invented trusts or real ones. A figure that no two others show has no place.
    """
    code = own[0].trust if own else ""
    same = [f for f in others if f.trust != code and f.synthetic == own[0].synthetic] if own else []
    near = _nearest(own, same, peers.size)
    for family in families([*own, *same]):
        place = next((n for n, f in enumerate(family.figures) if f.trust == code), None)
        if place is None:
            continue
        found = _place(family, place, peers, near)
        if found.others >= LEAST_TRUSTS:
            yield found


def _place(family: Family, place: int, peers: Peers, near: frozenset[str]) -> Place:
    figure = family.figures[place]
    point = family.funnel.points[place] if family.funnel else None
    return Place(
        figure, family, tuple(_scopes(family, figure, peers, near)),
        ranked(family).rank(place), position_at(family, place), point,
    )  # fmt: skip


def _scopes(
    family: Family, own: Figure, peers: Peers, near: frozenset[str]
) -> Iterator[Scope]:  # fmt: skip
    for kind in peers.scopes:
        if kind == ALL:
            yield Scope(ALL, "", tuple(family.values))
        elif which := getattr(own, kind):
            yield Scope(kind, which, tuple(family.within(kind, which).values))
    for kind, codes in ((SIZE, near), (NAMED, frozenset(peers.named) - {own.trust})):
        if codes:
            values = [f.value for f in family.shown if f.trust in codes and f.value is not None]
            yield Scope(kind, "", tuple(values))


def _nearest(own: Sequence[Figure], others: Sequence[Figure], number: int) -> frozenset[str]:
    """The codes of the trusts whose workforce is nearest, as a factor."""

    def total(figures: Sequence[Figure]) -> dict[str, float]:
        return {f.trust: f.value for f in figures
                if (f.indicator, f.group) == TOTAL and not f.part and f.value}  # fmt: skip

    mine = next(iter(total(own).values()), None)
    if mine is None:
        return frozenset()
    away = {code: abs(math.log(size / mine)) for code, size in total(others).items()}
    return frozenset(sorted(away, key=lambda code: (away[code], code))[:number])
