"""Survey percentages, gaps and changes."""

from __future__ import annotations

import pytest

from wres_report.measures import Status, Unit, Value
from wres_report.measures.gaps import ONE_SIDED, change, difference, gap, survey_percent
from wres_report.measures.intervals import wilson
from wres_report.measures.likelihood import Cases, rate
from wres_report.measures.value import absent

# Newcombe 1998, Statistics in Medicine 17:873-890, table II, method 10.
NEWCOMBE_DIFFERENCE = [
    ((56, 70), (48, 80), 5.24, 33.39),
    ((9, 10), (3, 10), 17.05, 80.90),
    ((6, 7), (2, 7), 5.82, 80.62),
    ((5, 56), (0, 29), -3.81, 19.26),
    ((0, 10), (0, 20), -16.11, 27.75),
    ((0, 10), (0, 10), -27.75, 27.75),
    ((10, 10), (0, 20), 67.91, 100.0),
    ((10, 10), (0, 10), 60.75, 100.0),
]


@pytest.mark.parametrize(("first", "second", "low", "high"), NEWCOMBE_DIFFERENCE)
def test_the_interval_of_a_gap_is_the_published_one(first, second, low, high):
    value = gap(rate(Cases(*first)), rate(Cases(*second)))
    assert value.number == pytest.approx(100 * (first[0] / first[1] - second[0] / second[1]))
    assert (value.low, value.high) == pytest.approx((low, high), abs=0.006)
    assert value.unit is Unit.PP
    assert value.n == min(first[1], second[1])


def test_a_gap_is_bme_minus_white():
    bme, white = Value(24.0, Unit.PERCENT), Value(22.4, Unit.PERCENT)
    assert gap(bme, white).number == pytest.approx(1.6)
    assert gap(bme, white).display == "+1.6\u00a0pp"


def test_a_side_without_an_interval_counts_as_exact_and_the_note_says_so():
    bme, white = survey_percent(24.0, 50), Value(22.4, Unit.PERCENT)
    value = gap(bme, white)
    assert value.note == ONE_SIDED
    assert value.low == pytest.approx(bme.low - 22.4)
    assert value.high == pytest.approx(bme.high - 22.4)
    assert value.n == 50
    assert gap(white, bme).note == ONE_SIDED


def test_without_any_interval_a_gap_has_none_either():
    value = gap(Value(24.0, Unit.PERCENT), Value(22.4, Unit.PERCENT))
    assert not value.has_interval
    assert value.note == ""
    assert value.n is None


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.OK])
def test_a_gap_fails_as_its_sides_fail(status):
    bad, good = absent(Unit.PERCENT, status), Value(20.0, Unit.PERCENT)
    assert gap(bad, good).status is status
    assert gap(good, bad).status is status
    assert gap(good, bad).unit is Unit.PP


def test_a_survey_percentage_has_the_wilson_interval_of_its_responses():
    value = survey_percent(24.0, 50)
    assert (value.low, value.high) == wilson(12, 50)
    assert value.n == 50


def test_a_weighted_percentage_is_taken_as_it_is_and_not_as_whole_people():
    value = survey_percent(99.6, 100)
    assert value.high is not None
    assert value.high >= 99.6
    assert survey_percent(2.5, 20).low == wilson(0.5, 20)[0] > 0


def test_a_survey_percentage_without_responses_has_no_interval():
    value = survey_percent(33.2, None)
    assert value.number == 33.2
    assert not value.has_interval
    assert value.n is None


def test_no_percentage_is_not_supplied_and_no_respondents_are_not_calculable():
    assert survey_percent(None, 50).status is Status.NOT_SUPPLIED
    assert survey_percent(None, None).status is Status.NOT_SUPPLIED
    assert survey_percent(0.0, 0).status is Status.NOT_CALCULABLE


def test_a_change_between_percentages_is_in_percentage_points():
    moved = change(Value(24.0, Unit.PERCENT), Value(20.0, Unit.PERCENT))
    assert moved.unit is Unit.PP
    assert moved.display == "+4.0\u00a0pp"


@pytest.mark.parametrize("unit", [Unit.RATIO, Unit.COUNT, Unit.PP, Unit.SCORE])
def test_any_other_change_keeps_its_unit(unit):
    assert change(Value(3.0, unit), Value(5.0, unit)).unit is unit
    assert change(Value(3.0, unit), Value(5.0, unit)).number == -2


def test_figures_of_different_units_have_no_change():
    with pytest.raises(ValueError, match="cannot be compared"):
        change(Value(3.0, Unit.RATIO), Value(5.0, Unit.PERCENT))


def test_a_difference_may_be_given_another_unit():
    assert difference(Value(3.0, Unit.COUNT), Value(1.0, Unit.COUNT), Unit.COUNT).display == "2"


def test_a_survey_figure_is_a_percentage_with_or_without_its_responses():
    assert survey_percent(None, 40) == absent(Unit.PERCENT)
    assert survey_percent(25.0, None) == Value(25.0, Unit.PERCENT)
    none = survey_percent(25.0, 0)
    assert (none.status, none.unit) == (Status.NOT_CALCULABLE, Unit.PERCENT)
    assert none.note == "no responses"


def test_one_response_has_an_interval_of_the_confidence_that_is_asked_for():
    value = survey_percent(100.0, 1, 0.8)
    assert (value.unit, value.n) == (Unit.PERCENT, 1)
    assert (value.low, value.high) == wilson(1, 1, 0.8)
    assert value.low > survey_percent(100.0, 1).low
