"""The page that says it all: nine rows, each with a picture and a verdict."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.charts.spark import spark_chart
from wres_report.charts.style import as_png
from wres_report.execution.handover import Handover
from wres_report.fragments.context import ReportContext
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Status, Unit, Value, absent, first_failure, write_bare
from wres_report.standard import Indicator

NONE = "–"
RATIO_REACH = 4.0  # the scale of a ratio's picture goes from a quarter to four
POINTS_REACH = 30.0  # the scale of a gap's, in percentage points to either side
WIDTHS = [21, 8, 8, 16, 10, 10, 11, 16]


@dataclass(frozen=True)
class Row:
    """One indicator in the summary.

    figure: what its picture sets against parity. this_year: the figure that last year's and the
    benchmark are to be read beside.
    """

    indicator: Indicator
    handover: Handover
    white: str
    bme: str
    figure: Value
    parity: float
    this_year: str
    previous: str
    benchmark: str
    benchmark_value: Value | None


def summary_rows(report: ReportContext) -> list[Row]:
    makers = {
        "representation": _workforce_row,
        "likelihood": _likelihood_row,
        "survey": _survey_row,
        "board": _board_row,
    }
    return [makers[i.measure](report, i, h) for i, h in report.rows()]


def summary_table(report: ReportContext) -> str:
    """The nine-row table with its caption; its pictures are those of ``spark_pictures``."""
    term = escape(report.term)
    head = [
        "Indicator", "White", term, "Against parity", "This year", "Last year", "Benchmark",
        "Verdict",
    ]  # fmt: skip
    rows = []
    for row in summary_rows(report):
        verdict = row.handover.verdict
        name = f"{row.indicator.number}. {escape(report.short(row.indicator))}"
        rows.append([
            f"[{name}](#sec-{row.indicator.id})",
            row.white,
            row.bme,
            _picture(report, row),
            NONE if row.this_year == NONE else f"**{row.this_year}**",
            row.previous,
            row.benchmark,
            f"{verdict['shape']} {escape(verdict['words'])}",
        ])  # fmt: skip
    caption = (
        f"The nine indicators, {report.trust_year.snapshot}: the two groups, the difference "
        "between them, last year and the benchmark"
    )
    return pipe_table(head, rows, "lrrcrrrl", WIDTHS) + f"\n\n: {caption} {{#tbl-summary}}\n"


def spark_pictures(report: ReportContext) -> dict[str, bytes]:
    """The picture of each row by file name, for those that have a figure."""
    pictures = {}
    for row in summary_rows(report):
        if _drawable(row.figure):
            reach = RATIO_REACH if row.figure.unit is Unit.RATIO else POINTS_REACH
            figure = spark_chart(row.figure, row.parity, row.benchmark_value, reach)
            pictures[f"spark-{row.indicator.id}.png"] = as_png(figure)
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
    parity = write_bare(row.parity, row.figure.unit)
    what = (
        "share at band 8a and above, from that of all staff: " if row.indicator.id == "i1" else ""
    )
    words = f"{what}{row.figure.display} against parity at {parity}{interval}"
    return f"![{words}](charts/spark-{row.indicator.id}.png){{width=1.15in}}"


def _likelihood_row(report: ReportContext, indicator: Indicator, handover: Handover) -> Row:
    name = indicator.id
    benchmark = report.value(f"{name}.ratio.benchmark")
    return Row(
        indicator,
        handover,
        _cell(report.value(f"{name}.white_percent")),
        _cell(report.value(f"{name}.bme_percent")),
        report.value(f"{name}.ratio") or absent(Unit.RATIO),
        1.0,
        _cell(report.value(f"{name}.ratio")),
        _cell(report.value(f"{name}.ratio.previous")),
        _national(benchmark),
        benchmark,
    )


def _survey_row(report: ReportContext, indicator: Indicator, handover: Handover) -> Row:
    name = indicator.id
    gap_before = report.value(f"{name}.gap.previous")
    bme_before = report.value(f"{name}.bme_percent.previous")
    gap_benchmark = report.value(f"{name}.gap.benchmark")
    bme_benchmark = report.value(f"{name}.bme_percent.benchmark")
    return Row(
        indicator,
        handover,
        _cell(report.value(f"{name}.white_percent")),
        _cell(report.value(f"{name}.bme_percent")),
        report.value(f"{name}.gap") or absent(Unit.PP),
        0.0,
        _cell(report.value(f"{name}.gap")),
        _gap_or_group(gap_before, bme_before, report.term),
        _gap_or_group(gap_benchmark, bme_benchmark, report.term),
        gap_benchmark,
    )


def _workforce_row(report: ReportContext, indicator: Indicator, handover: Handover) -> Row:
    """The senior bands against the whole workforce, as a difference of shares."""
    overall = report.value("i1.bme_percent") or absent(Unit.PERCENT)
    senior = report.value("i1.senior_bme_percent") or absent(Unit.PERCENT)
    figure = absent(Unit.PP, first_failure(senior, overall) or Status.NOT_SUPPLIED)
    if senior.ok and overall.ok:
        ends = [None if end is None else end - overall.number for end in (senior.low, senior.high)]
        figure = Value(senior.number - overall.number, Unit.PP, low=ends[0], high=ends[1])
    white = report.value("i1.white_percent")
    return Row(
        indicator,
        handover,
        _cell(white),
        _cell(overall),
        figure,
        0.0,
        _cell(overall),
        _cell(report.value("i1.bme_percent.previous")),
        _national(report.value("i1.bme_percent.benchmark")),
        None,
    )


def _board_row(report: ReportContext, indicator: Indicator, handover: Handover) -> Row:
    return Row(
        indicator,
        handover,
        _cell(report.value("i9.voting_white_percent")),
        _cell(report.value("i9.voting_bme_percent")),
        report.value("i9.voting_difference") or absent(Unit.PP),
        0.0,
        _cell(report.value("i9.voting_difference")),
        _cell(report.value("i9.voting_difference.previous")),
        _group(report.value("i9.voting_bme_percent.benchmark"), report.term),
        None,
    )


def _cell(value: Value | None) -> str:
    if value is None or value.status.value == "not_supplied":
        return NONE
    return value.shown if value.ok else value.status.words


def _group(value: Value | None, term: str) -> str:
    return NONE if value is None or not value.ok else f"{escape(term)} {value.shown}"


def _national(value: Value | None) -> str:
    if value is None or not value.ok:
        return NONE
    year = value.note.rpartition(" ")[2]
    return f"{value.shown} ({year})"


def _gap_or_group(gap: Value | None, bme: Value | None, term: str) -> str:
    """The gap where both groups are known, otherwise the BME figure under its name."""
    if gap is not None and gap.ok:
        return gap.shown
    return _group(bme, term)
