"""Marks in a text: taken out and put in again, and what stands for them in Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.marks import (
    Mark,
    as_spans,
    marked,
    put_in,
    span,
    taken_out,
    unmarked,
    without_spans,
)

WORDS = st.text(st.characters(exclude_characters="\ue000\ue001\ue002"), max_size=12)
KEYS = st.from_regex(r"i[1-9]\.[a-z_]{1,8}", fullmatch=True)


@given(st.lists(st.tuples(WORDS, st.none() | KEYS), max_size=8))
def test_marks_that_are_taken_out_can_be_put_in_again(parts: list[tuple[str, str | None]]) -> None:
    text = "".join(marked(words, key or "") for words, key in parts)
    plain, marks = taken_out(text)
    assert plain == unmarked(text) == "".join(words for words, _ in parts)
    assert [plain[mark.start : mark.end] for mark in marks] == [w for w, key in parts if key]
    assert put_in(plain, marks) == text


def test_a_figure_becomes_a_span_with_its_key() -> None:
    text = f"The ratio is {marked('0.64', 'i2.ratio')}."
    assert as_spans(text) == 'The ratio is [0.64]{.value key="i2.ratio"}.'
    assert without_spans(as_spans(text)) == "The ratio is 0.64."


def test_a_figure_without_a_key_has_no_mark() -> None:
    assert marked("0.64", "") == "0.64"


def test_the_span_of_a_variable_is_taken_away_around_it() -> None:
    variable = "{{< var i2.ratio >}}"
    assert without_spans(f"a {span(variable, 'i2.ratio')} b") == f"a {variable} b"


@pytest.mark.parametrize("marks", [[Mark(0, 9, "k")], [Mark(0, 3, "k"), Mark(2, 4, "l")]])
def test_marks_of_another_text_are_refused(marks: list[Mark]) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        put_in("31.5%", marks)
