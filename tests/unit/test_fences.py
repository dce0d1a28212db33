"""Which lines are code, as pandoc has it: the one scanner of fences, held against pandoc."""

from __future__ import annotations

import json

import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.markdown import Fences
from wres_report.narrative.closing import check_closed
from wres_report.report.cards.marking import mark_variables

VARIABLE = "{{< var i2.ratio >}}"


def code_of(text: str) -> list[str]:
    """The lines between fences."""
    fences, found = Fences(), []
    for line in text.split("\n"):
        inside = bool(fences.open)
        if fences.holds(line) and inside and fences.open:
            found.append(line)
    return found


def code_by_pandoc(text: str) -> list[str]:
    blocks = json.loads(pypandoc.convert_text(text, "json", "commonmark"))["blocks"]
    return [line for b in blocks if b["t"] == "CodeBlock" for line in b["c"][1].split("\n") if line]


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["```", "in", "```", "out"], ["in"]),
        (["```", "```python", "in", "```", "out"], ["```python", "in"]),
        (["````", "```", "in", "````", "out"], ["```", "in"]),
        (["```", "in", "`````", "out"], ["in"]),
        (["~~~ a`b", "in", "```", "~~~", "out"], ["in", "```"]),
        (["``` a`b", "out", "text"], []),
        (["``", "out", "``"], []),
    ],
)
def test_a_fence_is_closed_by_its_own_sign_alone(lines: list[str], code: list[str]) -> None:
    text = "\n".join(lines)
    assert code_of(text) == code == code_by_pandoc(text)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(["```", "````", "~~~", "``` py", "word", "more"]), max_size=8))
def test_code_is_what_pandoc_takes_for_code(lines: list[str]) -> None:
    fences = Fences()
    for line in lines:
        fences.holds(line)
    # What is left open is refused in the words of a trust, so it is closed here.
    text = "\n".join([*lines, fences.open])
    assert code_of(text) == code_by_pandoc(text)


def test_a_fence_with_words_behind_it_does_not_end_code() -> None:
    text = f"```\n```text\n{VARIABLE}\n```\n{VARIABLE}"
    marked = mark_variables(text, lambda key: bool(key)).split("\n")
    assert marked[2] == VARIABLE
    assert marked[4] != VARIABLE
    check_closed(text, "foreword.md")
