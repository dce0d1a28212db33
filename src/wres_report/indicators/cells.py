"""How figures stand in the tables that a notebook shows."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.indicators.result import Result
from wres_report.markdown import escape
from wres_report.measures.value import Value

NOTHING = "–"
HIDDEN = "\\*"
# The name of a row, then what stands in it.
Row = tuple[str, Sequence[Value | None]]


def cell(value: Value | None) -> str:
    """A figure as a table's cell: a dash where not supplied, a star where not shown."""
    if value is None or value.status.value == "not_supplied":
        return NOTHING
    if value.status.value == "suppressed":
        return HIDDEN
    return value.shown


def written(rows: Sequence[Row]) -> list[list[str]]:
    return [[name, *map(cell, cells)] for name, cells in rows]


def group_head(result: Result, first: str) -> list[str]:
    settings, groups = result.data.settings, result.data.standard.groups
    return [first, groups.word, escape(settings.term), escape(settings.unknown_label), "Total"]


def share_head(result: Result, first: str) -> list[str]:
    return [*group_head(result, first), f"{escape(result.data.term)} share"]


def source_name(national: Value | None) -> str:
    """How a chart names the national figure, on two lines."""
    return "England" if national is None else national.note.replace("England, ", "England,\n")


def first_of(source: str) -> str:
    """The first of several sources."""
    return source.split(" and ")[0]
