"""Plans in workbooks: merged cells, dates, formulas, sheets, groups."""

from __future__ import annotations

import datetime

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from tests.plan_files.conftest import HEAD, columns_of, fault_of, remarks_of, table_of
from wres_report.faults import ExitStatus
from wres_report.plan_files.from_xlsx import text_of_value
from wres_report.plan_files.importing import import_plan


def test_merged_cells_dates_and_numbers_of_a_workbook_are_read(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet["A1"] = "Our plan"
        sheet.merge_cells("A1:E1")
        for column, text in enumerate(["Ref", "Indicator", "Action", "Owner", "Deadline"], 1):
            sheet.cell(3, column, text)
        rows = [
            (1.1, 2.0, "Train", "HR", datetime.datetime(2022, 3, 31)),
            (1.2, None, "Ask", None, datetime.date(2022, 3, 1)),
            ("Feeling valued", None, None, None, None),
            (2.0, 4, "Audit", "OD", "Quarterly"),
        ]
        for r, row in enumerate(rows, 4):
            for c, value in enumerate(row, 1):
                sheet.cell(r, c, value)
        sheet["E5"].number_format = "mmm-yy"
        sheet["A5"].number_format = "0.00"
        sheet.merge_cells("B4:B5")
        sheet.merge_cells("D4:D5")
        sheet.merge_cells("A6:E6")
        sheet.row_dimensions[5].hidden = True

    imported = import_plan(workbook(build))
    assert [(a.id, a.indicators, a.lead, a.timeframe, a.theme) for a in imported.actions] == [
        ("1.1", "2", ("HR",), "31 March 2022", ""),
        ("1.20", "2", ("HR",), "March 2022", ""),
        ("2", "4", ("OD",), "Quarterly", "Feeling valued"),
    ]
    assert "row 5" in remarks_of(imported, "hidden")
    assert "lead" in remarks_of(imported, "merged")
    assert "Feeling valued" in remarks_of(imported, "theme")


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (2.0, "General", "2"), (1.1, "General", "1.1"), (0.1 + 0.2, "General", "0.3"),
        (1.1, "0.00", "1.10"), (0.25, "0%", "25%"), (0.255, "0.0%", "25.5%"),
        (3, "@", "3"), (True, "General", "TRUE"), (2_000_000.0, "#,##0", "2000000"),
        (datetime.datetime(2022, 3, 31, 14, 30), "d/m/yy h:mm", "31 March 2022 14:30"),
        (datetime.datetime(2022, 3, 1), '[$-809]mmmm yyyy;@', "March 2022"),
        (datetime.datetime(2022, 1, 1), "yyyy", "2022"), (datetime.time(9, 5), "h:mm", "09:05"),
        ("a_x000D_b", "General", "a\rb"), ("_x005F_x000D_", "General", "_x000D_"),
    ],
)  # fmt: skip
def test_a_value_is_the_text_that_people_read(value, number_format: str, text: str) -> None:
    assert text_of_value(value, number_format) == text


