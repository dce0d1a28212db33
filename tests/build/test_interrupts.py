"""Who asks the program for an end is heard, once, and also where a library swallowed it."""

from __future__ import annotations

import subprocess
import sys

import pytest

SWALLOWED = """
import os, signal, sys
from wres_report.build.interrupts import asked, end_if_asked, hear

class Freed:
    def __del__(self):  # what is raised in here is printed and forgotten by Python itself
        os.kill(os.getpid(), getattr(signal, sys.argv[1]))

sys.unraisablehook = lambda told: print(told.exc_type.__name__)
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
from wres_report.build.interrupts import hear

hear()
try:
    os.kill(os.getpid(), signal.SIGTERM)
except KeyboardInterrupt:
    os.kill(os.getpid(), signal.SIGHUP)
    print("cleared away")
"""


HELD_BACK = """
import os, signal
from wres_report.build.interrupts import asked, hear, held_back

hear()
try:
    with held_back():
        os.kill(os.getpid(), signal.SIGTERM)
        print("goes on")
        raise EOFError  # as where the process that was to start another one is asked as well
except KeyboardInterrupt:
    print(signal.Signals(asked()).name)
"""


def run(script: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.split("\n")[:-1]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
@pytest.mark.parametrize("signal", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_request_that_was_swallowed_is_remembered_with_its_signal(signal: str) -> None:
    assert run(SWALLOWED, signal) == ["KeyboardInterrupt", signal, "ended"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_who_asks_twice_does_not_stop_the_clearing_away() -> None:
    assert run(ASKED_AGAIN) == ["cleared away"]


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send there")
def test_what_is_held_back_is_heard_also_where_the_work_fails() -> None:
    assert run(HELD_BACK) == ["goes on", "SIGTERM"]
