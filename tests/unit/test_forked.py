"""Processes forked from the command are as new ones, and end as those do."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks the command on Linux alone")

BOTH = """
import os, signal, sys, time
from pathlib import Path
from wres_report.forked import this_is_the_command
if sys.argv[1] == "command":
    this_is_the_command()
from wres_report.pipeline.gate_step import GateTask
from wres_report.pipeline.gating import GateProcess
from wres_report.pipeline.local_workers import local_workers
import tempfile

def arguments(number):
    return Path(f"/proc/{number}/cmdline").read_bytes()

def parent(number):
    return int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])

signal.signal(signal.SIGTERM, lambda *_: None)  # nothing that a fork may go on with
gate = GateProcess()
gate.start(load=False)
with tempfile.TemporaryDirectory() as folder, local_workers(1) as workers:
    gate.give(GateTask(Path(folder), Path(folder), [], ""))
    assert gate.answer() == []
    first = parent(workers.submit(os.getpid).result())
    print(arguments(gate.process.pid) == arguments(os.getpid()))
    print(arguments(first) == arguments(os.getpid()))
    print(gate.process.pid, first, flush=True)
    if sys.argv[2] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    gate.process.terminate()
    gate.process.join(30)
    print(gate.process.exitcode)
"""

FILTERS = """
import sys, warnings
from wres_report.forked import load_ahead, this_is_the_command
before = list(warnings.filters)
if sys.argv[1] == "command":
    this_is_the_command()
    assert load_ahead()
    assert "pandas" in sys.modules
    assert warnings.filters == before
else:
    assert not load_ahead()
    assert "pandas" not in sys.modules
import wres_report.pipeline.notebooks.prepared
from papermill_warm.prepared import prepared_kernel
for one in prepared_kernel().state.namespaces[warnings]["filters"]:
    print(one)
"""


def said_by(program: str, *arguments: str, status: int = 0) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    return done.stdout.splitlines()


def test_the_gate_and_the_parent_of_workers_are_forked_from_a_command() -> None:
    gate, first, _, status = said_by(BOTH, "command", "ended")
    assert (gate, first) == ("True", "True")
    assert status == "-15", "asked for an end, it must not do as the command would"


def test_they_are_new_programs_where_a_build_is_called_from_another_one() -> None:
    gate, first, _, _ = said_by(BOTH, "another", "ended")
    assert (gate, first) == ("False", "False")


def test_what_was_forked_ends_when_the_command_is_killed() -> None:
    *_, numbers = said_by(BOTH, "command", "killed", status=-9)
    for number in map(int, numbers.split()):
        assert ended(number), number


def ended(number: int) -> bool:
    for _ in range(300):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_notebook_finds_the_filters_of_warnings_that_it_would_find_in_a_new_process() -> None:
    forked = said_by(FILTERS, "command")
    assert forked == said_by(FILTERS, "another")
    assert any("numpy" in one for one in forked)
