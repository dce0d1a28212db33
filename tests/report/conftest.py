"""A staged sample report, and one rendering of it that the tests share."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sample

from wres_report.report import renderers


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A fresh staged sample report that a test may change."""
    return sample.stage(tmp_path / "staged")


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the sample report in all three formats, by the embedded renderer."""
    folder = tmp_path_factory.mktemp("rendered")
    staged = sample.stage(folder / "staged")
    renderers.render(
        staged, ["html", "pdf", "docx"], folder / "out", renderer="embedded", epoch=sample.EPOCH
    )
    return folder / "out"
