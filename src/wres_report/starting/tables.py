"""The tables of a new trust-year: every row that the standard asks for, with empty cells.

An empty cell means "not supplied", so a table that is not filled in yet stops nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from wres_report.indicators.kinds import kind_of
from wres_report.indicators.publication import published_kinds
from wres_report.inputs.places import place_of
from wres_report.inputs.supplied import cells_at
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Indicator, Standard
from wres_report.standard.indicator import Rows
from wres_report.starting.before import last_years


def empty_tables(workspace: Workspace, trust_year: TrustYear, standard: Standard) -> dict[str, str]:
    """The text of each file by its name.

    What last year's data says of years before is taken over: earlier surveys, the areas that the
    trust serves, and the ids of last year's actions. Raises an input fault where one of its files
    cannot be read.
    """
    known = tables_of(standard)
    found: dict[str, list[list[str]]] = {
        "workforce": _workforce_rows(standard),
        **{
            i.cases.table: _case_rows(standard, i, i.cases, trust_year.year)
            for i in standard.indicators
            if i.cases is not None
        },
        "board": [["total"], ["voting"], ["executive"]],
        "survey": _survey_rows(workspace, trust_year, standard),
        "reported": _reported_rows(workspace, trust_year, standard),
    }
    files = {
        f"{name}.csv": _survey(known[name], rows) if name == "survey"
        else _written(known[name].columns, rows)
        for name, rows in found.items()
        if name in known
    }  # fmt: skip
    locality = _last_years(workspace, trust_year, "locality")
    if locality:
        columns = known["locality"].columns
        files["locality.csv"] = _written(columns, [list(row.values()) for row in locality])
    actions = _last_years(workspace, trust_year, "actions")
    if actions:
        files["progress.csv"] = _written(
            ["id", "rag", "progress"], [[row["id"]] for row in actions]
        )
    return files


def _workforce_rows(standard: Standard) -> list[list[str]]:
    bands = [[group, band.id] for group in ("non_clinical", "clinical") for band in standard.bands]
    return [*bands, *(["medical", grade.id] for grade in standard.medical_grades)]


def _case_rows(standard: Standard, indicator: Indicator, cases: Rows, year: int) -> list[list[str]]:
    """The people of whom the cases are, where they stand beside them, and the cases."""
    above = [[indicator.people.name]] if indicator.people is not None else []
    basis = [*[""] * len(standard.groups.names), indicator.version(year).basis]
    return [*above, [cases.name, *(basis if cases.has_basis else [])]]


def _survey_rows(
    workspace: Workspace, trust_year: TrustYear, standard: Standard
) -> list[list[str]]:
    earlier = [
        list(row.values())
        for row in _last_years(workspace, trust_year, "survey")
        if row["survey_year"].strip() != str(trust_year.survey_year)
    ]
    year, groups = str(trust_year.survey_year), standard.groups
    has_parts = "part" in tables_of(standard)["survey"].columns
    return [
        *earlier,
        *(
            [str(i.number), *([i.part] if has_parts else []), year, group]
            for i in standard.indicators
            if i.tables[0] == "survey"
            for group in ((groups.study,) if kind_of(i).one_group_alone else groups.pair)
        ),
    ]


def _reported_rows(
    workspace: Workspace, trust_year: TrustYear, standard: Standard
) -> list[list[str]]:
    """The usual headlines of this year, and of last year where there is no data of it."""
    years = [trust_year.year]
    if not workspace.data_folder(trust_year.previous).is_dir():
        years.insert(0, trust_year.year - 1)
    return [
        [str(kind.indicator), kind.measure, str(year), kind.group, "", kind.unit]
        for year in years
        for kind in published_kinds(standard).values()
        if kind.headline
    ]


def _survey(schema: TableSchema, rows: list[list[str]]) -> str:
    """The table, with the release of its rows only where any has one."""
    columns = schema.columns
    if not any(len(row) == len(columns) and row[-1] for row in rows):
        columns, rows = columns[:-1], [row[: len(columns) - 1] for row in rows]
    return _written(columns, rows)


def _last_years(workspace: Workspace, trust_year: TrustYear, table: str) -> list[dict[str, str]]:
    """The rows of a table of the year before, each with the columns of its schema."""
    place = place_of(workspace, last_years(workspace, trust_year), table)
    schema = tables_of(workspace.standard(trust_year))[table]
    cells = None if place is None else cells_at(place, schema)
    if cells is None:
        return []
    rows = zip(*cells.texts.values(), strict=True)
    return [dict(zip(schema.columns, row, strict=True)) for row in rows]


def _written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([*row, *[""] * (len(columns) - len(row))])
    return text.getvalue()
