"""The build: from trust-years to reports. Read ``build`` as a table of contents."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from wres_report.faults import ExitStatus, Fault, gravest
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import may_be_a_table, unused_files
from wres_report.inputs.workspace import Workspace
from wres_report.leftovers import clear_beside
from wres_report.pipeline.failed import keep_failed
from wres_report.pipeline.gating import GateProcess, gate_ahead, gate_started
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.kept import KeptProcesses
from wres_report.pipeline.listing import write_listing
from wres_report.pipeline.notebooks.own_kernel import check_kernel
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.planning import Planner, TrustYearPlan
from wres_report.pipeline.progress import Progress, shown
from wres_report.pipeline.published import Published
from wres_report.pipeline.running import Running
from wres_report.pipeline.shards import write_shard
from wres_report.pipeline.steps import GATE, Renderer, Steps
from wres_report.pipeline.work import Work
from wres_report.pipeline.workers import workers
from wres_report.report.renderers import identify
from wres_report.store import Store

MANY = 10  # trust-years that are named one by one


@dataclass(frozen=True)
class Parts:
    """What planning and running share in one build."""

    workspace: Workspace
    options: BuildOptions
    store: Store
    steps: Steps
    published: Published

    def planner(self) -> Planner:
        return Planner(self.workspace, self.store, self.steps, self.options, self.published)

    def note(self, work: Work) -> None:
        """Keep what a finished trust-year was made from, or the notebooks that failed."""
        assert work.outcome is not None
        if work.outcome.built:
            self.store.keep_latest(f"steps/{work.trust_year}", work.latest())
            self.published.note(work.trust_year, dict(work.documents))
        keep_failed(work.outcome, self.options.out, self.workspace.root)


def _tell_of_unused(workspace: Workspace, trust_year: TrustYear, progress: Progress) -> None:
    """Name the files that may be meant for tables and are none, so that none is missed silently."""
    unused = unused_files(workspace, trust_year)
    names = [where for where, path in unused.items() if may_be_a_table(path)]
    if names:
        progress.say(f"not used: {', '.join(names)} (wres check {trust_year} says more)")


def parts_of(workspace: Workspace, options: BuildOptions) -> Parts:
    """Raises RenderError where the renderer that was asked for is not there."""
    renderer = Renderer(*identify(options.renderer))
    store, inputs = Store(workspace.store), InputHashes(workspace)
    return Parts(
        workspace,
        options,
        store,
        Steps(workspace, renderer, inputs),
        Published(workspace, store, inputs, options, renderer),
    )


def plan(
    workspace: Workspace, trust_years: list[TrustYear], options: BuildOptions
) -> list[TrustYearPlan]:
    """What a build of the trust-years would run, and why, in their order.

    Raises RenderError as ``build`` does.
    """
    planner = parts_of(workspace, options).planner()
    return [planner.plan(trust_year) for trust_year in options.own(trust_years)]


def build(
    workspace: Workspace, trust_years: list[TrustYear], options: BuildOptions, progress: Progress
) -> list[Outcome]:
    """Build the reports of the trust-years; one that fails does not stop the others.

    Returns an outcome for each, in their order. Raises RenderError where the renderer that was
    asked for is not there, before anything runs.
    """
    started = time.monotonic()
    parts = parts_of(workspace, options)
    planner = parts.planner()
    own = options.own(trust_years)
    with gate_ahead(parts.store, own) as gate:
        plans = [planner.plan(trust_year) for trust_year in own]
        return _build(parts, trust_years, plans, gate, progress, started)


def _build(
    parts: Parts, trust_years: list[TrustYear], plans: list[TrustYearPlan], gate: GateProcess,
    progress: Progress, started: float,
) -> list[Outcome]:  # fmt: skip
    workspace, options, own = parts.workspace, parts.options, [plan.trust_year for plan in plans]
    outcomes = {p.trust_year: told_already(p) for p in plans if p.up_to_date or p.fault}
    to_do = [p for p in plans if p.trust_year not in outcomes]
    for trust_year in own:
        _tell_of_unused(workspace, trust_year, progress)
    if to_do:
        parts.store.prepare()
        clear_leftovers(options.out, parts.store, own)
        outcomes |= make(parts, to_do, progress, gate=gate)
    ordered = [outcomes[t] for t in own if t in outcomes]
    left = [t for t in own if t not in outcomes]
    progress.recap(ordered, left, time.monotonic() - started, workspace.root)
    if to_do or not parts.published.listed(ordered):
        write_listing(options.out, workspace.data)
    if options.shard is not None:
        write_shard(workspace, options.out, options.shard, trust_years, ordered)
    progress.say(f"All reports: {shown(options.out / 'index.html', workspace.root)}")
    return ordered


def exit_status(outcomes: list[Outcome]) -> ExitStatus:
    """The gravest status of the build."""
    return gravest([outcome.status for outcome in outcomes])


def told_already(plan: TrustYearPlan) -> Outcome:
    """The outcome of a trust-year that is up to date or cannot be built."""
    if plan.fault is not None:
        return Outcome(plan.trust_year, plan.fault.status, faults=[plan.fault])
    return Outcome(plan.trust_year, ExitStatus.DONE, unchanged=True)


def make(
    parts: Parts,
    plans: list[TrustYearPlan],
    progress: Progress,
    kept: KeptProcesses | None = None,
    *,
    gate: GateProcess | None = None,
) -> dict[TrustYear, Outcome]:
    """Pass the gate, then run what is left of the trust-years that it lets through.

    kept: the processes to run in; without them there are new ones, which end with this. gate: the
    process of the gate, where one has been made for this build alone.
    """
    options = parts.options
    if any(plan.notebooks_to_run for plan in plans):
        check_kernel()
    with (
        _killed_told(plans),
        gate_started(
            plans,
            parts.steps,
            parts.store.root,
            kept.gate if kept else gate or GateProcess(),
            fresh=options.force,
        ) as gating,
        nullcontext(kept.workers) if kept else workers(options, parts.workspace.root) as found,
    ):
        if gating.running:
            progress.say(f"checking the data of {_named(plans)}")
            found.get_ready()
        passed, outcomes = gating.result()
        works = {
            plan.trust_year: Work(plan, passed[plan.trust_year], parts.steps, parts.store, options)
            for plan in plans
            if plan.trust_year in passed
        }
        if not (options.fail_fast and outcomes):
            running = Running(
                works, found, progress, finished=parts.note, fail_fast=options.fail_fast
            )
            outcomes |= running.all()
    return outcomes


def _named(plans: Sequence[TrustYearPlan]) -> str:
    to_check = [plan.trust_year for plan in plans if plan.steps[GATE].record is None]
    to_check = to_check or [plan.trust_year for plan in plans]
    if len(to_check) > MANY:
        return f"{len(to_check)} trust-years"
    return ", ".join(map(str, to_check))


@contextmanager
def _killed_told(plans: Sequence[TrustYearPlan]) -> Iterator[None]:
    """Say so where the gate was killed, or workers again and again."""
    try:
        yield
    except BrokenProcessPool:
        raise Fault(
            f"A process of this build was killed while it checked or made {_named(plans)}, most "
            "often because memory ran out. Finished reports stand; the others are as they were.",
            action="End other programs and build again, with --jobs 1 if need be, or fewer "
            "trust-years at a time.",
        ) from None


def clear_leftovers(out: Path, store: Store, trust_years: Iterable[TrustYear]) -> None:
    """Take away what builds that were killed have left in the outputs and in the store."""
    store.clear_leftovers()
    clear_beside(out)
    for code in {trust_year.code for trust_year in trust_years}:
        clear_beside(out / code)
