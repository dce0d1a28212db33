"""One trust-year while it is being built: what it has, and what comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wres_report.faults import ExitStatus
from wres_report.formats import FILES
from wres_report.inputs.params import Params
from wres_report.pipeline.code import code_files, code_hashes, notebooks_run_with
from wres_report.pipeline.document_step import DocumentDone, DocumentTask
from wres_report.pipeline.hashing import ABSENT
from wres_report.pipeline.notebook_step import NotebookDone, NotebookTask
from wres_report.pipeline.notebooks.jobs import NotebookJob, notebook_parameters
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.outcome import Outcome
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.pipeline.staging_task import StagingDone, StagingTask
from wres_report.pipeline.steps import STAGING, Step, Steps
from wres_report.program import platform_name, versions
from wres_report.standard import Standard
from wres_report.store import StepRecord, Store


class Work:
    """The records of the steps that are done, and the tasks of those that are not.

    outcome: what became of it, None while there is something left to do.
    """

    def __init__(
        self, plan: TrustYearPlan, gate: StepRecord, steps: Steps, store: Store,
        options: BuildOptions,
    ) -> None:  # fmt: skip
        assert plan.params is not None
        self.trust_year = plan.trust_year
        self.params: Params = plan.params
        self.gate, self.steps, self.store, self.options = gate, steps, store, options
        self.inputs = steps.inputs.of(self.trust_year)
        self.epoch = options.epoch(self.trust_year)
        self.ran: dict[str, Step] = {
            planned.step.name: planned.step for planned in plan.steps.values() if planned.step
        }
        planned = {name: plan.steps[name] for name in plan.notebooks}
        self.notebooks = {n: p.record for n, p in planned.items() if p.record is not None}
        self.notebooks_left = [name for name in planned if name not in self.notebooks]
        self.notebooks_running = 0
        self.staged: StepRecord | None = None
        self.documents: Mapping[str, str] = {}
        self.outcome: Outcome | None = None
        if not self.notebooks_left:
            self._find_staged()

    def take_notebooks(self, most: int | None) -> list[NotebookTask]:
        """The next notebooks to run; all that are left where ``most`` is None."""
        names = self.notebooks_left[:most]
        self.notebooks_left = self.notebooks_left[len(names) :]
        self.notebooks_running += len(names)
        workspace = self.steps.workspace
        parameters = notebook_parameters(self.trust_year, self.params)
        folder = workspace.notebooks(self._standard)
        return [
            NotebookTask(
                self.store.root,
                self.ran[name].key,
                NotebookJob(
                    self.trust_year, folder / f"{name}.ipynb", workspace.root, parameters,
                    self.options.runner,
                ),
                self.inputs,
                notebooks_run_with(),
            )
            for name in names
        ]  # fmt: skip

    def note_notebook(self, done: NotebookDone) -> None:
        self.notebooks_running -= 1
        if done.record is not None:
            self.notebooks[done.name] = done.record
        elif done.fault is not None:
            outcome = self.outcome or Outcome(self.trust_year, done.fault.status)
            outcome.faults.append(done.fault)
            if done.failed:
                outcome.failed_notebooks[done.name] = done.failed
            self.outcome = outcome
        if self.outcome is None and not self.notebooks_left and not self.notebooks_running:
            self._find_staged()

    def _find_staged(self) -> None:
        """The results may be what they were, although the notebooks have run again."""
        step = self.steps.staging(self.trust_year, self.gate, self.notebooks, self.epoch)
        self.ran[STAGING] = step
        self.staged = None if self.options.force else self.store.find(step.key)

    def staging_task(self) -> StagingTask:
        return StagingTask(
            self.steps.workspace.root, self.store.root, self.ran[STAGING].key, self.trust_year,
            self.params, self.gate, self.notebooks, self.inputs, self.epoch,
        )  # fmt: skip

    def note_staging(self, done: StagingDone) -> None:
        self.staged = done.record
        if done.fault is not None:
            self.outcome = Outcome(self.trust_year, done.fault.status, faults=[done.fault])

    def document_task(self, *, side_by_side: bool) -> DocumentTask:
        assert self.staged is not None
        keys, kept = {}, {}
        for name in self.options.formats:
            step = self.steps.format(name, self.staged, self.epoch)
            self.ran[name] = step
            record = None if self.options.force else self.store.find(step.key)
            if record is None:
                keys[name] = step.key
            else:
                kept[name] = record
        return DocumentTask(
            self.store.root, self.trust_year, self.gate, self.staged, keys, kept,
            self.options.out / str(self.trust_year),
            self.steps.renderer.name, self.epoch, self._manifest(),
            f"{self._standard.name} {self.trust_year.year}, {self.params.name}",
            self._reads(), side_by_side,
        )  # fmt: skip

    @property
    def _standard(self) -> Standard:
        return self.steps.workspace.standard(self.trust_year)

    @property
    def remarks(self) -> list[str]:
        """What staging had to say of the trust's own words."""
        return list(self.staged.facts.get("remarks", ())) if self.staged else []

    def note_documents(self, done: DocumentDone) -> None:
        if done.fault is not None:
            self.outcome = Outcome(self.trust_year, done.fault.status, faults=[done.fault])
            return
        self.documents = done.outputs
        folder = self.options.out / str(self.trust_year)
        self.outcome = Outcome(
            self.trust_year,
            ExitStatus.DONE,
            outputs=[str(folder / FILES[name]) for name in self.options.formats],
            remarks=self.remarks,
            notes=self.gate.facts["notes"],
            renderer=done.renderer,
        )

    def latest(self) -> dict[str, Any]:
        """What each step was made from, for telling next time what has changed."""
        return {"steps": {n: {"key": s.key, "parts": s.parts} for n, s in sorted(self.ran.items())}}

    def _reads(self) -> dict[str, list[str]]:
        """The inputs that each step reads, by its name."""
        data = {name: step.parts.get("data", {}) for name, step in self.ran.items()}
        return {
            name: sorted(path for path, digest in files.items() if digest != ABSENT)
            for name, files in data.items()
            if files
        }

    def _manifest(self) -> dict[str, Any]:
        assert self.staged is not None
        return {
            "trust_year": str(self.trust_year),
            "inputs": self.inputs,
            "code": code_hashes(self.steps.workspace),
            "code_files": code_files(self.steps.workspace),
            "environment": {
                "versions": versions(),
                "platform": platform_name(),
                "kernel": self.staged.facts["kernel"],
                "source_date_epoch": self.epoch,
            },
        }
