"""Rates and relative likelihoods against published figures and formulas worked by hand."""

from __future__ import annotations

import math

import pytest

from wres_report.measures import Status, Unit
from wres_report.measures.intervals import wilson
from wres_report.measures.likelihood import (
    Cases,
    can_be_told_from_chance,
    few_cases,
    rate,
    relative_likelihood,
)

# Newcombe 1998, Statistics in Medicine 17:857-872, table I, the score method.
NEWCOMBE_SINGLE = [
    (81, 263, 25.53, 36.62),
    (15, 148, 6.24, 16.05),
    (0, 20, 0.0, 16.11),
    (1, 29, 0.61, 17.18),
]


@pytest.mark.parametrize(("k", "n", "low", "high"), NEWCOMBE_SINGLE)
def test_wilson_gives_the_published_intervals(k, n, low, high):
    assert wilson(k, n) == pytest.approx((low, high), abs=0.006)


def test_wilson_is_the_formula():
    k, n, z = 17, 47, 1.959963984540054
    p = k / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    assert wilson(k, n) == pytest.approx((100 * (middle - half), 100 * (middle + half)))


def test_more_confidence_makes_a_wider_interval():
    narrow, wide = wilson(17, 47, 0.8), wilson(17, 47, 0.99)
    assert wide[0] < narrow[0] < narrow[1] < wide[1]


def test_a_rate_is_in_percent_of_the_group_which_is_its_n():
    value = rate(Cases(17, 47))
    assert value.unit is Unit.PERCENT
    assert value.number == pytest.approx(36.1702, abs=1e-4)
    assert value.n == 47


def test_the_interval_of_a_rate_is_of_the_confidence_that_is_asked_for():
    # statsmodels 0.14, proportion_confint(17, 47, alpha=0.01, method="wilson").
    value = rate(Cases(17, 47), 0.99)
    assert (value.low, value.high) == pytest.approx((20.8949, 54.8672), abs=1e-4)


def test_a_rate_of_no_cases_is_zero_with_an_interval():
    value = rate(Cases(0, 20))
    assert value.number == 0
    assert (value.low, value.high) == pytest.approx((0, 16.11), abs=0.01)


def test_half_a_case_of_a_two_year_average_is_not_rounded_away():
    value = rate(Cases(8.5, 100))
    assert value.number == pytest.approx(8.5)
    assert value.low is not None
    assert value.high is not None
    assert value.low < 8.5 < value.high
    assert (value.low, value.high) == pytest.approx(wilson(8.5, 100))
    assert relative_likelihood(Cases(8.5, 100), Cases(10, 200)).number == pytest.approx(1.7)
    half = relative_likelihood(Cases(0.5, 100), Cases(0.5, 200))
    assert half.number == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("cases", "group", "status"),
    [
        (None, 20, Status.NOT_SUPPLIED),
        (3, None, Status.NOT_SUPPLIED),
        (None, None, Status.NOT_SUPPLIED),
        (0, 0, Status.NOT_CALCULABLE),
        (3, 0, Status.NOT_CALCULABLE),
        (21, 20, Status.NOT_CALCULABLE),
        (-1, 20, Status.NOT_CALCULABLE),
    ],
)
def test_a_rate_that_cannot_be_told_says_why(cases, group, status):
    value = rate(Cases(cases, group))
    assert value.value is None
    assert value.status is status
    assert relative_likelihood(Cases(cases, group), Cases(5, 10)).status is status
    assert relative_likelihood(Cases(5, 10), Cases(cases, group)).status is status


def test_the_interval_is_close_to_the_one_printed_for_the_physicians_health_study():
    # Agresti, Categorical Data Analysis: placebo 189 of 11,034, aspirin 104 of 11,037. The book's
    # interval, 1.43 to 2.31, is that of the log method, which is good for cases by the hundred.
    value = relative_likelihood(Cases(189, 11034), Cases(104, 11037))
    assert value.number == pytest.approx(1.818, abs=0.001)
    assert value.low == pytest.approx(1.433, abs=0.005)
    assert value.high == pytest.approx(2.306, abs=0.005)


def test_the_n_of_a_ratio_is_its_smaller_group():
    assert relative_likelihood(Cases(198, 855), Cases(17, 47)).n == 47
    assert relative_likelihood(Cases(17, 47), Cases(198, 855)).n == 47


def test_a_ratio_without_cases_in_the_divisor_is_not_calculable():
    value = relative_likelihood(Cases(5, 100), Cases(0, 50))
    assert value.status is Status.NOT_CALCULABLE
    assert value.display == "not calculable"
    assert relative_likelihood(Cases(0, 100), Cases(0, 50)).status is Status.NOT_CALCULABLE


def test_a_ratio_without_cases_on_top_is_zero_with_an_interval_above_it():
    value = relative_likelihood(Cases(0, 100), Cases(5, 50))
    assert value.number == 0
    assert value.low == 0
    assert 0 < value.high < 1
    assert "no cases" in value.note


def test_everybody_in_both_groups_is_parity_and_the_interval_says_how_few_they_are():
    value = relative_likelihood(Cases(5, 5), Cases(9, 9))
    assert value.number == 1
    assert value.low < 0.75
    assert value.high > 1.4


@pytest.mark.parametrize(
    ("top", "bottom", "told"),
    [
        (Cases(40, 400), Cases(10, 100), True),
        (Cases(0, 500), Cases(50, 3000), True),
        (Cases(2, 20), Cases(10, 10_000), False),
        (Cases(10, 10), Cases(999, 1000), False),
        (Cases(None, 10), Cases(5, 10), False),
        (Cases(0, 0), Cases(5, 10), False),
    ],
)
def test_chance_is_weighed_where_at_least_one_is_expected_in_every_cell(top, bottom, told):
    assert can_be_told_from_chance(top, bottom) is told


@pytest.mark.parametrize(
    ("groups", "few"),
    [
        ((Cases(5, 100), Cases(5, 100)), False),
        ((Cases(4, 100), Cases(50, 100)), True),
        ((Cases(50, 100), Cases(0, 100)), True),
        ((Cases(None, 100), Cases(50, 100)), True),
    ],
)
def test_fewer_than_five_cases_are_few(groups, few):
    assert few_cases(*groups) is few
