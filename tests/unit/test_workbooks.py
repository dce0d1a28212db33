"""Of a workbook of others what is used is read, up to a bound, and the rest is told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from wres_report.documents import opening, workbooks
from wres_report.documents.workbooks import bounded
from wres_report.faults import ExitStatus, Fault
from wres_report.plan_files.from_xlsx import read_xlsx


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.xlsx"


def test_a_cell_in_the_last_row_makes_no_million_of_rows_and_is_told(path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["A1048576"], book.active["XFD2"] = "Action", "far", "wide"
    book.save(path)
    source = read_xlsx(path, "plan.xlsx")
    assert len(source.grids[0].rows) == 1
    (remark,) = source.remarks
    assert "2 cells with content are left out" in remark.text
    assert remark.places == ("cell XFD2", "cell A1048576")


def test_a_range_that_is_merged_over_the_whole_sheet_is_cut_to_what_is_used(path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["B2"] = "Title", "Action"
    book.active.merged_cells.add("A1:XFD1")
    book.active.merged_cells.add("A3:XFD1048576")
    book.save(path)
    merged = load_workbook(bounded(path, "plan.xlsx").content).active.merged_cells.ranges
    assert {str(area) for area in merged} == {"A1:B1", "A3:B3"}
    assert [cell.plain for cell in read_xlsx(path, "plan.xlsx").grids[0].rows[0].cells] == [
        "Title", "Title",
    ]  # fmt: skip


def test_more_rows_than_the_bound_are_counted(path: Path) -> None:
    book = Workbook()
    for number in range(30):
        book.active.append(["Action", number])
    book.save(path)
    found = bounded(path, "plan.xlsx", rows=10)
    assert found.count == 40
    assert "first 10 rows" in found.told
    assert load_workbook(found.content).active.max_row == 10


def test_an_ordinary_workbook_is_opened_as_it_is(path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "Action"
    book.active.merge_cells("A1:B2")
    book.active["B3"] = "x"
    book.save(path)
    found = bounded(path, "plan.xlsx")
    assert found.content.read() == path.read_bytes()
    assert not found.told


def test_a_package_that_unpacks_to_more_than_any_real_one_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST_PART", 1_000_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b" " * 2_000_000)
    with pytest.raises(Fault) as told:
        bounded(path, "plan.xlsx")
    assert told.value.status is ExitStatus.INPUT_MISSING
    assert "sharedStrings.xml" in told.value.what
    assert workbooks.MOST_ROWS == 5_000
