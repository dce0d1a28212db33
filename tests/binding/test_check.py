"""A trust's own words are held against its figures, and the author is told what to write."""

from __future__ import annotations

import pytest

from tests.binding.conftest import Check
from tests.binding.reports import changes
from wres_report.faults import Fault

RIGHT = {
    "31.5% of BME staff were harassed by patients or the public.": "i5.bme_percent",
    "The gap between BME and White staff is 7.2 percentage points.": "i5.gap",
    "For White staff the figure is 24.3%.": "i5.white_percent",
}


@pytest.mark.parametrize(("text", "variable"), RIGHT.items())
def test_the_variable_is_suggested_for_a_figure_that_is_right(
    check: Check, text: str, variable: str
) -> None:
    (remark,) = check(text)
    assert not remark.wrong
    assert f"{{{{< var {variable} >}}}}" in remark.action
    assert remark.where == "data/ZZX/2021/narrative/indicator-5.md, line 1"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("29.1% of BME staff were harassed by patients or the public.", "last year"),
        ("24.3% of BME staff were harassed by patients or the public.", "White"),
    ],
)
def test_a_figure_that_is_another_one_is_wrong_and_the_right_one_is_told(
    check: Check, text: str, why: str
) -> None:
    (remark,) = check(f"A heading\n\n{text}")
    assert remark.wrong
    assert remark.where.endswith("line 3")
    assert "31.5%" in remark.what
    assert why in remark.what


def test_a_figure_of_which_nothing_can_be_told_is_wrong_and_the_nearest_is_named(
    check: Check,
) -> None:
    (remark,) = check("Our networks met 12 times, and 33% of their members came.", "foreword")[1:]
    assert remark.wrong
    assert "i5.bme_percent (31.5%)" in remark.action
    assert '{.outside source="…"}' in remark.action


def test_words_of_direction_are_held_against_the_figures(check: Check) -> None:
    (remark,) = check(
        "BME staff are less likely than White staff to be harassed by patients or the public."
    )
    assert remark.wrong
    assert "is not what the figures say" in remark.what


@pytest.mark.parametrize(
    "text",
    [
        "{{< var i5.bme_percent >}} of BME staff were harassed, against {{< var i5.gap >}} more.",
        "BME staff are more likely than White staff to be harassed by patients or the public.",
        "We run {{< var facts.sites >}} sites and listened to our networks in 2021.",
    ],
)
def test_words_that_are_bound_and_right_get_no_remark(check: Check, text: str) -> None:
    assert check(text) == []


def test_an_unknown_variable_is_a_fault(check: Check) -> None:
    with pytest.raises(Fault, match="no variable"):
        check("It is {{< var i5.bme_percents >}}.")


@pytest.mark.parametrize("text", RIGHT)
def test_any_slip_of_a_digit_in_a_right_figure_makes_it_wrong(check: Check, text: str) -> None:
    for changed in changes(text):
        assert any(remark.wrong for remark in check(changed)), changed


@pytest.mark.parametrize(
    "text",
    [
        "More than 32% of BME staff were harassed by patients or the public.",
        "In 2019 31.5% of BME staff were harassed by patients or the public.",
        "Last year 29.1% of BME staff and 24.3% of White staff were harassed by patients.",
    ],
)
def test_a_figure_that_is_true_of_something_else_than_its_sentence_is_wrong(
    check: Check, text: str
) -> None:
    assert check(text)[-1].wrong


@pytest.mark.parametrize("typed", ["031.5%", "31.50%", "31%", "32%"])
def test_a_figure_that_is_not_written_as_it_is_printed_is_wrong(check: Check, typed: str) -> None:
    (remark,) = check(f"{typed} of BME staff were harassed by patients or the public.")
    assert remark.wrong


def test_a_figure_that_says_itself_that_it_is_rounded_is_right(check: Check) -> None:
    (remark,) = check("About 32% of BME staff were harassed by patients or the public.")
    assert not remark.wrong
    assert "i5.bme_percent" in remark.action


def test_a_wrong_figure_is_not_taken_for_its_twin_in_the_same_paragraph(check: Check) -> None:
    text = (
        "{{< var i5.bme_percent >}} of BME staff were harassed by patients or the public. "
        "At a neighbouring trust it is 31.5%."
    )
    (remark,) = check(text)
    assert remark.wrong


def test_of_variables_that_print_the_same_that_of_the_indicator_is_named_first(
    check: Check,
) -> None:
    (remark,) = check("It is 29.1% somewhere.")
    assert "i5.bme_percent.y2019 or i5.bme_percent.previous (29.1%)" in remark.action


def test_a_fact_is_named_where_it_prints_the_figure(check: Check) -> None:
    (remark,) = check("We run 79 sites.", "locality")
    assert "facts.sites (79)" in remark.action
