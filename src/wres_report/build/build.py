"""The build: from trust-years to reports. Read ``build`` as a table of contents."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.build.finish import FinishTask, finish
from wres_report.build.outcome import Outcome
from wres_report.build.progress import Progress, shown
from wres_report.execution.cold import run_cold
from wres_report.execution.jobs import NotebookJob, NotebookOutcome, notebook_parameters
from wres_report.faults import ExitStatus, Fault, gravest
from wres_report.gate import GateResult, run_gate
from wres_report.index import write_index
from wres_report.inputs.params import Params, read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.report.renderers import choose
from wres_report.standard import load_standard


@dataclass(frozen=True)
class BuildOptions:
    """formats: of html, pdf, docx. out: the outputs folder. jobs: processes at one time."""

    out: Path
    formats: tuple[str, ...] = ("html", "pdf", "docx")
    renderer: str = "auto"
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    fail_fast: bool = False


def build(
    workspace: Workspace, trust_years: list[TrustYear], options: BuildOptions, progress: Progress
) -> list[Outcome]:
    """Build the reports of the trust-years; one that fails does not stop the others.

    Returns an outcome for each, in their order. Raises RenderError where the renderer that was
    asked for is not there, before anything runs.
    """
    started = time.monotonic()
    choose(options.renderer)
    outcomes: dict[TrustYear, Outcome] = {}
    settings = _read_settings(workspace, trust_years, outcomes)
    gate = _pass_gate(workspace, settings, outcomes, progress)
    with _scratch(options.out) as scratch, _pool(options.jobs) as pool:
        run = _Run(workspace, settings, gate, options, scratch, pool, progress)
        try:
            outcomes |= run.all()
        except BrokenProcessPool:
            raise _worker_killed() from None
    ordered = [outcomes[trust_year] for trust_year in trust_years if trust_year in outcomes]
    left = [trust_year for trust_year in trust_years if trust_year not in outcomes]
    progress.recap(ordered, left, time.monotonic() - started, workspace.root)
    progress.say(f"All reports: {shown(write_index(options.out), workspace.root)}")
    return ordered


def _worker_killed() -> Fault:
    return Fault(
        "A worker of this build was killed, most often because memory ran out. "
        "Finished reports stand; the others are as they were.",
        action="Build again with --jobs 1, or fewer trust-years at a time.",
    )


def exit_status(outcomes: list[Outcome]) -> ExitStatus:
    """The gravest status of the build."""
    return gravest([outcome.status for outcome in outcomes])


def _read_settings(
    workspace: Workspace, trust_years: list[TrustYear], outcomes: dict[TrustYear, Outcome]
) -> dict[TrustYear, Params]:
    settings = {}
    for trust_year in trust_years:
        try:
            settings[trust_year] = read_params(workspace, trust_year)
        except Fault as fault:
            outcomes[trust_year] = Outcome(trust_year, fault.status, faults=[fault])
    return settings


def _pass_gate(
    workspace: Workspace,
    settings: dict[TrustYear, Params],
    outcomes: dict[TrustYear, Outcome],
    progress: Progress,
) -> dict[TrustYear, GateResult]:
    """The gate's results of the trust-years that it lets through."""
    if not settings:
        return {}
    progress.say(f"checking the data of {', '.join(map(str, settings))}")
    results = run_gate(workspace, list(settings), settings)
    passed = {}
    for trust_year, result in results.items():
        if result.status is ExitStatus.DONE:
            passed[trust_year] = result
            continue
        outcomes[trust_year] = Outcome(
            trust_year,
            result.status,
            faults=[result.fault] if result.fault else [],
            findings=[str(f) for f in result.findings if f.severity == "critical"],
        )
    return passed


@contextmanager
def _scratch(out: Path) -> Iterator[Path]:
    # Beside the outputs, so that what is finished is renamed and never copied between disks.
    out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".work-", dir=out))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _pool(jobs: int) -> Executor:
    # Spawned, not forked: this process has loaded Great Expectations and perhaps threads.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=jobs, mp_context=context)


