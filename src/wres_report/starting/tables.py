"""The tables of a new trust-year: every row that the standard asks for, with empty cells.

An empty cell means "not supplied", so a table that is not filled in yet stops nothing.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from wres_report.inputs.opening import supplied
from wres_report.inputs.reported import RATIOS, published_kinds
from wres_report.inputs.tables import TABLES
from wres_report.inputs.text import read_text
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard

SURVEYED = (5, 6, 7, 8)
PAIR = ("white", "bme")
# What trusts print of an indicator where they print one figure, or one of each group.
HEADLINES = (("percent", "bme"), ("percent", "white"), ("ratio", ""), ("voting_difference", ""))


def empty_tables(workspace: Workspace, trust_year: TrustYear, standard: Standard) -> dict[str, str]:
    """The text of each file by its name.

    What last year's data says of years before is taken over: earlier surveys, the areas that the
    trust serves, and the ids of last year's actions. Raises an input fault where one of its files
    cannot be read.
    """
    basis = standard.indicator("i3").version(trust_year.year).basis
    files = {
        "workforce.csv": _csv("workforce", _workforce_rows(standard)),
        "recruitment.csv": _csv("recruitment", [["shortlisted"], ["appointed"]]),
        "disciplinary.csv": _csv("disciplinary", [["entered", "", "", "", basis]]),
        "training.csv": _csv("training", [["accessed"]]),
        "board.csv": _csv("board", [["total"], ["voting"], ["executive"]]),
        "survey.csv": _survey(_survey_rows(workspace, trust_year)),
        "reported.csv": _csv("reported", _reported_rows(workspace, trust_year)),
    }
    locality = _last_years(workspace, trust_year, "locality")
    if locality:
        files["locality.csv"] = _csv("locality", [list(row.values()) for row in locality])
    actions = _last_years(workspace, trust_year, "actions")
    if actions:
        files["progress.csv"] = _written(
            ["id", "rag", "progress"], [[row["id"]] for row in actions]
        )
    return files


def _workforce_rows(standard: Standard) -> list[list[str]]:
    bands = [[group, band.id] for group in ("non_clinical", "clinical") for band in standard.bands]
    return [*bands, *(["medical", grade.id] for grade in standard.medical_grades)]


def _survey_rows(workspace: Workspace, trust_year: TrustYear) -> list[list[str]]:
    earlier = [
        list(row.values())
        for row in _last_years(workspace, trust_year, "survey")
        if row["survey_year"].strip() != str(trust_year.survey_year)
    ]
    year = str(trust_year.survey_year)
    return [*earlier, *([str(number), year, group] for number in SURVEYED for group in PAIR)]


def _reported_rows(workspace: Workspace, trust_year: TrustYear) -> list[list[str]]:
    """The usual headlines of this year, and of last year where there is no data of it."""
    years = [trust_year.year]
    if not workspace.data_folder(trust_year.previous).is_dir():
        years.insert(0, trust_year.year - 1)
    return [
        [str(kind.indicator), kind.measure, str(year), kind.group, "", kind.unit]
        for year in years
        for kind in published_kinds().values()
        if (kind.measure, kind.group) in HEADLINES
        and not (kind.measure == "percent" and (kind.indicator in RATIOS or not kind.key))
    ]


def _survey(rows: list[list[str]]) -> str:
    """The table, with the release of its rows only where any has one."""
    columns = TABLES["survey"].columns
    if not any(len(row) == len(columns) and row[-1] for row in rows):
        columns, rows = columns[:-1], [row[: len(columns) - 1] for row in rows]
    return _written(columns, rows)


def _last_years(workspace: Workspace, trust_year: TrustYear, table: str) -> list[dict[str, str]]:
    """The rows of a table of the year before, each with the columns of its schema."""
    path = workspace.data_folder(trust_year.previous) / f"{table}.csv"
    if not supplied(path):
        return []
    reader = csv.DictReader(io.StringIO(read_text(path, workspace.relative(path))))
    return [{name: row.get(name) or "" for name in TABLES[table].columns} for row in reader]


def _csv(table: str, rows: Iterable[Sequence[str]]) -> str:
    return _written(TABLES[table].columns, rows)


def _written(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([*row, *[""] * (len(columns) - len(row))])
    return text.getvalue()
