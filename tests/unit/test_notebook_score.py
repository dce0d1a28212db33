"""Metric 9a of the disability standard, a score from 0 to 10, as its notebook measures it."""

from __future__ import annotations

import pytest

from wres_report.indicators.score.measure import chart, measure_score, score_rows, score_table
from wres_report.marks import unmarked
from wres_report.measures import Status

NINE = [
    "9,engagement,2019,non_disabled,,7.0,800,,7.1",
    "9,engagement,2019,disabled,,6.7,190,,6.6",
    "9,engagement,2020,non_disabled,,7.2,900,,7.3",
    "9,engagement,2020,disabled,,6.4,200,,6.8",
]
NOT_WEIGHED = "the survey gives no spread of a score, so chance is not weighed"
FILE = "data/ZZX/2021/wdes/survey.csv"


@pytest.fixture
def measured(make_year):
    def measure(survey, **more):
        data = make_year(2021, wdes=True, survey=survey, **more)
        return measure_score(data, "m9-engagement", score_rows(data, "m9-engagement"))

    return measure


def test_the_figures_of_both_groups_and_what_lies_between_them(measured):
    result = measured(NINE)
    shown = {
        key.removeprefix("m9.engagement_"): value.display for key, value in result.values.items()
    }
    assert shown == {
        "non_disabled_score": "7.2",
        "non_disabled_score.y2020": "7.2",
        "non_disabled_score.y2019": "7.0",
        "non_disabled_score.previous": "7.0",
        "non_disabled_score.change": "0.2",
        "non_disabled_score.benchmark": "7.3",
        "non_disabled_score.benchmark.y2019": "7.1",
        "disabled_score": "6.4",
        "disabled_score.y2020": "6.4",
        "disabled_score.y2019": "6.7",
        "disabled_score.previous": "6.7",
        "disabled_score.change": "−0.3",
        "disabled_score.benchmark": "6.8",
        "disabled_score.benchmark.y2019": "6.6",
        "gap": "−0.8",
        "gap.previous": "−0.3",
        "gap.change": "−0.5",
        "gap.benchmark": "−0.5",
        "responses_non_disabled": "900",
        "responses_non_disabled.y2019": "800",
        "responses_disabled": "200",
        "responses_disabled.y2019": "190",
    }
    assert not any(value.has_interval for value in result.values.values())
    assert result["disabled_score"].n == 200


def test_each_figure_tells_the_lines_it_comes_from(measured):
    result = measured(NINE)
    for key in ("disabled_score", "responses_disabled", "disabled_score.benchmark"):
        assert (result[key].source, result[key].rows) == ((FILE,), ((FILE, 5),)), key
    assert result["gap"].source == (FILE,)
    assert set(result["gap"].rows) == {(FILE, 4), (FILE, 5)}
    study, other = "m9.engagement_disabled_score", "m9.engagement_non_disabled_score"
    assert result["gap"].made[1:] == (study, other)
    assert result["gap.previous"].made[1:] == (f"{study}.previous", f"{other}.previous")


def test_the_finding_makes_no_verdict(measured):
    result = measured(NINE)
    assert result.finding == [
        "The score, from 0 to 10, is 6.4 for Disabled staff and 7.2 for non-disabled staff.",
        "The difference, Disabled minus non-disabled, is −0.8; "
        f"{NOT_WEIGHED} and no verdict is made.",
        "Last year the score of Disabled staff was 6.7.",
        "The median of the benchmark group for Disabled staff is 6.8.",
    ]
    assert result.verdict.code == "unweighed"
    assert result.words == {"m9.engagement_verdict": NOT_WEIGHED}


def test_a_difference_in_favour_has_its_sign(measured):
    result = measured(
        ["9,engagement,2020,non_disabled,,6.5,900,,", "9,engagement,2020,disabled,,7.0,200,,"]
    )
    assert "is +0.5;" in result.finding[1]
    assert len(result.finding) == 2


def test_the_table_has_the_latest_survey_first(measured):
    head, rule, *rows = unmarked(score_table(measured(NINE))).splitlines()
    assert head == (
        "| Survey | Non-disabled | Non-disabled responses | Non-disabled median "
        "| Disabled | Disabled responses | Disabled median |"
    )
    assert [cell.strip()[-1] for cell in rule.strip("|").split("|")] == ["-", *":" * 6]
    assert rows == [
        "| 2020 | 7.2 | 900 | 7.3 | 6.4 | 200 | 6.8 |",
        "| 2019 | 7.0 | 800 | 7.1 | 6.7 | 190 | 6.6 |",
    ]


