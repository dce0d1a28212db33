"""What the rules on ``reported.csv`` look at: whether each row is a kind of figure, and which."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from wres_report.gate.cells import nearest
from wres_report.indicators.kind import Published
from wres_report.indicators.publication import (
    CHANGE,
    groups_of,
    measures_of,
    published_kind,
)
from wres_report.inputs.reading import AS_WRITTEN
from wres_report.standard import Standard

UNITS = ("percent", "pp", "ratio", "count", "score")
GROUP_WORDS = {"": "an empty cell"}
# How people call a measure, where a name that is alike would send them the wrong way.
CALLED = {
    "share": "percent", "percentage": "percent", "rate": "percent", "proportion": "percent",
    "likelihood": "ratio", "relative_likelihood": "ratio", "difference": "gap",
    "count": "headcount", "staff": "headcount", "number": "headcount", "change": "percent_change",
}  # fmt: skip


def reported_columns(
    columns: Mapping[str, Sequence[Any]], standard: Standard
) -> dict[str, Sequence[Any]]:
    """The columns that are made for the rules.

    measure_known, group_fits, unit_fits: yes or no; no row is told of two of them. A
    ``<column>_hint`` says what may be meant, a ``<column>_expected`` what the column may hold.
    figure: what the row is a figure of, the same for two rows that give it twice. value_<unit>:
    the value where it is of that unit, NaN elsewhere.
    """
    places = list(zip(columns["indicator"], columns["measure"], columns["group"], strict=True))
    kinds = [published_kind(standard, *place) for place in places]
    told = [_told(standard, place, kind, unit) for place, kind, unit in
            zip(places, kinds, columns["unit"], strict=True)]  # fmt: skip
    made: dict[str, Sequence[Any]] = {
        name: [row.get(name, otherwise) for row in told]
        for name, otherwise in (
            ("measure_known", "yes"), ("measure_hint", ""), ("measure_expected", ""),
            ("group_fits", "yes"), ("group_hint", ""), ("group_expected", ""),
            ("unit_fits", "yes"), ("unit_hint", ""), ("unit_expected", ""),
        )
    }  # fmt: skip
    made["figure"] = [
        kind.key if kind and kind.key else "/".join(map(str, place))
        for place, kind in zip(places, kinds, strict=True)
    ]
    values, units = columns["value"], columns["unit"]
    # What is of the wrong unit is told as that, and not once more for its size.
    units = [
        unit if fits == "yes" else "" for unit, fits in zip(units, made["unit_fits"], strict=True)
    ]
    change = [measure.endswith(CHANGE) for measure in columns["measure"]]
    for unit in UNITS:
        # The change of a ratio or of a headcount may be below zero.
        signed = unit in ("ratio", "count")
        made[f"value_{unit}"] = [
            value if given == unit and not (signed and of_change) else math.nan
            for value, given, of_change in zip(values, units, change, strict=True)
        ]
    made["value_count" + AS_WRITTEN] = [
        text if unit == "count" and not of_change else ""
        for text, unit, of_change in zip(columns["value" + AS_WRITTEN], units, change, strict=True)
    ]
    return made


def _told(
    standard: Standard, place: tuple[float, str, str], kind: Published | None, unit: str
) -> dict[str, str]:
    indicator, measure, _ = place
    known = measures_of(standard, indicator)
    if not known:
        return {}  # that is no indicator, which another rule tells
    if measure not in known:
        near = _called(standard).get(measure) or nearest(measure, known)
        return {
            "measure_known": "no",
            "measure_hint": f"Is “{near}” meant?" if near in known else "",
            "measure_expected": f"for indicator {indicator:.0f} one of: {', '.join(known)}",
        }
    if kind is None:
        groups = groups_of(standard, indicator, measure)
        listed = " or ".join(GROUP_WORDS.get(name, name) for name in groups)
        return {
            "group_fits": "no",
            "group_hint": _group_hint(standard, measure, groups),
            "group_expected": f"{listed} for {measure} of indicator {indicator:.0f}",
        }
    if unit in UNITS and unit != kind.unit:
        return {
            "unit_fits": "no",
            "unit_hint": f"Is “{kind.unit}” meant?",
            "unit_expected": f"{kind.unit} for {measure} of indicator {indicator:.0f}",
        }
    return {}


def _called(standard: Standard) -> dict[str, str]:
    """Other words for the measures, those of a ratio with the names of its groups among them."""
    one, other = standard.groups.pair
    both = ((one, other), (other, one))
    return CALLED | {f"{over}_{under}": f"{over}_to_{under}" for over, under in both}


def _group_hint(standard: Standard, measure: str, groups: list[str]) -> str:
    one, other = standard.groups.pair
    if measure == "ratio":
        return (
            "A ratio is of both groups: leave the cell empty. If it is meant to say which group "
            f"is divided by which, write the measure {one}_to_{other} or {other}_to_{one}."
        )
    return "Leave the cell empty." if groups == [""] else ""
