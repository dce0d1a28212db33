"""Where a process cannot be forked, the notebook runs cold, and the log says why."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import papermill_warm
from papermill_warm import guards, reason_for_cold
from papermill_warm.guards import reason_for_kernel
from tests.warm.conftest import python, write_notebooks

RUN_BESIDE_A_THREAD = """
import json, logging, sys, threading
import papermill, papermill_warm
papermill_warm.register()
threading.Thread(target=threading.Event().wait, name="mine", daemon=True).start()
papermill_warm.prepare(("json",))
logging.basicConfig(stream=sys.stdout, format="%(message)s")
for _ in range(2):
    nb = papermill.execute_notebook(
        "in/plain.ipynb", None, engine_name="warm", progress_bar=False, memory_limit=1 << 40
    )
print(nb.cells[0].outputs[0].text, end="")
"""


STARTS_A_THREAD = """
import threading
threading.Thread(target=threading.Event().wait, name="started", daemon=True).start()
"""
RUN_AFTER_A_THREAD_IS_LOADED = """
import sys, papermill, papermill_warm
papermill_warm.register()
nb = papermill.execute_notebook("in/plain.ipynb", None, engine_name="warm", progress_bar=False)
print(nb.cells[0].outputs[0].text, end="")
"""


@contextmanager
def thread(name: str) -> Iterator[None]:
    done = threading.Event()
    one = threading.Thread(target=done.wait, name=name)
    one.start()
    try:
        yield
    finally:
        done.set()
        one.join()


def kernel(folder: Path, **spec: object) -> str:
    place = folder / "kernels" / "own"
    place.mkdir(parents=True)
    start = ["python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    described = {"argv": start, "display_name": "Own", "language": "python"} | spec
    (place / "kernel.json").write_text(json.dumps(described), encoding="utf-8")
    return "own"


def test_another_thread_is_a_reason() -> None:
    with thread("mine"):
        assert "mine" in reason_for_cold()


def test_a_thread_that_is_not_the_main_one_is_a_reason() -> None:
    reasons: list[str] = []
    one = threading.Thread(target=lambda: reasons.append(reason_for_cold()))
    one.start()
    one.join()
    assert reasons[0] != ""


def test_a_system_without_fork_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.fork")
    assert reason_for_cold() == "this system cannot fork a process"


def test_another_ipykernel_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "TESTED_IPYKERNEL", 6)
    assert "ipykernel 7" in guards._reason_in_the_process()


def test_a_running_event_loop_is_a_reason() -> None:
    # In a program of its own: other tests may have left a thread in this one.
    program = (
        "import asyncio\n"
        "from papermill_warm import guards\n"
        "async def ask():\n"
        "    return guards._reason_in_the_process()\n"
        "print([guards._reason_in_the_process(), asyncio.run(ask())])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['', 'an event loop is running in this process']"


def test_the_kernel_of_this_python_is_no_reason() -> None:
    assert reason_for_kernel("python3", {}) == ""


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ({"argv": ["R", "--slave"], "language": "R"}, "runs in another program: R"),
        ({"argv": ["/other/bin/python", "-m", "ipykernel_launcher"]}, "another program"),
        ({"argv": ["python", "-m", "xonsh_kernel"]}, "is not ipykernel"),
        ({"env": {"OMP_NUM_THREADS": "1"}}, "sets environment variables"),
    ],
)
def test_a_kernel_that_a_fork_of_this_process_is_not_is_a_reason(
    spec: dict[str, object], reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    assert reason in reason_for_kernel(kernel(tmp_path, **spec), {})


def test_a_kernel_by_the_path_of_this_python_is_no_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    name = kernel(tmp_path, argv=[sys.executable, "-m", "ipykernel_launcher"])
    assert reason_for_kernel(name, {}) == ""


def test_a_kernel_that_there_is_not_is_a_reason_so_that_stock_papermill_says_so() -> None:
    assert reason_for_kernel("nowhere", {}) == "there is no kernel nowhere"


def test_arguments_for_the_command_of_a_kernel_are_a_reason() -> None:
    assert "extra_arguments" in reason_for_kernel("python3", {"extra_arguments": ["--debug"]})
    assert reason_for_kernel("python3", {"extra_arguments": []}) == ""


def test_a_notebook_beside_a_thread_runs_cold_and_the_log_says_so_once(tmp_path: Path) -> None:
    write_notebooks(tmp_path / "in", {"plain": ["print('has run')"]})
    result = python("-c", RUN_BESIDE_A_THREAD, folder=tmp_path)
    assert result.stdout.splitlines() == [
        "The notebook runs in a new kernel, without the warm engine: this process has other "
        "threads: mine; the limit of memory is not kept.",
        "has run",
    ], result.stderr


def test_a_module_that_starts_a_thread_when_it_is_loaded_makes_notebooks_cold(
    tmp_path: Path,
) -> None:
    write_notebooks(tmp_path / "in", {"plain": ["print('has run')"]})
    (tmp_path / "starts.py").write_text(STARTS_A_THREAD, encoding="utf-8")
    result = python(
        "-c", RUN_AFTER_A_THREAD_IS_LOADED, folder=tmp_path, PAPERMILL_WARM_PRELOAD="starts"
    )
    assert result.stdout == "has run\n", result.stderr
    assert "other threads: started" in result.stderr


def test_the_own_kernel_is_a_fork_whatever_jupyter_finds_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    name = kernel(tmp_path, argv=["/another/python", "-m", "ipykernel_launcher"])
    assert "another program" in reason_for_kernel(name, {})
    own = {"kernel_manager_class": papermill_warm.OwnKernelManager}
    assert reason_for_kernel(name, own) == ""
    assert "km" in reason_for_kernel(name, own | {"km": object()})


def test_the_own_kernel_starts_the_python_of_this_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    name = kernel(tmp_path, argv=["/another/python", "-m", "ipykernel_launcher"])
    manager = papermill_warm.OwnKernelManager(kernel_name=name)
    assert manager.format_kernel_cmd()[:3] == [sys.executable, "-m", "ipykernel_launcher"]


@pytest.mark.parametrize(("given", "kept"), [("", "background_thread:false"), ("own", "own")])
def test_pyarrow_is_told_to_start_no_thread_unless_somebody_says_otherwise(
    given: str, kept: str
) -> None:
    code = "import os, papermill_warm; print(os.environ['JE_ARROW_MALLOC_CONF'])"
    environment = {k: v for k, v in os.environ.items() if k != "JE_ARROW_MALLOC_CONF"}
    environment |= {"JE_ARROW_MALLOC_CONF": given} if given else {}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == kept


def test_the_reason_names_pyarrow_where_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "_has_foreign_threads", lambda: True)
    assert "JE_ARROW_MALLOC_CONF" not in reason_for_cold()
    monkeypatch.setitem(sys.modules, "pyarrow", guards)
    assert "JE_ARROW_MALLOC_CONF=background_thread:false" in reason_for_cold()
