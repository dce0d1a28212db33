"""The page that says it all: a row for each indicator, with a picture and a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.charts.scene import Scene
from wres_report.charts.spark import spark_chart
from wres_report.execution.handover import Handover
from wres_report.fragments.context import ReportContext
from wres_report.indicators.kind import Summed
from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, Value, write_bare
from wres_report.standard import Indicator
from wres_report.words import capitalised, number_word

NONE = "–"
RATIO_REACH = 4.0  # the scale of a ratio's picture goes from a quarter to four
POINTS_REACH = 30.0  # the scale of a gap's, in percentage points to either side
WIDTHS = [21, 8, 8, 16, 10, 10, 11, 16]


@dataclass(frozen=True)
class Row:
    """One indicator in the summary. summed: what it shows of it."""

    indicator: Indicator
    handover: Handover
    summed: Summed

    @property
    def figure(self) -> Value:
        return self.summed.figure

    @property
    def parity(self) -> float:
        return self.summed.parity


def summary_rows(report: ReportContext) -> list[Row]:
    return [Row(i, h, kind_of(i).summary(report, i)) for i, h in report.rows()]


def summary_table(report: ReportContext) -> str:
    """The table with its caption; its pictures are those of ``spark_pictures``."""
    term = escape(report.term)
    head = [
        capitalised(report.standard.noun), report.standard.groups.word, term, "Against parity",
        "This year", "Last year", "Benchmark", "Verdict",
    ]  # fmt: skip
    rows = []
    for row in summary_rows(report):
        verdict = row.handover.verdict
        name = f"{row.indicator.label}. {escape(report.short(row.indicator))}"
        rows.append([
            f"[{name}](#sec-{row.indicator.id})",
            row.summed.comparator,
            row.summed.study,
            _picture(report, row),
            NONE if row.summed.this_year == NONE else f"**{row.summed.this_year}**",
            row.summed.previous,
            row.summed.benchmark,
            f"{verdict['shape']} {escape(verdict['words'])}",
        ])  # fmt: skip
    caption = (
        f"The {number_word(len(rows))} {report.standard.row_noun}s, {report.trust_year.snapshot}: "
        "the two groups, the difference between them, last year and the benchmark"
    )
    return pipe_table(head, rows, "lrrcrrrl", WIDTHS) + f"\n\n: {caption} {{#tbl-summary}}\n"


def spark_pictures(report: ReportContext) -> dict[str, Scene]:
    """The picture of each row by its name, for those that have a figure."""
    pictures = {}
    for row in summary_rows(report):
        if _drawable(row.figure):
            reach = RATIO_REACH if row.figure.unit is Unit.RATIO else POINTS_REACH
            pictures[f"spark-{row.indicator.id}"] = spark_chart(
                row.figure, row.summed.parity, row.summed.benchmark_value, reach
            )
    return pictures


def _drawable(figure: Value) -> bool:
    return figure.ok and (figure.unit is not Unit.RATIO or figure.number > 0)


def _picture(report: ReportContext, row: Row) -> str:
    if not _drawable(row.figure):
        return NONE
    interval = ""
    if row.figure.has_interval:
        level = f"{100 * report.params.confidence:g}%"
        interval = f", {level} interval {row.figure.display_interval}"
    parity = write_bare(row.summed.parity, row.figure.unit)
    what = kind_of(row.indicator).of_picture(row.indicator)
    words = f"{what}{row.figure.display} against parity at {parity}{interval}"
    return f"![{words}](charts/spark-{row.indicator.id}.png){{width=0.85in}}"
