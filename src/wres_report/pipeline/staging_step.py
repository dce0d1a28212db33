"""Runs the staging step, which loads pandas only where it runs."""

from __future__ import annotations

from wres_report.pipeline.outcome import guarded
from wres_report.pipeline.staging_task import StagingDone, StagingTask


def run_staging(task: StagingTask) -> StagingDone:
    """Stage the project of a trust-year and keep it, with its results and its workbook."""
    from wres_report.pipeline.staging import stage_report  # which loads pandas

    record, fault = guarded(lambda: stage_report(task))
    return StagingDone(task.trust_year, record, fault)
