"""Numbers that a sentence only says are the numbers that they would be in digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.claims.number_words import UNITS, folds, spoken_decimals
from wres_report.claims.quantities import quantities_in


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("a ratio of one point three eight", 1.38, 2, "bare"),
        ("nought point oh six", 0.06, 2, "bare"),
        ("thirty-one point five per cent of staff", 31.5, 1, "percent"),
        ("two point one percentage points", 2.1, 1, "pp"),
        ("one point thirty-eight times", 1.38, 2, "times"),
    ],
)
def test_a_decimal_is_read_as_it_is_spoken(
    text: str, value: float, decimals: int, unit: str
) -> None:
    [(_, read, places, of)] = spoken_decimals(text)
    assert (read, places, of) == (pytest.approx(value), decimals, unit)


@given(st.integers(0, 9), st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_every_digit_that_is_spoken_counts(whole: int, digits: list[int]) -> None:
    words = " ".join(UNITS[digit] for digit in digits)
    [(_, value, decimals, _)] = spoken_decimals(f"{UNITS[whole]} point {words}")
    assert decimals == len(digits)
    assert value == float(f"{whole}.{''.join(map(str, digits))}")


@pytest.mark.parametrize("text", ["on this point three members spoke", "a five point scale"])
def test_a_point_that_is_made_is_no_decimal_point(text: str) -> None:
    assert list(spoken_decimals(text)) == []


def test_words_of_multiples_tell_how_many_times() -> None:
    found = [value for _, value in folds("It doubled, then trebled, and was halved.")]
    assert found == [2.0, 3.0, 0.5]


def test_a_doubling_is_one_quantity_and_a_double_is_none() -> None:
    [doubled] = quantities_in("The share has doubled.")
    assert (doubled.value, doubled.unit, doubled.number.loose) == (2.0, "times", True)
