"""What each step made: the hashes of its outputs under the hash of all that it read."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.leftovers import clear_beside
from wres_report.store.objects import Objects, write_whole

# Raised whenever what a record holds changes its form; older records are then not found.
FORM = 2
# A record is JSON, and its content stands in it as it was hashed: to look costs nothing.
HEAD, TAIL = b'{"form": %d, "sha256": "%%s", "content": ' % FORM, b"}\n"
DIGEST = b"0" * 64
MARK = "*\n"  # of .gitignore: a store is never committed


@dataclass(frozen=True)
class StepRecord:
    """outputs: path to hash. facts: what else the step says, as JSON."""

    outputs: Mapping[str, str]
    facts: Mapping[str, Any] = field(default_factory=dict)


class Store:
    """The store below ``root``: ``objects/``, ``steps/`` and ``latest/``.

    ``latest`` keeps one JSON document for each name, such as a trust-year: what it was last
    made from. It is for telling what has changed, never for deciding what a step gives.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.objects = Objects(root / "objects")
        self.unfinished = self.objects.unfinished

    def prepare(self) -> None:
        """Make the folder, and keep it out of version control."""
        if not (self.root / ".gitignore").is_file():
            self._write(self.root / ".gitignore", MARK.encode())

    def clear_leftovers(self) -> None:
        """Take away what writers that were killed have left."""
        clear_beside(self.unfinished)

    def step_path(self, key: str) -> Path:
        return self.root / "steps" / key[:2] / f"{key[2:]}.json"

    def save(self, key: str, record: StepRecord) -> None:
        """Keep what a step made. Its objects must be in the store already."""
        content = {"outputs": dict(record.outputs), "facts": dict(record.facts)}
        self._write(self.step_path(key), _json(content))

    def find(self, key: str) -> StepRecord | None:
        """What the step of that key made; None where it is not known, or no longer whole."""
        content = read_whole(self.step_path(key))
        if not content:
            return None
        record = StepRecord(content["outputs"], content["facts"])
        if not all(map(self.objects.is_whole, record.outputs.values())):
            return None
        with contextlib.suppress(OSError):
            os.utime(self.step_path(key))  # a sweep leaves alone what was asked for a moment ago
        return record

    def latest_path(self, name: str) -> Path:
        return self.root / "latest" / f"{name}.json"

    def latest(self, name: str) -> dict[str, Any]:
        """What was kept under a name; empty where nothing was, or it cannot be read."""
        return read_whole(self.latest_path(name))

    def keep_latest(self, name: str, content: Mapping[str, Any]) -> None:
        self._write(self.latest_path(name), _json(content))

    def _write(self, path: Path, content: bytes) -> None:
        write_whole(path, content, self.unfinished)


def _json(content: Mapping[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    return HEAD % hashlib.sha256(text).hexdigest().encode() + text + TAIL


def read_whole(path: Path) -> dict[str, Any]:
    """The content of a record; empty where there is none, or it is not as it was written.

    So whoever reads it finds every field that was written.
    """
    try:
        record = path.read_bytes()
        text = record[len(HEAD % DIGEST) : -len(TAIL)]
        if record != HEAD % hashlib.sha256(text).hexdigest().encode() + text + TAIL:
            return {}
        content: dict[str, Any] = json.loads(text)
    except (OSError, ValueError):
        return {}
    return content
