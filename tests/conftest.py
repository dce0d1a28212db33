"""Fixtures that several kinds of tests share: the repository, a copy of it, one finished build."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parents[1]
# The five documents, and the synthetic trust that has every table, with its year before.
BUILT = ("LON/2020", "R1L/2021", "RV9/2021", "RX7/2023", "RYC/2017", "ZZX/2020", "ZZX/2021")
Command = Callable[..., subprocess.CompletedProcess[str]]
# No test fails because the machine does other work at the time.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-docs", action="store_true", help="write the generated pages of docs/ anew"
    )
    parser.addoption(
        "--truth", action="store", type=int, default=0, metavar="N",
        help="read so many random trusts back, and plant every falsehood; nox -s truth takes 300",
    )  # fmt: skip


def pytest_collection_finish() -> None:
    # What was collected stays for good: a search for what can be freed need not go through it
    # again and again.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


# Seconds. Without forks every notebook starts a kernel, and all reports take several times as long.
LONGEST = 2400 if os.environ.get("WRES_NO_FORK") else 600


def run_wres(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does, in ``folder``."""
    return subprocess.run(
        [sys.executable, "-m", "wres_report", *arguments],
        cwd=folder,
        env=os.environ | {"QUARTO": ""} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST,
    )


# What a user's shell does with each command, but for the start of Python.
_EACH = """
import contextlib, io, json, sys, traceback
from wres_report.cli.main import main

told = []
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["wres", *arguments]
    out, err = io.StringIO(), io.StringIO()
    status = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        except BaseException:
            traceback.print_exc()
            status = -1
    told.append([status, out.getvalue(), err.getvalue()])
print(json.dumps(told))
"""


def run_wres_each(
    commands: Sequence[Sequence[str]], folder: Path
) -> list[subprocess.CompletedProcess[str]]:
    """Run light commands one after another in one process, which starts Python only once."""
    result = subprocess.run(
        [sys.executable, "-c", _EACH, json.dumps([list(command) for command in commands])],
        cwd=folder, env=os.environ | {"QUARTO": ""}, capture_output=True, text=True,
        encoding="utf-8", check=True, timeout=600,
    )  # fmt: skip
    return [
        subprocess.CompletedProcess(list(command), status, out, err)
        for command, (status, out, err) in zip(commands, json.loads(result.stdout), strict=True)
    ]


@pytest.fixture(scope="session")
def wres() -> Command:
    return run_wres


@pytest.fixture
def suites_run(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The suites that Great Expectations runs in this process, one name for each run."""
    from wres_report.gate import validation

    names: list[str] = []
    once = validation._validate_one

    def noted(definition: Any, name: str, *rest: Any) -> Any:
        names.append(name)
        return once(definition, name, *rest)

    monkeypatch.setattr(validation, "_validate_one", noted)
    return names


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the repository's data and settings that a test may spoil."""
    return copy_workspace(tmp_path / "workspace")


def copy_workspace(folder: Path) -> Path:
    for name in ("data", "params"):
        shutil.copytree(REPOSITORY / name, folder / name)
    return folder


@pytest.fixture
def built_workspace(built: Path, tmp_path: Path) -> Path:
    """A copy of the workspace of ``built``, with its store and outputs, that a test may spoil.

    A build there runs only what a change calls for. Where a build from nothing is meant, take
    ``workspace``.
    """
    return Path(shutil.copytree(built.parent, tmp_path / "workspace"))


def copy_with_store(built: Path, folder: Path) -> Path:
    """As ``built_workspace``, without the outputs: the store gives what was built there."""
    return Path(shutil.copytree(built.parent, folder, ignore=shutil.ignore_patterns("outputs")))


@pytest.fixture
def stored_workspace(built: Path, tmp_path: Path) -> Path:
    return copy_with_store(built, tmp_path / "workspace")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of one ``wres build`` of ``BUILT``, shared by all workers of a run."""
    shared = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared = shared.parent
    folder, done = shared / "built", shared / "built.done"
    with FileLock(shared / "built.lock"):
        if not done.exists():
            copy_workspace(folder)
            result = run_wres("build", *BUILT, "--renderer", "embedded", folder=folder)
            assert result.returncode == 0, result.stderr
            done.write_text(result.stderr, encoding="utf-8")
    return folder / "outputs"
