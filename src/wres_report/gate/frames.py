"""The frames that the suites run on: one for each table, over all trust-years together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from wres_report.faults import Fault
from wres_report.gate.cells import nearest
from wres_report.gate.plans import PLAN_MADE_FROM, add_plan_columns, take_from_last_plan
from wres_report.gate.suites import GATED_TABLES
from wres_report.gate.validation import POSITION
from wres_report.inputs.params import Params
from wres_report.inputs.reading import AS_WRITTEN, read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

# ``reported.csv`` has a year of its own beside that of the trust-year.
RENAMED = {"reported": {"year": "year_of_figure", "year" + AS_WRITTEN: "year_of_figure_as_written"}}
# Columns that are made for a rule, and the column of the file that they are made from.
MADE_FROM = {
    "survey_years_ahead": "survey_year",
    "responses_behind_percent": "responses",
    "years_ahead": "year",
    "year_of_figure": "year",
    **PLAN_MADE_FROM,
}
UNITS = ("percent", "pp", "ratio", "count", "score")
SPREADSHEETS = (".csv", ".xlsx", ".xls", ".ods", ".tsv", ".txt")


@dataclass
class YearTables:
    """The tables of one trust-year as they were read.

    tables: by name, as ``read_table`` gives them. faults: by table, for those that cannot be
    read. strangers: files in the folder that no table is read from.
    """

    trust_year: TrustYear
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)

    def file(self, table: str) -> str:
        """The table's file, from the workspace."""
        return f"data/{self.trust_year}/{table}.csv"


def read_year(workspace: Workspace, trust_year: TrustYear) -> YearTables:
    """Read every table that is supplied; a table that cannot be read becomes a fault of it."""
    folder = workspace.data_folder(trust_year)
    year = YearTables(trust_year)
    for name in GATED_TABLES:
        path = folder / f"{name}.csv"
        if not path.exists():
            continue
        try:
            year.tables[name] = read_table(path, TABLES[name], year.file(name))
        except Fault as fault:
            year.faults[name] = fault
    known = {f"{name}.csv" for name in TABLES}
    year.strangers = sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in SPREADSHEETS and path.name not in known
    )
    return year


def stack(table: str, years: list[YearTables], params: Mapping[TrustYear, Params]) -> pd.DataFrame:
    """One table of all trust-years, one under the other, with what its rules need.

    params: the settings of the trust-years, so far as they are known.

    Columns: trust, year, file, file_row, position, the table's own (numbers as floats with
    their text under ``<column>_as_written``), and those of ``MADE_FROM``. Where a value is
    derived for a percentage, ``<column>_fraction`` is ``certain``, ``possible`` or ``no``.
    """
    supplied = [year for year in years if table in year.tables]
    if not supplied:
        return pd.DataFrame()
    lengths = [len(year.tables[table]) for year in supplied]
    frame = _concat([year.tables[table] for year in supplied])
    frame = frame.rename(columns=RENAMED.get(table, {}))
    frame.insert(0, "trust", _repeated((y.trust_year.code for y in supplied), lengths))
    frame.insert(1, "year", _repeated((y.trust_year.year for y in supplied), lengths))
    frame.insert(2, "file", _repeated((y.file(table) for y in supplied), lengths))
    frame[POSITION] = range(len(frame))
    if table in ("actions", "progress"):
        frame = add_plan_columns(table, frame, params)
    if table == "progress":
        take_from_last_plan(frame, _planned(years))
    return _with_made_columns(table, frame)


def _planned(years: list[YearTables]) -> set[tuple[str, int, str]]:
    """The actions of each plan: trust, the year that reports on them, id."""
    return {
        (year.trust_year.code, year.trust_year.year + 1, id)
        for year in years
        if "actions" in year.tables
        for id in year.tables["actions"]["id"]
    }


def _concat(tables: list[pd.DataFrame]) -> pd.DataFrame:
    # Column by column: pandas' own concat spends most of its time on comparing the frames.
    columns = tables[0].columns
    return pd.DataFrame(
        {name: np.concatenate([t[name].to_numpy() for t in tables]) for name in columns}
    )


def _repeated(values: Iterable[Any], times: list[int]) -> list[Any]:
    return [value for value, n in zip(values, times, strict=True) for _ in range(n)]


