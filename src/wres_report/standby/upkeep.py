"""Starts a prepared process, has one stay for longer, asks about those there are, ends them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wres_report.standby import place

TO_END = 10.0  # seconds
PROGRAM = "from wres_report.__main__ import stand_by; stand_by({seconds!r})"


@dataclass(frozen=True)
class Prepared:
    """A prepared process. program: where its program stands. memory: in bytes. served: how many
    commands. running: how many now. age, left: seconds."""

    process: int
    program: str
    memory: int
    served: int
    running: int
    age: float
    left: float


def stay(seconds: float) -> None:
    """Have a fitting prepared process stay for so many seconds after the last command, the one
    that is there or a new one, which loads while nobody waits for it.

    Raises OSError where there can be none, with what is wrong.
    """
    from wres_report.standby import asking

    folder = place.make_folder()
    path = place.socket_of(folder)
    told = {"do": "keep", "seconds": seconds, **asking.told_of_this()}
    answer = _ask(path, told)
    if answer is not None and "process" in answer:
        return
    if answer is not None:
        _ask(path, {"do": "stop"})  # it is of another environment
    environment = {**asking.environment_at_start()}
    if any(not Path(part).is_absolute() for part in _parts(environment.get("PYTHONPATH", ""))):
        raise OSError("PYTHONPATH has a path that depends on the current folder")
    _start(seconds, environment)


def _parts(path: str) -> list[str]:
    return path.split(os.pathsep) if path else []


def _start(seconds: float, environment: dict[str, str]) -> None:
    """In a session of its own, with nothing of this process open."""
    own: Any = subprocess
    flags = own._args_from_interpreter_flags()
    subprocess.Popen(
        [sys.executable, *flags, "-c", PROGRAM.format(seconds=float(seconds))],
        cwd="/", env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True, close_fds=True,
    )  # fmt: skip


def prepared() -> Iterator[Prepared]:
    """Every prepared process of this user."""
    for path in place.sockets():
        if answer := _ask(path, {"do": "tell"}):
            yield Prepared(**answer)


def stop() -> Iterator[Prepared]:
    """Tell every prepared process of this user to end, and wait for it unless it runs a command."""
    for path in place.sockets():
        if answer := _ask(path, {"do": "stop"}, wait=True):
            yield Prepared(**answer)


def _ask(path: Path, told: dict[str, Any], *, wait: bool = False) -> dict[str, Any] | None:
    """What a prepared process answers. wait: until it has ended, where it runs nothing.

    None where nobody answers; a socket that a killed one has left is taken away.
    """
    from wres_report.standby import wire

    end = wire.connect(path, wire.TO_ANSWER)
    if end is None:
        return None
    with end:
        try:
            wire.send(end, told)
            answer, _ = wire.receive(end, wire.TO_ANSWER)
        except (OSError, wire.NotUnderstoodError):
            return None
        if wait and not answer.get("running"):
            with contextlib.suppress(wire.NotUnderstoodError):
                wire.receive(end, TO_END)
    return answer
