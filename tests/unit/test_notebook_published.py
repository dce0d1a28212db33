"""What was published without its counts stands wherever the counts do not suffice."""

from __future__ import annotations

import pytest

from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.likelihood.shown import chart
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.survey.measure import measure_survey, survey_rows
from wres_report.indicators.survey.shown import survey_table_rows
from wres_report.measures import Status


def likelihood(data, indicator):
    return measure_likelihood(data, indicator, *data.likelihood_counts(indicator))


def survey(data, indicator):
    return measure_survey(data, indicator, survey_rows(data, indicator))


def test_cases_without_a_workforce_do_not_hide_the_published_ratio(make_year):
    data = make_year(
        disciplinary=["entered,17,9,1,year_end"], reported=["3,ratio,2021,,1.80,ratio,Page 4"]
    )
    result = likelihood(data, "i3")
    assert result["ratio"].display == "1.80"
    assert result["entered_bme"].display == "9"
    assert result.verdict.code == "without_counts"


def test_a_chart_names_whom_a_ratio_is_of_only_where_it_is_made_of_their_counts(make_year):
    workforce = ["all,all,2643,143,243"]
    data = make_year(workforce=workforce, reported=["4,ratio,2021,,1.25,ratio,Page 4"])
    published, _ = chart(likelihood(data, "i4"))
    assert published.subtitle.startswith("year to 31 March 2021")
    counted, _ = chart(
        likelihood(make_year(workforce=workforce, training=["accessed,900,60,50"]), "i4")
    )
    assert counted.subtitle.startswith("2,643 White and 143 BME staff; ")


def test_counts_that_suffice_come_before_what_was_published(make_year):
    data = make_year(
        recruitment=["shortlisted,855,47,18", "appointed,198,17,5"],
        reported=["2,ratio,2021,,3.70,ratio,Page 4"],
    )
    assert likelihood(data, "i2")["ratio"].display == "0.64"


def test_a_small_number_that_is_hidden_is_not_told_by_its_publication(make_year):
    data = make_year(
        workforce=["all,all,2643,143,243"],
        disciplinary=["entered,17,3,1,year_end"],
        reported=["3,ratio,2021,,3.26,ratio,Page 4", "3,percent,2021,bme,2.1,percent,Page 4"],
    )
    result = likelihood(data, "i3")
    assert result["ratio"].status is Status.SUPPRESSED
    assert result["bme_percent"].status is Status.SUPPRESSED


def test_published_rates_give_the_ratio_where_none_was_published(make_year):
    data = make_year(
        reported=[
            "2,percent,2021,white,24.00,percent,Page 4", "2,percent,2021,bme,16.00,percent,Page 4",
        ]
    )  # fmt: skip
    result = likelihood(data, "i2")
    assert result["white_percent"].display == "24.00%"
    assert result["ratio"].display == "1.50"
    assert result.verdict.code == "without_counts"
    assert "made from the two rates" in " ".join(result.finding)


@pytest.mark.parametrize(
    ("measure", "display"), [("white_to_bme", "1.60"), ("bme_to_white", "0.63"), ("ratio", "1.60")]
)
def test_a_ratio_is_turned_to_the_direction_of_the_standard(make_year, measure, display):
    data = make_year(reported=[f"2,{measure},2021,,1.60,ratio,Page 4"])
    assert likelihood(data, "i2")["ratio"].display == display


def test_a_ratio_whose_other_side_is_zero_is_not_calculable(make_year):
    data = make_year(reported=["2,bme_to_white,2021,,0,ratio,Page 4"])
    assert likelihood(data, "i2")["ratio"].status is Status.NOT_CALCULABLE


def test_a_unit_that_does_not_fit_is_read_as_nothing_rather_than_compared(make_year):
    data = make_year(
        reported=["2,ratio,2021,,1.5,ratio,Page 4", "2,ratio,2020,,1.5,percent,Page 4"]
    )
    result = likelihood(data, "i2")
    assert result["ratio"].display == "1.5"
    assert result.get("ratio.previous") is None


def test_white_and_unknown_shares_and_totals_of_the_workforce_are_told(make_year):
    data = make_year(
        reported=[
            "1,headcount,2021,,3029,count,Page 4", "1,percent,2021,white,87.3,percent,Page 4",
            "1,percent,2021,unknown,8.0,percent,Page 4",
        ]
    )  # fmt: skip
    result = measure_representation(data, data.workforce)
    assert result.values["workforce.total"].display == "3,029"
    assert result.values["i1.unknown_percent"].display == "8.0%"
    told = " ".join(result.finding)
    assert "87.3% of the workforce are White and 8.0%" in told
    assert "3,029 staff in all" in told


def test_a_small_published_headcount_is_suppressed_like_any_other(make_year):
    data = make_year(reported=["1,headcount,2021,bme,3,count,Page 4"])
    values = measure_representation(data, data.workforce).values
    assert values["workforce.bme"].status is Status.SUPPRESSED


