"""Plans on another standard than the one that needs no name, and what their numbers mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.plan_files.conftest import remarks_of
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.indicator_cells import read_indicators
from wres_report.plan_files.numbering import plan_of
from wres_report.plan_files.workbook import ACTIONS, PlanSheet, write_workbook
from wres_report.plans.model import Action
from wres_report.standard import load_standard

WDES = load_standard("wdes")
Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("cell", "on_wdes", "on_wres"),
    [
        ("WDES Metric 4", "4", "general"),
        ("WRES Metric 4", "general", "4"),
        ("Metric 4a", "4", "4"),
        ("9b Voices of staff", "9", "general"),
        ("Metric 10", "10", "general"),
        ("Metrics 5, 6 and 10", "5;6;10", "5;6"),
        ("Metrics 8 to 10", "8;9;10", "8"),
        ("All ten metrics", "all", "general"),
        ("1 to 10", "all", "general"),
        ("Metric 3", "3", "3"),
        ("WRES 2; WDES 7", "7", "2"),
        ("WRES/WDES metric 2", "2", "2"),
        ("Workforce Disability Equality Standard metric 8", "8", "general"),
        ("Overarching", "general", "general"),
    ],
)
def test_a_cell_is_read_with_the_numbers_of_the_standard(
    cell: str, on_wdes: str, on_wres: str
) -> None:
    with plan_of(WDES):
        assert read_indicators(cell).indicators == on_wdes
    assert read_indicators(cell).indicators == on_wres


def test_a_heading_that_names_the_standard_is_the_column_of_its_metrics(write: Write) -> None:
    path = write([["WDES metric", "Action", "Lead"], ["8", "Adjust", "HR"], ["10", "Ask", "HR"]])
    assert [a.indicators for a in import_plan(path, standard=WDES).actions] == ["8", "10"]
    assert [a.indicators for a in import_plan(path).actions] == ["general", "general"]


def test_a_heading_that_names_the_other_standard_is_not(write: Write) -> None:
    path = write([["WRES metric", "Action", "Lead"], ["8", "Adjust", "HR"], ["9", "Ask", "HR"]])
    assert [a.indicators for a in import_plan(path).actions] == ["8", "9"]
    read = import_plan(path, standard=WDES)
    assert [a.indicators for a in read.actions] == ["general", "general"]


def test_a_row_on_the_other_standard_keeps_its_words_and_no_number(write: Write) -> None:
    head = ["Metric", "Standard", "Action", "Lead"]
    path = write([head, ["4", "WDES", "Train", "HR"], ["4", "WRES", "Panels", "HR"]])
    read = import_plan(path, standard=WDES)
    assert [(a.action, a.indicators) for a in read.actions] == [("Train", "4"),
                                                               ("Panels", "general")]  # fmt: skip
    assert "WRES" in remarks_of(read, "indicators")


def test_a_plan_that_is_read_after_one_on_another_standard_is_read_as_ever(write: Write) -> None:
    path = write([["Metric", "Action", "Lead"], ["Metric 10", "Ask", "HR"]])
    assert import_plan(path, standard=WDES).actions[0].indicators == "10"
    assert import_plan(path).actions[0].indicators == "general"


def test_a_workbook_of_a_plan_is_in_the_words_of_its_standard_and_is_read_back_by_them(
    tmp_path: Path,
) -> None:
    plan = (Action("1", "8", action="Adjust", lead=("HR",), timeframe="31 March 2026"),)
    sheet = PlanSheet(ACTIONS, "Plan", plan)
    path = tmp_path / "actions.xlsx"
    with plan_of(WDES):
        write_workbook(path, [sheet], title="Plan", trust="A Trust", year_words="2025", epoch=0)
    said = " ".join(
        str(value)
        for page in load_workbook(path)
        for row in page.iter_rows(values_only=True)
        for value in row
        if value is not None
    )
    assert "WDES metrics" in said
    assert "WRES" not in said
    assert "indicator" not in said
    read = import_plan(path, standard=WDES)
    assert [(a.id, a.indicators) for a in read.actions] == [("1", "8")]
