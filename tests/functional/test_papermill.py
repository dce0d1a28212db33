"""The notebooks are ordinary ones: stock papermill runs them with their own defaults."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from wres_report.handover import read_handovers

pytestmark = pytest.mark.functional
REPOSITORY = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(path.stem for path in (REPOSITORY / "notebooks").glob("*.ipynb"))


def test_the_command_of_stock_papermill_runs_a_notebook_with_its_defaults(
    tmp_path: Path, repository: Path
) -> None:
    # All nine run so in tests/warm/test_equal.py, by stock papermill from a program.
    name = NOTEBOOKS[0]
    output = tmp_path / f"{name}.ipynb"
    result = subprocess.run(
        [sys.executable, "-m", "papermill", f"notebooks/{name}.ipynb", str(output)],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    assert read_handovers(nbformat.read(output, as_version=4), name)[0].indicator == "i1"


def test_there_are_nine_notebooks() -> None:
    assert [name[0] for name in NOTEBOOKS] == list("123456789")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_has_one_typed_parameters_cell(name: str, repository: Path) -> None:
    notebook = json.loads((repository / f"notebooks/{name}.ipynb").read_text(encoding="utf-8"))
    tagged = [c for c in notebook["cells"] if "parameters" in c["metadata"].get("tags", [])]
    assert len(tagged) == 1
    lines = [line for line in tagged[0]["source"] if line.strip() and not line.startswith("#")]
    assert all(": " in line.split("=")[0] for line in lines)
