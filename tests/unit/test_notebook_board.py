"""Indicator 9 as its notebook measures it."""

from __future__ import annotations

import pytest

from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.board.shown import board_table, chart
from wres_report.marks import unmarked
from wres_report.measures import Status

STAFF = ["all,all,2643,143,243"]


def measure(data):
    return measure_board(data, board_counts(data), data.workforce.total())


def test_a_board_without_bme_members_is_told_in_seats(make_year):
    result = measure(make_year(workforce=STAFF, board=["voting,11,0,0"]))
    assert result["voting_difference"].display == "−4.7\u00a0pp"
    assert result["voting_bme_percent"].display == "0.0%"
    assert result["voting_members"].display == "11"
    assert result.verdict.words() == "one seat short of mirroring the workforce"
    assert "would have 1 BME member." in result.finding[1]
    assert result["voting_difference"].source == (
        "data/ZZX/2021/board.csv",
        "data/ZZX/2021/workforce.csv",
    )


def test_the_other_memberships_are_not_supplied_where_they_are_not_given(make_year):
    result = measure(make_year(workforce=STAFF, board=["voting,11,0,0"]))
    assert result["total_difference"].status is Status.NOT_SUPPLIED
    assert result["executive_bme_percent"].status is Status.NOT_SUPPLIED


def test_small_numbers_of_board_members_are_shown(make_year):
    result = measure(make_year(workforce=STAFF, board=["voting,9,2,1"]))
    assert result["voting_bme"].display == "2"
    assert not result["voting_bme_percent"].has_interval


@pytest.mark.parametrize(
    ("board", "code"),
    [
        ("voting,9,0,0", "none_mirrors"),
        ("voting,8,2,0", "above"),
        ("voting,20,0,0", "short"),
    ],
)
def test_a_board_is_judged_by_the_members_it_would_have(make_year, board, code):
    result = measure(make_year(workforce=STAFF, board=[board]))
    assert result.verdict.code == code


def test_several_mirrored_seats_are_members(make_year):
    result = measure(make_year(workforce=["all,all,60,40,0"], board=["voting,10,0,0"]))
    assert "would have 4 BME members." in result.finding[1]


@pytest.mark.parametrize(
    "tables", [{}, {"board": ["voting,11,0,0"]}, {"workforce": STAFF}, {"board": ["voting,11,0,"]}]
)
def test_without_board_or_workforce_nothing_is_supplied(make_year, tables):
    result = measure(make_year(**tables))
    assert result["voting_difference"].status is Status.NOT_SUPPLIED
    assert result.verdict.code == "not_supplied"
    assert result.finding == ["The trust did not supply the figures for this indicator."]


def test_an_empty_board_is_not_calculable_and_mirrors_nobody(make_year):
    result = measure(make_year(workforce=STAFF, board=["voting,0,0,0"]))
    assert result["voting_difference"].status is Status.NOT_CALCULABLE
    assert result.verdict.code == "not_calculable"


def test_last_year_comes_from_its_folder_before_the_published_figure(make_year):
    make_year(2020, workforce=["all,all,90,10,0"], board=["voting,9,1,0"])
    data = make_year(
        2021,
        workforce=STAFF,
        board=["voting,11,0,0"],
        reported=["9,voting_difference,2020,,-11.9,pp,Report"],
    )
    result = measure(data)
    assert result["voting_difference.previous"].display == "0.0\u00a0pp"
    assert result["voting_bme_percent.previous"].display == "10.0%"
    assert result["voting_difference.change"].display == "−4.7\u00a0pp"
    assert any("Last year the difference was" in sentence for sentence in result.finding)


def test_without_last_years_board_its_published_difference_is_taken(make_year):
    make_year(2020)
    data = make_year(
        2021,
        workforce=STAFF,
        board=["voting,11,0,0"],
        reported=["9,voting_difference,2020,,-11.9,pp,Report"],
    )
    assert measure(data)["voting_difference.previous"].display == "−11.9\u00a0pp"


def test_a_published_difference_keeps_its_source(make_year):
    result = measure(make_year(reported=["9,voting_difference,2021,,-6.2,pp,Report"]))
    assert result["voting_difference"].display == "−6.2\u00a0pp"
    assert result["voting_difference"].source == ("data/ZZX/2021/reported.csv",)


def test_the_national_share_stands_beside(make_year):
    result = measure(make_year(workforce=STAFF, board=["voting,11,0,0"]))
    assert result["voting_bme_percent.benchmark"].display == "12.6%"
    assert "Nationally 12.6%" in result.finding[-1]
    assert measure(make_year(2015)).get("voting_bme_percent.benchmark") is None


def test_a_workforce_with_few_bme_staff_is_not_told_by_the_board(make_year):
    result = measure(make_year(workforce=["all,all,300,3,20"], board=["voting,11,1,0"]))
    assert result["voting_difference"].status is Status.SUPPRESSED
    assert result.verdict.code == "suppressed"
    assert "would give a small number away" in result.finding[0]
    workforce = unmarked(board_table(result)).splitlines()[2]
    assert workforce == "| Workforce | 300 | \\* | 20 | \\* | \\* | – |"


def test_the_charts_title_tells_the_verdict_in_seats(make_year):
    figure, _ = chart(measure(make_year(workforce=STAFF, board=["voting,11,0,0"])))
    assert figure.title == "The voting board: one seat short of mirroring the workforce"
    assert figure.subtitle.startswith("11 voting members; ")
    published = ["9,voting_bme_percent,2021,bme,9.1,percent,P"]
    without_seats, _ = chart(measure(make_year(workforce=STAFF, board=[], reported=published)))
    assert without_seats.title == "The BME share of the board beside that of the workforce"


def test_the_charts_alternative_names_england_where_it_is_drawn(make_year):
    # 143 of 3,029 staff are 4.7%, and 1 of 10 members is 10.0%.
    tables = {"workforce": STAFF, "board": ["voting,9,1,0"]}
    _, alternative = chart(measure(make_year(**tables)))
    assert unmarked(alternative) == (
        "Dot chart of the BME share of the board against 4.7% of the workforce. "
        "Voting members 10.0%, +5.3\u00a0pp. Boards in England: 12.6%."
    )
    _, alone = chart(measure(make_year(2015, **tables)))
    assert unmarked(alone).endswith("+5.3\u00a0pp.")
