"""Which files of a trust-year's data folder are read. One list, for all that asks.

The keys of the steps, staging, the manifest, the list of inputs that a report prints, what
``wres verify`` copies and what a preview watches: all go by it. What is not in it is nobody's
input: its name is told by ``wres check``, and it is neither hashed nor listed.
"""

from __future__ import annotations

import os
from pathlib import Path

from wres_report.hashes import files_below
from wres_report.inputs.opening import supplied
from wres_report.inputs.places import nominal, workbook_of
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.standard import HOME, Standard

NARRATIVE = "narrative"
# The table of all trusts, which the reports of the standard at home are set beside.
COUNTRY = "data/country/country.csv"
# What the imports decided stands here: the workspace's own, and no input of a report.
DECISIONS = "imports"
# What a trust's own document printed serves the backtest alone; no report is made from it.
FOR_THE_BACKTEST = "published"
# What systems leave in folders, and what programs leave beside a file that is open in them.
LEFT_BY_PROGRAMS = ("thumbs.db", "desktop.ini", "ehthumbs.db")
# What a person may mean for a table.
SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers")
MAY_BE_TABLES = (".csv", ".txt", ".tsv", *SPREADSHEETS)
PICTURES = (".png", ".jpg", ".jpeg", ".gif")
HIDDEN = (".", "~$", "__pycache__")


def is_hidden(name: str) -> bool:
    """Whether a file is none that a person put there: hidden, or a program's own."""
    return name.startswith(HIDDEN) or name.lower() in LEFT_BY_PROGRAMS


def may_be_a_table(path: Path) -> bool:
    """Whether a person may have meant a file that is not read for a table."""
    return path.suffix.lower() in MAY_BE_TABLES and not is_hidden(path.name)


def read_tables(standard: Standard) -> tuple[str, ...]:
    """The tables of a standard that reports are made from, in their order."""
    return tuple(name for name in tables_of(standard) if name != FOR_THE_BACKTEST)


def table_files(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """The files of tables that are supplied, by path from the workspace, the workbook of tables
    among them; also one that cannot be read."""
    folder = workspace.data_folder(trust_year)
    names = read_tables(workspace.standard(trust_year))
    paths = {nominal(trust_year, name): folder / f"{name}.csv" for name in names}
    found = {where: path for where, path in paths.items() if supplied(path)}
    book = workbook_of(workspace, trust_year)
    return found | ({book.where: book.path} if book is not None else {})


def narrative_files(workspace: Workspace, trust_year: TrustYear) -> list[Path]:
    """The trust's own words, in order of name; one whose name is no section's among them."""
    return _of_the_narrative(workspace, trust_year, (".md",))


def picture_files(workspace: Workspace, trust_year: TrustYear) -> list[Path]:
    """The pictures that the trust's own words may show, in order of name."""
    return _of_the_narrative(workspace, trust_year, PICTURES)


def _of_the_narrative(
    workspace: Workspace, trust_year: TrustYear, kinds: tuple[str, ...]
) -> list[Path]:
    folder = workspace.data_folder(trust_year) / NARRATIVE
    try:
        with os.scandir(folder) as listing:
            names = sorted(entry.name for entry in listing)
    except OSError:
        return []
    return [folder / name for name in names if name.lower().endswith(kinds) and not is_hidden(name)]


def country_file(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """The table of all trusts where there is one, by path from the workspace."""
    path = workspace.root / COUNTRY
    return {COUNTRY: path} if trust_year.standard == HOME and supplied(path) else {}


def used_files(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """Every file of the year's data folder that a report is made from, by path from the
    workspace."""
    words = [*narrative_files(workspace, trust_year), *picture_files(workspace, trust_year)]
    return table_files(workspace, trust_year) | {
        f"data/{trust_year}/{NARRATIVE}/{path.name}": path for path in words
    }


def files_of(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """Every file of the folder, by path from the workspace, without those of other standards."""
    others = tuple(f"{name}/" for name in workspace.other_standards(trust_year))
    below = files_below(workspace.data_folder(trust_year), linked=False)
    return {
        f"data/{trust_year}/{name}": path for name, path in below if not name.startswith(others)
    }


def unused_files(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """The other files of the folder, by path from the workspace; not those that begin with a dot,
    which systems hide from people, nor what the imports remember of how a table was made."""
    used = used_files(workspace, trust_year)
    kept = f"data/{trust_year}/{FOR_THE_BACKTEST}.csv"
    found = files_of(workspace, trust_year)
    return {
        where: path for where, path in found.items()
        if where not in used and where != kept
        and not (where.startswith(f"data/{trust_year}/{DECISIONS}/") and where.endswith(".yaml"))
    }  # fmt: skip