def _with_made_columns(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    if table == "survey":
        frame["survey_years_ahead"] = frame["survey_year"] - (frame["year"] - 1)
        given = frame["percent"].notna()
        frame["responses_behind_percent"] = frame["responses"].where(given)
        for column in ("percent", "benchmark_percent"):
            _add_fractions(frame, column, frame[column], ["indicator"])
    elif table == "reported":
        frame["years_ahead"] = frame["year_of_figure"] - frame["year"]
        for unit in UNITS:
            frame[f"value_{unit}"] = frame["value"].where(frame["unit"] == unit)
        counts = frame["unit"] == "count"
        frame["value_count" + AS_WRITTEN] = frame["value" + AS_WRITTEN].where(counts, "")
        _add_fractions(frame, "value", frame["value_percent"], ["indicator", "measure"])
    elif table == "locality":
        _add_fractions(frame, "bme_percent", frame["bme_percent"], [], fewest=2)
    elif table == "facts":
        percents = frame["value"].where(frame["unit"] == "percent")
        _add_fractions(frame, "value", percents, ["key"])
    return frame


def _add_fractions(
    frame: pd.DataFrame, column: str, percents: pd.Series[float], by: list[str], fewest: int = 1
) -> None:
    flags = pd.Series("no", index=frame.index, dtype=object)
    keys = [frame["trust"], frame["year"], *(frame[name] for name in by)]
    for _, group in percents.groupby(keys, sort=False):
        series = [float(value) for value in group]
        for index, value in zip(group.index, series, strict=True):
            flags[index] = fraction_flag(value, series, fewest)
    frame[column + "_fraction"] = flags


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


def files_frame(years: list[YearTables]) -> pd.DataFrame:
    """One row for each file: file, file_row 1, table, is_table (yes or no), missing_columns,
    unknown_columns (names with commas), head (all of them), rows, hint (the near names); tables
    is 0 for a folder without any table."""
    rows: list[dict[str, Any]] = []
    for year in years:
        place = {"trust": year.trust_year.code, "year": year.trust_year.year, "file_row": 1}
        for name, frame in year.tables.items():
            rows.append(place | {"file": year.file(name), **_columns_of(name, frame)})
        if not year.tables and not year.faults:
            rows.append(
                place | _no_columns("yes") | {"file": f"data/{year.trust_year}/", "tables": 0}
            )
        for stranger in year.strangers:
            near = nearest(stranger.rsplit(".", 1)[0], list(TABLES))
            hint = near and f"Is “{near}.csv” meant?"
            file = f"data/{year.trust_year}/{stranger}"
            rows.append(place | _no_columns("no") | {"file": file, "hint": hint})
    frame = pd.DataFrame(rows)
    if "tables" not in frame:
        frame["tables"] = float("nan")
    frame[POSITION] = range(len(frame))
    return frame


def _no_columns(is_table: str) -> dict[str, Any]:
    names = ("table", "missing_columns", "unknown_columns", "head", "hint")
    return {"is_table": is_table, "rows": 1, **dict.fromkeys(names, "")}


def _columns_of(table: str, frame: pd.DataFrame) -> dict[str, Any]:
    schema = TABLES[table]
    head: list[str] = frame.attrs["columns"]
    missing = [name for name in schema.required if name not in head]
    unknown = [name for name in head if name not in schema.columns]
    # A column that is misspelt is missing, and that is told; it is not told again as unknown.
    meant = {name: nearest(name, [c for c in schema.columns if c not in head]) for name in unknown}
    misspelt = {name: near for name, near in meant.items() if near in missing}
    hints = [
        f"“{name}” may be meant for “{near}”: rename it." for name, near in meant.items() if near
    ]
    return {
        "table": table,
        "is_table": "yes",
        "missing_columns": ", ".join(missing),
        "unknown_columns": ", ".join(name for name in unknown if name not in misspelt),
        "head": ", ".join(head),
        "rows": len(frame),
        "hint": " ".join(hints),
    }


def rows_of(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a frame as plain values; a number that is not given is None."""
    columns = [
        [None if value != value else value for value in frame[name].tolist()]  # NaN is not itself
        if frame[name].dtype.kind == "f"
        else frame[name].tolist()
        for name in frame
    ]
    names = [str(name) for name in frame]
    for values in zip(*columns, strict=True):
        yield dict(zip(names, values, strict=True))
