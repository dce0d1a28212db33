"""Standard output and standard error of a notebook, and of the processes that it starts.

ipykernel publishes from a thread of its own and reads each descriptor in a further one. Here a
stream is published by whoever flushes it, so that nothing is left behind when a cell is done, and
one thread sees to the descriptors and to output that nobody flushes.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import signal
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from ipykernel.iostream import IOPubThread, OutStream

from papermill_warm.wire import WireSocket

DESCRIPTORS = {"stdout": 1, "stderr": 2}
READ_AT_ONCE = 1 << 16
NO_PROCESS = 0
LOOK_FOR_PARENT = 1.0  # seconds, as ipykernel does


class Publisher(IOPubThread):
    """Stands for the thread that ipykernel publishes from: publishes in the calling one."""

    thread: Any = None
    io_loop: Any = None

    def __init__(self, socket: WireSocket) -> None:
        self.socket = socket

    def schedule(self, f: Callable[[], Any]) -> None:
        f()

    def send_multipart(self, *arguments: Any, **options: Any) -> None:
        self.socket.send_multipart(*arguments, **options)


class CapturedStream(OutStream):
    """A stream of ipykernel that also holds what is written to its descriptor, in due order.

    It works in one process, the one that has called ``start``. In others, the prepared process
    before the fork and those that a notebook forks, it writes to the descriptor.
    """

    def __init__(
        self, session: Any, pub_thread: Any, name: str, *, echo: Any = None, isatty: bool = False
    ) -> None:
        super().__init__(  # type: ignore[no-untyped-call]
            session, pub_thread, name, echo=echo, watchfd=False, isatty=isatty
        )
        self._master_pid = NO_PROCESS
        self._descriptor = DESCRIPTORS[name]
        # A character may arrive in two pieces.
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def start(self, watcher: Watcher) -> None:
        """Take the place of the descriptor in this process."""
        self._watcher = watcher
        self.pipe, write_end = os.pipe()
        self._arrived = select.poll()
        self._arrived.register(self.pipe, select.POLLIN)
        self._original_stdstream_copy = os.dup(self._descriptor)
        os.dup2(write_end, self._descriptor)
        os.close(write_end)
        self.flush_at: float | None = None
        self._master_pid = os.getpid()

    def write(self, string: str) -> int | None:  # type: ignore[override]
        if os.getpid() != self._master_pid:
            if not isinstance(string, str):
                raise TypeError(f"write() argument must be str, not {type(string)}")
            os.write(self._descriptor, string.encode("utf-8", "replace"))
            return len(string)
        with self._buffer_lock:
            self.take()
            return super().write(string)

    def take(self) -> None:
        """Put into the buffer what has arrived at the descriptor; the terminal gets it, too."""
        with self._buffer_lock:
            while self._arrived.poll(0):
                data = os.read(self.pipe, READ_AT_ONCE)
                with contextlib.suppress(OSError):
                    os.write(self._original_stdstream_copy, data)
                text = self._decoder.decode(data)
                if text:
                    super().write(text)

    def _schedule_flush(self) -> None:
        if self.flush_at is None:
            self.flush_at = monotonic() + self.flush_interval
            self._watcher.wake()

    def _flush(self) -> None:
        if os.getpid() != self._master_pid:
            return
        # Held while sending, so that nothing is sent before what was written earlier.
        with self._buffer_lock:
            self.take()
            self.flush_at = None
            super()._flush()  # type: ignore[no-untyped-call]


class Watcher(threading.Thread):
    """Takes what arrives at the descriptors, and flushes what has waited for long enough.

    It also ends the process, and those it has started, soon after the parent has been killed.
    """

    def __init__(self) -> None:
        super().__init__(name="Streams", daemon=True)
        self._streams: list[CapturedStream] = []
        self._parent = os.getppid()
        self._woken, self._wake = os.pipe()

    def wake(self) -> None:
        """Look at the streams again; for one that has begun to wait for its flush."""
        os.write(self._wake, b".")

    def watch(self, *streams: CapturedStream) -> None:
        """Start the streams, and watch them from now on."""
        for stream in streams:
            stream.start(self)
        self._streams = list(streams)
        self.start()

    def run(self) -> None:
        arrived = select.poll()
        for descriptor in (self._woken, *(stream.pipe for stream in self._streams)):
            arrived.register(descriptor, select.POLLIN)
        while True:
            ready = {descriptor for descriptor, _ in arrived.poll(self._until_next_look() * 1000)}
            if os.getppid() != self._parent:
                os.killpg(0, signal.SIGKILL)
            if self._woken in ready:
                os.read(self._woken, READ_AT_ONCE)
            for stream in self._streams:
                if stream.pipe in ready:
                    stream.take()
                if stream.flush_at is not None and stream.flush_at <= monotonic():
                    stream.flush()  # type: ignore[no-untyped-call]

    def _until_next_look(self) -> float:
        """Seconds."""
        now = monotonic()
        times = [stream.flush_at for stream in self._streams if stream.flush_at is not None]
        return max(0.0, min([now + LOOK_FOR_PARENT, *times]) - now)
