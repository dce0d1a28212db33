"""Runs the gate of a build in a process of its own, while the workers get ready."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, nullcontext
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from papermill_warm.holding import signals_held
from wres_report.forked import begin_anew, load_ahead
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.gate_step import (
    GateDone,
    GateTask,
    ToCheck,
    answer_tasks,
)
from wres_report.pipeline.interrupts import held_back, ignored_by_children
from wres_report.pipeline.local_workers import one_thread_each
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.pipeline.steps import GATE, Steps
from wres_report.processes import start_tracker
from wres_report.store import StepRecord, Store

# So many trust-years go through the gate together: enough to share its set-up, few enough to
# keep its memory flat.
TOGETHER = 256


class GateProcess:
    """A process that loads Great Expectations once and checks what it is given, task by task.

    kept: whether it goes on after a build; otherwise it ends as soon as all is answered.
    """

    def __init__(self, *, kept: bool = False) -> None:
        self.kept = kept
        self.process: BaseProcess | None = None
        self.tasks: Connection[GateTask, Any] | None = None
        self.answers: Connection[Any, list[GateDone] | Exception] | None = None

    def start(self, *, load: bool = True) -> None:
        """Start it, unless it runs.

        load: whether it loads Great Expectations at once, while others go on; otherwise when a
        rule is to run.
        """
        if self.process is not None and self.process.is_alive():
            return
        self.end()
        one_thread_each()
        start_tracker()
        forked = load_ahead()
        context: Any = multiprocessing.get_context("fork" if forked else "spawn")
        tasks, self.tasks = context.Pipe(duplex=False)
        self.answers, answers = context.Pipe(duplex=False)
        ends = (self.tasks, self.answers) if forked else ()
        process = context.Process(target=_gate, args=(tasks, answers, load, ends), daemon=True)
        # One that is half started can neither be ended nor left alone.
        with held_back():
            with ignored_by_children(), signals_held() if forked else nullcontext():
                process.start()
            self.process = process
        tasks.close()
        answers.close()

    def give(self, task: GateTask) -> None:
        """Let it check this next. Raises BrokenProcessPool where it was killed."""
        self.start(load=self.kept)
        assert self.tasks is not None
        try:
            self.tasks.send(task)
        except OSError:
            raise BrokenProcessPool from None

    def answer(self) -> list[GateDone]:
        """Wait for its answer to the task that it was given first.

        Raises BrokenProcessPool where it was killed, and what the gate raised.
        """
        assert self.answers is not None
        try:
            answer = self.answers.recv()
        except EOFError:
            raise BrokenProcessPool from None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """End the process at once: to let it put all of its libraries away would take a while."""
        if self.process is None:
            return
        assert self.tasks is not None
        assert self.answers is not None
        self.process.terminate()
        self.tasks.close()
        self.answers.close()
        self.process = None


def _gate(
    tasks: Connection[Any, GateTask], answers: Connection[list[GateDone] | Exception, Any],
    load: bool, ends: Sequence[Connection[Any, Any]],
) -> None:  # fmt: skip
    """Be the process of the gate. ends: of the pipes, which a fork has as well as its parent."""
    if ends:
        begin_anew()
    for end in ends:
        end.close()
    answer_tasks(tasks, answers, load)


class Gating:
    """The gate of a build, running. passed: the records of trust-years that it let through."""

    def __init__(
        self, passed: Mapping[TrustYear, StepRecord], tasks: Sequence[GateTask],
        process: GateProcess,
    ) -> None:  # fmt: skip
        self.passed, self.tasks, self.process = dict(passed), tasks, process
        if tasks:
            process.give(tasks[0])

    @property
    def running(self) -> bool:
        return bool(self.tasks)

    def result(self) -> tuple[dict[TrustYear, StepRecord], dict[TrustYear, Outcome]]:
        """Wait for it: the record of each trust-year that it lets through, and what stops the
        others."""
        passed, outcomes = dict(self.passed), {}
        for done in self._answers():
            if done.record is not None:
                passed[done.trust_year] = done.record
            else:
                outcomes[done.trust_year] = Outcome(
                    done.trust_year, done.status,
                    faults=[done.fault] if done.fault else [], findings=list(done.findings),
                )  # fmt: skip
        self.end()
        return passed, outcomes

    def _answers(self) -> Iterator[GateDone]:
        # One task at a time: a second one might not fit into the pipe while the first is checked.
        for following in (*self.tasks[1:], None):
            if self.tasks:
                yield from self.process.answer()
            if following is not None:
                self.process.give(following)

    def end(self) -> None:
        if not self.process.kept:
            self.process.end()


@contextmanager
def gate_ahead(store: Store, trust_years: Iterable[TrustYear]) -> Iterator[GateProcess]:
    """The process of the gate, for one build.

    It is started before the build is planned where a trust-year has never been built, so that it
    loads Great Expectations meanwhile. Otherwise it may not be needed, and starts when it is.
    """
    process = GateProcess()
    try:
        if any(not store.latest_path(f"steps/{one}").is_file() for one in trust_years):
            process.start()
        yield process
    finally:
        process.end()


@contextmanager
def gate_started(
    plans: Sequence[TrustYearPlan],
    steps: Steps,
    store: Path,
    process: GateProcess,
    *,
    fresh: bool = False,
) -> Iterator[Gating]:
    """Start the gate over the trust-years that it has not passed before.

    store: its folder. fresh: whether every rule is to run, whatever it has found before.
    """
    passed = {p.trust_year: r for p in plans if (r := p.steps[GATE].record) is not None}
    to_check = [_to_check(plan, steps) for plan in plans if plan.trust_year not in passed]
    gating = Gating(passed, [
        GateTask(
            steps.workspace.root, store, to_check[start : start + TOGETHER], steps.gate_program,
            fresh,
        )
        for start in range(0, len(to_check), TOGETHER)
    ], process)  # fmt: skip
    try:
        yield gating
    finally:
        gating.end()


def _to_check(plan: TrustYearPlan, steps: Steps) -> ToCheck:
    step = plan.steps[GATE].step
    assert step is not None
    assert plan.params is not None
    return ToCheck(plan.trust_year, step.key, plan.params, steps.inputs.of(plan.trust_year))
