"""Jupyter messages on a pair of connected sockets.

A message on the wire is its length, one byte for its channel, and its frames, each after its
length. Lengths have eight bytes. The frames are those that Jupyter would hand to ZeroMQ.
"""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import IntEnum
from socket import socket

from papermill_warm.holding import signals_held

LENGTH = struct.Struct("!Q")
Frame = bytes | bytearray | memoryview


class Channel(IntEnum):
    """shell: requests and their replies. iopub: what the kernel publishes. others: unused."""

    SHELL = 0
    IOPUB = 1
    OTHER = 2


def packed(channel: Channel, frames: Sequence[Frame]) -> bytes:
    """The bytes of one message on the wire."""
    parts: list[Frame] = [bytes([channel])]
    for frame in frames:
        parts += (LENGTH.pack(memoryview(frame).nbytes), frame)
    body = b"".join(parts)
    return LENGTH.pack(len(body)) + body


class Unpacker:
    """Cuts the bytes that arrive into messages."""

    def __init__(self) -> None:
        self._arrived = bytearray()

    def messages(self, data: bytes) -> Iterator[tuple[Channel, list[bytes]]]:
        """The messages that are complete with ``data``, each with its channel and its frames."""
        self._arrived += data
        while len(self._arrived) >= LENGTH.size:
            end = LENGTH.size + LENGTH.unpack_from(self._arrived)[0]
            if len(self._arrived) < end:
                return
            body = bytes(self._arrived[LENGTH.size : end])
            del self._arrived[:end]
            yield Channel(body[0]), list(_frames(body))


def _frames(body: bytes) -> Iterator[bytes]:
    at = 1
    while at < len(body):
        start = at + LENGTH.size
        at = start + LENGTH.unpack_from(body, at)[0]
        yield body[start:at]


class Wire:
    """The kernel's end of the wire. Before the fork nobody is at the other end."""

    def __init__(self) -> None:
        self._socket: socket | None = None
        self._held: list[bytes] = []
        # Signal handlers may publish as well, while their own thread is publishing.
        self._lock = threading.RLock()

    def connect(self, end: socket) -> None:
        """Send through ``end``, which must be blocking, from now on."""
        self._socket = end

    def send(self, channel: Channel, frames: Sequence[Frame], *, hold: bool = False) -> None:
        """Send one message, which is lost where the other end is closed.

        hold: it goes with the next one, which follows at once; two that go together wake the other
        process once.
        """
        if self._socket is None:
            return
        with self._lock:
            self._held.append(packed(channel, frames))
            if hold:
                return
            data = memoryview(b"".join(self._held))
            self._held.clear()
            # An interrupt in the middle would leave half a message on the wire.
            with signals_held(), suppress(BrokenPipeError, ConnectionResetError):
                while data:
                    data = data[os.write(self._socket.fileno(), data) :]


class WireSocket:
    """What a kernel takes for a ZeroMQ socket: one channel of the wire. hold: see ``Wire.send``."""

    def __init__(self, wire: Wire, channel: Channel, *, hold: bool = False) -> None:
        self._wire = wire
        self._channel = channel
        self._hold = hold

    def send_multipart(self, frames: Sequence[Frame], *_: object, **__: object) -> None:
        """Send the frames of one message; ZeroMQ's own options mean nothing here."""
        self._wire.send(self._channel, frames, hold=self._hold)
