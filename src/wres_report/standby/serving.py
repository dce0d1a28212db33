"""The loop of a prepared process: it waits for commands, forks for each, and ends by time."""

from __future__ import annotations

import contextlib
import fcntl
import gc
import os
import select
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import papermill_warm
from papermill_warm.holding import signals_held
from wres_report.leftovers import own_temporary_files
from wres_report.standby import place, taking_over, wire
from wres_report.standby.loaded import (
    Loaded,
    hides_what_is_loaded,
    note_what_is_read,
    read_as_ever,
)
from wres_report.standby.situation import identity, may_take_over

TO_END = 2.0  # seconds, for another one that was told to end
TO_ASK = 2.0  # seconds, for a command to say all that it wants
SPACES = ("mnt", "pid", "net", "user")
MEMORY = Path("/proc/self/smaps_rollup")
# What is set for this process alone.
OWN = ("TMPDIR", "WRES_TMPDIR", "IPYTHONDIR")


@dataclass(frozen=True)
class Command:
    """prepare: loads all that a command needs. afresh: forgets, in a fork, what belongs to one
    command alone. run: runs the command."""

    prepare: Callable[[], object]
    afresh: Callable[[], object]
    run: Callable[[], object]


def serve(command: Command, seconds: float, environment: dict[str, str]) -> None:
    """Be the prepared process until nobody has needed it for so many seconds.

    environment: the variables that this process was started with, before anything was loaded.
    Returns at once where there is one already, or this process may not be forked.
    """
    since = time.time_ns()
    try:
        folder = place.make_folder()
    except OSError:
        return
    if not sys.flags.safe_path:
        sys.path[0] = str(folder)  # in place of the current one: there are no modules in it
    path = place.socket_of(folder)
    with path.with_suffix(place.LOCK).open("wb") as alone:
        if not _locked(alone):
            return
        own_temporary_files()
        read = note_what_is_read()
        try:
            command.prepare()
        finally:
            read_as_ever()
        loaded = Loaded(read, environment, since)
        if papermill_warm.reason_for_cold() or not loaded.is_current:
            return
        changes = {
            name: value
            for name, value in os.environ.items()
            if environment.get(name) != value and name not in OWN
        }
        gc.collect()
        gc.freeze()
        _Loop(command, path, loaded, changes, seconds, alone).run()


def _locked(file: BinaryIO) -> bool:
    """Whether no other process holds this lock; it goes with the process, however that ends."""
    deadline = time.monotonic() + TO_END
    while True:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.05)
        else:
            return True


