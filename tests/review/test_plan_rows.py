"""Rows that reviewers add to a printed plan, delete from it or move within it."""

from __future__ import annotations

import copy
import csv
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command
from tests.review.conftest import YEAR
from tests.review.word_tools import Edited, W, element
from wres_report.inputs.workspace import Workspace
from wres_report.plans.layout import USUAL, Column, Layout
from wres_report.review.applying import apply
from wres_report.review.flow import Cell, Flow, Paragraph, Piece
from wres_report.review.hunks import SILENT, Hunk
from wres_report.review.model import Finding, Review, State
from wres_report.review.plan_cells import PrintedPlan, Target
from wres_report.review.plan_file import PlanFile, Record
from wres_report.review.plans import PlanReview
from wres_report.review.report import SentReport, sent_report
from wres_report.review.reviewing import review
from wres_report.review.row_words import row_of_words
from wres_report.review.sources import Sourced

Read = Callable[[], Review]
PLAN = "data/RV9/2021/actions.csv"
FIRST = "Track how many"
WORDS = ("", "A fairer board", "Publish the figures", "9", "June 2022", "Secretary, EDI Lead")


def only(found: Review) -> Finding:
    assert len(found.findings) == 1, [f.as_dict() for f in found.findings]
    return found.findings[0]


def row_of(edited: Edited, words: str) -> Any:
    return edited.paragraph(words).getparent().getparent()


def track(edited: Edited, row: Any, name: str) -> None:
    properties = row.find(W + "trPr")
    if properties is None:
        properties = element("trPr")
        row.insert(0, properties)
    properties.append(edited.marked(name, "Ann Lee"))


