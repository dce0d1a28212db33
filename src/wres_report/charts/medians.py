"""The medians of other trusts in a chart of rows that was drawn without them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import takewhile

from wres_report.charts.likelihood import ratio_scale
from wres_report.charts.rows import Entry, Panel, RowsChart, Scale, numbers_of, percent_scale
from wres_report.measures.value import Unit


def with_strokes(
    chart: RowsChart, medians: Mapping[str, float], words: str, year: str
) -> RowsChart:
    """The chart with a stroke for each median in the rows of its first block.

    medians: by ``Entry.group``. words: whose they are. year: what a row of the figures that the
    medians go with is called, where rows have years. The chart comes back as it is where no row
    fits, and where it has strokes of its own.
    """
    if not chart.panels or any(entry.median is not None for entry in chart.entries()):
        return chart
    first = chart.panels[0]
    block = [row for row in takewhile(lambda row: isinstance(row, Entry), first.rows)
             if isinstance(row, Entry)]  # fmt: skip
    rows = [
        replace(row, median=medians[row.group]) if row.group in medians and row.of in ("", year)
        else row for row in block
    ]  # fmt: skip
    if rows == block:
        return chart
    panel = Panel(first.heading, (*rows, *first.rows[len(block) :]))
    return replace(
        chart, panels=(panel, *chart.panels[1:]), median=f"stroke: {words}",
        scale=_holding(chart, list(medians.values())),
    )  # fmt: skip


def with_line(chart: RowsChart, median: float, words: str) -> RowsChart:
    """The chart with a dotted line through all its rows at a median. words: whose it is."""
    return replace(chart, across=(median, f"dotted line: {words}"), scale=_holding(chart, [median]))


def _holding(chart: RowsChart, numbers: list[float]) -> Scale:
    """The scale of the chart, or a longer one where it does not hold these numbers."""
    scale = chart.scale
    if not any(scale.is_below(number) or scale.is_above(number) for number in numbers):
        return scale
    line = [chart.line[0]] if chart.line else []
    every = [*numbers_of([entry.value for entry in chart.entries()]), *line, *numbers]
    return ratio_scale(every) if chart.unit is Unit.RATIO else percent_scale(every)
