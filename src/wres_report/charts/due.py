"""What falls due when: a row for each date, a mark with its id for each action."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from wres_report.charts.style import (
    COMPARATOR_COLOUR,
    LOW,
    MIDDLE,
    PARITY_COLOUR,
    RULE_COLOUR,
    STUDY_COLOUR,
    TALL,
    chart_style,
    new_chart,
)

IN_A_ROW = 13
LONGEST = 8  # characters of an id in a mark of usual width
MOST_ROWS = 14
FILLS = {"done": COMPARATOR_COLOUR, "open": "#FFFFFF", "overdue": STUDY_COLOUR}


@dataclass(frozen=True)
class DueRow:
    """A date in words, and the actions due on it: pairs of an id and ``done``, ``open`` or
    ``overdue``. past: the date lies before the day of the report."""

    label: str
    actions: tuple[tuple[str, str], ...]
    past: bool = False


def due_chart(rows: Sequence[DueRow], title: str, subtitle: str, as_at: str) -> Figure:
    """Draw the calendar of a plan. as_at: the day of the report, in words."""
    wide = _width(rows)
    lines = [line for row in rows for line in _wrapped(row, wide)]
    height = LOW if len(lines) <= 5 else MIDDLE if len(lines) <= 8 else TALL
    with chart_style():
        figure, axes = new_chart(height, title, subtitle)
        axes.set_xlim(-0.6, IN_A_ROW - 0.4)
        axes.set_ylim(len(lines) - 0.4, -0.6)
        axes.set_xticks([])
        axes.grid(visible=False)
        axes.spines["bottom"].set_visible(False)
        axes.set_yticks(range(len(lines)), [line.label for line in lines])
        for y, line in enumerate(lines):
            axes.axhline(y, color=RULE_COLOUR, linewidth=0.6, zorder=0)
            for x, (name, state) in enumerate(line.actions):
                _mark(axes, x * wide, y, name, state, wide)
        _today(axes, lines, as_at)
        return figure


def rows_drawn(rows: Sequence[DueRow]) -> int:
    """How many rows the calendar has: a date with many actions takes several."""
    return sum(len(_wrapped(row, _width(rows))) for row in rows)


def _width(rows: Sequence[DueRow]) -> int:
    """How many places a mark takes, so that the longest id stays in its own."""
    longest = max(len(name) for row in rows for name, _ in row.actions)
    return min(math.ceil(longest / LONGEST), IN_A_ROW) or 1


def _wrapped(row: DueRow, wide: int) -> list[DueRow]:
    """The row in lines of as many actions as fit; the first carries the label."""
    fit = IN_A_ROW // wide
    parts = [row.actions[i : i + fit] for i in range(0, len(row.actions), fit)]
    return [DueRow(row.label if n == 0 else "", part, row.past) for n, part in enumerate(parts)]


def _mark(axes: Axes, x: float, y: float, name: str, state: str, wide: int) -> None:
    # An overdue action has square corners and a thick rim, so that it differs without colour.
    style = "square,pad=0" if state == "overdue" else "round,pad=0,rounding_size=0.16"
    axes.add_patch(
        FancyBboxPatch(
            (x - 0.42, y - 0.32), wide - 0.16, 0.64, boxstyle=style, facecolor=FILLS[state],
            edgecolor=PARITY_COLOUR if state == "overdue" else COMPARATOR_COLOUR,
            linewidth=1.6 if state == "overdue" else 1.0, zorder=2,
        )
    )  # fmt: skip
    axes.text(
        x + (wide - 1) / 2, y, _fitting(name), ha="center", va="center",
        fontsize=8.5 if len(name) <= 4 else 6.5, zorder=3,
        color=PARITY_COLOUR if state == "open" else "white", parse_math=False,
    )  # fmt: skip


def _fitting(name: str) -> str:
    most = LONGEST * IN_A_ROW
    return name if len(name) <= most else f"{name[: most - 1]}…"


def _today(axes: Axes, lines: Sequence[DueRow], as_at: str) -> None:
    """A line between what was due before the day of the report and what is due later."""
    past = sum(1 for line in lines if line.past)
    if not past:
        return
    axes.axhline(past - 0.5, color=PARITY_COLOUR, linewidth=1.2, linestyle=(0, (4, 3)), zorder=1)
    axes.annotate(
        as_at, (1, past - 0.5), xycoords=("axes fraction", "data"), xytext=(0, 2),
        textcoords="offset points", ha="right", va="bottom", fontsize=9,
    )  # fmt: skip
