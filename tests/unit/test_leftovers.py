"""What a killed process has left is known by its mark, and is taken away once it has ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wres_report import leftovers
from wres_report.files import write_aside
from wres_report.leftovers import beside, clear_beside, has_ended, mark

OF_ANOTHER_MACHINE = ".2021.new.wres-00000000-1-1-abcdef"
OWN_FOLDER = """
import os, signal, sys, tempfile
from wres_report.leftovers import own_temporary_files

own_temporary_files()
own_temporary_files()  # again, as by a test that runs the command twice
open(os.path.join(tempfile.gettempdir(), "half"), "w").close()
print(tempfile.gettempdir(), flush=True)
if sys.argv[1:]:
    os.kill(os.getpid(), signal.SIGKILL)
"""


ASKED_WHILE_CLEARING = """
import os, shutil, signal, tempfile
from wres_report.leftovers import own_temporary_files

def asked(*arguments, whole=shutil.rmtree, **options):
    os.kill(os.getpid(), signal.SIGINT)
    whole(*arguments, **options)

shutil.rmtree = asked
own_temporary_files()
"""


@pytest.fixture(scope="module")
def dead() -> str:
    """The mark of a process that was killed."""
    script = "from wres_report.leftovers import mark; print(mark(), flush=True); input()"
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    told = process.stdout.readline().strip()
    assert not has_ended(told)
    process.kill()
    process.communicate()
    return told


def test_a_mark_tells_whether_its_process_has_ended(dead: str) -> None:
    assert has_ended(dead)
    assert not has_ended(mark())
    assert not has_ended(OF_ANOTHER_MACHINE)
    assert not has_ended("index.html")


@pytest.mark.skipif(sys.platform != "linux", reason="the time of start is read from /proc")
def test_a_number_that_another_process_has_by_now_is_not_taken_for_its_owner() -> None:
    earlier = re.sub(r"-(\d+)$", "-1", mark())
    assert earlier != mark()
    assert has_ended(earlier)


def test_what_a_dead_writer_left_goes_and_what_a_living_one_writes_stays(
    dead: str, tmp_path: Path
) -> None:
    living = beside(tmp_path / "2021")
    living.mkdir()
    for name in (f".2021.new.{dead}-abc123", OF_ANOTHER_MACHINE, ".hidden", "2020"):
        (tmp_path / name / "below").mkdir(parents=True)
    (tmp_path / f".index.html.new.{dead}-abc123").write_text("half", encoding="utf-8")
    assert clear_beside(tmp_path) == 2
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {living.name, OF_ANOTHER_MACHINE, ".hidden", "2020"}


def test_what_was_to_be_replaced_when_its_writer_died_is_put_back(
    dead: str, tmp_path: Path
) -> None:
    old = tmp_path / f".2021.old.{dead}-abc123"
    old.mkdir()
    (old / "index.html").write_text("whole", encoding="utf-8")
    clear_beside(tmp_path)
    assert (tmp_path / "2021/index.html").read_text(encoding="utf-8") == "whole"
    assert [path.name for path in tmp_path.iterdir()] == ["2021"]


def test_a_file_that_is_written_again_clears_what_stands_beside_it(
    dead: str, tmp_path: Path
) -> None:
    (tmp_path / f".page.html.new.{dead}-abc123").write_text("half", encoding="utf-8")
    (tmp_path / f".other.html.new.{dead}-abc123").write_text("half", encoding="utf-8")
    write_aside(tmp_path / "page.html", "whole")
    assert sorted(path.name[:6] for path in tmp_path.iterdir()) == [".other", "page.h"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.delenv("WRES_TMPDIR", raising=False)
    return tmp_path


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", OWN_FOLDER, *arguments], capture_output=True, text=True, check=False
    )


def test_temporary_files_stand_in_one_folder_that_goes_with_the_process(place: Path) -> None:
    done = python()
    assert Path(done.stdout.strip()).parent == place
    assert list(place.iterdir()) == []


def test_the_next_run_takes_away_the_temporary_files_of_a_killed_one(place: Path) -> None:
    (place / "wres-others99").mkdir()  # of nobody knows whom
    killed = python("killed")
    assert killed.returncode == -signal.SIGKILL
    assert len(list(place.iterdir())) == 2
    python()
    assert [path.name for path in place.iterdir()] == ["wres-others99"]


def test_a_folder_that_its_killed_maker_had_not_claimed_yet_is_known_by_its_name(
    place: Path, dead: str
) -> None:
    (place / f"{dead}-ab12cd_9").mkdir()
    (place / f"{mark()}-ab12cd_9").mkdir()
    python()
    assert [path.name for path in place.iterdir()] == [f"{mark()}-ab12cd_9"]


def test_who_asks_for_an_end_while_all_is_cleared_away_is_told_nothing(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASKED_WHILE_CLEARING], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(place.iterdir()) == []


def test_without_a_folder_for_temporary_files_the_program_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none() -> str:
        raise FileNotFoundError(2, "No usable temporary directory found in ['/tmp']")

    monkeypatch.setattr("tempfile.gettempdir", none)
    monkeypatch.delenv("WRES_TMPDIR", raising=False)
    leftovers.own_temporary_files()
    assert "WRES_TMPDIR" not in os.environ
