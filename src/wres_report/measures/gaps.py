"""Survey percentages, the gap between two groups, and the change between two years.

Everything here is in percent or percentage points. Indicators 5 to 8.
"""

from __future__ import annotations

import math

from wres_report.measures.intervals import wilson
from wres_report.measures.value import Status, Unit, Value, absent, first_failure

ONE_SIDED = "interval of one side only"


def survey_percent(
    percent: float | None, responses: float | None, confidence: float = 0.95
) -> Value:
    """A published survey percentage with the Wilson interval of its responses.

    percent: 0 to 100, or None. responses: valid answers, or None, and then no interval.
    The survey is weighted and rounded, so those who said yes need not be a whole number.
    """
    if percent is None:
        return absent(Unit.PERCENT)
    if responses is None:
        return Value(percent, Unit.PERCENT)
    n = round(responses)
    if n <= 0:
        return absent(Unit.PERCENT, Status.NOT_CALCULABLE, "no responses")
    low, high = wilson(percent * n / 100, n, confidence)
    return Value(percent, Unit.PERCENT, low=low, high=high, n=n)


def difference(first: Value, second: Value, unit: Unit = Unit.PP) -> Value:
    """``first`` minus ``second``, with an interval made of theirs.

    The interval is Newcombe's (1998, method 10): the distances of the two values from their
    own bounds, added as squares. A side without an interval counts as exact, and the note
    says so; with neither there is none. n is the smaller of the two.
    """
    failure = first_failure(first, second)
    if failure:
        return absent(unit, failure)
    a, b = first.number, second.number
    ns = [value.n for value in (first, second) if value.n is not None]
    n = min(ns) if ns else None
    if not (first.has_interval or second.has_interval):
        return Value(a - b, unit, n=n)
    a_low, a_high = _bounds(first)
    b_low, b_high = _bounds(second)
    low = a - b - math.hypot(a - a_low, b_high - b)
    high = a - b + math.hypot(a_high - a, b - b_low)
    both = first.has_interval and second.has_interval
    return Value(a - b, unit, low=low, high=high, n=n, note="" if both else ONE_SIDED)


def gap(bme: Value, white: Value) -> Value:
    """BME minus White, in percentage points; the published form of indicators 5 to 8."""
    return difference(bme, white)


def change(current: Value, previous: Value) -> Value:
    """This year minus last year, in the unit of a difference of such figures.

    Two percentages differ by percentage points. A change is only told between figures of one
    unit; another pairing raises ValueError.
    """
    if current.unit is not previous.unit:
        raise ValueError(f"{current.unit} and {previous.unit} cannot be compared")
    unit = Unit.PP if current.unit is Unit.PERCENT else current.unit
    return difference(current, previous, unit)


def _bounds(value: Value) -> tuple[float, float]:
    if value.low is None or value.high is None:
        return value.number, value.number
    return value.low, value.high