def test_a_gap_without_its_parts_stands_and_is_not_told_from_chance(make_year):
    result = survey(make_year(reported=["5,gap,2021,,7.9,pp,Page 4"]), "i5")
    assert result["gap"].display == "+7.9\u00a0pp"
    assert result.verdict.code == "without_counts"
    assert result.finding[0].startswith("The gap as published, BME minus White, is +7.9")


def test_one_group_alone_stands_in_a_row_of_its_survey(make_year):
    data = make_year(
        reported=["5,percent,2021,bme,31.5,percent,P", "5,percent,2020,bme,32.7,percent,P"]
    )
    result = survey(data, "i5")
    rows = [(year, cells[2].display) for year, cells in survey_table_rows(result)]
    assert rows == [("2020", "31.5%"), ("2019", "32.7%")]


def test_a_published_change_stands_where_last_years_figure_is_not_known(make_year):
    data = make_year(
        reported=["2,ratio,2021,,1.5,ratio,P", "2,ratio_change,2021,,-0.12,ratio,P",
                  "5,percent_change,2021,bme,-2.2,pp,P"]
    )  # fmt: skip
    result = likelihood(data, "i2")
    assert result["ratio.change"].number == -0.12
    assert "change on last year is −0.12" in " ".join(result.finding)
    assert survey(data, "i5")["bme_percent.change"].display == "−2.2\u00a0pp"


def test_a_board_is_set_beside_the_published_share_of_the_workforce(make_year):
    data = make_year(board=["voting,9,2,1"], reported=["1,percent,2021,bme,20.0,percent,Page 4"])
    result = measure_board(data, board_counts(data), data.workforce.total())
    assert result["voting_difference"].display == "−3.3\u00a0pp"
    assert result.verdict.code == "mirrors"


def test_a_published_board_share_is_told_membership_by_membership(make_year):
    data = make_year(reported=["9,total_bme_percent,2021,bme,9.1,percent,Page 4"])
    result = measure_board(data, board_counts(data), data.workforce.total())
    assert result.finding == ["As published, of all members 9.1% are BME."]


def test_last_years_own_table_gives_last_years_figure(make_year):
    make_year(2020, reported=["6,percent,2020,bme,26,percent,Page 4"])
    result = survey(make_year(2021, reported=["6,percent,2021,bme,24,percent,P"]), "i6")
    assert result["bme_percent.previous"].display == "26%"


@pytest.mark.parametrize(
    ("reported", "sentence"),
    [
        (
            ["2,percent,2021,white,24.00,percent,P", "2,percent,2021,bme,16.00,percent,P"],
            "It is made from the two rates, which were published without their counts, so it "
            "cannot be told from chance.",
        ),
        (
            ["2,bme_to_white,2021,,0.8,ratio,P"],
            "It was published the other way round and without its counts, so it cannot be told "
            "from chance.",
        ),
        (
            ["2,ratio,2021,,1.25,ratio,P"],
            "It was published without its counts, so it cannot be told from chance.",
        ),
    ],
)
def test_a_ratio_without_counts_says_why_chance_is_not_weighed(make_year, reported, sentence):
    assert sentence in likelihood(make_year(reported=reported), "i2").finding


def test_one_rate_alone_leaves_no_ratio_to_be_worked_out(make_year):
    result = likelihood(make_year(reported=["2,percent,2021,bme,16.00,percent,P"]), "i2")
    assert result.finding == [
        "16.00% of BME shortlisted applicants were appointed.",
        "The relative likelihood is not supplied, nor what it could be worked out from.",
    ]


def test_last_years_ratio_is_made_of_last_years_rates(make_year):
    make_year(2020, recruitment=["shortlisted,800,100,10", "appointed,200,20,5"])
    result = likelihood(
        make_year(2021, recruitment=["shortlisted,855,47,18", "appointed,198,17,5"]), "i2"
    )
    rates = ("i2.white_percent", "i2.bme_percent")
    assert result["ratio"].made[1:] == rates
    assert result["ratio.previous"].made[1:] == tuple(f"{rate}.previous" for rate in rates)
    assert result["ratio.change"].made[1:] == ("i2.ratio", "i2.ratio.previous")


@pytest.mark.parametrize(
    ("indicator", "measure", "known"),
    [(9, "absolute_difference", True), (5, "absolute_gap", True), (5, "absolute_difference", False),
     (9, "absolute_gap", False)],
)  # fmt: skip
def test_a_difference_without_its_sign_may_be_published_but_stands_for_no_figure(
    make_year, indicator, measure, known
):
    data = make_year(reported=[f"{indicator},{measure},2021,,4.2,pp,P"])
    found = data.reported(indicator, measure, "", 2021)
    assert (found is not None and found.display == "+4.2\u00a0pp") == known
    result = (
        survey(data, "i5") if indicator == 5
        else measure_board(data, board_counts(data), data.workforce.total())
    )  # fmt: skip
    assert not any(value.ok for value in result.values.values() if value.published)