def bare(row: Any) -> Any:
    """A copy as Word makes one: without the bookmarks."""
    new = copy.deepcopy(row)
    for mark in [*new.iter(W + "bookmarkStart"), *new.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    return new


def add_row(edited: Edited, behind: str, words: Sequence[str], *, tracked: bool = True) -> Any:
    new = bare(row_of(edited, behind))
    for cell, text in zip(new.findall(W + "tc"), words, strict=True):
        for old in cell.findall(W + "p"):
            cell.remove(old)
        run = element("r", element("t", text=text))
        cell.append(element("p", edited.marked("ins", "Ann Lee", run) if tracked else run))
    row_of(edited, behind).addnext(new)
    if tracked:
        track(edited, new, "ins")
    return new


def rows(home: Path) -> list[dict[str, str]]:
    with (home / PLAN).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("tracked", [True, False])
def test_a_row_that_was_added_is_a_new_row_of_the_file(
    edited: Edited, reviewed: Read, home: Path, tracked: bool
) -> None:
    before = rows(home)
    add_row(edited, FIRST, WORDS, tracked=tracked)
    found = reviewed()
    finding = only(found)
    assert (finding.kind, finding.state, finding.tracked) == (
        "insertion", State.PROPOSED, tracked,
    )  # fmt: skip
    assert (finding.place.file, finding.place.row) == (PLAN, 2)
    apply(Workspace.open(home), found)
    after = rows(home)
    new = {name: cell for name, cell in after.pop(1).items() if cell}
    assert after == before
    assert new == {
        "id": "6", "indicators": "9", "objective": "A fairer board",
        "action": "Publish the figures", "lead": "Secretary | EDI Lead", "timeframe": "June 2022",
    }  # fmt: skip


def test_two_new_rows_stand_in_their_order_with_ids_of_their_own(
    edited: Edited, reviewed: Read, home: Path
) -> None:
    for action in ("Second new", "First new"):
        add_row(edited, FIRST, ("3", "", action, "General", "", ""))
    apply(Workspace.open(home), reviewed())
    new = [(r["id"], r["action"], r["indicators"]) for r in rows(home) if "new" in r["action"]]
    assert new == [("6", "First new", "general"), ("7", "Second new", "general")]


def test_a_row_whose_indicators_are_none_is_left_with_all_its_words(
    edited: Edited, reviewed: Read
) -> None:
    add_row(edited, FIRST, ("", "A fairer board", "Publish", "nine", "June 2022", ""))
    found = reviewed()
    finding = only(found)
    assert (finding.state, finding.new) == (
        State.LEFT, "A fairer board | Publish | nine | June 2022",
    )  # fmt: skip
    assert "numbers of indicators" in finding.reason
    assert not found.files


def test_a_deleted_row_goes_only_where_that_is_asked_for(
    edited: Edited, home: Path, tmp_path: Path, wres: Command
) -> None:
    row = row_of(edited, FIRST)
    track(edited, row, "del")
    document = edited.save(tmp_path / "back.docx").as_posix()
    before = (home / PLAN).read_text("utf-8")
    told = wres("review", document, "--of", "RV9/2021", "--apply", folder=home)
    assert (told.returncode, (home / PLAN).read_text("utf-8")) == (0, before)
    assert "--remove-rows does it): 1" in told.stdout
    wres("review", document, "--of", "RV9/2021", "--apply", "--remove-rows", folder=home)
    lines = before.splitlines()
    assert (home / PLAN).read_text("utf-8").splitlines() == [lines[0], *lines[2:]]


@pytest.mark.parametrize("way", ["tracked", "silently", "word by word"])
def test_a_deleted_row_is_told_once_however_it_went(
    edited: Edited, reviewed: Read, way: str
) -> None:
    row = row_of(edited, FIRST)
    if way == "tracked":
        track(edited, row, "del")
    elif way == "silently":
        row.getparent().remove(row)
    else:
        for paragraph in row.iter(W + "p"):
            edited.delete_paragraph(paragraph)
    found = reviewed()
    finding = only(found)
    assert (finding.kind, finding.state) == ("deletion", State.REMOVAL)
    assert (finding.place.row, finding.tracked) == (2, way != "silently")
    assert FIRST in finding.old
    assert not found.files


def test_a_row_that_was_moved_keeps_its_cells(edited: Edited, reviewed: Read, home: Path) -> None:
    row = row_of(edited, FIRST)
    new = bare(row)
    row_of(edited, "Keep pointing staff").addnext(new)
    track(edited, row, "del")
    track(edited, new, "ins")
    before = (home / PLAN).read_text("utf-8").splitlines()
    found = reviewed()
    assert (only(found).kind, only(found).state) == ("move", State.PROPOSED)
    apply(Workspace.open(home), found)
    after = (home / PLAN).read_text("utf-8").splitlines()
    assert after == [before[0], before[2], before[3], before[1], *before[4:]]


def test_a_plan_without_a_line_end_takes_a_row_at_its_end(
    edited: Edited, home: Path, tmp_path: Path
) -> None:
    path = home / PLAN
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    add_row(edited, "Keep recruitment to", WORDS)
    report = sent_report(Workspace.open(home), YEAR, home / "outputs", None)
    apply(Workspace.open(home), review(report, edited.save(tmp_path / "back.docx")))
    assert [row["id"] for row in rows(home)] == ["1", "2", "3", "4", "5", "6"]


def paragraphs(*cells: tuple[int, str, bool]) -> list[Paragraph]:
    return [
        Paragraph([Piece(words)], cell=Cell(0, 1, column), is_list=listed)
        for column, words, listed in cells
    ]


def test_a_row_of_a_group_takes_over_what_its_group_has() -> None:
    layout = Layout(
        columns=(Column(("indicator_names",), "Indicator"), Column(("action",), "Action"),
                 Column(("rag", "progress"), "Progress")),
        legend=USUAL.legend, group_by="indicator", show_ids=True,
    )  # fmt: skip
    new = row_of_words(
        layout, ("id", "indicators", "action", "sub_actions", "rag", "progress"),
        paragraphs((1, "2.4 Ask the network", False), (1, "in May", True), (1, "in June", True),
                   (2, "on track", False), (2, "Begun", False)),
        {"id": "2.2", "indicators": "2"}, {"2.1", "2.2", "2.3"},
    )  # fmt: skip
    assert new.cells == {
        "id": "2.4", "indicators": "2", "action": "Ask the network",
        "sub_actions": "in May | in June", "rag": "On track", "progress": "Begun",
    }  # fmt: skip
    assert (new.left, new.problem) == ([], "")


def test_words_that_no_column_of_the_file_is_for_are_kept_apart() -> None:
    new = row_of_words(
        USUAL, ("id", "indicators", "action"),
        paragraphs((2, "Ask", False), (5, "EDI Lead", False), (6, "£200", False)),
        {"id": "1"}, {"1"},
    )  # fmt: skip
    assert new.cells == {"id": "2", "indicators": "general", "action": "Ask"}
    assert sorted(new.left) == ["EDI Lead", "£200"]


def test_an_item_behind_another_in_a_list_of_actions_is_an_action_of_its_own() -> None:
    text, head = "Ask the network", ["id", "indicators", "theme", "action", "lead", "progress"]
    record = Record(1, 2, {"id": "1.1", "indicators": "2", "theme": "Fair posts",
                           "action": text, "lead": "EDI Lead", "progress": "Begun"})  # fmt: skip
    file = PlanFile(PLAN, "", head, [record])
    plans = PlanReview(SentReport(Any, YEAR, Flow(), {}, {}))  # type: ignore[arg-type]
    layout = replace(USUAL, actions_as="list", list_by="lead", group_by="theme")
    plan = PrintedPlan(plans.report, file, layout, 0)
    hunk = Hunk(len(text), len(text), "", "\nTrain managers\nAsk again", (SILENT,), (True, True))
    target = Target(0, "action", Sourced(text, text, []))
    (finding,) = plans._written(plan, [target], text, [hunk])
    assert (finding.state, finding.reason) == (State.PROPOSED, "A new row, behind row 2.")
    shared = {"indicators": "2", "theme": "Fair posts", "lead": "EDI Lead"}
    assert plans.edits[PLAN].added == {0: [
        shared | {"id": "1.2", "action": "Train managers"},
        shared | {"id": "1.3", "action": "Ask again"},
    ]}  # fmt: skip
    assert not plans.edits[PLAN].cells
