"""Words as people write them."""

from __future__ import annotations

import pytest

from wres_report.words import agreeing, capitalised, counted, enclosed, people_counted, runs


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


@pytest.mark.parametrize(("number", "verb"), [(0, "are"), (1, "is"), (2, "are"), (1101, "are")])
def test_a_verb_agrees_with_the_number_before_it(number, verb) -> None:
    assert agreeing(number) == verb
    assert agreeing(number, "has", "have") == {"is": "has", "are": "have"}[verb]


def test_one_thing_is_counted_as_one() -> None:
    assert [counted(n, "sheet") for n in (0, 1, 2)] == ["0 sheets", "1 sheet", "2 sheets"]
    assert [people_counted(n) for n in (1, 1200)] == ["1 person", "1,200 people"]


def test_a_name_with_a_comma_in_it_has_one_before_its_verb() -> None:
    assert enclosed("gap, BME minus White") == "gap, BME minus White,"
    assert enclosed("relative likelihood") == "relative likelihood"
