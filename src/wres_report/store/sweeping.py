"""Takes away what the store no longer needs, while builds may be running."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wres_report.store.steps import Store, read_whole

# A build that runs at this moment may refer to what it has just written.
LEAST_AGE = 3600  # seconds


@dataclass
class Swept:
    """How many files were taken away and kept, and the bytes of each."""

    removed: int = 0
    removed_bytes: int = 0
    kept: int = 0
    kept_bytes: int = 0


def sweep(store: Store, older_than_days: float = 0, *, everything: bool = False) -> Swept:
    """Remove every step that no latest record names, and every object that no step left names.

    older_than_days: younger ones stay, and so does whatever is younger than an hour.
    everything: remove all of the store, whatever names it and however young it is.
    """
    swept = Swept()
    now = time.time()
    age = -1.0 if everything else max(older_than_days * 86400, LEAST_AGE)
    steps = set() if everything else _steps_named(store)
    for path in _files(store.root / "steps"):
        key = path.parent.name + path.stem
        _decide(path, key not in steps and _age(path, now) > age, swept)
    objects = set() if everything else _objects_named(store)
    for path in _files(store.root / "objects"):
        digest = path.parent.name + path.name
        _decide(path, digest not in objects and _age(path, now) > age, swept)
    for path in _files(store.unfinished):
        _decide(path, _age(path, now) > age, swept)
    for path in _files(store.root / "latest") if everything else ():
        _decide(path, True, swept)
    return swept


def _steps_named(store: Store) -> set[str]:
    return {
        str(step["key"])
        for path in _files(store.root / "latest")
        for step in read_whole(path).get("steps", {}).values()
    }


def _objects_named(store: Store) -> set[str]:
    return {
        str(digest)
        for path in _files(store.root / "steps")
        for digest in read_whole(path).get("outputs", {}).values()
    }


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _age(path: Path, now: float) -> float:
    try:
        return now - path.stat().st_mtime
    except OSError:
        return -1.0  # another sweep was faster


def _decide(path: Path, remove: bool, swept: Swept) -> None:
    with contextlib.suppress(OSError):
        size = path.stat().st_size
        if not remove:
            swept.kept += 1
            swept.kept_bytes += size
            return
        path.unlink()
        swept.removed += 1
        swept.removed_bytes += size
