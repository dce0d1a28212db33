"""Processes that end with the one that started them, however that one ends.

A process that is killed tells nobody. So each child asks for its own end, as its first act:

- a child of multiprocessing has a pipe whose other end only its parent has. On Linux the system
  sends it a signal when that end is closed; on other systems of that kind a thread waits for it;
- a program is killed by Linux as soon as its parent has ended (``PR_SET_PDEATHSIG``);
- on Windows all processes of a run belong to one job, which ends with the first of them.

A program that starts programs of its own is run by ``run_with_all_its_own``: this file, run as a
program, which waits at such a pipe and then ends the whole group. It imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

SYSTEM = str(sys.platform)
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
KILL_ON_CLOSE = 0x2000  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
# The name that papermill_warm lets a thread have in a process that forks: it holds nothing.
WAITING = "waits for the end of the parent"
TIME_TO_END = 5.0  # seconds, for a group that was told to end before it is killed


def can_fork() -> bool:
    """Whether a process may be forked here: not on Windows, nor where ``WRES_NO_FORK`` is set,
    which is how a build goes without on a system that could."""
    return hasattr(os, "fork") and not os.environ.get("WRES_NO_FORK")


def end_with_parent() -> None:
    """Let this process, a child of multiprocessing, end with its parent. Its first act.

    The parent is the one that asked for it, also where another one has forked it.
    """
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is None or os.name != "posix":
        return
    if not end_when_closed(parent.sentinel):
        threading.Thread(target=_kill_after, args=(parent,), name=WAITING, daemon=True).start()
    if not parent.is_alive():
        os._exit(1)


def end_when_closed(pipe: int) -> bool:
    """Have the system send a signal that ends this process when the other end of a pipe is closed,
    whatever it is doing then; False where the system sends none."""
    import fcntl

    if SYSTEM != "linux":
        return False
    signal.signal(signal.SIGIO, signal.SIG_DFL)
    fcntl.fcntl(pipe, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(pipe, fcntl.F_SETFL, fcntl.fcntl(pipe, fcntl.F_GETFL) | os.O_ASYNC)
    return True


def die_with_parent() -> None:
    """Ask Linux to kill this process when the one that started it ends."""
    if SYSTEM == "linux":
        _system().prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def start_tracker() -> None:
    """Start the process in which multiprocessing notes what the others have made of locks.

    It must outlive them: another one would complain of every lock that it has not seen made. It is
    deaf to Ctrl-C by itself; here it is made so to a terminal that is closed.
    """
    if os.name != "posix":
        return
    from multiprocessing import resource_tracker

    # What is blocked here stays so in a program that is started, and is not lost to this one.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGHUP,))
    try:
        resource_tracker.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@cache
def _system() -> Any:
    import ctypes

    return ctypes.CDLL(None, use_errno=True)


def _kill_after(parent: Any) -> None:
    parent.join()
    os.kill(os.getpid(), signal.SIGKILL)


def with_parent() -> dict[str, Any]:
    """Arguments of ``subprocess.Popen`` for a program that shall end with this process, and that
    starts no programs itself."""
    if SYSTEM != "linux":
        return {}
    _system()  # loaded now: between fork and start of a program little may be done
    return {"preexec_fn": die_with_parent}


def end_all_with_this() -> None:
    """On Windows, let whatever this process starts from now on end with it. Elsewhere nothing."""
    if SYSTEM != "win32":
        return
    import ctypes

    class ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which the flags alone are set."""

        _fields_ = (
            ("times", ctypes.c_longlong * 2),
            ("flags", ctypes.c_uint32),
            ("rest", ctypes.c_size_t * 15),
        )

    kernel = vars(ctypes)["WinDLL"]("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = ExtendedLimits()
    limits.flags = KILL_ON_CLOSE
    # The handle is closed by the end of the process, which ends the job.
    if kernel.SetInformationJobObject(
        job, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
    ):
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))


def run_with_all_its_own(
    command: Sequence[str], *, timeout: float | None = None, cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:  # fmt: skip
    """Run a program and capture what it says; it ends with this process, with all it has started.

    Raises subprocess.TimeoutExpired after ``timeout`` seconds; all of it has ended then.
    """
    guarded = [sys.executable, "-I", "-S", str(Path(__file__).resolve()), *command]
    process = subprocess.Popen(
        guarded if os.name == "posix" else list(command),
        cwd=cwd, env=None if env is None else dict(env), stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        errors="replace",
    )  # fmt: skip
    assert process.stdin is not None
    kept_open = process.stdin
    # Not for ``communicate``, which would close it at once: its end tells the guard to end all.
    process.stdin = None
    try:
        said, errors = process.communicate(timeout=timeout)
    except BaseException:
        kept_open.close()
        if os.name != "posix":
            process.kill()
        process.communicate()
        raise
    kept_open.close()
    return subprocess.CompletedProcess(list(command), process.returncode, said, errors)


def _guard(command: Sequence[str]) -> int:
    """Run the command in a group of its own, and end the group when standard input ends."""
    os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL),
        )  # fmt: skip
    except OSError as error:
        sys.stderr.write(f"{command[0]}: {error.strerror}\n")
        return 127
    threading.Thread(target=_end_group_after_input, args=(process,), daemon=True).start()
    status = process.wait()
    return status if status >= 0 else 128 - status


def _end_group_after_input(process: subprocess.Popen[bytes]) -> None:
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(TIME_TO_END)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(_guard(sys.argv[1:]))
