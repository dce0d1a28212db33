# ruff: noqa: E501 — one case on one line reads as a table
"""Each kind of bad input is told once: how grave, where, what was found, what was expected."""

from __future__ import annotations

from typing import Any

import pytest

from wres_report.faults import ExitStatus

# Case: severity, rule, file, row, column, part of what was found, part of what was expected.
TOLD: dict[str, tuple[str, str, str, int | None, str, str, str]] = {
    "missing column": ("critical", "missing_column", "workforce", 1, "bme", "staff_group, band, white, BME headcount, unknown", "a column “bme”"),
    "unknown column": ("warning", "unknown_column", "recruitment", 1, "remarks", "“remarks”", "stage, white, bme, unknown"),
    "no rows": ("critical", "empty_table", "training", 1, "", "no row below the head", "at least one row"),
    "text": ("critical", "not_a_number", "workforce", 2, "bme", "“about 140”", "a whole number"),
    "placeholder": ("critical", "placeholder", "training", 2, "bme", "“*”", "an empty cell where it is not supplied"),
    "negative": ("critical", "negative", "recruitment", 2, "bme", "“-47”", "0 or more"),
    "decimals": ("critical", "not_whole", "training", 2, "white", "“1639.5”", "a whole number"),
    "decimals at year end": ("critical", "not_whole", "disciplinary", 2, "white", "“17.5”", "a whole number"),
    "BOM and thousands": ("critical", "thousands_separator", "workforce", 2, "white", "“2’643”", "; here 2643"),
    "a percent sign in a count": ("critical", "percent_sign", "training", 2, "bme", "“105%”", "a whole number"),
    "appointed": ("critical", "more_appointed_than_shortlisted", "recruitment", 3, "bme", "57 appointed", "at most 47"),
    "cases": ("critical", "more_cases_than_staff", "disciplinary", 2, "bme", "150 who entered", "at most 143"),
    "voting": ("critical", "more_members_than_board", "board", 3, "bme", "3 voting members", "at most 2"),
    "swapped by reported": ("critical", "swapped", "workforce", 2, "white, bme", "White 143, BME 2,643", "BME 116"),
    "swapped columns": ("critical", "swapped", "workforce", 2, "white, bme", "White 1,101, BME 3,868", "White 3,767, BME 1,015"),
    "swapped stage": ("critical", "swapped", "recruitment", 2, "white, bme", "White 1,390, BME 2,480", "White 2,315, BME 1,184"),
    "swapped survey rows": ("critical", "swapped", "survey", 33, "responses", "White 365, BME 1,689", "White 1,597, BME 324"),
    "swapped own series": ("critical", "swapped", "survey", 18, "responses", "White 49, BME 1,128", "White 997, BME 35"),
    "swapped percents": ("warning", "survey_percents_swapped", "survey", 32, "percent", "White 17.3%, BME 5.7%", "White 5.6%, BME 16%"),
    "one fraction": ("critical", "percent_as_fraction", "survey", 5, "percent", "“0.24”", "from 0 to 100"),
    "below one": ("warning", "percent_below_one", "survey", 28, "percent", "“0.9”", "from 0 to 100"),
    "percent above 100": ("critical", "percent_out_of_range", "survey", 9, "percent", "“898”", "from 0 to 100"),
    "later survey": ("critical", "survey_of_a_later_year", "survey", 18, "survey_year", "“2021”", "the autumn before"),
    "few responses": ("warning", "few_responses", "survey", 10, "responses", "9 responses", "11 responses or more"),
    "restated survey": ("warning", "survey_restated", "survey", 7, "percent", "31.7%", "32.7%"),
    "jump": ("warning", "implausible_change", "survey", 25, "percent", "39.6%", "70.7%"),
    "band twice": ("critical", "given_twice", "workforce", 36, "staff_group, band", "“clinical, 8a” in rows 25 and 36", "one row for each band"),
    "unknown band": ("critical", "unknown_band", "workforce", 26, "band", "“Band 8 B.”", "8a, 8b, 8c"),
    "bands": ("critical", "bands_do_not_add_up", "workforce", 36, "unknown", "160", "under_1 0 + 1 0 + 2 26"),
    "groups": ("critical", "groups_do_not_add_up", "workforce", 2, "white", "3,968", "3,868, the sum of non_clinical 1,113"),
    "clusters": ("critical", "clusters_do_not_add_up", "workforce", 2, "bme", "143", "163, the sum of 1-4 83"),
    "cluster and bands": ("critical", "cluster_is_not_its_bands", "workforce", 36, "bme", "470", "478, the sum of 5 291"),
    "part of consultants": ("critical", "part_exceeds_whole", "workforce", 31, "bme", "61", "at least 72"),
    "growth": ("warning", "implausible_change", "workforce", 2, "", "10,376 staff", "5,024"),
    "reported differs": ("warning", "published_figure_differs", "reported", 7, "value", "22.2%", "20.2%"),
    "empty part": ("warning", "part_not_supplied", "workforce", 23, "white", "an empty cell (clinical, 7)", "0 where there is nobody"),
    "band gone": ("critical", "rows_of_last_year_missing", "workforce", None, "staff_group, band", "no row of clinical 7", "2020/workforce.csv"),
    "small band gone": ("warning", "rows_of_last_year_missing", "workforce", None, "staff_group, band", "no row of clinical vsm", "2020/workforce.csv"),
    "clinical gone": ("critical", "staff_group_missing", "workforce", None, "staff_group", "no row of clinical staff", "the row of all staff"),
    "medical gone": ("critical", "rows_of_last_year_missing", "workforce", None, "staff_group, band", "no row of medical consultant, medical senior_medical_manager", "each row that last year had"),
    "no medical last year either": ("warning", "no_medical_staff", "workforce", None, "staff_group", "no row of medical staff", "the row of all staff"),
    "stage gone": ("warning", "rows_of_last_year_missing", "recruitment", None, "stage", "no row of shortlisted", "2020/recruitment.csv"),
    "figure gone": ("warning", "figure_of_last_year_missing", "recruitment", 3, "bme", "an empty cell", "as last year: 161"),
    "membership gone": ("warning", "rows_of_last_year_missing", "board", None, "membership", "no row of voting", "2020/board.csv"),
    "survey group gone": ("warning", "rows_of_last_year_missing", "survey", None, "indicator, survey_year, group", "no row of 7 2020 bme", "2020/survey.csv"),
    "survey group alone": ("warning", "one_group_alone", "survey", 9, "group", "the white group alone", "the bme group for indicator 7"),
    "past survey row gone": ("warning", "rows_of_last_year_missing", "survey", None, "indicator, survey_year, group", "no row of 6 2018 bme", "2020/survey.csv"),
    "past survey figure gone": ("warning", "figure_of_last_year_missing", "survey", 13, "percent", "an empty cell", "as last year: 29.7"),
    "survey figure gone": ("warning", "figure_of_last_year_missing", "survey", 25, "percent", "an empty cell", "as last year: 70.7"),
    "survey year gone": ("warning", "no_survey_of_this_year", "survey", None, "survey_year", "no result of the survey of 2020", "belongs to this report"),
    "area gone": ("warning", "rows_of_last_year_missing", "locality", None, "area", "no row of Eastvale", "2020/locality.csv"),
    "training figure gone": ("warning", "figure_of_last_year_missing", "training", 2, "bme", "an empty cell", "as last year: 514"),
    "all answers": ("critical", "more_answers_than_staff", "survey", 9, "responses", "36,800 answers", "at most 1,320"),
    "many answers": ("warning", "more_answers_than_staff", "survey", 9, "responses", "1,500 answers", "at most 1,320"),
    "copied workforce": ("critical", "same_as_last_year", "workforce", None, "", "every figure", "2020/workforce.csv"),
    "copied recruitment": ("critical", "same_as_last_year", "recruitment", None, "", "every figure", "2020/recruitment.csv"),
    "copied cases": ("warning", "same_as_last_year", "disciplinary", None, "", "every figure", "2020/disciplinary.csv"),
    "copied survey": ("warning", "no_survey_of_this_year", "survey", None, "survey_year", "no result of the survey of 2020", "belongs"),
    "copied answers": ("critical", "same_as_last_year", "survey", 26, "percent, responses", "every figure as in the survey of 2019", "of 2020"),
    "400 digits": ("critical", "too_large", "recruitment", 2, "bme", "“1111", "at most 10,000,000"),
    "400 digits in the workforce": ("critical", "too_large", "workforce", 2, "white", "“3333", "at most 10,000,000"),
    "last year's facts unreadable": ("warning", "last_year_unreadable", "", None, "", "not in UTF-8", "can be read"),
    "display": ("warning", "display_differs", "facts", 3, "display", "“2,500”", "the value 5200"),
    "one variable": ("critical", "same_variable", "locality", 4, "area", "“EAST-VALE” beside “East Vale”", "letters and digits"),
    "NUL": ("critical", "control_character", "locality", 3, "note", "The �main hospital", "text"),
    "emoji in a fact": ("critical", "no_letter", "facts", 3, "source", "“Invented", "European"),
    "reported ratio turned over": ("warning", "published_figure_differs", "reported", 9, "value", "0.60", "1.67, of which this is the other way round"),
    "reported ratio without last year's counts": ("warning", "ratio_turned_over", "disciplinary", 2, "white, bme", "1.46", "0.69"),
    "reported unit": ("critical", "unit_does_not_fit", "reported", 5, "unit", "“percent”", "pp for voting_difference of indicator 9"),
    "reported percent above 100": ("critical", "percent_out_of_range", "reported", 2, "value", "“196”", "from 0 to 100"),
    "reported measure": ("warning", "unknown_measure", "reported", 3, "measure", "“likelihood”", "for indicator 2 one of: ratio, white_to_bme, bme_to_white"),
    "reported group": ("critical", "group_does_not_fit", "reported", 3, "group", "“white”", "an empty cell for ratio of indicator 2"),
    "reported ratio of 150": ("critical", "ratio_out_of_range", "reported", 3, "value", "“150”", "such as 1.50"),
    "reported ratio beside counts": ("warning", "published_figure_differs", "reported", 12, "value", "3.70", "1.38 (data/"),
    "reported under two names": ("critical", "given_twice", "reported", 12, "measure, year", "rows 8 and 12", "one row for each figure"),
    "last year unreadable": ("warning", "last_year_unreadable", "", None, "", "not in UTF-8", "can be read"),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_a_bad_input_is_told_once_with_its_place(checked: Any, case: str) -> None:
    severity, rule, table, row, column, found, expected = TOLD[case]
    finding = checked.only(case)
    assert (finding.severity, finding.rule) == (severity, rule)
    if table:
        assert finding.file == f"data/{checked.trust_year(case)}/{table}.csv"
    assert (finding.row, finding.column) == (row, column)
    assert found in finding.found
    assert expected in finding.expected
    assert finding.message
    assert finding.action


@pytest.mark.parametrize("case", TOLD)
def test_what_is_critical_blocks_and_what_is_a_warning_does_not(checked: Any, case: str) -> None:
    result = checked.result(case)
    critical = TOLD[case][0] == "critical"
    assert result.state == ("blocked" if critical else "notes")
    assert result.status == (ExitStatus.BLOCKED if critical else ExitStatus.DONE)


def test_the_message_names_file_row_column_found_expected_and_what_to_do(checked: Any) -> None:
    file = f"data/{checked.trust_year('BOM and thousands')}/workforce.csv"
    assert str(checked.only("BOM and thousands")) == (
        "critical: This number is written with a thousands separator.\n"
        f"  where: {file}, row 2, column white\n"
        "  found: “2’643”\n"
        "  expected: a whole number, 0 or more, in digits alone, such as 1063; an empty cell "
        "where it is not supplied; here 2643\n"
        "  to do: In the spreadsheet switch the number format off (choose “General”), then save "
        "as “CSV UTF-8” again."
    )


@pytest.mark.parametrize(
    "case",
    [
        "BOM",
        "two-year average",
        "copied board",
        "small band gone, total given",
        "oldest survey left out",
        "restated by rounding",
    ],
)
def test_what_only_looks_unusual_is_let_through(checked: Any, case: str) -> None:
    assert checked.findings(case) == []


@pytest.mark.parametrize(
    ("case", "where", "what"),
    [("empty file", "training.csv", "empty"), ("Latin-1", "facts.csv, row 2", "UTF-8")],
)
def test_a_file_that_cannot_be_read_stops_its_trust_year(
    checked: Any, case: str, where: str, what: str
) -> None:
    result = checked.result(case)
    assert (result.state, result.status) == ("unreadable", ExitStatus.INPUT_MISSING)
    assert result.fault.where == f"data/{checked.trust_year(case)}/{where}"
    assert what in result.fault.what
    assert "training" in [c.table for c in result.checked] or case == "empty file"


def test_commas_in_threes_and_percent_signs_are_read_as_a_workbook_reads_them(checked: Any) -> None:
    findings = [f for f in checked.findings("commas and percent signs")
                if f.rule == "value_read_as_meant"]  # fmt: skip
    assert checked.result("commas and percent signs").state == "notes"
    assert [(f.file.rsplit("/", 1)[1], f.row, f.column, f.found) for f in findings] == [
        ("survey.csv", 5, "percent", "a number with its %, 1 cell"),
        ("workforce.csv", 2, "white", "digits in threes, 1 cell"),
    ]


def test_a_comma_that_can_be_two_is_refused_with_both_values(checked: Any) -> None:
    (finding,) = checked.result("a comma that can be two").critical
    assert (finding.rule, finding.column) == ("thousands_separator", "percent")
    assert "Write which is meant: it can be 1024 or 1.024." in finding.action


def test_a_percent_sign_in_a_count_is_refused_in_its_own_words(checked: Any) -> None:
    assert checked.only("a percent sign in a count").action == (
        "This column counts people, so no cell of it is a percentage: write their number."
    )


def test_a_second_file_that_cannot_be_read_is_told_as_well(checked: Any) -> None:
    result = checked.result("two unreadable")
    assert result.fault.where.endswith("board.csv")
    assert [f.rule for f in checked.findings("two unreadable")] == ["unreadable"]


def test_a_misspelt_column_comes_with_the_name_that_is_meant(checked: Any) -> None:
    action = checked.only("missing column").action
    assert "“BME headcount” may be meant for “bme”" in action
    assert "Is “8b” meant?" in checked.only("unknown band").action


def test_a_fault_in_many_rows_of_a_column_is_told_once_with_the_rows(checked: Any) -> None:
    finding = checked.only("many thousands")
    assert (finding.rule, finding.row) == ("thousands_separator", 2)
    assert "“1’466”, and the like in 14 more rows: 4, 6, 8" in finding.found


def test_percentages_that_are_all_fractions_are_each_told(checked: Any) -> None:
    findings = checked.findings("all fractions")
    assert [(f.rule, f.row, f.found) for f in findings] == [
        ("percent_as_fraction", 9, "“0.898”"),
        ("percent_as_fraction", 10, "“0.8”"),
    ]


def test_a_whole_survey_with_swapped_groups_is_caught_by_last_years_file(checked: Any) -> None:
    findings = checked.findings("swapped whole survey")
    assert {f.rule for f in findings} == {"swapped"}
    assert [f.row for f in findings] == [7, 15, 23, 31]


def test_applicants_swapped_against_the_workforce_are_a_warning(checked: Any) -> None:
    findings = checked.findings("swapped against workforce")
    assert [(f.severity, f.rule, f.row) for f in findings] == [
        ("warning", "unlike_the_workforce", 2),
        ("warning", "unlike_the_workforce", 3),
    ]


def test_faults_of_a_plan_are_told_each(checked: Any) -> None:
    assert [(f.severity, f.rule, f.row) for f in checked.findings("plan")] == [
        ("critical", "given_twice", 3),
        ("critical", "unknown_indicator", 3),
        ("warning", "no_lead", 3),
    ]


def test_faults_of_facts_are_told_each(checked: Any) -> None:
    assert [(f.rule, f.column) for f in checked.findings("facts")] == [
        ("no_display", "display"),
        ("not_a_name", "key"),
    ]


def test_a_file_with_a_name_that_is_no_tables_is_pointed_out(checked: Any) -> None:
    finding = checked.only("unknown file")
    assert (finding.severity, finding.rule, finding.row) == ("warning", "unknown_file", None)
    assert "Is “workforce.csv” meant?" in finding.action


def test_a_folder_without_tables_is_not_called_clean(checked: Any) -> None:
    result = checked.result("no table")
    assert [f.rule for f in result.findings] == ["no_table"]
    assert result.checked == ()


def test_wrong_figures_of_last_year_are_not_compared_with(checked: Any) -> None:
    assert checked.result("last year wrong").state == "clean"


def test_a_row_that_ends_early_is_told_beside_what_it_lacks(checked: Any) -> None:
    found = {f.rule: f for f in checked.findings("short row")}
    assert set(found) == {"short_row", "part_not_supplied"}
    assert found["short_row"].row == found["part_not_supplied"].row == 23
    assert "fewer cells in rows 2, 3" in checked.only("short rows").found
