"""The origin of a figure that a notebook measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby

from wres_report.indicators.formula import READ, Formula
from wres_report.indicators.kinds import kind_of
from wres_report.inputs.places import file_of
from wres_report.measures.value import AS_PUBLISHED, TURNED_OVER, Unit, Value
from wres_report.report.cards.definitions import defined
from wres_report.report.cards.england import benchmark_of, in_words
from wres_report.report.cards.model import OF_COUNTS, WITHOUT_COUNTS, Cell, Origin, Rows
from wres_report.report.cards.parts import columns_of, indicator_of
from wres_report.report.cards.titles import title_of
from wres_report.report.parts.context import ReportContext
from wres_report.standard import Standard, read_key
from wres_report.words import counted


def measured(
    report: ReportContext,
    values: Mapping[str, Value],
    cells: Mapping[str, Cell],
    hashes: Mapping[str, str],
    formula: Formula,
    key: str,
) -> Origin:
    """The origin of ``values[key]``.

    values: every figure that is shown, by key. cells: where each indicator is measured, by id.
    hashes: sha256 of each file of the data, by path. formula: what the figure was made of, as its
    notebook made it.
    """
    value, params = values[key], report.params
    if not formula.is_shown(values):
        formula = READ
    level = f"{100 * params.confidence:g}%"
    origin = Origin(
        key,
        title_of(key, report.standard, params.term, params.unknown_label),
        value.display,
        f"{level} interval {value.display_interval}" if value.has_interval else "",
        "" if formula.parts else _made(report.standard, key, value),
        formula.sign,
        formula.parts,
        rows=_rows_of(
            report.standard, key, value, [values[part] for part in formula.parts], hashes
        ),
    )
    indicator = indicator_of(report.standard, key)
    if indicator is None:
        return origin
    found = benchmark_of(report, key) if not value.source else None
    if found is not None:
        origin = replace(origin, made=in_words(report, found), citation=found.source)
    if value.unit is not Unit.COUNT:  # a headcount is what it says
        origin = defined(report, origin, indicator.id)
    return replace(origin, cell=cells.get(indicator.id))


def _made(standard: Standard, key: str, value: Value) -> str:
    """How a figure is made that is not made of two others."""
    indicator = indicator_of(standard, key)
    if value.note == AS_PUBLISHED:
        return WITHOUT_COUNTS
    if value.note == TURNED_OVER:
        return f"1 ÷ the published figure, which is the other way round; {OF_COUNTS}"
    if value.numerator is not None and value.n is not None:
        return f"{Value(value.numerator, Unit.COUNT).display} of {value.n:,}"
    if value.note == "benchmark-group median":
        return "median of the benchmark group, as the survey gives it"
    if indicator is not None and (
        given := kind_of(indicator).as_given(standard, standard.parts_of_key(key), value)
    ):
        return given
    if value.unit is Unit.PERCENT:
        return "a share of all staff, whose number is not shown"
    if read_key(key).stem == "plan":
        return "counted in the plan"
    columns = {column for file, _ in value.rows for column in columns_of(standard, key, file)}
    if len(value.rows) > 1:
        return f"the sum of {counted(len(value.rows), 'row')}"
    return "the sum of the columns" if len(columns) > 1 else "as it stands in the data"


def _rows_of(
    standard: Standard, key: str, value: Value, parts: Iterable[Value], hashes: Mapping[str, str]
) -> tuple[Rows, ...]:
    places = value.rows or [place for part in parts for place in part.rows]
    if not places:
        return tuple(Rows(file, sha256=hashes.get(file_of(file), "")) for file in value.source)
    pairs = groupby(sorted(set(places)), key=lambda place: place[0])
    return tuple(
        Rows(
            file,
            tuple(line for _, line in lines),
            columns_of(standard, key, file),
            hashes.get(file_of(file), ""),
        )
        for file, lines in pairs
    )
