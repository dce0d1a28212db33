"""``wres backtest``: published documents against the reports that are built from their data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from wres_report.backtest.compare import AGREE, DIFFER, NOT_CHECKABLE, Comparison
from wres_report.backtest.page import backtest_page
from wres_report.backtest.running import WRITE_ONE, Backtest, counts, has_published, read_published
from wres_report.backtest.running import backtest as run
from wres_report.faults import ExitStatus, Fault, gravest, input_fault, not_written, usage_fault
from wres_report.files import write_aside
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.build import build, plan
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.progress import Progress
from wres_report.report.errors import told_as_fault
from wres_report.words import counted

WORDS = {AGREE: "agrees", DIFFER: "differs", NOT_CHECKABLE: "cannot be checked"}


def backtest(
    names: tuple[str, ...], project: Path, out: Path | None, page: Path | None, *, as_json: bool
) -> ExitStatus:
    """Backtest the trust-years named, all with a published.csv where none is; print what is found.

    One trust-year that cannot be backtested does not stop the others.
    """
    workspace = Workspace.open(project)
    trust_years = _chosen(workspace, names)
    if page is not None and len(trust_years) != 1:
        raise usage_fault(
            f"A page holds one document, and {len(trust_years)} trust-years are meant.",
            "--page",
            "Name one trust-year, such as RV9/2021.",
        )
    folder = (out or workspace.outputs).resolve()
    readable, faults = _readable(workspace, trust_years)
    built, statuses = _up_to_date(workspace, readable, folder)
    found = [run(workspace, trust_year, folder) for trust_year in built]
    if page is not None and found:
        _write(page, backtest_page(found[0]))
    if as_json:
        content = [one.as_dict() for one in found]
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
    else:
        for line in told(found):
            click.echo(line)
    for fault in faults:
        click.echo(str(fault), err=True)
    statuses += [fault.status for fault in faults]
    if any(one.surprises for one in found):
        statuses.append(ExitStatus.NARRATIVE_AT_FAULT)
    return gravest(statuses)


def _chosen(workspace: Workspace, names: tuple[str, ...]) -> list[TrustYear]:
    """Those that are named one by one, and of those meant together all that have a record."""
    named = {TrustYear.parse(name) for name in names if "/" in name}
    selected = workspace.select(names)
    chosen = [t for t in selected if t in named or has_published(workspace, t)]
    if not chosen:
        raise input_fault(
            "No trust-year here has a record of what its document printed.",
            "data/<code>/<year>/published.csv",
            WRITE_ONE,
        )
    return chosen


def _readable(
    workspace: Workspace, trust_years: Sequence[TrustYear]
) -> tuple[list[TrustYear], list[Fault]]:
    """Those whose record can be read, told apart before anything is built for the others."""
    readable, faults = [], []
    for trust_year in trust_years:
        try:
            read_published(workspace, trust_year)
            readable.append(trust_year)
        except Fault as fault:
            faults.append(fault)
    return readable, faults


def _up_to_date(
    workspace: Workspace, trust_years: list[TrustYear], out: Path
) -> tuple[list[TrustYear], list[ExitStatus]]:
    """Build what is missing or out of date; those whose report stands, and the status of each."""
    options = BuildOptions(out=out)
    with told_as_fault():
        stale = [p.trust_year for p in plan(workspace, trust_years, options) if not p.up_to_date]
        if not stale:
            return trust_years, []
        listed = ", ".join(map(str, stale))
        click.echo(f"Reports that are missing or out of date are built first: {listed}", err=True)
        outcomes = build(workspace, stale, options, Progress())
    failed = {outcome.trust_year for outcome in outcomes if not outcome.built}
    return [t for t in trust_years if t not in failed], [outcome.status for outcome in outcomes]


def _write(page: Path, text: str) -> None:
    try:
        write_aside(page, text)
    except OSError as error:
        raise not_written(error, "The page", str(page), "Name another file.") from None
    click.echo(f"Written: {page}", err=True)


def told(found: Sequence[Backtest]) -> Iterator[str]:
    """What does not agree, document by document; surprises come last, then the counts."""
    for one in found:
        yield f"{one.trust_year}  {one.title}: {one.document}"
        for point in one.not_agreeing:
            yield from _point(point)
        yield f"  {_counts(one.comparisons)}"
        yield ""
    surprises = [(one.trust_year, point) for one in found for point in one.surprises]
    if surprises:
        yield "Otherwise than recorded:"
        for trust_year, point in surprises:
            yield f"  {trust_year}{_told(point)}, recorded as {point.expected}"
        yield "To do: find out which is right, and put the data or verdict_expected right."
        yield ""
    everything = [point for one in found for point in one.comparisons]
    as_recorded = f"{len(surprises)} otherwise" if surprises else "all as recorded"
    yield f"{_counts(everything)}; {as_recorded}."


def _point(point: Comparison) -> Iterator[str]:
    yield _told(point)
    yield f"      {point.reason or 'no reason is recorded'}"


def _told(point: Comparison) -> str:
    figures = f"printed {point.printed}, ours {point.ours or '–'}"
    return f"  {point.place}  {point.key}  {figures}: {WORDS[point.verdict]}"


def _counts(comparisons: Sequence[Comparison]) -> str:
    count = counts(comparisons)
    return (
        f"{counted(len(comparisons), 'point')}: {count[AGREE]} agree, {count[DIFFER]} differ, "
        f"{count[NOT_CHECKABLE]} cannot be checked"
    )
