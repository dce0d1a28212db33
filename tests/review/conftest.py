"""A workspace of one trust with its finished report, and its Word file in a reviewer's hands."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.review.word_tools import Edited
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.review.model import Review
from wres_report.review.report import sent_report
from wres_report.review.reviewing import review

YEAR = TrustYear("RV9", 2021)


@pytest.fixture
def home(built: Path, tmp_path: Path) -> Path:
    """A workspace of RV9 that a test may spoil, with its outputs."""
    folder = tmp_path / "home"
    for name in ("data", "params"):
        shutil.copytree(built.parent / name, folder / name)
    shutil.copytree(built / "RV9/2021", folder / "outputs/RV9/2021")
    return folder


@pytest.fixture
def edited(home: Path) -> Edited:
    return Edited(home / "outputs/RV9/2021/report.docx")


@pytest.fixture
def reviewed(home: Path, edited: Edited, tmp_path: Path) -> Callable[[], Review]:
    def read() -> Review:
        workspace = Workspace.open(home)
        report = sent_report(workspace, YEAR, home / "outputs", None)
        return review(report, edited.save(tmp_path / "reviewed.docx"))

    return read
