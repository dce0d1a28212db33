"""Importing this module prepares the process for notebooks that run warm.

The process that the workers of a build are forked from imports it, before it does anything else.
"""

from __future__ import annotations

import papermill_warm
from wres_report.forked import add_filters
from wres_report.kept_patterns import patterns_kept
from wres_report.loading import collect_seldom, load_when_used, without_collecting
from wres_report.pipeline.notebooks.preparing import MODULES, check_once, warm_up
from wres_report.program import as_it_runs, package_files, package_hashes

# Workers inherit it; a notebook finds what it would find in a new process.
collect_seldom()
with without_collecting(), patterns_kept(__file__):
    if not papermill_warm.reason_for_cold():
        # What stands in this process since before it was forked has loaded in another state.
        papermill_warm.prepare((), add_filters)
        papermill_warm.prepare(MODULES, warm_up)
    # papermill has it for notebooks at addresses of the web.
    load_when_used("requests")
    import papermill_warm.manager
    import wres_report.handover
    import wres_report.pipeline.notebooks.planning  # noqa: F401

    check_once()
    # Each notebook hands this over. Told here, it is that of the modules that are loaded here, and
    # is not told again in every fork: to hash all files is a third of what a short notebook takes.
    for told_before in (package_files, package_hashes):
        told_before.cache_clear()
    as_it_runs()
