# ruff: noqa: E501 — a row of a file on one line reads as a table
"""A sixth trust made of a settings file and CSV files alone, in a layout that no other has.

Its plan has a row for each theme, two years of values, verdicts in words, a legend of its own;
beside it stand last year's plan and ids with states of what became of it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from docx import Document
from pypdf import PdfReader

from tests.conftest import Command
from tests.plan_tools import cells_of, full_grid, plain

pytestmark = pytest.mark.functional
FILES = {
    "params/SXT/2021.yaml": """
name: Sixth NHS Foundation Trust
kind: action-plan
term: ethnic minority
state: approved
as_at: 2021-10-31
plan:
  group_by: theme
  groups_as: rows
  columns:
    - {show: id, heading: Nº, width: 6}
    - {show: action, heading: What we do, width: 30}
    - {show: value, year: 2020, heading: WRES 2020, width: 9}
    - {show: value, year: 2021, heading: WRES 2021, width: 9}
    - {show: result, heading: What that means, width: 18}
    - {show: lead, heading: Who, width: 12}
    - {show: timeframe, heading: By when, width: 10}
    - {show: rag, heading: RAG, width: 6}
  aims: {3: 1.0, 5: lower, 7: higher}
  legend:
    - {state: Not begun, colour: grey}
    - {state: Under way, colour: green}
    - {state: Running late, colour: red}
    - {state: Finished, colour: blue, done: true}
  priorities:
    - {title: Our aims, items: {FAIR: Fair careers, KIND: A kind workplace}}
last_plan:
  title: What became of the plan of 2020-21
  columns:
    - {show: id, heading: Nº}
    - {show: action, heading: What we said, width: 50}
    - {show: [rag, progress], heading: What became of it}
  legend:
    - {state: Finished, colour: blue, done: true}
    - {state: Running late, colour: red}
    - {state: Under way, colour: green}
""",
    "data/SXT/2021/actions.csv": """
id,indicators,theme,action,sub_actions,lead,timeframe,rag,carried_over_from,priorities
A1,3,Fair processes,Ask a second manager before formal action,Write the form | Train those who use it,Head of HR,30 June 2021,Running late,2020-21: 2,FAIR | HIA2
A2,3,Fair processes,Review closed cases,,Head of HR | Staff Side,Q3,Under way,,FAIR
B1,5,A safe place to work,Train reception staff to stop abuse,,Chief Nurse,September 2021,Finished,,KIND
B2,5;7,A safe place to work,Hold career conversations with everyone who asks,,Head of OD,31 March 2022,Not begun,,KIND | HIA4
C1,general,All of us,Report to the board,,Trust Secretary,Quarterly,Under way,,
C2,all,All of us,Listen to the staff network,,,ongoing,,,
""",
    "data/SXT/2020/actions.csv": """
id,indicators,action,lead,timeframe
1,2,Train shortlisting panels,Head of HR,31 March 2021
2,3,Check each case before formal action,Head of HR,31 December 2020
3,7,Hold career conversations with everyone that asks,Head of OD,ongoing
4,9,Advertise board vacancies widely,Trust Secretary,March 2021
5,1,Publish rates of promotion,Head of OD,31 January 2021
""",
    "data/SXT/2021/progress.csv": """
id,rag
1,Finished
2,Running late
3,Under way
5,Under way
""",
    "data/SXT/2021/reported.csv": """
