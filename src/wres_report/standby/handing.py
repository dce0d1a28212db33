"""The command's side of a handing over: it asks, waits, passes signals on and ends likewise."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from pathlib import Path
from types import FrameType
from typing import Any

from wres_report.leftovers import ENDING
from wres_report.standby import wire
from wres_report.standby.asking import told_of_this

STREAMS = (0, 1, 2)
KILLED = 128 + 9


def hand_over(path: Path) -> int | None:
    """Have the prepared process at this socket run this command; see ``asking.run_elsewhere``."""
    if not _all_open():
        return None
    end = wire.connect(path, wire.TO_ANSWER)
    if end is None:
        return None
    alive, own = os.pipe()
    here = os.open(".", os.O_PATH | os.O_DIRECTORY)
    try:
        with _Signals() as signals:
            process = _ask(end, (*STREAMS, alive, here))
            if process is None:
                return None
            signals.pass_on_to(process)
            return _wait(end)
    finally:
        wire.close([alive, own, here])
        end.close()


def _all_open() -> bool:
    for number in STREAMS:
        try:
            os.fstat(number)
        except OSError:
            return False
    return True


def _ask(end: socket.socket, files: tuple[int, ...]) -> int | None:
    """The process that runs the command; None where none does."""
    try:
        wire.send(end, {"do": "run", **told_of_this()}, files)
        answer, _ = wire.receive(end, wire.TO_ANSWER)
    except (OSError, wire.NotUnderstoodError):
        return None
    return answer.get("process")


def _wait(end: socket.socket) -> int:
    """Wait for the end of the command; its exit status. Killed, this process is killed likewise."""
    try:
        answer, _ = wire.receive(end, None)
    except wire.NotUnderstoodError:
        return KILLED
    if number := answer.get("signal"):
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    return int(answer.get("status", KILLED))


class _Signals:
    """What asks this process for an end goes to the one that runs its command.

    What comes before there is one waits for it, and is raised here where there will be none.
    """

    def __init__(self) -> None:
        self.process: int | None = None
        self.waiting: list[int] = []
        self.before: dict[int, Any] = {}

    def __enter__(self) -> _Signals:
        for number in ENDING:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self.before[number] = signal.signal(number, self._pass_on)
        if signal.getsignal(signal.SIGTSTP) is signal.SIG_DFL:
            self.before[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self.before.items():
            signal.signal(number, handler)
        if self.process is None:
            for number in self.waiting:
                signal.raise_signal(number)

    def pass_on_to(self, process: int) -> None:
        self.process = process
        for number in self.waiting:
            self._pass_on(number)

    def _pass_on(self, number: int, _: FrameType | None = None) -> None:
        if self.process is None:
            self.waiting.append(number)
            return
        with contextlib.suppress(OSError):
            os.kill(self.process, number)

    def _stop(self, _number: int, _: FrameType | None) -> None:
        """Ctrl-Z stops the whole group of a program; the other process has one of its own."""
        self._to_group(signal.SIGSTOP)
        os.kill(os.getpid(), signal.SIGSTOP)
        self._to_group(signal.SIGCONT)

    def _to_group(self, number: int) -> None:
        if self.process is not None:
            with contextlib.suppress(OSError):
                os.killpg(self.process, number)
