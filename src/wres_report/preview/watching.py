"""Sees which files have changed: by size and time, and where these differ, by content."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wres_report.hashes import files_below
from wres_report.inputs.opening import plain_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import country_file, table_files, used_files
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.code import TEMPLATES
from wres_report.pipeline.hashing import ABSENT

Files = Callable[[], Mapping[str, Path]]


def input_files(workspace: Workspace, trust_year: TrustYear) -> dict[str, Path]:
    """All that a report is made from but the program, by path from the workspace.

    The settings, the approved version, the data of the year and of the year before, the table of
    all trusts, and the templates in use.
    """
    single = (workspace.params_file(trust_year), workspace.pin_file(trust_year))
    files = {workspace.relative(path): path for path in single if path.is_file()}
    files |= table_files(workspace, trust_year.previous) | used_files(workspace, trust_year)
    files |= country_file(workspace, trust_year)
    for folder in TEMPLATES:
        found = files_below(workspace.templates(folder))
        files |= {f"{folder}/{name}": path for name, path in found}
    return files


@dataclass(frozen=True)
class _Seen:
    """A file as it was last looked at. size: in bytes. time: in nanoseconds. digest: SHA-256."""

    size: int
    time: int
    digest: str


class Watch:
    """Some files, held against how they were when they were last taken note of.

    files: gives those that there are, by name; called at each look.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._noted: dict[str, _Seen] = {}
        self._seen: dict[str, _Seen] = {}
        self._look()
        self._noted = self._seen

    def changes(self) -> list[str]:
        """The files whose content is not what was taken note of, in order of name.

        One that was not there then has “ (new)” behind its name, one that is gone “ (gone)”.
        """
        self._look()
        before, now = self._noted, self._seen
        return [
            name + _became(before, now, name)
            for name in sorted({*before, *now})
            if _digest(before, name) != _digest(now, name)
        ]

    def settled_changes(self, pause: float) -> list[str]:
        """The same, once no file has changed for so many seconds; takes note of them.

        A program may write a file in several goes.
        """
        while True:
            before = self._seen
            time.sleep(pause)
            changed = self.changes()
            if self._seen == before:
                self._noted = self._seen
                return changed

    def _look(self) -> None:
        try:
            files = self._files()
        except OSError:  # a folder that is just being moved, or may not be read: look again later
            return
        looked = {name: _seen_now(path, self._seen.get(name)) for name, path in files.items()}
        self._seen = {name: seen for name, seen in looked.items() if seen is not None}


def _seen_now(path: Path, before: _Seen | None) -> _Seen | None:
    """The file as it is now; None where it is gone or cannot be read."""
    try:
        found = os.stat(path)  # noqa: PTH116  (a tenth of the time of Path.stat)
        if before and (before.size, before.time) == (found.st_size, found.st_mtime_ns):
            return before
        return _Seen(found.st_size, found.st_mtime_ns, plain_hash(path, ""))
    except OSError:
        return None


def _digest(seen: Mapping[str, _Seen], name: str) -> str:
    return seen[name].digest if name in seen else ABSENT


def _became(before: Mapping[str, _Seen], now: Mapping[str, _Seen], name: str) -> str:
    if name not in before:
        return " (new)"
    return "" if name in now else " (gone)"
