"""The stacks that the suites run on: one for each table, with what its rules need."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

from wres_report.gate.displays import shows
from wres_report.gate.plans import PLAN_MADE_FROM, plan_columns
from wres_report.gate.reported_rows import reported_columns
from wres_report.gate.signs import clashes, odd_texts
from wres_report.gate.stacks import Stack, stacked
from wres_report.gate.years import YearTables
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.params import Params
from wres_report.inputs.reading import AS_WRITTEN, as_number
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Standard

# ``reported.csv`` has a year of its own beside that of the trust-year.
RENAMED = {"reported": {"year": "year_of_figure", "year" + AS_WRITTEN: "year_of_figure_as_written"}}
# Columns that are made for a rule, and the column of the file that they are made from.
MADE_FROM = {
    "survey_years_ahead": "survey_year",
    "responses_behind_percent": "responses",
    "years_ahead": "year",
    "year_of_figure": "year",
    "area_clash": "area",
    "display_differs": "display",
    "measure_known": "measure",
    "group_fits": "group",
    "unit_fits": "unit",
    "figure": "measure",
    "source_of_value": "source",
    **PLAN_MADE_FROM,
}
PLANS = ("actions", "progress")
# Columns of text that the report prints as they are.
TEXTS = {**{name: table.texts for name, table in GIVEN.items()}, "reported": ("source",)}
DEFAULT_MINIMUM_RESPONSES = 11

Columns = dict[str, Sequence[Any]]


def stack_of(
    table: str,
    years: Sequence[YearTables],
    planned: set[tuple[str, int, str]],
    params: Mapping[TrustYear, Params],
    standard: Standard,
) -> Stack:
    """One table of all trust-years, one under the other, with what its rules need.

    planned: as ``planned_in`` gives it. params: the settings of the trust-years, so far as they
    are known.

    Columns: trust, year, file, file_row, the table's own (numbers as floats with their text
    under ``<column>_as_written``), and those of ``MADE_FROM``. Where a value is derived for a
    percentage, ``<column>_fraction`` is ``certain``, ``possible`` or ``no``.
    """
    renamed = RENAMED.get(table, {})
    stack = stacked(table, years, renamed)
    if not stack.parts:
        return stack
    columns = dict(stack.columns)
    for number in tables_of(standard)[table].numbers:
        name = renamed.get(number, number)
        columns[name + AS_WRITTEN] = columns[name]
        columns[name] = [as_number(text) for text in columns[name]]
    stack = Stack(columns, stack.parts)
    if table in PLANS:
        columns |= plan_columns(table, stack, planned, params, standard)
    else:
        columns |= _made_columns(table, columns, standard)
        if table == "survey":
            columns |= _responses(stack, params)
        if table in TEXTS:
            columns |= odd_texts(columns, TEXTS[table])
    return stack


def planned_in(years: Iterable[YearTables]) -> set[tuple[str, int, str]]:
    """The actions of each plan: trust, the year that reports on them, id."""
    return {
        (year.trust_year.code, year.trust_year.year + 1, id)
        for year in years
        if "actions" in year.tables
        for id in year.tables["actions"].texts["id"]
    }


def _made_columns(table: str, columns: Columns, standard: Standard) -> Columns:
    """The columns that are made for rules on this table."""
    if table == "survey":
        series = [name for name in tables_of(standard)[table].key if name in ("indicator", "part")]
        return {
            "survey_years_ahead": _minus(columns["survey_year"], [y - 1 for y in columns["year"]]),
            **{
                name + "_fraction": fractions(columns, columns[name], series)
                for name in ("percent", "benchmark_percent")
            },
        }
    if table == "reported":
        made = reported_columns(columns, standard)
        rare = {i.number for i in standard.indicators if i.cases and i.cases.has_basis}
        return {
            "years_ahead": _minus(columns["year_of_figure"], columns["year"]),
            # Of a formal process a rate below one in a hundred is what is usual.
            "value_fraction": fractions(
                columns,
                _where(
                    made["value_percent"], [number not in rare for number in columns["indicator"]]
                ),
                ["indicator", "measure"],
            ),
            "source_of_value": [
                source if text else "no value"
                for source, text in zip(
                    columns["source"], columns["value" + AS_WRITTEN], strict=True
                )
            ],
            **made,
        }
    if table == "locality":
        share = f"{standard.groups.study}_percent"
        return {
            f"{share}_fraction": fractions(columns, columns[share], [], fewest=2),
            "area_clash": clashes(columns),
        }
    if table == "facts":
        percents = _where(columns["value"], [unit == "percent" for unit in columns["unit"]])
        return {
            "value_fraction": fractions(columns, percents, ["key"]),
            "display_differs": [
                "" if shows(display, value) else display
                for display, value in zip(columns["display"], columns["value"], strict=True)
            ],
        }
    return {}


def _responses(stack: Stack, params: Mapping[TrustYear, Params]) -> Columns:
    """``minimum_responses`` of the settings, and how far the responses behind a percentage are
    above it; below 0 where they are too few."""
    percents, responses = stack.columns["percent"], stack.columns["responses"]
    minimum = [DEFAULT_MINIMUM_RESPONSES] * len(stack)
    for part in stack.parts:
        if part.trust_year in params:
            least = params[part.trust_year].disclosure.minimum_responses
            minimum[part.start : part.end] = [least] * (part.end - part.start)
    behind = _where(responses, [percent == percent for percent in percents])
    return {"minimum_responses": minimum, "responses_behind_percent": _minus(behind, minimum)}


def _minus(values: Sequence[float], others: Sequence[float]) -> list[float]:
    return [value - other for value, other in zip(values, others, strict=True)]


def _where(values: Sequence[Any], kept: Sequence[bool], otherwise: Any = math.nan) -> list[Any]:
    return [value if keep else otherwise for value, keep in zip(values, kept, strict=True)]


def fractions(
    columns: Mapping[str, Sequence[Any]], percents: Sequence[float], by: list[str], fewest: int = 1
) -> list[str]:
    """The ``fraction_flag`` of each percentage among those of its trust-year.

    by: the columns that tell apart the series of a trust-year; where one of them is not given,
    the percentage is no fraction.
    """
    flags = ["no"] * len(percents)
    suspects = [place for place, percent in enumerate(percents) if 0 < percent <= 1]
    if suspects:
        keys = list(zip(*(columns[name] for name in ("trust", "year", *by)), strict=True))
        suspects = [place for place in suspects if all(part == part for part in keys[place])]
        series: dict[tuple[Any, ...], list[float]] = {keys[place]: [] for place in suspects}
        for key, percent in zip(keys, percents, strict=True):
            if key in series:
                series[key].append(percent)
        for place in suspects:
            flags[place] = fraction_flag(percents[place], series[keys[place]], fewest)
    return flags


def fraction_flag(percent: float, series: list[float], fewest: int = 1) -> str:
    """Whether a percentage is a fraction of one: ``certain``, ``possible`` or ``no``.

    series: the percentages it stands among, itself included, NaN where there is none.
    Certain where none of them (but at least ``fewest``) is above 1, or where a hundred times
    the percentage would be of the others' size and the percentage itself is not.
    """
    if math.isnan(percent) or not 0 < percent <= 1:
        return "no"
    positive = [value for value in series if value > 0]
    others = [value for value in positive if value > 1]
    if not others:
        return "certain" if len(positive) >= fewest else "possible"
    if percent == 1:
        return "no"
    typical = median(others)
    return "certain" if typical >= 5 and 1 / 3 <= 100 * percent / typical <= 3 else "possible"
