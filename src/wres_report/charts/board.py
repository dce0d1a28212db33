"""The chart of the board: a group's share of it beside that of the workforce."""

from __future__ import annotations

from dataclasses import replace

from wres_report.charts.rows import Entry, Panel, RowsChart, percent_scale
from wres_report.measures.value import Unit, Value


def board_chart(
    rows: list[tuple[str, Value]],
    workforce: Value,
    national: tuple[str, Value] | None,
    *,
    title: str,
    subtitle: str,
) -> RowsChart:
    """The share of each membership against the workforce's, which is a line.

    rows: by membership, the share in percent with its difference as ``note``. national: the
    name and share of boards in England, for context; it has no part in the difference.
    """
    entries = [
        # A board is all there is of it: its share has no interval and no small sample.
        Entry(
            name, replace(value, low=None, high=None, n=None),
            shown=f"{value.display} ({value.note})", joined=workforce.number, bold=number == 0,
        )
        for number, (name, value) in enumerate(rows)
    ]  # fmt: skip
    if national is not None and national[1].ok:
        entries.append(Entry(national[0], replace(national[1], n=None), "context"))
    numbers = [workforce.number, *(entry.value.number for entry in entries)]
    return RowsChart(
        title, subtitle, (Panel("", tuple(entries)),), percent_scale(numbers, 1.1), Unit.PERCENT,
        (workforce.number, f"workforce {workforce.display}"),
    )  # fmt: skip
