"""The small picture in a row of the summary: a figure and its interval against parity."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from wres_report.charts.style import (
    CONTEXT_COLOUR,
    PARITY_COLOUR,
    RULE_COLOUR,
    STUDY_COLOUR,
    chart_style,
)
from wres_report.measures.value import Unit, Value

SIZE = (1.5, 0.3)  # inches
# From −1.08 to 1.08 across and −1 to 1 upwards to the whole figure, with a margin at the sides.
# Axes of matplotlib would do the same in ten times the time.
SCALE = Affine2D().translate(1.08, 1.0).scale(0.96 / 2.16, 0.5).translate(0.02, 0.0)


def spark_chart(value: Value, parity: float, benchmark: Value | None, reach: float) -> Figure:
    """Draw a value as a dot with its interval as a line, parity as an upright stroke.

    Ratios are drawn on a scale of equal proportions. reach: how far the scale goes to either
    side of parity (a factor for a ratio, points otherwise). An interval that goes further ends
    in an arrow.
    """
    ratio = value.unit is Unit.RATIO

    def place(number: float) -> float:
        return math.log(number / parity) / math.log(reach) if ratio else (number - parity) / reach

    figure = Figure(figsize=SIZE)

    def draw(xs: list[float], ys: list[float], **style: Any) -> None:
        figure.add_artist(Line2D(xs, ys, transform=SCALE + figure.transFigure, **style))

    with chart_style():
        draw([-1, 1], [0, 0], color=RULE_COLOUR, linewidth=1, zorder=0)
        draw([0, 0], [-0.8, 0.8], color=PARITY_COLOUR, linewidth=1.2, zorder=1)
        if benchmark is not None and benchmark.value is not None and (benchmark.value or not ratio):
            x = max(-1.0, min(1.0, place(benchmark.value)))
            draw([x, x], [-0.5, 0.5], color=CONTEXT_COLOUR, linewidth=2.2, zorder=1)
        if value.low is not None and value.high is not None:
            low = place(value.low) if value.low > 0 or not ratio else -2.0
            high = place(value.high)
            ends = [max(low, -1.0), min(high, 1.0)]
            draw(ends, [0, 0], color=STUDY_COLOUR, linewidth=2, zorder=2)
            for end, over, marker in ((ends[0], low < -1, "<"), (ends[1], high > 1, ">")):
                if over:
                    draw([end], [0], marker=marker, markersize=4.5, color=STUDY_COLOUR, zorder=3)
        if value.value is not None and (value.value > 0 or not ratio):
            x = max(-1.0, min(1.0, place(value.value)))
            draw([x], [0], marker="D", markersize=5.5, color=STUDY_COLOUR, zorder=4)
    return figure
