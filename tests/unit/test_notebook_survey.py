"""Indicators 5 to 8 as their notebooks measure them."""

from __future__ import annotations

import pytest

from wres_report.indicators.survey.measure import measure_survey, survey_rows
from wres_report.measures import Status

FIVE = [
    "5,2018,white,26.8,1538,28.0",
    "5,2018,bme,33.0,291,30.4",
    "5,2019,white,26.0,1611,27.9",
    "5,2019,bme,32.7,327,29.9",
    "5,2020,white,24.3,1704,25.4",
    "5,2020,bme,31.5,368,28.0",
]


def measure(data, indicator="i5"):
    return measure_survey(data, indicator, survey_rows(data, indicator))


def test_the_figures_of_the_autumn_before_are_this_years(make_year):
    result = measure(make_year(survey=FIVE))
    assert result["bme_percent"].display == "31.5%"
    assert result["white_percent"].display == "24.3%"
    assert result["gap"].display == "+7.2\u00a0pp"
    assert result["bme_percent.previous"].display == "32.7%"
    assert result["bme_percent.change"].display == "−1.2\u00a0pp"
    assert result["gap.previous"].display == "+6.7\u00a0pp"
    assert result["bme_percent.benchmark"].display == "28.0%"
    assert result["gap.benchmark"].display == "+2.6\u00a0pp"
    assert result["responses_bme"].display == "368"
    assert result["responses_bme.previous"].display == "327"
    assert result["bme_percent.y2018"].display == "33.0%"
    assert result.verdict.code == "worse"
    for key in ("bme_percent", "responses_bme", "bme_percent.benchmark", "responses_bme.previous"):
        assert result[key].source == ("data/ZZX/2021/survey.csv",), key
    assert result.words["i5.movement"] == "lower, within chance"
    assert result.words["i5.trend"] == "fell in each year"


def test_later_surveys_are_not_looked_at(make_year):
    result = measure(make_year(survey=[*FIVE, "5,2021,bme,99,500,"]))
    assert result.get("bme_percent.y2021") is None
    assert max(result.series["bme"]) == 2020


def test_rows_of_other_indicators_and_other_groups_are_passed_over(make_year):
    result = measure(make_year(survey=[*FIVE, "6,2020,bme,1,500,", "5,2020,unknown,2,20,"]))
    assert result["bme_percent"].display == "31.5%"
    assert set(result.series) == {"white", "bme"}


@pytest.mark.parametrize("indicator", ["i5", "i6", "i7", "i8"])
@pytest.mark.parametrize("tables", [{}, {"survey": []}])
def test_nothing_supplied_is_said_and_stops_nothing(make_year, indicator, tables):
    result = measure(make_year(**tables), indicator)
    assert {value.status for value in result.values.values()} == {Status.NOT_SUPPLIED}
    assert result.verdict.code == "not_supplied"
    assert result.finding == ["The trust did not supply the figures for this indicator."]
    assert result.words[f"{indicator}.trend"] == "no figures, so no trend"


def test_belief_in_equal_opportunities_is_worse_where_it_is_lower(make_year):
    rows = ["7,2020,white,88.4,1159,", "7,2020,bme,69.6,250,"]
    result = measure(make_year(survey=rows), "i7")
    assert result["gap"].display == "−18.8\u00a0pp"
    assert result.verdict.code == "worse"
    assert result.said("said") in result.finding[0]


def test_few_responses_hide_the_percentage_the_gap_and_their_own_number(make_year):
    rows = ["8,2020,white,5.7,1689,6.1", "8,2020,bme,20,10,16.2"]
    result = measure(make_year(survey=rows), "i8")
    for key in ("bme_percent", "gap", "responses_bme"):
        assert result[key].status is Status.SUPPRESSED, key
    assert result["white_percent"].ok
    assert result.verdict.code == "suppressed"
    assert "Too few BME staff" in result.finding[0]
    assert "10" not in str(result["responses_bme"])


def test_eleven_responses_are_enough_and_the_number_is_a_setting(make_year):
    rows = ["8,2020,white,5.7,1689,", "8,2020,bme,20,11,"]
    assert measure(make_year(survey=rows), "i8")["bme_percent"].ok
    hidden = make_year(survey=rows, settings={"minimum_responses": 12})
    assert measure(hidden, "i8")["bme_percent"].status is Status.SUPPRESSED


def test_suppressed_figures_of_earlier_years_stay_suppressed(make_year):
    rows = ["8,2019,bme,40,5,", "8,2020,bme,20,50,", "8,2020,white,10,500,"]
    result = measure(make_year(survey=rows), "i8")
    assert result["bme_percent.y2019"].status is Status.SUPPRESSED
    assert result["responses_bme.y2019"].status is Status.SUPPRESSED
    assert result.get("bme_percent.previous") is None
    assert result.words["i8.trend"] == "one year only, so no trend"


