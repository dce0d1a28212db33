"""The national picture: the trust beside all NHS trusts in England."""

from __future__ import annotations

from wres_report.fragments.context import ReportContext
from wres_report.markdown import escape, pipe_table
from wres_report.marks import marked
from wres_report.measures.value import Unit, write
from wres_report.words import capitalised


def national_table(report: ReportContext) -> str:
    """The trust beside all NHS trusts in England, with the year of each figure."""
    year, standard = report.params.national_year, report.standard
    rows = []
    for indicator in standard.indicators:
        for of in indicator.national:
            figure = standard.national(indicator.id, of.measure, of.group, year)
            if figure is None or not of.own:
                continue
            own = report.value(indicator.key(of.own))
            rows.append([
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
            ])  # fmt: skip
    head = ["No.", "Measure", "This trust", "England", f"{standard.short} year"]
    table = pipe_table(head, rows, "rlrrr", [5, 45, 14, 14, 12])
    return f"{table}\n\n: The trust and all NHS trusts in England {{#tbl-national}}\n"
