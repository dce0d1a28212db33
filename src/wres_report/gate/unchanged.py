"""Runs of each suite only what has not been found sound before: the rows of some trust-years.

A rule that looks at each row by itself, or at the rows of one trust-year, finds the same in them
whatever stands beside them, today and tomorrow. So where a suite has found nothing in the rows of
a trust-year, it need not look at the same rows again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from wres_report.gate.stacks import Stack
from wres_report.gate.suites import Rule
from wres_report.gate.validation import Broken, validate
from wres_report.hashes import json_hash
from wres_report.inputs.trust_year import TrustYear

# Raised when the same rules are to find something else in the same rows.
FORM = 1
# Expectations that look at the cells of each row by themselves, and what they may be given. With
# anything else, such as a share of rows that may break the rule, they look at the whole frame.
BY_ROW = frozenset(
    f"expect_column_{what}"
    for what in (
        "value_lengths_to_be_between", "values_to_be_between", "values_to_be_in_set",
        "values_to_not_be_in_set", "values_to_match_regex", "values_to_not_match_regex",
    )
)  # fmt: skip
GIVEN = frozenset(
    {"column", "min_value", "max_value", "strict_min", "strict_max", "value_set", "regex",
     "row_condition", "condition_parser"}
)  # fmt: skip
# Looks at all rows that agree in its columns.
UNIQUE = "expect_compound_columns_to_be_unique"
# A condition compares columns with each other, with numbers and with words. Whatever else one of
# pandas may hold, such as the mean of a column, is not understood.
COMPARISON = re.compile(r"""(?:\d+(?:\.\d+)?|(?P<name>[A-Za-z_]\w*)|[-<>=!/ ]|"[^"]*"|'[^']*')""")
BETWEEN = frozenset({"and", "or", "not"})


class FoundSound(Protocol):
    """What is known of earlier runs. program: identifies all that the rules run with."""

    program: str

    def key(self, trust_year: TrustYear, suite: str) -> str:
        """The key of the rules and rows in which the suite last found nothing; or ""."""

    def note(self, trust_year: TrustYear, suite: str, key: str) -> None:
        """It has found nothing in these; with "", it has found something."""


def broken_in(
    suites: Mapping[str, list[Rule]],
    stacks: Mapping[str, Stack],
    standard: str,
    sound: FoundSound | None,
) -> list[Broken]:
    """Run each suite on the stack of its name, but for rows in which it has found nothing before.

    standard: its id. sound: what is known of earlier runs, and is told of this one; None where all
    is to run. Raises faults as ``validate`` does, and then notes nothing.
    """
    frames, keys = {}, {}
    for name, rules in suites.items():
        stack = stacks[name]
        if not len(stack):
            continue
        # Great Expectations copies and hashes whole frames, so they hold what rules look at alone.
        columns = sorted(set().union(*(rule.reads for rule in rules)))
        rows: Sequence[int] | None = None
        if sound is not None and all(is_of_one_trust_year(rule, stack.columns) for rule in rules):
            left = {}
            for trust_year, own in _rows(stack, standard).items():
                key = _key(sound.program, name, rules, stack, columns, own)
                if not key or sound.key(trust_year, name) != key:
                    left[trust_year] = own
                    keys[name, trust_year] = key
            rows = sorted(row for own in left.values() for row in own)
            if not rows:
                continue
        frames[name] = stack.frame(columns, rows)
    broken = validate(dict(suites), frames)
    if sound is not None:
        _note(sound, keys, broken, stacks, standard)
    return broken


def is_of_one_trust_year(rule: Rule, columns: Collection[str]) -> bool:
    """Whether what a rule finds in the rows of a trust-year depends on no other rows.

    columns: of the frame that it looks at.
    """
    if rule.type == UNIQUE:
        return {"trust", "year"} <= set(rule.kwargs["column_list"]) and set(rule.kwargs) == {
            "column_list"
        }
    condition = str(rule.kwargs.get("row_condition", ""))
    return (
        rule.type in BY_ROW
        and set(rule.kwargs) <= GIVEN
        and not COMPARISON.sub("", condition)
        and {*COMPARISON.findall(condition)} - {""} <= {*columns} | BETWEEN
    )


def _rows(stack: Stack, standard: str) -> dict[TrustYear, list[int]]:
    rows: dict[tuple[str, int], list[int]] = defaultdict(list)
    for row, place in enumerate(zip(stack.columns["trust"], stack.columns["year"], strict=True)):
        rows[place].append(row)
    return {TrustYear(code, year, standard): own for (code, year), own in rows.items()}


def _key(
    program: str, suite: str, rules: Sequence[Rule], stack: Stack, columns: Sequence[str],
    rows: Sequence[int],
) -> str:  # fmt: skip
    """Of all that a suite finds something by; "" where it cannot be written out."""
    seen = {
        name: [stack.columns[name][row] for row in rows]
        for name in columns
        if name in stack.columns
    }
    asked = [[rule.type, rule.kwargs] for rule in rules]
    try:
        return json_hash([FORM, program, suite, asked, seen])
    except (TypeError, ValueError):
        return ""


def _note(
    sound: FoundSound,
    keys: Mapping[tuple[str, TrustYear], str],
    broken: Sequence[Broken],
    stacks: Mapping[str, Stack],
    standard: str,
) -> None:
    at_fault = set()
    for one in broken:
        name, columns = one.rule.suite, stacks[one.rule.suite].columns
        for row in one.positions:
            at_fault.add((name, TrustYear(columns["trust"][row], columns["year"][row], standard)))
    for (name, trust_year), key in keys.items():
        sound.note(trust_year, name, "" if (name, trust_year) in at_fault else key)
