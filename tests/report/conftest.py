"""A staged sample report, and one rendering of it that the tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import sample

from tests.conftest import Command, copy_with_store
from wres_report.formats import FILES
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


@pytest.fixture(scope="session")
def built_as(
    built: Path, wres: Command, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, Sequence[str]], dict[str, Path]]:
    """``built_as("pptx", cases)``: the file of a format for each trust-year, by that."""

    def build(name: str, cases: Sequence[str]) -> dict[str, Path]:
        folder = copy_with_store(built, tmp_path_factory.mktemp(name) / "workspace")
        done = wres("build", *cases, "--to", name, "--renderer", "embedded", folder=folder)
        assert done.returncode == 0, done.stderr
        return {case: folder / "outputs" / case / FILES[name] for case in cases}

    return build
