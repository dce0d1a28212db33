"""The charts of representation: a group's share by band, or where it works."""

from __future__ import annotations

from wres_report.charts.rows import Entry, Panel, RowsChart, numbers_of, percent_scale
from wres_report.measures.value import Unit, Value

Rows = list[tuple[str, Value]]


def bands_chart(
    panels: list[tuple[str, Rows]], overall: Value, *, title: str, subtitle: str
) -> RowsChart:
    """The share of each band, a panel for each staff group.

    panels: name, and by band the label and its share. overall: the share of the whole
    workforce, a line. Bands on few staff are hollow.
    """
    values = [value for _, rows in panels for _, value in rows]
    return RowsChart(
        title, subtitle,
        tuple(Panel(name, tuple(Entry(band, v) for band, v in rows)) for name, rows in panels),
        percent_scale([overall.number, *numbers_of(values)]), Unit.PERCENT,
        (overall.number, f"all staff {overall.display}"),
    )  # fmt: skip


def spread_chart(parts: Rows, *, title: str, subtitle: str) -> RowsChart:
    """Of all staff of a group what share works where, where bands are not supplied.

    parts: by name, the share of them in percent.
    """
    shown = tuple(Entry(name, value) for name, value in parts if value.ok)
    numbers = [0.0, *(entry.value.number for entry in shown)]
    return RowsChart(
        title, subtitle, (Panel("", shown),), percent_scale(numbers), Unit.PERCENT, bars=True
    )  # fmt: skip
