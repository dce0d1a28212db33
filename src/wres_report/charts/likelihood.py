"""The chart of a likelihood: the ratio, its interval, last year and England."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wres_report.charts.rows import Entry, Panel, RowsChart, Scale, numbers_of
from wres_report.measures.value import Unit, Value

TICKS = (0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 5.0, 10.0)
# On a wide scale the marks next to parity would run into each other.
WIDE_TICKS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


def likelihood_chart(
    ratio: Value, others: list[tuple[str, Value]], *, title: str, subtitle: str,
    sides: tuple[str, str],
) -> RowsChart:  # fmt: skip
    """A relative likelihood against parity, on a scale of equal proportions.

    ratio: this year's. others: further ones by name (last year, England), where known.
    sides: what a ratio below and above 1 means, in words.
    """
    rows = [
        Entry("This year", ratio, bold=True),
        *(Entry(name, value, "context") for name, value in others if value.ok),
    ]
    scale = ratio_scale(numbers_of([row.value for row in rows]))
    return RowsChart(
        title, subtitle, (Panel("", tuple(rows)),), scale, Unit.RATIO, (1.0, "parity"), sides
    )


def ratio_scale(numbers: Sequence[float]) -> Scale:
    """A scale with parity in its middle that holds some ratios, as far as it goes at most."""
    reach = max([2.0, *(math.exp(abs(math.log(number))) for number in numbers if number)])
    reach = min(reach * 1.1, TICKS[-1])
    ticks = WIDE_TICKS if reach > 4 else TICKS
    return Scale(1 / reach, reach, tuple(t for t in ticks if 1 / reach <= t <= reach), log=True)
