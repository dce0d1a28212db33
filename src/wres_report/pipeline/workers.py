"""Where the steps of a build run: everything goes through ``concurrent.futures.Executor``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wres_report.faults import usage_fault
from wres_report.pipeline.local_workers import local_workers
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.pool import Workers


@contextmanager
def workers(options: BuildOptions, workspace: Path) -> Iterator[Workers]:
    """The workers that a build asks for. workspace: its folder, for workers elsewhere.

    Raises a usage fault for one that is not known, and an input fault where dask is asked for
    and not installed, or its workers are not fit for this build.
    """
    name, _, address = options.executor.partition(":")
    if name == "local" and not address:
        with local_workers(options.jobs) as found:
            yield found
    elif name == "dask":
        from wres_report.pipeline.dask_workers import dask_workers

        with dask_workers(address, options.jobs, workspace) as found:
            yield found
    else:
        raise usage_fault(
            f"There is no executor “{options.executor}”.", "--executor",
            "Choose local, dask, or dask:ADDRESS with the address of a scheduler.",
        )  # fmt: skip
