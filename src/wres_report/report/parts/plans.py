"""The two action plans with what belongs to them: legend, priorities, sources, notes."""

from __future__ import annotations

from wres_report.markdown import escape
from wres_report.plans.fitting import fitted
from wres_report.plans.layout import Layout
from wres_report.plans.model import Action
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import text
from wres_report.report.parts.plan_parts import PlanParts
from wres_report.report.parts.plan_table import plan_table, shown_parts
from wres_report.report.parts.standing import last_standing_part

NO_PLAN = "The trust did not supply an action plan.\n"
NO_LAST_PLAN = "The trust did not supply last year's plan with its progress.\n"
WITH_FIGURES = frozenset({"values", "value", "result", "position"})


def actions_part(report: ReportContext) -> str:
    """This year's plan: its legend, its table, and how its figures are to be read."""
    layout = report.params.plan
    caption = layout.title or f"Action plan {report.params.action_year}"
    return _part(report, layout, report.plan, "tbl-actions", caption) or NO_PLAN


def progress_part(report: ReportContext) -> str:
    """Last year's plan and what became of it."""
    layout, actions = report.params.last_plan, report.plan_of_last_year
    caption = layout.title or "Progress on last year's action plan"
    return _part(report, layout, actions, "tbl-progress", caption) or NO_LAST_PLAN


def last_plan_part(report: ReportContext) -> str:
    """Last year's plan under its own heading, for a plan; empty where there was none."""
    if not report.plan_of_last_year:
        return ""
    return (
        "# Progress on last year's plan {#sec-progress .unnumbered}\n\n::: {.landscape}\n"
        f"{last_standing_part(report)}\n{progress_part(report)}:::\n"
    )


def preface_part(report: ReportContext) -> str:
    """What the plan cites: the trust's priorities, the High Impact Actions, its sources."""
    layout = report.params.plan
    lists = list(layout.priorities)
    if layout.high_impact_actions:
        six = {
            name.removeprefix("HIA"): words
            for name, words in report.standard.high_impact_actions.items()
        }
        lists.append(("The six High Impact Actions of the NHS improvement plan", six))
    parts = []
    for title, items in lists:
        lines = [f"**{text(title)}**", ""]
        lines += [f"- **{escape(_number(id))}.** {text(words)}" for id, words in items.items()]
        parts.append("\n".join(lines))
    if layout.sources:
        parts.append("\n".join(f"{text(words)}: {text(url)}" for words, url in layout.sources))
    return "\n\n".join(parts) + "\n"


def appendix_part(report: ReportContext) -> str:
    """Of what this plan is an appendix."""
    appendix = report.params.appendix
    if not appendix.of:
        return ""
    approved = f", {text(appendix.approved)}" if appendix.approved else ""
    return f"This plan belongs to {text(appendix.of)}{approved}.\n"


def _part(
    report: ReportContext, layout: Layout, actions: tuple[Action, ...], label: str, caption: str
) -> str:
    if not actions:
        return ""
    layout, left = fitted(layout, actions)
    parts = [plan_table(report, layout, actions, label=label, caption=caption)]
    shown = shown_parts(layout)
    if "rag" in shown and layout.legend:
        parts.insert(0, _legend(report, layout, actions))
    if shown & WITH_FIGURES:
        # Before the table: at the end of a plan of many pages no one would find it.
        parts.insert(-1, _figures_note(report, layout))
    if left:
        parts.append(_left_out_note(left))
    return "\n\n".join(part for part in parts if part) + "\n"


def _legend(report: ReportContext, layout: Layout, actions: tuple[Action, ...]) -> str:
    parts = PlanParts(report, layout)
    states = layout.legend_for(action.rag for action in actions)
    if not states:
        return ""
    return "Progress: " + " · ".join(parts.state(state.state) for state in states)


def _left_out_note(left: tuple[str, ...]) -> str:
    """Which columns of the plan the usual layout has no room for."""
    words = " and ".join(", ".join(left).rsplit(", ", 1))
    note = f"The plan also gives {words}. They are not in this table, and stand in the workbook."
    return f"::: {{.table-note}}\n{escape(note)}\n:::"


def _figures_note(report: ReportContext, layout: Layout) -> str:
    """How the figures beside the actions come about, and how sure they are."""
    short = report.standard.short
    words = [f"The years before the figures are {short} years: that of the snapshot on 31 March."]
    if PlanParts(report, layout).values.without_counts:
        words.append(
            "Figures that were published without their counts have no interval, so a movement "
            "or a distance from England that rests on them cannot be told from chance."
        )
    return f"::: {{.table-note}}\n{escape(' '.join(words))}\n:::"


def _number(id: str) -> str:
    return id.removeprefix("P") if id[1:].isdigit() else id
