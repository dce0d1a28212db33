"""The suites agree with the standard, and one that is at fault never passes in silence."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.gate import run_gate
from wres_report.gate.comparisons import MEASURES
from wres_report.gate.filling import lists_of, words_of
from wres_report.gate.suites import Rule, load_suites, suite_names
from wres_report.gate.validation import validate
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.value import Unit
from wres_report.standard import load_standard

REPOSITORY = Path(__file__).resolve().parents[2]
RV9 = TrustYear("RV9", 2021)


@pytest.fixture(scope="module")
def suites() -> dict[str, list[Rule]]:
    return load_suites(Workspace.open(REPOSITORY), load_standard())


def values_of(rules: list[Rule], name: str) -> set[str]:
    return {value for r in rules if r.name == name for value in r.kwargs["value_set"]}


def test_there_is_a_suite_for_every_name_and_a_name_for_every_suite() -> None:
    assert {path.stem for path in (REPOSITORY / "expectations").glob("*.json")} == set(
        suite_names(load_standard())
    )


def test_bands_grades_and_groups_are_those_of_the_standard(suites: dict[str, list[Rule]]) -> None:
    standard, rules = load_standard(), suites["workforce"]
    bands = {band.id for band in standard.bands} | {cluster.id for cluster in standard.clusters}
    assert values_of(rules, "unknown_band") == bands | {"all"}
    grades = {grade.id for grade in standard.medical_grades}
    assert values_of(rules, "unknown_grade") == grades | {"all"}
    assert values_of(rules, "unknown_staff_group") == set(standard.staff_groups)


def test_units_and_indicators_are_those_of_the_standard(suites: dict[str, list[Rule]]) -> None:
    assert values_of(suites["reported"], "unknown_unit") == set(Unit)
    standard = load_standard()
    for table, numbers in (
        ("reported", {i.number for i in standard.indicators}),
        ("survey", {i.number for i in standard.indicators if i.tables[0] == "survey"}),
    ):
        (rule,) = [r for r in suites[table] if r.name == "unknown_indicator"]
        assert {n for n in range(100) if re.search(rule.kwargs["regex"], str(n))} == numbers


def test_every_rule_says_what_is_wrong_expected_and_to_do(suites: dict[str, list[Rule]]) -> None:
    for rule in (rule for rules in suites.values() for rule in rules):
        assert rule.message.endswith((".", "?")), rule
        assert rule.action.endswith((".", "?")), rule
        assert rule.expected, rule
        assert not rule.expected.endswith("."), rule


def test_rules_of_agreement_look_at_measures_that_are_made(suites: dict[str, list[Rule]]) -> None:
    looked_at = {column for rule in suites["agreement"] for column in rule.columns}
    assert looked_at <= {*MEASURES, "last_year_unreadable"}


def test_a_rule_that_makes_another_pointless_exists(suites: dict[str, list[Rule]]) -> None:
    rules = [rule for one in suites.values() for rule in one]
    assert {name for rule in rules for name in rule.unless} <= {rule.name for rule in rules}


def rule_on(column: str, type_: str = "expect_column_values_to_not_be_null") -> Rule:
    words = ("probe", "It is wrong.", "something", "Put it right.")
    return Rule("training", 0, type_, {"column": column}, "critical", *words)


def test_a_rule_that_raises_an_exception_is_a_fault_of_the_program() -> None:
    frame = pd.DataFrame({"position": [0], "white": [1.0]})
    with pytest.raises(Fault, match="“probe” could not be run") as caught:
        validate({"training": [rule_on("nowhere")]}, {"training": frame})
    assert caught.value.status is ExitStatus.PROGRAM_FAULT
    assert caught.value.where == "expectations/training.json, expectation 1"


def test_a_type_of_expectation_that_does_not_exist_is_named() -> None:
    frame = pd.DataFrame({"position": [0], "white": [1.0]})
    with pytest.raises(Fault, match="expect_the_best") as caught:
        validate({"training": [rule_on("white", "expect_the_best")]}, {"training": frame})
    assert "expectation 1" in caught.value.where


def test_an_argument_that_an_expectation_does_not_have_is_named() -> None:
    frame = pd.DataFrame({"position": [0], "white": [1.0]})
    rule = rule_on("white", "expect_column_values_to_be_between")
    rule.kwargs.update(max_value=3, mini=1)
    with pytest.raises(Fault, match="mini") as caught:
        validate({"training": [rule]}, {"training": frame})
    assert "expectation 1" in caught.value.where


def test_nothing_of_the_data_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    frame = pd.DataFrame({"position": [0], "white": [1.0]})
    validate({"training": [rule_on("white")]}, {"training": frame})
    assert [r for r in caplog.records if r.name.startswith("great_expectations")] == []


def own_suites(tmp_path: Path, change: Callable[[dict[str, Any]], None], name: str) -> Workspace:
    """A workspace with suites of its own, one of them changed."""
    shutil.copytree(REPOSITORY / "data" / "RV9", tmp_path / "data" / "RV9")
    shutil.copytree(REPOSITORY / "expectations", tmp_path / "expectations")
    path = tmp_path / "expectations" / f"{name}.json"
    suite = json.loads(path.read_text(encoding="utf-8"))
    change(suite)
    path.write_text(json.dumps(suite), encoding="utf-8")
    return Workspace.open(tmp_path)


def test_a_workspace_can_move_a_limit_in_its_own_suites(tmp_path: Path) -> None:
    def raise_limit(suite: dict[str, Any]) -> None:
        for expectation in suite["expectations"]:
            if expectation["kwargs"]["column"] == "implied_change_percent":
                expectation["kwargs"]["max_value"] = 30

    workspace = own_suites(tmp_path, raise_limit, "agreement")
    assert run_gate(workspace, [RV9])[RV9].state == "clean"


def test_a_suite_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    workspace = own_suites(tmp_path, lambda _: None, "board")
    (tmp_path / "expectations" / "board.json").unlink()
    with pytest.raises(Fault) as caught:
        load_suites(workspace, load_standard())
    assert (caught.value.where, caught.value.status) == ("expectations/board.json", 15)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda s: s["expectations"][1].pop("severity"), "lacks 'severity'"),
        (lambda s: s["expectations"][1].update(severity="grave"), "cannot be “grave”"),
        (lambda s: s["expectations"][1]["meta"].pop("action"), "lacks 'action'"),
        (lambda s: s["expectations"][1]["kwargs"].pop("column"), "lacks 'column'"),
    ],
)
def test_a_suite_that_is_not_well_formed_is_named_with_its_expectation(
    tmp_path: Path, change: Callable[[dict[str, Any]], None], what: str
) -> None:
    with pytest.raises(Fault, match=what) as caught:
        load_suites(own_suites(tmp_path, change, "board"), load_standard())
    assert caught.value.where == "expectations/board.json, expectation 2"
    assert caught.value.status is ExitStatus.USAGE


def test_a_suite_that_is_no_json_is_named_with_its_row(tmp_path: Path) -> None:
    workspace = own_suites(tmp_path, lambda _: None, "board")
    (tmp_path / "expectations" / "board.json").write_text('{\n "name": }', encoding="utf-8")
    with pytest.raises(Fault, match="not valid JSON") as caught:
        load_suites(workspace, load_standard())
    assert caught.value.where == "expectations/board.json, row 2"


def test_every_name_that_a_suite_may_have_filled_in_is_in_the_guide_to_the_suites() -> None:
    names = {*lists_of(load_standard()), *words_of(load_standard())}
    guide = (REPOSITORY / "expectations" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\{[^`]+\})`", guide)) == names
