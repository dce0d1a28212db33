"""The national picture: the trust beside all NHS trusts in England."""

from __future__ import annotations

from wres_report.fragments.context import ReportContext
from wres_report.markdown import escape, pipe_table
from wres_report.marks import marked
from wres_report.measures.value import Unit, write
from wres_report.narrative.collect import NATIONAL_MEASURES
from wres_report.words import capitalised


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
                capitalised(
                    NATIONAL_NAMES.get(indicator.id, "{short}").format(
                        term=escape(report.term), short=escape(report.short(indicator))
                    )
                ),
                own.shown if own is not None and own.ok else "–",
                marked(write(figure.value, Unit(figure.unit)), f"national.{indicator.id}.{name}"),
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
