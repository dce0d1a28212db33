"""Puts finished outputs in place: written aside, then renamed, so nothing stands there half."""

from __future__ import annotations

import contextlib
import errno
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ATTEMPTS = 10


@contextmanager
def aside(target: Path) -> Iterator[Path]:
    """A new folder beside ``target`` that takes its place when the ``with`` ends well.

    Where it ends in an error the earlier ``target`` stays as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    folder.chmod(0o755)
    try:
        yield folder
        _swap(folder, target)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(new: Path, target: Path) -> None:
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    try:
        # Two renames: between them there is no target, but never a half-written one. Another
        # build of the same trust-year may put its own there in between, of the same bytes.
        for attempt in range(ATTEMPTS):
            with contextlib.suppress(FileNotFoundError):
                target.rename(old / str(attempt))
            try:
                new.rename(target)
                return
            except OSError as error:
                taken = error.errno in (errno.ENOTEMPTY, errno.EEXIST)
                if not taken or attempt == ATTEMPTS - 1:
                    if (old / str(attempt)).exists() and not target.exists():
                        (old / str(attempt)).rename(target)
                    raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
