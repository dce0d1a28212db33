"""The forked kernel as nbclient sees it: what it asks of a kernel manager."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import uuid
from socket import socketpair
from time import monotonic, sleep

from jupyter_client.session import Session

from papermill_warm.child import run_kernel
from papermill_warm.client import ParentWire, WireClient
from papermill_warm.holding import signals_held
from papermill_warm.prepared import PreparedKernel

LOOK_AGAIN = 1.0  # seconds, where the system does not tell of an end by itself
TIME_TO_END = 5.0  # seconds, what jupyter_client gives a kernel to shut down
TIME_TO_TERMINATE = 1.0  # seconds, for processes that a notebook has left behind
STEP = 0.005
UNKNOWN_STATUS = 255


class ForkedKernel:
    """One fork that runs one notebook, from when this is made until ``close``.

    Used as a context, it is closed at the end of it; at once where there was an exception.
    """

    has_kernel = True

    def __init__(self, prepared: PreparedKernel, memory_limit: int | None = None) -> None:
        self.kernel_id = str(uuid.uuid4())
        self._session = Session()
        self._session.key = b""  # only now, or it warns that messages are not signed
        self._status: int | None = None
        self._stirred = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        end, other_end = socketpair()
        for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
            if stream is not None:
                stream.flush()  # or the fork would write it a second time
        with signals_held():
            self.process = os.fork()
            if self.process == 0:
                end.close()
                run_kernel(prepared, other_end, memory_limit)
        other_end.close()
        self._process_file = _file_of_process(self.process)
        self._wire = ParentWire(end, self._session, self._stirred.set)

    def __enter__(self) -> ForkedKernel:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(now=kind is not None)

    def client(self) -> WireClient:
        return WireClient(self._session, self._wire, self._listen, lambda: self.status() is None)

    def _listen(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._wire.listen(self._loop)
        if self._process_file is not None:
            self._loop.add_reader(self._process_file, self._notice_end)

    def _notice_end(self) -> None:
        self._forget_process_file()
        self._stirred.set()

    def _forget_process_file(self) -> None:
        if self._process_file is not None and self._loop is not None:
            self._loop.remove_reader(self._process_file)

    async def is_alive(self) -> bool:
        return self.status() is None

    async def interrupt_kernel(self) -> None:
        self._signal(signal.SIGINT)

    def status(self) -> int | None:
        """The exit status of the fork, None while it runs; negative: the signal it died of."""
        if self._status is None:
            self._look(os.WNOHANG)
        return self._status

    def _look(self, options: int) -> None:
        try:
            process, status = os.waitpid(self.process, options)
        except ChildProcessError:
            # The program waits for all its children itself, and knows how this one has ended.
            self._status = UNKNOWN_STATUS
            return
        if process:
            self._status = os.waitstatus_to_exitcode(status)

    def how_it_ended(self) -> str:
        """In words; empty while it runs."""
        status = self.status()
        if status is None:
            return ""
        if status >= 0:
            return f"ended with exit status {status}"
        names = {int(one): one.name for one in signal.Signals}
        return f"killed by signal {-status} ({names.get(-status, 'unknown')})"

    async def ended(self) -> None:
        """Wait until the fork has ended and what it has sent has arrived."""
        while self.status() is None:
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._stirred.wait(), LOOK_AGAIN)
            self._stirred.clear()
        self._wire.read_to_the_end()

    def close(self, *, now: bool) -> None:
        """End the fork, and the processes it has started.

        now: kill them. Otherwise the fork first calls what the notebook has registered for its end,
        and what is left of its processes is told to terminate.
        """
        self._wire.close()
        self._forget_process_file()
        try:
            if not now and self._wait(TIME_TO_END):
                self._terminate_group()
        finally:
            self._signal(signal.SIGKILL)
            if self._status is None:
                self._look(0)
            if self._process_file is not None:
                os.close(self._process_file)
                self._process_file = None

    def _terminate_group(self) -> None:
        self._signal(signal.SIGTERM)
        deadline = monotonic() + TIME_TO_TERMINATE
        while self._group_is_left() and monotonic() < deadline:
            sleep(STEP)

    def _wait(self, seconds: float) -> bool:
        """Whether the fork has ended within that time."""
        deadline = monotonic() + seconds
        while self.status() is None and monotonic() < deadline:
            if self._process_file is None:
                sleep(STEP)
            else:
                ending = select.poll()
                ending.register(self._process_file, select.POLLIN)
                ending.poll((deadline - monotonic()) * 1000)
        return self.status() is not None

    def _signal(self, number: signal.Signals) -> None:
        """Send a signal to the fork and the processes it has started."""
        try:
            os.killpg(self.process, number)
        except ProcessLookupError:
            # It may not have made a group of its own yet.
            if self._status is None:
                os.kill(self.process, number)
        except PermissionError:
            pass  # on macOS: only ended processes are left

    def _group_is_left(self) -> bool:
        try:
            os.killpg(self.process, 0)
        except (ProcessLookupError, PermissionError):
            return False
        return True


def _file_of_process(process: int) -> int | None:
    """A descriptor that is ready when the process has ended, where the system has such."""
    try:
        return os.pidfd_open(process)
    except (AttributeError, OSError):
        return None
