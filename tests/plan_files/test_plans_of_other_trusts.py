"""Plans as trusts write them: their heads, footers, standards, states and numbered cells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan_files.conftest import HEAD, columns_of, remarks_of, table_of
from wres_report.plan_files.headings import candidates
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.indicator_cells import read_indicators
from wres_report.plan_files.states import state_of


@pytest.mark.parametrize(
    "heading",
    ["Key Performance Indicators", "Success metric", "Measure of success", "Success indicators",
     "Outcome metrics", "Progress indicator", "KPIs / success metrics", "WDES metric"],
)  # fmt: skip
def test_how_success_is_measured_is_no_indicator_of_the_standard(heading: str) -> None:
    assert "indicators" not in {candidate.column for candidate in candidates(heading)}


@pytest.mark.parametrize(
    "heading",
    ["WRES indicator [note 2]", "Indicator (see note 1)", "WRES Metric*", "WRES indicator",
     "Link to WRES indicator", "Indicator number and description"],
)  # fmt: skip
def test_an_indicator_is_one_whatever_note_stands_behind_it(heading: str) -> None:
    assert candidates(heading)[0].column == "indicators"


@pytest.mark.parametrize(
    ("cell", "indicators"),
    [("M3", "3"), ("M3 and M4", "3;4"), ("WRES | 3", "3"), ("WRES-3", "3"), ("Metric three", "3"),
     ("WRES 1, WDES 3", "1"), ("WRES/WDES 3", "3"), ("WRES: 1, 2; WDES: 4", "1;2"),
     ("Metric 2 [note 3]", "2"), ("[1] Percentage of staff", "1")],
)  # fmt: skip
def test_an_indicator_is_read_however_it_is_abbreviated(cell: str, indicators: str) -> None:
    assert read_indicators(cell).indicators == indicators


@pytest.mark.parametrize(
    "cell", ["WDES Metric 4a", "WDES | 3", "Metric 4a (WDES)", "Bank WRES 4", "EDS 2022 domain 2"]
)
def test_a_metric_of_another_standard_is_no_indicator_of_this_one(cell: str) -> None:
    assert not read_indicators(cell).told


def test_an_empty_metric_takes_nothing_from_above_across_standards(write) -> None:
    imported = import_plan(
        write([["Standard", "Metric", "Action", "Lead"],
               ["WRES", "3", "Train panels", "HR"], ["WRES", "", "Review cases", "HR"],
               ["WDES", "4", "Offer adjustments", "OD"], ["WDES", "", "Ask staff", "OD"],
               ["WRES", "5", "Report abuse", "OD"]])
    )  # fmt: skip
    found = [a.indicators for a in imported.actions]
    assert found == ["3", "3", "general", "general", "5"]


def test_the_metric_in_a_row_above_the_first_head_holds_for_its_rows(write) -> None:
    head = ["Action", "Lead", "Due Date"]
    imported = import_plan(
        write([["Action plan 2022", "", ""], ["Metric 1: share of staff", "", ""], head,
               ["Train", "HR", "May"], ["Metric 2: appointment", "", ""], head,
               ["Ask", "OD", "June"]])
    )  # fmt: skip
    assert [a.indicators for a in imported.actions] == ["1", "2"]
    assert "Metric 1" not in remarks_of(imported, "above")


@pytest.mark.parametrize(
    ("cell", "priorities"),
    [("HIA 1: Chief executives, chairs and board members", ("HIA1",)),
     ("HIA 1, 2 and 6", ("HIA1", "HIA2", "HIA6")),
     ("HIA 1: Chairs, chief executives; HIA 4: Health, pay", ("HIA1", "HIA4")),
     ("High Impact Action 2 – recruitment, fair and open", ("HIA2",)),
     ("HIA1, HIA2", ("HIA1", "HIA2")), ("P1, P2", ("P1", "P2")),
     ("A workforce that is compassionate, inclusive and well led",
      ("A workforce that is compassionate, inclusive and well led",))],
)  # fmt: skip
def test_a_comma_within_the_words_of_a_priority_does_not_part_it(
    write, cell: str, priorities: tuple[str, ...]
) -> None:
    (action,) = import_plan(
        write([[*HEAD, "High Impact Action"], ["1", "Train", "HR", "May", cell]])
    ).actions
    assert action.priorities == priorities


def test_words_of_its_own_beside_a_high_impact_action_are_told(write) -> None:
    cells = ["HIA 1: Chairs, chief executives", "HIA 1, 2 and 6", "HIA1, HIA 4: Health", "P1: Fair"]
    rows = [[str(n), f"Do {n}", "HR", "May", cell] for n, cell in enumerate(cells)]
    told = remarks_of(import_plan(write([[*HEAD, "High Impact Action"], *rows])), "priorities")
    assert "HIA 1: Chairs, chief executives" in told
    assert "HIA1, HIA 4: Health" in told
    assert "1, 2 and 6" not in told
    assert "P1" not in told


def test_a_state_of_b_is_blue_and_that_it_was_read_so_is_told(write) -> None:
    rows = [[str(n), f"Do {n}", "HR", "May", cell] for n, cell in enumerate(["(B)", "Blue", "A/B"])]
    imported = import_plan(write([[*HEAD, "RAG"], *rows]))
    assert [action.rag for action in imported.actions] == ["Blue", "Blue", "Amber/Blue"]
    told = remarks_of(imported, "state")
    assert "(B)" in told
    assert "A/B" in told
    assert ": Blue" not in told


def test_figures_between_two_heads_are_no_actions(write) -> None:
    imported = import_plan(
        write([HEAD, ["1", "Train panels", "HR", "May"], ["Band", "White", "BME", "Total"],
               ["Band 5", "120", "80", "200"], ["Band 6", "24.3%", "12.1%", "36.4%"],
               HEAD, ["2", "Ask staff", "OD", "June"]])
    )  # fmt: skip
    assert [a.action for a in imported.actions] == ["Train panels", "Ask staff"]
    assert "row 4: Band 5 | 120 | 80 | 200" in remarks_of(imported, "left_out")


def test_what_stands_below_a_plan_is_neither_theme_nor_action(write) -> None:
    imported = import_plan(
        write([HEAD, ["1", "Train panels", "HR", "May"], ["RAG key", "", "", ""],
               ["Red", "Not started, or late by a month", "", ""],
               ["Green", "On track to be done", "", ""], ["Owner", "Head of OD", "", ""],
               ["Notes: agreed by the board", "", "", ""]])
    )  # fmt: skip
    assert [(a.action, a.theme) for a in imported.actions] == [("Train panels", "")]
    assert "Head of OD" in remarks_of(imported, "left_out")
    assert not remarks_of(imported, "theme")


@pytest.mark.parametrize(
    ("cell", "state", "said"),
    [("R", "Red", ""), ("(A)", "Amber", ""), ("g", "Green", ""), ("Amber/Red", "Amber/Red", ""),
     ("A/R", "Amber/Red", ""), ("Green – all panels trained", "Green", "all panels trained"),
     ("AMBER", "Amber", ""), ("On track", "On track", ""), ("A new lead is sought",
      "A new lead is sought", ""), ("", "", "")],
)  # fmt: skip
def test_a_state_is_a_word_however_it_is_abbreviated(cell: str, state: str, said: str) -> None:
    assert state_of(cell) == (state, said)


def test_cells_that_number_their_parts_alike_are_paired(write) -> None:
    imported = import_plan(
        write([[*HEAD, "Progress"],
               ["1", "1. Train panels\n2. Ask staff\n3. Report", "HR",
                "1. May 2022\n2. June 2022\n3. July 2022", "1. Begun\n3. Drafted"]])
    )  # fmt: skip
    assert [(a.action, a.timeframe, a.progress, a.lead) for a in imported.actions] == [
        ("Train panels", "May 2022", "Begun", ("HR",)),
        ("Ask staff", "June 2022", "", ("HR",)),
        ("Report", "July 2022", "Drafted", ("HR",)),
    ]


def test_ticks_below_quarters_give_dates(write) -> None:
    imported = import_plan(
        write([["Metric", "Action", "Lead", "Q1", "Q2", "Q3 2022/23", "Q4"],
               ["1", "Train", "HR", "✓", "", "", ""], ["2", "Ask", "OD", "", "x", "x", ""]])
    )  # fmt: skip
    assert [a.timeframe for a in imported.actions] == ["Q1", "Q2; Q3 2022/23"]


def test_ticks_below_months_of_a_quarter_give_dates(write) -> None:
    imported = import_plan(
        write([["Metric", "Action", "Apr-Jun 2022", "Jul–Sep 2022", "Q3 (Oct to Dec 2022)", "Jan"],
               ["1", "Train", "✓", "", "", ""], ["2", "Ask", "", "x", "x", ""],
               ["3", "Hear", "", "", "", "y"]])
    )  # fmt: skip
    assert [a.timeframe for a in imported.actions] == [
        "Apr-Jun 2022", "Jul–Sep 2022; Q3 (Oct to Dec 2022)", "Jan",
    ]  # fmt: skip


def test_next_steps_are_the_actions_where_no_other_column_is(write) -> None:
    imported = import_plan(
        write([["Indicator", "Progress", "Next step(s)", "Lead"], ["1", "Begun", "Train", "HR"]])
    )
    assert columns_of(imported)["Next step(s)"][0] == "action"
    both = import_plan(
        write([["Indicator", "Action", "Next step(s)", "Lead"], ["1", "Train", "Ask", "HR"]])
    )
    assert (both.actions[0].action, both.actions[0].sub_actions) == ("Train", ("Ask",))


def test_the_national_template_of_2015_to_2019_is_read(document) -> None:
    def build(word) -> None:
        table = table_of(word, [
            ["", "Indicator", "Data for reporting year", "Data for previous year",
             "Narrative – the implications of the data and any additional background explanatory "
             "narrative", "Action taken and planned including e.g. does the indicator link to "
             "EDS2 evidence and/or a corporate Equality Objective"],
            ["For each of these four workforce indicators, compare the data", "", "", "", "", ""],
            ["1", "Percentage of staff in each band", "24.3%", "23.1%", "More in band 5",
             "Offer development to band 5"],
            ["2", "Relative likelihood of appointment", "1.31", "1.40", "", "Train all panels"],
        ])  # fmt: skip
        table.cell(1, 0).merge(table.cell(1, 5))

    imported = import_plan(document(build))
    assert [(a.indicators, a.rationale, a.action) for a in imported.actions] == [
        ("1", "More in band 5", "Offer development to band 5"), ("2", "", "Train all panels"),
    ]  # fmt: skip
    assert columns_of(imported)["Data for reporting year"][0] == ""


def test_a_plan_ends_where_other_tables_of_a_report_begin(document) -> None:
    head = ["No.", "Outcome", "Actions", "Indicator", "When", "Lead"]

    def build(word) -> None:
        table_of(word, [head, ["1", "Parity", "Train", "2", "May", "HR"]])
        word.add_paragraph("Who leads what")
        table_of(word, [["Lead", "No.", "Actions"], ["HR", "1", "1"]])
        word.add_paragraph("Files")
        table_of(word, [["Table", "Rows", "Notes"], ["board.csv", "2", "none"]])

    assert [a.action for a in import_plan(document(build)).actions] == ["Train"]


WORDS = ("panels", "staff", "recruitment", "mentoring", "appraisals", "networks", "posts", "data")
ACTIONS = st.lists(
    st.tuples(st.sampled_from(("Train", "Review", "Publish", "Ask")), st.sampled_from(WORDS),
              st.integers(10, 99)).map(lambda t: f"{t[0]} {t[1]} at site {t[2]} together"),
    min_size=1, max_size=5, unique=True,
)  # fmt: skip
HEADS = st.tuples(
    st.sampled_from(("Action", "Actions required", "What will we do?", "Agreed action")),
    st.sampled_from(("Lead", "Owner", "Responsible officer", "Lead / Owner", "By whom")),
    st.sampled_from(("Timescale", "By when", "Completion date", "Due date", "Deadline")),
    st.sampled_from(("Progress", "Update", "Status", "BRAG", "RAG rating", "Comments")),
    st.sampled_from(("Evidence", "Impact", "Resources", "Success metric", "Cost")),
)


@given(ACTIONS, HEADS, st.sampled_from(("none", "row", "column")), st.data())
@settings(max_examples=60, deadline=None)
def test_every_action_comes_in_once_and_none_is_made_up(tmp_path_factory, texts, head, by, data):
    theme = [["Metric 3: discipline", *[""] * len(head)]] if by == "row" else []
    column = "Metric 3" if by == "column" else ""
    rows = [[column, text, "HR", "May 2022", "", "Minutes of the group"] for text in texts]
    extras = [
        ["RAG key", "", "", "", "", ""], ["Red", "Late by a month or more", "", "", "", ""],
        ["Owner: Head of Inclusion", "", "", "", "", ""],
    ]  # fmt: skip
    figures = [["Year", "White", "BME", "Total", "", ""], ["2021", "12%", "30%", "15", "", ""]]
    middle = figures if data.draw(st.booleans()) else []
    footer = extras[: data.draw(st.integers(0, 3))]
    order = data.draw(st.integers(0, len(rows)))
    grid = [["WRES plan", *[""] * 5], ["Indicator", *head], *theme, *rows[:order], *middle,
            *rows[order:], *footer]  # fmt: skip
    path = tmp_path_factory.mktemp("plan") / "plan.csv"
    path.write_text("\n".join(",".join(f'"{c}"' for c in r) for r in grid), encoding="utf-8")
    actions = import_plan(path).actions
    assert [a.action for a in actions] == list(texts)
    assert {a.indicators for a in actions} == {"general" if by == "none" else "3"}
