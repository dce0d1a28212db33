"""Commands that are started to be killed: as a user starts them, in a group of their own."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

MARK = "WRES_FAULTS_RUN"
PATIENCE = 20.0  # seconds in which all processes must be gone; a child looks once a second
LIMIT = 600.0  # seconds for a command that nobody stops


@dataclass(frozen=True)
class Ended:
    """status: negative where a signal ended it. said: both streams. left: names of processes that
    went on, or “a pipe” where one of the streams stayed open."""

    status: int
    said: str
    left: tuple[str, ...] = ()


@dataclass
class Started:
    """A command that runs. temporary: its folder of temporary files."""

    process: subprocess.Popen[str]
    mark: str
    started: float

    @classmethod
    def start(cls, arguments: Sequence[str], folder: Path, temporary: Path) -> Started:
        temporary.mkdir(parents=True, exist_ok=True)
        mark = f"{os.getpid()}-{time.monotonic_ns()}"
        process = subprocess.Popen(
            [sys.executable, "-m", "wres_report", *arguments], cwd=folder, text=True,
            env=os.environ | {"TMPDIR": str(temporary), MARK: mark, "QUARTO": ""},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
            start_new_session=True, preexec_fn=_hear_interrupts,
        )  # fmt: skip
        return cls(process, mark, time.monotonic())

    def stop(self, number: signal.Signals, after: float, *, group: bool) -> Ended:
        """Send a signal after so many seconds, to the command alone or to its whole group."""
        try:
            self.process.wait(max(0.0, after - (time.monotonic() - self.started)))
        except subprocess.TimeoutExpired:
            if group:
                os.killpg(self.process.pid, number)
            else:
                self.process.send_signal(number)
        return self.end(PATIENCE if number == signal.SIGKILL else LIMIT / 5)

    def end(self, limit: float = LIMIT) -> Ended:
        """Wait for the command, its pipe and its processes."""
        left = []
        try:
            said = self.process.communicate(timeout=limit)[0]
        except subprocess.TimeoutExpired:
            left.append("a pipe" if self.process.poll() is not None else "the command itself")
            self.kill_all()
            said = self.process.communicate()[0]
        left += self.go_on()
        self.kill_all()
        return Ended(self.process.returncode, said, tuple(left))

    def go_on(self) -> list[str]:
        """The processes that are there after all patience, as their commands have it."""
        deadline = time.monotonic() + PATIENCE
        while (found := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.2)
        return [" ".join(_command(process))[:100] for process in found]

    def processes(self) -> list[psutil.Process]:
        """Whatever has been started by the command and lives, the command aside."""
        return [p for p in psutil.process_iter() if p.pid != self.process.pid and self._own(p)]

    def _own(self, process: psutil.Process) -> bool:
        try:
            ended = process.status() == psutil.STATUS_ZOMBIE
            return not ended and process.environ().get(MARK) == self.mark
        except (psutil.Error, OSError):
            return False

    def kill_all(self) -> None:
        for process in self.processes():
            with contextlib.suppress(psutil.Error, OSError):
                process.kill()
        if self.process.poll() is None:
            self.process.kill()


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except (psutil.Error, OSError):
        return ["(ended)"]


def _hear_interrupts() -> None:
    # As in a terminal, also where the harness itself runs in the background.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(arguments: Sequence[str], folder: Path, temporary: Path) -> Ended:
    """Run a command to its end."""
    return Started.start(arguments, folder, temporary).end()
