"""What a folder of a workspace must hold to stand for one of the program's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.workspace import Workspace


def test_a_folder_of_other_things_that_is_called_report_is_left_alone(
    tmp_path: Path, repository: Path
) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "last year.docx").write_bytes(b"PK")
    assert Workspace(tmp_path).templates("report") == repository / "report"


def test_a_whole_report_folder_is_used(tmp_path: Path, repository: Path) -> None:
    shutil.copytree(repository / "report", tmp_path / "report")
    assert Workspace(tmp_path).templates("report") == tmp_path / "report"


@pytest.mark.parametrize("name", ["kinds", "filters"])
def test_a_part_of_a_report_folder_is_told_with_what_is_missing(
    tmp_path: Path, repository: Path, name: str
) -> None:
    shutil.copytree(repository / "report", tmp_path / "report")
    shutil.rmtree(tmp_path / "report" / name)
    with pytest.raises(Fault, match="not whole") as caught:
        Workspace(tmp_path).templates("report")
    assert caught.value.where == f"report/{name}"
    assert caught.value.status is ExitStatus.INPUT_MISSING
