"""Outputs that were built once, copied for a test that may spoil them."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ResultsChange = Callable[[dict[str, Any]], None]


@pytest.fixture
def outputs(built: Path, tmp_path: Path) -> Path:
    """A copy of the outputs of ZZX/2021."""
    return Path(shutil.copytree(built / "ZZX/2021", tmp_path / "kept"))


@pytest.fixture
def with_results(outputs: Path) -> Callable[[ResultsChange], Path]:
    """Changes ``results.json`` of the copy, and its manifest with it, as a build would."""

    def change(edit: ResultsChange) -> Path:
        path, manifest_path = outputs / "results.json", outputs / "manifest.json"
        results = json.loads(path.read_text(encoding="utf-8"))
        edit(results)
        path.write_text(json.dumps(results), encoding="utf-8")
        manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
        manifest["outputs"]["results.json"] = hashlib.sha256(path.read_bytes()).hexdigest()
        manifest_path.write_text(json.dumps(manifest), encoding="utf-8")
        return outputs

    return change
