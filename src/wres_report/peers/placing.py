"""The place of one trust in a family: its rank with its uncertainty, its place by the limits."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.measures.funnels import Position
from wres_report.measures.ranks import Rank, rank_of
from wres_report.peers.families import DIFFERENCE, Family


@dataclass(frozen=True)
class Ranked:
    """The figures of a family that can be ranked.

    places: by the place of a figure in the family its place among these. at, errors: of each, on a
    scale on which they can be subtracted.
    """

    places: dict[int, int]
    at: tuple[float, ...]
    errors: tuple[float, ...]
    highest_first: bool

    def rank(self, place: int) -> Rank | None:
        """The rank of the figure at a place of the family; None for one that cannot be ranked."""
        if place not in self.places:
            return None
        return rank_of(
            self.places[place], self.at, self.errors, highest_first=self.highest_first
        )  # fmt: skip


def ranked(family: Family) -> Ranked:
    """The figures of a family that can be ranked, each weighed once."""
    # A board is told in seats, and its chance is not weighed.
    weighed = [] if family.measure == DIFFERENCE else [
        (n, error) for n in range(len(family.figures)) if (error := family.error(n))
    ]  # fmt: skip
    return Ranked(
        {n: index for index, (n, _) in enumerate(weighed)},
        tuple(family.at(n) for n, _ in weighed), tuple(error for _, error in weighed),
        family.highest_first,
    )  # fmt: skip


def position_at(family: Family, place: int) -> Position | None:
    """Where a trust stands in the funnel; None where it cannot be placed."""
    point = family.funnel.points[place] if family.funnel else None
    return family.funnel.position(point) if family.funnel and point else None
