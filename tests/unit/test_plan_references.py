"""References between actions that lead nowhere, or back to where they started."""

from __future__ import annotations

import pytest

from wres_report.plans.references import circles, lead_nowhere

CIRCLES = {
    "none": ({"1": ["2", "3"], "2": ["3"], "3": []}, []),
    "itself": ({"1": [], "2": ["2"]}, [("2",)]),
    "two": ({"1": ["2"], "2": ["1"]}, [("1", "2")]),
    "three, told from the first of the plan": (
        {"b": ["c"], "a": ["b"], "c": ["a"]}, [("b", "c", "a")],
    ),
    "two separate ones": (
        {"1": ["2"], "2": ["1"], "3": ["4"], "4": ["3"]}, [("1", "2"), ("3", "4")],
    ),
    "two through one action": (
        {"1": ["2", "3"], "2": ["1"], "3": ["1"]}, [("1", "2"), ("1", "3")],
    ),
    "one with an action that leads into it": ({"0": ["1"], "1": ["2"], "2": ["1"]}, [("1", "2")]),
    "one with a way out of it": ({"1": ["2"], "2": ["3", "1"], "3": []}, [("1", "2")]),
    "a second way round, told from the first of the plan": (
        {"1": ["2", "3"], "2": ["1"], "3": ["2"]}, [("1", "2"), ("1", "3", "2")],
    ),
    "an action named twice": ({"1": ["2", "2"], "2": ["1"]}, [("1", "2")]),
    "a reference that leads nowhere": ({"1": ["9"], "2": ["1", "9"]}, []),
    "no action at all": ({}, []),
}  # fmt: skip


@pytest.mark.parametrize("case", CIRCLES)
def test_each_circle_is_told_once(case: str) -> None:
    references, expected = CIRCLES[case]
    assert circles(references) == expected


def test_references_to_actions_that_the_plan_lacks_lead_nowhere() -> None:
    references = {"1": ["2", "9", "1.1"], "2": [], "3": ["8"], "1.1": []}
    assert lead_nowhere(references) == {"1": ["9"], "3": ["8"]}


def test_a_space_or_another_case_is_another_action() -> None:
    assert lead_nowhere({"a1": ["A1", "a 1"]}) == {"a1": ["A1", "a 1"]}


LONG = 2000


def test_a_chain_as_long_as_a_plan_can_be_is_no_circle() -> None:
    chain = {str(n): [str(n + 1)] for n in range(LONG)} | {str(LONG): []}
    assert circles(chain) == []


def test_a_circle_as_long_as_a_plan_can_be_is_found_whole() -> None:
    ring = {str(n): [str((n + 1) % LONG)] for n in range(LONG)}
    assert circles(ring) == [tuple(ring)]


def test_a_circle_at_the_end_of_a_long_chain_is_found_alone() -> None:
    chain = {str(n): [str(n + 1)] for n in range(LONG)} | {str(LONG): [str(LONG - 1)]}
    assert circles(chain) == [(str(LONG - 1), str(LONG))]


def test_actions_that_all_refer_to_each_other_are_all_told() -> None:
    names = [str(n) for n in range(60)]
    found = circles(dict.fromkeys(names, names))
    assert {name for circle in found for name in circle} == set(names)
