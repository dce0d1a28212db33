"""Places the columns of a table among those of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wres_report.faults import Fault, usage_fault
from wres_report.plan_files.blocks import Block
from wres_report.plan_files.headings import (
    Certainty,
    candidates,
    names_two,
    normalised,
    plain_headings,
)
from wres_report.plan_files.indicator_cells import read_indicators
from wres_report.plans.model import PLAN_COLUMNS


@dataclass(frozen=True)
class Placement:
    """A column of the file and its place. indexes: its columns, counted from 0; several where
    one heading spans them. column: of the model, empty where it has no place. also: a second
    column that the heading names. reason: why it has no place."""

    heading: str
    indexes: tuple[int, ...]
    column: str = ""
    certainty: Certainty = Certainty.NONE
    also: str = ""
    reason: str = ""


def parse_map(entries: Sequence[str]) -> dict[str, str]:
    """What ``--map "Heading=column"`` says: a column of the model, or none, by heading.

    Raises a usage fault for one without ``=`` and for a column that is none.
    """
    plain = {normalised(words): name for name, words in plain_headings().items()}
    told = {}
    for entry in entries:
        heading, equals, column = entry.rpartition("=")
        if not equals or not heading.strip():
            raise usage_fault(
                f"“{entry}” does not map a heading.",
                action='Write --map "Heading=column", or --map "Heading=" to leave it out.',
            )
        column = column.strip()
        name = column if column in PLAN_COLUMNS else plain.get(normalised(column), "")
        if column and not name:
            raise usage_fault(
                f"A plan has no column “{column}”.",
                action=f"Choose one of {', '.join(PLAN_COLUMNS)}.",
            )
        told[heading.strip()] = name
    return told


def place_columns(block: Block, told: Mapping[str, str], where: str) -> tuple[Placement, ...]:
    """The columns of a block in their order; those without heading and content are left out.

    told: what ``--map`` says. Raises a usage fault where it names a heading that is not there.
    """
    columns = list(_columns(block))
    by_heading = {normalised(heading): column for heading, column in told.items()}
    _check_headings(columns, told, where)
    placed: dict[int, Placement] = {}
    own_placed: set[str] = set()
    for n, (heading, indexes) in enumerate(columns):
        if normalised(heading) in by_heading:
            column = by_heading[normalised(heading)]
            reason = "" if column else "left out by --map"
            placed[n] = Placement(heading, indexes, column, Certainty.TOLD, reason=reason)
        elif block.own is not None and heading in block.own and heading not in own_placed:
            own_placed.add(heading)
            placed[n] = Placement(heading, indexes, block.own[heading], Certainty.EXACT)
    if block.own is None:
        _guess(block, columns, placed)
    taken = {placement.column: placement.heading for placement in placed.values()}
    return tuple(
        placed.get(n) or _without_place(heading, indexes, taken)
        for n, (heading, indexes) in enumerate(columns)
    )


def _columns(block: Block) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Each heading with the columns it stands over; one without a heading by its number."""
    spans: dict[tuple[int, int] | int, list[int]] = {}
    for index, heading in enumerate(block.headings):
        cell = block.head.cell(index) if block.head is not None else None
        # A heading over several columns is one, unless a second row parts it.
        whole = cell is not None and cell.columns > 1 and cell.plain == heading
        spans.setdefault(cell.origin if cell is not None and whole else index, []).append(index)
    for indexes in spans.values():
        heading = block.headings[indexes[0]]
        if heading or any(row.cell(index).plain for row in block.rows for index in indexes):
            yield heading or f"column {indexes[0] + 1}", tuple(indexes)


def _guess(
    block: Block, columns: list[tuple[str, tuple[int, ...]]], placed: dict[int, Placement]
) -> None:
    """Give every heading the surest column that it may mean and that is still free."""
    for n, (heading, indexes) in enumerate(columns):
        if n not in placed and block.ticked.intersection(indexes):
            placed[n] = Placement(heading, indexes, "timeframe", Certainty.LIKELY)
    taken = {placement.column for placement in placed.values()}
    wishes = [(n, c) for n, (h, _) in enumerate(columns) if n not in placed for c in candidates(h)]
    for n, candidate in sorted(wishes, key=lambda wish: (wish[1].rank, wish[0])):
        heading, indexes = columns[n]
        if n in placed or candidate.column in taken:
            continue
        two = names_two(heading)
        also = next((c for c in two if c != candidate.column and c not in taken), "")
        placed[n] = Placement(heading, indexes, candidate.column, candidate.certainty, also)
        taken.add(candidate.column)
    for n, (heading, indexes) in enumerate(columns[:-1]):
        # A number without a heading of its own before the indicator that it numbers.
        following = placed.get(n + 1)
        texts = [
            t for row in block.rows if len(row.filled) > 1 and (t := row.cell(indexes[0]).plain)
        ]
        numbers = bool(texts) and all(re.fullmatch(r"\W*[1-9]\W*", text) for text in texts)
        bare = n not in placed and not block.headings[indexes[0]]
        if bare and numbers and following and following.column == "indicators":
            placed[n] = Placement(heading, indexes, "indicators", Certainty.GUESS)
    for n, (heading, indexes) in enumerate(columns):
        if n not in placed and "indicators" not in taken and not block.headings[indexes[0]]:
            texts = [t for row in block.rows if (t := row.cell(indexes[0]).plain)]
            if texts and all(read_indicators(text).told for text in texts):
                placed[n] = Placement(heading, indexes, "indicators", Certainty.GUESS)
                taken.add("indicators")


def _without_place(heading: str, indexes: tuple[int, ...], taken: Mapping[str, str]) -> Placement:
    first = next(iter(candidates(heading)), None)
    reason = ""
    if first is not None and first.column in taken:
        reason = f"“{taken[first.column]}” holds {first.column} already"
    return Placement(heading, indexes, reason=reason)


def _check_headings(
    columns: list[tuple[str, tuple[int, ...]]], told: Mapping[str, str], where: str
) -> None:
    known = {normalised(heading) for heading, _ in columns}
    for heading in told:
        if normalised(heading) not in known:
            raise _no_heading(heading, [h for h, _ in columns], where)


def _no_heading(heading: str, headings: list[str], where: str) -> Fault:
    listed = ", ".join(f"“{h}”" for h in headings)
    return usage_fault(f"The table has no heading “{heading}”.", where, f"It has {listed}.")
