"""Forks the gate's process, and the one that workers are forked from, from the command itself.

Both load pandas and what stands below. Started as new Pythons each would load it for itself; forked
from the command, which loads it once and just before the first of them, they have it.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import os
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import papermill_warm
from papermill_warm.holding import let_signals_come, signals_held
from wres_report.kept_patterns import patterns_kept
from wres_report.loading import without_collecting
from wres_report.processes import SYSTEM, can_fork

# What the gate and the notebooks both load, and a build that has nothing to do does not.
AHEAD = ("asyncio", "http.client", "sqlite3", "jsonschema", "pandas")
# How Python starts the process that workers are forked from.
FIRST = "from multiprocessing.forkserver import main"
FILES = Path("/proc/self/fd")

# Nothing of multiprocessing is loaded by this module: what that clears away at the end of a program
# goes before the folder of temporary files only where it is loaded after that was made.

_commands = [0]  # the process that is a command and nothing else
_filters: list[Any] = []


def this_is_the_command() -> None:
    """Let processes be forked from this one, which holds nothing that they should not have."""
    _commands[0] = os.getpid()


def load_ahead() -> bool:
    """Load what processes that are now to be forked have in common; False where none may be.

    Linux alone: on macOS a process that has talked to the system may not go on in a fork. Whoever
    calls ``build`` from a program of his own has things in it that nobody here knows.
    """
    if SYSTEM != "linux" or not can_fork() or _commands[0] != os.getpid():
        return False
    if papermill_warm.reason_for_cold():
        return False
    before = list(warnings.filters)
    with without_collecting(), patterns_kept(__file__):
        for name in AHEAD:
            importlib.import_module(name)
    # They are for notebooks, which would have loaded it, and not for this program.
    _filters[:0] = [one for one in warnings.filters if one not in before]
    warnings.filters[:] = before  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]
    return not papermill_warm.reason_for_cold()


def add_filters() -> None:
    """Filter warnings as after the loading of what was loaded ahead."""
    warnings.filters[:0] = _filters  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]


def begin_anew() -> None:
    """In a process that was just forked with signals held: be a new one, as far as can be seen."""
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    let_signals_come()
    # What the command clears away at its end is not for this one to clear away.
    atexit._clear()
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    sys.unraisablehook = sys.__unraisablehook__
    # Garbage of the command that holds a file's number would close another file of this one.
    gc.freeze()
    _forget_forkserver()


def _forget_forkserver() -> None:
    """Let go of the process that workers are forked from; it would wait for this one's end."""
    from multiprocessing import forkserver

    own: Any = forkserver._forkserver
    alive = own._forkserver_alive_fd
    if alive is not None:
        os.close(alive)
    own.__init__()


@contextmanager
def forked_first() -> Iterator[None]:
    """Have Python fork the process that workers are forked from, where it would start it.

    All else about it is Python's own.
    """
    from multiprocessing import util

    python: Any = util
    start: Callable[..., int] = python.spawnv_passfds

    def instead(path: Any, arguments: list[Any], files: Collection[int]) -> int:
        if not str(arguments[-1]).startswith(FIRST):
            return start(path, arguments, files)
        return _fork(arguments[-1], files)

    python.spawnv_passfds = instead
    try:
        yield
    finally:
        python.spawnv_passfds = start


def _fork(program: str, files: Collection[int]) -> int:
    from multiprocessing import resource_tracker

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.flush()
    tracker: Any = resource_tracker
    kept = {0, 1, 2, tracker.getfd(), *files}
    with signals_held():
        process = os.fork()
        if process == 0:
            _run(program, kept)
    return process


def _run(program: str, kept: Collection[int]) -> NoReturn:
    """Be a new process that runs a program and has these files open."""
    status = 1
    try:
        begin_anew()
        for number in [int(path.name) for path in FILES.iterdir()]:
            if number not in kept:
                with contextlib.suppress(OSError):  # that of the folder, which is closed again
                    os.close(number)
        exec(program, {"__name__": "__main__"})
        status = 0
    except SystemExit:
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        atexit._run_exitfuncs()
        os._exit(status)
