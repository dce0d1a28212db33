"""What is told of a trust-year whose worker was killed."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.faults import Fault
from wres_report.pipeline.document_step import DocumentDone, DocumentTask
from wres_report.pipeline.notebook_step import NotebookDone, NotebookTask
from wres_report.pipeline.staging_task import StagingDone, StagingTask

# A machine that goes on killing is left alone.
MOST_KILLS = 20


def failed(
    task: Sequence[NotebookTask] | StagingTask | DocumentTask,
) -> list[NotebookDone] | StagingDone | DocumentDone:
    """What became of a task whose worker was killed: it failed, and says why."""
    if isinstance(task, StagingTask):
        return StagingDone(task.trust_year, None, _killed(f"the report of {task.trust_year}"))
    if isinstance(task, DocumentTask):
        return DocumentDone(task.trust_year, fault=_killed(f"the documents of {task.trust_year}"))
    trust_year = task[0].job.trust_year
    names = ", ".join(one.job.notebook.stem for one in task)
    fault = _killed(f"the notebooks of {trust_year}", names)
    return [
        NotebookDone(trust_year, one.job.notebook.stem, None, fault if one is task[0] else None)
        for one in task
    ]


def _killed(what: str, where: str = "") -> Fault:
    return Fault(
        f"A worker was killed while it made {what}, most often because memory ran out.",
        where,
        "End other programs and build it again, with --jobs 1 if need be.",
    )
