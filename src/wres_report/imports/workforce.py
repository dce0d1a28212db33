"""``workforce.csv`` from a staff list, or from a count that somebody has made of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from wres_report.faults import usage_fault
from wres_report.imports.answers import Answers
from wres_report.imports.cells import Cells, people_in
from wres_report.imports.choosing import choose, codes_of, require
from wres_report.imports.group_words import spoken
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import Meaning, Placement, column_of, columns_of
from wres_report.imports.model import Imported, Remark, Wishes
from wres_report.imports.pivot import PivotReader
from wres_report.imports.source import Source
from wres_report.imports.staff_columns import PAY, STAFF_GROUP, meanings_with_groups
from wres_report.imports.staff_list import StaffListReader

ADVICE = (
    "It needs columns for the staff group, the pay scale or band, and the {column}, with their "
    'headings in one row. Other words: --map "HEADING=staff_group", =pay, ={column}.'
)


def read_workforce(source: Source, wishes: Wishes, lookups: Lookups) -> Imported:
    """Count the workforce of a file.

    Raises an input fault where no sheet has a staff list, and a usage fault where the command
    names a sheet, heading or trust that is not there.
    """
    standard = wishes.standard
    answers = Answers(lookups, standard, dict(wishes.values))
    recognised = lru_cache(maxsize=None)(answers.heads_a_group)
    column = answers.words.column
    chosen = choose(
        source, wishes, meanings_with_groups(standard, recognised),
        "a staff list", ADVICE.format(column=column.word), _without_groups_of_lists,
    )  # fmt: skip
    _check(chosen.placements, column, f"{source.where}, {chosen.words}")
    cells = Cells(standard)
    codes = codes_of(chosen, wishes, "whose staff it is")
    snapshot = date.fromisoformat(wishes.snapshot)
    if _is_pivot(chosen.placements):
        found = PivotReader(chosen.sheet, chosen.head, chosen.placements, answers, cells).read(
            codes
        )
    else:
        found = StaffListReader(
            chosen.sheet, chosen.head, chosen.placements, answers, cells, snapshot
        ).read(codes)
        found.rules.append(f"Who is employed on {snapshot.isoformat()} is counted.")
    tables = found.tables
    if not wishes.everyone and len(tables) > 1:
        raise usage_fault(
            f"This list is about {len(tables)} organisations.", source.where,
            "Name one with --code, or take --all.",
        )  # fmt: skip
    counted = next((e.number for e in found.lines if e.what == "people counted"), None)
    if counted is not None and counted != sum(map(people_in, tables)):
        raise RuntimeError("the table does not add up to the people counted")
    if counted is not None and not _is_pivot(chosen.placements):
        rows = found.lines[0].number - sum(
            e.number for e in found.lines[1:] if e.what.startswith("left out")
        )
        if rows != counted:
            raise RuntimeError("the rows do not add up to the people counted")
    if chosen.forgotten:
        found.remarks.append(Remark(
            "columns", "Headings that were decided for an earlier file are not in this one:",
            chosen.forgotten,
        ))  # fmt: skip
    return Imported(
        "workforce", source.where, chosen.words, spoken(chosen.placements, column), tables,
        tuple(found.lines),
        tuple(found.rules), tuple(found.remarks), tuple(found.undecided),
        {"sheet": chosen.sheet.name, "snapshot": wishes.snapshot},
    )  # fmt: skip


def _without_groups_of_lists(placements: Sequence[Placement]) -> list[Placement]:
    """One heading that is an ethnicity is no pivot: such as “Other” in a list of persons."""
    groups = columns_of(placements, "group")
    if len(groups) > 1 and column_of(placements, "ethnicity") is None:
        return list(placements)
    return [Placement(p.heading, p.index) if p.meaning == "group" else p for p in placements]


def _is_pivot(placements: Sequence[Placement]) -> bool:
    if columns_of(placements, "group"):
        return True
    return column_of(placements, "headcount") is not None and not column_of(placements, "person")


def _check(placements: Sequence[Placement], column: Meaning, where: str) -> None:
    needed = [STAFF_GROUP, PAY] if columns_of(placements, "group") else [STAFF_GROUP, PAY, column]
    require(placements, needed, where)
