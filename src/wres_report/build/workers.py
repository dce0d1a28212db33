"""Where the steps of a build run: everything goes through ``concurrent.futures.Executor``."""

from __future__ import annotations

import atexit
import contextlib
import itertools
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from wres_report.build.interrupts import (
    held_back,
    ignore_interrupts,
    ignored_by_children,
    interruptible,
)
from wres_report.build.options import BuildOptions
from wres_report.execution.own_kernel import keep_out_of_kernels
from wres_report.faults import usage_fault
from wres_report.leftovers import remove
from wres_report.processes import end_with_parent

# Imported once, in the process that every worker is forked from.
PRELOADED = (
    "wres_report.execution.prepared",
    "wres_report.execution.running",
    "wres_report.build.staging",
    "wres_report.build.document_step",
)
# Of the about 108 bytes of a socket's path, what the folder of temporary files may take.
LONGEST_FOLDER = 70
# How the pool ends the workers that are left when one of them was killed; 255: nobody knows.
ENDED_BY_POOL = (None, 0, -signal.SIGTERM, 255)
TIME_TO_END = 10.0  # seconds, for workers that were told to give up their tasks
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Workers:
    """executor: runs the tasks of a build. size: how many it is given at one time."""

    def __init__(self, executor: Executor, size: int) -> None:
        self.executor, self.size = executor, size

    def get_ready(self) -> None:
        """Start the processes now, so that they are ready when the gate is passed."""
        for _ in range(self.size):
            self.submit(os.getpid)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """Raises BrokenProcessPool where a worker was killed."""
        return self.executor.submit(interruptible, function, *arguments)

    def killed_in(self, broken: Collection[Future[Any]]) -> Collection[Future[Any]]:
        """Which of the tasks that came to nothing were those of workers that were killed.

        None of them where that cannot be told.
        """
        return broken

    def renew(self) -> None:
        """Have workers again after some were killed."""


class LocalWorkers(Workers):
    """Processes of this machine. Each notes in a file what it is at, for when it is killed."""

    def __init__(self, jobs: int, folder: Path) -> None:
        self.pool, self.folder = _Processes(jobs), folder
        self.numbers: WeakKeyDictionary[Future[Any], int] = WeakKeyDictionary()
        self.count = itertools.count()
        super().__init__(self.pool, jobs)

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        number = next(self.count)
        future = self.pool.submit(noted, self.folder, number, function, *arguments)
        self.numbers[future] = number
        return future

    def killed_in(self, broken: Collection[Future[Any]]) -> Collection[Future[Any]]:
        at = {
            _number_in(self.folder / str(process.pid))
            for process in self.pool.started.values()
            if process.exitcode not in ENDED_BY_POOL
        }
        return [future for future in broken if self.numbers.get(future) in at]

    def renew(self) -> None:
        self.end()
        for path in self.folder.iterdir():
            path.unlink()
        self.pool = _Processes(self.size)
        self.executor = self.pool

    def end(self, *, now: bool = False) -> None:
        """Wait for what runs; now: give it up, and kill what does not end soon."""
        processes = list(self.pool.started.values())
        if now:
            for process in processes:
                _interrupt(process)
            self.pool.shutdown(wait=False, cancel_futures=True)
            deadline = time.monotonic() + TIME_TO_END
            for process in processes:
                process.join(max(0.0, deadline - time.monotonic()))
                process.kill()
        self.pool.shutdown(cancel_futures=True)


def noted(folder: Path, number: int, function: Callable[..., Any], *arguments: Any) -> Any:
    """Run a task of a worker. number: what the worker notes in the folder while it is at it."""
    path = folder / str(os.getpid())
    path.write_text(str(number), encoding="ascii")
    result = interruptible(function, *arguments)
    path.unlink(missing_ok=True)
    return result


def _number_in(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _interrupt(process: BaseProcess) -> None:
    if process.pid is not None and process.is_alive() and os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGINT)


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
    keep_out_of_kernels(os.environ, kernel_settings())
    with tempfile.TemporaryDirectory(prefix="wres-workers-") as folder:
        found = LocalWorkers(jobs, Path(folder))
        try:
            yield found
        except BaseException:
            found.end(now=True)
            raise
        found.end()


@cache
def kernel_settings() -> Path:
    """A folder for what IPython keeps, empty at first; it goes with this process.

    Not with a build: the process that workers are forked from outlives one.
    """
    folder = Path(tempfile.mkdtemp(prefix="wres-kernels-"))
    process = os.getpid()
    atexit.register(lambda: remove(folder) if os.getpid() == process else None)
    return folder


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
        self.started: dict[int, BaseProcess] = {}

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Raises BrokenProcessPool where a worker, or what they are forked from, was killed."""
        try:
            future = self._submit(function, *args, **kwargs)
        except (EOFError, ConnectionError):
            raise BrokenProcessPool("the process that workers are forked from") from None
        self.started.update(self._processes or {})
        return future

    def _submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
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

    end_with_parent()
    ignore_interrupts()
    typst_compile.by_fork = hasattr(os, "fork")
