"""Figures that were published without their counts, as ``reported.csv`` gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from wres_report.indicators.kind import Published
from wres_report.indicators.publication import kinds_for, published_kind
from wres_report.inputs.headcounts import number_or_none
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.measures.value import (
    AS_PUBLISHED,
    DECIMALS,
    TURNED_OVER,
    Status,
    Unit,
    Value,
    absent,
)
from wres_report.standard import Standard

Row = Mapping[str, Any]


class PublishedFigures:
    """The figures of ``reported.csv``.

    table: as ``inputs.reading.read_table`` gives it; None where it is not supplied. file: its
    path in the workspace. standard: which says what may be published.
    """

    def __init__(self, table: pd.DataFrame | None, file: str, standard: Standard) -> None:
        self.file, self.standard = file, standard
        self._rows: dict[tuple[float, str, str, float], Row] = {}
        if table is not None:
            for cells in zip(*(table[name].tolist() for name in table), strict=True):
                row = dict(zip(table, cells, strict=True))
                place = (row["indicator"], row["measure"], row["group"], row["year"])
                self._rows.setdefault(place, row)

    def of_key(self, key: str, year: int) -> Value | None:
        """The figure that was published for a results key and a WRES year; None without one."""
        found = (self._value(kind, year) for kind in kinds_for(self.standard, key))
        return next((value for value in found if value is not None), None)

    def of_row(self, indicator: int, measure: str, group: str, year: int) -> Value | None:
        """The figure of a row by what stands in it; None where there is none of that kind."""
        kind = published_kind(self.standard, indicator, measure, group)
        return None if kind is None else self._value(kind, year)

    def _value(self, kind: Published, year: int) -> Value | None:
        row = self._rows.get((kind.indicator, kind.measure, kind.group, year))
        figure = None if row is None else number_or_none(row["value"])
        # The gate stops a row whose unit is another; a notebook that is run by itself has none.
        if row is None or figure is None or row["unit"] != kind.unit:
            return None
        unit, place = Unit(kind.unit), (self.file, int(row["file_row"]))
        if kind.turned:
            return _turned_over(figure).from_source(self.file, rows=[place])
        printed = decimals_written(row["value" + AS_WRITTEN])
        decimals = None if printed == DECIMALS[unit] else printed
        value = Value(figure, unit, note=AS_PUBLISHED, decimals=decimals)
        return value.from_source(self.file, rows=[place])


def _turned_over(ratio: float) -> Value:
    """A published ratio the way round that the standard has it."""
    if not ratio:
        return absent(Unit.RATIO, Status.NOT_CALCULABLE, "no cases in the group divided by")
    return Value(1 / ratio, Unit.RATIO, note=TURNED_OVER)


def stand_in(
    published: PublishedFigures, values: dict[str, Value], keys: Iterable[str], year: int
) -> None:
    """Put what was published in the place of each figure that the data does not give.

    A figure that is there, or that the counts say is not calculable, stays. Where one of them is
    suppressed, none is put: beside the figures of the counts it could tell what is hidden.
    """
    keys = tuple(keys)
    if any(key in values and values[key].status is Status.SUPPRESSED for key in keys):
        return
    for key in keys:
        if key in values and values[key].status is not Status.NOT_SUPPLIED:
            continue
        found = published.of_key(key, year)
        if found is not None:
            values[key] = found


def changes_stand_in(
    published: PublishedFigures, values: dict[str, Value], keys: Iterable[str], year: int
) -> None:
    """The published change on last year of each figure for which last year's is not known."""
    for key in keys:
        if f"{key}.previous" not in values:
            stand_in(published, values, [f"{key}.change"], year)
