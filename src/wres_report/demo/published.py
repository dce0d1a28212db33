"""What a trust published of a year: the headline figures, as its report of that year had them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.demo.board import board_of
from wres_report.demo.cases import disciplinary_of, recruitment_of, training_of
from wres_report.demo.country import Trust
from wres_report.demo.staff import People, staff_of
from wres_report.measures.value import rounded
from wres_report.standard import load_standard

SMALL = 5  # a report does not print what rests on fewer people


@dataclass(frozen=True)
class Figure:
    """One row of ``reported.csv``, without its year and source."""

    indicator: int
    measure: str
    group: str
    value: str
    unit: str


def figures_of(trust: Trust, year: int) -> Iterator[Figure]:
    """The figures of the year that can be printed."""
    staff = staff_of(trust, year).all
    share = 100 * staff.bme / staff.total
    if staff.bme >= SMALL:
        yield Figure(1, "headcount", "white", f"{staff.white:.0f}", "count")
        yield Figure(1, "headcount", "bme", f"{staff.bme:.0f}", "count")
        yield Figure(1, "percent", "bme", str(rounded(share, 1)), "percent")
    for indicator, ratio in ratios_of(trust, year).items():
        yield Figure(indicator, "ratio", "", str(rounded(ratio, 2)), "ratio")
    voting = board_of(trust, year)["voting"]
    of_board = 100 * voting.bme / voting.total
    if staff.bme >= SMALL:
        difference = rounded(of_board - share, 1) + 0  # which makes -0.0 a zero
        yield Figure(9, "voting_difference", "", str(difference), "pp")
    yield Figure(9, "voting_bme_percent", "", str(rounded(of_board, 1)), "percent")


def cases_of(trust: Trust, year: int) -> tuple[People, str]:
    """Staff who entered the disciplinary process as the standard counts them, and its basis."""
    basis = load_standard().indicator("i3").version(year).basis
    cases = disciplinary_of(trust, year)
    if basis == "two_year_average":
        before = disciplinary_of(trust, year - 1)
        cases = People(*((now + then) / 2 for now, then in zip(cases, before, strict=True)))
    return cases, basis


def ratios_of(trust: Trust, year: int) -> dict[int, float]:
    """The ratios of indicators 2 to 4 that rest on enough people to be printed."""
    staff = staff_of(trust, year).all
    shortlisted, appointed = recruitment_of(trust, year)
    entered, _ = cases_of(trust, year)
    accessed = training_of(trust, year)
    parts = {
        2: (appointed.white, shortlisted.white, appointed.bme, shortlisted.bme),
        3: (entered.bme, staff.bme, entered.white, staff.white),
        4: (accessed.white, staff.white, accessed.bme, staff.bme),
    }
    return {
        indicator: (top / of_top) / (bottom / of_bottom)
        for indicator, (top, of_top, bottom, of_bottom) in parts.items()
        if min(top, of_top, bottom, of_bottom) >= SMALL
    }