def test_the_chart_says_in_words_what_it_draws(measured):
    figure, alternative = chart(measured(NINE))
    assert figure.title == "The staff engagement score of Disabled and non-disabled staff"
    assert figure.subtitle == "score from 0 to 10; 2020 NHS Staff Survey"
    assert figure.median == (
        "stroke: median of the benchmark group, 7.3 non-disabled and 6.8 Disabled"
    )
    entries = figure.panels[0].entries()
    assert [(e.of, e.word, e.group, e.value.display, e.median) for e in entries] == [
        ("2020", "non-disabled", "comparator", "7.2", 7.3),
        ("2020", "Disabled", "study", "6.4", 6.8),
        ("2019", "non-disabled", "comparator", "7.0", None),
        ("2019", "Disabled", "study", "6.7", None),
    ]
    assert (figure.scale.low, figure.scale.high, figure.unit.value) == (5, 9, "score")
    assert unmarked(alternative) == (
        "Dumbbell chart of the staff engagement score by survey year. "
        "2019: non-disabled 7.0, Disabled 6.7; 2020: non-disabled 7.2, Disabled 6.4."
    )


def test_the_summary_sets_the_difference_beside_last_years(measured, summary_of):
    row = summary_of(measured(NINE))
    cells = (row.comparator, row.study, row.this_year, row.previous, row.benchmark_group)
    assert [unmarked(cell) for cell in cells] == ["7.2", "6.4", "−0.8", "−0.3", "−0.5"]
    assert row.figure.status is Status.NOT_SUPPLIED


def test_where_last_years_difference_is_not_known_the_summary_has_the_groups_score(
    measured, summary_of
):
    alone = [row for row in NINE if ",2019,non_disabled," not in row]
    row = summary_of(measured([*alone[:1], "9,engagement,2020,non_disabled,,7.2,900,,", alone[-1]]))
    assert unmarked(row.previous) == "Disabled 6.7"
    assert unmarked(row.benchmark_group) == "Disabled 6.8"


def test_few_responses_hide_the_score_the_difference_and_their_own_number(measured, summary_of):
    result = measured([*NINE[:3], "9,engagement,2020,disabled,,6.4,10,,6.8"])
    for key in ("disabled_score", "disabled_score.y2020", "gap", "responses_disabled"):
        assert result[key].status is Status.SUPPRESSED, key
    assert result["non_disabled_score"].ok
    assert result.verdict.code == "suppressed"
    assert result.finding == ["Too few Disabled staff answered for their score to be shown."]
    latest = unmarked(score_table(result)).splitlines()[2]
    assert latest == "| 2020 | 7.2 | 900 | 7.3 | \\* | \\* | 6.8 |"
    assert summary_of(result).study == "suppressed"
    assert "6.4" not in unmarked(chart(result)[1])


def test_eleven_responses_are_enough_and_the_number_is_a_setting(measured):
    rows = ["9,engagement,2020,disabled,,6.4,11,,"]
    assert measured(rows)["disabled_score"].ok
    hidden = measured(rows, settings={"minimum_responses": 12})
    assert hidden["disabled_score"].status is Status.SUPPRESSED


def test_one_group_alone_has_no_difference(measured):
    result = measured(["9,engagement,2020,disabled,,6.4,200,,6.8"])
    assert result.finding == [
        "The score, from 0 to 10, is 6.4 for Disabled staff.",
        "The median of the benchmark group for Disabled staff is 6.8.",
    ]
    assert result["gap"].status is Status.NOT_SUPPLIED
    assert result.get("gap.benchmark") is None
    assert unmarked(score_table(result)).splitlines()[2] == "| 2020 | – | – | – | 6.4 | 200 | 6.8 |"
    other = measured(["9,engagement,2020,non_disabled,,7.2,900,,"])
    assert other.finding == ["The score, from 0 to 10, is 7.2 for non-disabled staff."]


def test_nothing_supplied_is_said_and_nothing_is_drawn(measured, summary_of):
    result = measured([])
    assert result.finding == ["The trust did not supply the figures for this measure."]
    assert result.verdict.code == "not_supplied"
    assert score_table(result) == ""
    assert chart(result) is None
    row = summary_of(result)
    assert (row.study, row.this_year, row.previous, row.benchmark_group) == ("–",) * 4


def test_later_surveys_and_people_of_unknown_status_are_not_looked_at(measured):
    more = ["9,engagement,2021,disabled,,9.9,300,,", "9,engagement,2020,unknown,,5.0,40,,"]
    result = measured([*NINE, *more])
    assert result.finding == measured(NINE).finding
    assert set(result.series) == {"non_disabled", "disabled"}


def test_published_scores_fill_what_the_survey_table_lacks(measured):
    reported = [
        "9,engagement_score,2021,disabled,6.5,score,P",
        "9,engagement_score,2020,disabled,6.3,score,P",
    ]
    result = measured([], reported=reported)
    assert result["disabled_score"].display == "6.5"
    assert result["disabled_score"].source == ("data/ZZX/2021/wdes/reported.csv",)
    assert result.finding[1] == "Last year the score of Disabled staff was 6.3."
