"""What holds of every ratio, rate, gap, trend and verdict, whatever the numbers."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from itertools import groupby, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wres_report.measures import Status, Unit, Value
from wres_report.measures.codec import value_as_json
from wres_report.measures.gaps import change, gap, survey_percent
from wres_report.measures.likelihood import Cases, rate, relative_likelihood
from wres_report.measures.trends import trend
from wres_report.measures.value import DECIMALS, MINUS, absent, write
from wres_report.measures.verdicts import (
    against_benchmark,
    against_parity,
    movement,
    movement_to_parity,
)

percents = st.integers(0, 1000).map(lambda tenths: tenths / 10)
responses = st.one_of(st.none(), st.integers(1, 3000))
surveys = st.builds(survey_percent, percents, responses)
numbers = st.floats(-1e6, 1e6, allow_nan=False)
units = st.sampled_from(Unit)


@st.composite
def cases(draw, least=0):
    group = draw(st.integers(max(least, 1), 20000))
    return Cases(draw(st.integers(least, group)), group)


@st.composite
def any_cases(draw):
    maybe = st.one_of(st.none(), st.integers(-1, 50), st.integers(0, 100).map(lambda n: n / 2))
    return Cases(draw(maybe), draw(maybe))


@given(cases(least=1), cases(least=1))
def test_swapping_the_groups_inverts_the_ratio_and_its_interval(one, other):
    ratio, inverse = relative_likelihood(one, other), relative_likelihood(other, one)
    assert inverse.number == pytest.approx(1 / ratio.number)
    assert inverse.low == pytest.approx(1 / ratio.high)
    assert inverse.high == pytest.approx(1 / ratio.low)
    assert inverse.n == ratio.n


@given(cases(), cases())
def test_an_interval_contains_its_value(one, other):
    for value in (
        rate(one),
        rate(other),
        relative_likelihood(one, other),
        gap(rate(one), rate(other)),
    ):
        if value.has_interval:
            assert value.low <= value.number <= value.high


@given(cases())
def test_a_rate_and_its_interval_stay_between_nought_and_a_hundred(one):
    value = rate(one)
    assert 0 <= value.low <= value.number <= value.high <= 100


@given(surveys)
def test_a_survey_percentage_lies_in_its_interval(value):
    if value.has_interval:
        assert 0 <= value.low <= value.number <= value.high <= 100


@given(any_cases(), any_cases())
def test_a_figure_has_a_value_exactly_when_it_is_ok_and_is_finite(one, other):
    for value in (rate(one), relative_likelihood(one, other)):
        assert (value.value is not None) == (value.status is Status.OK)
        handed = value_as_json(value)
        assert (handed["value"] is not None) == (handed["status"] == "ok")
        for key in ("value", "low", "high"):
            assert handed[key] is None or math.isfinite(handed[key])


@given(any_cases(), any_cases())
def test_a_ratio_is_told_exactly_where_both_rates_are_and_the_divisor_has_cases(one, other):
    told = rate(one).ok and rate(other).ok and bool(other.cases)
    assert relative_likelihood(one, other).ok == told


@given(surveys, surveys)
def test_a_gap_the_other_way_round_has_the_other_sign(bme, white):
    there, back = gap(bme, white), gap(white, bme)
    assert back.number == -there.number
    assert back.has_interval == there.has_interval
    if there.has_interval:
        assert back.low == pytest.approx(-there.high)
        assert back.high == pytest.approx(-there.low)


@given(surveys)
def test_a_figure_has_no_gap_to_itself(value):
    assert gap(value, value).number == 0


@given(numbers, units)
def test_what_is_printed_reads_back_to_within_half_a_unit(number, unit):
    text = write(number, unit)
    plain = text.replace(",", "").replace(MINUS, "-").removesuffix("%").removesuffix("\u00a0pp")
    half = Decimal(1).scaleb(-DECIMALS[unit]) / 2
    assert abs(Decimal(plain) - Decimal(repr(number))) <= half


@given(numbers, units)
def test_a_printed_sign_is_that_of_the_number(number, unit):
    text = write(number, unit)
    assert "-" not in text
    if MINUS in text:
        assert number < 0
    if "+" in text:
        assert number > 0
        assert unit is Unit.PP


@given(numbers, st.integers(0, 3))
def test_opposite_numbers_are_rounded_alike(number, decimals):
    one, other = (Value(n, Unit.COUNT, decimals=decimals).display for n in (number, -number))
    assert one.removeprefix(MINUS) == other.removeprefix(MINUS)


@given(surveys, surveys, st.sampled_from(["lower", "higher"]))
def test_a_movement_never_claims_the_opposite_direction(now, then, better):
    moved = change(now, then)
    words = movement(moved, better)
    if "higher" in words:
        assert moved.number > 0
    if "lower" in words:
        assert moved.number < 0
    if "improvement" in words:
        assert (moved.number > 0) == (better == "higher")
        assert not moved.low <= 0 <= moved.high
    if "deterioration" in words:
        assert (moved.number > 0) == (better == "lower")
        assert not moved.low <= 0 <= moved.high


@given(surveys, surveys, st.sampled_from(["above", "below"]))
def test_a_verdict_never_contradicts_the_sign_of_the_gap(bme, white, worse_when):
    value = gap(bme, white)
    verdict = against_parity(value, 0.0, worse_when, few=False)
    if verdict.code == "worse":
        assert (value.number > 0) == (worse_when == "above")
    if verdict.code == "better":
        assert (value.number > 0) == (worse_when == "below")
    if verdict.code in {"worse", "better"}:
        assert value.number != 0
        assert not value.low <= 0 <= value.high


@given(cases(), cases())
def test_who_is_worse_off_is_the_other_one_when_the_groups_are_swapped(one, other):
    opposite = {"worse": "better", "better": "worse"}
    ratio, inverse = relative_likelihood(one, other), relative_likelihood(other, one)
    assume(ratio.has_interval and inverse.has_interval)
    # At the very edge the last bit decides which side of parity a bound is on.
    assume(all(abs(end - 1) > 1e-9 for end in (ratio.low, ratio.high, inverse.low, inverse.high)))
    code = against_parity(ratio, 1.0, "above", few=False).code
    assert against_parity(inverse, 1.0, "above", few=False).code == opposite.get(code, code)


@given(cases(least=1), cases(least=1), cases(least=1), cases(least=1))
def test_closer_to_parity_is_said_only_of_what_is(a, b, c, d):
    now, then = relative_likelihood(a, b), relative_likelihood(c, d)
    words = movement_to_parity(now, then, change(now, then))
    nearer = abs(math.log(now.number)) < abs(math.log(then.number))
    assert words.startswith("closer") == nearer
    if words.startswith("further"):
        assert not nearer


@given(surveys, percents, st.sampled_from(["lower", "higher", "parity"]))
def test_above_and_below_a_benchmark_are_never_confused(value, benchmark, better):
    words = against_benchmark(value, Value(benchmark, Unit.PERCENT), better)
    if words.startswith("above"):
        assert value.number > benchmark
    elif words.startswith("below"):
        assert value.number < benchmark
    else:
        assert value.number == benchmark
    if "which is better" in words:
        assert (value.number > benchmark) == (better == "higher")


series = st.dictionaries(
    st.integers(2015, 2026),
    st.one_of(surveys, st.just(absent(Unit.PERCENT))),
    max_size=8,
)


@given(series, st.frozensets(st.integers(2016, 2026), max_size=2))
def test_a_trend_says_only_what_every_step_bears_out(points, breaks):
    found = trend(points, breaks)
    assume(found.first)
    inside = [v.number for year, v in sorted(points.items()) if v.ok and year >= found.first]
    steps = [b - a for a, b in pairwise(inside)]
    if re.match("rose in each|rose$", found.words):
        assert all(step > 0 for step in steps)
    if re.match("fell in each|fell$", found.words):
        assert all(step < 0 for step in steps)
    if "higher" in found.words or found.words.startswith("rose, though"):
        assert inside[-1] > inside[0]
    if "lower" in found.words or found.words.startswith("fell, though"):
        assert inside[-1] < inside[0]
    turns = [way for way, _ in groupby("rose" if s > 0 else "fell" for s in steps if s)]
    told = re.findall(r"rose|fell", found.words)
    if "at first" in found.words:  # of more turns than a sentence can hold
        assert told[0] == turns[0]
    elif ", then " in found.words:
        assert told == turns
    if "began" in found.words or found.words == "stayed the same":
        assert inside[-1] == inside[0]
    if found.clear:
        assert inside[-1] != inside[0]


@given(series, st.frozensets(st.integers(2016, 2026), max_size=2))
def test_a_trend_never_spans_a_break(points, breaks):
    found = trend(points, breaks)
    assert not any(found.first < year <= found.last for year in breaks)
