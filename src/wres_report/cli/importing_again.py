"""``wres import again``: this year's files, imported as last year's were."""

from __future__ import annotations

import re
from pathlib import Path

import click

from wres_report.cli.importing_tables import Options, check_targets, read_for, write_read
from wres_report.cli.showing_imports import show
from wres_report.faults import ExitStatus, Fault, gravest, input_fault, together
from wres_report.imports.decided import Decided, last_decided
from wres_report.imports.readers import tables_read
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

DIGITS = re.compile(r"\d+")
KINDS = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")


def import_again(name_of_year: str, folder: Path, project: Path, *, force: bool) -> ExitStatus:
    """Run every import that was decided: all that have a file are written, or none.

    A table whose file has not come yet does not stop the others. A file that was imported for an
    earlier year, one that cannot be read or decided, and one whose table is there already stop
    all: half of a year beside half of another is worse than none.
    """
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
    files, statuses = _files_of(folder, decided, trust_year)
    refused = [_imported_before(file, one, trust_year) for one, file in files]
    if any(refused):
        raise together([fault for fault in refused if fault is not None])
    readings, stopping = [], list[ExitStatus]()
    for one, file in files:
        click.echo(f"\n== {one.table}, as decided for {one.trust_year} ==")
        options = Options(
            into=str(trust_year), sheet=_sheet(one, trust_year), force=force, project=project
        )
        try:
            reading = read_for(one.table, file, options)
            show(reading.imported)
            check_targets(reading.imported, reading.target, force=force)
            readings.append((reading, options))
            stopping += [ExitStatus.BLOCKED] if reading.imported.undecided else []
        except Fault as fault:
            click.echo(str(fault), err=True)
            stopping.append(fault.status)
    if stopping:
        click.echo("\nNothing is written, of any table: first mend what is said above.", err=True)
    else:
        statuses += [write_read(reading, options) for reading, options in readings]
    used = {file for _, file in files}
    unused = [path.name for path in _files(folder) if path not in used]
    if unused:
        click.echo(f"\nNot read, because no import is decided for them: {', '.join(unused)}")
    return gravest(statuses + stopping)


def _files_of(
    folder: Path, decided: list[Decided], trust_year: TrustYear
) -> tuple[list[tuple[Decided, Path]], list[ExitStatus]]:
    """The imports whose file is there; those whose file is not are told."""
    found, statuses = [], []
    for one in decided:
        try:
            found.append((one, file_like(folder, one, trust_year)))
        except Fault as fault:
            click.echo(f"{one.table}: {fault}", err=True)
            statuses.append(fault.status)
    return found, statuses


def _imported_before(file: Path, decided: Decided, trust_year: TrustYear) -> Fault | None:
    """The fault of a file that is another year's: its figures would be told as this year's."""
    if decided.trust_year == trust_year or not decided.is_of(file):
        return None
    return input_fault(
        f"This is the file that was imported for {decided.trust_year.year}; nothing is written.",
        file.as_posix(),
        f"Put the file for {trust_year.year} in its place ({decided.table}). If this one does hold "
        f"both years: wres import {decided.table} FILE --into {trust_year}",
    )


def file_like(folder: Path, decided: Decided, trust_year: TrustYear) -> Path:
    """The file that is named as the earlier one, whatever the digits; an earlier year's own file,
    which may lie beside it, is passed over where there is another.

    Raises an input fault where there is none, or more than one.
    """
    exact = folder / decided.file
    wanted = _shape(decided.file)
    found = [path for path in _files(folder) if _shape(path.name) == wanted]
    if decided.trust_year != trust_year and len(found) > 1:
        found = [path for path in found if not decided.is_of(path)] or found
    if exact in found:
        return exact
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
