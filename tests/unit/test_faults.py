"""Faults: what a person is told, and the exit status."""

from __future__ import annotations

import pickle

import pytest

from wres_report.faults import (
    GRAVITY,
    ExitStatus,
    Fault,
    gravest,
    input_fault,
    narrative_fault,
    together,
    usage_fault,
)


def test_the_exit_statuses_are_those_of_the_contract():
    assert {s.name: s.value for s in ExitStatus} == {
        "DONE": 0,
        "PROGRAM_FAULT": 1,
        "USAGE": 2,
        "BLOCKED": 10,
        "NOTEBOOK_FAILED": 11,
        "RENDERING_FAILED": 12,
        "NARRATIVE_AT_FAULT": 13,
        "VERIFICATION_DIFFERS": 14,
        "INPUT_MISSING": 15,
    }


def test_every_status_has_its_place_among_the_gravest():
    assert set(GRAVITY) == set(ExitStatus)
    assert len(GRAVITY) == len(ExitStatus)


def test_the_gravest_status_counts():
    assert gravest([]) is ExitStatus.DONE
    assert gravest([ExitStatus.DONE, ExitStatus.RENDERING_FAILED]) is ExitStatus.RENDERING_FAILED
    assert gravest([ExitStatus.BLOCKED, ExitStatus.NOTEBOOK_FAILED]) is ExitStatus.BLOCKED
    assert gravest([ExitStatus.INPUT_MISSING, ExitStatus.PROGRAM_FAULT]) == 1


def test_a_fault_says_what_where_and_what_to_do():
    fault = input_fault("It is gone.", "data/x.csv, row 3", "Bring it back.")
    assert str(fault) == "It is gone.\n  where: data/x.csv, row 3\n  to do: Bring it back."
    assert str(usage_fault("No.")) == "No."


@pytest.mark.parametrize(
    ("make", "status"),
    [(usage_fault, 2), (input_fault, 15), (narrative_fault, 13)],
)
def test_each_kind_of_fault_has_its_status_and_survives_the_way_back_from_a_worker(make, status):
    fault = make("what", "where", "action")
    again = pickle.loads(pickle.dumps(fault))
    assert isinstance(again, Fault)
    assert (again.what, again.where, again.action, again.status) == (
        "what", "where", "action", status,
    )  # fmt: skip


def test_several_faults_keep_each_its_own_place_and_advice_on_the_way_from_a_worker():
    one = together(
        [
            narrative_fault("First.", "a.md, line 1", "Do this."),
            narrative_fault("Second.", "b.md, line 2", "Do that."),
        ]
    )
    lines = [
        "First.", "  where: a.md, line 1", "  to do: Do this.",
        "Second.", "  where: b.md, line 2", "  to do: Do that.",
    ]  # fmt: skip
    assert str(one).splitlines() == lines
    assert str(pickle.loads(pickle.dumps(one))).splitlines() == lines
    assert one.status is ExitStatus.NARRATIVE_AT_FAULT