indicator,measure,year,group,value,unit,source
2,ratio,2020,,1.60,ratio,plan
2,ratio,2021,,1.80,ratio,plan
3,ratio,2020,,1.50,ratio,plan
3,ratio,2021,,1.30,ratio,plan
5,percent,2020,bme,30,percent,plan
5,percent,2021,bme,33.1,percent,plan
7,percent,2020,bme,70,percent,plan
7,percent,2021,bme,70,percent,plan
""",
}  # fmt: skip
HEADS = ["Nº", "What we do", "WRES 2020", "WRES 2021", "What that means", "Who", "By when", "RAG"]


def write_trust(root: Path, **changed: str) -> Path:
    for name, text in (FILES | changed).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8", newline="")
    return root


@dataclass
class Built:
    folder: Path
    page: BeautifulSoup

    def table(self, label: str) -> Tag:
        return self.page.select_one(f"#{label} table")

    @property
    def words(self) -> str:
        return plain(self.page.main.get_text(" "))


@pytest.fixture(scope="module")
def sixth(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Built:
    root = write_trust(tmp_path_factory.mktemp("sixth"))
    result = wres("build", "SXT/2021", "--renderer", "embedded", folder=root)
    assert result.returncode == 0, result.stderr
    assert "Traceback" not in result.stderr
    folder = root / "outputs/SXT/2021"
    text = (folder / "index.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    for figure in page.select("a.figure"):
        figure.unwrap()
    page.smooth()
    return Built(folder, page)


def test_the_plan_has_the_columns_and_rows_of_its_settings(sixth: Built) -> None:
    grid = full_grid(sixth.table("tbl-actions"))
    assert grid[0] == HEADS
    assert [row[0] for row in grid[1:]] == [
        "Fair processes", "A1", "A2", "A safe place to work", "B1", "B2", "All of us", "C1", "C2",
    ]  # fmt: skip
    assert (
        grid[2][1]
        == "Ask a second manager before formal action Write the form Train those who use it"
    )
    assert grid[3][5:] == ["Head of HR, Staff Side", "Q3", "Under way"]
    assert grid[9][5:] == ["–", "ongoing", "–"]


def test_each_theme_is_a_row_that_heads_its_group(sixth: Built) -> None:
    table = sixth.table("tbl-actions")
    heads = table.select("tbody th[scope=rowgroup][colspan]")
    assert [(plain(head.get_text()), head["colspan"]) for head in heads] == [
        (theme, "8") for theme in ("Fair processes", "A safe place to work", "All of us")
    ]
    assert all(len(cells_of(head.parent)) == 1 for head in heads)
    assert [head.get_text() for head in table.select("thead th[scope=col]")] == HEADS


def test_values_stand_by_year_and_their_verdicts_are_computed(sixth: Built) -> None:
    grid = full_grid(sixth.table("tbl-actions"))
    assert {tuple(row[2:4]) for row in grid[2:4]} == {("1.50", "1.30")}
    assert {row[4] for row in grid[2:4]} == {"Improvement . 0.16 above England (1.14, WRES 2021)."}
    assert {tuple(row[2:4]) for row in grid[5:7]} == {("5: 30% 7: 70%", "5: 33.1% 7: 70%")}
    (verdict,) = {row[4] for row in grid[5:7]}
    assert "Deterioration . 4.2 pp above England (28.9%, WRES 2021)." in verdict
    assert "No change . 1.2 pp below England (71.2%, WRES 2020)." in verdict
    assert {tuple(row[2:5]) for row in grid[8:]} == {("–", "–", "–")}


def test_states_are_words_in_the_colours_of_the_legend(sixth: Built) -> None:
    legend = "Progress: Not begun · Under way · Running late · Finished"
    assert legend in sixth.words
    shown = {word.get_text(): word["class"] for word in sixth.page.select("#tbl-actions .word")}
    assert shown == {
        "Running late": ["word", "rag-red"], "Under way": ["word", "rag-green"],
        "Finished": ["word", "rag-blue"], "Not begun": ["word", "rag-none"],
    }  # fmt: skip


def test_the_standing_of_the_plan_is_told(sixth: Built) -> None:
    told = plain(sixth.page.select_one("#sec-standing").get_text(" "))
    for words in (
        "The plan has 6 actions: 1 Not begun, 2 Under way, 1 Running late, 1 Finished, "
        "1 no state given.",
        "4 have a due date, from 30 June 2021 to 31 March 2022.",
        "A1 , due 30 June 2021: Ask a second manager before formal action",
        "Carried over: A1 (from 2020-21: 2), B2 (from 3).",
        "Without a due date: Quarterly: C1; ongoing: C2.",
    ):
        assert words in told
    overdue = sixth.page.find(["h2", "h3"], string="Overdue").find_next("ul")
    assert [plain(item.strong.get_text()) for item in overdue.select("li")] == ["A1"]


def test_an_adverse_indicator_without_an_action_stands_out(sixth: Built) -> None:
    grid = full_grid(sixth.table("tbl-coverage"))
    by_number = {row[0]: row[2:] for row in grid[1:]}
    assert by_number["2"] == ["◇ 1.80; counts not supplied, so not told from chance", "none"]
    assert [cell.get_text() for cell in sixth.table("tbl-coverage").select("strong")] == ["none"]
    assert by_number["1"][1] == "–"
    assert [by_number[n][1] for n in "357"] == ["A1, A2", "B1, B2", "B2"]
    assert "For all indicators: C2." in sixth.words
    assert "For none in particular: C1." in sixth.words


def test_what_falls_due_when_is_a_picture_with_its_words(sixth: Built) -> None:
    (picture,) = [
        i for i in sixth.page.select("svg") if i.get("aria-label", "").startswith("Due dates")
    ]
    assert picture["aria-label"] == (
        "Due dates: 30 June 2021, 1 due; 30 September 2021, 1 due; 31 December 2021, 1 due; "
        "31 March 2022, 1 due"
    )
    assert full_grid(sixth.table("tbl-due"))[1:] == [
        ["30 June 2021", "A1 (overdue)"], ["30 September 2021", "B1 (done)"],
        ["31 December 2021", "A2"], ["31 March 2022", "B2"],
    ]  # fmt: skip


def test_last_years_plan_is_filled_from_its_own_file(sixth: Built) -> None:
    assert full_grid(sixth.table("tbl-progress")) == [
        ["Nº", "What we said", "What became of it"],
        ["1", "Train shortlisting panels", "Finished"],
        ["2", "Check each case before formal action", "Running late"],
        ["3", "Hold career conversations with everyone that asks", "Under way"],
        ["5", "Publish rates of promotion", "Under way"],
        ["4", "Advertise board vacancies widely", "–"],
    ]
    told = plain(sixth.page.select_one("#sec-progress").get_text(" "))
    assert "Overdue on 31 October 2021: actions 2 and 5." in told
    assert "Past their date, with no state given: action 4." in told
    assert "Not marked as done, and not named in this year's plan: action 5." in told.replace(
        "’", "'"
    )
    assert "What became of the plan of 2020-21" in told


def test_what_is_counted_stands_in_the_results(sixth: Built) -> None:
    values = json.loads((sixth.folder / "results.json").read_text(encoding="utf-8"))["values"]
    counts = {key: entry["value"] for key, entry in values.items() if key.startswith("plan.")}
    assert {key: counts[f"plan.{key}"] for key in ("actions", "dated", "overdue", "done")} == {
        "actions": 6, "dated": 4, "overdue": 1, "done": 1,
    }  # fmt: skip
    assert {key: counts[f"plan.{key}"] for key in ("carried_over", "last_left_open", "i5")} == {
        "carried_over": 2, "last_left_open": 1, "i5": 3,
    }  # fmt: skip


def test_the_pdf_and_the_word_file_have_the_same_plan(sixth: Built) -> None:
    word = Document(str(sixth.folder / "report.docx"))
    table = word.tables[0]
    assert [plain(cell.text) for cell in table.rows[0].cells] == HEADS
    assert {plain(cell.text) for cell in table.rows[1].cells} == {"Fair processes"}
    assert plain(table.rows[2].cells[7].text) == "Running late"
    pages = PdfReader(sixth.folder / "report.pdf").pages
    text = re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))
    for words in ("Ask a second manager", "0.16 above England", "Running late", "Carried over",
                  "All of us", "What became of the plan of 2020-21", "Write the form"):  # fmt: skip
        assert re.sub(r"\s+", "", words) in text


def test_every_table_of_the_page_is_whole(sixth: Built) -> None:
    tables = sixth.page.find_all("table")
    assert len(tables) >= 6
    assert all(len(full_grid(table)) > 1 for table in tables)


def test_an_unknown_variable_stops_the_build_with_file_and_nearest_name(
    tmp_path: Path, wres: Command
) -> None:
    actions = FILES["data/SXT/2021/actions.csv"].replace(
        "Review closed cases", "Bring {{< var i2.ration >}} down"
    )
    root = write_trust(tmp_path, **{"data/SXT/2021/actions.csv": actions})
    result = wres("build", "SXT/2021", "--to", "html", "--renderer", "embedded", folder=root)
    assert result.returncode == 13, result.stderr
    assert "There is no variable “i2.ration” in this report." in result.stderr
    assert "where: data/SXT/2021/actions.csv, row 3, column action" in result.stderr
    assert "Did you mean “i2.ratio”" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "outputs/SXT/2021").exists()
