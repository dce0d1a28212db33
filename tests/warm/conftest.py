"""Runs of notebooks that the tests share. Every engine runs in a process of its own: that of the
tests may have threads, and stock kernels behave otherwise where they see that pytest runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from filelock import FileLock
from nbformat import NotebookNode

from tests.warm.awkward import NOTEBOOKS, PREPARED, RAISES, STOPPING, notebook

REPOSITORY = Path(__file__).resolve().parents[2]
Python = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Run:
    """executed: the notebook as written. raised: class and text of the exception, or empty."""

    executed: NotebookNode
    raised: str


@dataclass(frozen=True)
class Runs:
    """The results in a folder, by the name of the notebook."""

    folder: Path

    def __getitem__(self, name: str) -> Run:
        executed = nbformat.read(self.folder / f"{name}.ipynb", as_version=4)
        return Run(executed, (self.folder / f"{name}.raised").read_text(encoding="utf-8"))


def python(*arguments: str, folder: Path = REPOSITORY, **variables: str) -> Any:
    """Run Python without pytest's variable in its environment."""
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)} | variables
    environment.pop("PYTEST_CURRENT_TEST", None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def write_notebooks(folder: Path, cases: dict[str, list[str]], tags: tuple[str, ...] = ()) -> None:
    folder.mkdir(exist_ok=True)
    for name, cells in cases.items():
        nbformat.write(notebook(cells, tags), folder / f"{name}.ipynb")


def run_notebooks(engine: str, folder: Path, output: Path, **options: Any) -> Runs:
    """Run all notebooks of ``folder``; in ``cwd`` of the options, or else in a new folder."""
    output.mkdir()
    work = folder.parent / "work"
    if "cwd" not in options:
        work.mkdir()
    options = {"cwd": str(work)} | options
    result = python(
        "-m", "tests.warm.running", engine, str(folder), str(output), json.dumps(options)
    )
    shutil.rmtree(work, ignore_errors=True)
    assert result.returncode == 0, result.stderr
    assert "without the warm engine" not in result.stderr
    return Runs(output)


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once for all workers of a test run."""
    shared = factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder = shared / name
    with FileLock(shared / f"{name}.lock"):
        if not (folder / "done").exists():
            folder.mkdir()
            make(folder)
            (folder / "done").touch()
    return folder


@pytest.fixture(scope="session")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Runs]:
    """The awkward notebooks, cold and warm."""

    def make(folder: Path) -> None:
        write_notebooks(folder / "in", NOTEBOOKS, (RAISES,))
        write_notebooks(folder / "in", STOPPING)
        for engine in ("cold", "warm"):
            run_notebooks(engine, folder / "in", folder / engine, prepare=PREPARED)

    folder = once(tmp_path_factory, "awkward", make)
    return {engine: Runs(folder / engine) for engine in ("cold", "warm")}


@pytest.fixture(scope="session")
def nine(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> dict[str, Runs]:
    """The notebooks of the report with their own defaults, cold and warm."""

    def make(folder: Path) -> None:
        for engine in ("cold", "warm"):
            run_notebooks(
                engine,
                repository / "notebooks",
                folder / engine,
                prepare=["wres_report.notebook"],
                cwd=str(repository),
            )

    folder = once(tmp_path_factory, "nine", make)
    return {engine: Runs(folder / engine) for engine in ("cold", "warm")}
