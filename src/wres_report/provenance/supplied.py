"""The origin of a figure that the trust supplied as it stands: facts, areas, published figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from wres_report.fragments.context import ReportContext
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.measures.value import Unit, Value, write
from wres_report.narrative.collect import slug
from wres_report.provenance.england import england, in_words
from wres_report.provenance.measured import defined
from wres_report.provenance.model import Origin, Rows
from wres_report.provenance.titles import title_of
from wres_report.words import capitalised

REPORTED = re.compile(r"reported\.i([1-9])\.([a-z_]+)\.y([0-9]{4})")
SUPPLIED = "as the trust supplied it"
Row = Mapping[str, Any]


def fact(report: ReportContext, hashes: Mapping[str, str], key: str) -> Origin | None:
    """The origin of ``facts.<name>``."""
    name = key.removeprefix("facts.")
    row = _row(report, "facts", lambda row: row["key"] == name)
    if row is None:
        return None
    rows = _place(report, hashes, "facts", row, "display")
    title = capitalised(name.replace("_", " "))
    return Origin(key, title, row["display"], made=SUPPLIED, citation=row["source"], rows=rows)


def area(report: ReportContext, hashes: Mapping[str, str], key: str) -> Origin | None:
    """The origin of ``locality.<area>.population`` and ``locality.<area>.bme_percent``."""
    name, _, column = key.removeprefix("locality.").partition(".")
    row = _row(report, "locality", lambda row: slug(row["area"]) == name)
    if row is None or column not in ("population", "bme_percent") or row[column] != row[column]:
        return None
    population = column == "population"
    unit, what = (
        (Unit.COUNT, "population") if population else (Unit.PERCENT, f"{report.term} share")
    )
    return Origin(
        key,
        f"{row['area']}, {what}",
        write(row[column], unit),
        made=SUPPLIED,
        citation=row["population_source" if population else "ethnicity_source"],
        rows=_place(report, hashes, "locality", row, column),
    )


def reported(report: ReportContext, hashes: Mapping[str, str], key: str) -> Origin | None:
    """The origin of a figure that a plan shows and ``reported.csv`` alone holds."""
    match = REPORTED.fullmatch(key)
    if match is None:
        return None
    number, measure, year = int(match[1]), match[2], int(match[3])
    row = _row(
        report, "reported",
        lambda row: (row["indicator"], row["measure"], row["year"]) == (number, measure, year)
        and row["group"] != "white",
    )  # fmt: skip
    if row is None:
        return None
    decimals = decimals_written(row["value" + AS_WRITTEN])
    short = report.short(report.standard.indicator(f"i{number}"))
    origin = Origin(
        key,
        f"{short}, {measure.replace('_', ' ')}, {year}",
        Value(row["value"], Unit(row["unit"]), decimals=decimals).display,
        made="as published; its counts are not supplied",
        citation=row["source"],
        rows=_place(report, hashes, "reported", row, "value"),
    )
    return defined(report, origin, f"i{number}")


def national(report: ReportContext, key: str) -> Origin | None:
    """The origin of ``national.<indicator>.<name>``."""
    indicator, _, name = key.removeprefix("national.").partition(".")
    found = england(report, indicator, name)
    if found is None:
        return None
    title = title_of(key, report.standard, report.term, report.params.unknown_label)
    shown = write(found.value, Unit(found.unit))
    origin = Origin(key, title, shown, made=in_words(found), citation=found.source)
    return replace(defined(report, origin, indicator), citation=found.source)


def _row(report: ReportContext, table: str, wanted: Callable[[Row], bool]) -> Row | None:
    frame = report.tables.get(table)
    rows = [] if frame is None else frame.to_dict("records")
    return next((row for row in rows if wanted(row)), None)


def _place(
    report: ReportContext, hashes: Mapping[str, str], table: str, row: Row, column: str
) -> tuple[Rows, ...]:
    file = f"data/{report.trust_year}/{table}.csv"
    return (Rows(file, (int(row["file_row"]),), (column,), hashes.get(file, "")),)
