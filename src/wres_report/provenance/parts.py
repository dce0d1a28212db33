"""Which figures a figure is made of, and which columns of the tables it is read from."""

from __future__ import annotations

from wres_report.indicators.formula import LESS, READ, Formula
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.places import table_named
from wres_report.standard import Indicator, Standard

CHANGE = ".change"


def indicator_of(standard: Standard, key: str) -> Indicator | None:
    """The indicator that a figure belongs to; None for one that is none's."""
    if key.startswith("workforce."):
        return next(iter(standard.of_kind("representation")), None)
    return standard.of_key(key)


def formula_of(key: str, standard: Standard) -> Formula:
    """What a ratio, a gap, a difference or a change is made of; ``READ`` for any other figure."""
    if key.endswith(CHANGE):
        whole = key.removesuffix(CHANGE)
        return Formula(LESS, (whole, f"{whole}.previous"))
    indicator = standard.of_key(key)
    if indicator is None:
        return READ
    figure, dot, suffix = key.removeprefix(indicator.prefix).partition(".")
    return kind_of(indicator).made_of(standard, indicator, figure, dot + suffix)


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
