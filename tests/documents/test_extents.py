"""Sheets that reach too far are refused before a reader takes memory for them."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from openpyxl import Workbook

from wres_report.documents.extents import check_extents, extent_of
from wres_report.faults import Fault


def test_an_extent_is_found_wherever_the_text_is_parted() -> None:
    text = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="70000"><c r="XFD70000"/></row>'
    for size in (1, 7, 30, len(text)):
        parts = [text[n : n + size] for n in range(0, len(text), size)]
        assert extent_of(parts).rows == 70_000
        assert extent_of(parts).columns == 16_384


def test_rows_without_numbers_are_counted() -> None:
    assert extent_of([b"<row><c><v>1</v></c></row>"] * 12).rows == 12


def test_names_with_a_prefix_are_read_as_those_without() -> None:
    text = b'<x:worksheet><x:row r="7"><x:c r="AB7"><x:f>1</x:f></x:c></x:row></x:worksheet>'
    found = extent_of([text[:40], text[40:]])
    assert (found.rows, found.columns, found.valueless) == (7, 28, True)


def save(path: Path, cells: dict[str, object], merged: str = "") -> Path:
    book = Workbook()
    for place, value in cells.items():
        book.active[place] = value
    if merged:
        # Not by merge_cells, which would make an object of each cell of the range.
        book.active.merged_cells.add(merged)
    book.save(path)
    return path


def test_a_cell_far_off_in_both_directions_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = save(tmp_path / "far.xlsx", {"A1": 1, "XFD1048576": 2})
    tracemalloc.start()
    with pytest.raises(Fault, match="XFD") as raised:
        check_extents(path, "far.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    tracemalloc.stop()
    assert "save" in raised.value.action


def test_a_cell_in_the_last_row_alone_and_a_range_merged_over_all_are_read(tmp_path: Path) -> None:
    check_extents(save(tmp_path / "row.xlsx", {"A1": 1, "A1048576": 2}), "row.xlsx")
    check_extents(save(tmp_path / "merged.xlsx", {"A1": 1}, "A1:XFD5000"), "merged.xlsx")


def test_a_formula_without_its_value_is_told_and_an_empty_text_is_none(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="formulas"):
        check_extents(save(tmp_path / "f.xlsx", {"A1": "=1+1"}), "f.xlsx")
    text = (
        b'<row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c><c r="B1"><f>1</f><v>1</v></c>'
    )
    assert not extent_of([text]).valueless
    assert extent_of([b'<c r="A1" s="3"><f t="shared" si="0"/></c>']).valueless
