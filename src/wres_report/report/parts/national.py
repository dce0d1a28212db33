"""The national picture: the trust beside all NHS trusts in England."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.markdown import escape, pipe_table
from wres_report.marks import marked
from wres_report.measures.value import Unit, write
from wres_report.report.parts.context import ReportContext
from wres_report.words import capitalised

INTRODUCTION = (
    "@tbl-national sets the trust beside the figures for all NHS trusts in England. A trust "
    "differs from the country in its size, its services and the people who live around it: the "
    "comparison shows where to look more closely, and is no verdict on its own.\n"
)


def national_introduction(report: ReportContext) -> str:
    """What the table is for, or that there is none, since no figure of England is known."""
    if has_national_figures(report):
        return INTRODUCTION
    return (
        f"No figure of all NHS trusts in England is confirmed for the {report.standard.short} of "
        f"{report.params.national_year}, so the trust is not set beside the country here.\n"
    )


def national_table(report: ReportContext) -> str:
    """The trust beside all NHS trusts in England, with the year of each figure; empty without."""
    rows = list(_rows(report))
    if not rows:
        return ""
    head = ["No.", "Measure", "This trust", "England", f"{report.standard.short} year"]
    table = pipe_table(head, rows, "rlrrr", [5, 45, 14, 14, 12])
    return f"{table}\n\n: The trust and all NHS trusts in England {{#tbl-national}}\n"


def has_national_figures(report: ReportContext) -> bool:
    """Whether the standard has figures of England to set the trust beside."""
    return next(_rows(report), None) is not None


def _rows(report: ReportContext) -> Iterator[list[str]]:
    year, standard = report.params.national_year, report.standard
    for indicator in standard.indicators:
        for of in indicator.national:
            figure = standard.national(indicator.id, of.measure, of.group, year)
            if figure is None or not of.own:
                continue
            own = report.value(indicator.key(of.own))
            yield [
                indicator.label,
                capitalised(
                    of.words.format(
                        term=escape(report.term), short=escape(report.short(indicator))
                    )
                ),
                own.shown if own is not None and own.ok else "–",
                marked(
                    write(figure.value, Unit(figure.unit)), f"national.{indicator.id}.{of.name}"
                ),
                str(figure.wres_year),
            ]  # fmt: skip
