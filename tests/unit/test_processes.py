"""A program ends with the one that started it, and with it whatever it has started itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from wres_report.processes import run_with_all_its_own

pytestmark = pytest.mark.skipif(os.name == "nt", reason="jobs do this on Windows")
PATIENCE = 15.0
# Writes its number, and that of a child, and waits for ever.
TREE = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open(sys.argv[1], "w") as file:
    print(os.getpid(), child.pid, file=file)
time.sleep(600)
"""
RUNNER = """
import sys
from wres_report.processes import run_with_all_its_own
run_with_all_its_own([sys.executable, "-c", *sys.argv[1:]])
"""
WORKER = """
import multiprocessing, os, sys, time
from wres_report.processes import end_with_parent

def work(path):
    end_with_parent()
    with open(path, "w") as file:
        print(os.getpid(), file=file)
    time.sleep(600)

if __name__ == "__main__":
    context = multiprocessing.get_context(sys.argv[2])
    context.Process(target=work, args=(sys.argv[1],)).start()
    time.sleep(600)
"""
# Has a lock made, and then the terminal closed for all processes of its group.
CLOSED = """
import multiprocessing, os, signal, time
from wres_report.processes import start_tracker
signal.signal(signal.SIGHUP, lambda *_: None)
start_tracker()
assert signal.SIGHUP not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
lock = multiprocessing.get_context("spawn").Lock()
os.killpg(0, signal.SIGHUP)
time.sleep(0.5)  # whoever is not deaf has ended by now
"""


def numbers_in(path: Path) -> list[int]:
    deadline = time.monotonic() + PATIENCE
    while not (path.is_file() and path.read_text().endswith("\n")):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return [int(number) for number in path.read_text().split()]


def all_end(processes: list[int]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while living := [number for number in processes if is_alive(number)]:
        if time.monotonic() > deadline:
            for number in living:
                os.kill(number, signal.SIGKILL)
            return False
        time.sleep(0.02)
    return True


def is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return sys.platform != "linux"


def test_what_a_program_says_and_how_it_ends_come_back() -> None:
    script = "import sys; print('said'); sys.stderr.write('told'); sys.exit(7)"
    done = run_with_all_its_own([sys.executable, "-c", script])
    assert (done.returncode, done.stdout.strip(), done.stderr) == (7, "said", "told")
    assert run_with_all_its_own(["there-is-no-such-program"]).returncode == 127


def test_a_program_that_takes_too_long_ends_with_all_that_it_has_started(tmp_path: Path) -> None:
    path = tmp_path / "numbers"
    with pytest.raises(subprocess.TimeoutExpired):
        run_with_all_its_own([sys.executable, "-c", TREE, str(path)], timeout=3.0)
    assert all_end(numbers_in(path))


def test_a_program_ends_with_all_its_own_when_the_one_that_started_it_is_killed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "numbers"
    runner = subprocess.Popen([sys.executable, "-c", RUNNER, TREE, str(path)])
    numbers = numbers_in(path)
    runner.kill()
    runner.wait()
    assert all_end(numbers)


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_a_process_of_multiprocessing_ends_when_its_parent_is_killed(
    method: str, tmp_path: Path
) -> None:
    path, script = tmp_path / "numbers", tmp_path / "script.py"
    script.write_text(WORKER, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script), str(path), method])
    numbers = numbers_in(path)
    parent.kill()
    parent.wait()
    assert all_end(numbers)


def test_a_terminal_that_is_closed_leaves_nobody_to_complain_of_locks() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CLOSED], start_new_session=True, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
