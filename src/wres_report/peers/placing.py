"""The place of one trust in a family: its rank with its uncertainty, its place by the limits."""

from __future__ import annotations

from wres_report.measures.funnels import Position
from wres_report.measures.ranks import Rank, rank_of
from wres_report.peers.families import DIFFERENCE, Family


def ranked(family: Family) -> dict[int, int]:
    """By the place of a figure its place among those that can be ranked."""
    if family.measure == DIFFERENCE:
        return {}  # a board is told in seats, and its chance is not weighed
    known = [n for n in range(len(family.figures)) if family.error(n)]
    return {place: index for index, place in enumerate(known)}


def rank_at(family: Family, place: int, places: dict[int, int]) -> Rank | None:
    """The rank of a trust; None for one that cannot be ranked. places: as ``ranked`` gives them."""
    if place not in places:
        return None
    at = [family.at(n) for n in places]
    errors = [family.error(n) or 0.0 for n in places]
    return rank_of(places[place], at, errors, highest_first=family.highest_first)


def position_at(family: Family, place: int) -> Position | None:
    """Where a trust stands in the funnel; None where it cannot be placed."""
    point = family.funnel.points[place] if family.funnel else None
    return family.funnel.position(point) if family.funnel and point else None
