"""``wres verify --country``: makes a national report again and tells whether it is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from wres_report.cli.verifying import explained
from wres_report.faults import ExitStatus, usage_fault
from wres_report.inputs.workspace import Workspace
from wres_report.report.errors import told_as_fault
from wres_report.verify.country import CountryVerification, verify_country
from wres_report.words import counted


def verify(folder: Path, project: Path, names: Sequence[str], *, as_json: bool) -> ExitStatus:
    """Verify the national report of a folder; print what was found."""
    if names:
        raise usage_fault("Both trust-years and --country are given.", action="Choose one of them.")
    with told_as_fault():
        found = verify_country(folder.resolve(), Workspace(project.resolve()))
    if as_json:
        click.echo(json.dumps(found.as_dict(), indent=1, ensure_ascii=False))
    else:
        for line in _told(found, folder):
            click.echo(line)
    return found.status


def _told(found: CountryVerification, folder: Path) -> Iterator[str]:
    if found.changed:
        yield f"{folder}  changed since it was made:"
        yield from (f"    {name}" for name in found.changed)
        yield f"To do: make it again with wres country --out {folder} --to html."
    elif found.differences:
        number = counted(len(found.differences), "file")
        yield f"{folder}  {number} of {found.files} not the same"
        for difference in found.differences:
            yield from explained(difference)
        yield (
            "To do: where the notebooks, the template or the program have changed since, make it "
            "again; otherwise this is a fault of the program. Report it with the output of --json."
        )
    else:
        yield f"{folder}  the same: {counted(found.files, 'file')}."
