"""The wheel alone is enough: a folder with data/ and params/ needs no copy of the project."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.functional
WHICH_TEMPLATES = """
from pathlib import Path
from wres_report.inputs.workspace import Workspace

workspace = Workspace.open(Path())
for name in ("notebooks", "expectations", "report"):
    print(workspace.templates(name))
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """The contents of a wheel built from the repository, as pip would lay them down."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run_unpacked(unpacked: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    # Without -P the folder of the tests would come before the wheel on the path.
    return subprocess.run(
        [sys.executable, "-P", *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_templates_come_out_of_the_package(unpacked: Path, workspace: Path) -> None:
    result = run_unpacked(unpacked, workspace, "-c", WHICH_TEMPLATES)
    assert result.returncode == 0, result.stderr
    folders = [Path(line) for line in result.stdout.split()]
    assert all(folder.is_relative_to(unpacked) for folder in folders)
    assert len(list(folders[0].glob("*.ipynb"))) == 9
    assert (folders[2] / "reference.docx").is_file()


def test_the_gate_of_the_wheel_passes_the_data(unpacked: Path, workspace: Path) -> None:
    result = run_unpacked(unpacked, workspace, "-m", "wres_report", "check", "ZZX/2021")
    assert result.returncode == 0, result.stderr
    assert "clean" in result.stdout


def test_the_wheel_holds_no_data_of_a_trust(unpacked: Path) -> None:
    names = [path.name for path in unpacked.rglob("*.csv")]
    assert "workforce.csv" not in names


def test_the_documentation_comes_inside_the_wheel(unpacked: Path, tmp_path: Path) -> None:
    result = run_unpacked(unpacked, tmp_path, "-m", "wres_report", "help", "add-a-trust-year")
    assert result.returncode == 0, result.stderr
    assert "wres new" in result.stdout
    assert (unpacked / "wres_report/_workspace/docs/how-to/work-on-windows.md").is_file()
