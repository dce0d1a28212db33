"""The plan of a trust-year: which of its counts are hidden, one answer for all that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from wres_report.disclosure.cases import add_cases
from wres_report.disclosure.choosing import Choice
from wres_report.disclosure.model import Model, Name
from wres_report.disclosure.order import WORKFORCE, planned_for
from wres_report.disclosure.workforce import WorkforceModel
from wres_report.inputs.tables import tables_of
from wres_report.standard import Standard

# Of a table, what a plan depends on; NaN is no equal of itself, so it stands as None.
Content = tuple[tuple[object, ...], ...] | None
Tables = Mapping[str, pd.DataFrame | None]
KEPT = 30  # for the trust-years that a process works on; each holds some 100 kB


@dataclass(frozen=True)
class Plan:
    """What is hidden of a trust-year.

    hidden: the names of the counts that no page may print. choices: how it was come to, with the
    proofs; they hold the true numbers.
    """

    hidden: frozenset[Name] = frozenset()
    choices: tuple[Choice, ...] = field(default=(), repr=False, compare=False)

    def hides(self, table: str, row: str, column: str) -> bool:
        return (table, row, column) in self.hidden

    def shows(self, *names: Name) -> bool:
        """Whether all these counts are shown. A figure is shown where all behind it are."""
        return self.hidden.isdisjoint(names)

    def with_those_of(self, other: Plan) -> Plan:
        """A plan that hides what either of the two hides."""
        return Plan(self.hidden | other.hidden, (*self.choices, *other.choices))


_plans: dict[tuple[object, ...], Plan] = {}


def plan_of(tables: Tables, standard: Standard, minimum: int, table: str) -> Plan:
    """The plan of a table of a trust-year, and of those that are planned before it.

    tables: by name, those of ``order.planned_for([table], standard)``; None where one is not
    supplied. minimum: counts from 1 up to below it are small; 1 hides nothing. A pure function;
    equal tables are planned once.
    """
    if minimum <= 1:
        return Plan()
    wanted = planned_for([table], standard)
    keys = [
        (standard.id, minimum, *(_content(tables[n], standard, n) for n in wanted[: i + 1]), name)
        for i, name in enumerate(wanted)
    ]
    if keys[-1] not in _plans:
        if len(_plans) > KEPT:
            _plans.clear()
        made = _plans_of(tables, standard, minimum, wanted)
        _plans.update(zip(keys, made, strict=True))
    return _plans[keys[-1]]


def _content(frame: pd.DataFrame | None, standard: Standard, table: str) -> Content:
    if frame is None:
        return None
    schema = tables_of(standard)[table]
    columns = [frame[name].tolist() for name in (*schema.key, *standard.groups.names)]
    return tuple(
        tuple(None if cell != cell else cell for cell in row)
        for row in zip(*columns, strict=True)
    )  # fmt: skip


def _plans_of(
    tables: Tables, standard: Standard, minimum: int, wanted: tuple[str, ...]
) -> list[Plan]:
    """A plan for each table, each with what is hidden of those before it."""
    choice = Choice(Model(minimum))
    staff: dict[str, int] = {}
    plans = []
    for name in wanted:
        frame, before = tables[name], set(choice.model.printed)
        if frame is not None and name == WORKFORCE:
            staff = WorkforceModel(choice.model, standard, frame).build()
        elif frame is not None:
            add_cases(choice.model, standard.of_cases(name), standard.groups, frame, staff)
        choice.hide(set(choice.model.printed) - before)
        hidden = (n for n, place in choice.model.names.items() if place in choice.hidden)
        plans.append(Plan(frozenset(hidden), (choice,)))
    return plans
