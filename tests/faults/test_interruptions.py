"""A small part of the interrupted runs; ``nox -s faults`` has the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from faults import interruptions
from faults.interruptions import COMMANDS, Undisturbed, cases
from faults.runs import Ended, Started

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are told by /proc")
LIGHT = [command for command in COMMANDS if not command.of_a_report]
WHOLE = Undisturbed(1.0, {"page": "new", "outputs/ZZX/2021/a": "new"})


def test_light_commands_that_are_stopped_at_any_moment_leave_all_whole(tmp_path: Path) -> None:
    outcomes = list(cases(tmp_path, 5, 5, LIGHT))
    assert len(outcomes) == 5
    assert [outcome for outcome in outcomes if outcome.bad] == []


@pytest.mark.functional
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_no_process_and_no_pipe_outlives_a_build_that_is_ended(
    name: str, stored_workspace: Path, tmp_path: Path
) -> None:
    build = ("build", "ZZX/2021", "--to", "html", "--renderer", "embedded", "--force")
    started = Started.start(build, stored_workspace, tmp_path / "tmp")
    assert started.process.stdout is not None
    for line in started.process.stdout:
        if line.startswith("[ 2/"):
            break
    assert started.processes()
    ended = started.stop(getattr(signal, name), 0.0, group=False)
    number = getattr(signal, name)
    assert ended.left == ()
    assert ended.status == (-number if name == "SIGKILL" else 128 + number)
    left = list((tmp_path / "tmp").iterdir())
    assert len(left) == (1 if name == "SIGKILL" else 0)
    Started.start(("doctor",), stored_workspace, tmp_path / "tmp").end()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "wres_report", "--version"], capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": str(tmp_path)}, check=False,
    )  # fmt: skip
    assert done.returncode == 130
    assert done.stderr == ""


def judged(root: Path, ended: Ended, before: dict[str, str]) -> str:
    command = LIGHT[0]
    (root / "tmp").mkdir(exist_ok=True)
    outcome = interruptions._judged(
        "a case", command, root, root / "tmp", before, ended, WHOLE
    )  # fmt: skip
    return outcome.result


def test_the_harness_tells_what_goes_on_what_is_torn_and_what_comes_as_a_traceback(
    tmp_path: Path,
) -> None:
    assert judged(tmp_path, Ended(-9, "", ("a pipe",)), {}) == "left over"
    assert judged(tmp_path, Ended(1, "Traceback (most recent call last)"), {}) == "traceback"
    (tmp_path / "page").write_text("half", encoding="utf-8")
    assert judged(tmp_path, Ended(-9, ""), {"page": "old"}) == "torn"


def test_a_folder_of_outputs_that_mixes_old_and_new_is_torn() -> None:
    old = {"outputs/ZZX/2021/a": "1", "outputs/ZZX/2021/b": "1"}
    new = {"outputs/ZZX/2021/a": "2", "outputs/ZZX/2021/b": "2"}
    mixed = {"outputs/ZZX/2021/a": "1", "outputs/ZZX/2021/b": "2"}
    assert interruptions._torn(old, old, new) == []
    assert interruptions._torn(new, old, new) == []
    assert interruptions._torn(mixed, old, new) == ["outputs/ZZX/2021/"]
    assert interruptions._torn({}, old, new) != []


def test_a_process_that_goes_on_is_found_by_its_mark(tmp_path: Path) -> None:
    started = Started.start(("--version",), tmp_path, tmp_path / "tmp")
    process = os.spawnvpe(
        os.P_NOWAIT, "sleep", ["sleep", "60"], os.environ | {"WRES_FAULTS_RUN": started.mark}
    )
    try:
        started.process.wait()
        assert [found.pid for found in started.processes()] == [process]
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        started.end()
