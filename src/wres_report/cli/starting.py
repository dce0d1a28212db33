"""``wres new``: starts a trust-year and says what to do next."""

from __future__ import annotations

from pathlib import Path

import click

from wres_report.faults import ExitStatus
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.starting.before import last_years
from wres_report.starting.start import start
from wres_report.words import counted


def new(
    name_of_year: str, project: Path, name: str, kind: str, last: Path | None = None,
    *, workbook: bool = False,
) -> ExitStatus:  # fmt: skip
    """Start a trust-year in a folder that may be empty yet; last: last year's report, if any."""
    trust_year = TrustYear.parse(name_of_year)
    workspace = Workspace(project.resolve())
    remarks: list[str] = []

    def known() -> dict[str, str]:
        if last is None:
            return {}
        from wres_report.review.last_report import start_from

        found = start_from(workspace, trust_year, last, project / "outputs", workbook=workbook)
        remarks.extend(found.remarks)
        return found.texts | found.tables

    files = start(workspace, trust_year, name, kind, workbook=workbook, known=known)
    click.echo(f"{trust_year} is started: {counted(len(files), 'file')}.")
    if (before := last_years(workspace, trust_year)).code != trust_year.code:
        click.echo(
            f"{trust_year.code} has followed {before.code}: settings, areas, surveys and the ids "
            f"of actions are taken over from {before}. Figures are not compared with that year's, "
            f"since they are of another organisation; reported.csv has rows for those you quote."
        )
    for file in files:
        click.echo(f"  {file}")
    for remark in remarks:
        click.echo(remark)
    if workbook:
        click.echo(
            f"Fill in data/{trust_year}/tables.xlsx where it stands. Then: wres check {trust_year}"
            f", and wres build {trust_year}"
        )
        return ExitStatus.DONE
    click.echo(
        f"Fill in the tables, or delete those that you do not have. This year's plan: write "
        f"data/{trust_year}/actions.csv, or bring it in with wres import actions.\n"
        f"Then: wres check {trust_year}, and wres build {trust_year}"
    )
    return ExitStatus.DONE
