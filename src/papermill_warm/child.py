"""What happens in the fork: it becomes a kernel of its own, runs the cells, and ends."""

from __future__ import annotations

import asyncio
import atexit
import contextvars
import faulthandler
import gc
import itertools
import logging
import multiprocessing.process
import multiprocessing.util
import os
import resource
import signal
import sys
import threading
import traceback
import uuid
import weakref
from pathlib import Path
from socket import MSG_DONTWAIT, socket
from typing import TYPE_CHECKING, Any, NoReturn

from papermill_warm.holding import let_signals_come
from papermill_warm.streams import READ_AT_ONCE, Watcher
from papermill_warm.wire import Unpacker

if TYPE_CHECKING:
    from papermill_warm.kernel import IPKernelApp
    from papermill_warm.prepared import PreparedKernel

FAILED = 1


def run_kernel(prepared: PreparedKernel, end: socket, memory_limit: int | None) -> NoReturn:
    """Be the kernel at this ``end`` of the wire until the other one is closed.

    memory_limit: bytes of address space, or None. Never returns into the program that has forked.
    """
    status = FAILED
    try:
        _leave_the_parent()
        let_signals_come()
        prepared.take_on()
        _become(prepared.app, end)
        if memory_limit is not None:
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            resource.setrlimit(resource.RLIMIT_AS, (memory_limit, hard))
        # A new context: not the parent's decimal places, nor its event loop.
        contextvars.Context().run(_serve, prepared.app, end)
        _end_as_python_does()
        status = 0
    except SystemExit as end_of_process:
        status = end_of_process.code if isinstance(end_of_process.code, int) else FAILED
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(status)


def _leave_the_parent() -> None:
    """Give up what is the parent's: group, signals, traces, handlers for the end, children."""
    os.setsid()
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    faulthandler.disable()
    sys.settrace(None)
    sys.setprofile(None)
    threading.settrace(None)
    threading.setprofile(None)
    # What the parent has left behind stays shared with it, and is never collected here.
    gc.freeze()
    atexit._clear()
    weakref.finalize._registry.clear()  # type: ignore[attr-defined]
    weakref.finalize._registered_with_atexit = False  # type: ignore[attr-defined]
    atexit.register(logging.shutdown)
    asyncio.set_event_loop_policy(None)
    _leave_multiprocessing()


def _leave_multiprocessing() -> None:
    """Be a main process, also where the parent is a worker and may have no children."""
    process: Any = multiprocessing.process
    key = process.AuthenticationString(os.urandom(32))
    vars(process._current_process).update(
        _name="MainProcess", _identity=(), _parent_pid=None, _popen=None, _closed=False,
        _config={"authkey": key, "semprefix": "/mp"},
    )  # fmt: skip
    process._parent_process = None
    process._children = set()
    process._process_counter = itertools.count(1)
    util: Any = multiprocessing.util
    util._finalizer_registry.clear()
    util._run_after_forkers()
    atexit.register(util._exit_function)


def _become(app: IPKernelApp, end: socket) -> None:
    """Put in what a kernel finds when it starts: identity, folder, streams, chance, parent."""
    os.environ["JPY_PARENT_PID"] = str(os.getppid())
    app.session.session = str(uuid.uuid4())
    app.session.pid = os.getpid()
    app.kernel.ident = str(uuid.uuid4())
    app.shell.starting_dir = str(Path.cwd())
    app.shell.user_ns["_dh"][:] = [Path.cwd()]
    atexit.register(_clear_away, app.shell)
    _open_standard_files()
    app.wire.connect(end)
    Watcher().watch(sys.stdout, sys.stderr)  # type: ignore[arg-type]
    if "numpy" in sys.modules:
        # Python's own does so itself.
        sys.modules["numpy"].random.seed()
    app.ignore_interrupts()


def _open_standard_files() -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    files: Any = sys
    files.stdin = files.__stdin__ = open(0, closefd=False)  # noqa: SIM115
    files.__stdout__ = open(1, "w", closefd=False)  # noqa: SIM115
    files.__stderr__ = open(  # noqa: SIM115
        2, "w", buffering=1, errors="backslashreplace", closefd=False
    )


def _serve(app: IPKernelApp, end: socket) -> None:
    """Handle requests until the other end is closed or the notebook calls ``exit()``."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    app.kernel.start()
    context = contextvars.copy_context()
    unpacker = Unpacker()
    running: set[asyncio.Task[None]] = set()

    def receive() -> None:
        try:
            data = end.recv(READ_AT_ONCE, MSG_DONTWAIT)
        except ConnectionResetError:
            data = b""
        if not data:
            loop.remove_reader(end)
            app.kernel.io_loop.stop()
        for _, frames in unpacker.messages(data):
            task = app.kernel.receive(frames, context)
            running.add(task)
            task.add_done_callback(running.discard)

    loop.add_reader(end, receive)
    app.kernel.io_loop.start()


def _clear_away(shell: Any) -> None:
    """Let the shell remove its temporary files. To close its history, which is in memory, is not
    worth the time where there are none."""
    if shell.tempfiles or shell.tempdirs:
        shell.atexit_operations()


def _end_as_python_does() -> None:
    """Wait for threads, and call what the notebook has registered for the end."""
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.__stdout__, sys.__stderr__):
        if stream is not None:
            stream.flush()
