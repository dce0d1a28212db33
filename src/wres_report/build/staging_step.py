"""Runs the staging step, which loads pandas only where it runs."""

from __future__ import annotations

from wres_report.build.outcome import guarded
from wres_report.build.staging_task import StagingDone, StagingTask


def run_staging(task: StagingTask) -> StagingDone:
    """Stage the project of a trust-year and keep it, with its results and its workbook."""
    from wres_report.build.staging import stage_report  # which loads pandas

    record, fault = guarded(lambda: stage_report(task))
    return StagingDone(task.trust_year, record, fault)
