"""``wres check``: the gate alone."""

from __future__ import annotations

from typing import Any

import click

from wres_report.faults import Fault
from wres_report.gate import GateResult, run_gate
from wres_report.inputs.params import read_params
from wres_report.inputs.places import place_of
from wres_report.inputs.supplied import rows_of
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

STATES = {
    "clean": "clean: every check passed",
    "notes": "can be published, with notes",
    "blocked": "BLOCKED",
    "unreadable": "CANNOT BE READ",
}


def check_all(
    workspace: Workspace, trust_years: list[TrustYear]
) -> tuple[list[GateResult], list[Fault]]:
    """The gate's result of each trust-year, and the faults of settings that cannot be read."""
    settings, faults = {}, []
    for trust_year in trust_years:
        try:
            settings[trust_year] = read_params(workspace, trust_year)
        except Fault as fault:
            faults.append(fault)
    results = run_gate(workspace, list(settings), settings) if settings else {}
    return list(results.values()), faults


def as_told(result: GateResult) -> dict[str, Any]:
    """A result as ``--json`` prints it: what may be published, and the files that are not used."""
    return result.as_dict() | {"unused": list(result.unused)}


def unfilled(workspace: Workspace, trust_year: TrustYear) -> list[str]:
    """The files of the tables that stand there without any figure, as ``wres new`` writes them.

    They do no harm, and a check finds nothing wrong in them, so they are told.
    """
    files = []
    for name, schema in tables_of(workspace.standard(trust_year)).items():
        place = place_of(workspace, trust_year, name)
        rows = rows_of(workspace, trust_year, name) if place is not None and schema.numbers else []
        if place is not None and rows and not any(row[n] for row in rows for n in schema.numbers
                                                  if n not in schema.key):  # fmt: skip
            files.append(place.where)
    return files


def print_results(results: list[GateResult], workspace: Workspace) -> None:
    """Print every finding, then a line for each trust-year."""
    for result in results:
        for finding in result.findings:
            click.echo(str(finding))
        if result.fault is not None:
            click.echo(str(result.fault))
    for result in results:
        for file in result.unused:
            click.echo(f"not used: {file}")
    for result in results:
        critical = sum(1 for f in result.findings if f.severity == "critical")
        warnings = len(result.findings) - critical
        click.echo(
            f"{result.trust_year}  {STATES[result.state]}  "
            f"({critical} critical, {warnings} warnings)"
        )
        empty = unfilled(workspace, result.trust_year) if result.fault is None else []
        if empty:
            click.echo(f"no figure yet in {', '.join(empty)}")
