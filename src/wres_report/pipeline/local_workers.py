"""The workers of this machine: a pool of processes that are forked, or spawned, when needed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from wres_report.faults import input_fault
from wres_report.leftovers import remove_at_end
from wres_report.pipeline.notebooks.own_kernel import keep_out_of_kernels
from wres_report.pipeline.pool import LocalWorkers, Workers

FILES, FILES_FOR_EACH = 30, 6  # open at one time: by any build, and by each of its processes
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@contextmanager
def local_workers(jobs: int) -> Iterator[Workers]:
    """A pool of processes on this machine; a process starts when there is work for it.

    Raises an input fault where the system lets this one have too few files open for so many.
    """
    _refuse_few_files(jobs)
    one_thread_each()
    keep_out_of_kernels(os.environ, kernel_settings())
    with tempfile.TemporaryDirectory(prefix="wres-workers-") as folder:
        found = LocalWorkers(jobs, Path(folder))
        try:
            yield found
        except BaseException:
            found.end(now=True)
            raise
        found.end()


def _refuse_few_files(jobs: int) -> None:
    """Otherwise what is lacking then is told by whatever lacks it, or by nobody."""
    if os.name != "posix":
        return
    import resource

    needed = FILES + FILES_FOR_EACH * jobs
    allowed = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if 0 <= allowed < needed:
        raise input_fault(
            f"This system lets a program have {allowed} files open at one time, and a build with "
            f"{jobs} workers needs {needed}.", "ulimit -n",
            f"Raise the limit, for instance: ulimit -n {max(1024, needed)}. --jobs 1 needs fewer.",
        )  # fmt: skip


@cache
def kernel_settings() -> Path:
    """A folder for what IPython keeps, empty at first; it goes with this process.

    Not with a build: the process that workers are forked from outlives one.
    """
    folder = Path(tempfile.mkdtemp(prefix="wres-kernels-"))
    remove_at_end(folder)
    return folder


def one_thread_each() -> None:
    """Let processes that are started from now on have no threads of numpy's libraries.

    They share the processors already, and a process with threads of its own must not fork.
    """
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
