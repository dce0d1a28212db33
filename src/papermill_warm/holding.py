"""Signals that wait while something is done that may not be left half done."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# Those that programs handle. To block all takes longer than to send a message.
# By name, since Windows has few of them.
NAMES = {
    "SIGINT", "SIGTERM", "SIGHUP", "SIGALRM", "SIGVTALRM", "SIGPROF", "SIGUSR1", "SIGUSR2",
    "SIGCHLD",
}  # fmt: skip
INTERRUPTING = {number for number in signal.Signals if number.name in NAMES}


@contextmanager
def signals_held() -> Iterator[None]:
    """Let the signals that programs handle wait, in this thread, until the end of the context.

    Round a fork: an exception that a handler raises in what Python does before and after one is
    printed and forgotten, and one in the child would run on in the parent's program there.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def let_signals_come() -> None:
    """In a child that was forked while they were held, as soon as it can be interrupted."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTING)
