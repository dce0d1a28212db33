"""Whose figure a figure is, and which columns of the tables it is read from."""

from __future__ import annotations

from wres_report.indicators.kinds import kind_of
from wres_report.inputs.places import table_named
from wres_report.standard import Indicator, Standard


def indicator_of(standard: Standard, key: str) -> Indicator | None:
    """The indicator that a figure belongs to; None for one that is none's."""
    if key.startswith("workforce."):
        return next(iter(standard.of_kind("representation")), None)
    return standard.of_key(key)


def columns_of(standard: Standard, key: str, file: str) -> tuple[str, ...]:
    """The columns of a file that a figure is read from."""
    groups = standard.groups
    if table_named(file) == "reported":
        return ("value",)
    if key.startswith("workforce."):
        group = key.split(".")[1]
        return (group,) if group in groups.names else groups.names
    indicator = standard.of_key(key)
    if indicator is None:
        return groups.names
    figure = key.removeprefix(indicator.prefix)
    return kind_of(indicator).columns(groups, key, figure, file)
