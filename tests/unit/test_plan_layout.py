"""The layout of a plan in the settings: what it may say, and what is told of a mistake in it."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import pytest

from tests.plan_tools import write_settings
from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.params import Params, read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.plans.layout import USUAL, USUAL_LAST, Column, Group, State
from wres_report.plans.layout_schema import COMPUTED, SHOWN

ZZP = TrustYear("ZZP", 2021)
FILE = "params/ZZP/2021.yaml"
ACTION = {"show": "action", "heading": "Action"}


def settings(tmp_path: Path, **given: Any) -> Params:
    write_settings(tmp_path, ZZP, **given)
    return read_params(Workspace(tmp_path.resolve()), ZZP)


def without_row(where: str) -> str:
    """The place without the row of the file, which must be told."""
    assert re.search(r", row \d+, ", where), where
    return re.sub(r", row \d+", "", where)


def column(**given: Any) -> dict[str, Any]:
    return {"columns": [ACTION, {"show": "lead", "heading": "Lead"} | given]}


# What is wrong in the layout, at which setting, and words of what is told.
MISTAKES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "an unknown column": (
        column(show="owner"), "columns.1.show", ["“owner”", "Choose one of", "lead", "result"],
    ),
    "an unknown column among several": (
        column(show=["lead", "dead line"]), "columns.1.show.1", ["“dead line”", "timeframe"],
    ),
    "a column of steps, which the action has already": (
        column(show="sub_actions"), "columns.1.show", ["“sub_actions”"],
    ),
    "a column that shows nothing": (column(show=[]), "columns.1.show", ["non-empty"]),
    "a column without a heading": (
        {"columns": [{"show": "action"}]}, "columns.0", ["“heading” is missing"],
    ),
    "an empty heading": (column(heading=""), "columns.1.heading", ["non-empty"]),
    "a value without its year": (
        column(show="value", heading="Value"), "columns.1", ["“Value”", "Add “year:”"],
    ),
    "a value among others without its year": (
        column(show=["lead", "value"]), "columns.1", ["“Lead”", "Add “year:”"],
    ),
    "a year in words": (column(show="value", year="2021-22"), "columns.1.year", ["2021-22"]),
    "a year before the standard": (column(show="value", year=1921), "columns.1.year", ["2015"]),
    "a width of nothing": (column(width=0), "columns.1.width", ["0"]),
    "a misspelt key of a column": (
        column(widht=20), "columns.1.widht", ["Did you mean “width”", "show, heading"],
    ),
    "no column at all": ({"columns": []}, "columns", ["non-empty"]),
    "columns that are no list": ({"columns": "action"}, "columns", ["action"]),
    "an unknown grouping": (
        {"group_by": "lead"}, "group_by", ["“lead”", "none, indicator, theme, objective"],
    ),
    "groups as something else": ({"groups_as": "boxes"}, "groups_as", ["“boxes”", "cells, rows"]),
    "actions as something else": ({"actions_as": "text"}, "actions_as", ["rows, list"]),
    "a list by something else": ({"list_by": "theme"}, "list_by", ["none, lead"]),
    "a misspelt key": (
        {"colums": [ACTION]}, "colums", ["Did you mean “columns”", "group_by", "legend"],
    ),
    "a key that nothing is like": ({"xyzzy": 1}, "xyzzy", ["There is no setting “xyzzy”"]),
    "an aim for indicator 10": ({"aims": {10: "higher"}}, "aims.10", ["“10”", "1, 2, 3"]),
    "an aim for indicator 0": ({"aims": {0: 1}}, "aims.0", ["“0”", "1, 2, 3"]),
    "an aim that is neither": ({"aims": {1: "more"}}, "aims.1", ["“more”", "higher, lower"]),
    "a position of an unknown indicator": ({"positions": {"i3": "Low"}}, "positions.i3", ["“i3”"]),
    "an unknown colour": (
        {"legend": [{"state": "Late", "colour": "purple"}]}, "legend.0.colour",
        ["“purple”", "red, amber, green, blue, grey"],
    ),
    "a colour in capitals": (
        {"legend": [{"state": "Late", "colour": "Red"}]}, "legend.0.colour", ["“Red”", "red"],
    ),
    "a state without a name": ({"legend": [{"colour": "red"}]}, "legend.0", ["“state” is missing"]),
    "done in words": ({"legend": [{"state": "A", "done": "yes"}]}, "legend.0.done", ["yes"]),
    "a group of indicator 10": (
        {"groups": [{"name": "A", "values": [10]}]}, "groups.0.values.0", ["10", "9"],
    ),
    "a group without a name": ({"groups": [{"values": [1]}]}, "groups.0", ["“name” is missing"]),
    "priorities without items": (
        {"priorities": [{"title": "Ours"}]}, "priorities.0", ["“items” is missing"],
    ),
    "a source without an address": (
        {"sources": [{"text": "Data"}]}, "sources.0", ["“address” is missing"],
    ),
    "a title that is a number": ({"title": 5}, "title", ["5"]),
    "years that are words": ({"value_years": ["now"]}, "value_years.0", ["now"]),
}  # fmt: skip


@pytest.mark.parametrize("layout", ["plan", "last_plan"])
@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_with_file_setting_and_what_may_be_chosen(
    tmp_path: Path, case: str, layout: str
) -> None:
    given, place, words = MISTAKES[case]
    with pytest.raises(Fault) as caught:
        settings(tmp_path, **{layout: given})
    fault = caught.value
    assert fault.status is ExitStatus.USAGE
    assert without_row(fault.where) == f"{FILE}, {layout}.{place}"
    assert fault.action
    for word in words:
        assert word in str(fault)


@pytest.mark.parametrize("layout", [[ACTION], "usual", 3])
def test_a_layout_that_is_no_map_is_told(tmp_path: Path, layout: Any) -> None:
    with pytest.raises(Fault) as caught:
        settings(tmp_path, plan=layout)
    assert caught.value.status is ExitStatus.USAGE
    assert without_row(caught.value.where) == f"{FILE}, plan"


def test_a_report_without_a_layout_has_the_usual_ones(tmp_path: Path) -> None:
    params = settings(tmp_path)
    assert (params.plan, params.last_plan) == (USUAL, USUAL_LAST)


def test_what_a_layout_leaves_out_is_as_usual(tmp_path: Path) -> None:
    params = settings(tmp_path, plan={"title": "Our plan"}, last_plan={"legend": []})
    assert (params.plan.title, params.plan.columns) == ("Our plan", USUAL.columns)
    assert (params.last_plan.legend, params.last_plan.columns) == ((), USUAL_LAST.columns)


def test_a_layout_is_read_whole(tmp_path: Path) -> None:
    plan = settings(
        tmp_path,
        plan={
            "columns": [
                {"show": ["id", "action"], "heading": "Action", "width": 2.5},
                {"show": "value", "heading": "2020", "year": 2020},
            ],
            "group_by": "theme", "groups_as": "rows", "actions_as": "list", "list_by": "lead",
            "aims": {1: "higher", 2: 1.0}, "positions": {5: "Low"}, "value_years": [2020, 2021],
            "groups": [{"name": "A", "indicators": "All", "values": [2]}, {"name": "B"}],
            "legend": [{"state": "Late"}, {"state": "Met", "colour": "blue", "done": True}],
            "priorities": [{"title": "Ours", "items": {"P1": "Fair", 2: "Kind"}}],
            "sources": [{"text": "Data", "address": "https://a.example"}],
        },
    ).plan  # fmt: skip
    assert plan.columns == (
        Column(("id", "action"), "Action", 2.5), Column(("value",), "2020", 0.0, 2020),
    )  # fmt: skip
    assert (plan.group_by, plan.groups_as, plan.actions_as, plan.list_by) == (
        "theme", "rows", "list", "lead",
    )  # fmt: skip
    assert (plan.aims, plan.positions, plan.value_years) == (
        {1: "higher", 2: 1.0}, {5: "Low"}, (2020, 2021),
    )  # fmt: skip
    assert plan.group("A") == Group("A", "All", (2,))
    assert plan.group("B").values is None
    assert plan.group("C") == Group("C")
    assert plan.legend == (State("Late"), State("Met", "blue", done=True))
    assert plan.priority_ids == {"P1", "2"}
    assert plan.sources == (("Data", "https://a.example"),)


def test_a_state_is_known_whatever_its_capitals(tmp_path: Path) -> None:
    plan = settings(tmp_path, plan={"legend": [{"state": "On Track", "colour": "green"}]}).plan
    assert plan.state("on track") == plan.state("ON TRACK") == State("On Track", "green")
    assert plan.state("On  track") is None


def test_of_the_usual_legend_only_the_states_that_are_given_are_shown(tmp_path: Path) -> None:
    usual = settings(tmp_path).plan
    assert usual.legend_for(["complete", "", "Red", "Odd"]) == (
        State("Red", "red"), State("Complete", "blue", done=True),
    )  # fmt: skip
    own = settings(tmp_path, plan={"legend": [{"state": "A"}, {"state": "B"}]}).plan
    assert own.legend_for(["B"]) == (State("A"), State("B"))


@pytest.mark.parametrize("name", SHOWN)
def test_every_column_that_may_be_chosen_can_be_chosen(tmp_path: Path, name: str) -> None:
    plan = settings(tmp_path, plan=column(show=name, year=2021)).plan
    assert plan.columns[1].show == (name,)
    assert set(COMPUTED) < set(SHOWN)


def test_the_usual_legend_stays_the_usual_one_in_another_process() -> None:
    elsewhere = pickle.loads(pickle.dumps(USUAL))
    assert elsewhere.legend_for(["Red"]) == (elsewhere.state("Red"),)
