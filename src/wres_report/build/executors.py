"""Where the steps of a build run: everything goes through ``concurrent.futures.Executor``.

There are two executors, because a process that has forked a notebook and one that has compiled
a PDF must not be the same: Typst starts threads, and a process with threads must not fork.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from pathlib import Path

from wres_report.build.options import BuildOptions
from wres_report.faults import usage_fault

# Imported once, in the process that every worker is forked from.
PRELOADED = (
    "wres_report.execution.prepared",
    "wres_report.execution.running",
    "wres_report.build.staging",
    "wres_report.build.document_step",
)
# One thread each: the processes of the pool share the processors already, and a process with
# threads of its own must not fork.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Executors:
    """notebooks: runs notebooks and stages. documents: renders. size: tasks at one time."""

    notebooks: Executor
    documents: Executor
    size: int

    def get_ready(self) -> None:
        """Start the first process now, so that it is ready when the gate is passed."""
        self.notebooks.submit(os.getpid)


@contextmanager
def executors(options: BuildOptions, workspace: Path) -> Iterator[Executors]:
    """The executors that a build asks for. workspace: its folder, for workers elsewhere.

    Raises a usage fault for one that is not known, and an input fault where dask is asked for
    and not installed, or its workers are not fit for this build.
    """
    name, _, address = options.executor.partition(":")
    if name == "local" and not address:
        with local_executors(options.jobs) as found:
            yield found
    elif name == "dask":
        from wres_report.build.dask_executors import dask_executors

        with dask_executors(address, options.jobs, workspace) as found:
            yield found
    else:
        raise usage_fault(
            f"There is no executor “{options.executor}”.", "--executor",
            "Choose local, dask, or dask:ADDRESS with the address of a scheduler.",
        )  # fmt: skip


@contextmanager
def local_executors(jobs: int) -> Iterator[Executors]:
    """Pools of processes on this machine; a process starts when there is work for it."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    context = _context()
    notebooks = ProcessPoolExecutor(jobs, mp_context=context)
    documents = ProcessPoolExecutor(jobs, mp_context=context, initializer=_never_forks)
    try:
        yield Executors(notebooks, documents, jobs)
    finally:
        for pool in (notebooks, documents):
            pool.shutdown(cancel_futures=True)


def _context() -> BaseContext:
    """Processes are forked from one that has loaded everything, where there can be such a one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


def _never_forks() -> None:
    """Compile PDFs inside this process: it runs no notebooks."""
    from wres_report.report import typst_compile

    typst_compile.in_this_process = True
