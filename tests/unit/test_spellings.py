"""Names as people write them, and what spreadsheets put around a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.faults import Fault
from wres_report.gate import run_gate
from wres_report.inputs.reading import read_cells
from wres_report.inputs.spellings import head_read_as, read_as
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

WORKFORCE = TABLES["workforce"]
HEAD = "staff_group,band,white,bme,unknown\n"


def read(tmp_path: Path, text: str):
    path = tmp_path / "workforce.csv"
    path.write_text(text, encoding="utf-8")
    return read_cells(path, WORKFORCE, "data/ZZX/2021/workforce.csv")


@pytest.mark.parametrize("line", ["sep=,", '"sep=,"', "SEP=,", "sep=,,,,"])
def test_the_line_that_tells_a_spreadsheet_its_separator_is_passed_over(
    tmp_path: Path, line: str
) -> None:
    cells = read(tmp_path, f"{line}\n{HEAD}clinical,5,10,2,1\n")
    assert cells.texts["band"] == ["5"]
    assert cells.file_rows == [3]


def test_a_title_above_the_head_is_named_with_the_row_of_the_head(tmp_path: Path) -> None:
    with pytest.raises(Fault) as fault:
        read(tmp_path, f"Workforce as at 31 March 2021\n\n{HEAD}clinical,5,10,2,1\n")
    assert "the head stands in row 3" in fault.value.what
    assert "Delete what stands above row 3" in fault.value.action


def test_names_that_can_mean_one_thing_only_are_read(tmp_path: Path) -> None:
    cells = read(
        tmp_path,
        "Staff Group,Pay Band,White,BME,Not stated\n"
        "Non-Clinical,Band 5,10,2,1\nMEDICAL,Consultant,1,1,0\n",
    )
    assert cells.head == WORKFORCE.columns
    assert cells.texts["staff_group"] == ["non_clinical", "medical"]
    assert cells.texts["band"] == ["5", "consultant"]
    assert ("Band 5", "5") in cells.read_as


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [("workforce", "band", "Band 8"), ("workforce", "staff_group", "Nursing"),
     ("survey", "group", "Asian"), ("board", "membership", "Members")],
)  # fmt: skip
def test_a_name_that_may_mean_several_things_stays_as_it_is(
    table: str, column: str, text: str
) -> None:
    assert read_as(TABLES[table], column, text) == text


def test_two_heads_that_would_become_one_stay_apart() -> None:
    assert head_read_as(["White", "white staff", "bme", "BME"], TABLES["training"]) == [
        "white", "white staff", "bme", "BME",
    ]  # fmt: skip


def test_the_gate_notes_names_once_and_tells_of_a_row_of_totals(tmp_path: Path) -> None:
    trust_year = TrustYear("ZZX", 2021)
    folder = tmp_path / "data" / str(trust_year)
    folder.mkdir(parents=True)
    rows = "Clinical,Band 5,100,20,1\nClinical,Band 6,100,20,1\nTotal,,200,40,2\n"
    (folder / "workforce.csv").write_text(HEAD + rows, encoding="utf-8")
    (folder / "training.xlsx").write_bytes(b"PK")
    findings = run_gate(Workspace.open(tmp_path), [trust_year])[trust_year].findings
    notes = [f for f in findings if f.rule == "name_read_as_meant"]
    assert [f.found for f in notes] == ["“Clinical” as clinical, “Band 5” as 5, “Band 6” as 6"]
    assert any("row of totals" in f.action for f in findings if f.severity == "critical")
    (sheet,) = [f for f in findings if f.rule == "unknown_file"]
    assert "save it as “training.csv”" in sheet.action
