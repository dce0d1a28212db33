"""The engine as people use it: on the command line, and in pools of processes."""

from __future__ import annotations

import json
from importlib.metadata import entry_points
from pathlib import Path

import nbformat
import pytest

from tests.warm.conftest import python, write_notebooks

INSTALLED = "warm" in entry_points(group="papermill.engine").names
# The command of papermill, also where the engine is not installed.
COMMAND = (
    "import papermill_warm; papermill_warm.register(); from papermill.cli import *; papermill()"
)
WORKERS = """
import concurrent.futures, json, multiprocessing, os, sys
import papermill, papermill_warm

def run(name):
    papermill_warm.register()
    reason = papermill_warm.reason_for_cold()
    papermill.execute_notebook(
        f"in/{name}.ipynb", f"{name}.ipynb", engine_name="warm", progress_bar=False
    )
    return reason, os.getpid()

if __name__ == "__main__":
    for kind in ("spawn", "forkserver"):
        context = multiprocessing.get_context(kind)
        pool = concurrent.futures.ProcessPoolExecutor(
            2, context, initializer=papermill_warm.prepare, initargs=(("csv",),)
        )
        with pool:
            print(json.dumps(list(pool.map(run, ["one", "two", "one"]))))
    # A process of this kind may have no children of its own.
    worker = multiprocessing.get_context("spawn").Process(target=run, args=["two"], daemon=True)
    worker.start()
    worker.join()
    print(json.dumps(worker.exitcode))
"""


def test_the_command_runs_a_notebook_warm_with_what_the_environment_names(tmp_path: Path) -> None:
    cells = ["import sys\n'csv' in sys.modules, 'wave' in sys.modules", "x = 1\nprint(x)"]
    write_notebooks(tmp_path / "in", {"plain": cells})
    arguments = ["--engine", "warm", "in/plain.ipynb", "out.ipynb", "-p", "x", "2"]
    result = python("-c", COMMAND, *arguments, folder=tmp_path, PAPERMILL_WARM_PRELOAD="wave, csv")
    assert result.returncode == 0, result.stderr
    assert "without the warm engine" not in result.stderr
    assert "Executing: 100%" in result.stderr
    executed = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert code[0].source == "# Parameters\nx = 2\n"
    assert code[1].outputs[0].data["text/plain"] == "(True, True)"


@pytest.mark.skipif(not INSTALLED, reason="the package is installed without its entry point")
def test_papermill_finds_the_engine_when_it_is_installed() -> None:
    result = python("-c", "from papermill.engines import *; papermill_engines.get_engine('warm')")
    assert result.returncode == 0, result.stderr


def test_workers_of_pools_run_notebooks_warm_and_one_after_the_other(tmp_path: Path) -> None:
    cells = ["import sys, os\n'csv' in sys.modules, os.getppid()"]
    write_notebooks(tmp_path / "in", {"one": cells, "two": cells})
    (tmp_path / "workers.py").write_text(WORKERS, encoding="utf-8")
    result = python("workers.py", folder=tmp_path)
    assert result.returncode == 0, result.stderr
    assert "without the warm engine" not in result.stderr
    *pools, exit_status = map(json.loads, result.stdout.splitlines())
    for pool in pools:
        assert [reason for reason, _ in pool] == ["", "", ""]
    assert exit_status == 0
    executed = nbformat.read(tmp_path / "one.ipynb", as_version=4)
    shown = executed.cells[0].outputs[0].data["text/plain"]
    assert shown.startswith("(True, ")
    assert int(shown.split()[1].rstrip(")")) == pools[-1][2][1]
