"""Counts of each ten, hundred or thousand are shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.claims.bases import BASES, shares_of_bases
from wres_report.claims.quantities import Quantity, quantities_in


def shares(text: str) -> list[Quantity]:
    return shares_of_bases(quantities_in(text), text)


def values(text: str) -> list[tuple[float, str]]:
    return [(round(q.value, 6), q.unit) for q in shares(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Out of every 100 people, about 75 are White.", [(75.0, "percent")]),
        ("In every thousand BME staff 15 entered the process.", [(1.5, "percent")]),
        ("15 and 11 in every thousand entered the process.", [(1.5, "percent"), (1.1, "percent")]),
        ("Three in every ten people are BME.", [(30.0, "percent")]),
    ],
)
def test_so_many_of_a_base_are_a_share(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["Of 100 people 75 are White.", "Every year 75 people join.", "75 people of 1,100."]
)
def test_without_each_or_every_a_number_is_a_count(text: str) -> None:
    assert (75.0, "count") in values(text)


def test_the_base_itself_counts_nobody() -> None:
    found = shares("Of every 100 people who applied, 33 were BME.")
    assert 100.0 not in [q.value for q in found if q.parts is None]


def test_more_than_the_base_is_no_share_of_it() -> None:
    assert (1101.0, "count") in values("Of every 100 people in 1,101 staff, 21 are BME.")


@given(st.sampled_from(["ten", "hundred", "thousand"]), st.integers(1, 999))
def test_a_share_of_a_base_lies_between_none_and_all(base: str, number: int) -> None:
    for quantity in shares(f"Out of every {base} staff {number} are BME."):
        assert isinstance(quantity, Quantity)
        if quantity.parts is not None:
            assert quantity.parts[1] == BASES[base]
            assert 0 < quantity.value < 100


def test_quantities_without_a_base_are_left_as_they_are() -> None:
    found = quantities_in("We employ 1,101 BME staff.")
    assert shares_of_bases(found, "We employ 1,101 BME staff.") == found
