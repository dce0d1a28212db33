"""Puts finished outputs in place: written aside, then exchanged, so nothing stands there half."""

from __future__ import annotations

import contextlib
import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from wres_report.finished.files import reports_within
from wres_report.leftovers import beside, remove
from wres_report.pipeline.interrupts import held_back

ATTEMPTS = 10
CHANGED_MEANWHILE = (errno.ENOTEMPTY, errno.EEXIST, errno.ENOENT)
# The system, or the kind of disk, does not exchange two folders in one go.
UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
HERE = -100  # AT_FDCWD


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """A new folder beside ``target`` that takes its place when the ``with`` ends well.

    Where it ends in an error the earlier ``target`` stays as it was. Reports of other standards
    that lie in ``target`` stay in its place. Raises OSError where the folder above cannot be
    written to.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    # One within the folder of another report stands beside that, which may change places meanwhile.
    within = target.parent.name.isdecimal()
    folder = beside(target.parent if within else target)
    folder.mkdir()
    try:
        yield folder
        with held_back():
            _put_in_place(folder, target)
    finally:
        remove(folder)


def _put_in_place(new: Path, target: Path) -> None:
    # Another build of the same trust-year may put its own there in between, of the same bytes.
    for attempt in range(ATTEMPTS):
        try:
            if not target.exists():
                target.parent.mkdir(exist_ok=True)
                new.rename(target)
            elif exchanged(new, target):
                _keep_others(new, target)
            else:
                _rename_twice(new, target)
            return
        except OSError as error:
            if error.errno not in CHANGED_MEANWHILE or attempt == ATTEMPTS - 1:
                raise


def _keep_others(old: Path, target: Path) -> None:
    """Leave the reports of other standards where they were, now that their folder is another."""
    for name in reports_within(old):
        if not (target / name).exists():
            with contextlib.suppress(OSError):  # one that was built meanwhile stands there already
                (old / name).rename(target / name)


def exchanged(new: Path, target: Path) -> bool:
    """Whether two folders have changed places, in one go; False where that is not known here.

    Raises FileNotFoundError where one is not there, and OSError.
    """
    rename = _exchange()
    if rename is None:
        return False
    import ctypes
    import os

    ends = (os.fsencode(new), os.fsencode(target))
    if rename(*ends) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(target))


@cache
def _exchange() -> Any:
    import ctypes

    if sys.platform not in ("linux", "darwin"):
        return None
    system = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(system, "renameat2"):
        return lambda a, b: system.renameat2(HERE, a, HERE, b, EXCHANGE)
    if sys.platform == "darwin" and hasattr(system, "renamex_np"):
        return lambda a, b: system.renamex_np(a, b, EXCHANGE)
    return None


def _rename_twice(new: Path, target: Path) -> None:
    """Between the two there is no target, but never a half-written one; whoever finds it so, after
    this process was killed, puts the old one back."""
    old = beside(target, "old")
    with contextlib.suppress(FileNotFoundError):
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    finally:
        _keep_others(old, target)
        remove(old)
