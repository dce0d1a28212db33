"""``results.xlsx``: the figures of ``results.json`` as a workbook, and nothing beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from wres_report.formats import FORMATS, RENDERED, USUAL
from wres_report.measures.codec import value_as_json
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.report.results_workbook import COLUMNS, write


def results(**more: Any) -> dict[str, Any]:
    values = {
        "i2.ratio": Value(1.3757331378, Unit.RATIO, low=1.18, high=1.6, n=1390, source=("a.csv",)),
        "i3.entered_unknown": absent(Unit.COUNT, Status.SUPPRESSED, "small number"),
        "i2.ratio.change": Value(-0.2, Unit.RATIO, note="=not a formula"),
    }
    return {
        "trust": "ZZX", "year": 2021,
        "report": {"name": "A Trust", "title": "WRES. Report", "term": "BAME", "synthetic": True},
        "values": {key: value_as_json(value) for key, value in values.items()},
        "of_tables": {}, "words": {}, "findings": {},
        "verdicts": {"i2": {"code": "worse", "shape": "▲", "words": "worse for BAME staff",
                            "adverse": True}},
    } | more  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Any:
    write(results(), tmp_path / "results.xlsx", 0)
    return load_workbook(tmp_path / "results.xlsx")


def rows_of(sheet: Any) -> list[tuple[Any, ...]]:
    return list(sheet.iter_rows(min_row=4, values_only=True))


def test_every_figure_stands_there_as_it_is_published(book: Any) -> None:
    rows = {row[0]: row for row in rows_of(book["Figures"])}
    assert rows["i2.ratio"][1:8] == (
        "Relative likelihood, White ÷ BAME", "1.38", 1.3757331378, "ratio", 1.18, 1.6, 1390,
    )  # fmt: skip
    assert set(rows) == set(results()["values"])


def test_what_is_suppressed_has_no_number(book: Any) -> None:
    (row,) = (row for row in rows_of(book["Figures"]) if row[0] == "i3.entered_unknown")
    assert row[2] == "suppressed"
    assert not any(isinstance(cell, (int, float)) for cell in row)


def test_no_number_stands_there_that_is_not_in_the_results(book: Any) -> None:
    published = {number for entry in results()["values"].values() for number in entry.values()
                 if isinstance(number, (int, float))}  # fmt: skip
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert {cell for cell in row if isinstance(cell, (int, float))} <= published


def test_a_note_that_looks_like_a_formula_is_text(book: Any) -> None:
    cells = [cell for row in book["Figures"].iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)


def test_each_sheet_but_the_cover_is_a_title_a_sentence_and_one_table(book: Any) -> None:
    assert book.sheetnames == ["Cover", "Figures", "Verdicts", "Notes"]
    for name in book.sheetnames[1:]:
        sheet = book[name]
        assert len(sheet.tables) == 1
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes == "A4"
    explained = {row[0] for row in rows_of(book["Notes"])}
    assert set(COLUMNS) <= explained
    assert book.properties.language == "en-GB"


def test_the_same_results_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write(json.loads(json.dumps(results())), tmp_path / name, 86400)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_standard_of_a_workspace_names_its_figures_by_their_keys(tmp_path: Path) -> None:
    write(results(standard="another"), tmp_path / "results.xlsx", 0)
    rows = rows_of(load_workbook(tmp_path / "results.xlsx")["Figures"])
    assert ("i2.ratio", "i2, ratio") in {row[:2] for row in rows}


def test_the_usual_formats_are_those_that_the_renderers_make() -> None:
    assert set(USUAL) <= set(RENDERED)
    assert len({one.file for one in FORMATS.values()}) == len(FORMATS)


def test_the_verdicts_of_the_wdes_are_of_metrics(tmp_path: Path) -> None:
    write(results(standard="wdes", verdicts={}), tmp_path / "results.xlsx", 0)
    said = {row[0] for row in rows_of(load_workbook(tmp_path / "results.xlsx")["Notes"])}
    assert "Metric" in said
    assert "Indicator" not in said
