"""The standard as data: indicators by year, bands, groups and national figures."""

from __future__ import annotations

import pytest

from wres_report.standard import Indicator, IndicatorVersion, load_standard

STANDARD = load_standard()
IDS = [f"i{number}" for number in range(1, 10)]


def test_there_are_nine_indicators_in_order():
    assert [i.id for i in STANDARD.indicators] == IDS
    assert [i.number for i in STANDARD.indicators] == list(range(1, 10))
    assert [i.notebook[0] for i in STANDARD.indicators] == list("123456789")


def test_another_indicator_does_not_exist():
    with pytest.raises(KeyError):
        STANDARD.indicator("i10")


@pytest.mark.parametrize(
    ("indicator", "key", "unit", "better"),
    [
        ("i1", "i1.bme_percent", "percent", "parity"),
        ("i2", "i2.ratio", "ratio", "lower"),
        ("i3", "i3.ratio", "ratio", "lower"),
        ("i4", "i4.ratio", "ratio", "lower"),
        ("i5", "i5.gap", "pp", "lower"),
        ("i6", "i6.gap", "pp", "lower"),
        ("i7", "i7.gap", "pp", "higher"),
        ("i8", "i8.gap", "pp", "lower"),
        ("i9", "i9.voting_difference", "pp", "zero"),
    ],
)
def test_each_indicator_has_its_headline_its_unit_and_its_direction(indicator, key, unit, better):
    found = STANDARD.indicator(indicator)
    assert (found.headline_key, found.unit, found.better) == (key, unit, better)


@pytest.mark.parametrize(
    ("indicator", "top", "bottom"),
    [("i2", "white", "bme"), ("i3", "bme", "white"), ("i4", "white", "bme"), ("i5", None, None)],
)
def test_the_ratios_stand_the_way_the_standard_defines_them(indicator, top, bottom):
    found = STANDARD.indicator(indicator)
    assert (found.top, found.bottom) == (top, bottom)


def test_the_version_in_force_is_the_last_that_has_begun():
    opportunity = STANDARD.indicator("i7")
    assert opportunity.version(2018).question == "KF21"
    assert opportunity.version(2019).question == "q14"
    assert opportunity.version(2021).question == "q14"
    assert opportunity.version(2022).question == "q15"
    assert opportunity.version(2040).since == 2026
    assert STANDARD.indicator("i1").version(1999).since == 2015


def test_the_basis_of_indicator_7_breaks_at_2022_and_at_2026():
    assert STANDARD.indicator("i7").breaks() == {2022, 2026}
    assert (
        STANDARD.indicator("i7").version(2021).basis != STANDARD.indicator("i7").version(2022).basis
    )


def test_indicator_3_goes_from_the_average_to_year_end():
    assert STANDARD.indicator("i3").breaks() == {2020}
    assert STANDARD.indicator("i3").version(2019).basis == "two_year_average"
    assert STANDARD.indicator("i3").version(2020).basis == "year_end"


@pytest.mark.parametrize("indicator", ["i2", "i4", "i5", "i6", "i8"])
def test_the_other_bases_never_break(indicator):
    assert STANDARD.indicator(indicator).breaks() == frozenset()


@pytest.mark.parametrize("indicator", STANDARD.indicators, ids=lambda i: i.id)
def test_versions_are_in_order_and_say_how_sure_they_are(indicator: Indicator):
    years = [version.since for version in indicator.versions]
    assert years == sorted(set(years))
    assert years[0] == 2015
    for version in indicator.versions:
        assert version.certainty in {"confirmed", "stated", "practice"}
        assert version.definition
        assert not version.definition.endswith("\n")
        assert (version.question is not None) == (indicator.measure == "survey")


def test_one_basis_under_two_versions_is_no_break():
    def version(since: int, basis: str) -> IndicatorVersion:
        return IndicatorVersion(since, "", "", "", None, basis, "", "confirmed", "")

    versions = (version(2015, "a"), version(2018, "a"), version(2020, "b"))
    found = Indicator("ix", 1, "", "", "", "", "", "", "", "", None, "lower", versions)
    assert found.breaks() == {2020}


def test_the_groups_are_those_of_the_data_dictionary():
    groups = STANDARD.codes
    assert [c for c, g in groups.items() if g == "white"] == list("ABC")
    assert [c for c, g in groups.items() if g == "bme"] == list("DEFGHJKLMNPRS")
    assert [c for c, g in groups.items() if g == "unknown"] == ["Z", "99"]


def test_every_band_is_in_one_cluster_and_one_tier():
    bands = [band.id for band in STANDARD.bands]
    for sums in (STANDARD.clusters, STANDARD.tiers):
        assert [member for item in sums for member in item.members] == bands
    assert [cluster.id for cluster in STANDARD.clusters] == ["1-4", "5-7", "8a-vsm"]


def test_only_senior_medical_managers_are_part_of_another_grade():
    parts = {g.id: g.part_of for g in STANDARD.medical_grades if g.part_of}
    assert parts == {"senior_medical_manager": "consultant"}


