"""Small numbers of people that a trust writes itself, and that its report may hide."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.binding.small_counts import remarks_on_plans, small_counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This year 3 BME staff entered the process.", "3 BME staff"),
        ("Two of our BME nurses left.", "Two of our BME nurses"),
        ("Band 8d has four White managers.", "four White managers"),
        ("We know of 1 minority ethnic doctor.", "1 minority ethnic doctor"),
        ("Only 2 newly appointed BME colleagues stayed.", "2 newly appointed BME colleagues"),
    ],
)  # fmt: skip
def test_a_small_number_of_people_of_one_group_is_found(text: str, found: str) -> None:
    assert list(small_counts(f"A line.\n{text}", 5)) == [(2, found)]


@pytest.mark.parametrize(
    "text",
    [
        "This year 5 BME staff entered the process.",  # no small number
        "1,203 BME staff work here, and 0 BME managers.",
        "Two BME directors joined the board as 2 BME people.",  # named on the website
        "BME staff are 1.4 times as likely; 3 in 10 BME staff agree.",
        "Bands 3 and 4: BME staff are fewer.",
        "Since 2021 BME staff have had two years of support; White staff too.",
        "Offer the next two BME candidates a mentor.",
        "Indicator 3, BME staff",
        "In 2 of 3 divisions BME staff feel heard.",
    ],
)
def test_other_numbers_are_no_small_counts(text: str) -> None:
    assert list(small_counts(text, 5)) == []


def test_where_every_number_is_shown_none_is_small() -> None:
    assert list(small_counts("3 BME staff", 1)) == []


def test_the_words_and_plans_of_the_repository_give_no_false_alarm(repository: Path) -> None:
    workspace = Workspace.open(repository)
    for place in sorted((repository / "data").glob("*/20*")):
        trust_year = TrustYear(place.parent.name, int(place.name))
        for path in narrative_files(workspace, trust_year):
            assert list(small_counts(path.read_text(encoding="utf-8"), 5)) == [], path
        assert remarks_on_plans(workspace, trust_year, 5) == []


def test_a_small_number_in_a_plan_is_told_with_its_row_and_column(workspace: Path) -> None:
    plan = workspace / "data/ZZX/2021/progress.csv"
    text = plan.read_text(encoding="utf-8")
    assert "half way through" in text
    plan.write_text(text.replace("half way through", "left by 3 BME managers"), encoding="utf-8")
    (remark,) = remarks_on_plans(Workspace.open(workspace), TrustYear("ZZX", 2021), 5)
    assert remark.where == "data/ZZX/2021/progress.csv, row 2, column progress"
    assert "“3 BME managers”" in remark.what
    assert "may be one that the report does not show" in remark.what
    assert not remark.wrong
