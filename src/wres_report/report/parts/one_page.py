"""What the summary on one page says below its table: the plan, how sure, where the rest is."""

from __future__ import annotations

from wres_report.markdown import escape
from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.list_table import text
from wres_report.report.parts.slide_choice import actions_shown, due_in_words, worst_two
from wres_report.report.parts.standing import in_words, plan_standing, shortened
from wres_report.report.parts.summary import summary_rows
from wres_report.report.parts.verdicts import marks_explained, several_at_once

MOST_ACTIONS = 4
ACTION_WORDS = 20


def one_page(report: ReportContext) -> str:
    """The lower half of the page; its cells of the plan may hold variables."""
    rows = summary_rows(report)
    return (
        f"## The plan for {escape(report.params.action_year)}\n\n{_plan(report)}\n\n"
        f"## How to read it\n\n{marks_explained(report, rows)}"
        f"{several_at_once(report, rows)}\n\n"
        "The whole report says what each figure measures and where it comes from, and holds the "
        "plan in full.\n"
    )


def _plan(report: ReportContext) -> str:
    standing = plan_standing(report)
    if not standing.actions:
        return "No action plan was supplied with this report."
    worst = [row.indicator.number for row in worst_two(summary_rows(report))]
    chosen = actions_shown(standing, worst, MOST_ACTIONS)
    lines = []
    for action in chosen:
        details = [part for part in (text(", ".join(action.lead)), due_in_words(standing, action))
                   if part]  # fmt: skip
        who = f" ({'; '.join(details)})" if details else ""
        lines.append(f"- **{text(action.id)}** {text(shortened(action, ACTION_WORDS))}{who}")
    first = in_words(standing, report.standard.noun)
    if len(chosen) < len(standing.actions):
        first += " Among them:"
    return f"{first}\n\n" + "\n".join(lines)
