"""Runs the gate of a build in a process of its own, while the workers get ready."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from wres_report.build.gate_step import GateDone, GateTask, ToCheck, check_data
from wres_report.build.interrupts import ignored_by_children
from wres_report.build.outcome import Outcome
from wres_report.build.planning import TrustYearPlan
from wres_report.build.steps import GATE, Steps
from wres_report.build.workers import one_thread_each
from wres_report.inputs.trust_year import TrustYear
from wres_report.store import StepRecord

# So many trust-years go through the gate together: enough to share its set-up, few enough to
# keep its memory flat.
TOGETHER = 256


class Gating:
    """The gate of a build, running. passed: the records of trust-years that it let through."""

    def __init__(self, passed: Mapping[TrustYear, StepRecord], tasks: Sequence[GateTask]) -> None:
        self.passed, self.tasks = dict(passed), tasks
        context = multiprocessing.get_context("spawn")
        self.answers, answer = context.Pipe(duplex=False)
        # A process of its own: it loads Great Expectations, and ends with it.
        self.process = context.Process(target=_check, args=(tasks, answer), daemon=True)
        if tasks:
            with ignored_by_children():
                self.process.start()
        answer.close()

    @property
    def running(self) -> bool:
        return bool(self.tasks)

    def result(self) -> tuple[dict[TrustYear, StepRecord], dict[TrustYear, Outcome]]:
        """Wait for it: the record of each trust-year that it lets through, and what stops the
        others."""
        passed, outcomes = dict(self.passed), {}
        for done in (one for _ in self.tasks for one in self._answer()):
            if done.record is not None:
                passed[done.trust_year] = done.record
            else:
                outcomes[done.trust_year] = Outcome(
                    done.trust_year, done.status,
                    faults=[done.fault] if done.fault else [], findings=list(done.findings),
                )  # fmt: skip
        self.end()
        return passed, outcomes

    def _answer(self) -> list[GateDone]:
        try:
            answer: list[GateDone] | Exception = self.answers.recv()
        except EOFError:
            raise BrokenProcessPool from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """End the process at once: to let it put all of its libraries away would take a while."""
        if self.process.pid is not None:
            self.process.terminate()


@contextmanager
def gate_started(plans: Sequence[TrustYearPlan], steps: Steps, store: Path) -> Iterator[Gating]:
    """Start the gate over the trust-years that it has not passed before. store: its folder."""
    passed = {p.trust_year: r for p in plans if (r := p.steps[GATE].record) is not None}
    to_check = [_to_check(plan, steps) for plan in plans if plan.trust_year not in passed]
    one_thread_each()
    gating = Gating(passed, [
        GateTask(steps.workspace.root, store, to_check[start : start + TOGETHER])
        for start in range(0, len(to_check), TOGETHER)
    ])  # fmt: skip
    try:
        yield gating
    finally:
        gating.end()


def _to_check(plan: TrustYearPlan, steps: Steps) -> ToCheck:
    step = plan.steps[GATE].step
    assert step is not None
    assert plan.params is not None
    return ToCheck(plan.trust_year, step.key, plan.params, steps.inputs.of(plan.trust_year))


def _check(tasks: Sequence[GateTask], answer: Connection[list[GateDone] | Exception, Any]) -> None:
    """Answer each task in turn. Ctrl-C is not heard: the process that asked ends this one."""
    for task in tasks:
        try:
            answer.send(check_data(task))
        except Exception as error:
            answer.send(error)
