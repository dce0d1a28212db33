"""Chooses the table with the plan, and those that go on from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wres_report.faults import Fault, input_fault, usage_fault
from wres_report.plan_files.apart import is_figure, is_head_of_figures
from wres_report.plan_files.blocks import Block, blocks_of, headed_by_first_row
from wres_report.plan_files.grid import Source
from wres_report.plan_files.headings import candidates, normalised

FEWEST_COLUMNS = 3
OWN_LAST_SHEET = "progress"


@dataclass(frozen=True)
class PlanTable:
    """The blocks that are read, the first with the head; the others go on from it.

    others: further blocks that look like a plan. unread: those that do not, in the same file.
    """

    blocks: tuple[Block, ...]
    others: tuple[Block, ...] = ()
    unread: tuple[Block, ...] = ()

    @property
    def first(self) -> Block:
        return self.blocks[0]


@dataclass(frozen=True)
class Choice:
    """What the person who imports has said of where the plan is.

    sheet: the name of a sheet. tables: numbers, those of a document's tables, or of the tables
    on one sheet. last_plan: whether last year's plan is looked for. told: columns by normalised
    heading.
    """

    sheet: str = ""
    tables: tuple[int, ...] = ()
    last_plan: bool = False
    told: Mapping[str, str] | None = None


def choose(source: Source, choice: Choice, where: str) -> PlanTable:
    """The table with the plan.

    Raises a usage fault where a sheet or table that was named is not there, and an input fault
    where no table has a head row that could be that of a plan.
    """
    told = choice.told or {}
    found = [block for grid in source.grids for block in blocks_of(grid, told)]
    if choice.sheet:
        found = _on_sheet(source, found, choice.sheet, where)
    if choice.tables:
        return _named(source, found, choice, where)
    headed = [block for block in found if block.head is not None]
    if not headed:
        raise _nothing_found(source, found, where)
    best = max(headed, key=lambda block: _fitness(block, choice.last_plan))
    if source.unit == "table" and not best.grid.inside:
        # Its headings may stand over earlier parts of it, which a page break has cut off.
        best = next(b for b in headed if b.known == best.known and not b.grid.inside)
    chain = _chain(source, found, best)
    rest = [block for block in found if block not in chain]
    inner = {block.grid.number for block in chain}
    others = [b for b in rest if b.head is not None and b.grid.inside not in inner]
    unread = [b for b in rest if b.head is None and b.grid.inside not in inner and b.rows]
    return PlanTable(tuple(chain), tuple(others), tuple(unread))


def _fitness(block: Block, last_plan: bool) -> tuple[int, ...]:
    """The greater the better: ours, visible, most columns known, the year asked for, longest."""
    if block.own is not None:
        fits = (block.grid.name.casefold() == OWN_LAST_SHEET) == last_plan
    else:
        fits = _tells_what_became(block) == last_plan
    return (
        block.own is not None, not block.grid.hidden, fits and last_plan, block.score, fits,
        len(block.rows), -block.grid.number,
    )  # fmt: skip


def _tells_what_became(block: Block) -> bool:
    """Whether the table has progress or a rating, and not only columns for them."""
    columns = [
        index
        for index, heading in enumerate(block.headings)
        if (found := candidates(heading)) and found[0].column in ("progress", "rag")
    ]
    return any(row.cell(column).plain for row in block.rows for column in columns)


def _chain(source: Source, found: list[Block], first: Block) -> list[Block]:
    """The block, and those after it that have no other headings, or no head and its width."""
    if first.own is not None:
        return [first]
    chain = [first]
    for block in found[found.index(first) + 1 :]:
        if source.unit == "sheet" and block.grid is not first.grid:
            break  # a sheet of its own is another plan, such as that of another year
        if block.grid.inside in {b.grid.number for b in chain}:
            continue  # its text is read with the cell that it stands in
        same_width = block.grid.width == chain[-1].grid.width >= FEWEST_COLUMNS
        if block.head is None:
            previous = [b for b in found if not b.grid.inside]
            follows = block in previous and previous[previous.index(block) - 1] is chain[-1]
            if follows and same_width and not block.grid.apart and not _of_figures(block):
                chain.append(block)
        elif _same_head(block, first):
            chain.append(block)
    return chain


def _same_head(block: Block, first: Block) -> bool:
    """Whether a head is that of the first block, of which a few columns may be missing.

    A table of a report that names some of them, such as who leads what, is no part of the plan.
    """
    if len(block.known) < 2 or not block.known <= first.known:
        return False
    return 3 * len(block.known) >= 2 * len(first.known) or block.grid.width == first.grid.width


def _of_figures(block: Block) -> bool:
    """Whether a table without a head of ours is one of data: years, groups and numbers."""
    rows = [row.filled for row in block.rows if row.filled]
    figures = sum(1 for own in rows if sum(is_figure(c.plain) for c in own) >= 2)
    return bool(rows) and (is_head_of_figures(rows[0]) or 2 * figures > len(rows))


def _on_sheet(source: Source, found: list[Block], name: str, where: str) -> list[Block]:
    names = [grid.name for grid in source.grids]
    if source.unit != "sheet":
        raise usage_fault("This file has no sheets.", where, "Leave --sheet out.")
    on_sheet = [block for block in found if block.grid.name.casefold() == name.strip().casefold()]
    if not on_sheet:
        listed = ", ".join(f"“{n}”" for n in names)
        raise usage_fault(f"There is no sheet “{name}”.", where, f"Choose one of {listed}.")
    return on_sheet


def _named(source: Source, found: list[Block], choice: Choice, where: str) -> PlanTable:
    """The tables of the numbers that were named, the first of them with a head."""
    numbered: dict[int, Block] = {}
    if source.unit == "table":
        for block in found:
            numbered.setdefault(block.grid.number, block)
    else:
        if len({block.grid.number for block in found if block.grid.rows}) > 1:
            raise usage_fault("This file has several sheets.", where, "Name one with --sheet.")
        numbered = dict(enumerate((b for b in found if b.grid.rows), start=1))
    for number in choice.tables:
        if number not in numbered:
            raise usage_fault(
                f"There is no table {number}.", where, f"It has {len(numbered)}, counted from 1."
            )
    chosen = [numbered[number] for number in choice.tables]
    first = chosen[0] if chosen[0].head is not None else headed_by_first_row(chosen[0])
    if first.head is None:
        raise input_fault(
            f"Table {choice.tables[0]} has no head row.", where, "Name its columns in a first row."
        )
    rest = [b for b in found if b not in chosen and b.rows]
    return PlanTable(
        (first, *chosen[1:]),
        tuple(b for b in rest if b.head is not None),
        tuple(b for b in rest if b.head is None),
    )


def _nothing_found(source: Source, found: list[Block], where: str) -> Fault:
    listed = []
    for block in found:
        first = next((row for row in block.rows if row.filled), None)
        if first is not None:
            words = ", ".join(cell.plain[:30] for cell in first.filled[:6])
            listed.append(f"{block.grid.name} begins with: {words}")
    option = "--sheet and --table" if source.unit == "sheet" else "--table"
    return input_fault(
        "No table here has a head row that could be that of an action plan.",
        f"{where} ({'; '.join(listed[:6])})",
        f"Name the columns in one row, such as Action, Lead and Due date; or say what they are: "
        f'--map "Heading=action", with {option} where there are several.',
    )


def told_by(headings: Mapping[str, str]) -> dict[str, str]:
    """What ``--map`` says, by normalised heading; what it leaves out does not make a head."""
    return {normalised(heading): column for heading, column in headings.items() if column}
