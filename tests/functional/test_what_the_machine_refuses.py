"""A full disk, a folder that is none, few files: told in words, with what to do, exit status 15."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from tests.conftest import Command
from wres_report.cli import ending
from wres_report.faults import ExitStatus, machine_fault
from wres_report.leftovers import ENDING
from wres_report.pipeline import interrupts
from wres_report.pipeline.outcome import guarded
from wres_report.pipeline.publish import aside

pytestmark = pytest.mark.functional
LIMITED = """
import resource, sys
from wres_report.cli.main import main

what, limit = sys.argv[1], int(sys.argv[2])
del sys.argv[1:3]
resource.setrlimit(getattr(resource, f"RLIMIT_{what}"), (limit, limit))
main()
"""


def limited(what: str, limit: int, *arguments: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, what, str(limit), *arguments], cwd=folder,
        capture_output=True, text=True, check=False, env=os.environ | {"QUARTO": ""},
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a program of this process hears, and how, is forgotten after the test."""
    monkeypatch.setattr(interrupts, "_asked", [])
    before = {one: signal.getsignal(one) for one in ENDING}
    yield
    for one, handler in before.items():
        signal.signal(one, handler)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE])
def test_what_the_machine_refuses_is_a_fault_with_its_place_and_what_to_do(number: int) -> None:
    fault = machine_fault(OSError(number, os.strerror(number), "outputs/RV9"))
    assert fault is not None
    assert fault.status is ExitStatus.INPUT_MISSING
    assert fault.where == "outputs/RV9"
    assert fault.action


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_machine() -> None:
    assert machine_fault(OSError("a fault of ours")) is None
    assert machine_fault(FileNotFoundError(errno.ENOENT, "No such file", "ours.py")) is None


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize(
    ("raised", "status", "words"),
    [
        (OSError(errno.ENOSPC, "full", "outputs/x"), 15, "the disk is full"),
        (MemoryError(), 1, "Memory ran out"),
        (EOFError(), 1, "was killed"),
        (KeyboardInterrupt(), 130, "Stopped"),
    ],
)
def test_whatever_stops_a_command_is_told_in_words(
    raised: BaseException, status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    @click.command()
    def command() -> None:
        raise raised

    with pytest.raises(SystemExit) as end:
        ending.run(lambda: command.main([], standalone_mode=False))
    said = capsys.readouterr().err
    assert end.value.code == status
    assert words in said
    assert "Traceback" not in said
    assert ("Stopped" in said) is isinstance(raised, KeyboardInterrupt)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_command_that_is_asked_to_end_clears_away_and_says_by_what_it_was_asked(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cleared = []

    @click.command()
    def command() -> None:
        try:
            signal.raise_signal(getattr(signal, name))
        finally:
            cleared.append(True)

    with pytest.raises(SystemExit) as end:
        ending.run(lambda: command.main([], standalone_mode=False))
    assert cleared
    assert end.value.code == 128 + getattr(signal, name)
    assert "Stopped" in capsys.readouterr().err


def test_outputs_that_cannot_be_written_are_told(tmp_path: Path) -> None:
    (tmp_path / "RV9").write_text("a file", encoding="utf-8")

    def publish() -> None:
        with aside(tmp_path / "RV9/2021"):
            raise AssertionError

    _, fault = guarded(publish)
    assert fault is not None
    assert fault.status is ExitStatus.INPUT_MISSING
    assert fault.where.endswith("RV9")
    assert fault.action
    assert "Traceback" not in str(fault)


def test_a_file_in_the_place_of_the_outputs_is_told_by_the_build(
    stored_workspace: Path, wres: Command
) -> None:
    (stored_workspace / "outputs").write_text("a file", encoding="utf-8")
    done = wres("build", "ZZX/2021", "--renderer", "embedded", folder=stored_workspace)
    assert done.returncode == ExitStatus.INPUT_MISSING, done.stderr
    assert "Traceback" not in done.stderr
    assert "to do: Move the file away." in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are of POSIX")
@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "--trusts", "2", "--out", "country"],
        ["new", "ZZX/2022"],
        ["import", "actions", "data/ZZX/2021/actions.csv", "--into", "RV9/2021", "--force"],
        ["diff", "ZZX/2020", "ZZX/2021", "--html", "diff.html"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_disk_that_takes_no_more_is_told_and_nothing_half_stays(
    arguments: list[str], built_workspace: Path
) -> None:
    before = {path for path in built_workspace.rglob("*") if ".wres" not in path.parts}
    status, said = limited("FSIZE", 500, *arguments, folder=built_workspace)
    assert status == ExitStatus.INPUT_MISSING, said
    assert "to do:" in said
    assert "Traceback" not in said
    after = {path for path in built_workspace.rglob("*") if ".wres" not in path.parts}
    assert {path for path in after - before if path.is_file()} == set()


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are of POSIX")
def test_a_build_says_where_too_few_files_may_be_open(workspace: Path) -> None:
    status, said = limited("NOFILE", 34, "build", "ZZX/2021", "--jobs", "2", folder=workspace)
    assert status == ExitStatus.INPUT_MISSING, said
    assert "ulimit -n 1024" in said
    assert "Traceback" not in said


def without(*fields: str) -> Callable[[dict[str, object]], None]:
    def take(record: dict[str, object]) -> None:
        for field in fields:
            record.pop(field, None)

    return take


@pytest.mark.parametrize("field", ["facts", "outputs", "content", "fingerprint", "files", "parts"])
def test_records_of_the_store_without_a_field_count_as_absent(
    field: str, stored_workspace: Path, wres: Command
) -> None:
    for path in stored_workspace.glob(".wres/[ls]*/**/*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        without(field)(record)
        without(field)(record.get("content", {}))
        path.write_text(json.dumps(record), encoding="utf-8")
    done = wres("plan", "ZZX/2021", "--renderer", "embedded", folder=stored_workspace)
    assert done.returncode == 0, done.stderr
    assert "run   gate" in done.stdout
