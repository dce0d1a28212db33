"""Which small numbers are not shown, and which others must go with them.

Hiding one cell of a row that prints its total hides nothing: the cell is the total less the
others. So a second cell goes with it, in its row and in its column.
"""

from __future__ import annotations

from wres_report.measures.value import Status, Value, absent

Grid = list[list[float | None]]
Mask = list[list[bool]]


def is_small(number: float | None, minimum: int) -> bool:
    """Whether a count is shown to nobody: from 1 up to below the minimum. Zero is shown."""
    return number is not None and 0 < number < minimum


def suppress(grid: Grid, minimum: int, blocks: tuple[tuple[int, ...], ...] = ()) -> Mask:
    """Which cells of a table of counts to hide, the totals of rows and columns being shown.

    grid: rows of counts, each of one length, without totals; None for a cell not supplied.
    blocks: rows whose sub-totals are shown as well, as row numbers.
    Returns a mask of the same shape. In every row, column and block that has a hidden cell
    there are at least two, or no other cell with a count is left.
    """
    mask = [[is_small(cell, minimum) for cell in row] for row in grid]
    changed = True
    while changed:
        changed = False
        for line in _lines(grid, blocks):
            hidden = [(r, c) for r, c in line if mask[r][c]]
            if len(hidden) != 1:
                continue
            partner = _smallest_shown(grid, mask, line)
            if partner is not None:
                mask[partner[0]][partner[1]] = True
                changed = True
    return mask


def _lines(grid: Grid, blocks: tuple[tuple[int, ...], ...]) -> list[list[tuple[int, int]]]:
    width = len(grid[0]) if grid else 0
    rows = [[(r, c) for c in range(width)] for r in range(len(grid))]
    whole = tuple(range(len(grid)))
    columns = [[(r, c) for r in block] for block in (*blocks, whole) for c in range(width)]
    return rows + columns


def _smallest_shown(
    grid: Grid, mask: Mask, line: list[tuple[int, int]]
) -> tuple[int, int] | None:
    # A zero beside the only hidden cell would not hide it; a cell not supplied is no partner.
    shown = [(r, c) for r, c in line if not mask[r][c] and grid[r][c]]
    return min(shown, key=lambda place: (grid[place[0]][place[1]], place), default=None)


def hide_if(value: Value, hidden: bool, why: str = "small number") -> Value:
    """The figure, or a suppressed one in its place."""
    if hidden and value.ok:
        return absent(value.unit, Status.SUPPRESSED, why)
    return value
