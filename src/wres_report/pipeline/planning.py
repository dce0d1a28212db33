"""What a build would run, and why. Light: nothing here loads pandas or Great Expectations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from wres_report.faults import Fault
from wres_report.inputs.params import Params, read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.published import Published
from wres_report.pipeline.reasons import Reason, Why, reason_to_run
from wres_report.pipeline.steps import GATE, STAGING, Step, Steps
from wres_report.store import StepRecord, Store


@dataclass(frozen=True)
class PlannedStep:
    """One step of a trust-year.

    reason: why it runs; None where its result is in the store, as ``record``. step: None where
    what it reads is known only once earlier steps have run.
    """

    name: str
    step: Step | None
    reason: Reason | None
    record: StepRecord | None = None


@dataclass
class TrustYearPlan:
    """What is to be done for one trust-year.

    fault: why nothing can be. up_to_date: its outputs are there and everything they were made
    from is as it was; the steps are then not looked at. publish: why its outputs are to be
    written, where no step runs. notebooks: the names of those that are its steps.
    """

    trust_year: TrustYear
    params: Params | None = None
    fault: Fault | None = None
    up_to_date: bool = False
    publish: Reason | None = None
    steps: dict[str, PlannedStep] = field(default_factory=dict)
    notebooks: tuple[str, ...] = ()

    @property
    def runs(self) -> list[PlannedStep]:
        return [planned for planned in self.steps.values() if planned.reason]

    @property
    def notebooks_to_run(self) -> bool:
        return any(planned.name in self.notebooks for planned in self.runs)

    def as_dict(self) -> dict[str, Any]:
        return {
            "trust_year": str(self.trust_year),
            "up_to_date": self.up_to_date,
            "fault": self.fault and {"what": self.fault.what, "where": self.fault.where},
            "publish": self.publish and self.publish.as_dict(),
            "steps": [
                {"step": s.name, "run": bool(s.reason), **(s.reason.as_dict() if s.reason else {})}
                for s in self.steps.values()
            ],
        }


class Planner:
    """Plans the trust-years of one build, one at a time."""

    def __init__(
        self, workspace: Workspace, store: Store, steps: Steps, options: BuildOptions,
        published: Published,
    ) -> None:  # fmt: skip
        self.workspace, self.store, self.steps = workspace, store, steps
        self.options, self.published = options, published

    def plan(self, trust_year: TrustYear) -> TrustYearPlan:
        """What would run for a trust-year, its settings read where anything would."""
        plan = TrustYearPlan(trust_year)
        if self.options.force:
            plan.publish = Reason(Why.FORCED)
        else:
            plan.publish = self.published.stale(trust_year)
            plan.up_to_date = plan.publish is None
        if plan.up_to_date:
            return plan
        try:
            plan.params = read_params(self.workspace, trust_year)
            self._add_steps(plan, plan.params)
        except Fault as fault:
            plan.fault = fault
        return plan

    def _add_steps(self, plan: TrustYearPlan, params: Params) -> None:
        trust_year = plan.trust_year
        last: Mapping[str, Any] = self.store.latest(f"steps/{trust_year}").get("steps", {})

        def add(name: str, step: Step | None, waits_for: list[str]) -> StepRecord | None:
            planned = self._planned(name, step, last.get(name), waits_for)
            plan.steps[name] = planned
            return planned.record

        gate = add(GATE, self.steps.gate(trust_year), [])
        notebooks: dict[str, StepRecord] = {}
        standard = self.workspace.standard(trust_year)
        plan.notebooks = tuple(standard.in_notebooks())
        for name, indicators in standard.in_notebooks().items():
            step = self.steps.notebook(trust_year, name, indicators, params)
            record = add(step.name, step, [])
            if record is not None:
                notebooks[step.name] = record
        running = [planned.name for planned in plan.runs]
        staged = None
        if gate is not None and not running:
            epoch = self.options.epoch(trust_year)
            staged = add(STAGING, self.steps.staging(trust_year, gate, notebooks, epoch), [])
        else:
            add(STAGING, None, running)
        for name in self.options.formats:
            if staged is not None:
                epoch = self.options.epoch(trust_year)
                add(name, self.steps.format(name, staged, epoch), [])
            else:
                add(name, None, [STAGING])

    def _planned(
        self, name: str, step: Step | None, last: Mapping[str, Any] | None, waits_for: list[str]
    ) -> PlannedStep:
        if step is None:
            return PlannedStep(name, None, Reason(Why.RESULTS, tuple(waits_for)))
        if self.options.force:
            return PlannedStep(name, step, Reason(Why.FORCED))
        record = self.store.find(step.key)
        if record is not None:
            return PlannedStep(name, step, None, record)
        return PlannedStep(name, step, reason_to_run(step.parts, last and last["parts"]))
