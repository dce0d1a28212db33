"""What a process that was killed has left behind, and how the next one knows it for that.

Whatever stands aside until it is finished carries the mark of the process that makes it: its
machine, number and time of start. It is cleared away once there is no such process any more,
never while there is. What another machine has left on a shared drive is left alone; ``wres
clean`` takes it when it is old.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import platform
import re
import secrets
import shutil
import signal
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

MARK = re.compile(r"wres-(?P<host>[0-9a-f]{8})-(?P<process>\d+)-(?P<start>\d+)")
# Beside what it is for: “.2021.new.wres-…”. old: what stood there before, while it is replaced.
ASIDE = re.compile(rf"\.(?P<name>.+)\.(?P<kind>new|old)\.{MARK.pattern}-[0-9a-f]+")
ANY = re.compile(".*")
RUN = re.compile(r"wres-[0-9a-f]{8}")
UNCLAIMED = re.compile(rf"{MARK.pattern}-[a-z0-9_]{{8}}")
OWNER = ".owner"
# What asks a program to end, as far as this system knows it.
ENDING = tuple(
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
)
SYSTEM = str(sys.platform)
QUERY_LIMITED_INFORMATION = 0x1000
STAT_START = 19  # of /proc/PID/stat, counted from the state of the process


def beside(path: Path, kind: str = "new") -> Path:
    """A path beside ``path``, of the same length of life as this process: see ``clear_beside``."""
    return path.with_name(f".{path.name}.{kind}.{mark()}-{secrets.token_hex(3)}")


def clear_beside(folder: Path, name: str = "") -> int:
    """Take away what processes that have ended left aside in a folder; return how many things.

    name: only what was left beside this file or folder. What stood there before a replacement
    that was never finished is put back.
    """
    cleared = 0
    for entry in _entries(folder, f".{name}"):
        found = ASIDE.fullmatch(entry)
        if found is None or (name and found["name"] != name) or not has_ended(entry):
            continue
        with contextlib.suppress(OSError):
            if found["kind"] == "old" and not (folder / found["name"]).exists():
                (folder / entry).rename(folder / found["name"])
        remove(folder / entry)
        cleared += 1
    return cleared


def claim(folder: Path) -> None:
    """Make a folder this process's: see ``clear_claimed``. Raises OSError where it cannot be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OWNER).write_text(mark(), encoding="utf-8", newline="\n")


def clear_claimed(parent: Path, names: re.Pattern[str]) -> int:
    """Take away the folders below ``parent`` that processes which have ended had claimed."""
    cleared = 0
    for entry in _entries(parent):
        if names.fullmatch(entry) and _claimed_by_the_dead(parent / entry):
            remove(parent / entry)
            cleared += 1
    return cleared


def own_temporary_files() -> None:
    """Give this process, and those it starts, a folder of its own for temporary files.

    It goes when the process ends; what is left of one that was killed goes now. Where no folder
    can be had, things stay as they are: whoever needs a file says so.
    """
    if "WRES_TMPDIR" in os.environ and os.environ["WRES_TMPDIR"] == tempfile.gettempdir():
        return
    with contextlib.suppress(OSError):
        place = Path(tempfile.gettempdir())
        clear_claimed(place, RUN)
        _clear_unclaimed(place)
        folder = _claimed_folder(place)
        remove_at_end(folder)
        tempfile.tempdir = os.environ["TMPDIR"] = os.environ["WRES_TMPDIR"] = str(folder)


def _claimed_folder(place: Path) -> Path:
    """A new folder of this process, which is known for that at every moment.

    Its final name is short, since the paths of sockets in it may not be long.
    """
    made = Path(tempfile.mkdtemp(prefix=f"{mark()}-", dir=place))
    claim(made)
    return made.rename(place / f"wres-{secrets.token_hex(4)}")


def _clear_unclaimed(place: Path) -> None:
    for entry in _entries(place, "wres-"):
        if UNCLAIMED.fullmatch(entry) and has_ended(entry):
            remove(place / entry)


def remove_at_end(folder: Path) -> None:
    """Take a folder away when this process ends, not when a copy that was forked from it does.

    Nothing is left to stop by then: who asks for an end meanwhile is told nothing.
    """
    process = os.getpid()

    def remove_quietly() -> None:
        if os.getpid() != process:
            return
        for number in ENDING:
            signal.signal(number, signal.SIG_IGN)
        remove(folder)

    atexit.register(remove_quietly)


def remove(path: Path) -> None:
    """Take away a file or a folder as far as it can be."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        path.unlink()


def mark() -> str:
    """The mark of this process."""
    return _mark_of(os.getpid())


@cache
def _mark_of(process: int) -> str:
    return f"wres-{_host()}-{process}-{_start_of(process) or 0}"


def has_ended(text: str) -> bool:
    """Whether the process whose mark stands in a text was one of this machine and has ended."""
    found = MARK.search(text)
    if found is None or found["host"] != _host():
        return False
    start = _start_of(int(found["process"]))
    return start is None or (start != int(found["start"]) and found["start"] != "0")


@cache
def _host() -> str:
    """This machine, or this container: numbers of processes mean nothing outside."""
    try:
        space = str(Path("/proc/self/ns/pid").readlink())
    except OSError:
        space = ""
    return hashlib.sha256(f"{platform.node()} {space}".encode()).hexdigest()[:8]


def _start_of(process: int) -> int | None:
    """When a process was started, 0 where the system does not say; None where there is none."""
    if SYSTEM == "linux":
        try:
            stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        except OSError:
            return 0
        after_name = stat.rpartition(")")[2].split()
        return None if after_name[0] in "ZX" else int(after_name[STAT_START])
    if SYSTEM == "win32":
        return _start_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return None
    except OSError:
        pass  # it is another person's
    return 0


def _start_on_windows(process: int) -> int | None:
    import ctypes

    kernel: Any = vars(ctypes)["WinDLL"]("kernel32")
    handle = kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, process)
    if not handle:
        return None
    times = [ctypes.c_ulonglong() for _ in range(4)]
    kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
    kernel.CloseHandle(handle)
    started, ended = times[0].value, times[1].value
    return None if ended else started


def _claimed_by_the_dead(folder: Path) -> bool:
    try:
        return has_ended((folder / OWNER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False


def _entries(folder: Path, start: str = "") -> list[str]:
    try:
        with os.scandir(folder) as found:
            return [entry.name for entry in found if entry.name.startswith(start)]
    except OSError:
        return []
