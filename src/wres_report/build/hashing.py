"""SHA-256 of files, and of the inputs of a trust-year. Light: a build with nothing to do hashes
every input and loads nothing heavy for it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wres_report.inputs.opening import plain_hash
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

ABSENT = "absent"


def file_hash(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def json_hash(content: Any) -> str:
    """SHA-256 of plain values, the same whatever order their keys stand in."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


class InputHashes:
    """The hashes of a workspace's inputs, each file read once in a build."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._folders: dict[Path, dict[str, str]] = {}

    def of(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace.

        Settings, every file of the year, last year's tables, and the build that was approved.
        """
        found = {}
        for path in (self.workspace.params_file(trust_year), self.workspace.pin_file(trust_year)):
            if path.is_file():
                where = self.workspace.relative(path)
                found[where] = plain_hash(path, where)
        found |= self.data(trust_year)
        last = f"data/{trust_year.previous}/"
        for name, digest in self.data(trust_year.previous).items():
            if name.endswith(".csv") and "/" not in name.removeprefix(last):
                found[name] = digest
        return found

    def data(self, trust_year: TrustYear) -> dict[str, str]:
        """Hash by path from the workspace: every file of the trust-year's data folder."""
        folder = self.workspace.data_folder(trust_year)
        if folder not in self._folders:
            self._folders[folder] = {
                where: plain_hash(path, where)
                for name, path in files_below(folder, linked=False)
                for where in (f"data/{trust_year}/{name}",)
            }
        return self._folders[folder]


def tree_hashes(folder: Path) -> dict[str, str]:
    """Hash by path from the folder, of every file below it."""
    return {name: file_hash(path) for name, path in files_below(folder)}


def files_below(
    folder: Path, prefix: str = "", *, linked: bool = True
) -> Iterator[tuple[str, Path]]:
    """Every file below a folder, by its path from there; hidden ones are nobody's input.

    linked: whether to go into folders that are links. Otherwise such a link counts as a file, so
    that a circle of links has an end.
    """
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith((".", "__pycache__")):
            continue
        if entry.is_dir(follow_symlinks=linked):
            yield from files_below(folder / entry.name, f"{prefix}{entry.name}/", linked=linked)
        else:
            yield prefix + entry.name, Path(entry.path)
