"""What stands around the marks of a chart: its scale below, and the names of its rows.

matplotlib's own ticks are five artists each, of which a chart shows two. Made and drawn here they
are the same to the eye, and take a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from matplotlib.axes import Axes

from wres_report.charts.marks import draw, segments
from wres_report.charts.style import RULE_COLOUR

PAD = 3.5  # points between the marks and the words about them
BELOW_MARKS = 0.5


def show_scale(
    axes: Axes, words: Callable[[float], str], ticks: Iterable[float] | None = None
) -> None:
    """Draw a faint rule for each tick, its number below it, and the base line.

    The limits must be set. words: what is written at a tick. ticks: those of matplotlib's choice
    where there are none given; ticks beyond the limits are left out.
    """
    axes.set_axis_off()
    low, high = axes.get_xlim()
    chosen = axes.xaxis.get_majorticklocs() if ticks is None else ticks
    shown = [tick for tick in chosen if low <= tick <= high]
    draw(
        axes, *segments((x, 0, x, 1) for x in shown), transform=axes.get_xaxis_transform(),
        color=RULE_COLOUR, linewidth=0.6, zorder=BELOW_MARKS,
    )  # fmt: skip
    draw(
        axes, [0, 1], [0, 0], transform=axes.transAxes, color=RULE_COLOUR, linewidth=1.25,
        solid_capstyle="projecting", zorder=2.5, clip_on=False,
    )  # fmt: skip
    below, va, ha = axes.get_xaxis_text1_transform(PAD)
    for x in shown:
        axes.text(x, 0, words(x), transform=below, va=va, ha=ha, zorder=BELOW_MARKS)


def name_rows(axes: Axes, names: Mapping[float, str]) -> None:
    """Write the names of the rows to the left of the marks, each at its height."""
    axes.set_axis_off()
    left, va, ha = axes.get_yaxis_text1_transform(PAD)
    for y, name in names.items():
        axes.text(0, y, name, transform=left, va=va, ha=ha, zorder=BELOW_MARKS)


def in_percent(tick: float) -> str:
    return f"{tick:g}%"
