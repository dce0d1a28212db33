"""The notebook step: runs notebooks, cleans them, and keeps them with what they handed over."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.pipeline.keeping import keep
from wres_report.pipeline.notebooks.jobs import NotebookJob
from wres_report.store import StepRecord, Store

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from wres_report.handover import Handover

NOTEBOOK, HANDOVER = "notebook.ipynb", "handover.json"


@dataclass(frozen=True)
class NotebookTask:
    """store: the folder of the store. key: of the step that the job is. inputs: hash by path of
    the files of the trust-year. program: what must run in the kernel, as the key counts it."""

    store: Path
    key: str
    job: NotebookJob
    inputs: Mapping[str, str]
    program: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class NotebookDone:
    """record is None where the notebook failed; then ``fault`` says why and ``failed`` is its
    file as far as it came. cold: why it ran in a new kernel although it was to run warm."""

    trust_year: TrustYear
    name: str
    record: StepRecord | None
    fault: Fault | None = None
    failed: bytes = b""
    cold: str = ""


def run_notebooks(tasks: Sequence[NotebookTask]) -> list[NotebookDone]:
    """Run the notebooks one after the other; one that fails does not stop the others."""
    from papermill_warm import reason_for_cold
    from wres_report.pipeline.notebooks.planning import plan_before

    cold = reason_for_cold() if any(task.job.runner == "warm" for task in tasks) else ""
    if not cold:
        plan_before(task.job for task in tasks)
    return [replace(_run(task), cold=cold) for task in tasks]


def _run(task: NotebookTask) -> NotebookDone:
    # Loaded here, since the process that only hands tasks out needs none of it.
    from wres_report.handover import notebook_bytes, read_handovers
    from wres_report.pipeline.notebooks.running import run_notebook

    trust_year, name = task.job.trust_year, task.job.notebook.stem
    outcome = run_notebook(task.job)
    if outcome.executed is None:
        return NotebookDone(trust_year, name, None, outcome.fault, outcome.failed)
    try:
        handovers = read_handovers(outcome.executed, name)
        for handover in handovers:
            handover.ran = ran_with(handover.ran, task.program, name)
        record = _keep(task, outcome.executed, handovers)
    except Fault as fault:
        return NotebookDone(trust_year, name, None, fault, notebook_bytes(outcome.executed))
    return NotebookDone(trust_year, name, record)


def ran_with(
    ran: Mapping[str, Mapping[str, str]], program: Mapping[str, Mapping[str, str]], name: str
) -> dict[str, dict[str, str]]:
    """What the kernel of a notebook was, as far as it can change results.

    ran: as the notebook found it. program: as the build means it to be. name: the notebook's.
    Raises a fault where they differ: the results would not be those of this program.
    """
    others = {
        part: (ran.get(kind, {}).get(part, "none"), wanted)
        for kind, parts in program.items()
        for part, wanted in parts.items()
        if ran.get(kind, {}).get(part) != wanted
    }
    if not others:
        return {kind: dict(parts) for kind, parts in program.items()}
    versions = [f"{p} {found}, not {wanted}" for p, (found, wanted) in others.items()
                if p in program["versions"]]  # fmt: skip
    raise Fault(
        f"The notebook {name} ran with another program than this one"
        + (f": {'; '.join(versions)}." if versions else ", of the same version."),
        f"notebooks/{name}.ipynb",
        "Look for another wres_report in the folder of the workspace or on PYTHONPATH, and take "
        "it away; wres doctor says what the notebooks run with.",
        ExitStatus.NOTEBOOK_FAILED,
    )


def _keep(task: NotebookTask, executed: NotebookNode, handovers: list[Handover]) -> StepRecord:
    from wres_report.handover import clean_notebook, notebook_bytes

    store = Store(task.store)
    record = StepRecord({
        NOTEBOOK: store.objects.put(notebook_bytes(clean_notebook(executed))),
        HANDOVER: store.objects.put(
            json.dumps([vars(handover) for handover in handovers], sort_keys=True).encode()
        ),
    })  # fmt: skip
    return keep(store, task.key, record, task.job.folder, task.inputs)
