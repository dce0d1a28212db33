"""Shares, board differences, mirrored seats and disparity ratios; and counts."""

from __future__ import annotations

import pytest

from wres_report.measures import Status, Unit, Value
from wres_report.measures.counts import Counts, add
from wres_report.measures.representation import (
    board_difference,
    disparity_ratio,
    headcount,
    mirrored_seats,
    share,
)
from wres_report.measures.value import absent


def test_a_share_keeps_people_of_unknown_ethnicity_in_the_whole():
    value = share(143, 2643 + 143 + 243)
    assert value.display == "4.7%"
    assert value.n == 3029


def test_a_board_without_bme_members_is_short_of_the_workforce_by_its_whole_share():
    value = board_difference(share(0, 11), share(143, 3029))
    assert value.display == "−4.7\u00a0pp"
    assert value.number == pytest.approx(-100 * 143 / 3029)
    assert value.n == 11
    assert not value.has_interval


def test_a_board_difference_fails_as_its_parts_fail():
    assert board_difference(share(0, 0), share(143, 3029)).status is Status.NOT_CALCULABLE
    assert board_difference(share(1, 11), share(None, 3029)).status is Status.NOT_SUPPLIED


@pytest.mark.parametrize(
    ("size", "percent", "seats"),
    [(11, 4.72, 1), (10, 4.9, 0), (10, 5.0, 1), (10, 25.0, 3), (12, 0.0, 0), (14, 100.0, 14)],
)
def test_mirrored_seats_are_rounded_half_up_to_whole_people(size, percent, seats):
    assert mirrored_seats(size, Value(percent, Unit.PERCENT)) == seats


def test_mirrored_seats_need_a_workforce_share():
    with pytest.raises(ValueError, match="not supplied"):
        mirrored_seats(11, absent(Unit.PERCENT))


def test_the_disparity_ratio_is_bme_over_white_progression():
    value = disparity_ratio(300, 100, 2000, 1000)
    assert value.number == pytest.approx(1.5)
    assert value.display == "1.50"


@pytest.mark.parametrize("empty", [(10, 0, 10, 10), (10, 10, 0, 10), (10, 10, 10, 0)])
def test_a_disparity_ratio_over_an_empty_tier_is_not_calculable(empty):
    assert disparity_ratio(*empty).status is Status.NOT_CALCULABLE


def test_a_disparity_ratio_without_bme_staff_below_is_zero():
    assert disparity_ratio(0, 10, 10, 10).number == 0


@pytest.mark.parametrize("position", range(4))
def test_a_disparity_ratio_needs_all_four_counts(position):
    counts: list[float | None] = [10, 10, 10, 10]
    counts[position] = None
    assert disparity_ratio(*counts).status is Status.NOT_SUPPLIED


def test_a_headcount_with_a_part_missing_is_unknown():
    assert headcount(1, 2, 3) == 6
    assert headcount(1, None, 3) is None
    assert headcount() == 0


def test_counts_have_a_total_only_when_complete():
    assert Counts(1, 2, 3).total == 6
    assert Counts(1, 2, 3).complete
    assert Counts(None, 2, 3).total is None
    assert not Counts(None, 2, 3).complete
    assert Counts(0, 0, 0).complete


@pytest.mark.parametrize(
    ("role", "number"), [("comparator", 1), ("study", 2), ("unknown", 3), ("total", 6)]
)
def test_counts_are_read_by_the_role_of_their_group(role, number):
    assert Counts(1, 2, 3).of(role) == number


def test_a_group_that_one_of_the_counts_lacks_is_missing_from_the_sum():
    assert add([Counts(1, 2, 3), Counts(10, 20, None)]) == Counts(11, 22, None)
    assert Counts(1, 2, 3) + Counts(1, 1, 1) == Counts(2, 3, 4)


def test_the_sum_of_no_counts_is_not_supplied_rather_than_zero():
    assert add([]) == Counts()
    assert add([]).total is None