def test_formulas_without_a_value_colours_and_comments_are_told(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (["Metric", "Action", "Lead", "RAG"], [1, "Train", "=A1", None]):
            sheet.append(row)
        sheet["D2"].fill = PatternFill("solid", fgColor="FF0000")
        sheet["B2"].comment = Comment("ask again", "x")

    imported = import_plan(workbook(build))
    assert imported.actions[0].lead == ()
    assert "C2" in remarks_of(imported, "formula")
    assert "cell D2" in remarks_of(imported, "colour")
    assert "B2" in remarks_of(imported, "comment")


def test_the_sheet_with_the_plan_is_found_and_another_can_be_named(workbook) -> None:
    def build(sheet, book) -> None:
        sheet.title = "Read me"
        sheet["A1"] = "Nothing here"
        for name, action in (("2022", "Train"), ("2021", "Ask")):
            other = book.create_sheet(name)
            other.append(HEAD)
            other.append([1, action, "HR", "May"])

    path = workbook(build)
    imported = import_plan(path)
    assert imported.actions[0].action == "Train"
    assert "2021" in remarks_of(imported, "other")
    assert import_plan(path, sheet="2021").actions[0].action == "Ask"
    fault = fault_of(import_plan, path, sheet="2020", status=ExitStatus.USAGE)
    assert "“2021”" in fault.action
    fault = fault_of(import_plan, path, tables=[1], status=ExitStatus.USAGE)
    assert "--sheet" in fault.action


def test_a_sheet_that_is_formatted_to_its_last_row_is_read_all_the_same(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet.append(HEAD)
        sheet.append([1, "Train", "HR", "May"])
        sheet["XFD1048576"].fill = PatternFill("solid", fgColor="FFFF00")

    assert len(import_plan(workbook(build)).actions) == 1


def test_a_heading_over_two_columns_joins_the_number_and_its_action(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet.append(["Indicator", "Action", None, "Lead"])
        sheet.merge_cells("B1:C1")
        sheet.append([2, "2.1", "Train", "HR"])
        sheet.append([2, "2.2", "Ask", "HR"])

    imported = import_plan(workbook(build))
    assert [(a.id, a.action) for a in imported.actions] == [("2.1", "Train"), ("2.2", "Ask")]


def test_a_heading_that_a_second_row_parts_is_two_headings(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet.append(["WRES Indicator", "Position", None, "Action", "Lead"])
        sheet.append([None, "2019", "2020", None, None])
        for area in ("A1:A2", "B1:C1", "D1:D2", "E1:E2"):
            sheet.merge_cells(area)
        sheet.append([3, 2.5, 2.8, "Train", "HR"])

    imported = import_plan(workbook(build))
    assert list(columns_of(imported)) == [
        "WRES Indicator", "Position 2019", "Position 2020", "Action", "Lead",
    ]  # fmt: skip
    assert len(imported.actions) == 1


def test_an_action_merged_over_rows_takes_what_each_of_them_holds(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (HEAD, ["1", "Train", "HR", "May"], ["9", None, "OD", "May"], ["2", "Ask"]):
            sheet.append(row)
        sheet.merge_cells("B2:B3")

    first, second = import_plan(workbook(build)).actions
    assert (first.indicators, first.lead, first.timeframe) == ("1;9", ("HR", "OD"), "May")
    assert second.action == "Ask"


def test_what_is_merged_over_columns_counts_for_the_first_and_is_told(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (HEAD, ["8", "As 5.2", "Refer to 5.2", None]):
            sheet.append(row)
        sheet.merge_cells("C2:D2")

    imported = import_plan(workbook(build))
    assert imported.actions[0].lead == ("Refer to 5.2",)
    assert imported.actions[0].timeframe == ""
    assert "cell C2" in remarks_of(imported, "merged")


def test_a_long_note_across_the_table_is_no_theme(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (HEAD, ["Note: " + "words " * 50], ["1", "Train", "HR", "May"]):
            sheet.append(row)
        sheet.merge_cells("A2:D2")

    imported = import_plan(workbook(build))
    assert imported.actions[0].theme == ""
    assert "row 2: Note: words" in remarks_of(imported, "left_out")


def test_a_lone_text_in_the_column_of_indicators_is_a_theme(write) -> None:
    rows = [HEAD, ["Feeling valued", "", "", ""], ["4", "Train", "HR", "May"]]
    assert import_plan(write(rows)).actions[0].theme == "Feeling valued"


def test_a_row_of_a_group_that_no_action_follows_is_told(write) -> None:
    rows = [["Metric", "Aim", "Action"], ["1", "Parity", "Train"], ["", "Fairness", ""]]
    assert "row 3: Fairness" in remarks_of(import_plan(write(rows)), "left_out")


def test_a_legend_in_one_cell_is_no_theme(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (HEAD, ["Key: Red = late, Amber = at risk"], ["1", "Train", "HR", "May"]):
            sheet.append(row)
        sheet.merge_cells("A2:D2")

    imported = import_plan(workbook(build))
    assert imported.actions[0].theme == ""
    assert "row 2" in remarks_of(imported, "legend")


def test_a_column_without_a_heading_is_known_by_its_cells_or_its_number(write) -> None:
    rows = [["", "Action", "Lead", ""], ["Metric 2", "Train", "HR", "x"], ["3", "Ask", "OD", "y"]]
    imported = import_plan(write(rows))
    assert columns_of(imported)["column 1"] == ("indicators", "guess")
    assert columns_of(imported)["column 4"] == ("", "none")
    named = import_plan(write(rows), maps=["column 4=note"])
    assert [action.note for action in named.actions] == ["x", "y"]


def test_two_columns_of_the_same_meaning_need_a_word(write) -> None:
    rows = [["Metric", "Action", "Progress", "Update"], ["1", "Train", "Begun", "In May"]]
    imported = import_plan(write(rows))
    assert imported.actions[0].progress == "Begun"
    assert imported.columns[3].placement.reason == "“Progress” holds progress already"
    both = import_plan(write(rows), maps=["Update=progress"])
    assert both.actions[0].progress == "In May"
    both = import_plan(write(rows), maps=["Update=progress", "Progress=progress"])
    assert both.actions[0].progress == "Begun In May"


def test_a_table_with_unknown_headings_can_be_named_and_mapped(document) -> None:
    def build(word) -> None:
        table_of(word, [["Thema", ""], ["Was", "Wer"], ["Schulen", "Personal"]])

    path = document(build)
    told = ["Was=action"]
    assert fault_of(import_plan, path).action.count("--table")
    (action,) = import_plan(path, tables=[1], maps=told).actions
    assert action.action == "Schulen"
    fault = fault_of(import_plan, path, tables=[1])
    assert fault.what == "No row of this table holds an action."


def test_steps_in_a_column_of_their_own_are_sub_actions(write) -> None:
    rows = [["Action", "Steps", "Lead"], ["Train", "• find\n• book", "HR"], ["", "Ask all", "OD"]]
    found = [(a.action, a.sub_actions) for a in import_plan(write(rows)).actions]
    assert found == [("Train", ("find", "book")), ("", ("Ask all",))]


def test_paragraphs_around_a_list_are_told(write) -> None:
    rows = [HEAD, ["1", "Review:\n• adverts\nby autumn", "HR", "May\nJune\nMay"],
            ["2", "First this\nthen that", "HR", "May"]]  # fmt: skip
    imported = import_plan(write(rows))
    assert [(a.action, a.sub_actions, a.timeframe) for a in imported.actions] == [
        ("Review: by autumn", ("adverts",), "May June"), ("First this then that", (), "May"),
    ]  # fmt: skip
    told = remarks_of(imported, "too_much")
    assert "after a list" in told
    assert "several lines" in told
    assert "Several paragraphs" in told
