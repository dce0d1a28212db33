"""Markdown tables and what stands in their cells."""

from __future__ import annotations

import pytest

from wres_report.markdown import escape, pipe_table


def test_a_pipe_in_a_cell_does_not_open_a_new_one() -> None:
    assert escape("a|b") == r"a\|b"


def test_text_that_looks_like_markdown_stays_text() -> None:
    assert escape("*bold* <b> [x](y) $1$ @ref #1") == (r"\*bold\* \<b\> \[x\](y) \$1\$ \@ref \#1")


def test_a_line_break_in_a_cell_becomes_a_space() -> None:
    assert escape("one\n  two") == "one two"


def test_an_empty_cell_keeps_its_column() -> None:
    table = pipe_table(["A", "B"], [["", "2"]], "lr")
    assert table.splitlines() == ["| A | B |", "| :------- | -------: |", "|   | 2 |"]


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    with pytest.raises(ValueError, match="3 cells in a table of 2"):
        pipe_table(["a", "b"], [["1", "2", "3"]], "lr")


def test_a_heading_starts_with_a_capital_whatever_the_word_for_the_group() -> None:
    head = pipe_table(["ethnic minority", "BME share"], [], "lr").splitlines()[0]
    assert head == "| Ethnic minority | BME share |"
