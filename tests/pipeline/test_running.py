"""What a build says while it runs."""

from __future__ import annotations

import io
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest

import papermill_warm
from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline import notebook_step
from wres_report.pipeline.notebook_step import NotebookTask
from wres_report.pipeline.notebooks.jobs import NotebookJob
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.pool import Workers
from wres_report.pipeline.progress import Progress
from wres_report.pipeline.running import Running

ZZX = TrustYear("ZZX", 2021)
NOTEBOOKS = ("1_workforce", "9_board")


class AtOnce(Executor):
    """Does each task when it is submitted, in this process."""

    def submit(self, function: Any, /, *arguments: Any, **more: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(function(*arguments, **more))
        return future


class TwoNotebooks:
    """Work of which every notebook fails, so that nothing is kept or rendered."""

    trust_year = ZZX
    staged = None

    def __init__(self, runner: Any) -> None:
        self.tasks = [
            NotebookTask(
                Path(), "key", NotebookJob(ZZX, Path(f"{n}.ipynb"), Path(), {}, runner), {}, {}
            )
            for n in NOTEBOOKS
        ]
        self.notebooks_left = list(NOTEBOOKS)
        self.notebooks_running = 0
        self.outcome: Outcome | None = None

    def take_notebooks(self, _most: int | None) -> list[NotebookTask]:
        self.notebooks_left.pop(0)
        return [self.tasks.pop(0)]

    def note_notebook(self, done: Any) -> None:
        self.outcome = Outcome(ZZX, ExitStatus.NOTEBOOK_FAILED, faults=[done.fault])


def said(work: Any) -> str:
    stream = io.StringIO()
    Running({ZZX: work}, Workers(AtOnce(), 1), Progress(stream), finished=lambda _work: None).all()
    return stream.getvalue()


@pytest.fixture(autouse=True)
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(task: NotebookTask) -> notebook_step.NotebookDone:
        fault = Fault("It failed.", status=ExitStatus.NOTEBOOK_FAILED)
        return notebook_step.NotebookDone(ZZX, task.job.notebook.stem, None, fault)

    monkeypatch.setattr(notebook_step, "_run", fail)
    monkeypatch.setattr(papermill_warm, "reason_for_cold", lambda: "this system has no fork")


def test_a_build_whose_notebooks_cannot_run_warm_says_so_once_and_why() -> None:
    lines = said(TwoNotebooks("warm")).splitlines()
    assert (
        lines.count("Notebooks run cold, in new kernels, which is slower: this system has no fork.")
        == 1
    )
    assert sum("FAILED" in line for line in lines if "_" in line) == 2


def test_a_build_that_was_asked_to_run_cold_says_nothing_of_it() -> None:
    assert "run cold" not in said(TwoNotebooks("cold"))
