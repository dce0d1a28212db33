"""Loads all that a build loads, for the prepared process that ``--keep`` leaves behind."""

from __future__ import annotations

import importlib
import os
import warnings

# What a command loads when it first needs it.
COMMAND = (
    "wres_report.cli.main", "wres_report.cli.building", "wres_report.pipeline.build",
    "wres_report.gate.running", "wres_report.index.report", "wres_report.pipeline.progress",
    "wres_report.report.errors", "wres_report.gate",
    "multiprocessing.forkserver", "multiprocessing.popen_fork", "multiprocessing.popen_forkserver",
)  # fmt: skip


def load_all() -> None:
    """Load it in the order in which a build does: what a notebook finds comes first."""
    from wres_report.forked import load_ahead, this_is_the_command
    from wres_report.pipeline.local_workers import kernel_settings, one_thread_each
    from wres_report.pipeline.notebooks.own_kernel import keep_out_of_kernels
    from wres_report.pipeline.pool import PRELOADED

    one_thread_each()
    keep_out_of_kernels(os.environ, kernel_settings())
    this_is_the_command()
    if not load_ahead():
        return
    filters = list(warnings.filters)
    for name in (*PRELOADED, *COMMAND):
        importlib.import_module(name)
    _load_gate()
    warnings.filters[:] = filters  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]


def _load_gate() -> None:
    """What it sets for its own process is nothing to notebooks."""
    from wres_report.gate.validation import load

    before = dict(os.environ)
    load()
    for name in os.environ.keys() - before.keys():
        del os.environ[name]


def forget_own() -> None:
    """In a fork that becomes a command: it has a folder of its own for what IPython keeps."""
    from wres_report.pipeline.local_workers import kernel_settings

    kernel_settings.cache_clear()
