"""Puts finished outputs in place: written aside, then renamed, so nothing stands there half."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wres_report.files import write_aside


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
    if not target.exists():
        new.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
    # Two renames: between them there is no target, but never a half-written one.
    target.rename(old / target.name)
    try:
        new.rename(target)
    except OSError:
        (old / target.name).rename(target)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def write_json(path: Path, content: Any) -> None:
    """Write JSON with sorted keys, aside and then renamed."""
    text = json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    write_aside(path, text)
