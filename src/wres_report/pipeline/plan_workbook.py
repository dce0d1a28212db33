"""The plans of a report beside it: as a workbook, and as data for whatever reads on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wres_report.finished.files import PLANS, PLANS_WORKBOOK
from wres_report.finished.reading import plans_json
from wres_report.narrative.variables import filled
from wres_report.pipeline.outputs import json_bytes
from wres_report.plan_files.numbering import plan_of
from wres_report.plan_files.workbook import ACTIONS, PROGRESS, PlanSheet, write_workbook
from wres_report.plans.layout import Layout
from wres_report.plans.model import PLAN_COLUMNS, Action
from wres_report.report.parts.context import ReportContext


def write_plans(report: ReportContext, variables: dict[str, str], folder: Path, epoch: int) -> None:
    """Write this year's plan and last year's into ``folder``, as ``actions.xlsx`` and
    ``actions.json``; nothing where there is neither.

    variables: by contract key; those in the cells are replaced by what they print. epoch: the
    time written into the file. Raises a narrative fault for a variable that does not exist.
    """
    params = report.params
    last = f"Action plan {params.plan_start.year - 1}-{params.plan_start.year % 100:02d}: progress"
    plans = (
        (ACTIONS, f"Action plan {params.action_year}", report.plan, params.plan),
        (PROGRESS, last, report.plan_of_last_year, params.last_plan),
    )
    where = f"data/{report.trust_year}"
    sheets = [
        PlanSheet(
            name, title, _filled(actions, variables, f"{where}/{name.lower()}.csv"),
            legend=layout.legend_for(action.rag for action in actions),
            priorities=_priorities(report, layout, actions),
        )
        for name, title, actions, layout in plans
        if actions
    ]  # fmt: skip
    if sheets:
        with plan_of(report.standard):
            write_workbook(
                folder / PLANS_WORKBOOK,
                sheets,
                title=f"{report.title}. Action plan {params.action_year}",
                trust=params.name,
                year_words=report.years,
                notes=[params.term_meaning],
                epoch=epoch,
            )
        made = {sheet.name: sheet.actions for sheet in sheets}
        content = plans_json(made.get(ACTIONS, ()), made.get(PROGRESS, ()))
        (folder / PLANS).write_bytes(json_bytes(content))


def _filled(actions: Sequence[Action], variables: dict[str, str], where: str) -> tuple[Action, ...]:
    def printed(content: str | tuple[str, ...]) -> Any:
        if isinstance(content, tuple):
            return tuple(filled(item, variables, where) for item in content)
        return filled(content, variables, where)

    return tuple(
        replace(action, **{name: printed(getattr(action, name)) for name in PLAN_COLUMNS})
        for action in actions
    )


def _priorities(report: ReportContext, layout: Layout, actions: Sequence[Action]) -> dict[str, str]:
    """What each priority that the actions name is."""
    known = dict(report.standard.high_impact_actions)
    for _, items in layout.priorities:
        known |= items
    named = dict.fromkeys(id for action in actions for id in action.priorities)
    return {id: known[id] for id in named if id in known}
