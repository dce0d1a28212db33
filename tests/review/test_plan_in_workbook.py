"""A plan that stands in ``tables.xlsx`` takes its changes there, and all else stays as it is."""

from __future__ import annotations

import copy
import csv
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.review.word_tools import Edited, W, element
from wres_report.inputs.workspace import Workspace
from wres_report.review.applying import apply
from wres_report.review.model import Review, State
from wres_report.review.telling import patch

BOOK = "data/RV9/2021/tables.xlsx"
SHEET = f"{BOOK}, sheet actions"
Read = Callable[[], Review]


@pytest.fixture
def workbook(home: Path) -> Path:
    """The plan as a sheet below a title, beside a sheet that holds a formula."""
    plan = home / "data/RV9/2021/actions.csv"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "actions"
    sheet.append(["Our plan"])
    with plan.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            sheet.append(row)
    other = book.create_sheet("notes")
    other["A1"] = "=1+1"
    book.save(home / BOOK)
    plan.unlink()
    return home / BOOK


def rows(workbook: Path) -> list[tuple[Any, ...]]:
    return list(load_workbook(workbook)["actions"].iter_rows(values_only=True))


def others(workbook: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(workbook) as book:
        names = [name for name in book.namelist() if name != "xl/worksheets/sheet1.xml"]
        return {name: book.read(name) for name in names}


def test_a_changed_lead_is_written_into_its_cell_of_the_sheet(
    workbook: Path, edited: Edited, reviewed: Read, home: Path
) -> None:
    before, kept = rows(workbook), others(workbook)
    edited.replace(edited.paragraph("EDI Lead"), "EDI Lead", "Head of EDI")
    found = reviewed()
    (finding,) = found.findings
    assert (finding.state, finding.place.file, finding.place.row, finding.place.column) == (
        State.PROPOSED, SHEET, 3, "lead",
    )  # fmt: skip
    assert patch(found) == f"{BOOK}\n  actions F3: “EDI Lead” → “Head of EDI”\n"
    apply(Workspace.open(home), found)
    after = rows(workbook)
    assert after[2][5] == "Head of EDI"
    assert [row for n, row in enumerate(after) if n != 2] == [
        row for n, row in enumerate(before) if n != 2
    ]
    assert others(workbook) == kept


def test_a_new_row_comes_below_the_others_and_a_deleted_one_is_listed(
    workbook: Path, edited: Edited, reviewed: Read, home: Path
) -> None:
    row = edited.paragraph("Track how many").getparent().getparent()
    new = copy.deepcopy(row)
    for mark in [*new.iter(W + "bookmarkStart"), *new.iter(W + "bookmarkEnd")]:
        mark.getparent().remove(mark)
    words = ("", "A fairer board", "Publish the figures", "9", "June 2022", "Secretary")
    for cell, text in zip(new.findall(W + "tc"), words, strict=True):
        for paragraph in cell.findall(W + "p"):
            cell.remove(paragraph)
        cell.append(element("p", element("r", element("t", text=text))))
    row.addnext(new)
    row.find(W + "trPr").append(edited.marked("del", "Ann Lee"))
    before = rows(workbook)
    found = reviewed()
    assert [f.state for f in found.findings] == [State.REMOVAL, State.PROPOSED]
    apply(Workspace.open(home), found)
    after = rows(workbook)
    assert after[:-1] == before
    assert after[-1][:4] == ("6", "9", "A fairer board", "Publish the figures")
    assert after[-1][5:7] == ("Secretary", "June 2022")
