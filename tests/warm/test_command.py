"""The engine as people use it: on the command line, and in pools of processes."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from tests.warm.conftest import python, write_notebooks

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
    preload = {"PAPERMILL_WARM_PRELOAD": "wave, csv"}
    result = python("-m", "papermill", *arguments, folder=tmp_path, **preload)
    assert result.returncode == 0, result.stderr
    assert "without the warm engine" not in result.stderr
    assert "Executing: 100%" in result.stderr
    executed = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert code[0].source == "# Parameters\nx = 2\n"
    assert code[1].outputs[0].data["text/plain"] == "(True, True)"


@pytest.mark.parametrize(
    "program",
    [
        "import papermill, papermill_warm; papermill_warm.WarmEngine",
        "import papermill_warm, papermill; papermill_warm.WarmEngine",
        "import papermill_warm; papermill_warm.WarmEngine",
        "from papermill_warm import WarmEngine, prepare, register; import papermill",
        "from papermill_warm import prepare; prepare(); import papermill; import papermill_warm",
    ],
)
def test_papermill_finds_the_engine_whatever_is_imported_first(program: str) -> None:
    found = "from papermill.engines import papermill_engines; papermill_engines.get_engine('warm')"
    result = python("-c", f"{program}; {found}")
    assert result.returncode == 0, result.stderr


def test_the_package_is_small_until_it_is_used() -> None:
    """papermill imports it for everybody who runs a notebook, warm or not."""
    program = "import sys, papermill_warm; print({'IPython', 'papermill', 'zmq'} & {*sys.modules})"
    assert python("-c", program).stdout == "set()\n"


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
