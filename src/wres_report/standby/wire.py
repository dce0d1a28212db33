"""What a prepared process and a command say to each other: JSON behind its length. Light."""

from __future__ import annotations

import json
import os
import socket
import struct
import time
from pathlib import Path
from typing import Any

LENGTH = struct.Struct("!I")
CREDENTIALS = struct.Struct("3i")  # of Linux's SO_PEERCRED: process, user, group
MOST = 1 << 24  # bytes of one message
FILES = 8  # that may come with one
TO_ANSWER = 10.0  # seconds, for a prepared process that is busy with others


class NotUnderstoodError(Exception):
    """What came is no message, or did not come in time."""


def send(end: socket.socket, message: dict[str, Any], files: tuple[int, ...] = ()) -> None:
    """Send a message, with open files. Raises OSError where the other side is gone."""
    told = json.dumps(message).encode()
    data = LENGTH.pack(len(told)) + told
    sent = socket.send_fds(end, [data], files) if files else 0
    end.sendall(data[sent:])


def receive(end: socket.socket, seconds: float | None) -> tuple[dict[str, Any], list[int]]:
    """The next message with its files, which are then this process's.

    seconds: in which all of it must have come, None for no limit. Raises NotUnderstoodError, also
    where the other side has closed its end.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    files: list[int] = []
    data, wanted = b"", LENGTH.size
    try:
        while len(data) < wanted:
            if deadline is not None:
                end.settimeout(max(0.01, deadline - time.monotonic()))
            more, came, _, _ = socket.recv_fds(end, min(wanted - len(data), 1 << 16), FILES)
            files += came
            if not more:
                raise NotUnderstoodError
            data += more
            if wanted == LENGTH.size == len(data):
                wanted += LENGTH.unpack(data)[0]
                if wanted > MOST:
                    raise NotUnderstoodError
        message = json.loads(data[LENGTH.size :])
        if not isinstance(message, dict):
            raise NotUnderstoodError
    except (OSError, ValueError, NotUnderstoodError):
        close(files)
        raise NotUnderstoodError from None
    finally:
        end.settimeout(None)
    return message, files


def close(files: list[int]) -> None:
    for number in files:
        os.close(number)


def peer(end: socket.socket) -> tuple[int, int]:
    """The process and the user at the other end, as the system knows them."""
    told = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, CREDENTIALS.size)
    process, user, _ = CREDENTIALS.unpack(told)
    return process, user


def connect(path: Path, seconds: float) -> socket.socket | None:
    """A connection to the prepared process that listens there.

    None where nobody does, or somebody who is another user.
    """
    end = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    end.settimeout(seconds)
    try:
        end.connect(str(path))
        if peer(end)[1] == os.geteuid():
            return end
    except OSError:
        pass
    end.close()
    return None
