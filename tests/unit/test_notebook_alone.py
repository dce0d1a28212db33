"""Metric 8 of the disability standard, of one group alone, as its notebook measures it."""

from __future__ import annotations

import pytest

from wres_report.indicators.alone.measure import alone_table, chart, measure_alone
from wres_report.indicators.survey.measure import survey_rows
from wres_report.marks import unmarked
from wres_report.measures import Status

# Of 100, and then of 200, by Wilson's formula on paper: 50.2 to 69.1, and 68.6 to 80.5.
EIGHT = ["8,,2019,disabled,60.0,,100,66.0,", "8,,2020,disabled,75.0,,200,67.5,"]
NO_OTHER = "The question is put to them alone, so there is no other group to compare with."
FILE = "data/ZZX/2021/wdes/survey.csv"


@pytest.fixture
def measured(make_year):
    def measure(survey, **more):
        data = make_year(2021, wdes=True, survey=survey, **more)
        return measure_alone(data, "m8", survey_rows(data, "m8"))

    return measure


def test_the_figures_of_the_autumn_before_are_this_years(measured):
    result = measured(EIGHT)
    shown = {key: value.display for key, value in result.values.items()}
    assert shown == {
        "m8.disabled_percent": "75.0%",
        "m8.disabled_percent.y2020": "75.0%",
        "m8.disabled_percent.y2019": "60.0%",
        "m8.disabled_percent.previous": "60.0%",
        "m8.disabled_percent.change": "+15.0\u00a0pp",
        "m8.disabled_percent.benchmark": "67.5%",
        "m8.disabled_percent.benchmark.y2019": "66.0%",
        "m8.responses_disabled": "200",
        "m8.responses_disabled.y2019": "100",
    }
    assert result["disabled_percent"].display_interval == "68.6 to 80.5"
    assert result["disabled_percent.benchmark"].note == "benchmark-group median"


def test_each_figure_tells_the_line_it_stands_in(measured):
    result = measured(EIGHT)
    for key in ("disabled_percent", "responses_disabled", "disabled_percent.benchmark"):
        assert result[key].source == (FILE,), key
        assert result[key].rows == ((FILE, 3),), key
    assert result["disabled_percent.previous"].rows == ((FILE, 2),)


def test_the_finding_compares_with_no_other_group(measured):
    result = measured(EIGHT)
    assert result.finding == [
        "75.0% (95% interval 68.6 to 80.5) of Disabled respondents say that their employer has "
        "made adequate adjustments to enable them to carry out their work.",
        NO_OTHER,
        "Last year it was 60.0%; this year's is higher, an improvement.",
        "The median of the benchmark group is 67.5%; the trust's figure is above the benchmark, "
        "which is better.",
    ]
    assert result.verdict.code == "unweighed"
    assert result.words == {
        "m8.verdict": "one group alone, so nothing to compare with",
        "m8.movement": "higher, an improvement",
        "m8.against_benchmark": "above the benchmark, which is better",
    }


def test_without_last_year_and_median_they_are_not_spoken_of(measured):
    result = measured(["8,,2020,disabled,75.0,,200,,"])
    assert result.finding[1:] == [NO_OTHER]
    assert result.words["m8.movement"] == "no figure for last year"
    assert result.words["m8.against_benchmark"] == ""


def test_without_responses_there_is_no_interval(measured):
    result = measured(["8,,2020,disabled,75.0,,,67.5,"])
    assert result.finding[0].startswith("75.0% of Disabled respondents")
    assert result.get("responses_disabled") is None
    figure, _ = chart(result)
    assert figure.subtitle == "2020 NHS Staff Survey"


def test_the_table_has_the_latest_survey_first(measured):
    assert unmarked(alone_table(measured(EIGHT))).splitlines() == [
        "| Survey | Disabled | Disabled responses | Disabled median |",
        "| :--------------------- | ---------------------: | ---------------------: "
        "| ---------------------: |",
        "| 2020 | 75.0% | 200 | 67.5% |",
        "| 2019 | 60.0% | 100 | 66.0% |",
    ]


def test_the_chart_says_in_words_what_it_draws(measured):
    figure, alternative = chart(measured(EIGHT))
    assert figure.title == "Disabled staff: adequate adjustments"
    assert figure.subtitle == "200 responses; 2020 NHS Staff Survey"
    assert figure.median == "stroke: median of the benchmark group, 67.5% Disabled"
    entries = figure.panels[0].entries()
    assert [(e.name, e.word, e.value.display, e.median) for e in entries] == [
        ("2020", "Disabled", "75.0%", 67.5),
        ("2019", "Disabled", "60.0%", None),
    ]
    assert unmarked(alternative) == (
        "Dot chart of adequate adjustments by survey year. 2019: 60.0%; 2020: 75.0%."
    )


def test_a_chart_without_a_median_has_no_stroke(measured):
    figure, _ = chart(measured(["8,,2020,disabled,75.0,,200,,"]))
    assert figure.median == ""
    assert [entry.median for entry in figure.panels[0].entries()] == [None]


def test_the_summary_has_one_group_and_no_parity(measured, summary_of):
    row = summary_of(measured(EIGHT))
    assert (row.comparator, unmarked(row.study), unmarked(row.this_year)) == ("–", "75.0%", "75.0%")
    assert (unmarked(row.previous), unmarked(row.benchmark_group)) == ("60.0%", "67.5%")
    assert row.figure.status is Status.NOT_SUPPLIED


def test_few_responses_hide_the_percentage_and_their_own_number(measured, summary_of):
    result = measured(["8,,2019,disabled,60.0,,100,66.0,", "8,,2020,disabled,70.0,,10,67.5,"])
    for key in ("disabled_percent", "disabled_percent.y2020", "responses_disabled"):
        assert result[key].status is Status.SUPPRESSED, key
    assert result.verdict.code == "suppressed"
    assert result.finding == ["Too few Disabled staff answered for their percentage to be shown."]
    assert unmarked(alone_table(result)).splitlines()[2] == "| 2020 | \\* | \\* | 67.5% |"
    assert summary_of(result).study == "suppressed"
    figure, alternative = chart(result)
    assert figure.subtitle == "2020 NHS Staff Survey"
    assert "70" not in unmarked(alternative)


def test_eleven_responses_are_enough_and_the_number_is_a_setting(measured):
    rows = ["8,,2020,disabled,70.0,,11,,"]
    assert measured(rows)["disabled_percent"].ok
    hidden = measured(rows, settings={"minimum_responses": 12})
    assert hidden["disabled_percent"].status is Status.SUPPRESSED


def test_nothing_supplied_is_said_and_nothing_is_drawn(measured, summary_of):
    result = measured([])
    assert result.finding == ["The trust did not supply the figures for this metric."]
    assert result.verdict.code == "not_supplied"
    assert alone_table(result) == ""
    assert chart(result) is None
    assert (summary_of(result).study, summary_of(result).previous) == ("–", "–")


def test_rows_of_the_other_group_and_of_other_metrics_are_passed_over(measured):
    more = ["8,,2020,non_disabled,90.0,,900,,", "7,,2020,disabled,40.0,,300,,"]
    assert measured([*EIGHT, *more]).finding == measured(EIGHT).finding


def test_published_percentages_fill_what_the_survey_table_lacks(measured):
    reported = ["8,percent,2021,disabled,74,percent,P", "8,percent,2020,disabled,71,percent,P"]
    result = measured([], reported=reported)
    assert result["disabled_percent"].display == "74%"
    assert result["disabled_percent.previous"].display == "71%"
    assert result.finding[2] == "Last year it was 71%; this year's is higher."
