"""Published figures as data: as printed, with their marks, and never compared across weightings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.country.make import country_of, entry, report, survey_book, survey_row
from wres_report.country.beside import published_beside
from wres_report.country.making import from_survey
from wres_report.standard import load_standard
from wres_report.standard.comparators import SCOPE_KINDS, WEIGHTINGS, comparators

# As the national spreadsheet of the 2024 survey prints them.
PRINTED = [
    ("i5", "white", "england", "England, NHS trusts", "23.51", 530727),
    ("i5", "bme", "england", "England, NHS trusts", "28.63", 200354),
    ("i7", "white", "england", "England, NHS trusts", "58.85", 527842),
    ("i7", "bme", "england", "England, NHS trusts", "49.51", 198916),
    ("i8", "white", "england", "England, NHS trusts", "6.77", 526236),
    ("i8", "bme", "england", "England, NHS trusts", "15.2", 197656),
    ("i5", "all", "region", "London", "28.57", 132894),
    ("i7", "all", "ethnic_group", "Asian/Asian British - Chinese", "52.62", 4673),
]
MEDIANS = [
    ("i5", "Ambulance Trusts", "41.97", "34.42"),
    ("i6", "Community Trusts", "14.21", "17.1"),
    ("i7", "Acute Specialist Trusts", "60.08", "51.79"),
    ("i8", "Acute&Acute Community Trusts", "6.69", "15.72"),
]


@pytest.mark.parametrize(("indicator", "group", "kind", "scope", "printed", "n"), PRINTED)
def test_the_shares_of_england_are_as_printed(
    indicator: str, group: str, kind: str, scope: str, printed: str, n: int
) -> None:
    (found,) = [
        c for c in comparators(load_standard())
        if (c.indicator, c.group, c.scope_kind, c.scope) == (indicator, group, kind, scope)
    ]  # fmt: skip
    assert (found.printed, found.n, found.weighting) == (printed, n, "weighted")
    assert (found.wres_year, found.vintage, found.certainty) == (2025, 2024, "confirmed")


@pytest.mark.parametrize(("indicator", "scope", "white", "bme"), MEDIANS)
def test_the_medians_of_benchmark_groups_are_unweighted(
    indicator: str, scope: str, white: str, bme: str
) -> None:
    found = {c.group: c for c in comparators(load_standard())
             if (c.indicator, c.scope) == (indicator, scope)}  # fmt: skip
    assert {group: c.printed for group, c in found.items()} == {"white": white, "bme": bme}
    assert {(c.weighting, c.statistic, c.certainty) for c in found.values()} == {
        ("unweighted", "median", "stated")
    }


def test_every_comparator_is_of_a_known_kind_and_basis_and_stands_once() -> None:
    standard = load_standard()
    every = comparators(standard)
    assert len({(c.indicator, c.question, c.answer, c.group, c.scope) for c in every}) == len(every)
    for c in every:
        assert c.scope_kind in SCOPE_KINDS
        assert c.weighting in WEIGHTINGS
        assert 0 < c.value < 100
        assert c.source
        if c.indicator:
            assert c.basis == standard.indicator(c.indicator).version(c.wres_year).basis


def test_weighted_figures_are_not_comparable_with_those_of_the_workbook(tmp_path: Path) -> None:
    rows = [survey_row(code, (0.25,) * 8) for code in ("RX1", "RX2")]
    found = list(published_beside(from_survey(
        survey_book(tmp_path / "b.xlsx", {"Acute": rows}), {}
    ).figures))  # fmt: skip
    assert {row.comparable for row in found if row.weighting == "unweighted"} == {"yes"}
    (said,) = {row.comparable for row in found if row.weighting == "weighted"}
    assert said.startswith("not to be compared: the figures of the trusts are unweighted")


def test_where_the_weighting_is_not_known_nothing_is_comparable(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2025, {"i7.gap": entry(-3.0, "pp")})
    found = list(published_beside(country_of(tmp_path).figures))
    assert found
    assert all("as printed" in row.comparable for row in found)


def test_a_year_without_published_figures_has_none(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2021, {"i7.gap": entry(-3.0, "pp")})
    assert list(published_beside(country_of(tmp_path).figures)) == []
