"""The files of a trust-year's outputs, by name, and how they are written from the store."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wres_report.hashes import tree_hashes
from wres_report.store import Store

MANIFEST, QUALITY, RESULTS = "manifest.json", "quality.json", "results.json"
PROJECT = "report/"  # the staged Quarto project
NOTEBOOKS = "notebooks/"


def reports_within(folder: Path) -> tuple[str, ...]:
    """The names of the folders in that of a report that are reports of other standards."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{MANIFEST}")))


def own_hashes(folder: Path) -> dict[str, str]:
    """Hash by path of a report's outputs, without those of other standards in its folder."""
    others = tuple(f"{name}/" for name in reports_within(folder))
    found = tree_hashes(folder)
    return {n: d for n, d in found.items() if not n.startswith(others)} if others else found


def json_bytes(content: Any) -> bytes:
    """JSON with sorted keys, as every file of the outputs holds it."""
    return (json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def write_files(store: Store, files: Mapping[str, str], folder: Path) -> None:
    """Write objects of the store to their paths below a folder. files: hash by path."""
    for name, digest in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(store.objects.get(digest))
