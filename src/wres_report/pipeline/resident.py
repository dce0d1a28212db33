"""Builds one trust-year again and again: what is loaded for one build serves the next."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass

from wres_report.faults import Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.build import clear_leftovers, make, parts_of, told_already
from wres_report.pipeline.code import forget_templates
from wres_report.pipeline.kept import KeptProcesses, kept_processes
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.outcome import Outcome, guarded
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.pipeline.progress import Progress


@dataclass(frozen=True)
class Built:
    """One build. plan: what it was to run. seconds: how long it took.

    fault: what stopped the build as a whole; there is no outcome then, and perhaps no plan.
    """

    seconds: float
    plan: TrustYearPlan | None = None
    outcome: Outcome | None = None
    fault: Fault | None = None

    @property
    def done(self) -> bool:
        return self.outcome is not None and self.outcome.built

    @property
    def told(self) -> str:
        """What stopped it, in full; empty where nothing did."""
        if self.outcome is None:
            return str(self.fault)
        return "\n".join([*self.outcome.findings, *map(str, self.outcome.faults)])


class Resident:
    """The builds of one trust-year into one folder, and the processes that they share.

    Used in a ``with``, which ends the processes.
    """

    def __init__(self, workspace: Workspace, trust_year: TrustYear, options: BuildOptions) -> None:
        self.workspace, self.trust_year, self.options = workspace, trust_year, options
        self._stack = ExitStack()
        self._kept: KeptProcesses | None = None

    def __enter__(self) -> Resident:
        return self

    def __exit__(self, *_: object) -> None:
        self._end_processes()

    def build(self) -> Built:
        """Build what has changed. Whatever stops it is told in what is returned."""
        started = time.monotonic()
        built, fault = guarded(self._build)
        seconds = time.monotonic() - started
        if built is None:
            # What they have been given may still be in their hands.
            self._end_processes()
            return Built(seconds, fault=fault)
        return Built(seconds, *built)

    def get_ready(self) -> None:
        """Load everything now, so that the next build need not wait for it.

        Where that cannot be, the next build tells it.
        """
        _, fault = guarded(lambda: self._processes().get_ready())
        if fault is not None:
            self._end_processes()

    def _build(self) -> tuple[TrustYearPlan, Outcome]:
        forget_templates()
        parts = parts_of(self.workspace, self.options)
        plan = parts.planner().plan(self.trust_year)
        if plan.up_to_date or plan.fault:
            return plan, told_already(plan)
        parts.store.prepare()
        clear_leftovers(self.options.out, parts.store, [self.trust_year])
        outcomes = make(parts, [plan], Progress(quiet=True), self._processes())
        return plan, outcomes[self.trust_year]

    def _processes(self) -> KeptProcesses:
        if self._kept is None:
            self._kept = self._stack.enter_context(
                kept_processes(self.options, self.workspace.root)
            )
        return self._kept

    def _end_processes(self) -> None:
        self._kept = None
        self._stack.close()
