"""What the tests of plans share: a report that is only a plan, and tables read cell by cell."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pypandoc
import yaml
from bs4 import BeautifulSoup, Tag

from wres_report.handover import Handover
from wres_report.inputs.params import read_params
from wres_report.inputs.reading import read_table
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.marks import unmarked
from wres_report.plans.model import PLAN_COLUMNS, Action, row_of
from wres_report.report.parts.context import ReportContext
from wres_report.standard import load_standard

FILTERS = Path(__file__).resolve().parents[1] / "report" / "filters"
SILENT = {"code": "not_supplied", "shape": "○", "words": "not supplied", "adverse": False}
Row = Mapping[str, str]


def plain(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def write_csv(path: Path, rows: Iterable[Row], columns: Iterable[str] = PLAN_COLUMNS) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, tuple(columns), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_settings(root: Path, trust_year: TrustYear, **settings: Any) -> None:
    path = root / "params" / trust_year.code / f"{trust_year.year}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    given = {"name": "Sandmouth NHS Foundation Trust", "kind": "action-plan"} | settings
    path.write_text(yaml.safe_dump(given, allow_unicode=True), encoding="utf-8")


def report_of(
    root: Path,
    tables: Mapping[str, Iterable[Row] | Iterable[Action]],
    *,
    verdicts: Mapping[str, Mapping[str, Any]] | None = None,
    **settings: Any,
) -> ReportContext:
    """A report of ZZP/2021 from files that are written and read as a trust's own.

    tables: rows or actions of ``actions``, ``progress``, ``last`` (the plan of the year before),
    or rows of another table. verdicts: by indicator id; no figure was supplied for the others.
    """
    trust_year = TrustYear("ZZP", 2021)
    workspace = Workspace(root.resolve())
    write_settings(root, trust_year, **settings)
    read = {}
    for name, rows in tables.items():
        year = trust_year.previous if name == "last" else trust_year
        schema = TABLES["actions" if name == "last" else name]
        path = workspace.data_folder(year) / f"{schema.name}.csv"
        given = [row_of(row) if isinstance(row, Action) else row for row in rows]
        write_csv(path, given, schema.columns)
        read[name] = read_table(path, schema, workspace.relative(path))
    standard = load_standard()
    handovers = {
        indicator.id: Handover(
            indicator.id, {}, dict((verdicts or {}).get(indicator.id, SILENT)), {}, []
        )
        for indicator in standard.indicators
    }
    return ReportContext(
        trust_year,
        read_params(workspace, trust_year),
        standard,
        handovers,
        {name: table for name, table in read.items() if name != "last"},
        {"findings": [], "checked": []},
        last_plan=read.get("last"),
    )


def pandoc(markdown: str, to: str, *filters: str) -> str:
    """What the pandoc of the embedded renderer makes of a text, with some of our filters."""
    chosen = [part for name in filters for part in ("--lua-filter", str(FILTERS / f"{name}.lua"))]
    run = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", to, "--wrap", "none", *chosen],
        input=markdown, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    return run.stdout


def page_of(markdown: str) -> BeautifulSoup:
    """The text as the report's page shows it, its figures being plain text."""
    return BeautifulSoup(pandoc(unmarked(markdown), "html", "list-tables", "tables"), "html.parser")


def cells_of(row: Tag) -> list[Tag]:
    return row.find_all(["th", "td"], recursive=False)


def full_grid(table: Tag) -> list[list[str]]:
    """The text at every place of the table, that of a cell which spans several at each of them.

    Fails where two cells overlap, where a place has none, or where one reaches out of its part.
    """
    width = sum(int(cell.get("colspan", 1)) for cell in cells_of(table.find("tr")))
    grid: list[list[str]] = []
    for part in table.find_all(["thead", "tbody", "tfoot"], recursive=False):
        rows = part.find_all("tr", recursive=False)
        places: list[list[str | None]] = [[None] * width for _ in rows]
        for number, row in enumerate(rows):
            for cell in cells_of(row):
                _place(cell, places, number)
        grid += [[_there(text, places) for text in row] for row in places]
    return grid


def _place(cell: Tag, places: list[list[str | None]], number: int) -> None:
    assert None in places[number], f"a row has no room for the cell “{cell.get_text()}”"
    column = places[number].index(None)
    for row in range(number, number + int(cell.get("rowspan", 1))):
        assert row < len(places), f"“{cell.get_text()}” reaches below its part of the table"
        for at in range(column, column + int(cell.get("colspan", 1))):
            assert places[row][at] is None, f"“{cell.get_text()}” lies over another cell"
            places[row][at] = plain(cell.get_text(" "))


def _there(text: str | None, places: list[list[str | None]]) -> str:
    assert text is not None, f"a place without a cell in {places}"
    return text
