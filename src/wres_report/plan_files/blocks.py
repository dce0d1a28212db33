"""Finds the head rows of a grid; a head and the rows below it are a block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wres_report.plan_files.grid import Grid, Row
from wres_report.plan_files.headings import Certainty, candidates, normalised, own_columns

# A heading is short; what is longer is a cell of the plan that happens to hold such words.
LONGEST_HEADING = 120
POINTS = {Certainty.EXACT: 3, Certainty.LIKELY: 2, Certainty.GUESS: 0}


@dataclass(eq=False)
class Block:
    """A head row and the rows below it, up to the next head that differs.

    head: None for a table without one. headings: one for each column, in one line. own: the
    columns by heading where the head is one of ours. above: the rows between the block before
    and the head. repeated: rows that repeat the head. ticked: columns of a quarter
    or a month, in which a tick says when.
    """

    grid: Grid
    head: Row | None = None
    headings: tuple[str, ...] = ()
    score: int = 0
    own: Mapping[str, str] | None = None
    rows: list[Row] = field(default_factory=list)
    above: list[Row] = field(default_factory=list)
    repeated: list[Row] = field(default_factory=list)
    ticked: frozenset[int] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        """The headings that say something, normalised."""
        return frozenset(filter(None, map(normalised, self.headings)))


def blocks_of(grid: Grid, told: Mapping[str, str]) -> list[Block]:
    """The blocks of a grid; one without a head where no row of it can be one.

    told: columns by normalised heading, as the person who imports has said.
    """
    blocks: list[Block] = []
    above: list[Row] = []
    rows = iter(grid.rows)
    for row in rows:
        texts = [cell.plain for cell in row.cells]
        latest = blocks[-1] if blocks else None
        if latest is not None and latest.own is not None:
            latest.rows.append(row)  # of ours every row below the head is an action
        elif (own := own_columns(texts)) is not None:
            blocks.append(Block(grid, row, tuple(texts), 99, own, above=above))
        elif is_head(row, told):
            block = _started(grid, row, told)
            if latest is not None and block.headings == latest.headings:
                latest.repeated.append(row)
            else:
                block.above, above = above, []
                blocks.append(block)
        elif latest is not None:
            latest.rows.append(row)
        else:
            above.append(row)
    for block in blocks:
        _take_second_head(block)
    return blocks or [Block(grid, rows=list(grid.rows))]


def headed_by_first_row(block: Block) -> Block:
    """A block without a head, headed by its first row that has two cells or more."""
    for place, row in enumerate(block.rows):
        if len(row.filled) > 1:
            found = _started(block.grid, row, {})
            found.rows, found.above = block.rows[place + 1 :], block.rows[:place]
            _take_second_head(found)
            return found
    return block


def is_head(row: Row, told: Mapping[str, str]) -> bool:
    """Whether a row names the columns of a plan: the action and another, or three others."""
    best = _columns(row, told)
    exact = sum(1 for certainty in best.values() if certainty is Certainty.EXACT)
    if "action" in best and exact >= 2:
        return True
    return exact >= 3 or (exact >= 1 and _points(best) >= 7)


def _started(grid: Grid, row: Row, told: Mapping[str, str]) -> Block:
    texts = tuple(row.cell(column).plain for column in range(grid.width))
    return Block(grid, row, texts, _points(_columns(row, told)))


def _columns(row: Row, told: Mapping[str, str]) -> dict[str, Certainty]:
    """The columns that the cells of a row would name, with how sure the surest cell is."""
    best: dict[str, Certainty] = {}
    for cell in row.filled:
        if cell.origin[0] != row.index or len(cell.plain) > LONGEST_HEADING:
            continue
        if normalised(cell.plain) in told:
            best[told[normalised(cell.plain)]] = Certainty.EXACT
            continue
        first = next(iter(candidates(cell.plain)), None)
        if first is not None and POINTS[first.certainty] > POINTS.get(
            best.get(first.column, Certainty.GUESS), 0
        ):
            best[first.column] = first.certainty
    return best


def _points(best: Mapping[str, Certainty]) -> int:
    return sum(POINTS[certainty] for certainty in best.values())


def _take_second_head(block: Block) -> None:
    """Where a heading spans columns, a row below may part it; it belongs to the head then."""
    if block.head is None or block.own is not None or not block.rows:
        return
    head, below = block.head, block.rows[0]
    from_head = [c for c in below.filled if c.origin[0] == head.index]
    own = [c for c in below.filled if c.origin[0] == below.index]
    under_wide = all(head.cell(c.origin[1]).columns > 1 for c in own)
    if not from_head or not under_wide:
        return
    headings = []
    for column, heading in enumerate(block.headings):
        cell = below.cell(column)
        part = cell.plain if cell.origin[0] == below.index else ""
        headings.append(f"{heading} {part}".strip())
    block.headings, block.rows = tuple(headings), block.rows[1:]
