"""What a fork of a prepared process does first: become the command that was handed over."""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import os
import select
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from papermill_warm.holding import let_signals_come
from wres_report.leftovers import own_temporary_files
from wres_report.processes import end_when_closed
from wres_report.standby import asking, wire
from wres_report.standby.situation import take_over_limits

FILES = Path("/proc/self/fd")
NOT_WRITTEN = 120  # Python's own status where its streams cannot be written at the end
FAILED = 1


def run(
    told: Mapping[str, Any], files: list[int], end: socket.socket, changes: Mapping[str, str],
    afresh: Callable[[], object], command: Callable[[], object],
) -> NoReturn:  # fmt: skip
    """Run a command as if it had been started where it was handed over, in a fork with signals
    held.

    files: its streams, a pipe that is closed when it ends, its folder. changes: the variables that
    loading sets. afresh: forgets what belongs to one command alone. Tells its exit status at its
    end, and never returns.
    """
    status = FAILED
    try:
        os.setsid()
        _hear_as(told)
        alive = _have_files(files, end.fileno())
        end_when_closed(alive)
        if select.select([alive], [], [], 0)[0]:
            os._exit(FAILED)
        _be(told, changes)
        afresh()
        own_temporary_files()
        _end_processes_first()
        let_signals_come()
        signal.pthread_sigmask(signal.SIG_BLOCK, told["blocked"])
        command()
        status = 0
    except SystemExit as ended:
        status = _status(ended.code)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        status = _ended(status)
        with contextlib.suppress(OSError):
            wire.send(end, {"status": status})
        os._exit(status)


def _hear_as(told: Mapping[str, Any]) -> None:
    """Hear signals as a Python does that was just started there."""
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in told["ignored"]:
        signal.signal(number, signal.SIG_IGN)


def _have_files(files: list[int], end: int) -> int:
    """Have these files open and no others; returns the pipe."""
    *streams, alive, folder = files
    os.set_inheritable(alive, False)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    os.fchdir(folder)
    kept = {*range(len(streams)), alive, end}
    for number in [int(path.name) for path in FILES.iterdir()]:
        if number not in kept:
            with contextlib.suppress(OSError):  # that of the folder, which is closed again
                os.close(number)
    return alive


def _be(told: Mapping[str, Any], changes: Mapping[str, str]) -> None:
    take_over_limits(told)
    own = os.environ
    for name in own.keys() - told["environment"].keys():
        del own[name]
    own.update(told["environment"])
    own.update({n: v for n, v in changes.items() if n not in told["environment"]})
    asking.began_with(told["environment"])
    sys.argv = list(told["arguments"])
    sys.path[:] = told["path"]
    main: Any = sys.modules["__main__"]
    main.__package__ = told["package"]
    _open_streams()
    tempfile.tempdir = None
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()  # Python's own does so itself
    # What is shared with the process that goes on is never looked through.
    gc.freeze()


def _open_streams() -> None:
    """As Python does at its start; how texts are written is known since then."""
    files: Any = sys
    unbuffered = "-u" in sys.orig_argv[1:2] or bool(os.environ.get("PYTHONUNBUFFERED"))
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        before = getattr(sys, f"__{name}__")
        raw = os.fdopen(number, "rb" if number == 0 else "wb", closefd=False)
        lines = number == 2 or os.isatty(number)
        raw.raw.name = f"<{name}>"  # type: ignore[attr-defined]
        stream = io.TextIOWrapper(
            raw, before.encoding, before.errors, line_buffering=lines and number > 0,
            write_through=unbuffered and number > 0,
        )  # fmt: skip
        setattr(files, name, stream)
        setattr(files, f"__{name}__", stream)


def _end_processes_first() -> None:
    """Multiprocessing clears away before the folder of temporary files goes, as where it is loaded
    after that was made; and what its processes know each other by is this command's own."""
    import multiprocessing
    from multiprocessing import util

    own: Any = util
    atexit.unregister(own._exit_function)
    atexit.register(own._exit_function)
    multiprocessing.current_process().authkey = os.urandom(32)


def _status(code: object) -> int:
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{code}\n")
    return FAILED


def _ended(status: int) -> int:
    """Do what is due at the end of a Python; its exit status then."""
    with contextlib.suppress(BaseException):
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            status = NOT_WRITTEN
    return status
