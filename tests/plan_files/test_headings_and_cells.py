"""What headings mean, and what stands in the cells below them."""

from __future__ import annotations

import pytest

from wres_report.plan_files.action_cells import parts_of
from wres_report.plan_files.grid import Cell, Line
from wres_report.plan_files.headings import Certainty, candidates
from wres_report.plan_files.indicator_cells import read_indicators


@pytest.mark.parametrize(
    ("heading", "column", "certainty"),
    [
        ("Action/s", "action", "exact"),
        ("Actions Required", "action", "exact"),
        ("Lead/s", "lead", "exact"),
        ("LEAD(S)", "lead", "exact"),
        ("Stakeholder(s)", "lead", "exact"),
        ("Responsible", "lead", "exact"),
        ("Nº", "id", "exact"),
        ("No.", "id", "exact"),
        ("#", "id", "exact"),
        ("Timescales", "timeframe", "exact"),
        ("RAG Rating", "rag", "exact"),
        ("Rationale / Intended Outcome", "rationale", "exact"),
        ("Expected outcome(s)", "outcome", "exact"),
        ("Equality Objective", "objective", "exact"),
        ("How will this be monitored?", "monitoring", "exact"),
        ("Progress / how will this be monitored?", "progress", "exact"),
        ("WRES Indicator & 2022/23 position", "indicators", "likely"),
        ("Link to ED&I Priority and High Impact Actions", "priorities", "likely"),
        ("Timescle", "timeframe", "likely"),
        ("Leader", "lead", "guess"),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, column: str, certainty: str) -> None:
    first = candidates(heading)[0]
    assert (first.column, first.certainty) == (column, Certainty(certainty))


@pytest.mark.parametrize("heading", ["Result", "2018-2019", "Budget", "", "Cost"])
def test_a_heading_that_means_no_column_is_not_guessed(heading: str) -> None:
    assert not candidates(heading)


@pytest.mark.parametrize(
    ("cell", "indicators"),
    [
        ("WRES Indicator 2. Relative likelihood of staff being appointed", "2"),
        ("WRES Indictor 3. \nRelative likelihood", "3"),
        ("Metric 3 Relative likelihood [Lower = Better] 2020: 1.41 2021: 3.40", "3"),
        ("Metric 1 of 26% and 21%", "1"),
        ("1, 2, 3", "1;2;3"),
        ("Indicators 5;6 and 8", "5;6;8"),
        ("Indicator 1, 2, 4, 5,\n6, 7, 8", "1;2;4;5;6;7;8"),
        ("Indicator 5\n(fewer staff)\nIndicator 6\n(1 in 4 staff)\nIndicator 8", "5;6;8"),
        ("WRES 1, 2, 7", "1;2;7"),
        ("Indicators 2-4", "2;3;4"),
        ("Metrics 8 & 6", "6;8"),
        ("7", "7"),
        ("2. Relative likelihood of being appointed", "2"),
        ("5 Percentage of staff", "5"),
        ("All indicators", "all"),
        ("All WRES metrics, above all indicator 9", "all"),
        ("1 - 9", "all"),
        ("General", "general"),
        ("GENERAL WRES ACTIONS", "general"),
        ("N/A", "general"),
    ],
)
def test_an_indicator_cell_is_read_whatever_its_words(cell: str, indicators: str) -> None:
    reading = read_indicators(cell)
    assert (reading.indicators, reading.told) == (indicators, True)


@pytest.mark.parametrize(
    "cell", ["Recruitment", "1 April 2022", "Metric 12", "Bands 1-9 and VSM", "0", "2021"]
)
def test_an_indicator_cell_that_does_not_tell_is_general_and_not_told(cell: str) -> None:
    reading = read_indicators(cell)
    assert (reading.indicators, reading.told) == ("general", False)


def cell_of(text: str) -> Cell:
    return Cell(tuple(Line(line) for line in text.split("\n")))


def test_an_introduction_with_letters_is_an_action_with_sub_actions() -> None:
    parts = parts_of(cell_of("1. Review policies. This includes:\na. adverts\nb) panels\nc. tests"))
    assert [(p.id, p.text, p.items) for p in parts] == [
        ("1", "Review policies. This includes:", ("adverts", "panels", "tests"))
    ]


def test_letters_in_one_line_are_items_and_initials_are_none() -> None:
    assert parts_of(cell_of("a) Review training b) Recruit by values"))[0].items == (
        "Review training", "Recruit by values",
    )  # fmt: skip
    assert parts_of(cell_of("Ask A. Smith and e. g. others"))[0].text == (
        "Ask A. Smith and e. g. others"
    )


def test_bullets_without_introduction_are_sub_actions_of_one_or_an_action_each() -> None:
    cell = cell_of("• Train panels\n• Publish data\n- Ask staff")
    (whole,) = parts_of(cell)
    assert (whole.text, whole.items) == ("", ("Train panels", "Publish data", "Ask staff"))
    assert [p.text for p in parts_of(cell, split=True)] == [
        "Train panels", "Publish data", "Ask staff",
    ]  # fmt: skip


def test_several_ids_in_a_cell_are_several_actions() -> None:
    for text in ("[3.1] Embed it\n[3.2] Update it", "[3.1] Embed it [3.2] Update it"):
        assert [(p.id, p.text) for p in parts_of(cell_of(text))] == [
            ("3.1", "Embed it"), ("3.2", "Update it"),
        ]  # fmt: skip


def test_several_introductions_with_bullets_are_several_actions() -> None:
    parts = parts_of(cell_of("Panels:\n• train\n• rotate\nAdverts:\n• reword"))
    assert [(p.text, p.items) for p in parts] == [
        ("Panels:", ("train", "rotate")), ("Adverts:", ("reword",)),
    ]  # fmt: skip


def test_lines_above_bullets_lead_where_the_column_names_actions_and_stakeholders() -> None:
    cell = cell_of("Learning & OD\n• Train panels\nHR Hub\n• Review policy\n• Review form")
    parts = parts_of(cell, leads_within=True)
    assert [(p.lead, p.text, p.items) for p in parts] == [
        ("Learning & OD", "Train panels", ()),
        ("HR Hub", "", ("Review policy", "Review form")),
    ]


def test_a_list_within_a_list_stays_with_its_item() -> None:
    cell = Cell((
        Line("Review:"), Line("adverts", "bullet"), Line("wording", "bullet", 1),
        Line("panels", "bullet"),
    ))  # fmt: skip
    assert parts_of(cell)[0].items == ("adverts; wording", "panels")
