"""What notebooks and reports print and say where numbers are hidden."""

from __future__ import annotations

import pytest

from tests.plan_tools import report_of
from wres_report.handover import Handover
from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.survey.measure import survey_rows
from wres_report.inputs.params import Disclosure
from wres_report.notebook.shown import answers_shown, staff_shown
from wres_report.report.parts.indicators import _hides
from wres_report.report.parts.plans import actions_part
from wres_report.report.parts.published import published_part, unused_rows
from wres_report.report.parts.small_numbers import rules_in_words, star_note

FEW = ["clinical,2,300,4,20", "non_clinical,2,200,0,8"]


def test_the_first_cell_of_notebook_1_prints_no_hidden_headcount(make_year):
    printed = staff_shown(make_year(workforce=FEW))
    assert printed["white"] == "500"
    assert printed["bme"] == "suppressed"
    assert "suppressed" in (printed["total"], printed["unknown"])
    data = make_year(workforce=FEW, settings={"minimum_count": 1})
    assert staff_shown(data).tolist() == ["500", "4", "28", "532"]


def test_the_first_cell_of_a_survey_notebook_prints_no_figure_on_few_responses(make_year):
    data = make_year(survey=["5,2020,white,20.1,300,21.0", "5,2020,bme,40.0,10,22.0"])
    rows = survey_rows(data, "i5")
    shown = answers_shown(data, rows)
    assert shown["percent"].tolist() == [20.1, "suppressed"]
    assert shown["responses"].tolist() == [300, "suppressed"]
    assert shown["benchmark_percent"].tolist() == [21.0, 22.0]
    assert rows["responses"].tolist() == [300, 10], "what is measured stays as it is"


def test_a_share_that_is_hidden_is_not_called_not_supplied(make_year):
    data = make_year(workforce=FEW, board=["voting,11,1,0"])
    first = measure_representation(data, data.workforce)
    assert first.verdict.code == "suppressed"
    assert "is not shown, since it would give a small number away" in first.finding[0]
    ninth = measure_board(data, board_counts(data), data.workforce.total())
    assert "is not shown, since it would give a small number away" in ninth.finding[0]


def test_a_star_that_stands_in_a_table_alone_has_its_note():
    shown, hidden = {"status": "ok"}, {"status": "suppressed"}
    parts = ({}, {}, [], {}, {})
    assert _hides(Handover("i1", {"i1.bme_percent": hidden}, *parts))
    assert _hides(
        Handover("i1", {"i1.bme_percent": shown}, *parts, {"i1.clinical_2_white": hidden})
    )
    assert not _hides(Handover("i1", {"i1.bme_percent": shown}, *parts, {"i1.x": shown}))


@pytest.mark.parametrize(
    ("rules", "note", "method"),
    [
        (Disclosure(), "a count from 1 to 4, a survey figure on fewer than 11 responses, or",
         "Counts from 1 to 4 and survey figures on fewer than 11 responses are not shown"),
        (Disclosure(minimum_count=2, minimum_responses=1), "a count of 1, or",
         "Counts of 1 are not shown"),
        (Disclosure(minimum_count=1), "a survey figure on fewer than 11 responses, or",
         "Survey figures on fewer than 11 responses are not shown"),
        (Disclosure(minimum_count=1, minimum_responses=1), "or a figure",
         "call no number small, so all are shown"),
        (Disclosure(enabled=False, reason="The board decided."), "a count from 1 to 4",
         "switched off for this report: The board decided."),
    ],
)  # fmt: skip
def test_a_report_says_which_numbers_it_hides(rules, note, method):
    assert note in star_note(rules)
    assert method in rules_in_words(rules)


def test_a_published_change_beside_a_hidden_figure_is_not_listed(tmp_path):
    row = {"indicator": 1, "measure": "headcount_change", "year": 2021, "group": "bme",
           "value": -1, "unit": "count", "source": "Report"}  # fmt: skip
    report = report_of(tmp_path, {"reported": [row]})
    listed = unused_rows(report)
    report.handovers["i1"].values["workforce.bme"] = {"status": "suppressed", "rows": {}}
    assert len(listed) == 1
    assert not unused_rows(report)


def test_a_plan_prints_each_published_figure_once(tmp_path):
    rows = [
        {"indicator": 3, "measure": "ratio", "year": year, "group": "", "value": value,
         "unit": "ratio", "source": "Report"} for year, value in ((2021, 1.7), (2017, 2.25))
    ]  # fmt: skip
    plan = {"columns": [{"heading": "Action", "show": ["action"]},
                        {"heading": "2021", "show": ["value"], "year": 2021}]}  # fmt: skip
    action = {"id": "1", "indicators": "3", "action": "Review cases", "lead": "HR"}
    report = report_of(
        tmp_path, {"reported": rows, "actions": [action]}, kind="action-plan", plan=plan
    )
    assert "1.7" in actions_part(report)
    part = published_part(report)
    assert "2.25" in part
    assert "1.7" not in part


def test_a_full_report_has_no_second_place_for_published_figures(tmp_path):
    row = {"indicator": 3, "measure": "ratio", "year": 2017, "group": "", "value": 2.25,
           "unit": "ratio", "source": "Report"}  # fmt: skip
    assert published_part(report_of(tmp_path, {"reported": [row]}, kind="full")) == ""
