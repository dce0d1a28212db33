"""The staff survey's workbook: each trust's results, the median of its group, no silent loss."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.imports.make import survey, text_file, workbook
from wres_report.faults import ExitStatus, Fault

STEMS = ("har_from_pat_eth_summary", "har_from_staff_eth_summary", "equal_eth_summary",
         "q16b_eth_summary")  # fmt: skip
# As the workbook of the 2024 survey gives them, in per cent: White and BME of indicators 5 to 8.
PUBLISHED = {
    "RX7": (37.2777, 34.3629, 21.0964, 21.5385, 51.576, 45.5598, 10.0619, 12.3552),
    "RYC": (41.0345, 32.5123, 28.882, 27.451, 45.7163, 42.1569, 12.8671, 16.8317),
}  # fmt: skip
ACUTE, MENTAL = "Acute&Acute Community Trusts", "MH&LD, MH, LD&Community Trusts"


def head(years=(2023, 2024), base="{stem}_n_{group}_{year}") -> list[str]:
    columns = ["org_id", "org_name", "q15_2024", "har_from_pat_eth_summary_1_2024_sig"]
    for stem in STEMS:
        for group in (1, 2):
            for year in years:
                columns.append(f"{stem}_{group}_{year}")
                if base:
                    columns.append(base.format(stem=stem, group=group, year=year))
    return columns


def row(code: str, shares=(0.25,) * 8, years=(2023, 2024), base=True, n: object = 100) -> list:
    cells: list[object] = [code, f"Trust {code}", 0.999, "sig"]
    for share in shares:
        for _ in years:
            cells += [share, n] if base else [share]
    return cells


def book(path: Path, **sheets: list) -> Path:
    notes = {"Notes": [["q15", "weighted"]], "Organisation Benchmark groups": [["org_id"], ["RX7"]]}
    return workbook(path, notes | sheets)


def results(imported, code: str = "") -> dict[tuple[str, str, str], dict[str, str]]:
    table = next(t for t in imported.tables if not code or t.code == code)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return {(r["indicator"], r["survey_year"], r["group"]): r for r in rows}


def test_the_published_results_of_two_trusts_come_out(tmp_path: Path) -> None:
    rows = [head(), *(row(code, [p / 100 for p in values]) for code, values in PUBLISHED.items())]
    path = book(tmp_path / "book.xlsx", **{"Ambulance Trusts": rows})
    for code, values in PUBLISHED.items():
        found = results(survey(path, code=code, year=2025))
        got = [float(found[str(i), "2024", g]["percent"]) for i in (5, 6, 7, 8)
               for g in ("white", "bme")]  # fmt: skip
        assert got == list(values)


def test_the_benchmark_is_the_median_of_the_trusts_of_the_same_sheet(tmp_path: Path) -> None:
    acute = [head(), *(row(f"RA{n}", (s,) * 8) for n, s in enumerate((0.1, 0.2, 0.6, 0.7)))]
    mental = [head(), row("RB1", (0.9,) * 8), row("RB2", (0.5,) * 8)]
    path = book(tmp_path / "book.xlsx", **{ACUTE: acute, MENTAL: mental})
    found = results(survey(path, code="RA0"))
    assert {r["benchmark_percent"] for r in found.values()} == {"40"}
    assert {r["benchmark_percent"] for r in results(survey(path, code="RB1")).values()} == {"70"}


@pytest.mark.parametrize(
    "base", ["{stem}_n_{group}_{year}", "{stem}_{group}_n_{year}", "{stem}_{group}_{year}_n"]
)
def test_the_number_of_answers_is_found_wherever_its_n_stands(tmp_path: Path, base: str) -> None:
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(base=base), row("RX7", n=1234)]})
    assert {r["responses"] for r in results(survey(path, code="RX7")).values()} == {"1234"}


def test_without_numbers_of_answers_the_results_come_all_the_same_and_it_is_said(
    tmp_path: Path,
) -> None:
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(base=""), row("RX7", base=False)]})
    imported = survey(path, code="RX7")
    assert {r["responses"] for r in results(imported).values()} == {""}
    assert any(remark.kind == "responses" for remark in imported.remarks)


@pytest.mark.parametrize("sign", ["", "*", "-", "NA", "N/A"])
def test_a_missing_result_is_empty_and_named(tmp_path: Path, sign: str) -> None:
    shares = [0.25] * 7 + [sign]
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(), row("RX7", shares), row("RX8")]})
    imported = survey(path, code="RX7")
    assert results(imported)["8", "2024", "bme"]["percent"] == ""
    (remark,) = [r for r in imported.remarks if r.kind == "missing"]
    assert "RX7: indicator 8, 2024, bme" in remark.places


@pytest.mark.parametrize("share", [37.3, "many"])
def test_a_result_that_is_no_fraction_is_told_with_its_row(tmp_path: Path, share: object) -> None:
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(), row("RX7", (share,) * 8)]})
    with pytest.raises(Fault) as caught:
        survey(path, code="RX7")
    assert "row 2" in caught.value.where


def test_a_code_in_no_sheet_fails_loudly_with_the_sheets_that_were_read(tmp_path: Path) -> None:
    sheets = {ACUTE: [head(), row("R1F1"), row("R1F2")],
              "Odd name": [["org_id", "q15_2024"], ["R1F", 0.5]]}  # fmt: skip
    path = book(tmp_path / "b.xlsx", **sheets)
    with pytest.raises(Fault) as caught:
        survey(path, code="R1F")
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert f"Read: “{ACUTE}”" in caught.value.where
    assert "Odd name" in caught.value.where
    assert "R1F1, R1F2" in caught.value.action


@pytest.mark.parametrize("name", [MENTAL, "MH&LD, MH, LD & Community Trust", "Sheet 7"])
def test_no_trust_is_lost_by_the_spelling_of_its_sheet(tmp_path: Path, name: str) -> None:
    sheets = {name[:31]: [head(), row("RV9"), row("RXT")], ACUTE: [head(), row("RX7")]}
    imported = survey(book(tmp_path / "b.xlsx", **sheets), everyone=True)
    assert {table.code for table in imported.tables} == {"RV9", "RXT", "RX7"}


def test_a_head_below_a_title_and_in_capitals_is_found(tmp_path: Path) -> None:
    rows = [["Benchmark data"], [], [h.upper() for h in head()], row("RX7")]
    assert results(survey(book(tmp_path / "b.xlsx", **{ACUTE: rows}), code="RX7"))


def test_the_weighted_question_column_is_never_taken(tmp_path: Path) -> None:
    rows = [["org_id", "org_name", "q15_2024", "q16b_2024"], ["RX7", "T", 0.5, 0.1]]
    with pytest.raises(Fault, match="No sheet of this file"):
        survey(book(tmp_path / "b.xlsx", **{ACUTE: rows}), code="RX7")


def test_later_surveys_are_left_out_and_a_missing_one_is_said(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(), row("RX7"), row("RX8")]})
    imported = survey(path, code="RX7", year=2024)
    assert {key[1] for key in results(imported)} == {"2023"}
    assert any("left out" in remark.text for remark in imported.remarks)
    late = survey(path, code="RX7", year=2026)
    assert any("survey of 2025" in remark.text for remark in late.remarks)


def test_surveys_that_are_not_comparable_are_not_joined(tmp_path: Path) -> None:
    years = (2021, 2022, 2023)
    rows = [head(years), row("RH8", years=years), row("RX7", years=years)]
    path = book(tmp_path / "b.xlsx", **{ACUTE: rows})
    imported = survey(path, everyone=True)
    assert {key[1] for key in results(imported, "RH8")} == {"2022", "2023"}
    assert {key[1] for key in results(imported, "RX7")} == {"2021", "2022", "2023"}
    assert any("RH8: before 2022" in place for r in imported.remarks for place in r.places)


def test_the_break_of_indicator_7_is_said(tmp_path: Path) -> None:
    years = (2020, 2021)
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(years), row("RX7", years=years)]})
    (remark,) = [r for r in survey(path, code="RX7").remarks if r.kind == "basis"]
    assert remark.places == ("2021",)


def test_the_release_stands_beside_every_value(tmp_path: Path) -> None:
    path = book(tmp_path / "b.xlsx", **{ACUTE: [head(), row("RX7"), row("RX8")]})
    assert {r["release"] for r in results(survey(path, code="RX7")).values()} == {"2024"}


def test_a_contractors_scores_become_indicators_5_7_and_8(tmp_path: Path) -> None:
    columns = ["Year", "QuestionNumber", "QuestionText", "DimName", "DimValue", "BaseSize", "Score"]
    rows = [columns]
    for group, scores in (
        ("White", (70, 60, 95)),
        ("BME", (65, 50, 85)),
        ("Asian - Indian", (1, 1, 1)),
    ):
        for question, score in zip(("Q14a", "Q15", "Q16b"), scores, strict=True):
            rows.append(["2024", question, "text, with a comma", "Ethnicity", group, "120", score])
    rows.append(["2024", "Q15", "text", "Gender", "Male", "300", "55"])
    imported = survey(text_file(tmp_path / "positive_scoring_rpg.csv", rows))
    found = results(imported)
    assert {key: r["percent"] for key, r in found.items()} == {
        ("5", "2024", "white"): "30", ("5", "2024", "bme"): "35", ("7", "2024", "white"): "60",
        ("7", "2024", "bme"): "50", ("8", "2024", "white"): "5", ("8", "2024", "bme"): "15",
    }  # fmt: skip
    assert {r["release"] for r in found.values()} == {"local file"}
    assert any("Asian - Indian" in place for r in imported.remarks for place in r.places)


def test_every_code_without_history_has_a_year_and_a_reason() -> None:
    from wres_report.imports.survey_workbook import no_history

    assert len(no_history()) == 22
    assert all(2020 < year < 2027 and reason for year, reason in no_history().values())


def test_the_table_has_the_columns_of_survey_csv(tmp_path: Path) -> None:
    from wres_report.imports.writing import write_table

    imported = survey(book(tmp_path / "b.xlsx", **{ACUTE: [head(), row("RX7")]}), code="RX7")
    write_table(tmp_path / "survey.csv", imported.tables[0])
    with (tmp_path / "survey.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [
            "indicator", "survey_year", "group", "percent", "responses", "benchmark_percent",
            "release",
        ]  # fmt: skip
