"""The scales of charts that hold the figures of many trusts, by the unit of these."""

from __future__ import annotations

import math
from collections.abc import Sequence

from wres_report.charts.rows import Scale, percent_scale
from wres_report.measures.value import Unit

RATIO_TICKS = (0.1, 0.2, 0.5, 0.67, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
MOST_TICKS = 8


def scale_of(unit: Unit, numbers: Sequence[float]) -> Scale:
    """A scale that holds some figures of a unit; parity is on that of a ratio or a gap."""
    if unit is Unit.PERCENT:
        return percent_scale(numbers)
    if unit is Unit.RATIO:
        known = [number for number in numbers if number > 0] or [1.0]
        low, high = min(0.8, *known) / 1.05, max(1.25, *known) * 1.05
        low, high = max(low, RATIO_TICKS[0]), min(high, RATIO_TICKS[-1])
        ticks = tuple(tick for tick in RATIO_TICKS if low <= tick <= high)
        return Scale(low, high, ticks, log=True)
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    step = next((s for s in STEPS if (high - low) / s <= MOST_TICKS), STEPS[-1])
    first, last = math.floor(low / step), math.ceil(high / step)
    last = max(last, first + 1)
    ticks = tuple(step * n for n in range(first, last + 1))
    return Scale(ticks[0], ticks[-1], ticks, "signed")
