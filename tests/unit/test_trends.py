"""Words for a row of yearly figures."""

from __future__ import annotations

import pytest

from wres_report.measures import Unit, Value
from wres_report.measures.gaps import survey_percent
from wres_report.measures.trends import trend
from wres_report.measures.value import absent


def series(*percents, first=2017, responses=None):
    return {first + i: survey_percent(p, responses) for i, p in enumerate(percents)}


@pytest.mark.parametrize(
    ("percents", "words", "steady"),
    [
        ((20.0, 21.0, 22.0), "rose in each year", True),
        ((22.0, 21.0, 20.0), "fell in each year", True),
        ((20.0, 21.0), "rose", True),
        ((21.0, 20.0), "fell", True),
        ((20.0, 20.0, 20.0), "stayed the same", True),
        ((20.0, 20.0), "stayed the same", True),
        ((20.0, 20.0, 21.0), "rose, though not in each year", False),
        ((21.0, 20.0, 20.0), "fell, though not in each year", False),
        ((33.2, 20.0, 24.0), "fell, then rose, and ends lower", False),
        ((20.0, 19.0, 24.0), "fell, then rose, and ends higher", False),
        ((20.0, 19.0, 20.0), "fell, then rose, and ends where it began", False),
    ],
)
def test_the_words_are_those_that_the_figures_bear_out(percents, words, steady):
    found = trend(series(*percents))
    assert (found.words, found.steady) == (words, steady)
    assert (found.first, found.last) == (2017, 2016 + len(percents))


def test_a_series_that_ends_where_it_began_is_not_misled_by_binary_fractions():
    assert trend(series(20.3, 33.4, 12.9, 20.3)).words.endswith("ends where it began")


def test_one_year_or_none_is_no_trend():
    assert trend({}).words == "no figures, so no trend"
    assert trend(series(20.0)).words == "one year only, so no trend"
    assert trend({2020: absent(Unit.PERCENT)}).words == "no figures, so no trend"
    assert trend(series(20.0)).first == 0


def test_years_without_a_figure_are_passed_over():
    points = series(20.0, 21.0, 22.0)
    points[2018] = absent(Unit.PERCENT)
    assert trend(points).words == "rose"


def test_the_years_go_in_order_however_they_were_given():
    points = dict(reversed(series(20.0, 21.0, 22.0).items()))
    assert trend(points).words == "rose in each year"


def test_a_trend_never_joins_years_across_a_break():
    points = series(71.2, 70.0, 44.4, 46.0, first=2019)
    found = trend(points, frozenset({2021}))
    assert found.words == "rose"
    assert (found.first, found.last) == (2021, 2022)


def test_only_the_latest_break_counts_and_one_yet_to_come_does_not():
    points = series(10.0, 20.0, 15.0, 16.0, first=2019)
    assert trend(points, frozenset({2020, 2021})).first == 2021
    assert trend(points, frozenset({2020, 2030})).first == 2020


def test_the_first_year_after_a_break_stands_alone():
    points = series(71.2, 44.4, first=2020)
    assert trend(points, frozenset({2021})).words == "one year only, so no trend"


def test_a_change_of_the_whole_is_clear_where_its_interval_leaves_zero_out():
    assert trend(series(20.0, 40.0, responses=1000)).clear is True
    assert trend(series(40.0, 20.0, responses=1000)).clear is True
    assert trend(series(20.0, 21.0, responses=30)).clear is False


def test_chance_cannot_be_weighed_without_responses_at_both_ends():
    assert trend(series(20.0, 40.0)).clear is None
    one_end = {2019: Value(20.0, Unit.PERCENT), 2020: survey_percent(60.0, 1000)}
    assert trend(one_end).clear is None
