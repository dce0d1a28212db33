"""One workbook with a sheet for each table: what spreadsheets do to values, and the way round."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.conftest import run_wres_each
from wres_report.demo.raw import write_workbook
from wres_report.faults import Fault
from wres_report.inputs.tables import TABLES
from wres_report.inputs.tables_workbook import WorkbookRead, read_tables_workbook
from wres_report.inputs.typed_cells import Doubt, Read, cell_text

BAND = ("workforce", "band")
COUNT = ("workforce", "white")
SHARE = ("survey", "percent")
VALUE = ("reported", "value")
DATED = datetime(2025, 4, 1)


@pytest.mark.parametrize(
    ("place", "value", "shown", "unit", "expected"),
    [
        (BAND, DATED, "d-mmm", "", "1-4"),
        (BAND, datetime(2025, 5, 7), "General", "", "5-7"),
        (BAND, "1-Apr", "@", "", "1-4"),
        (BAND, "Band 5", "General", "", "5"),
        (BAND, 5, "General", "", "5"),
        (("workforce", "staff_group"), "Non-Clinical", "General", "", "non_clinical"),
        (("survey", "group"), "White", "General", "", "white"),
        (COUNT, "1,234", "General", "", "1234"),
        (COUNT, "1 234", "@", "", "1234"),
        (COUNT, 1234.0, "#,##0", "", "1234"),
        (SHARE, 0.231, "0.0%", "", "23.1"),
        (SHARE, 0.2, "0.0%", "", "20.0"),
        (SHARE, "23.1 %", "@", "", "23.1"),
        (SHARE, "23,1", "@", "", "23.1"),
        (SHARE, 23.1, "General", "", "23.1"),
        (VALUE, 3.4, "0.00", "ratio", "3.40"),
        (VALUE, "3.40", "@", "ratio", "3.40"),
        (VALUE, 0.231, "0.0%", "percent", "23.1"),
        (VALUE, "5,200", "@", "count", "5200"),
        (("actions", "timeframe"), datetime(2026, 3, 31), "General", "", "31 March 2026"),
        (SHARE, None, "General", "", ""),
    ],
)
def test_a_value_that_can_have_been_only_one_is_read_so(
    place: tuple[str, str], value: object, shown: str, unit: str, expected: str
) -> None:
    table, column = place
    read = cell_text(TABLES[table], column, value, shown, unit)
    assert isinstance(read, Read), read
    assert read.text == expected


@pytest.mark.parametrize(
    ("place", "value", "shown", "unit", "both"),
    [
        (SHARE, 0.231, "General", "", ("0.231", "23.1")),
        (SHARE, 23.1, "0%", "", ("23.1", "2310")),
        (SHARE, "23,123", "@", "", ("23123", "23.123")),
        (VALUE, 0.5, "0%", "ratio", ("0.5", "50")),
        (VALUE, "1,234", "@", "ratio", ("1234", "1.234")),
        (("actions", "id"), datetime(2025, 2, 1), "General", "", ("1-2", "2-1")),
    ],
)
def test_a_value_that_can_have_been_two_is_not_chosen_and_both_are_named(
    place: tuple[str, str], value: object, shown: str, unit: str, both: tuple[str, str]
) -> None:
    table, column = place
    read = cell_text(TABLES[table], column, value, shown, unit)
    assert isinstance(read, Doubt), read
    assert all(way in read.what for way in both), read.what


@pytest.mark.parametrize("value", ["#REF!", datetime(2025, 4, 1), "12%"])
def test_what_no_count_can_be_is_told(value: object) -> None:
    assert isinstance(cell_text(TABLES["workforce"], "white", value, "General"), Doubt)


def read(path: Path, sheets: dict[str, list[list[Any]]]) -> WorkbookRead:
    write_workbook(path, sheets)
    return read_tables_workbook(path, path.name, TABLES)


def test_a_head_below_titles_is_found_and_a_doubt_names_sheet_row_and_column(
    tmp_path: Path,
) -> None:
    rows = [
        ["Board"], [], ["Membership", "White", "BME", "Unknown"],
        ["Total", 9, "2", None], ["Voting", DATED, 1, 0],
    ]  # fmt: skip
    found = read(tmp_path / "t.xlsx", {"Board": rows})
    assert found.tables[0].columns == ("membership", "white", "bme", "unknown")
    assert found.tables[0].rows[0] == ("total", "9", "2", "")
    assert len(found.doubts) == 1
    assert "sheet “Board”, row 5, column “white”" in found.doubts[0]
    assert any("A4 as total" in text for text in found.told)


def test_a_column_or_a_sheet_that_is_not_read_is_told(tmp_path: Path) -> None:
    head = ["membership", "white", "bme", "unknown", "remark"]
    found = read(tmp_path / "t.xlsx", {"board": [head, ["total", 1, 2, 3, "x"]], "Jobs": [["a"]]})
    assert any("“remark”" in text for text in found.doubts)
    assert any("“Jobs”" in text for text in found.told)


def test_a_formula_without_its_value_is_told_rather_than_read_as_empty(tmp_path: Path) -> None:
    head = ["membership", "white", "bme", "unknown"]
    found = read(tmp_path / "t.xlsx", {"board": [head, ["total", "=1+2", 2, 3]]})
    assert any("formula" in text and "row 2, column “white”" in text for text in found.doubts)


def test_a_sheet_without_the_columns_of_its_table_is_told(tmp_path: Path) -> None:
    found = read(tmp_path / "t.xlsx", {"board": [["membership", "white"], ["total", 1]]})
    assert any("no row has the columns" in text for text in found.doubts)


def test_what_is_no_workbook_of_tables_is_refused_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "text.xlsx").write_text("membership,white\n", encoding="utf-8")
    for path in (tmp_path / "text.xlsx", tmp_path / "none.xlsx"):
        with pytest.raises(Fault):
            read_tables_workbook(path, path.name, TABLES)
    with pytest.raises(Fault, match="name of a table"):
        read(tmp_path / "other.xlsx", {"Jobs": [["a"]]})


@pytest.mark.functional
def test_the_workbook_of_a_new_year_is_filled_in_and_becomes_tables(tmp_path: Path) -> None:
    (started,) = run_wres_each([["new", "RX7/2025", "--name", "T", "--workbook"]], tmp_path)
    assert started.returncode == 0, started.stderr
    folder = tmp_path / "data" / "RX7" / "2025"
    path = folder / "tables.xlsx"
    assert not list(folder.glob("*.csv"))
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["Cover", "Notes"]
    board = book["board"]
    assert board.freeze_panes == "A4"
    assert any("executive" in rule.formula1 for rule in board.data_validations.dataValidation)
    assert not [c for s in book for row in s.iter_rows() for c in row if c.data_type == "f"]
    for row in (4, 5, 6):
        for column, value in enumerate((9, "2", 0), start=2):
            board.cell(row, column).value = value
    book.save(path)
    command = ["import", "tables", "data/RX7/2025/tables.xlsx", "--into", "RX7/2025"]
    first, again, checked = run_wres_each([command, command, ["check", "RX7/2025"]], tmp_path)
    assert first.returncode == 0, first.stderr + first.stdout
    with (folder / "board.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [
            ["membership", "white", "bme", "unknown"],
            ["total", "9", "2", "0"], ["voting", "9", "2", "0"], ["executive", "9", "2", "0"],
        ]  # fmt: skip
    assert [p.name for p in folder.glob("*.csv")] == ["board.csv"]
    assert "says the same already" in again.stdout
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "is not read" not in checked.stdout


@pytest.mark.functional
def test_a_sheet_that_contradicts_a_file_stops_the_import(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "RX7" / "2025"
    folder.mkdir(parents=True)
    text = "membership,white,bme,unknown\ntotal,8,2,0\n"
    (folder / "board.csv").write_text(text, encoding="utf-8")
    head = ["membership", "white", "bme", "unknown"]
    read(tmp_path / "t.xlsx", {"board": [head, ["total", 9, 2, 0]]})
    command = ["import", "tables", "t.xlsx", "--into", "RX7/2025"]
    refused, forced = run_wres_each([command, [*command, "--force"]], tmp_path)
    assert refused.returncode == 10
    assert "“9” and the file “8”" in refused.stderr
    assert forced.returncode == 0
    assert "total,9,2,0" in (folder / "board.csv").read_text(encoding="utf-8")
