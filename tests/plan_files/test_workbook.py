"""The workbook of a plan: accessible, the same at every build, text as text."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from wres_report.faults import Fault
from wres_report.plan_files.headings import PLAIN_HEADINGS
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.sheet_writer import row_height
from wres_report.plan_files.workbook import ACTIONS, PROGRESS, PlanSheet, write_workbook
from wres_report.plan_files.workbook_words import MEANINGS
from wres_report.plans.layout import State
from wres_report.plans.model import PLAN_COLUMNS, Action

EPOCH = 1_648_684_800  # 31 March 2022
PLAN = (
    Action("1.1", "1", action="Train panels", lead=("HR", "OD"), timeframe="31 March 2022"),
    Action("1.2", "all", action="=1+1", sub_actions=("+a", "-b", "@c"), rag="On track"),
)
LAST = (Action("1", "2", action="Ask staff", rag="Delivered", progress="Done"),)
LEGEND = (State("On track", "green"), State("Delivered", "blue", done=True))


@pytest.fixture
def make(tmp_path: Path):
    """``make(*sheets)``: the path of a workbook with those sheets."""

    def make(*sheets: PlanSheet, name: str = "plan.xlsx", epoch: int = EPOCH, notes=()) -> Path:
        path = tmp_path / name
        write_workbook(
            path, sheets, title="Action plan", trust="Example NHS Trust", year_words="WRES 2022",
            notes=notes, epoch=epoch,
        )  # fmt: skip
        return path

    return make


def sheets_of(*, plan: tuple[Action, ...] = PLAN) -> tuple[PlanSheet, PlanSheet]:
    return (
        PlanSheet(ACTIONS, "This year's plan", plan, LEGEND, {"P1": "Fair careers"}),
        PlanSheet(PROGRESS, "Last year's plan", LAST, LEGEND),
    )


def texts_of(sheet) -> list[list[str | None]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_sheet_has_its_title_in_a1_and_at_most_one_table(make) -> None:
    book = load_workbook(make(*sheets_of()))
    assert book.sheetnames == ["Cover", "Notes", "Actions", "Progress"]
    titles = [sheet["A1"].value for sheet in book]
    assert titles == ["Action plan", "Notes", "This year's plan", "Last year's plan"]
    assert [list(sheet.tables) for sheet in book] == [
        [], ["Notes_table"], ["Actions_table"], ["Progress_table"],
    ]  # fmt: skip
    for sheet in (*book.worksheets[1:],):
        (table,) = sheet.tables.values()
        assert sheet["A2"].value.startswith("This worksheet contains one table.")
        assert table.ref.endswith(f"{sheet.cell(sheet.max_row, sheet.max_column).coordinate}")
        assert sheet.freeze_panes == table.ref.partition(":")[0].replace("A3", "A4")


def test_no_cell_is_merged_and_no_row_or_column_is_empty(make) -> None:
    for sheet in load_workbook(make(*sheets_of(), notes=["A further note."])):
        assert not sheet.merged_cells.ranges
        rows = texts_of(sheet)
        assert all(any(row) for row in rows), sheet.title
        assert all(any(column) for column in zip(*rows, strict=True)), sheet.title


def test_the_cover_says_what_it_is_and_leads_to_every_sheet(make) -> None:
    cover = load_workbook(make(*sheets_of()))["Cover"]
    assert cover["A2"].value == "Example NHS Trust, WRES 2022"
    links = {cell.value: cell.hyperlink.location for cell in cover["A"] if cell.hyperlink}
    assert links == {
        "Notes: what the columns and the marks mean": "'Notes'!A1",
        "Actions: This year's plan, 2 actions": "'Actions'!A1",
        "Progress: Last year's plan, 1 action": "'Progress'!A1",
    }


def test_the_notes_explain_every_column_state_and_priority_that_is_shown(make) -> None:
    book = load_workbook(make(*sheets_of(), notes=["A further note."]))
    rows = texts_of(book["Notes"])
    assert rows[2][0] == "A further note."
    table = rows[3:]
    assert table[0] == ["Part", "Name", "What it means"]
    shown = {c.value for s in ("Actions", "Progress") for c in book[s][3]}
    assert {row[1] for row in table if row[0] == "Column"} == shown
    states = [row[1:] for row in table if row[0] == "State"]
    assert states[0] == ["On track", "Shown in green in the report."]
    assert states[1][1].endswith("Nothing more is to be done.")
    assert ["Priority", "P1", "Fair careers"] in table
    assert any(row[:2] == ["Mark", "|"] for row in table)


def test_headings_are_plain_words_and_only_of_columns_that_hold_something(make) -> None:
    book = load_workbook(make(*sheets_of()))
    assert [cell.value for cell in book["Actions"][3]] == [
        "Action ID", "WRES indicators", "Action", "Steps", "Led by", "When", "State",
    ]  # fmt: skip
    assert set(PLAIN_HEADINGS) == set(MEANINGS) == set(PLAN_COLUMNS)
    assert len(set(PLAIN_HEADINGS.values())) == len(PLAN_COLUMNS)


def test_text_that_begins_like_a_formula_stays_text(make) -> None:
    sheet = load_workbook(make(*sheets_of()))["Actions"]
    cells = {cell.value: cell for row in sheet.iter_rows(min_row=4) for cell in row}
    assert cells["=1+1"].data_type == "s"
    assert cells["=1+1"].quotePrefix
    assert cells["+a | -b | @c"].data_type == "s"
    assert all(cell.data_type in "sn" for cell in cells.values())


def test_an_error_value_written_as_text_stays_text(make) -> None:
    plan = (Action("1", "1", action="#N/A"),)
    sheet = load_workbook(make(PlanSheet(ACTIONS, "Plan", plan)))["Actions"]
    assert (sheet["C4"].value, sheet["C4"].data_type) == ("#N/A", "s")


def test_the_same_plan_and_time_give_the_same_bytes(make) -> None:
    one, two = make(*sheets_of(), name="1.xlsx"), make(*sheets_of(), name="2.xlsx")
    other = make(*sheets_of(), name="3.xlsx", epoch=EPOCH + 86_400)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes() != other.read_bytes()


def test_times_and_properties_are_those_of_the_epoch(make) -> None:
    path = make(*sheets_of())
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        assert {entry.date_time for entry in package.infolist()} == {(2022, 3, 31, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    properties = load_workbook(path).properties
    assert properties.title == "Action plan, WRES 2022"
    assert properties.creator == "Example NHS Trust"
    assert properties.language == "en-GB"
    moment = datetime.datetime(2022, 3, 31)
    assert properties.created.replace(tzinfo=None) == moment
    assert properties.modified.replace(tzinfo=None) == moment


def test_a_time_before_zip_files_is_their_earliest(make) -> None:
    with zipfile.ZipFile(make(*sheets_of(), epoch=0)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}


def test_what_no_workbook_can_hold_is_left_out_and_told(tmp_path: Path) -> None:
    plan = (Action("1", "1", action="a\x07b\ufffec\r\nd\re"),)
    cleaned = write_workbook(
        tmp_path / "plan.xlsx", [PlanSheet(ACTIONS, "Plan", plan)], title="T", trust="N",
        year_words="Y", epoch=EPOCH,
    )  # fmt: skip
    assert cleaned == ("Actions, cell C4: 2 characters that no workbook can hold left out.",)
    assert import_plan(tmp_path / "plan.xlsx").actions[0].action == "abc\nd\ne"


def test_text_that_looks_like_an_escape_is_kept(make) -> None:
    text = "a _x000D_ b _x005F_ c x005F_ d"
    path = make(PlanSheet(ACTIONS, "Plan", (Action("1", "1", action=text),)))
    assert import_plan(path).actions[0].action == text
    with zipfile.ZipFile(path) as package:  # Excel makes a line break of _x000D_ itself
        assert b"a _x005F_x000D_ b" in package.read("xl/worksheets/sheet3.xml")


def test_a_text_longer_than_excel_holds_is_refused(make) -> None:
    longest = Action("1", "1", action="a" * 32_767)
    make(PlanSheet(ACTIONS, "Plan", (longest,)))
    for text in ("a" * 32_768, "𝕎" * 16_384):
        with pytest.raises(Fault) as caught:
            make(PlanSheet(ACTIONS, "Plan", (Action("1", "1", action=text),)))
        assert caught.value.where == "Actions, cell C4"
        assert "32,767" in caught.value.what
        assert caught.value.action


def test_each_sheet_is_imported_as_the_year_it_is_for(make) -> None:
    path = make(*sheets_of())
    assert import_plan(path).actions == PLAN
    assert import_plan(path, last_plan=True).actions == LAST
    assert import_plan(path, sheet="Progress").actions == LAST


def test_a_workbook_that_someone_went_on_with_is_read_with_its_new_cells(make) -> None:
    path = make(*sheets_of())
    book = load_workbook(path)
    sheet = book["Actions"]
    sheet["H3"], sheet["H4"] = "Cost", "£5"
    sheet["F5"] = datetime.date(2022, 5, 31)
    book.save(path)
    imported = import_plan(path)
    assert imported.actions[1].timeframe == "31 May 2022"
    assert imported.columns[-1].placement.column == ""
    assert import_plan(path, maps=["Cost=note"]).actions[0].note == "£5"


def test_a_plan_without_actions_has_no_sheet(make) -> None:
    path = make(PlanSheet(ACTIONS, "Plan", ()), PlanSheet(PROGRESS, "Last", LAST))
    assert load_workbook(path).sheetnames == ["Cover", "Notes", "Progress"]


def test_a_row_is_tall_enough_for_its_longest_cell_and_no_taller_than_a_row_can_be(make) -> None:
    one, long = row_height(["a", "b"], [10, 10]), row_height(["a", "word " * 40], [10, 50])
    assert long >= 4 * one
    assert row_height(["x" * 30_000], [10]) == 409
    plan = (Action("1", "1", action="word " * 60, timeframe="Q1"), Action("2", "1", action="b"))
    sheet = load_workbook(make(PlanSheet(ACTIONS, "Plan", plan)))[ACTIONS]
    heights = [sheet.row_dimensions[row].height for row in (4, 5)]
    assert heights[0] >= 5 * heights[1]
