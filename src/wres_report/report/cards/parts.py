"""Whose figure a figure is, and which columns of the tables it is read from."""

from __future__ import annotations

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.places import table_named
from wres_report.inputs.tables import WORKFORCE
from wres_report.standard import Indicator, Standard, read_key


def indicator_of(standard: Standard, key: str) -> Indicator | None:
    """The indicator that a figure belongs to; None for one that is none's."""
    if read_key(key).stem == WORKFORCE:
        return next(iter(standard.of_kind("representation")), None)
    return standard.of_key(key)


def columns_of(standard: Standard, key: str, file: str) -> tuple[str, ...]:
    """The columns of a file that a figure is read from."""
    groups = standard.groups
    if table_named(file) == "reported":
        return ("value",)
    read = read_key(key)
    if read.stem == WORKFORCE:
        return (read.figure,) if read.figure in groups.names else groups.names
    indicator = standard.of_key(key)
    if indicator is None:
        return groups.names
    return kind_of(indicator).columns(groups, read, standard.parts_of_key(key))
