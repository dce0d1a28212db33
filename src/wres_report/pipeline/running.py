"""Runs the steps that a build lacks, each as soon as what it reads is there."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.document_step import DocumentDone, make_documents
from wres_report.pipeline.interrupts import end_if_asked
from wres_report.pipeline.killed import MOST_KILLS, failed
from wres_report.pipeline.notebook_step import NotebookDone, run_notebooks
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.pool import Workers
from wres_report.pipeline.progress import Progress
from wres_report.pipeline.staging_step import run_staging
from wres_report.pipeline.staging_task import StagingDone
from wres_report.pipeline.work import Work

# A task: a function and its argument.
Task = tuple[Callable[[Any], Any], Any]


class Running:
    """Runs the work of all trust-years of a build, as many tasks at one time as there is room.

    What finishes a trust-year goes first, so that reports come one by one and little is held.
    finished: called with each trust-year when it is done, well or not.
    """

    def __init__(
        self, works: Mapping[TrustYear, Work], workers: Workers, progress: Progress,
        *, finished: Callable[[Work], None], fail_fast: bool = False,
    ) -> None:  # fmt: skip
        self.works, self.workers, self.progress = works, workers, progress
        self.finished, self.fail_fast = finished, fail_fast
        self.outcomes: dict[TrustYear, Outcome] = {}
        self.next: deque[Task] = deque()
        self.waiting = deque(works.values())
        self.told: set[str] = set()
        self.suspected: Counter[int] = Counter()
        self.renewed = 0
        self.done = 0
        self.total = sum(len(work.notebooks_left) + 1 for work in works.values())

    def all(self) -> dict[TrustYear, Outcome]:
        """What became of each trust-year; those that ``fail_fast`` left alone are not in it."""
        for work in self.works.values():
            if not work.notebooks_left:
                self.waiting.remove(work)
                self._follow(work)
        running: dict[Future[Any], Task] = {}
        while True:
            while len(running) < self.workers.size and (task := self._take_task()):
                try:
                    running[self.workers.submit(task[0], task[1])] = task
                except BrokenProcessPool:
                    self.next.appendleft(task)
                    break
            if not running:
                if not self.next:
                    return self.outcomes
                self._have_workers_again()
                continue
            wait(running, return_when=FIRST_COMPLETED)
            end_if_asked()
            self._take_results(running)
            if self.fail_fast and any(not o.built for o in self.outcomes.values()):
                for future in running:
                    future.cancel()
                return self.outcomes

    def _take_results(self, running: dict[Future[Any], Task]) -> None:
        """Note what has ended, and take it out of what runs."""
        broken: dict[Future[Any], Task] = {}
        for future in [future for future in running if future.done()]:
            task = running.pop(future)
            try:
                result = future.result()
            except BrokenProcessPool:
                broken[future] = task
                continue
            self._note(result)
        if broken:
            self._after_a_kill(broken, running)

    def _after_a_kill(
        self, broken: dict[Future[Any], Task], running: dict[Future[Any], Task]
    ) -> None:
        """One that a worker was killed at has failed; the others are done again, by new workers."""
        wait(running)
        for future in list(running):
            if isinstance(future.exception(), BrokenProcessPool):
                broken[future] = running.pop(future)
        killed = self.workers.killed_in(broken)
        for future, task in broken.items():
            self.suspected[id(task[1])] += 1
            # Where nobody can tell at which task it was, each has a second chance and no third.
            if future in killed or (not killed and self.suspected[id(task[1])] > 1):
                self._note(failed(task[1]))
            else:
                self.next.appendleft(task)
        self._have_workers_again()

    def _have_workers_again(self) -> None:
        self.renewed += 1
        if self.renewed > MOST_KILLS:
            raise BrokenProcessPool
        self.progress.say("A worker was killed; others go on.")
        self.workers.renew()

    def _take_task(self) -> Task | None:
        if self.next:
            return self.next.popleft()
        if not self.waiting:
            return None
        work = self.waiting[0]
        # With trust-years enough for everybody one task takes all notebooks of one; the last few
        # are shared out notebook by notebook.
        whole = len(self.waiting) >= self.workers.size
        tasks = work.take_notebooks(None if whole else 1)
        if not work.notebooks_left:
            self.waiting.popleft()
        return run_notebooks, tasks

    def _note(self, result: list[NotebookDone] | StagingDone | DocumentDone) -> None:
        if isinstance(result, list):
            for done in result:
                self._note_notebook(done)
            return
        work = self.works[result.trust_year]
        if isinstance(result, StagingDone):
            work.note_staging(result)
        else:
            work.note_documents(result)
        self._follow(work)

    def _note_notebook(self, done: NotebookDone) -> None:
        work = self.works[done.trust_year]
        work.note_notebook(done)
        if done.cold and done.cold not in self.told:
            self.told.add(done.cold)
            self.progress.say(f"Notebooks run cold, in new kernels, which is slower: {done.cold}.")
        self._step(f"{done.trust_year}  {done.name}{' FAILED' if done.fault else ''}")
        if not work.notebooks_left and not work.notebooks_running:
            self._follow(work)

    def _follow(self, work: Work) -> None:
        """Queue what can start because of what has just ended, or note that all is done."""
        if work.outcome is not None:
            self.outcomes[work.trust_year] = work.outcome
            self.finished(work)
            state = "documents" if work.outcome.built else "documents: FAILED"
            self._step(f"{work.trust_year}  {state}")
        elif work.staged is None:
            self.next.appendleft((run_staging, work.staging_task()))
        else:
            side_by_side = self.workers.size > len(self.works) - len(self.outcomes)
            documents = work.document_task(side_by_side=side_by_side)
            if documents.keys:
                self.next.appendleft((make_documents, documents))
            else:  # all is in the store, and only to be put in place
                self._note(make_documents(documents))

    def _step(self, what: str) -> None:
        self.done += 1
        self.progress.step(self.done, self.total, what)
