"""An action and a plan, and the table that holds them: one row for each action."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from wres_report.plans.cells import join_list, split_list

ALL, GENERAL = "all", "general"
INDICATORS = re.compile(r"^(all|general|[1-9][0-9]?(\s*;\s*[1-9][0-9]?)*)$")


@dataclass(frozen=True)
class Action:
    """One action of a plan, as its row has it.

    id: names it within the plan. indicators: ``3;6;8``, ``all`` or ``general`` (it serves no
    indicator in particular). sub_actions: steps of the action, printed a), b) … leads: joint
    leads, as roles or initials. timeframe: as written; ``timeframe.parse_timeframe`` reads it.
    rag: a state of the trust's legend. carried_over_from: the plan or the action of an earlier
    year. see_actions: ids of actions of the same plan. see_plans: other plans by name.
    priorities: ids of the trust's priorities and of the High Impact Actions.
    """

    id: str
    indicators: str = GENERAL
    theme: str = ""
    objective: str = ""
    action: str = ""
    sub_actions: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    rationale: str = ""
    outcome: str = ""
    timeframe: str = ""
    rag: str = ""
    progress: str = ""
    monitoring: str = ""
    carried_over_from: str = ""
    see_actions: tuple[str, ...] = ()
    see_plans: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    note: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The indicators that the action names; none where it is for all or general."""
        return tuple(int(number) for number in re.findall(r"[1-9][0-9]?", self.indicators))

    def serves(self, number: int) -> bool:
        """Whether it is an action for the indicator of that number, or for all."""
        return self.indicators == ALL or number in self.numbers

    @property
    def text(self) -> str:
        """The action in one line, its sub-actions behind it."""
        return " ".join(part for part in (self.action, "; ".join(self.sub_actions)) if part)


PLAN_COLUMNS = tuple(field.name for field in fields(Action))
LIST_COLUMNS = ("sub_actions", "lead", "see_actions", "see_plans", "priorities")


def action_of(row: Mapping[str, str]) -> Action:
    """The action that a row holds; a column that the row has not is empty."""
    cells: dict[str, Any] = {name: str(row.get(name, "")).strip() for name in PLAN_COLUMNS}
    return Action(**cells | {name: split_list(cells[name]) for name in LIST_COLUMNS})


def row_of(action: Action) -> dict[str, str]:
    """The row that holds an action; ``action_of`` reads it back as it was."""
    row = {}
    for name in PLAN_COLUMNS:
        content = getattr(action, name)
        row[name] = join_list(content) if name in LIST_COLUMNS else content
    return row


def plan_of(rows: Iterable[Mapping[str, str]]) -> tuple[Action, ...]:
    """The actions of a plan in the order of its rows."""
    return tuple(action_of(row) for row in rows)


def with_last_plan(states: Iterable[Action], last_plan: Iterable[Action]) -> tuple[Action, ...]:
    """Last year's actions with what became of them.

    states: the rows of ``progress.csv``; one that gives an id and a state alone takes the rest
    from the action of that id in last year's plan. last_plan: the ``actions.csv`` of the year
    before, if any; an action of it that no row speaks of comes last, without a state.
    """
    # What a plan said of its actions a year ago is not what became of them.
    last = {action.id: replace(action, rag="", progress="") for action in last_plan}
    merged = [_filled(state, last.pop(state.id, None)) for state in states]
    return (*merged, *last.values())


def _filled(state: Action, planned: Action | None) -> Action:
    """A row of progress with the cells it leaves empty taken from the plan."""
    if planned is None:
        return state
    if not (state.action or state.sub_actions):
        given = {name: getattr(state, name) for name in PLAN_COLUMNS if getattr(state, name)}
        return replace(planned, **given)
    return state
