"""The two action plans and the national picture, as tables."""

from __future__ import annotations

import re
from typing import Any

from wres_report.fragments.context import ReportContext
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, write
from wres_report.narrative.collect import NATIONAL_MEASURES

SHORTCODE = re.compile(r"(\{\{<.*?>\}\})")
SUB_ACTION = " | "


def progress_table(report: ReportContext) -> str:
    """Last year's plan and what became of it."""
    head = ["Indicator", "Objective", "Actions", "Timescale", "Lead", "Progress"]
    rows = [
        [_indicators(row.indicators), _prose(row.objective), _actions(row.action),
         _prose(row.timeframe), _prose(row.lead), _progress(row)]
        for row in _plan(report, "progress")
    ]  # fmt: skip
    if not rows:
        return "The trust did not supply last year's plan with its progress.\n"
    table = pipe_table(head, rows, "llllll", [9, 20, 25, 10, 9, 30])
    return f"{table}\n\n: Progress on last year's action plan {{#tbl-progress}}\n"


def actions_table(report: ReportContext) -> str:
    """This year's plan."""
    head = ["No.", "Outcome", "Actions", "Indicator", "When", "Lead"]
    rows = [
        [escape(row.id), _prose(row.objective), _actions(row.action), _indicators(row.indicators),
         _prose(row.timeframe), _prose(row.lead)]
        for row in _plan(report, "actions")
    ]  # fmt: skip
    if not rows:
        return "The trust did not supply an action plan.\n"
    table = pipe_table(head, rows, "llllll", [5, 28, 36, 9, 12, 14])
    caption = f"Action plan {report.params.action_year}"
    return f"{table}\n\n: {caption} {{#tbl-actions}}\n"


def national_table(report: ReportContext) -> str:
    """The trust beside all NHS trusts in England, with the WRES year of each figure."""
    year, standard = report.params.national_year, report.standard
    rows = []
    for indicator in standard.indicators:
        for measure, group, name in NATIONAL_MEASURES[indicator.id]:
            figure = standard.national(indicator.id, measure, group, year)
            if figure is None or name not in OWN_KEYS:
                continue
            own = report.value(f"{indicator.id}.{OWN_KEYS[name]}")
            rows.append([
                str(indicator.number),
                NATIONAL_NAMES.get(indicator.id, "{short}").format(
                    term=escape(report.term), short=escape(report.short(indicator))
                ),
                own.display if own is not None and own.ok else "–",
                write(figure.value, Unit(figure.unit)),
                str(figure.wres_year),
            ])  # fmt: skip
    head = ["No.", "Measure", "This trust", "England", "WRES year"]
    table = pipe_table(head, rows, "rlrrr", [5, 45, 14, 14, 12])
    return f"{table}\n\n: The trust and all NHS trusts in England {{#tbl-national}}\n"


# National measure to the trust's own figure of the same kind.
OWN_KEYS = {
    "bme_percent": "bme_percent",
    "ratio": "ratio",
    "board_bme_percent": "voting_bme_percent",
}
# Where the indicator's own name does not say what is compared.
NATIONAL_NAMES = {
    "i1": "{term} share of the workforce",
    "i5": "{short}, {term} staff",
    "i6": "{short}, {term} staff",
    "i7": "{short}, {term} staff",
    "i8": "{short}, {term} staff",
    "i9": "{term} share of the board (trust: voting members)",
}


def _plan(report: ReportContext, name: str) -> list[Any]:
    """The rows of a plan as named tuples of its columns."""
    frame = report.tables.get(name)
    return [] if frame is None else list(frame.itertuples(index=False))


def _prose(text: str) -> str:
    """A cell of the plan with its variables left as they are and all else made plain."""
    parts = SHORTCODE.split(text)
    return "".join(part if SHORTCODE.fullmatch(part) else escape_keep(part) for part in parts)


def escape_keep(text: str) -> str:
    """Escaped, with the spaces at both ends kept: they part the text from a variable."""
    if not text.strip():
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return lead + escape(text) + tail


def _actions(text: str) -> str:
    parts = text.split(SUB_ACTION)
    if len(parts) == 1:
        return _prose(text)
    return "; ".join(f"{chr(ord('a') + n)}) {_prose(part)}" for n, part in enumerate(parts))


def _indicators(text: str) -> str:
    return "all" if text == "all" else ", ".join(part.strip() for part in text.split(";"))


def _progress(row: Any) -> str:
    words = _prose(row.progress)
    return f"**{escape(row.rag)}.** {words}" if row.rag else words
