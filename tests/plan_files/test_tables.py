"""A plan is found in a table, its rows become actions, its ids are kept or made."""

from __future__ import annotations

from tests.plan_files.conftest import HEAD, columns_of, fault_of, remarks_of
from wres_report.faults import ExitStatus
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.placing import parse_map
from wres_report.plan_files.writing import csv_text


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
