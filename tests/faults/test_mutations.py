"""A small seeded part of the thousand spoilt inputs: none is silent, none ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from faults import mutations
from faults.outcome import Outcome
from faults.table_mutations import HARMLESS, MUST, Mutation, put
from wres_report.inputs.trust_year import TrustYear

SEED, NUMBER = 20260331, 60


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    return list(mutations.run(tmp_path_factory.mktemp("mutations"), SEED, NUMBER))


def test_no_spoilt_input_is_silent_or_ends_in_a_traceback(outcomes: list[Outcome]) -> None:
    assert len(outcomes) == NUMBER + 1  # and the base, which is not spoilt
    bad = [f"{o.result}: {o.case}: {o.detail}" for o in outcomes if o.bad]
    assert not bad, "\n".join(bad)


def test_tables_settings_and_narratives_are_among_them(outcomes: list[Outcome]) -> None:
    cases = [outcome.case for outcome in outcomes]
    assert any(case.startswith("settings: ") for case in cases)
    assert any(".md: " in case for case in cases)
    assert sum(case.startswith(("workforce", "survey", "actions")) for case in cases) > 3
    assert sum(outcome.result == "caught" for outcome in outcomes) > NUMBER / 3


def test_the_harness_sees_what_nobody_tells(tmp_path: Path) -> None:
    base = tmp_path / "whole"
    for year in (2020, 2021):
        mutations._link_all(mutations.CHECKOUT / f"data/ZZX/{year}", base / str(year))

    def another_figure(trust: Path) -> None:
        path = trust / "2021" / "training.csv"
        put(path, path.read_bytes().replace(b"597", b"598"))

    def a_remark(trust: Path) -> None:
        path = trust / "2021" / "training.csv"
        put(path, path.read_bytes().replace(b"597", b"<5"))

    batch = [
        (base, Mutation("a", MUST, "training", another_figure)),
        (base, Mutation("b", HARMLESS, "training", another_figure)),
        (base, Mutation("c", HARMLESS, "training", a_remark)),
        (base, Mutation("d", MUST, "training", a_remark)),
    ]
    found = list(mutations._checked(tmp_path / "after", batch))
    assert [outcome.result for outcome in found] == [
        "held", "silent", "silent", "false alarm", "caught",
    ]  # fmt: skip


def test_a_traceback_of_the_gate_is_told_of_its_trust_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gate(_workspace: object, trust_years: list[TrustYear]) -> dict[TrustYear, str]:
        if TrustYear("BAD", 2021) in trust_years:
            raise ZeroDivisionError("division by zero")
        return dict.fromkeys(trust_years, "checked")

    monkeypatch.setattr(mutations, "run_gate", gate)
    asked = [TrustYear(code, 2021) for code in ("AAA", "BAD", "CCC")]
    results = mutations._gated(None, asked)
    assert [str(result).splitlines()[-1] for result in results.values()] == [
        "checked", "ZeroDivisionError: division by zero", "checked",
    ]  # fmt: skip
