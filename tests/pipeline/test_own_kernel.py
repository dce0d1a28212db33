"""Notebooks run in the Python of the program, whatever else Jupyter knows, and say what it was."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import wres_report
from wres_report import __version__
from wres_report.faults import ExitStatus, Fault
from wres_report.pipeline.code import notebooks_run_with
from wres_report.pipeline.notebook_step import ran_with
from wres_report.pipeline.notebooks import own_kernel

PACKAGE = Path(wres_report.__file__).parent
# Another version of the package gives other figures.
OTHER_FIGURES = """
_as_it_was = value_as_json


def value_as_json(value):
    return _as_it_was(value) | {"display": "9.99"}
"""
RUN = """
import json, sys
from pathlib import Path
from wres_report.handover import read_handovers
from wres_report.pipeline.notebooks.jobs import NotebookJob
from wres_report.pipeline.notebooks.running import run_notebook
from wres_report.inputs.trust_year import TrustYear

folder, runner = Path(sys.argv[1]), sys.argv[2]
(notebook,) = (folder / "notebooks").glob("2_*.ipynb")
job = NotebookJob(TrustYear("ZZX", 2021), notebook, folder, {"trust": "ZZX", "year": 2021}, runner)
outcome = run_notebook(job)
print(outcome.fault or json.dumps(read_handovers(outcome.executed, "2")[0].values["i2.ratio"]))
"""
WITHOUT = "import sys; sys.modules['ipykernel'] = sys.modules['ipykernel_launcher'] = None\n"
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for ``JUPYTER_PATH`` whose kernel python3 is another Python, with another version
    of the package."""
    if os.name == "nt":
        pytest.skip("the other Python is a script of the shell")
    folder = tmp_path_factory.mktemp("other")
    ignored = shutil.ignore_patterns("__pycache__", "_workspace")
    shutil.copytree(PACKAGE, folder / "lib/wres_report", ignore=ignored)
    with (folder / "lib/wres_report/measures/codec.py").open("a", encoding="utf-8") as file:
        file.write(OTHER_FIGURES)
    python = folder / "python"
    python.write_text(
        f'#!/bin/sh\nPYTHONPATH="{folder}/lib" exec "{sys.executable}" "$@"\n', encoding="utf-8"
    )
    python.chmod(0o755)
    kernel = folder / "kernels/python3/kernel.json"
    kernel.parent.mkdir(parents=True)
    start = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    content = {"argv": start, "display_name": "Other", "language": "python"}
    kernel.write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.mark.parametrize("runner", ["warm", "cold"])
def test_a_notebook_never_runs_in_the_other_python_that_jupyter_knows(
    runner: str, other: Path, repository: Path
) -> None:
    environment = os.environ | {"JUPYTER_PATH": str(other)}
    environment.pop("PYTEST_CURRENT_TEST", None)
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(repository), runner], cwd=repository, env=environment,
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["display"] == "1.38"


def test_doctor_tells_of_the_other_python_and_that_no_report_runs_in_it(
    other: Path, repository: Path, wres: Command
) -> None:
    done = wres("doctor", folder=repository, JUPYTER_PATH=str(other))
    assert done.returncode == 0, done.stdout
    assert "ok       the kernel of the notebooks: this Python, Python 3." in done.stdout
    assert f"is another Python: {other}/python" in done.stdout


@pytest.mark.parametrize("command", [["doctor"], ["build", "ZZX/2021", "--force"]])
def test_without_ipykernel_doctor_and_build_say_so_and_what_to_do(
    command: list[str], workspace: Path, tmp_path: Path, wres: Command
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/sitecustomize.py").write_text(WITHOUT, encoding="utf-8")
    done = wres(*command, folder=workspace, PYTHONPATH=str(tmp_path / "lib"))
    told = done.stdout + done.stderr
    assert done.returncode == ExitStatus.INPUT_MISSING, told
    assert "-m pip install ipykernel" in told
    assert "Traceback" not in told
    assert "Everything needed is there" not in told


def test_doctor_says_that_a_broken_ipykernel_does_not_start(
    workspace: Path, tmp_path: Path, wres: Command
) -> None:
    (tmp_path / "lib/ipykernel").mkdir(parents=True)
    broken = "raise ImportError('half of it is missing')\n"
    (tmp_path / "lib/ipykernel/__init__.py").write_text(broken, encoding="utf-8")
    done = wres("doctor", folder=workspace, PYTHONPATH=str(tmp_path / "lib"))
    assert done.returncode == ExitStatus.INPUT_MISSING
    assert "does not start: ImportError: half of it is missing" in done.stdout


def test_doctor_finds_another_wres_report_in_the_folder_of_the_workspace(workspace: Path) -> None:
    (workspace / "wres_report").mkdir()
    (workspace / "wres_report/__init__.py").write_text("", encoding="utf-8")
    done = subprocess.run(
        [Path(sys.executable).with_name("wres"), "doctor"], cwd=workspace, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == ExitStatus.INPUT_MISSING
    assert "MISSING  The kernel of the notebooks does not start" in done.stdout


def test_a_notebook_that_ran_with_another_program_is_a_fault() -> None:
    wanted = notebooks_run_with()
    assert ran_with(wanted | {"more": {"x": "1"}}, wanted, "2") == wanted
    older = wanted | {"versions": wanted["versions"] | {"wres-report": "0.0.9"}}
    with pytest.raises(Fault, match=rf"wres-report 0\.0\.9, not {re.escape(__version__)}") as fault:
        ran_with(older, wanted, "2")
    assert fault.value.status is ExitStatus.NOTEBOOK_FAILED
    changed = wanted | {"code": wanted["code"] | {"measures": "0" * 64}}
    with pytest.raises(Fault, match="of the same version"):
        ran_with(changed, wanted, "2")
    with pytest.raises(Fault, match="wres-report none"):
        ran_with({}, wanted, "2")


def test_start_up_files_of_a_person_and_relative_paths_do_not_reach_a_kernel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    environment = {"PYTHONPATH": os.pathsep.join(["src", str(tmp_path)]), "PYTHONSTARTUP": "x.py"}
    own_kernel.keep_out_of_kernels(environment, tmp_path / "ipython")
    assert environment == {
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "src"), str(tmp_path)]),
        "IPYTHONDIR": str(tmp_path / "ipython"),
    }
