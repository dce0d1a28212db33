"""Processes that outlast a build: they answer again, and one that was killed is started anew."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.gate_step import GateTask
from wres_report.pipeline.gating import GateProcess
from wres_report.pipeline.options import BuildOptions
from wres_report.pipeline.planning import TrustYearPlan
from wres_report.pipeline.resident import Resident


@pytest.fixture
def gate() -> Iterator[GateProcess]:
    gate = GateProcess(kept=True)
    yield gate
    gate.end()


@pytest.fixture
def nothing(repository: Path, tmp_path: Path) -> GateTask:
    """A task without trust-years."""
    return GateTask(repository, tmp_path, [], "")


def number_of(gate: GateProcess) -> int:
    assert gate.process is not None
    assert gate.process.pid is not None
    return gate.process.pid


def kill(gate: GateProcess) -> None:
    os.kill(number_of(gate), signal.SIGKILL)
    assert gate.process is not None
    gate.process.join()


def test_one_process_answers_as_often_as_it_is_asked(gate: GateProcess, nothing: GateTask) -> None:
    gate.give(nothing)
    assert gate.answer() == []
    first = number_of(gate)
    gate.start()
    gate.give(nothing)
    assert gate.answer() == []
    assert number_of(gate) == first


def test_a_process_that_was_killed_is_told_and_the_next_task_has_a_new_one(
    gate: GateProcess, nothing: GateTask
) -> None:
    gate.give(nothing)
    first = number_of(gate)
    kill(gate)
    with pytest.raises(BrokenProcessPool):
        gate.answer()
    gate.give(nothing)
    assert number_of(gate) != first
    assert gate.answer() == []


def test_whatever_stops_a_build_is_told_and_the_next_one_starts_afresh(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = BuildOptions(workspace / "elsewhere", ("html",), "embedded", jobs=1)
    told = [Fault("The disk is full."), ZeroDivisionError("a fault of ours")]

    def stopped(*_: object) -> TrustYearPlan:
        raise told[0]

    monkeypatch.setattr("wres_report.pipeline.planning.Planner.plan", stopped)
    with Resident(Workspace(workspace), TrustYear("ZZX", 2021), options) as resident:
        built = resident.build()
        assert not built.done
        assert built.told == "The disk is full."
        told.pop(0)
        built = resident.build()
        assert not built.done
        assert "a fault of ours" in built.told
        assert built.fault is not None
        assert built.fault.status is ExitStatus.PROGRAM_FAULT
