"""SHA-256 of files, folders and plain values. Light: a build with nothing to do hashes every
input and loads nothing heavy for it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def file_hash(path: Path) -> str:
    """The file's SHA-256 in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def json_hash(content: Any) -> str:
    """SHA-256 of plain values, the same whatever order their keys stand in."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


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
