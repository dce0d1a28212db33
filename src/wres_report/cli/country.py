"""``wres country``: the table of all trusts. Light: what is heavy loads when it runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wres_report.faults import ExitStatus, usage_fault


def country(
    out: Path, project: Path, year: int | None, survey: Path | None, sheet: str,
    outputs: Path | None, formats: tuple[str, ...], renderer: str, *, as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Write the table of all trusts into a folder; say what it holds and what was found."""
    from wres_report.country.making import Country, blocked_fault, from_outputs, from_survey, write
    from wres_report.inputs.trusts import read_organisations
    from wres_report.inputs.workspace import Workspace

    if survey is not None and outputs is not None:
        raise usage_fault("Both --survey and --from are given.", action="Choose one of them.")
    found: Country
    if survey is not None:
        # A workbook needs no workspace; where there is one, its register of trusts serves.
        found = from_survey(survey, read_organisations(project.resolve() / "data"), year, sheet)
    else:
        workspace = Workspace.open(project)
        organisations = read_organisations(workspace.data)
        found = from_outputs((outputs or workspace.outputs).resolve(), organisations, year)
    written = write(found, out)
    if formats and not found.blocked:
        from wres_report.country.report import write_report

        workspace = Workspace(project.resolve())
        written += write_report(found, out, workspace, formats, renderer=renderer)
    if as_json:
        click.echo(json.dumps(_as_dict(found, written), indent=1, ensure_ascii=False))
    elif not found.blocked:
        _tell(found, written)
    if found.blocked:
        raise blocked_fault(found.findings, out)
    return ExitStatus.DONE


def _as_dict(found: Any, written: list[Path]) -> dict[str, Any]:
    return {
        "trusts": found.trusts,
        "years": found.years,
        "figures": len(found.figures),
        "findings": [finding._asdict() for finding in found.findings],
        "written": [path.as_posix() for path in written],
    }


def _tell(found: Any, written: list[Path]) -> None:
    from wres_report.words import counted, runs

    for finding in found.findings:
        click.echo(f"{finding.severity}  {finding.message}\n         to do: {finding.action}")
    click.echo(
        f"{counted(found.trusts, 'trust')}, WRES {runs(found.years)}: "
        f"{counted(len(found.figures), 'figure')}."
    )
    for path in written:
        click.echo(f"  {path.as_posix()}")
