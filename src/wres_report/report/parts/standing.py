"""How a plan stands: dates, states, leads, coverage of the indicators, what was carried over."""

from __future__ import annotations

import re

from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit
from wres_report.measures.verdicts import FOUR_FIFTHS, as_printed
from wres_report.plans.model import ALL, Action
from wres_report.plans.standing import Standing, carried_over, left_open, standing_of
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import text
from wres_report.report.parts.plan_calendar import calendar_part, ids, named
from wres_report.report.parts.plan_values import PlanValues
from wres_report.standard import Indicator
from wres_report.words import agreeing, capitalised, counted, day_in_words

NONE = "–"
WORD = re.compile(r"(?:\{\{<.*?>\}\}|\S)+")  # a variable is never cut in two


def plan_standing(report: ReportContext) -> Standing:
    """This year's plan on the day of the report."""
    params = report.params
    numbers = report.standard.numbers
    return standing_of(report.plan, params.plan, params.plan_start, params.as_at, numbers)


def last_standing(report: ReportContext) -> Standing:
    """Last year's plan on the day of the report."""
    params = report.params
    start = params.plan_start.replace(year=params.plan_start.year - 1)
    return standing_of(
        report.plan_of_last_year, params.last_plan, start, params.as_at, report.standard.numbers
    )


