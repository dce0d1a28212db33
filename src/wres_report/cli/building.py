"""``wres build`` and ``wres plan``. Light: what is heavy loads when something is to run."""

from __future__ import annotations

import json
import os
from typing import Any

import click

from wres_report.cli.keeping import keep
from wres_report.faults import ExitStatus, gravest
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.options import BuildOptions, Shard
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.words import counted


def build(options: dict[str, Any]) -> ExitStatus:
    """Build; print what became of each trust-year. options: those of the command, by name."""
    from wres_report.pipeline.build import build as run
    from wres_report.pipeline.build import exit_status
    from wres_report.pipeline.progress import Progress
    from wres_report.report.errors import told_as_fault

    workspace, trust_years, build_options = _understood(options)
    with told_as_fault():
        outcomes = run(workspace, trust_years, build_options, Progress())
    if options["as_json"]:
        click.echo(json.dumps([outcome.as_dict() for outcome in outcomes], indent=1))
    if options["keep"] is not None:
        keep(options["keep"])
    return exit_status(outcomes)


def plan(options: dict[str, Any]) -> ExitStatus:
    """Print what a build would run, and why. options: those of the command, by name."""
    from wres_report.pipeline.build import plan as make
    from wres_report.report.errors import told_as_fault

    workspace, trust_years, build_options = _understood(options)
    with told_as_fault():
        plans = make(workspace, trust_years, build_options)
    if options["as_json"]:
        click.echo(json.dumps([one.as_dict() for one in plans], indent=1, ensure_ascii=False))
    else:
        _print(plans)
    return gravest([one.fault.status for one in plans if one.fault])


def _understood(options: dict[str, Any]) -> tuple[Workspace, list[TrustYear], BuildOptions]:
    workspace = Workspace.open(options["project"])
    trust_years = workspace.select(options["trust_years"])
    build_options = BuildOptions(
        out=(options["out"] or workspace.outputs).resolve(),
        formats=options["formats"],
        renderer=options["renderer"],
        runner=options.get("runner", "warm"),
        jobs=options.get("jobs") or os.cpu_count() or 1,
        executor=options.get("executor", "local"),
        shard=Shard.parse(options["shard"]) if options["shard"] else None,
        force=options["force"],
        fail_fast=options.get("fail_fast", False),
    )
    return workspace, trust_years, build_options


def _print(plans: list[TrustYearPlan]) -> None:
    for one in plans:
        if one.up_to_date:
            continue
        click.echo(f"{one.trust_year}")
        if one.fault:
            click.echo(f"  cannot be built: {one.fault}")
        for step in one.steps.values():
            if step.reason:
                click.echo(f"  run   {step.name:<20} {step.reason}")
        kept = sum(1 for step in one.steps.values() if not step.reason)
        if kept:
            click.echo(f"  kept  {kept} of {len(one.steps)} steps")
        if one.steps and not one.runs and one.publish:
            click.echo(f"  write the outputs         {one.publish}")
    to_build = [one for one in plans if not one.up_to_date]
    steps = [step.name for one in to_build for step in one.runs]
    notebooks = sum(1 for name in steps if name[0].isdigit())
    click.echo(
        f"{counted(len(plans), 'trust-year')}: {len(to_build)} to build "
        f"({counted(notebooks, 'notebook')}, {counted(len(steps), 'step')} in all), "
        f"{len(plans) - len(to_build)} "
        "up to date."
    )
