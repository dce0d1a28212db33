"""Signals in the processes of a build: a task that runs is given up in order, and nothing is said.

The process that was asked says that the build has stopped; a worker that waits says nothing.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from wres_report.leftovers import ENDING

# What asks a program to end, beside Ctrl-C: a CI that gives up, a terminal that is closed.
BESIDE_CTRL_C = tuple(number for number in ENDING if number != signal.SIGINT)

_asked: list[int] = []


def hear() -> None:
    """Let whatever asks this program for an end be heard as Ctrl-C is, so that all is cleared away.

    What is ignored, as by nohup, stays so. Outside the main thread nothing changes.
    """
    _asked.clear()
    _say_nothing_of_interrupts_that_are_lost()
    if threading.current_thread() is not threading.main_thread():
        return
    for number in BESIDE_CTRL_C:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _ask_once)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _ask)


def _ask_once(number: int, frame: FrameType | None) -> None:
    if not _asked:  # asked again, it is ending already
        _ask(number, frame)


def _ask(number: int, _frame: FrameType | None) -> None:
    _asked.append(number)
    raise KeyboardInterrupt


def asked() -> int | None:
    """The signal that asked for an end, where one did."""
    return _asked[0] if _asked else None


def _say_nothing_of_interrupts_that_are_lost() -> None:
    """Python prints what is raised where nobody can catch it, as in the freeing of an object.

    That an end was asked for is noted already, or the worker that lost it is waited for.
    """
    before = sys.unraisablehook
    if getattr(before, "quiet", False):
        return

    def hook(told: Any) -> None:
        if not isinstance(told.exc_value, KeyboardInterrupt):
            before(told)

    hook.quiet = True  # type: ignore[attr-defined]
    sys.unraisablehook = hook


def end_if_asked() -> None:
    """Raise KeyboardInterrupt once more where an end was asked for: for what goes on for long.

    A library that was just loading, or freeing what it held, may have swallowed the first.
    """
    if _asked:
        raise KeyboardInterrupt


def interruptible(function: Callable[..., Any], *arguments: Any) -> Any:
    """Run a task of a worker, which Ctrl-C ends as any program, so that it clears away.

    Once: the terminal asks every process of a build, and the one that was started asks again.
    """
    with _handled_by(_interrupt_once, (signal.SIGINT,)):
        return function(*arguments)


def _interrupt_once(*_: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    raise KeyboardInterrupt


def ignore_interrupts() -> None:
    """Let this process wait on where it has no task: it is told when there will be none."""
    _say_nothing_of_interrupts_that_are_lost()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ignored_by_children() -> Iterator[None]:
    """Programs that are started meanwhile ignore Ctrl-C."""
    with _handled_by(signal.SIG_IGN, (signal.SIGINT,)):
        yield


@contextmanager
def held_back() -> Iterator[None]:
    """Let what asks for an end wait until this is done, well or badly: whoever asks all processes
    of a program for an end makes it lose those that it waits for. What is not heard stays unheard.
    """
    heard = [number for number in ENDING if callable(signal.getsignal(number))]
    if threading.current_thread() is not threading.main_thread():
        heard = []
    waiting: list[int] = []
    try:
        with _handled_by(lambda number, _: waiting.append(number), heard):
            yield
    finally:
        if waiting:
            signal.raise_signal(waiting[0])


@contextmanager
def _handled_by(handler: Any, signals: Iterable[int]) -> Iterator[None]:
    # Only the main thread may say how a signal is handled; a worker of dask asks in another.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in signals}
    try:
        yield
    finally:
        for number, earlier in before.items():
            signal.signal(number, earlier)
