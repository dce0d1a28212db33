"""``wres preview``: the page of one trust-year, built again on each change."""

from __future__ import annotations

from pathlib import Path

import click

from wres_report.cli.options import project_option
from wres_report.faults import ExitStatus, usage_fault
from wres_report.inputs.trust_year import TrustYear


@click.command()
@click.argument("trust_year", metavar="RV9/2021")
@click.option("--port", type=click.IntRange(1, 65535), default=None, metavar="N",
              help="Serve at this port. Default: a free one.")  # fmt: skip
@project_option
def preview(trust_year: str, port: int | None, project: Path) -> ExitStatus:
    """Serve the page of one trust-year on this machine, and build it again on each change.

    Nobody else can open it, and the outputs folder is not touched. Ctrl-C ends it.
    """
    from wres_report.inputs.workspace import Workspace
    from wres_report.pipeline.progress import Progress
    from wres_report.preview.running import preview as run

    workspace = Workspace.open(project)
    one = _the_one(workspace.select((trust_year,)), trust_year)
    try:
        run(workspace, one, port or 0, Progress(), lambda address: _tell(one, address))
    except KeyboardInterrupt:
        click.echo("\nThe preview has ended.", err=True)
    return ExitStatus.DONE


def _the_one(found: list[TrustYear], name: str) -> TrustYear:
    """Raises a usage fault where the name means several trust-years."""
    if len(found) > 1:
        raise usage_fault(
            f"{name} means {len(found)} trust-years, and a preview shows one.",
            action=f"Name one of: {', '.join(map(str, found))}.",
        )
    return found[0]


def _tell(trust_year: TrustYear, address: str) -> None:
    click.echo(f"Preview of {trust_year}; open this address, and end with Ctrl-C:")
    click.echo(address)
