"""Ctrl-C in the processes of a build: a task that runs is given up in order, and nothing is said.

The process that was asked says that the build has stopped; a worker that waits says nothing.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def interruptible(function: Callable[..., Any], *arguments: Any) -> Any:
    """Run a task of a worker, which Ctrl-C ends as any program, so that it clears away."""
    with _handled_by(signal.default_int_handler):
        return function(*arguments)


def ignore_interrupts() -> None:
    """Let this process wait on where it has no task: it is told when there will be none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def ignored_by_children() -> Iterator[None]:
    """Programs that are started meanwhile ignore Ctrl-C."""
    with _handled_by(signal.SIG_IGN):
        yield


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait until this is done. A program in the background goes on not hearing it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        yield
        return
    asked = []
    with _handled_by(lambda *_: asked.append(True)):
        yield
    if asked:
        raise KeyboardInterrupt


@contextmanager
def _handled_by(handler: Any) -> Iterator[None]:
    # Only the main thread may say how a signal is handled; a worker of dask asks in another.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
