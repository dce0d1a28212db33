"""Words as people write them."""

from __future__ import annotations

import pytest

from wres_report.words import capitalised, runs


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (["3.1", "3.2", "3.3", "5"], "3.1 to 3.3, 5"),
        (["1", "2"], "1, 2"),
        (["G1", "G2", "G3", "H4"], "G1 to G3, H4"),
        (["2", "1"], "2, 1"),
        (["9", "10", "11"], "9 to 11"),
        (["a", "b", "c"], "a, b, c"),
        ([7, 8, 9, 20], "7 to 9, 20"),
        ([], ""),
    ],
)
def test_three_or_more_that_follow_each_other_are_told_as_first_and_last(names, written) -> None:
    assert runs(names) == written


def test_a_capital_at_the_start_changes_nothing_else() -> None:
    assert capitalised("ethnic minority staff of the NHS") == "Ethnic minority staff of the NHS"
    assert capitalised("") == ""
