"""The chart of a likelihood: the ratio, its interval, last year and England."""

from __future__ import annotations

import math

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wres_report.charts.marks import COLOURS, draw, label, parity_line
from wres_report.charts.scale import name_rows, show_scale
from wres_report.charts.style import ASIDE_COLOUR, CONTEXT_COLOUR, LOW, chart_style, new_chart
from wres_report.measures.value import Value

TICKS = (0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0)
# On a wide scale the marks next to parity would run into each other.
WIDE_TICKS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


def likelihood_chart(
    ratio: Value, others: list[tuple[str, Value]], *, title: str, subtitle: str,
    sides: tuple[str, str],
) -> Figure:  # fmt: skip
    """Draw a relative likelihood against parity, on a scale of equal proportions.

    ratio: this year's. others: further ones by name (last year, England), where known.
    sides: what a ratio below and above 1 means, in words.
    """
    rows = [("This year", ratio), *((name, value) for name, value in others if value.ok)]
    with chart_style():
        figure, axes = new_chart(LOW, title, subtitle)
        axes.set_xscale("log")
        for row, (_, value) in enumerate(rows):
            y = -row
            colour = COLOURS["study"] if row == 0 else CONTEXT_COLOUR
            if value.low is not None and value.high is not None:
                draw(
                    axes, [max(value.low, TICKS[0]), min(value.high, TICKS[-1])], [y, y],
                    color=colour, linewidth=2.2 if row == 0 else 1.4, zorder=2,
                )  # fmt: skip
            if value.number <= 0:
                # A ratio of 0 has no place on a scale of proportions; its row says so.
                axes.annotate(
                    f"◀ {value.display}", (0.01, y), xycoords=("axes fraction", "data"),
                    xytext=(0, 9), textcoords="offset points", va="center", color=colour,
                    fontweight="semibold",
                )  # fmt: skip
                continue
            draw(
                axes, [value.number], [y], marker="D" if row == 0 else "s",
                markersize=9 - 2 * bool(row), color=colour, linestyle="none", zorder=3,
            )  # fmt: skip
            label(axes, value.display, value.number, y, right=True, bold=row == 0, raised=9,
                  offset=0, colour=colour)  # fmt: skip
        _finish(axes, rows, sides)
        return figure


def _finish(axes: Axes, rows: list[tuple[str, Value]], sides: tuple[str, str]) -> None:
    low, high = _limits([value for _, value in rows])
    ticks = WIDE_TICKS if high > 4 else TICKS
    axes.set_xlim(low, high)
    axes.set_ylim(-len(rows) + 0.35, 0.75)
    name_rows(axes, {-row: name for row, (name, _) in enumerate(rows)})
    show_scale(axes, lambda tick: f"{tick:g}", ticks)
    parity_line(axes, 1.0, "parity")
    for x, ha, text in ((0.0, "left", f"◀ {sides[0]}"), (1.0, "right", f"{sides[1]} ▶")):
        axes.annotate(
            text, (x, 0), xycoords="axes fraction", xytext=(0, -26), textcoords="offset points",
            ha=ha, va="top", fontsize=9.5, color=ASIDE_COLOUR,
        )  # fmt: skip


def _limits(values: list[Value]) -> tuple[float, float]:
    """Limits that hold every mark, the same distance to both sides of parity."""
    reach = 2.0
    for value in values:
        for end in (value.value, value.low, value.high):
            if end:
                reach = max(reach, math.exp(abs(math.log(end))))
    reach = min(reach * 1.15, TICKS[-1])
    return 1 / reach, reach
