"""The board of a trust on 31 March, year by year."""

from __future__ import annotations

from wres_report.demo.country import Subject, Trust
from wres_report.demo.staff import People
from wres_report.demo.years import FIRST_YEAR

MOST_BME = 5
_EARLIEST = FIRST_YEAR - 14  # no member was appointed before
_TERMS = 12  # people in one seat, one after the other, at most


def board_of(trust: Trust, year: int) -> dict[str, People]:
    """The members by membership: total, voting, executive.

    A seat is held by one person for some years, and then by another.
    """
    draw = trust.draws(Subject.BOARD)
    seats = int(draw.integers(9, 18))
    executive = int(draw.integers(4, max(5, seats // 2) + 1))
    not_voting = int(draw.integers(0, min(4, seats - executive - 1) + 1))
    years_held = draw.integers(3, 8, size=seats)
    offsets = draw.integers(0, 8, size=seats)
    people = draw.random((seats, _TERMS))

    members = []
    left = MOST_BME
    for seat in range(seats):
        term = int((year - _EARLIEST + offsets[seat]) // years_held[seat]) % _TERMS
        chance = people[seat, term]
        if chance < 0.62 * trust.bme_share(year) and left:
            left -= 1
            members.append("bme")
        else:
            members.append("unknown" if chance > 0.97 else "white")
    return {
        "total": _counted(members),
        "voting": _counted(members[: seats - not_voting]),
        "executive": _counted(members[:executive]),
    }


def _counted(members: list[str]) -> People:
    return People(*(float(members.count(group)) for group in People._fields))
