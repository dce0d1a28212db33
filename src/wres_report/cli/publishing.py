"""``wres publish``: writes the finished reports as a folder for a website."""

from __future__ import annotations

from pathlib import Path

import click

from wres_report.faults import ExitStatus
from wres_report.inputs.workspace import Workspace
from wres_report.website.remarks import remarks_on
from wres_report.website.site import publish as write_site
from wres_report.words import counted


def publish(
    folder: Path, trust_years: tuple[str, ...], project: Path, out: Path | None, *, drafts: bool
) -> ExitStatus:
    """Publish the reports named, all where none is, and say what was written.

    What their builds remarked on in the trust's own words is told once more.
    """
    workspace = Workspace.open(project)
    chosen = workspace.select(trust_years) if trust_years else []
    outputs = out or workspace.outputs
    count = write_site(outputs, folder, chosen, drafts=drafts)
    for trust_year, remarks in remarks_on(workspace, outputs, chosen):
        click.echo(
            f"{trust_year} is published with what its build remarked on in the trust's own words:",
            err=True,
        )
        for remark in remarks:
            click.echo(f"  {remark}", err=True)
    click.echo(f"{counted(count, 'file')} written to {folder}. Begin with: {folder / 'index.html'}")
    return ExitStatus.DONE