class _Run:
    """The notebooks and the last steps of all trust-years, through one executor."""

    def __init__(
        self,
        workspace: Workspace,
        settings: dict[TrustYear, Params],
        gate: dict[TrustYear, GateResult],
        options: BuildOptions,
        scratch: Path,
        pool: Executor,
        progress: Progress,
    ) -> None:
        self.workspace, self.settings, self.gate = workspace, settings, gate
        self.options, self.scratch, self.pool, self.progress = options, scratch, pool, progress
        self.notebooks = [indicator.notebook for indicator in load_standard().indicators]
        self.left = {trust_year: len(self.notebooks) for trust_year in gate}
        self.outcomes: dict[TrustYear, Outcome] = {}
        self.done, self.total = 0, len(gate) * (len(self.notebooks) + 1)

    def all(self) -> dict[TrustYear, Outcome]:
        pending: set[Future[Any]] = {
            self.pool.submit(run_cold, job)
            for trust_year in self.gate
            for job in self._jobs(trust_year)
        }
        while pending:
            finished, pending = wait(pending, return_when=FIRST_COMPLETED)
            for future in finished:
                pending |= self._take(future.result())
            if self.options.fail_fast and any(not o.built for o in self.outcomes.values()):
                for future in pending:
                    future.cancel()
                break
        return self.outcomes

    def _jobs(self, trust_year: TrustYear) -> list[NotebookJob]:
        folder = self._folder(trust_year)
        folder.mkdir(parents=True)
        templates = self.workspace.templates("notebooks")
        return [
            NotebookJob(
                trust_year,
                templates / f"{name}.ipynb",
                folder / f"{name}.ipynb",
                self.workspace.root,
                notebook_parameters(trust_year, self.settings[trust_year]),
            )
            for name in self.notebooks
        ]

    def _folder(self, trust_year: TrustYear) -> Path:
        return self.scratch / trust_year.code / str(trust_year.year)

    def _take(self, result: NotebookOutcome | Outcome) -> set[Future[Any]]:
        """Note a result; return what can start because of it."""
        self.done += 1
        if isinstance(result, Outcome):
            result.notes = len(self.gate[result.trust_year].findings)
            self.outcomes[result.trust_year] = result
            state = "documents" if result.built else "documents: FAILED"
            self.progress.step(self.done, self.total, f"{result.trust_year}  {state}")
            return set()
        return self._take_notebook(result)

    def _take_notebook(self, result: NotebookOutcome) -> set[Future[Any]]:
        trust_year = result.job.trust_year
        failed = " FAILED" if result.fault else ""
        name = result.job.notebook.stem
        self.progress.step(self.done, self.total, f"{trust_year}  {name}{failed}")
        self.left[trust_year] -= 1
        if result.fault:
            self._note_failure(result)
        if self.left[trust_year]:
            return set()
        if trust_year in self.outcomes:
            self.done += 1  # the documents of a failed trust-year are not made
            return set()
        return {self.pool.submit(finish, self._finish_task(trust_year))}

    def _note_failure(self, result: NotebookOutcome) -> None:
        trust_year, status = result.job.trust_year, ExitStatus.NOTEBOOK_FAILED
        outcome = self.outcomes.setdefault(trust_year, Outcome(trust_year, status))
        assert result.fault is not None
        kept = self._keep_failed(result.job.output, trust_year)
        result.fault.action = f"Open {kept} in JupyterLab: it shows the cell and its error."
        outcome.faults.append(result.fault)

    def _keep_failed(self, notebook: Path, trust_year: TrustYear) -> str:
        """Keep a failed notebook to be looked at, apart from the outputs of good builds."""
        folder = self.options.out / "failed" / trust_year.code / str(trust_year.year)
        folder.mkdir(parents=True, exist_ok=True)
        if notebook.is_file():
            shutil.copy(notebook, folder / notebook.name)
        return shown(folder / notebook.name, self.workspace.root)

    def _finish_task(self, trust_year: TrustYear) -> FinishTask:
        return FinishTask(
            self.workspace.root,
            trust_year,
            self.settings[trust_year],
            self.gate[trust_year].as_dict(published=True),
            self._folder(trust_year),
            self.options.out / trust_year.code / str(trust_year.year),
            self.options.formats,
            self.options.renderer,
        )
