"""A cell that a spreadsheet would run as a formula is written as text, and read as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.formulas import protected, unprotected
from wres_report.inputs.reading import read_cells
from wres_report.inputs.tables import TABLES
from wres_report.plan_files.writing import csv_text
from wres_report.plans.model import Action

TEXTS = ["=1+1", "@SUM(1)", "+cmd|x!A1", "-cmd", "\t=1", "\r=1", "'=1", "''=1", "- train", "'tis"]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(1)", "+cmd", "-x", "\t=1", "'=1", "- train staff"])
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str) -> None:
    assert protected(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-4.7", "+3", "-1,000", "−4.7", "-12.5%", "-", "'tis", "a=b", ""])
def test_a_number_and_an_ordinary_text_stay_as_they_are(text: str) -> None:
    assert protected(text) == text
    assert unprotected(text) == text


@given(st.text() | st.text("'=+-@\t\r1a", max_size=6))
def test_what_is_read_back_is_what_was_written(text: str) -> None:
    assert unprotected(protected(text)) == text


def test_an_imported_plan_is_written_without_formulas_and_read_back_as_it_was(
    tmp_path: Path,
) -> None:
    actions = [Action(str(n), "3", action=text, lead=(text,)) for n, text in enumerate(TEXTS)]
    text = csv_text(actions)
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert not [cell for row in rows[1:] for cell in row if cell[:1] in tuple("=+-@\t\r")]
    path = tmp_path / "actions.csv"
    path.write_text(text, encoding="utf-8", newline="")
    cells = read_cells(path, TABLES["actions"], "actions.csv")
    assert cells.texts["action"] == TEXTS