def standing_part(report: ReportContext) -> str:
    """Everything that a reader asks of this year's plan; empty where there is no plan."""
    standing = plan_standing(report)
    if not standing.actions:
        return ""
    parts = [
        _opening(report),
        in_words(standing, report.standard.noun),
        _overdue(report, standing),
        _carried(report),
        _coverage(report, standing),
        calendar_part(report, standing),
        _leads(standing),
        _notes(report, standing),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(report: ReportContext) -> str:
    """The heading of the part in a report; a plan by itself has a section with its own."""
    if report.params.kind != "full":
        return ""
    return (
        "## How the plan stands {#sec-standing .unnumbered}\n\n"
        f"As at {day_in_words(report.params.as_at)}; computed from the plan and the verdicts of "
        "this report."
    )


def last_standing_part(report: ReportContext) -> str:
    """What became of last year's plan, in words; empty where there was none."""
    last = last_standing(report)
    if not last.actions:
        return ""
    count = len(last.actions)
    lines = [f"Last year's plan had {counted(count, 'action')}{_states(last)}."]
    if last.overdue:
        lines.append(f"Overdue on {day_in_words(report.params.as_at)}: {named(last.overdue)}.")
    if last.untold:
        lines.append(f"Past their date, with no state given: {named(last.untold)}.")
    left = _left_open(report, last)
    if left and report.plan:
        lines.append(
            f"Not marked as done, and not named in this year's plan: {named(left)}. "
            f"A reader may ask what becomes of {'it' if len(left) == 1 else 'them'}."
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
        letter = report.standard.letter
        counts |= {f"plan.{letter}{n}": len(actions) for n, actions in this.covered.items()}
    if last.actions:
        counts |= {
            "plan.last_actions": len(last.actions),
            "plan.last_done": len(last.done),
            "plan.last_overdue": len(last.overdue),
            "plan.last_left_open": len(_left_open(report, last)),
        }
    return counts


def in_words(standing: Standing, noun: str) -> str:
    """How many actions, in which states, until when, led by whom.

    noun: what the standard calls an indicator.
    """
    count, dated = len(standing.actions), len(standing.dated)
    words = [f"The plan has {counted(count, 'action')}{_states(standing)}."]
    if dated:
        first, last = standing.due(standing.dated[0]), standing.due(standing.dated[-1])
        assert first is not None
        assert last is not None
        span = (
            f"on {day_in_words(first)}"
            if first == last
            else f"from {day_in_words(first)} to {day_in_words(last)}"
        )
        words.append(f"{_of(dated, count)} a due date, {span}.")
    else:
        words.append(f"{'None has a' if count > 1 else 'It has no'} due date.")
    leads, missing = len(standing.leads), len(standing.without_lead)
    if leads:
        led = sum(bool(action.lead) for action in standing.actions)
        some = f"{led} of them" if led < count else "them"
        roles = "One role leads" if leads == 1 else f"{leads} roles lead"
        words.append(f"{roles} {'it' if count == 1 else some}.")
    if missing:
        words.append(_without_lead(missing, count))
    if standing.untold:
        words.append(f"Past their date, with no state given: {named(standing.untold)}.")
    if standing.general:
        served = _of(len(standing.general), count, "serve")
        words.append(f"{served} no {noun} in particular.")
    return " ".join(words)


def _without_lead(missing: int, count: int) -> str:
    if missing == count:
        return "None names a lead." if count > 1 else "It names no lead."
    return f"{_of(missing, count)} no lead."


def _states(standing: Standing) -> str:
    if not any(action.rag for action in standing.actions):
        return ""
    return ": " + ", ".join(f"{n} {text(state)}" for state, n in standing.states.items())


def _overdue(report: ReportContext, standing: Standing) -> str:
    if not standing.overdue:
        return ""
    lines = []
    for action in standing.overdue:
        due = standing.due(action)
        assert due is not None
        lines.append(f"- **{text(action.id)}**, due {day_in_words(due)}: {text(shortened(action))}")
    return f"{_heading(report, 'Overdue')}\n\n" + "\n".join(lines)


def _carried(report: ReportContext) -> str:
    carried = carried_over(report.plan, report.plan_of_last_year)
    if not carried:
        return ""
    listed = ", ".join(f"{text(id)} (from {text(origin)})" for id, origin in carried.items())
    return f"**Carried over:** {listed}."


def _left_open(report: ReportContext, last: Standing) -> tuple[Action, ...]:
    return left_open(report.plan, last, carried_over(report.plan, last.actions))


def _coverage(report: ReportContext, standing: Standing) -> str:
    """Which actions each indicator has, and whether one that is adverse has none."""
    rows = []
    for indicator, handover in report.rows():
        # An action for all indicators is named once below the table, not in each row of it.
        own = [a for a in standing.covered[indicator.number] if a.indicators != ALL]
        verdict = handover.verdict
        served = ids(own)
        if not served:
            served = "**none**" if adverse(report, indicator) else NONE
        rows.append([
            indicator.label, escape(report.short(indicator)),
            f"{verdict['shape']} {_verdict_words(report, indicator)}", served,
        ])  # fmt: skip
    table = pipe_table(
        ["No.", capitalised(report.standard.noun), "This year", "Actions"],
        rows,
        "rlll",
        [5, 32, 32, 31],
    )
    for_all = [action for action in standing.actions if action.indicators == ALL]
    note = f"\n\nFor all {report.standard.noun}s: {ids(for_all)}." if for_all else ""
    note += f"\n\nFor none in particular: {ids(standing.general)}." if standing.general else ""
    return f"{table}\n\n: Which actions serve which {report.standard.noun} {{#tbl-coverage}}{note}"


def adverse(report: ReportContext, indicator: Indicator) -> bool:
    """Whether an indicator asks for an action.

    Its verdict is worse for the group under study; or, of a ratio that was published without its
    counts, it lies beyond the four-fifths rule.
    """
    verdict = report.handovers[indicator.id].verdict
    if verdict["code"] != "without_counts":
        return bool(verdict["adverse"])
    ratio = report.value(indicator.key("ratio"))
    return ratio is not None and ratio.ok and as_printed(ratio) > FOUR_FIFTHS[1]


def _verdict_words(report: ReportContext, indicator: Indicator) -> str:
    verdict = report.handovers[indicator.id].verdict
    figure = PlanValues(report, report.params.plan).of_indicator(indicator, report.trust_year.year)
    if verdict["code"] == "not_supplied" and figure is not None:
        unit = " (score)" if figure.value.unit is Unit.SCORE else ""
        return f"{figure.shown}{unit}; no verdict without its counts"
    if verdict["code"] == "without_counts" and figure is not None:
        return f"{figure.shown}; {escape(verdict['words'])}"
    return escape(verdict["words"])


def _leads(standing: Standing) -> str:
    if not standing.leads:
        return ""
    rows = [
        [text(lead), str(len(actions)), ids(actions)] for lead, actions in standing.leads.items()
    ]
    table = pipe_table(["Lead", "No.", "Actions"], rows, "lrl", [45, 10, 45])
    return f"{table}\n\n: Who leads what {{#tbl-leads}}"


def _notes(report: ReportContext, standing: Standing) -> str:
    """What a reader must know beside single actions, unless the table shows it."""
    if any("note" in column.show for column in report.params.plan.columns):
        return ""
    notes = [f"- **{text(a.id)}** {text(a.note)}" for a in standing.actions if a.note]
    return f"{_heading(report, 'Notes on the actions')}\n\n" + "\n".join(notes) if notes else ""


def _heading(report: ReportContext, words: str) -> str:
    """A heading one level below that of the part, which a plan has a section of its own for."""
    marks = "###" if report.params.kind == "full" else "##"
    return f"{marks} {words} {{.unnumbered}}"


def _of(part: int, whole: int, verb: str = "have") -> str:
    if part == whole:
        return f"All {verb}" if whole > 1 else f"It {'has' if verb == 'have' else verb + 's'}"
    singular = "has" if verb == "have" else f"{verb}s"
    return f"{part} {agreeing(part, singular, verb)}"


def shortened(action: Action, most: int = 16) -> str:
    """The action's first words, enough to know it again. most: how many."""
    words = WORD.findall(action.text)
    return action.text if len(words) <= most else " ".join(words[:most]) + " …"
