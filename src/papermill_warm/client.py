"""The parent's end of the wire: what nbclient takes for a client and its channels."""

from __future__ import annotations

import asyncio
import select
from collections.abc import Callable
from queue import Empty
from socket import MSG_DONTWAIT, socket
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.session import Session

from papermill_warm.wire import Channel, Unpacker, packed

READ_AT_ONCE = 1 << 18
Message = dict[str, Any]


class WireChannel:
    """One channel: the messages that have arrived, and the way to send one."""

    def __init__(self, session: Session, send: Callable[[list[bytes]], None]) -> None:
        self._session = session
        self._send = send
        # None: nothing will come any more.
        self._arrived: asyncio.Queue[list[bytes] | None] = asyncio.Queue()
        self._at_end = False

    def send(self, message: Message) -> None:
        self._send(self._session.serialize(message))

    def arrive(self, frames: list[bytes]) -> None:
        self._arrived.put_nowait(frames)

    def end(self) -> None:
        """Nothing will arrive any more."""
        self._at_end = True
        self._arrived.put_nowait(None)

    async def get_msg(self, timeout: float | None = None) -> Message:
        """The next message. timeout: seconds, or None.

        Raises Empty after that time, or at once where none will come. Without a time it waits to be
        cancelled, as nbclient expects.
        """
        if timeout is None:
            frames = await self._arrived.get()
            while frames is None:
                frames = await self._arrived.get()
        elif self._at_end and self._arrived.empty():
            raise Empty
        else:
            try:
                frames = await asyncio.wait_for(self._arrived.get(), timeout)
            except TimeoutError:
                raise Empty from None
            if frames is None:
                raise Empty
        _, parts = self._session.feed_identities(frames)
        return self._session.deserialize(parts)


class ParentWire:
    """Sends requests to the fork and sorts what arrives into channels."""

    def __init__(self, end: socket, session: Session, on_close: Callable[[], None]) -> None:
        self._end = end
        self._on_close = on_close
        self._closed = False
        self._unpacker = Unpacker()
        self._loop: asyncio.AbstractEventLoop | None = None
        self.shell = WireChannel(session, self._send)
        self.iopub = WireChannel(session, self._send)
        self._channels = {Channel.SHELL: self.shell, Channel.IOPUB: self.iopub}

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Receive in this loop, which belongs to this thread."""
        self._loop = loop
        loop.add_reader(self._end, self._receive)

    def read_to_the_end(self) -> None:
        """Take what is left of what the fork has sent; it has ended."""
        while not self._closed and self._receive():
            pass
        self.shell.end()
        self.iopub.end()

    def close(self) -> None:
        """Let the fork know that nothing more is wanted of it."""
        self._closed = True
        if self._loop is not None:
            self._loop.remove_reader(self._end)
        self._end.close()

    def _receive(self) -> bool:
        """Take what has arrived. Gives whether there may be more."""
        try:
            data = self._end.recv(READ_AT_ONCE, MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            data = b""
        if not data:
            if self._loop is not None:
                self._loop.remove_reader(self._end)
            self._on_close()
        for channel, frames in self._unpacker.messages(data):
            if channel in self._channels:
                self._channels[channel].arrive(frames)
        return bool(data)

    def _send(self, frames: list[bytes]) -> None:
        data = memoryview(packed(Channel.SHELL, frames))
        while data:
            try:
                data = data[self._end.send(data, MSG_DONTWAIT) :]
            except BlockingIOError:
                # The fork may be waiting as well, for its own messages to be taken.
                waiting = select.poll()
                waiting.register(self._end, select.POLLIN | select.POLLOUT)
                waiting.poll()
                self._receive()
            except (BrokenPipeError, ConnectionResetError):
                return


class WireClient(AsyncKernelClient):
    """The stock client with the channels of a wire. start: called in the loop that runs it."""

    def __init__(
        self,
        session: Session,
        wire: ParentWire,
        start: Callable[[], None],
        is_alive: Callable[[], bool],
    ) -> None:
        super().__init__(session=session)
        self._shell_channel = wire.shell
        self._iopub_channel = wire.iopub
        self._start = start
        self._is_alive = is_alive

    def start_channels(self, *_: object, **__: object) -> None:
        self._start()

    def stop_channels(self) -> None:
        """They end with the fork."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """A fork is ready; what is sent to it before it listens waits in the wire."""

    async def is_alive(self) -> bool:
        return self._is_alive()
