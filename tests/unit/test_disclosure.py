"""Small numbers, and the partners that must go with them."""

from __future__ import annotations

import pytest

from wres_report.measures import Status, Unit, Value
from wres_report.measures.disclosure import hide_if, is_small, suppress
from wres_report.measures.value import absent


@pytest.mark.parametrize(
    ("number", "small"),
    [(None, False), (0, False), (1, True), (4, True), (4.5, True), (5, False), (100, False)],
)
def test_counts_from_one_to_below_the_minimum_are_small_and_zero_is_not(number, small):
    assert is_small(number, 5) is small


def test_a_minimum_of_one_hides_nothing():
    assert suppress([[1, 2, 3], [4, 5, 6]], 1) == [[False] * 3, [False] * 3]


def test_a_table_without_small_counts_is_shown_whole():
    assert suppress([[50, 20, 10], [40, 12, 0]], 5) == [[False] * 3, [False] * 3]


def test_an_empty_table_has_nothing_to_hide():
    assert suppress([], 5) == []


def test_a_small_count_takes_the_smallest_of_its_row_and_of_its_column_along():
    grid = [[50, 2, 10], [40, 12, 20]]
    mask = suppress(grid, 5)
    assert mask == [[False, True, True], [False, True, True]]


def test_a_zero_is_no_partner():
    mask = suppress([[50, 2, 0], [40, 12, 0]], 5)
    assert mask == [[True, True, False], [True, True, False]]


def test_a_cell_that_is_not_supplied_is_no_partner():
    mask = suppress([[None, 2, 10], [80, 12, 20]], 5)
    assert mask == [[False, True, True], [False, True, True]]


def test_a_row_that_lacks_a_count_has_no_total_that_could_tell():
    assert suppress([[None, 2, 10]], 5) == [[False, True, False]]
    assert suppress([[None, 2, 10], [None, 12, 20]], 5) == [[False, True, False]] * 2


def test_without_totals_of_the_whole_only_the_blocks_are_guarded():
    grid = [[50, 3, 10], [40, 12, 20], [60, 13, 30], [70, 14, 40]]
    assert [row[1] for row in suppress(grid, 5, ((2, 3),), whole=False)] == [True] + [False] * 3
    mask = suppress(grid, 5, ((0, 1), (2, 3)), whole=False)
    assert [row[1] for row in mask] == [True, True, False, False]


def test_a_single_row_hides_a_partner_though_its_columns_are_its_own():
    assert suppress([[50, 2, 10]], 5) == [[False, True, True]]


def test_ones_that_add_up_to_their_own_number_take_another_along():
    # A total of 2 over two hidden cells, each of somebody, tells both.
    mask = suppress([[50, 1, 1], [40, 30, 20]], 5)
    assert all(mask[0])


def test_a_sub_total_has_its_own_pair_of_hidden_cells():
    grid = [[60, 3, 9], [70, 8, 12], [80, 4, 11], [90, 15, 13]]
    mask = suppress(grid, 5, blocks=((0, 1), (2, 3)))
    for block in ((0, 1), (2, 3)):
        assert sum(mask[row][1] for row in block) == 2


def test_totals_taken_together_do_not_tell_a_cell_that_each_of_them_hides():
    # Two squares of hidden cells joined by one: every line hides two, and the one was told.
    grid = [
        [2, 3, 50, 0],
        [3, 2, 4, 0],
        [60, 0, 2, 3],
        [0, 70, 3, 2],
    ]
    mask = suppress(grid, 5)
    first = sum(grid[r][c] for r in (0, 1) for c in range(4) if mask[r][c])
    shown_rows = first - sum(grid[r][c] for r in (0, 1) for c in (0, 1))
    assert mask[1][2]
    assert shown_rows != grid[1][2], "the two upper rows less the two left columns are the cell"


def test_the_kept_column_gives_partners_only_where_no_other_can():
    assert suppress([[50, 12, 3], [40, 14, 30]], 5, keep=1) == [[True, False, True]] * 2
    assert suppress([[50, 12, 3], [40, 14, 30]], 5) == [[False, True, True]] * 2
    assert suppress([[0, 12, 3], [0, 14, 30]], 5, keep=1) == [[False, True, True]] * 2


def test_where_nothing_else_has_a_count_the_only_one_is_hidden_alone():
    assert suppress([[0, 2, 0], [0, 0, 0]], 5) == [[False, True, False], [False] * 3]


def test_hiding_leaves_a_reason_and_never_touches_an_absent_figure():
    shown = Value(24.0, Unit.PERCENT, low=20, high=28, n=3)
    hidden = hide_if(shown, hidden=True)
    assert hidden.status is Status.SUPPRESSED
    assert hidden.value is hidden.low is hidden.high is hidden.n is None
    assert hidden.note == "small number"
    assert hide_if(shown, hidden=False) is shown
    missing = absent(Unit.PERCENT)
    assert hide_if(missing, hidden=True) is missing
