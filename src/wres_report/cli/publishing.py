"""``wres publish``: writes the finished reports as a folder for a website."""

from __future__ import annotations

from pathlib import Path

import click

from wres_report.faults import ExitStatus
from wres_report.inputs.workspace import Workspace
from wres_report.website.site import publish as write_site


def publish(
    folder: Path, trust_years: tuple[str, ...], project: Path, out: Path | None, *, drafts: bool
) -> ExitStatus:
    """Publish the reports named, all where none is, and say what was written."""
    workspace = Workspace.open(project)
    chosen = workspace.select(trust_years) if trust_years else []
    count = write_site(out or workspace.outputs, folder, chosen, drafts=drafts)
    click.echo(f"{count} files written to {folder}. Begin with: {folder / 'index.html'}")
    return ExitStatus.DONE
