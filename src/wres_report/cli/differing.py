"""``wres diff``: what differs between two builds, for a reviewer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from wres_report.diff.compare import compare
from wres_report.diff.naming import named_build
from wres_report.diff.page import page
from wres_report.diff.terminal import lines_of
from wres_report.faults import ExitStatus, not_written
from wres_report.files import write_aside
from wres_report.inputs.workspace import Workspace


def diff(
    old: str, new: str, project: Path, out: Path | None, html: Path | None, *, as_json: bool
) -> ExitStatus:
    """Compare two builds and print what differs; write a page where ``html`` names one.

    out: the outputs folder that trust-years are read from. Raises a usage fault where the two
    are of two trusts, where one is neither a trust-year nor a build, and where the page cannot
    be written; an input fault where one is not built or cannot be read.
    """
    folder = out or project / "outputs"
    own = Workspace(project.resolve()).standards
    builds = [
        replace(named_build(text, folder, folder.as_posix()), standards=own) for text in (old, new)
    ]
    difference = compare(*builds)
    if html is not None:
        _write(html, page(difference))
    if as_json:
        click.echo(json.dumps(difference.as_dict(), indent=1, ensure_ascii=False))
    else:
        for line in lines_of(difference):
            click.echo(line)
    if html is not None:
        click.echo(f"The page: {html.as_posix()}", err=True)
    return ExitStatus.DONE


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, text)
    except OSError as error:
        raise not_written(
            error, "The page", path.as_posix(),
            "Name a file in a folder that may be written to.",
        ) from None  # fmt: skip
