"""The page that says it all: a row for each indicator, with a picture and a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.charts.scene import Scene
from wres_report.charts.spark import spark_chart
from wres_report.handover import Handover
from wres_report.indicators.kind import Summed
from wres_report.indicators.kinds import kind_of
from wres_report.markdown import escape, pipe_table
from wres_report.measures.value import Unit, Value, write_bare
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Indicator
from wres_report.words import capitalised, listed, number_word

NONE = "–"
RATIO_REACH = 4.0  # the scale of a ratio's picture goes from a quarter to four
POINTS_REACH = 30.0  # the scale of a gap's, in percentage points to either side
ALIGNED = "lrrcrrrrl"
WIDTHS = [17, 8, 7, 12, 9, 8, 9, 11, 19]
# England and a group of trusts are never set side by side in one column.
COMPARED = {"England": 6, "Benchmark group": 7}
NAMED = {"England": "England", "Benchmark group": "the benchmark group"}


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
    """The table with its caption; its pictures are those of ``spark_pictures``.

    A column of England or of the benchmark group in which no row has a figure is left out.
    """
    term = escape(report.term)
    head = [
        capitalised(report.standard.noun), report.standard.groups.word, term, "Against parity",
        "This year", "Last year", "England", "Benchmark group", "Verdict",
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
            row.summed.england,
            row.summed.benchmark_group,
            f"{verdict['shape']} {escape(verdict['words'])}",
        ])  # fmt: skip
    empty = {column for column in COMPARED.values() if all(row[column] == NONE for row in rows)}
    kept = [column for column in range(len(head)) if column not in empty]
    beside = ["last year"]
    beside += [NAMED[name] for name, column in COMPARED.items() if column not in empty]
    caption = (
        f"The {number_word(len(rows))} {report.standard.row_noun}s, "
        f"{report.trust_year.snapshot}, beside {listed(beside)}"
    )
    table = pipe_table(
        [head[column] for column in kept],
        [[row[column] for column in kept] for row in rows],
        "".join(ALIGNED[column] for column in kept),
        _widths(kept),
    )
    return f"{table}\n\n: {caption} {{#tbl-summary .keep-widths-on-paper}}\n"


def _widths(kept: Sequence[int]) -> list[int]:
    """The widths of the columns that are kept; “suppressed” has room where one is left out."""
    freed = sum(WIDTHS) - sum(WIDTHS[column] for column in kept)
    widths = [WIDTHS[column] for column in kept]
    if freed:
        widths[1], widths[2] = widths[1] + 2, widths[2] + 3
        widths[-1] += freed - 5
    return widths


def spark_pictures(report: ReportContext) -> dict[str, Scene]:
    """The picture of each row by its name, for those that have a figure."""
    pictures = {}
    for row in summary_rows(report):
        if _drawable(row.figure):
            reach = RATIO_REACH if row.figure.unit is Unit.RATIO else POINTS_REACH
            pictures[f"spark-{row.indicator.id}"] = spark_chart(
                row.figure, row.summed.parity, row.summed.benchmark_value, reach,
                turned=kind_of(row.indicator).less_is_worse(row.indicator),
            )  # fmt: skip
    return pictures


def pictures_explained(report: ReportContext, rows: Sequence[Row]) -> str:
    """What the small pictures show; empty where there are none."""
    drawn = [row for row in rows if _drawable(row.figure)]
    if not drawn:
        return ""
    words = "The diamond is the figure"
    if any(row.figure.has_interval for row in drawn):
        words += f", its line the {100 * report.params.confidence:g}% interval"
    words += f", the long stroke parity (to its right: worse for {escape(report.term)} staff)"
    marked = [row.summed.benchmark_value for row in drawn]
    if any(benchmark is not None and benchmark.ok for benchmark in marked):
        words += ", the grey one England or the benchmark group"
    return f"{words}."


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
    return f"![{words}](charts/spark-{row.indicator.id}.png){{width=0.75in}}"
