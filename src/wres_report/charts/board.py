"""The chart of the board: a group's share of it beside that of the workforce."""

from __future__ import annotations

from matplotlib.figure import Figure

from wres_report.charts.marks import COLOURS, draw, label, parity_line
from wres_report.charts.scale import in_percent, name_rows, show_scale
from wres_report.charts.style import CONTEXT_COLOUR, JOIN_COLOUR, LOW, chart_style, new_chart
from wres_report.measures.value import Value


def board_chart(
    rows: list[tuple[str, Value]],
    workforce: Value,
    national: tuple[str, Value] | None,
    *,
    title: str,
    subtitle: str,
) -> Figure:
    """Draw the share of each membership against the workforce's, drawn as a line.

    rows: by membership, the share in percent with its difference as ``note``. national: the
    name and share of boards in England, for context; it has no part in the difference.
    """
    with chart_style():
        figure, axes = new_chart(LOW, title, subtitle)
        names = [name for name, _ in rows]
        for row, (_, value) in enumerate(rows):
            draw(
                axes, [workforce.number, value.number], [-row, -row], color=JOIN_COLOUR,
                linewidth=4, solid_capstyle="butt", zorder=1,
            )  # fmt: skip
            draw(axes, [value.number], [-row], marker="D", markersize=9, color=COLOURS["study"],
                 linestyle="none", zorder=3, clip_on=False)  # fmt: skip
            label(axes, f"{value.display}  ({value.note})", max(value.number, workforce.number),
                  -row, right=True, offset=9, colour=COLOURS["study"])  # fmt: skip
        shares = [workforce.number, *(value.number for _, value in rows)]
        if national is not None:
            names.append(national[0])
            share = national[1].number
            shares.append(share)
            draw(axes, [share], [-len(rows)], marker="s", markersize=7, color=CONTEXT_COLOUR,
                 linestyle="none", zorder=3)  # fmt: skip
            label(axes, national[1].display, share, -len(rows), right=share > workforce.number,
                  offset=9, colour=CONTEXT_COLOUR)  # fmt: skip
        name_rows(axes, {-row: name for row, name in enumerate(names)})
        axes.set_ylim(-len(names) + 0.4, 0.6)
        axes.set_xlim(-0.02 * max(shares), max(max(shares) * 1.45, 8))
        show_scale(axes, in_percent)
        parity_line(axes, workforce.number, f"workforce {workforce.display}")
        return figure
