"""Plans as trusts write them: tables found, columns placed, cells rewritten, nothing lost."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from wres_report.faults import ExitStatus, Fault
from wres_report.plan_files.action_cells import parts_of
from wres_report.plan_files.from_xlsx import text_of_value
from wres_report.plan_files.grid import Cell, Line
from wres_report.plan_files.headings import Certainty, candidates
from wres_report.plan_files.importing import Imported, import_plan
from wres_report.plan_files.indicator_cells import read_indicators
from wres_report.plan_files.placing import parse_map
from wres_report.plan_files.writing import csv_text, write_plan
from wres_report.plans.model import PLAN_COLUMNS, Action

HEAD = ["Metric", "Action Required", "Lead", "Due Date"]


@pytest.fixture
def write(tmp_path: Path):
    """``write([["Metric", …], […]])``: the path of a CSV file with those rows."""

    def write(rows: list[list[str]], name: str = "plan.csv") -> Path:
        path = tmp_path / name
        lines = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
        path.write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")
        return path

    return write


@pytest.fixture
def workbook(tmp_path: Path):
    """``workbook(build)``: the path of an .xlsx whose first sheet ``build(sheet, book)`` fills."""

    def make(build, name: str = "plan.xlsx") -> Path:
        book = Workbook()
        build(book.active, book)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def document(tmp_path: Path):
    """``document(build)``: the path of a .docx that ``build(document)`` fills."""

    def make(build) -> Path:
        word = Document()
        build(word)
        word.save(tmp_path / "plan.docx")
        return tmp_path / "plan.docx"

    return make


def table_of(word, rows: list[list[str]]):
    table = word.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    return table


def columns_of(imported: Imported) -> dict[str, tuple[str, str]]:
    return {
        placed.placement.heading: (placed.placement.column, str(placed.placement.certainty))
        for placed in imported.columns
    }


def remarks_of(imported: Imported, kind: str) -> str:
    return "\n".join(
        f"{remark.text} {'; '.join(remark.places)}"
        for remark in imported.remarks
        if remark.kind == kind
    )


def fault_of(call, *arguments, status: ExitStatus = ExitStatus.INPUT_MISSING, **options) -> Fault:
    with pytest.raises(Fault) as caught:
        call(*arguments, **options)
    assert caught.value.status is status
    return caught.value


# --- headings


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


# --- cells


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


# --- a table


def test_a_plan_is_read_and_its_mapping_told(write) -> None:
    imported = import_plan(
        write([
            [*HEAD, "RAG", "Cost"],
            ["Metric 3 Relative likelihood", "Train panels", "HR; OD", "31 March 2022", "", "£5"],
        ])
    )  # fmt: skip
    (action,) = imported.actions
    assert (action.id, action.indicators, action.action) == ("3.1", "3", "Train panels")
    assert (action.lead, action.timeframe) == (("HR", "OD"), "31 March 2022")
    assert columns_of(imported)["Metric"] == ("indicators", "exact")
    assert columns_of(imported)["Cost"] == ("", "none")
    assert [placed.filled for placed in imported.columns] == [1, 1, 1, 1, 0, 1]


def test_a_title_above_the_head_and_empty_rows_are_no_rows_of_the_plan(write) -> None:
    imported = import_plan(
        write([
            ["WRES action plan 2022", "", "", ""], ["", "", "", ""], HEAD,
            ["1", "Train", "HR", "May 2022"], ["", "", "", ""], ["2", "Ask", "OD", "June 2022"],
        ])
    )  # fmt: skip
    assert [action.action for action in imported.actions] == ["Train", "Ask"]
    assert "WRES action plan 2022" in remarks_of(imported, "above")
    assert imported.table == "plan.csv, head in row 3"
    assert imported.rows == 2


def test_empty_group_cells_mean_the_one_above_until_a_row_across_the_table(write) -> None:
    imported = import_plan(
        write([
            ["Indicator", "Aim", "Action", "Lead"],
            ["Indicator 2", "Parity", "One", "HR"], ["", "", "Two", "HR"],
            ["Indicator 3", "", "Three", "HR"],
            ["GENERAL WRES ACTIONS", "", "", ""], ["", "", "Four", "HR"],
        ])
    )  # fmt: skip
    found = [(a.indicators, a.theme, a.objective) for a in imported.actions]
    assert found == [("2", "", "Parity"), ("2", "", "Parity"), ("3", "", ""), ("general", "", "")]
    assert "row 3" in remarks_of(imported, "filled_down")


def test_a_row_across_the_table_that_names_an_indicator_gives_it_to_those_below(workbook) -> None:
    def build(sheet, _book) -> None:
        for row in (["Action", "Lead", "When"], ["Indicator 3: discipline"], ["One", "HR", "May"]):
            sheet.append(row)
        sheet.merge_cells("A2:C2")

    (action,) = import_plan(workbook(build)).actions
    assert (action.indicators, action.theme) == ("3", "Indicator 3: discipline")


def test_a_lone_cell_in_the_column_of_the_action_is_an_action(write) -> None:
    actions = import_plan(write([["Action", "Lead", "When"], ["Train", "", ""]])).actions
    assert [action.action for action in actions] == ["Train"]


def test_rows_without_an_action_are_left_out_and_told(write) -> None:
    imported = import_plan(
        write([HEAD, ["1", "Train", "HR", "May"], ["", "", "A. Other", "June"],
               ["Red", "Amber", "Green", "Delivered"]])
    )  # fmt: skip
    assert len(imported.actions) == 1
    assert "row 3: A. Other | June" in remarks_of(imported, "left_out")
    assert "row 4: Red | Amber | Green | Delivered" in remarks_of(imported, "legend")


def test_what_tells_no_indicator_is_general_with_its_text_in_the_note(write) -> None:
    imported = import_plan(
        write([[*HEAD, "Comments"], ["Model employer", "Train", "HR", "May", "Ask"],
               ["", "Audit", "HR", "May", ""], ["4", "Fund", "HR", "May", ""]])
    )  # fmt: skip
    assert [(a.indicators, a.note) for a in imported.actions] == [
        ("general", "Ask Model employer"), ("general", ""), ("4", ""),
    ]  # fmt: skip
    assert "row 2, column 1: Model employer" in remarks_of(imported, "indicators")


def test_figures_that_a_page_break_cuts_off_are_no_indicator(write) -> None:
    imported = import_plan(
        write([HEAD, ["Metric 6", "Train", "HR", "May"],
               ["2020: 25% 2021: 27%", "Ask", "HR", "May"]])
    )  # fmt: skip
    assert [a.indicators for a in imported.actions] == ["6", "6"]
    assert "2020: 25% 2021: 27%" in remarks_of(imported, "left_out")


def test_line_breaks_become_spaces_and_bullets_semicolons(write) -> None:
    (action,) = import_plan(
        write([["Metric", "Action", "Outcome", "Progress"],
               ["1", "Train\nall panels", "• fairer\n• faster", "Begun\r\n\r\nin May"]])
    ).actions  # fmt: skip
    assert (action.action, action.outcome) == ("Train all panels", "fairer; faster")
    assert action.progress == "Begun in May"
    assert csv_text([action]).count("\n") == 2


# --- ids


def ids_of(write, rows: list[list[str]], head: list[str] | None = None) -> list[str]:
    return [a.id for a in import_plan(write([head or HEAD, *rows])).actions]


def test_ids_come_from_brackets_and_leave_the_text(write) -> None:
    imported = import_plan(
        write([HEAD, ["1", "[1.1] Train", "HR", ""], ["", "[1.2] Ask", "HR", ""],
               ["General", "[G1] Celebrate", "HR", ""]])
    )  # fmt: skip
    assert [(a.id, a.action) for a in imported.actions] == [
        ("1.1", "Train"), ("1.2", "Ask"), ("G1", "Celebrate"),
    ]  # fmt: skip


def test_numbers_that_begin_again_get_their_indicator(write) -> None:
    rows = [["1", "1. Train\n2. Ask", "HR", ""], ["2", "1. Audit", "HR", ""]]
    assert ids_of(write, rows) == ["1.1", "1.2", "2.1"]


def test_an_id_that_stands_for_several_actions_is_counted_on(write) -> None:
    head = ["No.", "Indicators", "Action", "Lead"]
    rows = [["3", "1", "Train", "HR"], ["3", "2", "Ask", "HR"], ["4", "3", "• A\n• B", "HR"]]
    assert ids_of(write, rows, head) == ["3.1", "3.2", "4"]


def test_ids_are_made_of_the_indicator_or_counted(write) -> None:
    assert ids_of(write, [["2", "Train", "", ""], ["", "Ask", "", ""], ["5", "Audit", "", ""]]) == [
        "2.1", "2.2", "5.1",
    ]  # fmt: skip
    assert ids_of(write, [["2", "Train", "", ""], ["all", "Ask", "", ""]]) == ["1", "2"]


def test_a_number_that_few_actions_begin_with_belongs_to_the_text(write) -> None:
    rows = [["1", "2.5 posts for the network", "", ""], ["2", "Ask", "", ""], ["3", "See", "", ""]]
    imported = import_plan(write([HEAD, *rows]))
    assert imported.actions[0].action == "2.5 posts for the network"


# --- what the person says


def test_the_map_overrides_a_guess_and_leaves_a_column_out(write) -> None:
    path = write([[*HEAD, "Result", "Status"], ["1", "Train", "HR", "May", "Worse", "Red"]])
    imported = import_plan(path, maps=["Result=note", "status="])
    (action,) = imported.actions
    assert (action.note, action.rag) == ("Worse", "")
    assert columns_of(imported)["Result"] == ("note", "told")
    assert columns_of(imported)["Status"] == ("", "told")


def test_the_map_makes_a_head_of_words_that_are_not_known(write) -> None:
    path = write([["Vorhaben", "Wer", "Bis"], ["Schulen", "Personal", "Mai 2022"]])
    told = ["Vorhaben=action", "Wer=lead", "Bis=When"]
    (action,) = import_plan(path, maps=told).actions
    assert (action.action, action.lead, action.timeframe) == ("Schulen", ("Personal",), "Mai 2022")


def test_a_map_that_cannot_be_is_a_usage_fault(write) -> None:
    path = write([HEAD, ["1", "Train", "HR", "May"]])
    usage = ExitStatus.USAGE
    assert "Colour" in fault_of(import_plan, path, maps=["Colour=rag"], status=usage).what
    assert "Metric" in fault_of(import_plan, path, maps=["Colour=rag"], status=usage).action
    assert "colour" in fault_of(import_plan, path, maps=["Metric=colour"], status=usage).what
    assert "--map" in fault_of(parse_map, ["Metric"], status=usage).action


def test_a_table_without_a_known_head_is_a_fault_that_says_what_to_do(write) -> None:
    fault = fault_of(import_plan, write([["Name", "Age"], ["Ann", "40"]]))
    assert "--map" in fault.action
    assert "begins with: Name, Age" in fault.where


def test_a_second_table_on_the_same_sheet_is_told_and_can_be_chosen(write) -> None:
    rows = [
        ["Metric", "Objective", "Actions", "Timescales", "Leads", "Progress"],
        ["1", "Records", "Ask", "May 2021", "JD", "Done"],
        ["No", "Outcome", "Actions", "WRES indicator", "When", "Leads"],
        ["1", "Parity", "Train", "2", "Quarterly", "OD"],
    ]
    assert import_plan(write(rows)).actions[0].action == "Train"
    assert "head in row 1" in remarks_of(import_plan(write(rows)), "other")
    last = import_plan(write(rows), last_plan=True)
    assert (last.actions[0].action, last.actions[0].progress) == ("Ask", "Done")
    assert import_plan(write(rows), tables=[1]).actions[0].action == "Ask"
    fault = fault_of(import_plan, write(rows), tables=[3], status=ExitStatus.USAGE)
    assert "no table 3" in fault.what


# --- .xlsx


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


# --- .docx


def test_a_repeated_head_goes_on_and_a_table_without_one_does_too(document) -> None:
    def build(word) -> None:
        word.add_paragraph("Our plan")
        table_of(word, [["On track", "Delivered", "Critical", ""], HEAD, ["Metric 1", "A", "", ""]])
        table_of(word, [HEAD, ["", "B", "HR", ""]])
        table_of(word, [["Metric 2", "C", "HR", ""]])
        table_of(word, [["", *HEAD[1:]], ["GENERAL ACTIONS", "D", "HR", ""]])

    imported = import_plan(document(build))
    found = [(a.indicators, a.action) for a in imported.actions]
    assert found == [("1", "A"), ("1", "B"), ("2", "C"), ("general", "D")]
    assert "table 3" in remarks_of(imported, "going_on")
    assert "On track" in remarks_of(imported, "above")
    assert "paragraphs outside of the tables (1)" in remarks_of(imported, "text")


def test_lists_merged_cells_and_nested_tables_of_a_document_are_read(document) -> None:
    def build(word) -> None:
        table = table_of(word, [
            [*HEAD, "Progress"], ["Metric 4", "", "HR", "May 2022", ""], ["", "Ask", "", "", ""],
            ["Feeling valued", "", "", "", ""], ["Metric 5", "", "OD", "", ""],
        ])  # fmt: skip
        cell = table.cell(1, 1)
        cell.text = "Review:"
        for text in ("adverts", "panels"):
            cell.add_paragraph(text, style="List Bullet")
        table.cell(1, 0).merge(table.cell(2, 0))
        table.cell(1, 2).merge(table.cell(2, 2))
        table.cell(3, 0).merge(table.cell(3, 4))
        number = table.cell(4, 1)
        number.paragraphs[0].text, number.paragraphs[0].style = "Train", "List Number"
        number.add_paragraph("Fund", style="List Number")
        inner = table.cell(1, 4).add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "Begun", "in May"

    imported = import_plan(document(build))
    found = [(a.id, a.indicators, a.theme, a.action, a.sub_actions) for a in imported.actions]
    assert found == [
        ("4.1", "4", "", "Review:", ("adverts", "panels")),
        ("4.2", "4", "", "Ask", ()),
        ("5.1", "5", "Feeling valued", "Train", ()),
        ("5.2", "5", "Feeling valued", "Fund", ()),
    ]
    assert imported.actions[0].progress == "Begun in May"
    assert imported.actions[1].lead == ("HR",)
    assert remarks_of(imported, "nested")


def test_tracked_changes_are_read_as_if_accepted(document) -> None:
    def build(word) -> None:
        table = table_of(word, [HEAD, ["1", "Train", "HR", "May"]])
        paragraph = table.cell(1, 1).paragraphs[0]
        inserted = OxmlElement("w:ins")
        run = paragraph.add_run(" all panels")
        paragraph._p.append(inserted)
        inserted.append(run._r)

    imported = import_plan(document(build))
    assert imported.actions[0].action == "Train all panels"
    assert "accepted" in remarks_of(imported, "changes")


def test_deleted_and_wrapped_rows_breaks_and_shades_of_a_document_are_read(document) -> None:
    def build(word) -> None:
        texts = ("Gone", "Kept", "Wrapped")
        plan = [["1", text, "HR", "May", ""] for text in texts]
        table = table_of(word, [[*HEAD, "RAG"], *plan])
        rows = table._tbl.tr_lst
        rows[1].get_or_add_trPr().append(OxmlElement("w:del"))
        wrapper, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        rows[3].addprevious(wrapper)
        wrapper.append(content)
        content.append(rows[3])
        run = table.cell(2, 1).paragraphs[0].runs[0]
        run.add_break()
        run.add_text("for good")
        shade = OxmlElement("w:shd")
        shade.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fill", "FF0000")
        table.cell(2, 4)._tc.get_or_add_tcPr().append(shade)

    imported = import_plan(document(build))
    assert [a.action for a in imported.actions] == ["Kept for good", "Wrapped"]
    assert "table 1, row 2" in remarks_of(imported, "changes")
    assert "table 1, row 3, column 5" in remarks_of(imported, "colour")


def test_a_plan_in_a_table_within_a_table_is_found(document) -> None:
    def build(word) -> None:
        outer = word.add_table(1, 2)
        outer.cell(0, 0).text = "Our plan"
        inner = outer.cell(0, 1).add_table(2, 4)
        for column, text in enumerate(HEAD):
            inner.cell(0, column).text = text
        for column, text in enumerate(["1", "Train", "HR", "May"]):
            inner.cell(1, column).text = text

    imported = import_plan(document(build))
    assert imported.actions[0].action == "Train"
    assert imported.table == "table 2, head in row 1"


def test_tables_of_a_document_can_be_named(document) -> None:
    def build(word) -> None:
        table_of(word, [HEAD, ["1", "A", "", ""]])
        table_of(word, [HEAD, ["2", "B", "", ""]])

    path = document(build)
    assert [a.action for a in import_plan(path, tables=[2]).actions] == ["B"]
    assert [a.action for a in import_plan(path, tables=[2, 1]).actions] == ["B", "A"]
    assert fault_of(import_plan, path, sheet="A", status=ExitStatus.USAGE)


def test_a_word_outside_every_table_is_no_plan(document) -> None:
    fault = fault_of(import_plan, document(lambda word: word.add_paragraph("Action: train")))
    assert "no table" in fault.what


# --- files that cannot be read


def test_files_that_cannot_be_read_say_what_to_do(tmp_path: Path) -> None:
    ole, package = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, tmp_path / "other.docx"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("nothing.txt", "nothing")
    cases = {
        "locked.xlsx": (ole, "password"), "locked.docx": (ole, "password"),
        "old.xls": (ole, "*.xlsx"), "old.doc": (ole, "*.docx"), "plan.pdf": (b"%PDF-1.7", "Word"),
        "plan.docx": (b"%PDF-1.7", "PDF"), "text.xlsx": (b"Metric,Action", "no .xlsx"),
        "broken.xlsx": (b"PK\x03\x04 and then nothing", "damaged"),
        "other.docx": (package.read_bytes(), "damaged"),
        "other.xlsx": (package.read_bytes(), "damaged"),
        "empty.csv": (b"", "empty"), "latin.csv": ("Métric,Action".encode("latin-1"), "UTF-8"),
        "semicolons.csv": (b"Metric;Action\n1;Train\n", "semicolons"),
        "open.csv": (b'Metric,Action\n1,"Train\n', "double quote"), "plan.numbers": (b"x", ".csv"),
        "blank.csv": (b"\n,,\n\n", "no table"),
    }  # fmt: skip
    for name, (content, words) in cases.items():
        (tmp_path / name).write_bytes(content)
        fault = fault_of(import_plan, tmp_path / name)
        assert words in f"{fault.what} {fault.action}", name
        assert fault.action, name
    assert "missing" in fault_of(import_plan, tmp_path / "none.xlsx").what
    assert "folder" in fault_of(import_plan, tmp_path).what


def test_a_folder_that_cannot_be_written_to_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    fault = fault_of(write_plan, tmp_path / "file" / "actions.csv", [Action("1")])
    assert "cannot be written" in fault.what


def test_every_synonym_is_of_a_column_and_written_as_headings_are_compared() -> None:
    from wres_report.plan_files.headings import normalised
    from wres_report.plan_files.synonyms import SYNONYMS

    assert set(SYNONYMS) == set(PLAN_COLUMNS)
    names = [name for names in SYNONYMS.values() for name in names]
    assert len(names) == len(set(names))
    assert all(normalised(name) == name for name in names)


def test_reading_changes_nothing_in_the_file(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet.append(HEAD)
        sheet.append([1, "Train", "HR", "May"])

    path = workbook(build)
    before = path.read_bytes()
    import_plan(path)
    assert path.read_bytes() == before
    assert load_workbook(path).active["B2"].value == "Train"
