"""A figure as ``results.json`` and a notebook's handover hold it, and read back from there."""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from wres_report.measures.value import DECIMALS, Status, Unit, Value


def values_as_json(values: Mapping[str, Value]) -> dict[str, dict[str, Any]]:
    return {key: value_as_json(value) for key, value in sorted(values.items())}


def value_as_json(value: Value) -> dict[str, Any]:
    """One figure as ``results.json`` holds it."""
    return {
        "value": _plain(value.value),
        "display": value.display,
        "decimals": _printed_decimals(value),
        "unit": value.unit.value,
        "low": _plain(value.low),
        "high": _plain(value.high),
        "n": value.n,
        "status": value.status.value,
        "source": list(value.source),
        "note": value.note,
        "numerator": _plain(value.numerator),
        "rows": {
            file: [row for _, row in pairs]
            for file, pairs in groupby(value.rows, key=lambda pair: pair[0])
        },
    }


def _plain(number: float | None) -> float | int | None:
    # Ten decimals: the same on every machine, whatever the last bit of a division does.
    if number is None:
        return None
    if not math.isfinite(number):
        raise ValueError("a figure must be finite")
    tidy = round(number, 10)
    return int(tidy) if tidy == int(tidy) else tidy


def value_from_json(entry: Mapping[str, Any]) -> Value:
    """A figure from ``results.json``; what is displayed is the same as before.

    Raises KeyError, TypeError or ValueError for what is no figure.
    """
    return Value(
        entry["value"],
        Unit(entry["unit"]),
        Status(entry["status"]),
        low=entry["low"],
        high=entry["high"],
        n=entry["n"],
        source=tuple(entry["source"]),
        note=entry["note"],
        decimals=entry["decimals"] if "decimals" in entry else _decimals_of(entry),
        numerator=entry.get("numerator"),
        rows=tuple((file, row) for file, rows in entry.get("rows", {}).items() for row in rows),
    )


def _printed_decimals(value: Value) -> int | None:
    if value.value is None:
        return None
    return DECIMALS[value.unit] if value.decimals is None else value.decimals


def _decimals_of(entry: Mapping[str, Any]) -> int | None:
    """How many decimals were printed, for results of a version that did not say it."""
    if entry["value"] is None:
        return None
    number = entry["display"].removesuffix("%").removesuffix("\u00a0pp")
    return len(number.partition(".")[2])
