"""``wres country``: the table of all trusts. Light: what is heavy loads when it runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from wres_report.cli.options import standard_named
from wres_report.faults import ExitStatus, usage_fault


def country(
    out: Path, project: Path, year: int | None, survey: Path | None, sheet: str,
    outputs: Path | None, formats: tuple[str, ...], renderer: str, standard: str, *,
    force: bool, as_json: bool,
) -> ExitStatus:  # fmt: skip
    """Write the table of all trusts into a folder; say what it holds and what was found."""
    from wres_report.country.making import Country, blocked_fault, from_outputs, from_survey, write
    from wres_report.inputs.trusts import read_organisations
    from wres_report.inputs.workspace import Workspace
    from wres_report.loading import collect_seldom
    from wres_report.standard import load_standard

    # Two million cells, hardly any of them garbage: to look for it takes a fifth of the time.
    collect_seldom()
    if survey is not None and outputs is not None:
        raise usage_fault("Both --survey and --from are given.", action="Choose one of them.")
    of = standard_named(standard, Workspace(project.resolve()).standards)
    if survey is not None and of.groups.pair != load_standard().groups.pair:
        raise usage_fault(
            f"There is no reader of the survey's workbook for the {of.short}.",
            "--standard",
            "Leave out --survey: the table and the national report are made from the reports that "
            "are built.",
        )
    if formats:
        Workspace(project.resolve()).national_notebooks(of)  # told before anything is written
    found: Country
    if survey is not None:
        # A workbook needs no workspace; where there is one, its register of trusts serves.
        found = from_survey(survey, read_organisations(project.resolve() / "data"), year, sheet)
    else:
        workspace = Workspace.open(project)
        organisations = read_organisations(workspace.data)
        found = from_outputs((outputs or workspace.outputs).resolve(), organisations, year, of)
    written, report = write(found, out), ""
    if formats and not found.blocked:
        from wres_report.country.kept import table_of
        from wres_report.country.report import write_report
        from wres_report.report.errors import told_as_fault

        workspace = Workspace(project.resolve())
        with told_as_fault():
            made = write_report(
                table_of(found), out, workspace, formats, renderer=renderer, force=force
            )
        written += made.paths
        report = _of_report(made)
    if as_json:
        click.echo(json.dumps(_as_dict(found, written), indent=1, ensure_ascii=False))
    elif not found.blocked:
        _tell(found, written, report, out)
    if found.blocked:
        raise blocked_fault(found, out)
    return ExitStatus.DONE


def _as_dict(found: Any, written: list[Path]) -> dict[str, Any]:
    return {
        "trusts": found.trusts,
        "years": found.years,
        "figures": len(found.figures),
        "findings": [finding._asdict() for finding in found.findings],
        "written": [path.as_posix() for path in written],
    }


def _of_report(made: Any) -> str:
    """What was made of the national report, in a line."""
    from wres_report.words import counted

    if not made.anew:
        return "The national report is as it was: nothing that it is made from has changed."
    return f"The national report was made anew; {counted(len(made.ran), 'notebook')} ran."


def _tell(found: Any, written: list[Path], report: str, out: Path) -> None:
    from wres_report.words import counted, runs

    for finding in found.findings:
        click.echo(f"{finding.severity}  {finding.message}\n         to do: {finding.action}")
    click.echo(
        f"{counted(found.trusts, 'trust')}, {found.standard.short} {runs(found.years)}: "
        f"{counted(len(found.figures), 'figure')}."
    )
    if report:
        click.echo(report)
    for path in written:
        # Of the Quarto project its folder is enough.
        if "report" not in path.relative_to(out).parts[:-1]:
            click.echo(f"  {path.as_posix()}")
