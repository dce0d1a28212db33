"""Marks shared by the charts: a group's point, its interval, and a label beside it.

The comparator is a filled circle, the group under study a diamond: the two differ without colour.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from wres_report.charts.style import COMPARATOR_COLOUR, CONTEXT_COLOUR, PARITY_COLOUR, STUDY_COLOUR
from wres_report.measures.value import Value

MARKERS = {"comparator": "o", "study": "D"}
COLOURS = {"comparator": COMPARATOR_COLOUR, "study": STUDY_COLOUR}
# A figure on fewer people than this is drawn faint.
FAINT_BELOW = 30


def draw(axes: Axes, xs: Sequence[float], ys: Sequence[float], **style: Any) -> None:
    """Draw a line or marks. Unlike ``plot`` this fits no limits, which every chart sets itself."""
    axes.add_artist(Line2D(xs, ys, **style))


def segments(ends: Iterable[tuple[float, float, float, float]]) -> tuple[list[float], list[float]]:
    """Separate strokes, each from x, y to x, y, as the two rows of numbers of one line."""
    xs: list[float] = []
    ys: list[float] = []
    for x1, y1, x2, y2 in ends:
        xs += [x1, x2, math.nan]
        ys += [y1, y2, math.nan]
    return xs, ys


def points(axes: Axes, rows: Iterable[tuple[float, Value]], group: str) -> None:
    """Draw a group's values with their intervals, each at its height; nothing where none is ok."""
    known = [(y, value) for y, value in rows if value.ok]
    for faint in (False, True):
        some = [(y, v) for y, v in known if (v.n is not None and v.n < FAINT_BELOW) == faint]
        if not some:
            continue
        colour, alpha = COLOURS[group], 0.45 if faint else 1.0
        intervals = [
            (v.low, y, v.high, y) for y, v in some if v.low is not None and v.high is not None
        ]
        draw(
            axes, *segments(intervals), color=colour, linewidth=1.4, alpha=alpha * 0.7,
            solid_capstyle="butt", zorder=2,
        )  # fmt: skip
        draw(
            axes, [value.number for _, value in some], [y for y, _ in some], marker=MARKERS[group],
            markersize=7.5, color=colour, markerfacecolor="white" if faint else colour,
            markeredgewidth=1.4, alpha=alpha, linestyle="none", zorder=3,
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
    upright = axes.get_xaxis_transform()
    draw(axes, [x, x], [0, 1], transform=upright, color=PARITY_COLOUR, linewidth=1.2, zorder=1)
    axes.annotate(
        text, (x, 1), xycoords=("data", "axes fraction"), xytext=(0, 3),
        textcoords="offset points", ha="center", va="bottom", fontsize=9.5,
    )  # fmt: skip


def benchmark_tick(axes: Axes, x: float, y: float, half: float = 0.28) -> None:
    """A short upright stroke: a benchmark beside a value."""
    draw(axes, [x, x], [y - half, y + half], color=CONTEXT_COLOUR, linewidth=2.2, zorder=2)
