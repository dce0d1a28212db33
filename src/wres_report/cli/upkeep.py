"""``wres clean`` and ``wres merge``: what is done between builds."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

import click

from wres_report.faults import ExitStatus, gravest
from wres_report.inputs.workspace import Workspace
from wres_report.leftovers import has_ended, remove
from wres_report.store import Store, sweep
from wres_report.store.sweeping import LEAST_AGE
from wres_report.words import counted


def clean(project: Path, older_than: float, *, everything: bool) -> ExitStatus:
    """Take away what is kept and no longer needed; say how much it was."""
    workspace = Workspace.open(project)
    swept = sweep(Store(workspace.store), older_than, everything=everything)
    if everything:
        from wres_report.cli.auditing import OWN_OUTPUTS
        from wres_report.preview.running import FOLDER

        for name in (OWN_OUTPUTS, FOLDER):
            shutil.rmtree(workspace.store / name, ignore_errors=True)
    unfinished = _unfinished(workspace.outputs)
    for folder in unfinished:
        remove(folder)
    click.echo(
        f"{counted(swept.removed, 'file')} removed ({_size(swept.removed_bytes)}), "
        f"{swept.kept} kept ({_size(swept.kept_bytes)}) in {workspace.store.name}/."
    )
    if unfinished:
        click.echo(f"{counted(len(unfinished), 'unfinished output')} of killed builds removed.")
    return ExitStatus.DONE


def merge(folders: Sequence[Path], out: Path) -> ExitStatus:
    """Put the outputs of shards together; the status is the gravest of all shards."""
    from wres_report.pipeline.listing import write_listing
    from wres_report.pipeline.shards import merge as together

    records = together(folders, out)
    page = write_listing(out)
    statuses = {name: status for record in records for name, status in record.statuses.items()}
    for name, status in sorted(statuses.items()):
        if status:
            click.echo(f"failed  {name}  (exit {status}: see the log of its shard)")
    built = sum(1 for status in statuses.values() if status == ExitStatus.DONE)
    click.echo(f"{len(records)} shards: {built} built, {len(statuses) - built} failed.")
    click.echo(f"All reports: {page}")
    return gravest([ExitStatus(status) for status in statuses.values()])


def _unfinished(outputs: Path) -> list[Path]:
    """What killed builds left beside the reports: of this machine, or older than any that runs."""
    now = time.time()
    return [
        path
        for path in (*outputs.glob(".*"), *outputs.glob("*/.*"))
        if has_ended(path.name) or (path.is_dir() and now - path.stat().st_mtime > LEAST_AGE)
    ]


def _size(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
