"""A plan as a table under many layouts: groups, merged cells, lists, values, rows of groups."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import Tag

from tests.plan_tools import full_grid, page_of, plain, report_of
from wres_report.plans.model import Action
from wres_report.report.parts.plan_table import plan_table

REPORTED = [
    {"indicator": number, "measure": measure, "year": year, "group": group, "value": value,
     "unit": unit, "source": "example"}
    for number, measure, group, unit, values in (
        ("2", "ratio", "", "ratio", {2020: "1.60", 2021: "1.40"}),
        ("5", "percent", "bme", "percent", {2020: "28.5", 2021: "30.1"}),
        ("8", "percent", "bme", "percent", {2021: "14.0"}),
    )
    for year, value in values.items()
]  # fmt: skip
FAIR, KIND = "Fair recruitment", "A kind workplace"
PLAN = (
    Action("1", "2", FAIR, "Fair panels", "Train panels", ("Write the course", "Give it"),
           ("Head of HR",), timeframe="March 2022", rag="Green", priorities=("P1",)),
    Action("2", "2", FAIR, "Fair panels", "Publish rates", lead=("Head of OD",),
           timeframe="Quarterly", rag="Amber", priorities=("P1",)),
    Action("3", "2", FAIR, "Wider reach", "Advertise widely",
           lead=("Head of HR", "Trust Secretary"), priorities=("P1",)),
    Action("4", "5;8", KIND, "Less abuse", "Back staff who speak up", priorities=("P2",)),
    Action("5", "general", KIND, "Less abuse", "Hold a listening day", lead=("Head of HR",),
           priorities=("P2",)),
)  # fmt: skip


def columns(*shown: str | list[str], **year: int) -> list[dict[str, Any]]:
    return [
        {"show": show, "heading": f"H{n}"} | (year if "value" in show else {})
        for n, show in enumerate(shown, 1)
    ]


@pytest.fixture
def table_of(tmp_path: Path):
    """``table_of(columns(…), group_by=…)``: the plan under that layout, as the page has it."""

    def make(chosen: list[dict[str, Any]], plan: tuple[Action, ...] = PLAN, **layout: Any) -> Tag:
        report = report_of(
            tmp_path, {"reported": REPORTED, "actions": plan},
            plan={"columns": chosen, "legend": [{"state": "Green", "colour": "green"}]} | layout,
        )  # fmt: skip
        markdown = plan_table(
            report, report.params.plan, report.plan, label="tbl-x", caption="The plan"
        )
        return page_of(markdown).table

    return make


def test_without_groups_each_action_is_a_row(table_of) -> None:
    table = table_of(columns("id", "action", "lead", "indicators", "timeframe"))
    assert full_grid(table) == [
        ["H1", "H2", "H3", "H4", "H5"],
        ["1", "Train panels Write the course Give it", "Head of HR", "2", "March 2022"],
        ["2", "Publish rates", "Head of OD", "2", "Quarterly"],
        ["3", "Advertise widely", "Head of HR, Trust Secretary", "2", "–"],
        ["4", "Back staff who speak up", "–", "5, 8", "–"],
        ["5", "Hold a listening day", "Head of HR", "General", "–"],
    ]
    assert [plain(step.get_text()) for step in table.select("ol[type=a] > li")] == [
        "Write the course", "Give it",
    ]  # fmt: skip


def test_several_things_stand_below_each_other_in_a_cell(table_of) -> None:
    table = table_of(columns("id", ["rag", "timeframe"], ["theme", "objective"]))
    rated = table.select("tbody tr")[0].find_all("td")
    assert [plain(p.get_text()) for p in rated[0].find_all("p")] == ["Green", "March 2022"]
    assert rated[0].select_one(".rag-green").get_text() == "Green"
    assert rated[1].strong.get_text() == FAIR


def test_a_group_has_one_cell_for_what_is_its_own(table_of) -> None:
    table = table_of(columns("theme", "action", "priorities"), group_by="theme")
    grid = full_grid(table)
    assert [row[0] for row in grid[1:]] == [FAIR] * 3 + [KIND] * 2
    spans = [(cell.get("rowspan"), cell.get("scope")) for cell in table.select("tbody th")]
    assert spans == [("3", "rowgroup"), ("2", "rowgroup")]
    assert [row[2] for row in grid[1:]] == ["Priority 1"] * 3 + ["Priority 2"] * 2
    assert len(table.select("tbody")) == 2


def test_one_cell_for_a_theme_over_several_objectives(table_of) -> None:
    more = (*PLAN, Action("6", "2", FAIR, "Wider reach", "Visit colleges", priorities=("P1",)))
    shown = columns("theme", "objective", "action", "priorities")
    table = table_of(shown, more, group_by="objective")
    assert [row[:2] for row in full_grid(table)[1:]] == [
        [FAIR, "Fair panels"], [FAIR, "Fair panels"], [FAIR, "Wider reach"], [FAIR, "Wider reach"],
        [KIND, "Less abuse"], [KIND, "Less abuse"],
    ]  # fmt: skip
    assert [(cell["rowspan"], plain(cell.get_text())) for cell in table.select("th[rowspan]")] == [
        ("4", FAIR), ("2", KIND),
    ]  # fmt: skip
    assert len(table.select("tbody")) == 2


def test_an_objective_with_priorities_of_its_own_keeps_them_apart(table_of) -> None:
    own = (*PLAN[:2], Action(**vars(PLAN[2]) | {"priorities": ("P2",)}), *PLAN[3:])
    table = table_of(columns("theme", "objective", "priorities"), own, group_by="objective")
    assert [row[2] for row in full_grid(table)[1:]] == ["Priority 1", "Priority 2", "Priority 2"]
    assert [row[0] for row in full_grid(table)[1:]] == [FAIR, FAIR, KIND]


def test_a_theme_that_comes_back_later_starts_again(table_of) -> None:
    plan = tuple(
        Action(str(n), "1", theme, goal, "Do it")
        for n, (theme, goal) in enumerate([("A", "x"), ("B", "y"), ("A", "z")])
    )
    table = table_of(columns("theme", "objective"), plan, group_by="objective")
    assert [row[0] for row in full_grid(table)[1:]] == ["A", "B", "A"]


@pytest.mark.parametrize("shown", ["theme", "priorities", ["theme", "priorities"]])
def test_a_layout_of_nothing_but_themes_still_has_rows(table_of, shown: str | list[str]) -> None:
    grid = full_grid(table_of(columns(shown), group_by="objective"))
    assert len(grid) == 4
    assert all(row[0] for row in grid)


def test_groups_as_rows_head_their_actions(table_of) -> None:
    table = table_of(columns("id", "action"), group_by="theme", groups_as="rows")
    assert [row[0] for row in full_grid(table)[1:]] == [FAIR, "1", "2", "3", KIND, "4", "5"]
    heads = table.select("tbody th[scope=rowgroup]")
    assert [(head["colspan"], head.strong.get_text()) for head in heads] == [
        ("2", FAIR), ("2", KIND),
    ]  # fmt: skip


def test_an_indicator_as_a_row_has_its_name_values_and_result(table_of) -> None:
    table = table_of(
        columns("id", "action"), group_by="indicator", groups_as="rows",
        indicator_label="Metric", value_years=[2020, 2021],
    )  # fmt: skip
    head = plain(table.select("tbody th[scope=rowgroup]")[0].get_text(" "))
    assert head.startswith("Metric 2. Likelihood of White applicants")
    assert "2020: 1.60 · 2021: 1.40" in head
    assert "Improvement ." in head
    assert [row[0].split(".")[0] for row in full_grid(table)[1:]] == [
        "Metric 2", "1", "2", "3", "Metric 5", "4", "General", "5",
    ]  # fmt: skip


def test_actions_of_a_group_stand_in_one_list(table_of) -> None:
    table = table_of(columns("theme", "action"), group_by="theme", actions_as="list", show_ids=True)
    items = [[plain(li.get_text()) for li in ul.select("li")] for ul in table.select("ul")]
    assert items == [
        ["1 Train panels Write the course; Give it", "2 Publish rates", "3 Advertise widely"],
        ["4 Back staff who speak up", "5 Hold a listening day"],
    ]
    assert len(full_grid(table)) == 3


def test_lists_by_lead_have_each_lead_once(table_of) -> None:
    table = table_of(columns("action"), group_by="theme", actions_as="list", list_by="lead")
    cells = table.select("tbody th")
    assert [[p.get_text() for p in cell.select("p")] for cell in cells] == [
        ["Head of HR", "Head of OD", "Head of HR, Trust Secretary"],
        ["No lead named", "Head of HR"],
    ]
    assert [len(cell.select("ul")) for cell in cells] == [3, 2]


def test_values_stand_in_columns_by_their_year(table_of) -> None:
    chosen = [
        {"show": "indicators", "heading": "No."},
        {"show": "value", "heading": "Before", "year": 2020},
        {"show": "value", "heading": "Now", "year": 2021},
        {"show": "aim", "heading": "Aim"},
    ]
    table = table_of(chosen, group_by="indicator", aims={5: "lower", 8: 10.5})
    assert full_grid(table) == [
        ["No.", "Before", "Now", "Aim"],
        ["2", "1.60", "1.40", "Aim 1.00"],
        ["5, 8", "5: 28.5%", "5: 30.1% 8: 14.0%", "Lower is better Aim 10.5%"],
        ["General", "–", "–", "–"],
    ]


def test_in_lists_each_indicator_of_a_group_has_a_row_of_its_own(table_of) -> None:
    table = table_of(
        columns("theme", "indicator_names", "value", "action", year=2021),
        group_by="theme", actions_as="list",
        groups=[{"name": FAIR, "values": [2, 5, 8]}, {"name": KIND, "values": []}],
    )  # fmt: skip
    grid = full_grid(table)
    assert [(row[1].split(".")[0], row[2]) for row in grid[1:]] == [
        ("Indicator 2", "1.40"), ("Indicator 5", "30.1%"), ("Indicator 8", "14.0%"),
        ("5, 8", "–"),
    ]  # fmt: skip
    assert len({row[3] for row in grid[1:4]}) == 1


def test_a_group_is_named_in_the_words_of_the_settings(table_of) -> None:
    table = table_of(
        columns("theme", "indicator_names"), group_by="theme",
        groups=[{"name": FAIR, "indicators": "Indicators 2 and 7 *together*"}],
    )  # fmt: skip
    assert full_grid(table)[1][1] == "Indicators 2 and 7 *together*"


def test_a_column_of_references_names_actions_and_plans(table_of) -> None:
    plan = (Action("1", action="A", see_actions=("2",), see_plans=("the People Plan",)),
            Action("2", action="B"))  # fmt: skip
    grid = full_grid(table_of(columns("references", "see_actions", "see_plans"), plan))
    assert grid[1:] == [["See 2, the People Plan", "2", "the People Plan"], ["–", "–", "–"]]


def test_the_head_of_a_column_is_printed_as_it_stands(table_of) -> None:
    chosen = [{"show": "id", "heading": "- *Nº* | #"}, {"show": "action", "heading": "1. Action"}]
    assert full_grid(table_of(chosen))[0] == ["- *Nº* | #", "1. Action"]
