"""Where the steps of a build run: everything goes through ``concurrent.futures.Executor``."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from wres_report.build.interrupts import (
    held_back,
    ignore_interrupts,
    ignored_by_children,
    interruptible,
)
from wres_report.build.options import BuildOptions
from wres_report.faults import usage_fault

# Imported once, in the process that every worker is forked from.
PRELOADED = (
    "wres_report.execution.prepared",
    "wres_report.execution.running",
    "wres_report.build.staging",
    "wres_report.build.document_step",
)
# Of the about 108 bytes of a socket's path, what the folder of temporary files may take.
LONGEST_FOLDER = 70
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Workers:
    """executor: runs the tasks of a build. size: how many it is given at one time."""

    executor: Executor
    size: int

    def get_ready(self) -> None:
        """Start the processes now, so that they are ready when the gate is passed."""
        for _ in range(self.size):
            self.submit(os.getpid)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        return self.executor.submit(interruptible, function, *arguments)


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
        from wres_report.build.dask_workers import dask_workers

        with dask_workers(address, options.jobs, workspace) as found:
            yield found
    else:
        raise usage_fault(
            f"There is no executor “{options.executor}”.", "--executor",
            "Choose local, dask, or dask:ADDRESS with the address of a scheduler.",
        )  # fmt: skip


@contextmanager
def local_workers(jobs: int) -> Iterator[Workers]:
    """A pool of processes on this machine; a process starts when there is work for it."""
    one_thread_each()
    pool = _Processes(jobs)
    try:
        yield Workers(pool, jobs)
    finally:
        pool.shutdown(cancel_futures=True)


def one_thread_each() -> None:
    """Let processes that are started from now on have no threads of numpy's libraries.

    They share the processors already, and a process with threads of its own must not fork.
    """
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")


class _Processes(ProcessPoolExecutor):
    """Processes that are forked from one that has loaded everything, where there can be one."""

    def __init__(self, jobs: int) -> None:
        self.forked = _can_fork()
        context = multiprocessing.get_context("forkserver" if self.forked else "spawn")
        if self.forked:
            context.set_forkserver_preload(list(PRELOADED))
        super().__init__(jobs, mp_context=context, initializer=_start_worker)

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.forked:
            with ignored_by_children():
                return super().submit(function, *args, **kwargs)
        with ignored_by_children():
            forkserver.ensure_running()
        # The first waits until all is loaded; to stop in between would leave half a start behind.
        with held_back():
            return super().submit(function, *args, **kwargs)


def _can_fork() -> bool:
    """Whether there can be such a process: it listens at a socket among the temporary files."""
    room = len(os.fsencode(tempfile.gettempdir())) <= LONGEST_FOLDER
    return room and "forkserver" in multiprocessing.get_all_start_methods()


def _start_worker() -> None:
    """A worker has no threads, so that it may be forked: for notebooks, and for PDFs."""
    from wres_report.report import typst_compile

    ignore_interrupts()
    typst_compile.by_fork = hasattr(os, "fork")
