"""``wres review``: comments and edits of a Word file come back to where its words come from."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wres_report.faults import ExitStatus
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.review.applying import apply
from wres_report.review.report import sent_report
from wres_report.review.reviewing import review as review_of
from wres_report.review.telling import as_dict, lines_of


def review(
    document: Path, of: str, project: Path, out: Path | None, base: Path | None,
    *, applied: bool, removing: bool, as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Print every comment and change with its place; write what can be written where asked to.

    removing: whether rows of a plan that were deleted go from its file too.

    Raises an input fault where the document or the report that was sent out cannot be read, or a
    source cannot be written.
    """
    workspace = Workspace.open(project)
    trust_year = TrustYear.parse(of)
    workspace.select((of,))
    report = sent_report(workspace, trust_year, out or project / "outputs", base)
    found = review_of(report, document, removing=removing)
    if applied:
        apply(workspace, found)
    if as_json:
        click.echo(json.dumps(as_dict(found, applied=applied), indent=1, ensure_ascii=False))
        return ExitStatus.DONE
    for line in lines_of(found):
        click.echo(line)
    if applied and (found.files or found.books):
        click.echo(f"\nBuild it again: wres build {trust_year}")
    return ExitStatus.DONE
