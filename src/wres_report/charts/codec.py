"""A chart of rows as JSON can hold it, so that who has it can draw it again with more in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from wres_report.charts.rows import Entry, Gap, Panel, RowsChart, Scale
from wres_report.measures.codec import value_as_json, value_from_json
from wres_report.measures.value import Unit, Value


def chart_as_data(chart: RowsChart) -> dict[str, Any]:
    """The chart as JSON can hold it; of its figures without where they come from."""
    panels = [[panel.heading, [_row(row) for row in panel.rows]] for panel in chart.panels]
    return {**vars(chart), "panels": panels, "scale": vars(chart.scale), "unit": chart.unit.value}


def chart_of_data(data: Mapping[str, Any]) -> RowsChart:
    """The chart that ``chart_as_data`` was given."""
    scale = data["scale"]
    panels = tuple(Panel(heading, tuple(map(_row_of, rows))) for heading, rows in data["panels"])
    line, sides, across = (data[name] and tuple(data[name]) for name in ("line", "sides", "across"))
    return RowsChart(**{
        **data, "panels": panels, "scale": Scale(**{**scale, "ticks": tuple(scale["ticks"])}),
        "unit": Unit(data["unit"]), "line": line, "sides": sides, "across": across,
    })  # fmt: skip


def _row(row: Entry | Gap) -> dict[str, Any]:
    if isinstance(row, Gap):
        return vars(row)
    return {**vars(row), "value": value_as_json(replace(row.value, source=(), rows=()))}


def _row_of(data: Mapping[str, Any]) -> Entry | Gap:
    if "value" not in data:
        return Gap(**data)
    value: Value = value_from_json(data["value"])
    return Entry(**{**data, "value": value})
