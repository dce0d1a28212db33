"""The processes of this machine that the steps of a build run in."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Collection
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from wres_report.forked import forked_first, load_ahead
from wres_report.pipeline.interrupts import (
    held_back,
    ignore_interrupts,
    ignored_by_children,
    interruptible,
)
from wres_report.processes import can_fork, end_with_parent, start_tracker

# Imported once, in the process that every worker is forked from.
PRELOADED = (
    "wres_report.pipeline.notebooks.prepared",
    "wres_report.pipeline.notebooks.running",
    "wres_report.pipeline.prepared",
)
# Of the about 108 bytes of a socket's path, what the folder of temporary files may take.
LONGEST_FOLDER = 70
# How the pool ends the workers that are left when one of them was killed; 255: nobody knows.
ENDED_BY_POOL = (None, 0, -signal.SIGTERM, 255)
TIME_TO_END = 10.0  # seconds, for workers that were told to give up their tasks


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
    path.write_text(str(number), encoding="ascii", newline="\n")
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


class _Processes(ProcessPoolExecutor):
    """Processes that are forked from one that has loaded everything, where there can be one."""

    def __init__(self, jobs: int) -> None:
        self.forked = _can_fork()
        start_tracker()
        context = multiprocessing.get_context("forkserver" if self.forked else "spawn")
        if self.forked:
            context.set_forkserver_preload(list(PRELOADED))
        super().__init__(jobs, mp_context=context, initializer=_start_worker)
        self.started: dict[int, BaseProcess] = {}

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Raises BrokenProcessPool where a worker, or what they are forked from, was killed."""
        try:
            return self._submit(function, *args, **kwargs)
        except (EOFError, ConnectionError):
            raise BrokenProcessPool("the process that workers are forked from") from None
        finally:
            self.started.update(self._processes or {})

    def _submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.forked:
            with ignored_by_children():
                return super().submit(function, *args, **kwargs)
        self._start_first()
        # The first waits until all is loaded; to stop in between would leave half a start behind.
        with held_back():
            return super().submit(function, *args, **kwargs)

    def _start_first(self) -> None:
        """Start the process that the others are forked from, unless it runs."""
        forked = not self.started and load_ahead()
        with ignored_by_children(), forked_first() if forked else nullcontext():
            forkserver.ensure_running()


def _can_fork() -> bool:
    """Whether there can be such a process: it listens at a socket among the temporary files."""
    room = len(os.fsencode(tempfile.gettempdir())) <= LONGEST_FOLDER
    return room and can_fork() and "forkserver" in multiprocessing.get_all_start_methods()


def _start_worker() -> None:
    """A worker has no threads, so that it may be forked: for notebooks, and for PDFs."""
    from wres_report.report import typst_compile

    end_with_parent()
    ignore_interrupts()
    typst_compile.by_fork = can_fork()
