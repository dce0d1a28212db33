"""``wres build --keep``: builds that start in a prepared process are like all others."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Command, copy_workspace
from tests.functional.test_build import files_below
from wres_report.standby import place, upkeep

pytestmark = [
    pytest.mark.functional,
    pytest.mark.usefixtures("runtime"),
    pytest.mark.skipif(not place.can_stand_by(), reason="no process can be forked"),
]
PAGE = ("build", "ZZX/2021", "--to", "html", "--renderer", "embedded")
PATIENCE = 60.0


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets of this test alone."""
    folder = Path("/tmp", f"wres-test-{os.getpid()}")
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.delenv("WRES_TMPDIR", raising=False)
    yield folder
    list(upkeep.stop())
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A workspace in which ZZX/2021 is built as a page."""
    root = copy_workspace(tmp_path_factory.mktemp("kept") / "workspace")
    assert wres(*PAGE, folder=root).returncode == 0
    return root


def kept(seconds: float = 300.0) -> upkeep.Prepared:
    """A prepared process that is ready."""
    upkeep.stay(seconds)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := list(upkeep.prepared()):
            return found[0]
        time.sleep(0.1)
    raise AssertionError("there is no prepared process")


def served() -> int:
    return sum(one.served for one in upkeep.prepared())


def change(root: Path) -> None:
    path = root / "data/ZZX/2021/survey.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[3] = f"{float(cells[3]) + 0.1:.1f}"
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n", encoding="utf-8")


def started(root: Path, out: Path) -> subprocess.Popen[str]:
    """A build of all steps that is not waited for."""
    return subprocess.Popen(
        [sys.executable, "-m", "wres_report", *PAGE, "--force", "--out", str(out)],
        cwd=root, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def told(text: str) -> list[str]:
    """What a build says, in any order of its notebooks, without its time and its counts."""
    return sorted(line.partition("] ")[2] or line.partition(", in ")[0] for line in
                  text.splitlines())  # fmt: skip


def test_a_build_in_a_prepared_process_says_and_writes_the_same(
    root: Path, tmp_path: Path, wres: Command
) -> None:
    change(root)
    other = shutil.copytree(root, tmp_path / "workspace")
    alone = wres(*PAGE, folder=other)
    kept()
    result = wres(*PAGE, folder=root)
    assert served() == 1
    assert (result.returncode, result.stdout) == (alone.returncode, alone.stdout)
    assert told(result.stderr) == told(alone.stderr)
    assert files_below(root / "outputs") == files_below(other / "outputs")


def test_a_fault_has_the_same_words_and_status(root: Path, wres: Command) -> None:
    commands = [("build", "ZZZ/1999"), ("build", "--to", "nothing"), ("build", "--help")]
    alone = [wres(*command, folder=root) for command in commands]
    kept()
    results = [wres(*command, folder=root) for command in commands]
    assert served() == len(commands)
    assert [(r.returncode, r.stdout, r.stderr) for r in results] == [
        (r.returncode, r.stdout, r.stderr) for r in alone
    ]


def test_keep_leaves_one_behind_and_stop_ends_it(runtime: Path, root: Path, wres: Command) -> None:
    result = wres(*PAGE, "--keep", "5m", folder=root)
    assert result.returncode == 0
    assert "wres stop ends that" in result.stderr
    one = kept()
    assert 0 < one.left <= 300
    ended = wres("stop", folder=root)
    assert ended.returncode == 0
    assert f"({one.process}, " in ended.stdout
    assert not Path(f"/proc/{one.process}").exists() or not list(runtime.rglob("*.sock"))
    assert wres("stop", folder=root).stdout == "No prepared process is kept.\n"


def test_it_ends_when_its_time_is_over(runtime: Path) -> None:
    kept(1.0)
    deadline = time.monotonic() + PATIENCE
    while list(runtime.rglob("*.sock")) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert list(runtime.rglob("*.sock")) == []


def test_one_that_was_killed_is_no_hindrance(runtime: Path, root: Path, wres: Command) -> None:
    one = kept()
    os.kill(one.process, signal.SIGKILL)
    assert list(runtime.rglob("*.sock"))
    assert wres(*PAGE, folder=root).returncode == 0
    assert kept().process != one.process


def test_another_environment_is_not_served(root: Path, wres: Command) -> None:
    kept()
    assert wres(*PAGE, folder=root, LC_ALL="POSIX", TZ="NZST-12").returncode == 0
    assert served() == 0


def test_a_changed_program_ends_it(root: Path, wres: Command) -> None:
    kept()
    file = place.PROGRAM / "marks.py"
    before = file.stat()
    try:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
        assert wres(*PAGE, folder=root).returncode == 0
        assert list(upkeep.prepared()) == []
    finally:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_asks_for_an_end_is_heard(root: Path, tmp_path: Path, number: signal.Signals) -> None:
    kept()
    process = started(root, tmp_path / "out")
    assert process.stderr is not None
    # Not while workers are started: whatever is started then is made deaf to Ctrl-C.
    while not process.stderr.readline().startswith("["):
        pass
    process.send_signal(number)
    said = process.stderr.read()
    assert process.wait(PATIENCE) == 128 + number
    assert "Stopped." in said
    assert served() == 1


def test_a_command_that_is_killed_takes_its_fork_with_it(root: Path, tmp_path: Path) -> None:
    kept()
    process = started(root, tmp_path / "out")
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.wait()
    deadline = time.monotonic() + PATIENCE
    while any(one.running for one in upkeep.prepared()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [one.running for one in upkeep.prepared()] == [0]


def test_a_folder_that_others_can_open_is_refused(runtime: Path, root: Path, wres: Command) -> None:
    folder = runtime / "wres"
    folder.mkdir()
    folder.chmod(0o755)
    result = wres(*PAGE, "--keep", "5m", folder=root)
    assert result.returncode == 0
    assert f"--keep does nothing here: {folder} is not a folder that only you" in result.stderr


def test_where_no_process_can_be_forked_it_is_said(
    runtime: Path, root: Path, wres: Command
) -> None:
    result = wres(*PAGE, "--keep", "10m", folder=root, WRES_NO_FORK="1")
    assert result.returncode == 0
    assert "--keep does nothing here: no process can be forked" in result.stderr
    assert not list(runtime.rglob("*.sock"))


@pytest.mark.parametrize("text", ["", "10", "0s", "25h", "-1m", "1d", "10m5"])
def test_a_time_is_written_with_its_unit(root: Path, wres: Command, text: str) -> None:
    result = wres("build", "--keep", text, folder=root)
    assert result.returncode == 2
    assert "90s, 10m or 2h" in result.stderr
