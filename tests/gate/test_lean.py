"""Great Expectations finds the same whether it is loaded in part or as a whole."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

VALIDATED = """
import json, sys
from wres_report.gate import lean
exec(sys.argv[1])
import pandas as pd
from wres_report.faults import Fault
from wres_report.gate.suites import Rule
from wres_report.gate.validation import validate
words = {"severity": "critical", "name": "r", "message": "", "expected": "", "action": ""}
kinds = [
    ("column_value_lengths_to_be_between", {"column": "t", "max_value": 2}),
    ("column_values_to_be_between", {"column": "x", "max_value": 5, "row_condition": 't != "abc"',
                                     "condition_parser": "pandas"}),
    ("column_values_to_be_in_set", {"column": "t", "value_set": ["a", "abc"]}),
    ("column_values_to_match_regex", {"column": "t", "regex": "^a"}),
    ("column_values_to_not_be_in_set", {"column": "x", "value_set": [1.0]}),
    ("compound_columns_to_be_unique", {"column_list": ["t", "x"]}),
    ("column_values_to_not_be_null", {"column": "x"}),
]
rules = [Rule("t", n, f"expect_{kind}", of, **words) for n, (kind, of) in enumerate(kinds)]
wrong = Rule("t", len(rules), "expect_what_nobody_knows", {"column": "t"}, **words)
frame = pd.DataFrame({
    "t": ["a", "b", "abc", "a", "a"], "x": [1.0, 2.0, 9.0, 7.0, None], "position": range(5)
})
found = [[one.rule.order, list(one.positions)] for one in validate({"t": rules}, {"t": frame})]
parts = sorted(name for name in sys.modules if name.startswith("great_expectations."))
try:
    told = str(validate({"t": [*rules, wrong]}, {"t": frame}))
except Fault as fault:
    told = str(fault)
print(json.dumps([found, parts, told]))
"""
AS_A_WHOLE = "import great_expectations"
BROKEN = """
def broken(*_):
    import great_expectations.expectations.core
    raise AttributeError("a part has moved")
lean._in_part = broken
"""


Validated = tuple[list[Any], list[str], str]


def validated(before: str = "") -> Validated:
    """What rules of every kind find, which parts of the library are loaded then, and what is told
    of a rule of no kind."""
    result = subprocess.run(
        [sys.executable, "-c", VALIDATED, before], capture_output=True, text=True, check=True
    )
    found, parts, told = json.loads(result.stdout.splitlines()[-1])
    return found, parts, told


@pytest.fixture(scope="module")
def whole() -> Validated:
    return validated(AS_A_WHOLE)


def test_rules_find_the_same_in_the_library_as_a_whole_and_in_part(whole: Validated) -> None:
    found, parts, told = validated()
    assert found == whole[0] == [[0, [2]], [1, [3]], [2, [1]], [3, [1]], [4, [0]], [6, [4]]]
    assert set(parts) < set(whole[1])
    assert len(parts) < 0.8 * len(whole[1])
    assert told == whole[2]
    assert "expect_what_nobody_knows" in told


def test_what_does_not_load_in_part_is_loaded_as_a_whole(whole: Validated) -> None:
    assert validated(BROKEN) == whole
