"""Who asks the program for an end is heard, once, and also where a library swallowed it."""

from __future__ import annotations

import subprocess
import sys

import pytest

SWALLOWED = """
import os, signal, sys
from wres_report.pipeline.interrupts import asked, end_if_asked, hear

class Freed:
    def __del__(self):  # what is raised in here is printed and forgotten by Python itself
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))

hear()
end_if_asked()
Freed()
print(signal.Signals(asked()).name)
try:
    end_if_asked()
except KeyboardInterrupt:
    print("ended")
"""
ASKED_AGAIN = """
import os, signal
from wres_report.pipeline.interrupts import hear

hear()
try:
    os.kill(os.getpid(), signal.SIGTERM)
except KeyboardInterrupt:
    os.kill(os.getpid(), signal.SIGHUP)
    print("cleared away")
"""


HELD_BACK = """
import os, signal
from wres_report.pipeline.interrupts import asked, hear, held_back

hear()
try:
    with held_back():
        os.kill(os.getpid(), signal.SIGTERM)
        print("goes on")
        raise EOFError  # as where the process that was to start another one is asked as well
except KeyboardInterrupt:
    print(signal.Signals(asked()).name)
"""


LOST_BY_A_WORKER = """
import os, signal
from wres_report.pipeline.interrupts import ignore_interrupts, interruptible

class Freed:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

def task():
    Freed()
    print("goes on")

ignore_interrupts()
interruptible(task)
"""
LOST_MISTAKE = """
import sys
from wres_report.pipeline.interrupts import hear

class Freed:
    def __del__(self):
        raise ValueError

sys.unraisablehook = lambda told: print(told.exc_type.__name__)
hear()
hear()
Freed()
"""


ASKED_WHILE_THE_GATE_STARTS = """
import os, signal
from multiprocessing import util
from wres_report.pipeline.gating import GateProcess
from wres_report.pipeline.interrupts import hear

def spawn(*arguments, spawn=util.spawnv_passfds):
    process = spawn(*arguments)
    if "spawn_main" in str(arguments):  # not the tracker of locks
        os.kill(os.getpid(), signal.SIGTERM)
    return process

if __name__ == "__main__":
    hear()
    util.spawnv_passfds = spawn
    gate = GateProcess()
    try:
        gate.start()
    except KeyboardInterrupt:
        gate.end()
        print("ended")
"""


def run(script: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_request_that_was_swallowed_is_remembered_with_its_signal(signal: str) -> None:
    assert run(SWALLOWED, signal) == [signal, "ended"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_who_asks_twice_does_not_stop_the_clearing_away() -> None:
    assert run(ASKED_AGAIN) == ["cleared away"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_what_is_held_back_is_heard_also_where_the_work_fails() -> None:
    assert run(HELD_BACK) == ["goes on", "SIGTERM"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_a_worker_that_loses_an_interrupt_says_nothing_of_it() -> None:
    assert run(LOST_BY_A_WORKER) == ["goes on"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_a_gate_that_was_just_being_started_is_ended_with_the_program() -> None:
    assert run(ASKED_WHILE_THE_GATE_STARTS) == ["ended"]


def test_other_exceptions_that_nobody_can_catch_are_told_as_before() -> None:
    assert run(LOST_MISTAKE) == ["ValueError"]
