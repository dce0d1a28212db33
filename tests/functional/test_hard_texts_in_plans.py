"""Text that is hard to set: it stands in the page, the PDF and the Word file as it was written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from docx import Document
from docx.document import Document as WordDocument
from pypdf import PdfReader

from tests.functional.plan_cases import BIG, FORMULAS, LONG, TEXTS
from tests.plan_tools import cells_of, full_grid, plain, report_of
from wres_report.faults import ExitStatus, Fault
from wres_report.gate import run_gate
from wres_report.inputs.workspace import Workspace
from wres_report.narrative.collect import collect_variables
from wres_report.plans.model import Action
from wres_report.report.cards.origins import origins_of
from wres_report.report.renderers import render
from wres_report.report.staging import stage

pytestmark = pytest.mark.functional
EPOCH = 1617148800  # 31 March 2021
HARD = {
    **TEXTS,
    **{f"a formula {n}": text for n, text in enumerate(FORMULAS, 1)},
    "a fenced div": "::: {.landscape} :::",
    "a heading of Markdown": "# Action 1 {#sec-x}",
    "a heading of Typst": "== Action 1",
    "a list of Markdown": "- first - second",
    "a list of Typst": "+ first",
    "a term of Typst": "/ term: words",
    "a number that looks like a list": "1. First",
    "an include": "{{< include sections/quality.qmd >}}",
    "a page break": "{{< pagebreak >}}",
    "a table": "| a | b | |---|---|",
    "a code block": "```{python} 1/0 ```",
    "raw HTML": "`<b>`{=html} <img src=x onerror=alert(1)>",
    "raw Typst": "`#pagebreak()`{=typst}",
    "a footnote": "a note[^1] and ^[another]",
    "a reference": "see @tbl-x, @fig-due and [@sec-standing]",
    "mathematics": "$x^2$ and $$y$$, £5 and $6",
    "entities": "&lt;b&gt; &amp; &copy; AT&T",
    "quotation marks": '"so" \'it\' said -- and then ... ""',
    "backslashes": r"C:\new\table \\ and \ ",
    "an address": "https://www.england.nhs.uk/wres_data*2021*/#a_b",
    "a variable of Typst": "#let x = 1; #x",
    "a comment of Typst": "// gone? /* gone? */",
    "braces": "{{ }} { } {x}",
    "emphasis": "*one* **two** _three_ ~four~ ^five^",
}
ACTIONS = [
    Action(str(number), "2", theme=text, action=text, sub_actions=(text, "the last step"),
           lead=(text,), rag=text, timeframe="31 March 2022", note=text)
    for number, text in enumerate(HARD.values(), 1)
]  # fmt: skip
LONG_ACTIONS = [
    Action("long", "3", action=LONG, lead=("Board",), timeframe="May 2021"),
    Action("many", "3", action="Many steps", sub_actions=tuple(f"step {n}" for n in range(300)),
           lead=("Board",), timeframe="May 2021"),
    Action("back", "3", action="Ends in a backslash", sub_actions=("one\\", "two|three"),
           lead=("Board", "Chair\\"), timeframe="May 2021"),
    Action("$x$ {1} -- *", "3", action="An id of marks", lead=("Board",), timeframe="May 2021"),
]  # fmt: skip
PLAN = [*ACTIONS, *LONG_ACTIONS]
LAYOUT = {
    "columns": [
        {"show": show, "heading": str(show)}
        for show in ("id", "theme", "action", "lead", "rag", "timeframe")
    ],
    "legend": [],
}


def staged(root: Path, actions: list[Action]) -> Path:
    """The staged project of a report that is only this plan, with what the gate says of it."""
    report = report_of(root, {"actions": actions}, plan=LAYOUT)
    trust_year, params = report.trust_year, report.params
    workspace = Workspace.open(root)
    quality = run_gate(workspace, [trust_year], {trust_year: params})[trust_year]
    assert quality.status is ExitStatus.DONE
    report.quality.update(quality.as_dict())
    figures = {"i2.ratio": {"display": "1.40"}}
    variables = collect_variables(
        trust_year, params, report.standard, figures, {}, {}
    )  # fmt: skip
    stage(workspace, report, variables, origins_of(report, {}, {}), {}, root / "staged")
    return root / "staged"


@dataclass
class Printed:
    """The finished documents. rows: of the plan in the page."""

    page: BeautifulSoup
    word: WordDocument
    pdf: str

    @property
    def rows(self) -> list[list[str]]:
        return [
            [plain(cell.get_text()) for cell in cells_of(row)]
            for row in self.page.select("#tbl-actions tbody tr")
        ]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    root = tmp_path_factory.mktemp("hard")
    project = staged(root, PLAN)
    render(project, ("html", "pdf", "docx"), root / "out", renderer="embedded", epoch=EPOCH)
    pages = PdfReader(root / "out/report.pdf").pages
    return Printed(
        BeautifulSoup((root / "out/index.html").read_text(encoding="utf-8"), "html.parser"),
        Document(str(root / "out/report.docx")),
        letters("".join(page.extract_text() for page in pages)),
    )


def letters(text: str) -> str:
    """What of a text a PDF gives back: no spaces, no unseen marks, accents with their letters.

    Typst sets a hyphen before a digit as a minus, and three dots as one sign.
    """
    kept = "".join(c for c in text if unicodedata.category(c) != "Cf" and not c.isspace())
    return unicodedata.normalize("NFC", kept).replace("−", "-").replace("…", "...")


@pytest.mark.parametrize("name", HARD)
def test_the_page_shows_the_text_in_every_cell(printed: Printed, name: str) -> None:
    number, text = list(HARD).index(name), plain(HARD[name])
    assert printed.rows[number] == [
        str(number + 1), text, f"{text} {text} the last step", text, text, "31 March 2022",
    ]  # fmt: skip


@pytest.mark.parametrize("name", HARD)
def test_the_word_file_shows_the_text_in_every_cell(printed: Printed, name: str) -> None:
    number, text = list(HARD).index(name), plain(HARD[name])
    row = printed.word.tables[0].rows[number + 1]
    assert [plain(cell.text) for cell in row.cells] == [
        str(number + 1), text, f"{text} {text} the last step", text, text, "31 March 2022",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [name for name in HARD if name != "right-to-left text"])
def test_the_pdf_shows_the_text(printed: Printed, name: str) -> None:
    # Theme, action, step, lead, state, and the note below the table.
    assert printed.pdf.count(letters(HARD[name])) >= 6


def test_the_pdf_shows_text_that_runs_from_right_to_left(printed: Printed) -> None:
    for word in TEXTS["right-to-left text"].split():
        assert word in printed.pdf or word[::-1] in printed.pdf


def test_every_table_of_the_page_has_one_cell_at_every_place(printed: Printed) -> None:
    tables = printed.page.find_all("table")
    assert len(tables) == 6  # the plan, coverage, due dates, leads, checks, inputs
    for table in tables:
        assert full_grid(table)
    assert len(full_grid(tables[0])) == len(PLAN) + 1


def test_nothing_of_a_plan_is_run_or_becomes_structure(printed: Printed) -> None:
    for part in ("#tbl-actions", "#sec-standing"):
        own = ("script", "code", "pre", "[onerror]", ".math", "sup", "sub", "em", "del", "b")
        assert not printed.page.select(", ".join(f"{part} {name}" for name in own))
    headings = [plain(h.get_text()) for h in printed.page.select("main :is(h1, h2, h3)")]
    assert headings == [
        "Action plan 2021-22", "How the plan stands", "Notes on the actions", "Data quality",
        "Technical annex: where this plan comes from",
    ]  # fmt: skip
    assert not [p.text for p in printed.word.paragraphs if p.text.startswith("Action 1")]


def test_a_very_long_action_is_printed_whole(printed: Printed) -> None:
    (row,) = [row for row in printed.rows if row[0] == "long"]
    assert row[2] == plain(LONG)
    assert letters(LONG) in re.sub(r"page\d+of\d+", "", printed.pdf) or (
        printed.pdf.count("Wewilllistenandact.") >= LONG.count("We will listen and act.")
    )


def test_three_hundred_steps_are_numbered_and_all_there(printed: Printed) -> None:
    steps = [item for item in printed.page.select("#tbl-actions ol > li") if item.get_text()]
    many = [item for item in steps if re.fullmatch(r"step \d+", plain(item.get_text()))]
    assert len(many) == 300 == BIG.count(b"step ")
    assert many[0].parent.get("type") == "1"
    for step in ("step0", "step150", "step299"):
        assert step in printed.pdf


def test_a_backslash_at_the_end_of_an_item_joins_nothing(printed: Printed) -> None:
    (row,) = [row for row in printed.rows if row[0] == "back"]
    assert row[2:4] == ["Ends in a backslash one\\ two|three", "Board, Chair\\"]


def test_an_id_of_marks_is_the_same_everywhere(printed: Printed) -> None:
    assert [row[0] for row in printed.rows][-1] == "$x$ {1} -- *"
    coverage = plain(printed.page.find(id="tbl-coverage").get_text(" "))
    assert "long, many, back, $x$ {1} -- *" in coverage


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x81", "\uf0b7", "\ufffe"])
def test_a_character_that_no_document_can_hold_is_left_out(tmp_path: Path, character: str) -> None:
    project = staged(
        tmp_path,
        [Action(f"1{character}", "2", action=f"{character} Train{character} panels",
                lead=("HR",), rag=f"In hand{character}", timeframe="May 2021")],
    )  # fmt: skip
    render(project, ("html", "pdf", "docx"), tmp_path / "out", renderer="embedded", epoch=EPOCH)
    page = BeautifulSoup((tmp_path / "out/index.html").read_text(encoding="utf-8"), "html.parser")
    row = cells_of(page.select("#tbl-actions tbody tr")[0])
    assert [cell.get_text() for cell in row][2:5:2] == ["Train panels", "In hand"]
    Document(str(tmp_path / "out/report.docx"))


def test_an_unknown_variable_is_told_with_its_file_and_the_nearest_name(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught:
        staged(
            tmp_path,
            [Action("1", "2", action="Below {{< var i2.ration >}}", lead=("HR",), timeframe="Q1")],
        )
    fault = caught.value
    assert fault.status is ExitStatus.NARRATIVE_AT_FAULT
    assert fault.where == "data/ZZP/2021/actions.csv, row 2, column action"
    assert fault.what == "There is no variable “i2.ration” in this report."
    assert fault.action.startswith("Did you mean “i2.ratio”")
