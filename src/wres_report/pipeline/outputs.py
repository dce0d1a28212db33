"""How the files of a trust-year's outputs are written from the store."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wres_report.json_text import json_text
from wres_report.store import Store


def json_bytes(content: Any) -> bytes:
    """JSON with sorted keys, as every file of the outputs holds it."""
    return (json_text(content) + "\n").encode()


def write_files(store: Store, files: Mapping[str, str], folder: Path) -> None:
    """Write objects of the store to their paths below a folder. files: hash by path."""
    for name, digest in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.objects.get(digest))
