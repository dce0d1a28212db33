"""Draws the ratios beside what they must reach."""

from __future__ import annotations

from pathlib import Path

from bench.targets import Results, Target
from wres_report.charts.forms import as_png
from wres_report.charts.rows import Entry, Panel, RowsChart, Scale
from wres_report.measures.value import Unit, Value

TICKS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)


def draw(results: Results, wanted: list[Target], path: Path) -> None:
    """Write the picture: how far each ratio is beyond what is wanted, 1 being just reached."""
    rows = []
    for target in wanted:
        value = target.ratio(results)
        beyond = value / target.limit if target.least else target.limit / value
        group = "comparator" if beyond >= 1 else "study"
        shown = f"{value:.2f}{target.unit}"
        rows.append(Entry(target.what, Value(beyond, Unit.RATIO), group, shown=shown, joined=1.0))
    numbers = [0.5, 2.0, *(entry.value.number for entry in rows)]
    low = max(tick for tick in TICKS if tick <= min(numbers) or tick == TICKS[0])
    high = min(tick for tick in TICKS if tick >= max(numbers) or tick == TICKS[-1])
    scale = Scale(low, high, tuple(t for t in TICKS if low <= t <= high), log=True)
    chart = RowsChart(
        "How far each measurement is beyond what it must reach",
        "ratios of one run on one machine; a mark right of the line has reached it",
        (Panel("", tuple(rows)),), scale, Unit.RATIO, (1.0, "just reached"),
    )  # fmt: skip
    path.write_bytes(as_png(chart))
