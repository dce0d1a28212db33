"""What of a plan falls due when: a picture, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wres_report.charts.due import MOST_ROWS, DueChart, DueRow, due_chart, rows_drawn
from wres_report.charts.form import PRINT
from wres_report.markdown import pipe_table
from wres_report.plans.model import Action
from wres_report.plans.standing import Standing
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import text
from wres_report.words import UNPRINTABLE, agreeing, counted, day_in_words, listed, runs

PICTURE = "plan-due"


def calendar_part(report: ReportContext, standing: Standing) -> str:
    rows = _due_rows(report, standing)
    if not rows:
        return ""
    table = pipe_table(
        ["Due", "Actions"],
        [[row.label, _marked(row)] for row in rows],
        "ll",
        [20, 80],
    )
    caption = f"{table}\n\n: What falls due when {{#tbl-due}}"
    others = [a for a in standing.actions if standing.due(a) is None and a.timeframe]
    if others:
        words = dict.fromkeys(a.timeframe for a in others)
        listed = "; ".join(
            f"{text(when)}: {ids([a for a in others if a.timeframe == when])}" for when in words
        )
        caption += f"\n\nWithout a due date: {listed}."
    if rows_drawn(rows, PRINT) > MOST_ROWS:
        return caption
    alt = f"Due dates: {'; '.join(f'{row.label}, {len(row.actions)} due' for row in rows)}"
    picture = f'![What falls due when](charts/{PICTURE}.png){{#fig-due fig-alt="{alt}"}}'
    return f"{picture}\n\n{caption}"


def _due_rows(report: ReportContext, standing: Standing) -> list[DueRow]:
    days: dict[date, list[Action]] = {}
    for action in standing.dated:
        due = standing.due(action)
        assert due is not None
        days.setdefault(due, []).append(action)
    return [
        DueRow(
            day_in_words(day),
            tuple((UNPRINTABLE.sub("", a.id), _how(a, standing)) for a in actions),
            day < report.params.as_at,
        )
        for day, actions in days.items()
    ]


def _how(action: Action, standing: Standing) -> str:
    if action in standing.done:
        return "done"
    return "overdue" if action in standing.overdue else "open"


def _marked(row: DueRow) -> str:
    """The actions of a date, those that are done or overdue with the word."""
    by_state = {
        how: [name for name, its in row.actions if its == how]
        for how in ("overdue", "open", "done")
    }
    parts = [
        text(runs(names)) + ("" if how == "open" else f" ({how})")
        for how, names in by_state.items()
        if names
    ]
    return "; ".join(parts)


def due_picture(report: ReportContext, standing: Standing) -> DueChart | None:
    """The chart of what falls due when; None where nothing has a date."""
    rows = _due_rows(report, standing)
    if not rows or rows_drawn(rows, PRINT) > MOST_ROWS:
        return None
    dated = len(standing.dated)
    title = (
        f"{dated} of {counted(len(standing.actions), 'action')} {agreeing(dated, 'has', 'have')} a "
        "due date"
    )
    subtitle = f"Action plan {report.params.action_year}: the ids of the actions by due date"
    return due_chart(rows, title, subtitle, day_in_words(report.params.as_at))


def named(actions: Sequence[Action]) -> str:
    """“action 6”, “actions 2.1, 3.1 to 3.4 and 6”, as Markdown; the actions are at least one."""
    words = listed(runs(action.id for action in actions).split(", "))
    return f"action{'' if len(actions) == 1 else 's'} {text(words)}"


def ids(actions: Sequence[Action]) -> str:
    """The ids of some actions, as Markdown."""
    return text(runs(action.id for action in actions))
