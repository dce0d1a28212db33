"""Which headcounts are not shown, in tables and in figures alike: as the plan of the year has it.

A figure that is made of counts is shown where all of these are. So no figure tells more than the
counts beside it, with however many decimals it is handed on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wres_report.disclosure.model import Name
from wres_report.disclosure.order import WORKFORCE
from wres_report.disclosure.plan import Plan
from wres_report.indicators.year import YearData
from wres_report.measures.counts import Counts
from wres_report.measures.disclosure import hide_if, is_small
from wres_report.measures.representation import share
from wres_report.measures.value import DECIMALS, Value, count, rounded

ALL = "all"
ALL_STAFF = f"{ALL}/{ALL}"


@dataclass(frozen=True)
class Band:
    """A band of a staff group: its counts, the group's share of it, its row in the plan."""

    counts: Counts
    share: Value
    row: str


def row_of(staff_group: str, band: str = ALL) -> str:
    """The row of a part of the workforce in the plan: ``clinical/8a``, ``all/8a-vsm``."""
    return f"{staff_group}/{band}"


def staff(row: str, column: str) -> Name:
    """The name of a count of the workforce in the plan."""
    return (WORKFORCE, row, column)


def hidden_count(data: YearData, plan: Plan, counts: Counts, name: Name) -> bool:
    """Whether a count is not shown: where the plan hides it, and wherever it is small."""
    number = data.standard.groups.number(counts, name[2])
    return not plan.shows(name) or is_small(number, data.settings.minimum_count)


def staff_count(data: YearData, row: str, counts: Counts, column: str) -> Value:
    """A headcount of a part of the workforce, with its source."""
    hidden = hidden_count(data, data.plan(WORKFORCE), counts, staff(row, column))
    value = hide_if(count(data.standard.groups.number(counts, column)), hidden)
    return value.from_source(data.source(WORKFORCE), rows=data.rows(WORKFORCE, counts))


def staff_counts(data: YearData, row: str, counts: Counts, prefix: str) -> list[Value | None]:
    """The headcounts of the groups and their total. prefix: what their keys begin with."""
    return [
        staff_count(data, row, counts, column).named(prefix + column)
        for column in data.standard.groups.columns
    ]


def staff_share(data: YearData, row: str, counts: Counts, column: str = "") -> Value:
    """The share that a group has of a part of the workforce, with its source.

    column: the group; the one under study where none is named.
    """
    groups = data.standard.groups
    column = column or groups.study
    plan = data.plan(WORKFORCE)
    hidden = any(hidden_count(data, plan, counts, staff(row, name)) for name in (column, "total"))
    value = hide_if(
        share(groups.number(counts, column), counts.total, data.settings.confidence), hidden
    )
    return value.from_source(data.source(WORKFORCE), rows=data.rows(WORKFORCE, counts))


def whole_workforce(data: YearData, counts: Counts) -> dict[str, Value]:
    """The headcounts of all staff by results key, and the shares of them that the groups have."""
    groups = data.standard.groups
    values = {
        f"workforce.{name}": staff_count(data, ALL_STAFF, counts, name) for name in groups.columns
    }
    for indicator in data.standard.of_kind("representation"):
        for name in groups.pair[::-1]:
            values[indicator.key(f"{name}_percent")] = _share_of_all(data, counts, name)
    return {key: value.named(key) for key, value in values.items()}


def _share_of_all(data: YearData, counts: Counts, column: str) -> Value:
    """The share that a group has of all staff.

    Where only the people of unknown ethnicity are hidden, and the total with them, it is printed
    if it would be the same with any small number of them: then it tells nothing of it.
    """
    value = staff_share(data, ALL_STAFF, counts, column)
    if value.ok or not counts.complete:
        return value
    plan, minimum, groups = data.plan(WORKFORCE), data.settings.minimum_count, data.standard.groups
    hidden = [
        name for name in groups.columns
        if hidden_count(data, plan, counts, staff(ALL_STAFF, name))
    ]  # fmt: skip
    if hidden != [groups.unknown, "total"] or not is_small(counts.unknown, minimum):
        return value
    printed = {
        rounded(other.number, DECIMALS[other.unit])
        for unknown in range(1, minimum)
        if (
            other := share(groups.number(counts, column), replace(counts, unknown=unknown).total)
        ).ok
    }
    if len(printed) != 1:
        return value
    source, rows = data.source(WORKFORCE), data.rows(WORKFORCE, counts)
    return Value(float(printed.pop()), value.unit).from_source(source, rows=rows)
