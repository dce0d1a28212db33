"""Marks shared by the charts: a group's point, its interval, and a label beside it.

White staff are a filled circle, BME staff a diamond: the two differ without colour.
"""

from __future__ import annotations

from matplotlib.axes import Axes

from wres_report.charts.style import BME_COLOUR, CONTEXT_COLOUR, PARITY_COLOUR, WHITE_COLOUR
from wres_report.measures.value import Value

MARKERS = {"white": "o", "bme": "D"}
COLOURS = {"white": WHITE_COLOUR, "bme": BME_COLOUR}
# A figure on fewer people than this is drawn faint.
FAINT_BELOW = 30


def point(axes: Axes, value: Value, y: float, group: str) -> None:
    """Draw a group's value with its interval at height ``y``; nothing where there is none."""
    if value.value is None:
        return
    faint = value.n is not None and value.n < FAINT_BELOW
    alpha = 0.45 if faint else 1.0
    if value.low is not None and value.high is not None:
        axes.plot(
            [value.low, value.high], [y, y], color=COLOURS[group], linewidth=1.4, alpha=alpha * 0.7,
            solid_capstyle="butt", zorder=2,
        )  # fmt: skip
    axes.plot(
        [value.value], [y], marker=MARKERS[group], markersize=7.5, color=COLOURS[group],
        markerfacecolor="white" if faint else COLOURS[group], markeredgewidth=1.4, alpha=alpha,
        linestyle="none", zorder=3,
    )  # fmt: skip


def label(
    axes: Axes, text: str, x: float, y: float, *, right: bool, colour: str = PARITY_COLOUR,
    offset: float = 7, bold: bool = False, raised: float = 0,
) -> None:  # fmt: skip
    """Write beside a mark: to its right or its left, ``offset`` points away."""
    axes.annotate(
        text, (x, y), xytext=(offset if right else -offset, raised), textcoords="offset points",
        ha="left" if right else "right", va="center", color=colour, fontsize=10,
        fontweight="semibold" if bold else "normal", zorder=4,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.6, "alpha": 0.8},
    )  # fmt: skip


def parity_line(axes: Axes, x: float, text: str) -> None:
    """A line where the groups would be level, named at its top."""
    axes.axvline(x, color=PARITY_COLOUR, linewidth=1.2, zorder=1)
    axes.annotate(
        text, (x, 1), xycoords=("data", "axes fraction"), xytext=(0, 3),
        textcoords="offset points", ha="center", va="bottom", fontsize=9.5,
    )  # fmt: skip


def benchmark_tick(axes: Axes, x: float, y: float, half: float = 0.28) -> None:
    """A short upright stroke: a benchmark beside a value."""
    axes.plot([x, x], [y - half, y + half], color=CONTEXT_COLOUR, linewidth=2.2, zorder=2)
