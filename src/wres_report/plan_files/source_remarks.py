"""Says what of a file is not read, and what of it was read in a way that should be known."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.plan_files.apart import is_title
from wres_report.plan_files.blocks import Block
from wres_report.plan_files.grid import Source
from wres_report.plan_files.placing import Placement
from wres_report.plan_files.remarks import Remarks
from wres_report.plan_files.tables import PlanTable


def remark_on_source(
    source: Source, table: PlanTable, placements: Sequence[Placement], remarks: Remarks
) -> None:
    """Remark on everything around the table, its heads, and headings that name two things."""
    for remark in source.remarks:
        for place in remark.places or ("",):
            remarks.add(remark.kind, remark.text, place)
    for block in table.blocks:
        _remark_on_block(block, table.first, remarks)
    for other in table.others:
        option = (
            "sheet" if source.unit == "sheet" and other.grid is not table.first.grid else "table"
        )
        text = f"Not read: it looks like a plan too; choose it with --{option}."
        head = f", head in {other.head.where.rpartition(', ')[2]}" if other.head is not None else ""
        remarks.add("other", text, f"{other.grid.name}{head}")
    for other in table.unread:
        remarks.add("other", "Not read: no head of a plan in it.", other.grid.name)
    for placement in placements:
        if placement.also:
            remarks.add("two", _on_two(placement))


def _remark_on_block(block: Block, first: Block, remarks: Remarks) -> None:
    for row in block.above:
        if row.filled and not is_title(row):
            text = " | ".join(cell.plain for cell in row.filled)
            remarks.add("above", "Not read: rows above the head.", f"{row.where}: {text}")
    if block.repeated:
        text = f"The head is repeated ({len(block.repeated)} times); those rows are left out."
        remarks.add("repeated", text)
    if block.head is None:
        text = "A table without a head goes on from the one before."
        remarks.add("going_on", text, block.grid.name)
    elif missing := _missing(block, first):
        text = f"{block.grid.name} goes on without the columns {', '.join(missing)}."
        remarks.add("going_on", text)


def _missing(block: Block, first: Block) -> list[str]:
    """The headings of the first block that this one has not, not even as a bare column."""
    bare = {index for index, heading in enumerate(block.headings) if not heading}
    return [
        heading
        for index, heading in enumerate(first.headings)
        if heading and heading not in block.headings and index not in bare
    ]


def _on_two(placement: Placement) -> str:
    words = f"“{placement.heading}” names {placement.column} and {placement.also} in one"
    if (placement.column, placement.also) == ("action", "lead"):
        return f"{words}: the lines above bullets are the lead."
    return f"{words}: all of it is placed in {placement.column}."
