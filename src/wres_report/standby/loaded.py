"""What a process has loaded, so that it knows when something else stands there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from wres_report.standby.place import PROGRAM
from wres_report.standby.situation import SEEN_BY_NOBODY, own_path

Stamp = tuple[int, int, int]
UNSEEN = {"__pycache__"}


class Read(os._Environ):  # type: ignore[type-arg]
    """The variables of the environment, and which of them have been asked for.

    Who copies them all, one after another as they stand there, has asked for none.
    """

    names: set[str]
    copied: list[str]

    def __getitem__(self, name: str) -> str:
        if self.copied and self.copied[-1] == name:
            self.copied.pop()
        else:
            self.copied.clear()
            self.names.add(name)
        return str(super().__getitem__(name))

    def __iter__(self) -> Iterator[str]:
        names = list(super().__iter__())
        self.copied[:] = reversed(names)
        return iter(names)


def note_what_is_read() -> set[str]:
    """From now on, the names of the variables that anybody asks for, whether there are such."""
    names: set[str] = set()
    os.environ.__dict__.update(names=names, copied=[])
    os.environ.__class__ = Read
    return names


def read_as_ever() -> None:
    os.environ.__class__ = os._Environ
    for name in ("names", "copied"):
        os.environ.__dict__.pop(name, None)


class Loaded:
    """What stands on the disk of all that this process has loaded.

    read: the names of the variables that were asked for meanwhile. environment: as it was then.
    since: the time, in nanoseconds, since when it has been loaded.
    """

    def __init__(self, read: Iterable[str], environment: Mapping[str, str], since: int) -> None:
        self.environment = dict(environment)
        self.read = frozenset(read)
        self.listed = _listed()
        self.stamps = {path: stamp for path in _files() if (stamp := _stamp(path)) is not None}
        # Whatever was written while it was loaded may be there in part.
        self.whole = all(stamp[0] < since for stamp in self.stamps.values())

    @property
    def is_current(self) -> bool:
        """Whether all of it stands there as it was loaded."""
        if not self.whole or self.listed != _listed():
            return False
        return all(_stamp(path) == stamp for path, stamp in self.stamps.items())

    def differing(self, environment: Mapping[str, str]) -> str:
        """The first variable by which this process might have loaded something else; or empty."""
        for name in sorted(self.environment.keys() | environment.keys()):
            counts = name in self.read or name.startswith(SEEN_BY_NOBODY)
            if counts and self.environment.get(name) != environment.get(name):
                return name
        return ""


def hides_what_is_loaded(folder: str) -> bool:
    """Whether a folder that is searched first has a module of the name of one that is loaded."""
    loaded = {name.partition(".")[0] for name in list(sys.modules)} - {"__main__"}
    try:
        with os.scandir(folder or ".") as found:
            for entry in found:
                stem, _, ending = entry.name.partition(".")
                module = ending.endswith(("py", "pyc", "so"))
                if stem in loaded and (module or Path(entry.path, "__init__.py").exists()):
                    return True
    except OSError:
        pass
    return False


def _files() -> Iterator[str]:
    """The file of each module, and every file of the program."""
    yield sys.executable
    for module in list(sys.modules.values()):
        # Not by getattr: it would load what is loaded only when it is used.
        names = vars(module) if hasattr(type(module), "__dict__") else {}
        path = names.get("__file__") or getattr(names.get("__spec__"), "origin", None)
        if isinstance(path, str) and path.startswith("/"):
            yield path
    for folder, folders, names_of_files in os.walk(PROGRAM):
        folders[:] = [name for name in folders if name not in UNSEEN]
        yield from (f"{folder}/{name}" for name in names_of_files)


def _stamp(path: str) -> Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116  (thousands of them, ahead of each command)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _listed() -> list[Any]:
    """What is installed: the names where modules are looked for, with versions among them."""
    told = []
    for folder in own_path():
        try:
            names = os.listdir(folder)  # noqa: PTH208
        except OSError:
            names = []
        told.append([folder, sorted(name for name in names if name not in UNSEEN)])
    return told