def test_labels_cover_bands_grades_and_clusters():
    labels = STANDARD.band_labels()
    assert labels["8a"] == "Band 8a"
    assert labels["8a-vsm"] == "Bands 8a to 9 and VSM"
    assert labels["consultant"] == "Consultants"
    assert set(STANDARD.staff_groups) == {"non_clinical", "clinical", "medical", "all"}


# The confirmed national figures by WRES year, 2016 to 2024; None where none is confirmed.
NATIONAL = {
    ("i1", "bme_percent", "bme"): [17.7, 18, 19.1, 19.7, 21.0, 22.4, 24.2, 26.4, 28.6],
    ("i1", "vsm_bme_percent", "bme"): [5.4, None, None, None, 6.8, 9.2, 10.3, 11.2, 12.7],
    ("i2", "ratio", ""): [1.57, 1.60, 1.45, 1.46, 1.61, 1.61, 1.54, 1.59, None],
    ("i3", "ratio", ""): [1.56, 1.37, 1.24, 1.22, 1.16, 1.14, 1.14, 1.03, None],
    ("i4", "ratio", ""): [1.11, 1.22, 1.15, 1.15, 1.14, None, None, None, None],
    ("i5", "bme_percent", "bme"): [29.1, 29, None, 29.8, 30.3, 28.9, 29.2, None, None],
    ("i6", "bme_percent", "bme"): [None] * 8 + [24.9],
    ("i7", "bme_percent", "bme"): [73.4, 75.5, 71.5, 69.9, 71.2, None, 44.4, None, None],
    ("i8", "bme_percent", "bme"): [14, 13.8, 15.0, None, None, 16.7, None, None, None],
    ("i9", "board_bme_percent", "bme"): [7.1, 7.0, None, None, 10.0, 12.6, 13.2, 15.6, 16.5],
}
CELLS = [
    (*measure, year, value)
    for measure, values in NATIONAL.items()
    for year, value in zip(range(2016, 2025), values, strict=True)
]


@pytest.mark.parametrize(("indicator", "measure", "group", "year", "value"), CELLS)
def test_the_national_figures_are_the_confirmed_ones_and_no_others(
    indicator, measure, group, year, value
):
    same_year = [
        b
        for b in STANDARD.benchmarks
        if (b.indicator, b.measure, b.group, b.wres_year) == (indicator, measure, group, year)
    ]
    if value is None:
        assert same_year == []
    else:
        first = min(same_year, key=lambda b: b.vintage)
        assert first.value == value


def test_no_national_figure_stands_outside_the_table():
    confirmed = {cell[:4] for cell in CELLS if cell[4] is not None}
    found = {(b.indicator, b.measure, b.group, b.wres_year) for b in STANDARD.benchmarks}
    assert found == confirmed
    assert all(b.certainty == "confirmed" and b.scope == "national" for b in STANDARD.benchmarks)


def test_the_basis_of_every_national_figure_is_that_of_its_year():
    for benchmark in STANDARD.benchmarks:
        version = STANDARD.indicator(benchmark.indicator).version(benchmark.wres_year)
        assert benchmark.basis == version.basis, benchmark


def test_a_restated_figure_is_taken_from_the_latest_report():
    restated = [b for b in STANDARD.benchmarks if b.indicator == "i2" and b.wres_year == 2022]
    assert sorted((b.vintage, b.value) for b in restated) == [(2022, 1.54), (2023, 1.53)]
    assert STANDARD.national("i2", "ratio", "", 2022).value == 1.53


@pytest.mark.parametrize(
    ("indicator", "measure", "group", "year", "found"),
    [
        ("i2", "ratio", "", 2021, (2021, 1.61)),
        ("i2", "ratio", "", 2024, (2023, 1.59)),
        ("i4", "ratio", "", 2024, (2020, 1.14)),
        ("i5", "bme_percent", "bme", 2018, (2017, 29)),
        ("i1", "bme_percent", "bme", 2030, (2024, 28.6)),
        ("i6", "bme_percent", "bme", 2023, None),
        ("i1", "bme_percent", "bme", 2015, None),
        ("i1", "bme_percent", "white", 2021, None),
    ],
)
def test_a_year_without_a_figure_takes_the_nearest_earlier_one(
    indicator, measure, group, year, found
):
    benchmark = STANDARD.national(indicator, measure, group, year)
    assert (benchmark and (benchmark.wres_year, benchmark.value)) == found


@pytest.mark.parametrize(
    ("year", "value"), [(2020, 71.2), (2021, 71.2), (2022, 44.4), (2025, 44.4), (2026, None)]
)
def test_a_benchmark_of_another_basis_is_never_used(year, value):
    benchmark = STANDARD.national("i7", "bme_percent", "bme", year)
    assert (benchmark and benchmark.value) == value


def test_the_standard_is_read_once():
    assert load_standard() is STANDARD
