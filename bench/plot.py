"""Draws the ratios beside what they must reach, and the seconds behind them."""

from __future__ import annotations

from pathlib import Path

from bench.targets import Results, Target
from wres_report.charts.style import (
    COMPARATOR_COLOUR,
    CONTEXT_COLOUR,
    STUDY_COLOUR,
    as_png,
    chart_style,
    new_chart,
)


def draw(results: Results, wanted: list[Target], path: Path) -> None:
    """Write the picture: how far each ratio is beyond what is wanted, 1 being just reached."""
    with chart_style():
        figure, axes = new_chart(
            5.5, "How far each measurement is beyond what it must reach",
            "ratios of one run on one machine; a mark right of the line has reached it",
        )  # fmt: skip
        axes.set_position((0.52, 0.1, 0.44, 0.78))
        axes.set_xscale("log")
        axes.axvline(1, color=CONTEXT_COLOUR, linewidth=1)
        for row, target in enumerate(reversed(wanted)):
            value = target.ratio(results)
            beyond = value / target.limit if target.least else target.limit / value
            colour = COMPARATOR_COLOUR if beyond >= 1 else STUDY_COLOUR
            axes.plot([1, beyond], [row, row], color=colour, linewidth=2)
            axes.plot([beyond], [row], marker="o" if beyond >= 1 else "X", color=colour)
            axes.annotate(
                f"{value:.2f}{target.unit}", (beyond, row), xytext=(0, 7),
                textcoords="offset points", ha="center", fontsize=7.5,
            )  # fmt: skip
        axes.set_yticks(range(len(wanted)), [t.what for t in reversed(wanted)], fontsize=7.5)
        axes.xaxis.set_major_formatter(lambda tick, _: f"{tick:g}×")
        axes.xaxis.set_minor_formatter(lambda _tick, _: "")
        axes.set_xlabel("how far beyond (scale of equal proportions)", fontsize=8)
        path.write_bytes(as_png(figure))
