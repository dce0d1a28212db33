"""Which small numbers are not shown, and which others must go with them.

Hiding one cell of a row that prints its total hides nothing: the cell is the total less the
others. So a second cell goes with it, in its row and in its column. That alone is not always
enough, since totals taken together may tell what none of them tells by itself.
"""

from __future__ import annotations

import numpy as np

from wres_report.measures.value import Status, Value, absent

Grid = list[list[float | None]]
Mask = list[list[bool]]
Place = tuple[int, int]
Line = list[Place]

ROUNDING = 1e-9


def is_small(number: float | None, minimum: int) -> bool:
    """Whether a count is shown to nobody: from 1 up to below the minimum. Zero is shown."""
    return number is not None and 0 < number < minimum


def suppress(
    grid: Grid,
    minimum: int,
    blocks: tuple[tuple[int, ...], ...] = (),
    keep: int | None = None,
    *,
    whole: bool = True,
) -> Mask:
    """Which cells of a table of counts to hide, the totals of rows and columns being shown.

    grid: rows of counts, each of one length, without totals; None for a cell not supplied.
    blocks: rows whose sub-totals are shown as well, as row numbers. keep: the column that the
    table is about; its counts go with a small one only where no other will do. whole: whether
    the columns have totals besides those of the blocks.
    Returns a mask of the same shape. No hidden cell can be worked out from the cells and totals
    that are shown, unless hiding every count of the table would not prevent that.
    """
    lines = _lines(grid, (*blocks, tuple(range(len(grid)))) if whole else blocks)
    counted = {(r, c) for r, row in enumerate(grid) for c, cell in enumerate(row) if cell}
    hidden = {place for place in counted if is_small(grid[place[0]][place[1]], minimum)}
    beyond_help = _told(grid, counted, lines) if hidden else set()
    while True:
        exposed = _exposed_line(grid, hidden, counted, lines)
        if exposed is None:
            told = _told(grid, hidden, lines) - beyond_help
            if not told:
                break
            exposed = _around(min(told), lines, counted - hidden)
        hidden.add(min(exposed, key=lambda place: (place[1] == keep, _count(grid, place), place)))
    return [[(r, c) in hidden for c in range(len(row))] for r, row in enumerate(grid)]


def _lines(grid: Grid, blocks: tuple[tuple[int, ...], ...]) -> list[Line]:
    width = len(grid[0]) if grid else 0
    # A row that lacks a count has no total.
    rows = [[(r, c) for c in range(width)] for r, row in enumerate(grid) if None not in row]
    columns = [[(r, c) for r in block] for block in blocks for c in range(width)]
    # A line of one cell is not a total beside it, but the cell itself.
    return [line for line in rows + columns if len(line) > 1]


def _count(grid: Grid, place: Place) -> float:
    return grid[place[0]][place[1]] or 0


def _exposed_line(
    grid: Grid, hidden: set[Place], counted: set[Place], lines: list[Line]
) -> set[Place] | None:
    """The counts still shown in a line that by itself tells what it hides; None if none does.

    A zero beside the only hidden cell would not hide it; a cell not supplied is no partner.
    """
    for line in lines:
        cells = hidden.intersection(line)
        shown = (counted - hidden).intersection(line)
        # Hidden cells are known to hold somebody, so n of them that add up to n are all 1.
        all_ones = sum(_count(grid, cell) for cell in cells) == len(cells)
        if cells and shown and (len(cells) == 1 or all_ones):
            return shown
    return None


def _told(grid: Grid, hidden: set[Place], lines: list[Line]) -> set[Place]:
    """The hidden cells that all the totals together leave only one number for."""
    places = sorted(hidden)
    column = {place: i for i, place in enumerate(places)}
    known = [[column[place] for place in line if place in column] for line in lines]
    known = [members for members in known if members]
    if not known:
        return set()
    equations = np.zeros((len(known), len(places)))
    for row, members in enumerate(known):
        equations[row, members] = 1
    _, sizes, directions = np.linalg.svd(equations)
    # A cell may vary where some direction leaves every total as it is and moves the cell.
    free = directions[int((sizes > ROUNDING).sum()) :]
    still = np.abs(free).max(axis=0, initial=0) < ROUNDING
    fixed = {int(i) for i in np.flatnonzero(still)}
    fixed |= _squeezed([_count(grid, place) for place in places], known)
    return {places[i] for i in fixed}


def _squeezed(counts: list[float], lines: list[list[int]]) -> set[int]:
    """The cells for which one number is left, every hidden cell holding at least one person."""
    low = [1.0] * len(counts)
    high = [float("inf")] * len(counts)
    totals = [(members, sum(counts[i] for i in members)) for members in lines]
    changed = True
    while changed:
        before = (list(low), list(high))
        for members, total in totals:
            for i in members:
                others = [j for j in members if j != i]
                high[i] = min(high[i], total - sum(low[j] for j in others))
                low[i] = max(low[i], total - sum(high[j] for j in others))
        changed = before != (low, high)
    return {i for i in range(len(counts)) if low[i] == high[i]}


def _around(place: Place, lines: list[Line], shown: set[Place]) -> set[Place]:
    """The counts shown in the lines of a cell, or wherever there are any."""
    near = {other for line in lines if place in line for other in line}
    return shown & near or shown


def hide_if(value: Value, hidden: bool, why: str = "small number") -> Value:
    """The figure, or a suppressed one in its place."""
    if hidden and value.ok:
        return absent(value.unit, Status.SUPPRESSED, why)
    return value
