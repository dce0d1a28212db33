"""What makes the gate fast must change nothing that it says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.gate import run_gate, running
from wres_report.gate.frames import fractions
from wres_report.gate.plans import FORMULA, MAY_BE_FORMULA
from wres_report.gate.stacks import Part, Stack
from wres_report.gate.suites import load_suites
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import load_standard

NAN = float("nan")


def test_trust_years_checked_in_parts_are_told_the_same(
    checked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "MOST_AT_ONCE", 3)
    cases = ["sound", "swapped columns", "plan", "last year unreadable", "Latin-1", "band twice"]
    asked = [checked.trust_year(case) for case in (*cases, "sound")]
    results = run_gate(checked.workspace, asked)
    assert list(results) == asked[:-1]
    for case in cases:
        told = results[checked.trust_year(case)]
        assert told.as_dict(published=False) == checked.result(case).as_dict(published=False)


def test_a_fault_of_the_program_in_one_trust_year_stops_no_other(
    checked: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = checked.trust_year("growth"), checked.trust_year("sound")
    compare = running.comparisons_of

    def fails_for_one(trust_year: TrustYear, *tables: Any) -> Any:
        if trust_year == bad:
            raise ZeroDivisionError("5188 by 0")
        return compare(trust_year, *tables)

    monkeypatch.setattr(running, "comparisons_of", fails_for_one)
    results = run_gate(checked.workspace, [bad, good])
    assert results[bad].status == 1
    assert "ZeroDivisionError" in results[bad].fault.what
    assert "5188" not in str(results[bad].fault)
    told = results[good].as_dict(published=False)
    assert told == checked.result("sound").as_dict(published=False)


def test_a_rule_reads_its_columns_and_those_of_its_condition(checked: Any) -> None:
    suites = load_suites(checked.workspace, load_standard())
    (rule, *_) = (r for r in suites["disciplinary"] if "row_condition" in r.kwargs)
    assert {"white_as_written", "basis"} <= rule.reads
    (rule,) = (r for r in suites["board"] if r.name == "given_twice")
    assert rule.reads == {"trust", "year", "membership"}


def test_a_frame_holds_the_columns_that_are_asked_for_and_the_positions() -> None:
    stack = Stack({"white": [4, 5], "bme": [1, 2]})
    frame = stack.frame(["bme", "or", "and"])
    assert frame.to_dict("list") == {"bme": [1, 2], "position": [0, 1]}


def test_the_rows_of_a_trust_year_are_its_own() -> None:
    stack = Stack({"band": ["1", "2", "3"], "white": [4, 5, 6]})
    part = Part(TrustYear("ABC", 2021), "data/ABC/2021/workforce.csv", 1, 3)
    assert [row["white"] for row in stack.rows(part, ["band", "white"])] == [5, 6]


def test_percentages_of_another_trust_year_say_nothing_of_a_fraction() -> None:
    columns = {
        "trust": ["A", "A", "B", "B", "B"],
        "year": [2021, 2021, 2021, 2021, 2022],
        "indicator": [5.0, 5.0, 5.0, 5.0, 5.0],
    }
    assert fractions(columns, [0.24, 0.31, 0.24, 28.0, 0.3], ["indicator"]) == [
        "certain", "certain", "certain", "no", "certain",
    ]  # fmt: skip
    assert fractions(columns, [0.9, 4.0, 0.24, 0.5, NAN], ["indicator"]) == [
        "possible", "no", "certain", "certain", "no",
    ]  # fmt: skip


def test_a_percentage_without_its_indicator_is_no_fraction() -> None:
    columns = {"trust": ["A", "A"], "year": [2021, 2021], "indicator": [NAN, 6.0]}
    assert fractions(columns, [0.24, 0.24], ["indicator"]) == ["no", "certain"]


@given(st.lists(st.text("=@+-ab1(. \n|", max_size=6), min_size=1, max_size=4))
def test_no_formula_slips_through_the_first_look_at_all_columns(texts: list[str]) -> None:
    if any(map(FORMULA.search, texts)):
        assert MAY_BE_FORMULA.search("\n".join(texts))