class _Loop:
    """running: the connection by the process that runs its command."""

    def __init__(
        self, command: Command, path: Path, loaded: Loaded, changes: dict[str, str],
        seconds: float, lock: BinaryIO,
    ) -> None:  # fmt: skip
        self.command, self.path, self.loaded, self.changes = command, path, loaded, changes
        self.lock = lock
        self.seconds, self.until = seconds, time.monotonic() + seconds
        self.running: dict[int, socket.socket] = {}
        self.served = 0
        self.started = time.monotonic()
        self.ending = False
        self.asked: list[socket.socket] = []
        self.spaces = _spaces(os.getpid())
        self.identity = identity()
        self.listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

    def run(self) -> None:
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._end_soon)
        self._listen()
        while not self.ending or self.running:
            waiting = None if self.running else max(0.0, self.until - time.monotonic())
            looked_at: list[Any] = [woken] if self.lock.closed else [woken, self.listening]
            ready, _, _ = select.select(looked_at, [], [], waiting)
            if woken in ready:
                with contextlib.suppress(BlockingIOError):
                    os.read(woken, 512)
            self._note_ended()
            if self.listening in ready and not self.ending:
                self._answer()
            elif not self.running and time.monotonic() >= self.until:
                self.ending = True
            if self.ending:
                self._listen_no_more()

    def _listen(self) -> None:
        # The lock is held: whoever listened here has ended.
        self.path.unlink(missing_ok=True)
        self.listening.bind(str(self.path))
        self.listening.listen(16)
        self.listening.setblocking(False)

    def _listen_no_more(self) -> None:
        if not self.lock.closed:
            self.path.unlink(missing_ok=True)
            self.listening.close()
            # What still runs here is no reason for another one to wait.
            self.lock.close()

    def _end_soon(self, *_: object) -> None:
        self.ending = True

    def _note_ended(self) -> None:
        while self.running:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if process == 0:
                return
            end = self.running.pop(process, None)
            if end is None:
                continue
            if os.WIFSIGNALED(status):
                with contextlib.suppress(OSError):
                    wire.send(end, {"signal": os.WTERMSIG(status)})
            end.close()
            self.until = time.monotonic() + self.seconds

    def _answer(self) -> None:
        try:
            end, _ = self.listening.accept()
        except OSError:  # whoever came has gone
            return
        files: list[int] = []
        kept = False
        try:
            process, user = wire.peer(end)
            if user != os.geteuid() or _spaces(process) != self.spaces:
                return
            told, files = wire.receive(end, TO_ASK)
            kept = self._do(told, files, end)
        except (OSError, wire.NotUnderstoodError, KeyError, TypeError, ValueError):
            pass
        finally:
            wire.close(files)
            if not kept:
                end.close()

    def _do(self, told: dict[str, Any], files: list[int], end: socket.socket) -> bool:
        """Do what is asked; whether the connection is to stay open."""
        if told["do"] == "stop":
            self.ending = True
            wire.send(end, self._about())
            self.asked.append(end)  # closed by the end of this process
            return True
        if told["do"] == "tell":
            wire.send(end, self._about())
            return False
        if not self.loaded.is_current:
            self.ending = True
        if self.ending or (reason := self._unfit(told)):
            wire.send(end, {"no": "changed" if self.ending else reason})
            return False
        if told["do"] == "keep":
            self.seconds = float(told["seconds"])
            self.until = time.monotonic() + self.seconds
            wire.send(end, self._about())
            return False
        return self._run(told, files, end)

    def _unfit(self, told: dict[str, Any]) -> str:
        """Why this process cannot be as the command that asks; empty where it can."""
        if told["identity"] != self.identity:
            return "another Python"
        if name := self.loaded.differing(told["environment"]):
            return name
        if not may_take_over(told):
            return "limits"
        first = told["path"][: 0 if sys.flags.safe_path else 1]
        if any(hides_what_is_loaded(folder) for folder in first):
            return "modules"
        return ""

    def _run(self, told: dict[str, Any], files: list[int], end: socket.socket) -> bool:
        if len(files) != len(("stdin", "stdout", "stderr", "alive", "folder")):
            return False
        with signals_held():
            process = os.fork()
            if process == 0:
                self._be(told, files, end)
        self.served += 1
        self.running[process] = end
        wire.send(end, {"process": process})
        return True

    def _be(self, told: dict[str, Any], files: list[int], end: socket.socket) -> NoReturn:
        taking_over.run(told, files, end, self.changes, self.command.afresh, self.command.run)

    def _about(self) -> dict[str, Any]:
        return {
            "process": os.getpid(),
            "program": str(place.PROGRAM),
            "memory": _memory(),
            "served": self.served,
            "running": len(self.running),
            "age": time.monotonic() - self.started,
            "left": max(0.0, self.until - time.monotonic()),
        }


def _spaces(process: int) -> list[str]:
    """The namespaces and the root of a process: files and numbers mean the same only in these."""
    folder = Path(f"/proc/{process}")
    return [str((folder / "ns" / name).readlink()) for name in SPACES] + [
        str((folder / "root").readlink())
    ]


def _memory() -> int:
    """The bytes that this process holds; what it shares with forks is counted in part."""
    try:
        for line in MEMORY.read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
