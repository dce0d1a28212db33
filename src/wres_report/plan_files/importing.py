"""Imports a plan: the table found, its columns placed, its rows made actions of the model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.plan_files.blocks import Block
from wres_report.plan_files.drafting import draft_actions
from wres_report.plan_files.entries import columns_in, entries_of
from wres_report.plan_files.grid import Remark, Row
from wres_report.plan_files.numbering import plan_of
from wres_report.plan_files.opening import read_source
from wres_report.plan_files.placing import Placement, parse_map, place_columns
from wres_report.plan_files.remarks import Remarks
from wres_report.plan_files.source_remarks import remark_on_source
from wres_report.plan_files.tables import Choice, PlanTable, choose, told_by
from wres_report.plan_files.ticks import write_ticks_out
from wres_report.plans.model import Action, action_of, row_of
from wres_report.standard import Standard


@dataclass(frozen=True)
class Placed:
    """A column of the file, its place, and how many rows have something in it."""

    placement: Placement
    filled: int


@dataclass(frozen=True)
class Imported:
    """A plan that has been read.

    table: where it stands. rows: how many rows stand below the heads. own: whether the file is
    one of ours, so that every cell is taken as it stands.
    """

    file: str
    table: str
    rows: int
    own: bool
    columns: tuple[Placed, ...]
    actions: tuple[Action, ...]
    remarks: tuple[Remark, ...]

    def as_dict(self) -> dict[str, Any]:
        """Everything as JSON has it; actions as the rows of a table."""
        return {
            "file": self.file,
            "table": self.table,
            "rows": self.rows,
            "own": self.own,
            "columns": [
                {
                    "heading": placed.placement.heading,
                    "column": placed.placement.column or None,
                    "certainty": str(placed.placement.certainty),
                    "filled": placed.filled,
                    "reason": placed.placement.reason,
                }
                for placed in self.columns
            ],
            "actions": [row_of(action) for action in self.actions],
            "remarks": [
                {"kind": r.kind, "text": r.text, "places": list(r.places)} for r in self.remarks
            ],
        }


def import_plan(
    path: Path,
    *,
    sheet: str = "",
    tables: Sequence[int] = (),
    maps: Sequence[str] = (),
    split: bool = False,
    last_plan: bool = False,
    standard: Standard | None = None,
) -> Imported:
    """Read the plan in a file.

    sheet, tables: where it stands, if not where it seems to. maps: ``Heading=column``, which
    overrides what a heading seems to mean. split: bullets without an introduction become an
    action each. last_plan: prefer the table that says what became of the actions. standard: the
    one that the numbers of the plan are of; without one, that of a trust-year which names none.

    Raises an input fault for a file that cannot be read or has no plan, and a usage fault for a
    sheet, table, heading or column that is not there.
    """
    with plan_of(standard):
        return _imported(path, sheet, tables, maps, split=split, last_plan=last_plan)


def _imported(
    path: Path, sheet: str, tables: Sequence[int], maps: Sequence[str], *, split: bool,
    last_plan: bool,
) -> Imported:  # fmt: skip
    where = path.as_posix()
    told = parse_map(maps)
    source = read_source(path)
    table = choose(source, Choice(sheet, tuple(tables), last_plan, told_by(told)), where)
    for block in table.blocks:
        write_ticks_out(block)
    placements = place_columns(table.first, told, where)
    own = table.first.own is not None
    remarks = Remarks()
    remark_on_source(source, table, placements, remarks)
    if own:
        actions = _own_actions(table.first, placements)
    else:
        leads_within = any(p.column == "action" and p.also == "lead" for p in placements)
        entries = entries_of(table, placements, remarks)
        actions = draft_actions(entries, leads_within, split, remarks)
    if not actions:
        raise input_fault(
            "No row of this table holds an action.",
            f"{where}, {_place(table)}",
            'Say which column does: --map "Heading=action".',
        )
    return Imported(
        where, _place(table), sum(1 for row in _rows(table) if row.filled), own,
        _filled(table, placements), actions, remarks.all(),
    )  # fmt: skip


def _own_actions(block: Block, placements: Sequence[Placement]) -> tuple[Action, ...]:
    """The rows as they stand, without any rewriting."""
    columns = columns_in(block, block, tuple(placements))
    rows = [
        {
            name: " ".join(row.cell(i).text for indexes in places for i in indexes)
            for name, places in columns.items()
        }
        for row in block.rows
        if row.filled
    ]
    return tuple(map(action_of, rows))


def _filled(table: PlanTable, placements: Sequence[Placement]) -> tuple[Placed, ...]:
    found = []
    for placement in placements:
        count = 0
        for block in table.blocks:
            # Looked up under a name of its own: a heading without a place has none.
            column = Placement(placement.heading, placement.indexes, "here")
            places = columns_in(block, table.first, (column,)).get("here", [])
            indexes = [index for group in places for index in group]
            count += sum(1 for row in block.rows if any(row.cell(i).plain for i in indexes))
        found.append(Placed(placement, count))
    return tuple(found)


def _rows(table: PlanTable) -> list[Row]:
    return [row for block in table.blocks for row in block.rows]


def _place(table: PlanTable) -> str:
    first = table.first
    head = f", head in {first.head.where.rpartition(', ')[2]}" if first.head is not None else ""
    words = f"{first.grid.name}{head}"
    names = list(dict.fromkeys(block.grid.name for block in table.blocks[1:]))
    further = [name for name in names if name != first.grid.name]
    return words + (f"; going on in {', '.join(further)}" if further else "")
