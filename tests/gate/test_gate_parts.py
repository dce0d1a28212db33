"""The gate's own small functions, without Great Expectations."""

from __future__ import annotations

import pytest

from wres_report.gate.cells import LONGEST_QUOTE, kind_of, nearest, quoted
from wres_report.gate.frames import fraction_flag
from wres_report.gate.last_year import crossing
from wres_report.gate.workforce import WorkforceSums
from wres_report.inputs.places import nominal
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import load_standard

NAN = float("nan")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1,063", "thousands_separator"),
        ("1 063", "thousands_separator"),
        ("1’063", "thousands_separator"),
        ("24%", "percent_sign"),
        ("24,5", "decimal_comma"),
        ("−3", "negative"),
        ("2.5", "not_whole"),
        ("<5", "placeholder"),
        ("n/a", "placeholder"),
        ("-", "placeholder"),
        ("circa 20", "not_a_number"),
        ("1e3", "not_a_number"),
    ],
)
def test_a_cell_that_is_no_number_is_called_by_its_kind(text: str, rule: str) -> None:
    assert kind_of(text).rule == rule


@pytest.mark.parametrize(
    ("text", "name"),
    [("Band 8A", "8a"), ("BME headcount", "bme"), ("non clinical", "non_clinical"), ("zzz", "")],
)
def test_the_nearest_known_name_is_found(text: str, name: str) -> None:
    assert nearest(text, ["8a", "8b", "bme", "white", "clinical", "non_clinical", ""]) == name


@pytest.mark.parametrize(
    ("percent", "series", "flag"),
    [
        (0.24, [0.24, 22.4, 20.0], "certain"),
        (0.9, [0.9, 5.6, 15.6], "possible"),
        (0.898, [0.898, 0.8], "certain"),
        (1.0, [1.0, 12.0], "no"),
        (0.0, [0.0, 0.0], "no"),
        (NAN, [NAN, 0.5], "no"),
    ],
)
def test_a_fraction_is_told_from_a_small_percentage(
    percent: float, series: list[float], flag: str
) -> None:
    assert fraction_flag(percent, series) == flag


def test_a_single_area_with_few_bme_people_is_only_possibly_a_fraction() -> None:
    assert fraction_flag(0.9, [0.9], fewest=2) == "possible"


def test_crossing_measures_each_group_against_both_of_last_year() -> None:
    measures = crossing((1101, 3868), (3767, 1015))
    assert measures["own_factor"] == pytest.approx(3767 / 1101)
    assert measures["cross_factor"] == pytest.approx(1101 / 1015)
    assert crossing((0, 5), (3767, 1015)) == {}
    assert crossing((10, 5), (None, None)) == {}


def test_groups_of_one_size_cannot_be_told_apart() -> None:
    assert crossing((500, 510), (510, 500))["own_factor"] < 1.25


def row(staff_group: str, band: str, white: float | None, number: int) -> dict[str, object]:
    return {
        "staff_group": staff_group, "band": band, "white": white, "bme": None, "unknown": None,
        "file_row": number,
    }  # fmt: skip


def sums(*rows: dict[str, object]) -> dict[str, float]:
    workforce = WorkforceSums(
        list(rows), nominal(TrustYear("RV9", 2021), "workforce"), load_standard()
    )
    return {
        f"{c.row} {name}": value
        for c in workforce.comparisons()
        for name, value in c.measures.items()
    }


def test_bands_that_are_all_given_must_equal_their_total() -> None:
    measures = sums(
        row("clinical", "5", 3, 2), row("clinical", "6", 4, 3), row("clinical", "all", 8, 4)
    )
    assert measures == {"4 bands_minus_row": -1}


def test_bands_of_which_one_is_not_supplied_must_not_exceed_their_total() -> None:
    measures = sums(
        row("clinical", "5", 3, 2), row("clinical", "6", None, 3), row("clinical", "all", 8, 4)
    )
    assert measures == {"4 part_minus_whole": -5}


def test_a_grade_inside_another_is_never_added_to_the_total() -> None:
    measures = sums(
        row("medical", "consultant", 20, 2),
        row("medical", "senior_medical_manager", 5, 3),
        row("medical", "trainee", 10, 4),
        row("medical", "all", 30, 5),
    )
    assert measures == {"5 bands_minus_row": 0, "2 part_minus_whole": -15}


def test_clusters_of_all_staff_leave_out_medical_staff() -> None:
    measures = sums(
        row("all", "all", 100, 2),
        row("all", "1-4", 40, 3),
        row("all", "5-7", 30, 4),
        row("all", "8a-vsm", 20, 5),
        row("medical", "all", 10, 6),
    )
    assert measures["2 clusters_minus_row"] == 0


def test_a_message_quotes_the_start_of_a_long_cell_and_nothing_that_a_screen_would_obey() -> None:
    assert quoted("x" * 5000) == f"“{'x' * LONGEST_QUOTE} …”"
    assert quoted("red \x1b[31m") == "“red �[31m”"
    assert quoted("") == "an empty cell"