def test_without_responses_the_difference_is_too_little_to_tell(make_year):
    result = measure(make_year(survey=["5,2020,white,22.4,,", "5,2020,bme,24,,32.1"]))
    assert result["gap"].display == "+1.6\u00a0pp"
    assert result.verdict.code == "without_counts"
    assert any("number of responses is not supplied" in s for s in result.finding)


def test_white_figures_without_responses_are_taken_as_exact_and_that_is_said(make_year):
    result = measure(make_year(survey=["5,2020,white,22.4,,", "5,2020,bme,24,50,"]))
    assert result.verdict.code == "no_clear_difference"
    assert any("White responses are not supplied" in s for s in result.finding)


def test_bme_figures_without_responses_are_not_blamed_on_the_white_ones(make_year):
    result = measure(make_year(survey=["5,2020,white,22.4,900,", "5,2020,bme,24,,"]))
    assert result.verdict.code == "without_counts"
    assert not any("White responses are not supplied" in s for s in result.finding)


def test_one_group_alone_gives_no_gap(make_year):
    result = measure(make_year(survey=["5,2020,bme,24,50,32.1"]))
    assert result["gap"].status is Status.NOT_SUPPLIED
    assert result.get("gap.benchmark") is None
    assert result.verdict.code == "not_supplied"
    assert result.finding[0].startswith("24.0% of BME respondents experienced")
    assert result.finding[1] == "The figure of White respondents is not supplied."


def test_a_percentage_published_elsewhere_fills_what_the_survey_table_lacks(make_year):
    data = make_year(
        survey=["5,2020,white,22.4,900,"],
        reported=["5,percent,2021,bme,24,percent,Report", "5,percent,2020,bme,20,percent,Report"],
    )
    result = measure(data)
    assert result["bme_percent"].source == ("data/ZZX/2021/reported.csv",)
    assert result["bme_percent.previous"].display == "20%"
    assert result["bme_percent.change"].display == "+4.0\u00a0pp"


def test_an_empty_row_of_last_year_gives_way_to_the_published_percentage(make_year):
    data = make_year(
        survey=["5,2019,bme,,,", "5,2020,bme,24,50,", "5,2020,white,20,500,"],
        reported=["5,percent,2020,bme,20,percent,Report"],
    )
    assert measure(data)["bme_percent.previous"].display == "20%"


def test_indicator_7_is_never_compared_across_its_break(make_year):
    rows = [
        f"7,{year},{group},{percent},500,{percent}"
        for year, white, bme in ((2019, 88.0, 70.7), (2020, 88.4, 69.6), (2021, 58.9, 44.6))
        for group, percent in (("white", white), ("bme", bme))
    ]
    data = make_year(2022, survey=rows, reported=["7,percent,2021,bme,69.6,percent,Report"])
    result = measure(data, "i7")
    for key in ("bme_percent.previous", "bme_percent.change", "gap.previous", "gap.change"):
        assert result.get(key) is None, key
    assert result["bme_percent.y2020"].display == "69.6%"
    assert result.words["i7.trend"] == "one year only, so no trend"
    assert result.words["i7.movement"] == "no figure for last year"
    assert not any("2020" in sentence for sentence in result.finding)


def test_after_the_break_indicator_7_has_a_trend_again(make_year):
    rows = [f"7,{year},bme,{p},500," for year, p in ((2020, 69.6), (2021, 44.6), (2022, 46.0))]
    result = measure(make_year(2023, survey=rows), "i7")
    assert result.words["i7.trend"] == "rose"
    assert any("Between the 2021 and 2022 surveys" in s for s in result.finding)


def test_a_survey_without_difference_is_better_or_worse_for_nobody(make_year):
    result = measure(make_year(survey=["5,2020,white,24,900,", "5,2020,bme,24,50,"]))
    assert result["gap"].display == "0.0\u00a0pp"
    assert result.verdict.code == "no_clear_difference"


def test_no_respondents_are_not_calculable(make_year):
    result = measure(make_year(survey=["5,2020,white,24,900,", "5,2020,bme,0,0,"]))
    assert result["bme_percent"].status is Status.NOT_CALCULABLE
    assert result.verdict.code == "not_calculable"


def test_a_clear_rise_is_more_than_chance(make_year):
    rows = ["5,2019,bme,10,1000,", "5,2020,bme,30,1000,", "5,2020,white,24,900,"]
    result = measure(make_year(survey=rows))
    assert any("more than chance" in sentence for sentence in result.finding)
    assert result.words["i5.movement"] == "higher, a deterioration"
