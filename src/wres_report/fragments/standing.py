"""How a plan stands: dates, states, leads, coverage of the indicators, what was carried over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wres_report.charts.due import MOST_ROWS, DueRow, due_chart
from wres_report.charts.style import as_png
from wres_report.fragments.context import ReportContext
from wres_report.fragments.list_table import text
from wres_report.fragments.plan_values import PlanValues
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit
from wres_report.plans.model import ALL, Action
from wres_report.plans.standing import Standing, carried_over, left_open, standing_of

PICTURE = "plan-due.png"
NONE = "–"
LEANS_ADVERSE = 1.25  # the edge of the four-fifths rule, for a ratio published without counts


def plan_standing(report: ReportContext) -> Standing:
    """This year's plan on the day of the report."""
    params = report.params
    return standing_of(report.plan(), params.plan, params.plan_start, params.as_at)


def last_standing(report: ReportContext) -> Standing:
    """Last year's plan on the day of the report."""
    params = report.params
    start = params.plan_start.replace(year=params.plan_start.year - 1)
    return standing_of(report.plan_of_last_year(), params.last_plan, start, params.as_at)


def standing_part(report: ReportContext) -> str:
    """Everything that a reader asks of this year's plan; empty where there is no plan."""
    standing = plan_standing(report)
    if not standing.actions:
        return ""
    parts = [
        _in_words(report, standing),
        _overdue(standing),
        _carried(report),
        _coverage(report, standing),
        _calendar(report, standing),
        _leads(standing),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def last_standing_part(report: ReportContext) -> str:
    """What became of last year's plan, in words; empty where there was none."""
    last = last_standing(report)
    if not last.actions:
        return ""
    count = len(last.actions)
    lines = [f"Last year's plan had {_actions(count)}{_states(last)}."]
    if last.overdue:
        lines.append(f"Overdue on {_day(report.params.as_at)}: {_ids(last.overdue)}.")
    left = _left_open(report, last)
    if left and report.plan():
        lines.append(
            f"Not marked as done, and not named in this year's plan: {_ids(left)}. "
            "A reader may ask what becomes of them."
        )
    return " ".join(lines) + "\n"


def plan_counts(report: ReportContext) -> dict[str, int]:
    """What can be counted of the two plans, by results key; empty where there is none."""
    this, last = plan_standing(report), last_standing(report)
    counts: dict[str, int] = {}
    if this.actions:
        counts |= {
            "plan.actions": len(this.actions),
            "plan.sub_actions": sum(len(action.sub_actions) for action in this.actions),
            "plan.general": len(this.general),
            "plan.dated": len(this.dated),
            "plan.overdue": len(this.overdue),
            "plan.done": len(this.done),
            "plan.leads": len(this.leads),
            "plan.without_lead": len(this.without_lead),
            "plan.carried_over": len(carried_over(this.actions, last.actions)),
        }
        counts |= {f"plan.i{n}": len(actions) for n, actions in this.covered.items()}
    if last.actions:
        counts |= {
            "plan.last_actions": len(last.actions),
            "plan.last_done": len(last.done),
            "plan.last_overdue": len(last.overdue),
            "plan.last_left_open": len(_left_open(report, last)),
        }
    return counts


def due_picture(report: ReportContext) -> dict[str, bytes]:
    """The picture of what falls due when, by file name; none where nothing has a date."""
    standing = plan_standing(report)
    rows = _due_rows(report, standing)
    if not rows or len(rows) > MOST_ROWS:
        return {}
    title = f"{_actions(len(standing.dated))} of {len(standing.actions)} have a last day"
    subtitle = f"Action plan {report.params.action_year}: the ids of the actions by due date"
    figure = due_chart(rows, title, subtitle, f"{_day(report.params.as_at)}")
    return {PICTURE: as_png(figure)}


def _in_words(report: ReportContext, standing: Standing) -> str:
    count, dated = len(standing.actions), len(standing.dated)
    words = [f"The plan has {_actions(count)}{_states(standing)}."]
    if dated:
        first, last = standing.due(standing.dated[0]), standing.due(standing.dated[-1])
        assert first is not None
        assert last is not None
        span = f"on {_day(first)}" if first == last else f"from {_day(first)} to {_day(last)}"
        words.append(f"{_of(dated, count)} a last day, {span}.")
    else:
        words.append("None has a date by which it is to be done.")
    if standing.leads:
        words.append(f"{len(standing.leads)} {_plural(len(standing.leads), 'role')} lead it.")
    missing = len(standing.without_lead)
    if missing:
        words.append(f"{_of(missing, count)} no lead.")
    if standing.general:
        words.append(f"{_of(len(standing.general), count, 'serve')} no indicator in particular.")
    del report
    return " ".join(words)


def _states(standing: Standing) -> str:
    if not any(action.rag for action in standing.actions):
        return ""
    return ": " + ", ".join(f"{n} {escape(state)}" for state, n in standing.states.items())


def _overdue(standing: Standing) -> str:
    if not standing.overdue:
        return ""
    lines = []
    for action in standing.overdue:
        due = standing.due(action)
        assert due is not None
        lines.append(f"- **{escape(action.id)}**, due {_day(due)}: {text(_short(action))}")
    return "**Overdue.**\n\n" + "\n".join(lines)


def _carried(report: ReportContext) -> str:
    carried = carried_over(report.plan(), report.plan_of_last_year())
    if not carried:
        return ""
    listed = ", ".join(f"{escape(id)} (from {text(origin)})" for id, origin in carried.items())
    return f"**Carried over:** {listed}."


def _left_open(report: ReportContext, last: Standing) -> tuple[Action, ...]:
    return left_open(report.plan(), last, carried_over(report.plan(), last.actions))


def _coverage(report: ReportContext, standing: Standing) -> str:
    """Which actions each indicator has, and whether one that is adverse has none."""
    rows = []
    for indicator, handover in report.rows():
        # An action for all indicators is named once below the table, not nine times in it.
        own = [a for a in standing.covered[indicator.number] if a.indicators != ALL]
        verdict = handover.verdict
        served = ", ".join(escape(action.id) for action in own)
        if not served:
            served = "**none**" if adverse(report, indicator.number) else NONE
        rows.append([
            str(indicator.number), escape(report.short(indicator)),
            f"{verdict['shape']} {escape(_verdict_words(report, indicator.number))}", served,
        ])  # fmt: skip
    table = pipe_table(
        ["No.", "Indicator", "This year", "Actions"], rows, "rlll", [5, 32, 32, 31]
    )
    for_all = [action for action in standing.actions if action.indicators == ALL]
    note = f"\n\nFor all indicators: {_ids(for_all)}." if for_all else ""
    note += f"\n\nFor none in particular: {_ids(standing.general)}." if standing.general else ""
    return f"{table}\n\n: Which actions serve which indicator {{#tbl-coverage}}{note}"


def adverse(report: ReportContext, number: int) -> bool:
    """Whether an indicator asks for an action.

    Its verdict is worse for BME staff; or, of a ratio that was published without its counts, it
    lies beyond the four-fifths rule.
    """
    verdict = report.handovers[f"i{number}"].verdict
    if verdict["code"] != "without_counts":
        return bool(verdict["code"] == "worse")
    ratio = report.value(f"i{number}.ratio")
    return ratio is not None and ratio.ok and ratio.number > LEANS_ADVERSE


def _verdict_words(report: ReportContext, number: int) -> str:
    verdict = report.handovers[f"i{number}"].verdict
    figure = PlanValues(report, report.params.plan).figure(number, report.trust_year.year)
    if verdict["code"] == "not_supplied" and figure is not None:
        unit = " (score)" if figure.value.unit is Unit.SCORE else ""
        return f"{figure.display}{unit}; no verdict without its counts"
    if verdict["code"] == "without_counts" and figure is not None:
        return f"{figure.display}; {verdict['words']}"
    return str(verdict["words"])


def _calendar(report: ReportContext, standing: Standing) -> str:
    rows = _due_rows(report, standing)
    if not rows:
        return ""
    table = pipe_table(
        ["Due", "Actions"],
        [[row.label, ", ".join(_marked(*action) for action in row.actions)] for row in rows],
        "ll",
        [20, 80],
    )
    caption = f"{table}\n\n: What falls due when {{#tbl-due}}"
    others = [a for a in standing.actions if standing.due(a) is None and a.timeframe]
    if others:
        words = dict.fromkeys(a.timeframe for a in others)
        listed = "; ".join(
            f"{text(when)}: {_ids([a for a in others if a.timeframe == when])}" for when in words
        )
        caption += f"\n\nWithout a last day: {listed}."
    if len(rows) > MOST_ROWS:
        return caption
    alt = f"Due dates: {'; '.join(f'{row.label}, {len(row.actions)} due' for row in rows)}"
    picture = f'![What falls due when](charts/{PICTURE}){{#fig-due fig-alt="{alt}"}}'
    return f"{picture}\n\n{caption}"


def _due_rows(report: ReportContext, standing: Standing) -> list[DueRow]:
    days: dict[date, list[Action]] = {}
    for action in standing.dated:
        due = standing.due(action)
        assert due is not None
        days.setdefault(due, []).append(action)
    return [
        DueRow(
            _day(day),
            tuple((action.id, _how(action, standing)) for action in actions),
            day < report.params.as_at,
        )
        for day, actions in days.items()
    ]


def _how(action: Action, standing: Standing) -> str:
    if action in standing.done:
        return "done"
    return "overdue" if action in standing.overdue else "open"


def _marked(id: str, how: str) -> str:
    return escape(id) if how == "open" else f"{escape(id)} ({how})"


def _leads(standing: Standing) -> str:
    if not standing.leads:
        return ""
    rows = [
        [text(lead), str(len(actions)), _ids(actions)] for lead, actions in standing.leads.items()
    ]
    table = pipe_table(["Lead", "Number", "Actions"], rows, "lrl", [45, 10, 45])
    return f"{table}\n\n: Who leads what {{#tbl-leads}}"


def _ids(actions: Sequence[Action]) -> str:
    return ", ".join(escape(action.id) for action in actions)


def _actions(count: int) -> str:
    return f"{count} {_plural(count, 'action')}"


def _of(part: int, whole: int, verb: str = "have") -> str:
    if part == whole:
        return f"All {verb}" if whole > 1 else f"It {'has' if verb == 'have' else verb + 's'}"
    singular = "has" if verb == "have" else f"{verb}s"
    return f"{part} {verb if part > 1 else singular}"


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


def _short(action: Action) -> str:
    """The action's first words, enough to know it again."""
    words = action.text.split()
    return action.text if len(words) <= 16 else " ".join(words[:16]) + " …"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
