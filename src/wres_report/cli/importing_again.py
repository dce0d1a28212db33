"""``wres import again``: this year's files, imported as last year's were."""

from __future__ import annotations

import re
from pathlib import Path

import click

from wres_report.cli.importing_tables import Options, import_table
from wres_report.faults import ExitStatus, Fault, gravest, input_fault
from wres_report.imports.decided import Decided, last_decided
from wres_report.imports.readers import tables_read
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

DIGITS = re.compile(r"\d+")
KINDS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")


def import_again(name_of_year: str, folder: Path, project: Path, *, force: bool) -> ExitStatus:
    """Run every import that was decided; one that fails does not stop the others."""
    trust_year = TrustYear.parse(name_of_year)
    workspace = Workspace.open(project)
    tables = tables_read(workspace.standard(trust_year))
    decided = [found for table in tables if (found := last_decided(workspace, trust_year, table))]
    if not decided:
        raise input_fault(
            f"Nothing was imported for {trust_year} or the years before it.",
            f"data/{trust_year}/imports/",
            "Import each file once; what you decide is kept for the next year.",
        )
    if not folder.is_dir():
        raise input_fault("There is no such folder.", folder.as_posix(), "Name the folder.")
    statuses, used = [], set()
    for one in decided:
        click.echo(f"\n== {one.table}, as decided for {one.trust_year} ==")
        try:
            file = file_like(folder, one)
            used.add(file)
            options = Options(
                into=str(trust_year), sheet=_sheet(one, trust_year), force=force, project=project
            )
            statuses.append(import_table(one.table, file, options))
        except Fault as fault:
            click.echo(str(fault), err=True)
            statuses.append(fault.status)
    unused = [path.name for path in _files(folder) if path not in used]
    if unused:
        click.echo(f"\nNot read, because no import is decided for them: {', '.join(unused)}")
    return gravest(statuses)


def file_like(folder: Path, decided: Decided) -> Path:
    """The file that is named as the earlier one, whatever the digits.

    Raises an input fault where there is none, or more than one.
    """
    exact = folder / decided.file
    if exact.is_file():
        return exact
    wanted = _shape(decided.file)
    found = [path for path in _files(folder) if _shape(path.name) == wanted]
    if len(found) == 1:
        return found[0]
    raise input_fault(
        f"{len(found) or 'No'} files are named like “{decided.file}”."
        if found
        else f"No file is named like “{decided.file}”.",
        folder.as_posix(),
        f"Import it by its name: wres import {decided.table} FILE --into RX7/2026.",
    )


def _files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in KINDS)


def _shape(name: str) -> str:
    return DIGITS.sub("#", name.casefold())


def _sheet(decided: Decided, trust_year: TrustYear) -> str:
    """The sheet that was named; one with a year in its name is looked for anew."""
    return (
        "" if DIGITS.search(decided.sheet) and decided.trust_year != trust_year else decided.sheet
    )
