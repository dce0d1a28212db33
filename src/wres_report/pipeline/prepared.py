"""Importing this module prepares the process for the steps of a build that follow the notebooks.

The process that the workers are forked from imports it, behind what it needs for notebooks.
"""

from __future__ import annotations

from wres_report.kept_patterns import patterns_kept
from wres_report.loading import without_collecting

with without_collecting(), patterns_kept(__file__):
    import wres_report.pipeline.document_step
    import wres_report.pipeline.staging  # noqa: F401
