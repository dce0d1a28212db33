"""The small picture in a row of the summary: a figure and its interval against parity."""

from __future__ import annotations

import math

from matplotlib.figure import Figure

from wres_report.charts.style import BME_COLOUR, CONTEXT_COLOUR, PARITY_COLOUR, chart_style
from wres_report.measures.value import Unit, Value

SIZE = (1.5, 0.3)  # inches


def spark_chart(value: Value, parity: float, benchmark: Value | None, reach: float) -> Figure:
    """Draw a value as a dot with its interval as a line, parity as an upright stroke.

    Ratios are drawn on a scale of equal proportions. reach: how far the scale goes to either
    side of parity (a factor for a ratio, points otherwise). An interval that goes further ends
    in an arrow.
    """
    ratio = value.unit is Unit.RATIO

    def place(number: float) -> float:
        return math.log(number / parity) / math.log(reach) if ratio else (number - parity) / reach

    with chart_style():
        figure = Figure(figsize=SIZE)
        axes = figure.add_axes((0.02, 0.0, 0.96, 1.0))
        axes.set_axis_off()
        axes.set_xlim(-1.08, 1.08)
        axes.set_ylim(-1, 1)
        axes.plot([-1, 1], [0, 0], color="#D8DDE0", linewidth=1, zorder=0)
        axes.plot([0, 0], [-0.8, 0.8], color=PARITY_COLOUR, linewidth=1.2, zorder=1)
        if benchmark is not None and benchmark.value is not None and (benchmark.value or not ratio):
            x = max(-1.0, min(1.0, place(benchmark.value)))
            axes.plot([x, x], [-0.5, 0.5], color=CONTEXT_COLOUR, linewidth=2.2, zorder=1)
        if value.low is not None and value.high is not None:
            low = place(value.low) if value.low > 0 or not ratio else -2.0
            high = place(value.high)
            ends = [max(low, -1.0), min(high, 1.0)]
            axes.plot(ends, [0, 0], color=BME_COLOUR, linewidth=2, zorder=2)
            for end, over, marker in ((ends[0], low < -1, "<"), (ends[1], high > 1, ">")):
                if over:
                    axes.plot([end], [0], marker=marker, markersize=4.5, color=BME_COLOUR, zorder=3)
        if value.value is not None and (value.value > 0 or not ratio):
            x = max(-1.0, min(1.0, place(value.value)))
            axes.plot([x], [0], marker="D", markersize=5.5, color=BME_COLOUR, zorder=4)
        return figure
