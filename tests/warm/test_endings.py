"""How a notebook's process ends: by itself, by a mistake, by force; and that it is gone then."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.warm.awkward import cells_of
from tests.warm.conftest import REPOSITORY, Runs, once, python, run_notebooks, write_notebooks
from tests.warm.volatile import without_volatile

GIGABYTE = 1 << 30
CASES = cells_of("ending")
OPTIONS: dict[str, dict[str, Any]] = {
    "greedy": {"memory_limit": 4 * GIGABYTE},
    "hung": {"execution_timeout": 1},
    "deaf": {"execution_timeout": 1},
    "interrupted": {"execution_timeout": 1, "interrupt_on_timeout": True},
}
WAITS_FOR_CHILDREN = """
import os, signal, papermill, papermill_warm

def wait(*_):
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass

papermill_warm.register()
signal.signal(signal.SIGCHLD, wait)
nb = papermill.execute_notebook("in/plain.ipynb", None, engine_name="warm", progress_bar=False)
print(nb.cells[0].outputs[0].text, end="")
"""
INTERRUPTED_IN_A_FORK = """
import os, signal, papermill, papermill_warm

def interrupt():
    global asked
    if os.getpid() == parent and not asked:
        asked = True
        os.kill(parent, signal.SIGINT)

parent, asked = os.getpid(), False
papermill_warm.register()
papermill_warm.prepare(())
os.register_at_fork(after_in_parent=interrupt)
try:
    papermill.execute_notebook("in/plain.ipynb", None, engine_name="warm", progress_bar=False)
except KeyboardInterrupt:
    print("interrupted")
"""
AS_STOCK = {"interrupted"}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``warm``: the results; ``place``: where the notebooks ran; ``cold``: some by stock."""

    def make(folder: Path) -> None:
        (folder / "place").mkdir()
        for group, engine in (({*CASES}, "warm"), (AS_STOCK, "cold")):
            write_notebooks(folder / f"in-{engine}", {name: CASES[name] for name in group})
            for name in OPTIONS.keys() & group:
                own = folder / f"in-{engine}" / f"{name}.json"
                own.write_text(json.dumps(OPTIONS[name]), encoding="utf-8")
            run_notebooks(
                engine, folder / f"in-{engine}", folder / engine, cwd=str(folder / "place")
            )

    return once(tmp_path_factory, "endings", make)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("killed", "killed by signal 9 (SIGKILL) in cell 2"),
        ("exited", "ended with exit status 3 in cell 1"),
        ("broken", "killed by signal 11 (SIGSEGV) in cell 1"),
        ("later", "ended with exit status 4 in cell 2"),
        ("late", "ended with exit status 5 in cell 2"),
    ],
)
def test_a_kernel_that_dies_is_a_dead_kernel_and_the_message_says_how_and_where(
    folder: Path, name: str, words: str
) -> None:
    raised = Runs(folder / "warm")[name].raised
    assert raised == f"nbclient.exceptions.DeadKernelError: Kernel died: {words}"


@pytest.mark.parametrize("name", ["killed", "exited"])
def test_what_was_sent_before_the_kernel_died_is_in_the_notebook(folder: Path, name: str) -> None:
    cells = Runs(folder / "warm")[name].executed.cells
    texts = [output.text for cell in cells for output in cell.outputs if "text" in output]
    assert texts == ["before\n"]


def test_a_notebook_over_its_limit_of_memory_has_a_memory_error_in_the_cell(folder: Path) -> None:
    run = Runs(folder / "warm")["greedy"]
    assert run.raised.startswith("papermill.exceptions.PapermillExecutionError")
    errors = [
        o.ename for cell in run.executed.cells for o in cell.get("outputs", []) if "ename" in o
    ]
    assert errors == ["MemoryError"]


@pytest.mark.parametrize("name", ["hung", "deaf"])
def test_a_cell_beyond_its_time_ends_the_notebook(folder: Path, name: str) -> None:
    raised = Runs(folder / "warm")[name].raised
    assert raised.startswith("nbclient.exceptions.CellTimeoutError")
    assert "1 seconds" in raised


@pytest.mark.parametrize("name", ["hung", "deaf", "leaving"])
def test_the_processes_of_a_notebook_are_gone_when_it_has_ended(folder: Path, name: str) -> None:
    numbers = (folder / "place" / name).read_text(encoding="utf-8").split()
    assert len(numbers) == 2
    assert [number for number in numbers if is_running(int(number))] == []


def test_what_a_notebook_has_left_for_its_end_is_done(folder: Path) -> None:
    place = folder / "place"
    assert (place / "at_exit").exists()
    assert (place / "by_thread").exists()
    assert (place / "finalised").exists()
    assert not Path((place / "temporary").read_text(encoding="utf-8")).exists()


def test_a_cell_is_interrupted_as_in_a_stock_kernel(folder: Path) -> None:
    cold, warm = (Runs(folder / engine)["interrupted"] for engine in ("cold", "warm"))
    assert without_volatile(warm.executed)["cells"] == without_volatile(cold.executed)["cells"]
    assert warm.raised == cold.raised
    assert "KeyboardInterrupt" in warm.raised


def test_an_output_of_fifty_megabytes_is_whole(folder: Path) -> None:
    cell = Runs(folder / "warm")["large"].executed.cells[0]
    assert "".join(output.text for output in cell.outputs) == "x" * 50_000_000 + "\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_program_that_is_stopped_leaves_no_notebook_behind(
    number: signal.Signals, tmp_path: Path
) -> None:
    write_notebooks(tmp_path / "in", {"hung": CASES["hung"]})
    (tmp_path / "out").mkdir()
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.warm.running", "warm", str(tmp_path / "in"),
         str(tmp_path / "out"), json.dumps({"cwd": str(tmp_path)})],
        cwd=REPOSITORY, stderr=subprocess.DEVNULL,
        # As in a terminal, also where the tests themselves run in the background.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    wait_for((tmp_path / "hung").exists)
    numbers = [int(n) for n in (tmp_path / "hung").read_text(encoding="utf-8").split()]
    assert [is_running(one) for one in numbers] == [True, True]
    program.send_signal(number)
    program.wait(30)
    wait_for(lambda: not any(is_running(one) for one in numbers))


def is_running(number: int) -> bool:
    """Whether there is such a process that has not ended."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return stat.rsplit(")", 1)[1].split()[0] != "Z"


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until it holds. Fails after a minute."""
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail("it did not happen")


def test_a_program_that_waits_for_all_its_children_may_run_notebooks(tmp_path: Path) -> None:
    write_notebooks(tmp_path / "in", {"plain": ["print('has run')"]})
    result = python("-c", WAITS_FOR_CHILDREN, folder=tmp_path)
    assert result.stdout == "has run\n", result.stderr


def test_an_interrupt_in_the_middle_of_a_fork_is_neither_lost_nor_printed(tmp_path: Path) -> None:
    write_notebooks(tmp_path / "in", {"plain": ["print('has run')"]})
    result = python("-c", INTERRUPTED_IN_A_FORK, folder=tmp_path)
    assert (result.stdout, result.stderr) == ("interrupted\n", "")
