"""What a reader asks of a report, and which of its sections answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wres_report.report.parts.context import ReportContext
from wres_report.report.parts.national import has_national_figures

# What a reader asks, by the file of the section that answers it.
ASKED: Mapping[str, str] = {
    "at-a-glance": "The verdicts on one page, with the benchmark",
    "evidence": "Each figure with its chart, definition and source",
    "conclusions": "What the figures can tell, and what they cannot",
    "national-picture": "The trust beside England",
    "progress": "What became of last year's plan",
    "plan-last": "What became of last year's plan",
    "actions": "The whole plan, and how it stands",
    "plan": "The whole plan",
    "plan-appendix": "The whole plan",
    "plan-standing": "How the plan stands",
    "quality": "What the checks of the data noted",
    "plan-quality": "What the checks of the data noted",
    "method": "How figures, intervals and verdicts come about",
    "provenance": "The files behind the figures",
    "plan-provenance": "The files behind the figures",
}


def answers(report: ReportContext, sections: Sequence[tuple[str, str]]) -> list[list[str]]:
    """For each section that answers a question, the question and the heading of the section.

    sections: of the report, in order, each as the name of its file and its heading.
    """
    asked = ASKED if has_national_figures(report) else {**ASKED, "national-picture": ""}
    return [[asked[name], heading] for name, heading in sections if asked.get(name)]
