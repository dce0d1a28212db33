"""ipykernel's own application and kernel, with a wire in the place of ZeroMQ sockets."""

from __future__ import annotations

import asyncio
import contextvars
import os
import signal
import threading
from typing import Any

import zmq
from ipykernel import kernelapp
from ipykernel.ipkernel import IPythonKernel
from tornado.ioloop import IOLoop
from traitlets import Any as AnyTrait
from traitlets import DottedObjectName, Float, Type

from papermill_warm.streams import Publisher
from papermill_warm.wire import Channel, Wire, WireSocket

QUIET_DEBUGGER = "PYDEVD_DISABLE_FILE_VALIDATION"


class _MainThread:
    """Stands for ipykernel's thread of the shell channel, which knows which thread runs cells."""

    parent_thread = threading.main_thread()


class WarmKernel(IPythonKernel):
    """The stock kernel; its messages come from and go into a wire."""

    shell_stream = AnyTrait()
    held_iopub_socket = AnyTrait()
    # ipykernel waits here for its publishing thread; there is none.
    _execute_sleep = Float(0.0)

    @property
    def _supports_kernel_subshells(self) -> bool:
        return False

    def _publish_status(self, status: str, channel: str, parent: Any = None) -> None:
        # What is executed follows upon "busy".
        socket = self.iopub_socket
        self.iopub_socket = self.held_iopub_socket if status == "busy" else socket
        super()._publish_status(status, channel, parent)  # type: ignore[no-untyped-call]
        self.iopub_socket = socket

    def start(self) -> None:
        """Belong to the current event loop, which hands requests to ``receive``."""
        self.io_loop = IOLoop.current()

    def _abort_queues(self, subshell_id: str | None = None) -> None:
        """Nothing is queued: nbclient sends one cell at a time."""

    def receive(self, frames: list[bytes], context: contextvars.Context) -> asyncio.Task[None]:
        """Handle one request. context: the variables that the cells of a notebook share."""
        message = [zmq.Message(frame) for frame in frames]
        return asyncio.get_running_loop().create_task(
            self.shell_main(None, message), context=context
        )


class IPKernelApp(kernelapp.IPKernelApp):
    """The stock application: settings, profile, extensions, start-up files, shell.

    It has the name of its base, since notebooks and libraries look for that name in the settings.
    ``initialize`` does what can be done before the fork and leaves the process's descriptors,
    signals and threads alone.
    """

    shell: Any
    kernel_class: Any = Type(WarmKernel, klass="ipykernel.kernelbase.Kernel")
    outstream_class = DottedObjectName("papermill_warm.streams.CapturedStream")

    def init_sockets(self) -> None:
        self.wire = Wire()
        self.iopub_socket = WireSocket(self.wire, Channel.IOPUB)
        self.iopub_thread = Publisher(self.iopub_socket)
        self.configure_tornado_logger()  # type: ignore[no-untyped-call]

    def init_kernel(self) -> None:
        # The debugger warns as it is loaded, in a stock kernel to nobody.
        os.environ[QUIET_DEBUGGER] = "1"
        self.kernel = self.kernel_class.instance(
            parent=self,
            session=self.session,
            # The status that the kernel is idle follows upon each reply.
            shell_stream=WireSocket(self.wire, Channel.SHELL, hold=True),
            shell_channel_thread=_MainThread(),
            iopub_thread=self.iopub_thread,
            iopub_socket=self.iopub_socket,
            held_iopub_socket=WireSocket(self.wire, Channel.IOPUB, hold=True),
            stdin_socket=WireSocket(self.wire, Channel.OTHER),
            log=self.log,
            profile_dir=self.profile_dir,
            user_ns=self.user_ns,
        )
        del os.environ[QUIET_DEBUGGER]
        self.displayhook.get_execution_count = lambda: self.kernel.execution_count

    def init_connection_file(self) -> None:
        """There is no file: nobody else can connect."""

    def write_connection_file(self, **_: Any) -> None:
        """There is no file: nobody else can connect."""

    def log_connection_info(self) -> None:
        """There is nothing to connect to."""

    def init_heartbeat(self) -> None:
        """The one at the other end of the wire sees when the process ends."""

    def init_poller(self) -> None:
        """After the fork, since it is a thread: see ``Watcher``."""

    def init_signal(self) -> None:
        """After the fork, since the prepared process keeps its own: see ``ignore_interrupts``."""

    def ignore_interrupts(self) -> None:
        """Between cells; while one runs the kernel lets them through."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
