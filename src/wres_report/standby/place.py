"""Where a prepared process listens: a folder that only this user can open. Light."""

from __future__ import annotations

import os
import stat
import sys
from hashlib import sha256
from pathlib import Path

# Of the way in which both sides talk; another one does not find this one's socket.
PROTOCOL = 1
LONGEST = 100  # bytes of a socket's path, of the 107 that the system takes
SOCKET, LOCK = ".sock", ".lock"
PROGRAM = Path(__file__).resolve().parents[1]
IN_RUNTIME = "wres"


def can_stand_by() -> bool:
    """Whether there can be a prepared process here: on Linux, unless ``WRES_NO_FORK`` is set."""
    return str(sys.platform) == "linux" and not os.environ.get("WRES_NO_FORK")


def socket_of(folder: Path) -> Path:
    """Where the prepared process of this Python and this program listens in the folder."""
    told = f"{PROTOCOL}\0{sys.executable}\0{sys.prefix}\0{PROGRAM}"
    return folder / (sha256(os.fsencode(told)).hexdigest()[:16] + SOCKET)


def sockets() -> list[Path]:
    """Those of all prepared processes of this user, whatever Python and program they are of."""
    if not can_stand_by() or not is_own(folder := folder_of_user()):
        return []
    return sorted(folder.glob(f"*{SOCKET}"))


def folder_of_user() -> Path:
    """The folder of this user's sockets, whether or not it is there."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        folder = Path(runtime, IN_RUNTIME)
        if len(os.fsencode(socket_of(folder))) <= LONGEST:
            return folder
    return Path("/tmp", f"{IN_RUNTIME}-of-{os.geteuid()}")


def make_folder() -> Path:
    """That folder, made if there is none. Raises OSError where it is not this user's alone."""
    folder = folder_of_user()
    folder.mkdir(mode=0o700, exist_ok=True)
    if not is_own(folder):
        raise PermissionError(f"{folder} is not a folder that only you can open")
    return folder


def is_own(folder: Path) -> bool:
    """Whether there is this folder, and nobody but this user can open it."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o77
