"""Measures commands: seconds by the clock, seconds of processor, memory at the peak."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

BE_PARENT_OF_ALL = 36  # PR_SET_CHILD_SUBREAPER
BETWEEN_LOOKS = 2.0  # seconds: a look costs what a build would use


@dataclass(frozen=True)
class Measured:
    """wall, cpu: seconds, medians of ``runs``. peak: MiB of all processes together, 0 where not
    asked for. What several processes share is counted once."""

    wall: float
    cpu: float
    runs: int = 1
    peak: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        return {name: round(value, 4) for name, value in asdict(self).items()}


def command(
    arguments: Sequence[str], folder: Path, runs: int = 1, *, memory: bool = False,
    before: Callable[[], object] = lambda: None, **environment: str,
) -> Measured:  # fmt: skip
    """Run a command some times and measure it with all its children.

    before: done ahead of each run and not measured. Raises RuntimeError where it fails.
    """
    walls, cpus, peaks = [], [], []
    for _ in range(runs):
        before()
        cpu, started = _children(), time.perf_counter()
        # A file, not a pipe: the command has ended when its process has, as in a terminal.
        with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
            process = subprocess.Popen(
                arguments, cwd=folder, env=os.environ | environment,
                stdout=subprocess.DEVNULL, stderr=said,
            )  # fmt: skip
            watch = _Watch(process.pid) if memory else None
            process.wait()
            walls.append(time.perf_counter() - started)
            _wait_for_all()
            said.seek(0)
            message = said.read()
        cpus.append(_children() - cpu)
        peaks.append(watch.stop() if watch else 0.0)
        if process.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}:\n{message}")
    return Measured(statistics.median(walls), statistics.median(cpus), runs, max(peaks))


def function(work: Callable[[], object], runs: int) -> Measured:
    """Run a function some times in this process and measure it with all its children."""
    walls, cpus = [], []
    for _ in range(runs):
        cpu, started = time.process_time() + _children(), time.perf_counter()
        work()
        walls.append(time.perf_counter() - started)
        cpus.append(time.process_time() + _children() - cpu)
    return Measured(statistics.median(walls), statistics.median(cpus), runs)


def count_all_below() -> None:
    """On Linux, have processes that outlive who started them counted here as well.

    A build does not wait for the process that its workers are forked from.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(BE_PARENT_OF_ALL, 1, 0, 0, 0)


def _wait_for_all() -> None:
    if sys.platform == "linux":
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-1, 0)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Watch:
    """Looks at the memory of a process and all below it until it is stopped."""

    def __init__(self, pid: int) -> None:
        self.process, self.peak, self.ended = psutil.Process(pid), 0.0, threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def _look(self) -> None:
        while not self.ended.wait(BETWEEN_LOOKS):
            total = 0
            with contextlib.suppress(psutil.Error):
                for process in (self.process, *self.process.children(recursive=True)):
                    with contextlib.suppress(psutil.Error):
                        total += process.memory_full_info().pss
            self.peak = max(self.peak, total / 2**20)

    def stop(self) -> float:
        self.ended.set()
        self.thread.join()
        return self.peak
