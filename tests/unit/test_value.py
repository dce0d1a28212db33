"""Figures: rounding, signs, how they are written, and their statuses."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wres_report.measures import Status, Unit, Value
from wres_report.measures.value import (
    MINUS,
    absent,
    count,
    first_failure,
    rounded,
    write,
    write_bare,
)


@pytest.mark.parametrize(
    ("number", "decimals", "expected"),
    [
        (0.125, 2, "0.13"),
        (0.135, 2, "0.14"),
        (2.675, 2, "2.68"),  # in binary it lies below 2.675
        (1.005, 2, "1.01"),
        (0.5, 0, "1"),
        (1.5, 0, "2"),
        (2.5, 0, "3"),
        (24.05, 1, "24.1"),
        (24.04, 1, "24.0"),
        (-0.125, 2, "-0.13"),
        (3029, 0, "3029"),
    ],
)
def test_halves_are_rounded_away_from_zero(number, decimals, expected):
    assert rounded(number, decimals) == Decimal(expected)
    assert str(rounded(number, decimals)) == expected


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [
        (36.17, Unit.PERCENT, "36.2%"),
        (0.6402, Unit.RATIO, "0.64"),
        (3029, Unit.COUNT, "3,029"),
        (1234567, Unit.COUNT, "1,234,567"),
        (7.25, Unit.SCORE, "7.3"),
        (1.6, Unit.PP, "+1.6\u00a0pp"),
        (-4.72, Unit.PP, "−4.7\u00a0pp"),
        (0.0, Unit.PP, "0.0\u00a0pp"),
        (-12, Unit.COUNT, "−12"),
        (-0.5, Unit.RATIO, "−0.50"),
    ],
)
def test_a_number_is_written_with_the_sign_and_the_decimals_of_its_unit(number, unit, expected):
    assert write(number, unit) == expected
    assert Value(number, unit).display == expected


def test_the_minus_is_a_true_minus_and_never_a_hyphen():
    assert MINUS == "\u2212"
    assert "-" not in write(-4.7, Unit.PP)


@pytest.mark.parametrize("number", [-0.04, 0.04, -0.0])
def test_a_number_that_rounds_to_zero_has_no_sign(number):
    assert write_bare(number, Unit.PP) == "0.0"


def test_decimals_of_a_figure_come_before_those_of_its_unit():
    assert Value(36.1702, Unit.PERCENT, decimals=2).display == "36.17%"
    assert Value(36.1702, Unit.PERCENT, decimals=0).display == "36%"


def test_an_interval_is_written_without_the_unit():
    value = Value(0.6402, Unit.RATIO, low=0.4296, high=0.9541)
    assert value.display_interval == "0.43 to 0.95"
    assert value.has_interval
    gap = Value(-1.0, Unit.PP, low=-3.25, high=1.25)
    assert gap.display_interval == "−3.3 to +1.3"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Value(1.28, Unit.RATIO, low=1.003, high=1.627), "1.003 to 1.627"),
        (Value(0.8, Unit.RATIO, low=0.61, high=0.99996), "0.61000 to 0.99996"),
        (Value(4.1, Unit.PP, low=0.04, high=8.2), "+0.04 to +8.20"),
        (Value(1.28, Unit.RATIO, low=1.0, high=1.63), "1.00 to 1.63"),
        (Value(5.0, Unit.PERCENT, low=1.0, high=9.0), "1.0 to 9.0"),
    ],
)
def test_no_end_of_an_interval_is_printed_as_a_parity_that_it_is_not(value, written):
    assert value.display_interval == written


def test_an_interval_is_written_apart_from_what_it_is_held_against():
    share = Value(2.0, Unit.PERCENT, low=0.5, high=5.88)
    assert share.display_interval == "0.5 to 5.9"
    assert share.interval_beside(5.914) == "0.50 to 5.88"
    assert Value(2.0, Unit.PERCENT).interval_beside(5.9) == ""


def test_an_interval_has_the_decimals_of_its_figure():
    value = Value(23.158, Unit.PERCENT, low=20.454, high=26.101, decimals=2)
    assert value.display_interval == "20.45 to 26.10"


@pytest.mark.parametrize("ends", [{}, {"low": 1.0}, {"high": 1.0}])
def test_half_an_interval_is_none(ends):
    value = Value(1.0, Unit.RATIO, **ends)
    assert not value.has_interval
    assert value.display_interval == ""


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.SUPPRESSED, "suppressed"),
        (Status.NOT_CALCULABLE, "not calculable"),
        (Status.NOT_SUPPLIED, "not supplied"),
    ],
)
def test_a_figure_without_a_value_is_shown_as_its_status(status, words):
    value = absent(Unit.RATIO, status, "a reason")
    assert value.display == words
    assert value.note == "a reason"
    assert not value.ok


def test_the_number_of_a_figure_without_a_value_is_an_error_that_names_the_status():
    with pytest.raises(ValueError, match="not calculable"):
        _ = absent(Unit.RATIO, Status.NOT_CALCULABLE).number
    assert Value(1.5, Unit.RATIO).number == 1.5


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.OK])
def test_a_value_and_a_status_other_than_ok_exclude_each_other(status):
    with pytest.raises(ValueError, match="exactly when"):
        Value(1.0, Unit.RATIO, status)
    with pytest.raises(ValueError, match="exactly when"):
        Value(None, Unit.RATIO)


def test_the_statuses_and_units_are_those_of_the_contract():
    assert {s.value for s in Status} == {"ok", "suppressed", "not_calculable", "not_supplied"}
    assert {u.value for u in Unit} == {"ratio", "percent", "pp", "count", "score"}


def test_a_headcount_carries_itself_as_n_and_none_is_not_supplied():
    assert count(17) == Value(17, Unit.COUNT, n=17)
    assert count(0).value == 0
    assert count(None).status is Status.NOT_SUPPLIED


def test_what_was_not_supplied_explains_a_failure_before_anything_else():
    fine = Value(1.0, Unit.PERCENT)
    missing, hidden, undefined = (
        absent(Unit.PERCENT, status)
        for status in (Status.NOT_SUPPLIED, Status.SUPPRESSED, Status.NOT_CALCULABLE)
    )
    assert first_failure(fine, fine) is None
    assert first_failure(fine, undefined) is Status.NOT_CALCULABLE
    assert first_failure(undefined, hidden) is Status.SUPPRESSED
    assert first_failure(undefined, hidden, missing) is Status.NOT_SUPPLIED


def test_a_source_is_added_to_a_copy():
    bare = Value(1.0, Unit.RATIO)
    assert bare.from_source("a.csv", "b.csv").source == ("a.csv", "b.csv")
    assert bare.source == ()
