"""Signals in the processes of a build: a task that runs is given up in order, and nothing is said.

The process that was asked says that the build has stopped; a worker that waits says nothing.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

# What asks a program to end, as far as this system knows it.
ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ignored_by_children() -> Iterator[None]:
    """Programs that are started meanwhile ignore Ctrl-C."""
    with _handled_by(signal.SIG_IGN, (signal.SIGINT,)):
        yield


@contextmanager
def held_back() -> Iterator[None]:
    """Let what asks for an end wait until this is done. What is not heard stays unheard."""
    heard = [number for number in ENDING if callable(signal.getsignal(number))]
    if threading.current_thread() is not threading.main_thread():
        heard = []
    asked: list[int] = []
    with _handled_by(lambda number, _: asked.append(number), heard):
        yield
    if asked:
        signal.raise_signal(asked[0])


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
