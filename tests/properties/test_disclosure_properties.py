"""No hidden count can be worked out from what a table shows."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from wres_report.measures.disclosure import is_small, suppress

MINIMUM = 5
COUNTS = st.sampled_from([0, 1, 1, 2, 3, 4, 5, 6, 8, 12, 30, 90])


@st.composite
def tables(draw, counts=COUNTS, most=8):
    """A grid of three columns, and blocks that part its rows, as clusters part bands."""
    rows = draw(st.integers(2, most))
    grid = [[draw(counts) for _ in range(3)] for _ in range(rows)]
    cut = draw(st.integers(0, rows))
    return grid, tuple(b for b in (tuple(range(cut)), tuple(range(cut, rows))) if len(b) > 1)


def lines_of(grid, blocks):
    rows = [[(r, c) for c in range(3)] for r in range(len(grid))]
    columns = [[(r, c) for r in block] for block in (*blocks, range(len(grid))) for c in range(3)]
    return rows + columns


def solved(hidden, lines):
    """The hidden cells for which the shown totals leave one number, by exact elimination."""
    places = sorted(hidden)
    matrix = [[Fraction(place in line) for place in places] for line in map(set, lines)]
    pivots, top = [], 0
    for column in range(len(places)):
        pivot = next((r for r in range(top, len(matrix)) if matrix[r][column]), None)
        if pivot is None:
            continue
        matrix[top], matrix[pivot] = matrix[pivot], matrix[top]
        lead = matrix[top][column]
        matrix[top] = [entry / lead for entry in matrix[top]]
        for r, row in enumerate(matrix):
            if r != top and row[column]:
                factor = row[column]
                matrix[r] = [a - factor * b for a, b in zip(row, matrix[top], strict=True)]
        pivots.append(column)
        top += 1
    return {
        places[column]
        for row, column in zip(matrix, pivots, strict=False)
        if not any(entry for j, entry in enumerate(row) if j != column)
    }


def cells(grid):
    return [(r, c) for r, row in enumerate(grid) for c in range(len(row))]


def hidden_of(mask):
    return {(r, c) for r, row in enumerate(mask) for c, hide in enumerate(row) if hide}


@given(tables(), st.sampled_from([None, 1]))
def test_no_hidden_count_follows_from_the_totals_taken_together(table, keep):
    grid, blocks = table
    lines = lines_of(grid, blocks)
    hidden = hidden_of(suppress(grid, MINIMUM, blocks, keep))
    # Where hiding the whole table would not help, nothing can.
    everything = {place for place in cells(grid) if grid[place[0]][place[1]]}
    assert not solved(hidden, lines) - solved(everything, lines)


@given(tables())
def test_a_line_with_two_counts_never_hides_just_one(table):
    grid, blocks = table
    hidden = hidden_of(suppress(grid, MINIMUM, blocks))
    for line in lines_of(grid, blocks):
        counted = [place for place in line if grid[place[0]][place[1]]]
        assert len(counted) < 2 or len(hidden.intersection(line)) != 1


@settings(max_examples=40)
@given(tables(counts=st.integers(0, 4), most=3))
def test_by_trying_every_table_more_than_one_fits_each_hidden_count(table):
    grid, blocks = table
    lines = lines_of(grid, blocks)
    hidden = sorted(hidden_of(suppress(grid, 3, blocks)))
    assume(0 < len(hidden) <= 6)
    # Where hiding the whole table would not help, nothing can.
    everything = sorted(place for place in cells(grid) if grid[place[0]][place[1]])
    assert not told(grid, hidden, lines) - told(grid, everything, lines)


def told(grid, hidden, lines):
    """The hidden cells that have one number in every table that meets the totals shown."""
    seen = {place: set() for place in hidden}
    left = [
        [set(line).intersection(hidden), sum(grid[r][c] for r, c in line if (r, c) in hidden)]
        for line in lines
    ]
    for numbers in fitting({}, hidden, left):
        for place, number in numbers.items():
            seen[place].add(number)
    return {place for place, possible in seen.items() if len(possible) == 1}


def fitting(numbers, places, left):
    """Every way to fill the places, each with somebody, that meets the totals left."""
    if not places:
        yield dict(numbers)
        return
    place, rest = places[0], places[1:]
    mine = [line for line in left if place in line[0]]
    # Each of the others in a line holds at least one.
    most = min(total - len(members) + 1 for members, total in mine)
    least = max([1, *(total for members, total in mine if members == {place})])
    for number in range(least, most + 1):
        fewer = [
            [members - {place}, total - number] if place in members else [members, total]
            for members, total in left
        ]
        if all(members or total == 0 for members, total in fewer):
            numbers[place] = number
            yield from fitting(numbers, rest, fewer)
    numbers.pop(place, None)


@given(tables())
def test_every_small_count_is_hidden_and_no_zero_is(table):
    grid, blocks = table
    mask = suppress(grid, MINIMUM, blocks)
    for r, c in cells(grid):
        if is_small(grid[r][c], MINIMUM):
            assert mask[r][c]
        if grid[r][c] == 0:
            assert not mask[r][c]


@given(tables(counts=st.sampled_from([0, 5, 6, 12, 90])))
def test_nothing_is_hidden_where_nothing_is_small(table):
    grid, blocks = table
    assert not hidden_of(suppress(grid, MINIMUM, blocks))


@given(tables())
def test_hiding_does_not_depend_on_what_was_asked_before(table):
    grid, blocks = table
    before = [list(row) for row in grid]
    assert suppress(grid, MINIMUM, blocks) == suppress(grid, MINIMUM, blocks)
    assert grid == before
