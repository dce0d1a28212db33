"""The small picture in a row of the summary: a figure and its interval against parity."""

from __future__ import annotations

import math

from wres_report.charts.scene import Mark, Part, Scene, Stroke
from wres_report.measures.value import Unit, Value

WIDTH, HEIGHT = 150.0, 30.0
INCHES = 1.5


def spark_chart(
    value: Value, parity: float, benchmark: Value | None, reach: float, *, turned: bool = False
) -> Scene:
    """A value as a dot with its interval as a line, parity as an upright stroke.

    Ratios are drawn on a scale of equal proportions. reach: how far the scale goes to either
    side of parity (a factor for a ratio, points otherwise). An interval that goes further ends
    in an arrow. turned: whether what is below parity stands on the right.
    """
    ratio = value.unit is Unit.RATIO
    side = -1 if turned else 1

    def place(number: float) -> float:
        if ratio:
            return side * (math.log(number / parity) / math.log(reach) if number > 0 else -2.0)
        return side * (number - parity) / reach

    def at(share: float) -> float:
        return WIDTH / 2 + max(-1.0, min(1.0, share)) * (WIDTH / 2 - 7)

    middle = HEIGHT / 2
    parts: list[Part] = [
        Stroke(at(-1), middle, at(1), middle, "rule", 1.5),
        Stroke(at(0), 2, at(0), HEIGHT - 2, "ink", 1.7),
    ]
    if benchmark is not None and benchmark.value is not None and (benchmark.value or not ratio):
        x = at(place(benchmark.value))
        parts.append(Stroke(x, middle - 8, x, middle + 8, "context", 3))
    if value.low is not None and value.high is not None:
        low, high = sorted([place(value.low), place(value.high)])
        parts.append(Stroke(at(low), middle, at(high), middle, "study", 2.8))
        if low < -1:
            parts.append(Mark("left", at(-1), middle, 4.5, "study"))
        if high > 1:
            parts.append(Mark("right", at(1), middle, 4.5, "study"))
    if value.value is not None and (value.value > 0 or not ratio):
        parts.append(Mark("diamond", at(place(value.value)), middle, 6, "study"))
    return Scene(WIDTH, HEIGHT, tuple(parts))
