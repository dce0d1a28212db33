"""The charts of representation: a group's share by band, or where it works."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wres_report.charts.marks import COLOURS, label, parity_line, points
from wres_report.charts.scale import in_percent, name_rows, show_scale
from wres_report.charts.style import (
    ASIDE_COLOUR,
    LOW,
    TALL,
    TITLE_BAND,
    WIDTH,
    add_heading,
    chart_style,
    new_chart,
)
from wres_report.measures.value import Value

Rows = list[tuple[str, Value]]


def bands_chart(
    panels: list[tuple[str, Rows]], overall: Value, *, title: str, subtitle: str
) -> Figure:
    """Draw the share of each band, a panel for each staff group, side by side.

    panels: name, and by band the label and its share. overall: the share of the whole
    workforce, drawn as a line. Bands on few staff are drawn faint, with their interval.
    """
    reach = max(
        [overall.number, *(v.high or v.number for _, rows in panels for _, v in rows if v.ok)]
    )
    with chart_style():
        figure = Figure(figsize=(WIDTH, TALL))
        add_heading(figure, title, subtitle)
        width = 0.98 / len(panels)
        for column, (name, rows) in enumerate(panels):
            bottom = 0.35 / TALL
            top = 1 - (TITLE_BAND + 0.42) / TALL
            axes = figure.add_axes(
                (0.01 + column * width + 0.09, bottom, width - 0.12, top - bottom)
            )
            axes.annotate(
                name, (0, 1), xycoords="axes fraction", xytext=(0, 18), textcoords="offset points",
                fontsize=10.5, fontweight="semibold",
            )  # fmt: skip
            _rows(axes, rows)
            axes.set_xlim(0, min(100.0, reach * 1.2))
            show_scale(axes, in_percent)
            parity_line(axes, overall.number, f"all staff {overall.display}")
        return figure


def _rows(axes: Axes, rows: Rows) -> None:
    points(axes, ((-row, value) for row, (_, value) in enumerate(rows)), "study")
    for row, (_, value) in enumerate(rows):
        if not value.ok:
            axes.annotate(
                value.status.words, (0.02, -row), xycoords=("axes fraction", "data"),
                va="center", fontsize=9, color=ASIDE_COLOUR,
                bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
            )  # fmt: skip
            continue
        end = value.high if value.high is not None else value.number
        label(axes, value.display, end, -row, right=True, offset=5)
    name_rows(axes, {-row: name for row, (name, _) in enumerate(rows)})
    axes.set_ylim(-len(rows) + 0.4, 0.6)


def spread_chart(parts: Rows, *, title: str, subtitle: str) -> Figure:
    """Draw of all staff of a group what share works where, where bands are not supplied.

    parts: by name, the share of them in percent.
    """
    with chart_style():
        figure, axes = new_chart(LOW, title, subtitle)
        axes.set_position((0.3, axes.get_position().y0, 0.66, axes.get_position().height))
        shown = [(name, value) for name, value in parts if value.ok]
        for row, (_, value) in enumerate(shown):
            axes.barh(-row, value.number, height=0.55, color=COLOURS["study"], zorder=2)
            label(axes, value.display, value.number, -row, right=True, bold=True)
        name_rows(axes, {-row: name for row, (name, _) in enumerate(shown)})
        axes.set_ylim(-len(shown) + 0.4, 0.6)
        axes.set_xlim(0, max(value.number for _, value in shown) * 1.18)
        show_scale(axes, in_percent)
        return figure
