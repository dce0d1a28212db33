"""The table of all trusts: what reports and a workbook publish, and no more."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import openpyxl
import pytest

from tests.country.make import country_of, entry, register, report, survey_book, survey_row
from wres_report.country.making import WRITTEN, from_survey, write
from wres_report.faults import ExitStatus, Fault
from wres_report.peers.figure import COLUMNS
from wres_report.peers.reading import figures_of_csv

VALUES = {
    "workforce.bme": entry(550, "count", n=550),
    "i1.bme_percent": entry(32.4, n=1698, numerator=550, low=30.2, high=34.7),
    "i1.clinical_5_bme_percent": entry(32.6, n=276),
    "i2.ratio": entry(1.43, "ratio", n=578, low=1.1, high=1.9),
    "i2.ratio.previous": entry(1.2, "ratio"),
    "i2.ratio.benchmark": entry(1.59, "ratio"),
    "i2.bme_percent": entry(None, note="small number"),
    "i7.gap": entry(-30.9, "pp", n=92),
    "i9.voting_difference": entry(-10.2, "pp", n=9),
    "plan.actions": entry(8, "count"),
}
ACUTE, AMBULANCE = "Acute&Acute Community Trusts", "Ambulance Trusts"


def test_a_row_is_one_trust_one_indicator_one_group(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2025, VALUES)
    found = {(f.indicator, f.part, f.group, f.measure): f for f in country_of(tmp_path).figures}
    assert sorted(found) == [
        ("i1", "", "bme", "percent"), ("i2", "", "bme", "percent"), ("i2", "", "both", "ratio"),
        ("i7", "", "both", "gap"), ("i9", "voting", "both", "difference"),
        ("workforce", "", "bme", "count"),
    ]  # fmt: skip
    share = found["i1", "", "bme", "percent"]
    assert (share.value, share.n, share.events, share.low) == (32.4, 1698, 550, 30.2)
    assert share.source == "outputs/RX1/2025/results.json"
    assert found["i7", "", "both", "gap"].basis == "survey_2021"
    assert found["i7", "", "both", "gap"].weighting == "as printed"
    assert found["i2", "", "both", "ratio"].weighting == ""


def test_what_a_report_suppresses_is_suppressed_in_every_file(tmp_path: Path) -> None:
    hidden = entry(None, n=None, note="small number")
    report(tmp_path, "RX1", 2025, {"i2.bme_percent": hidden, "i2.ratio": entry(1.4, "ratio")})
    write(country_of(tmp_path), tmp_path / "out")
    (row,) = [r for r in rows_of(tmp_path / "out" / "country.csv") if r["status"] == "suppressed"]
    assert {row[name] for name in ("value", "low", "high", "n", "events")} == {""}
    sheet = openpyxl.load_workbook(tmp_path / "out" / "country.xlsx")["Figures"]
    written = [c.value for r in sheet.iter_rows(min_row=4) for c in r if r[13].value != "ok"]
    assert [v for v in written if isinstance(v, float)] == []


def test_csv_parquet_and_workbook_say_the_same(tmp_path: Path) -> None:
    for code in ("RX1", "RX2", "RX3"):
        report(tmp_path, code, 2025, VALUES)
    register(tmp_path, "code,benchmark_group,region", "RX1,Acute & more <x>,=1+1")
    country = country_of(tmp_path)
    write(country, tmp_path / "out")
    assert tuple(figures_of_csv(tmp_path / "out" / "country.csv")) == country.figures
    columns = ", ".join(f'"{name}"' for name in COLUMNS)
    parquet = duckdb.sql(f"select {columns} from '{tmp_path / 'out' / 'country.parquet'}'")
    assert [plain(row) for row in parquet.fetchall()] == [plain(f) for f in country.figures]
    sheet = openpyxl.load_workbook(tmp_path / "out" / "country.xlsx")["Figures"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0] == tuple(COLUMNS)
    assert [plain(row) for row in rows[1:]] == [
        plain("true" if c is True else "false" if c is False else c for c in figure)
        for figure in country.figures
    ]
    assert sheet.tables["Figures_table"].ref == f"A3:W{3 + len(country.figures)}"


def test_a_name_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    for code in ("RX1", "RX2"):
        report(tmp_path, code, 2025, {"i1.bme_percent": entry(30.0)})
    register(tmp_path, "code,region", "RX1,=1+1", "RX2,=1+2")
    write(country_of(tmp_path), tmp_path / "out")
    sheet = openpyxl.load_workbook(tmp_path / "out" / "country.xlsx")["Figures"]
    regions = [row[17] for row in sheet.iter_rows(min_row=4)]
    assert [cell.value for cell in regions] == ["=1+1", "=1+2"]
    assert {cell.data_type for cell in regions} == {"s"}
    assert {r["region"] for r in rows_of(tmp_path / "out" / "country.csv")} == {"'=1+1", "'=1+2"}


def test_the_same_reports_give_the_same_bytes(tmp_path: Path) -> None:
    for code in ("RX1", "RX2"):
        report(tmp_path, code, 2025, VALUES)
    for name in ("one", "two"):
        write(country_of(tmp_path), tmp_path / name)
    for name in WRITTEN:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_one_year_can_be_asked_for(tmp_path: Path) -> None:
    for year in (2024, 2025):
        report(tmp_path, "RX1", year, VALUES)
    assert country_of(tmp_path).years == [2024, 2025]
    assert country_of(tmp_path, 2024).years == [2024]
    with pytest.raises(Fault) as caught:
        country_of(tmp_path, 2020)
    assert caught.value.status is ExitStatus.INPUT_MISSING


def test_a_workbook_alone_gives_indicators_5_to_8_with_counts(tmp_path: Path) -> None:
    shares = (0.25, 0.34, 0.2, 0.22, 0.6, 0.5, 0.07, 0.15)
    book = survey_book(tmp_path / "b.xlsx", {
        ACUTE: [survey_row("RX1", shares), survey_row("RX2", shares, n=9)],
        AMBULANCE: [survey_row("RX3", (*shares[:7], "*"))],
    })  # fmt: skip
    found = {(f.trust, f.indicator, f.group): f for f in from_survey(book, {}).figures}
    gap = found["RX1", "i7", "both"]
    assert (gap.year, gap.unit, gap.n, gap.weighting) == (2025, "pp", 100, "unweighted")
    assert gap.value == pytest.approx(-10)
    assert found["RX1", "i5", "bme"].events == 34
    assert found["RX1", "i5", "bme"].benchmark_group == ACUTE
    few = [f for (trust, _, _), f in found.items() if trust == "RX2"]
    assert {f.status for f in few} == {"suppressed"}
    assert {(f.value, f.low, f.n, f.events) for f in few} == {(None, None, None, None)}
    assert found["RX3", "i8", "bme"].status == found["RX3", "i8", "both"].status == "not_supplied"
    assert found["RX3", "i8", "white"].status == "ok"


def test_results_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2025, VALUES)
    (tmp_path / "outputs" / "RX1" / "2025" / "results.json").write_text("[]", encoding="utf-8")
    with pytest.raises(Fault) as caught:
        country_of(tmp_path)
    assert caught.value.where == "outputs/RX1/2025/results.json"
    assert "wres build RX1/2025" in caught.value.action


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(row: object) -> list[object]:
    """Empty text and nothing are the same to a reader, and so are 550 and 550.0."""
    return [None if cell == "" else cell for cell in row]  # type: ignore[attr-defined]
