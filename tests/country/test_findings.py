"""What is told of trusts without a group, trusts that stand twice, mergers and lonely years."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.country.make import country_of, entry, register, report, survey_book, survey_row
from wres_report.country.making import from_survey, write
from wres_report.faults import ExitStatus, Fault
from wres_report.inputs.trusts import Organisation, read_organisations

VALUES = {"i1.bme_percent": entry(30.0, n=100, numerator=30)}
SHARES = (0.25, 0.34, 0.2, 0.22, 0.6, 0.5, 0.07, 0.15)
FULL = "code,benchmark_group,region,successor,merged"


def rules(country) -> dict[str, str]:
    return {finding.rule: finding.message for finding in country.findings}


def test_trusts_without_a_group_are_named(tmp_path: Path) -> None:
    for code in ("RX1", "RX2", "RX3"):
        report(tmp_path, code, 2025, VALUES)
    register(tmp_path, FULL, "RX1,Acute,London,,", "RX2,,London,,")
    found = rules(country_of(tmp_path))
    assert found["no_benchmark_group"].startswith("RX2 and RX3 have no benchmark group")
    assert found["no_region"].startswith("RX3 has no region")


def test_two_rows_for_one_trust_stop_the_table(tmp_path: Path) -> None:
    both = [survey_row(code, SHARES) for code in ("RX1", "RX2")]
    sheets = {"Acute": both[:1], "Ambulance": both}
    country = from_survey(survey_book(tmp_path / "b.xlsx", sheets), {})
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "country.csv").write_text("of an earlier run", encoding="utf-8")
    assert [p.name for p in write(country, tmp_path / "out")] == ["findings.csv"]
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["findings.csv"]
    assert "sheet “Acute” and b.xlsx, sheet “Ambulance”" in rules(country)["trust_twice"]
    assert country.blocked


def test_one_sheet_of_a_workbook_can_be_read_alone(tmp_path: Path) -> None:
    sheets = {"Acute": [survey_row("RX1", SHARES)], "Ambulance": [survey_row("RX1", SHARES)]}
    country = from_survey(survey_book(tmp_path / "b.xlsx", sheets), {}, sheet="Acute")
    assert not country.blocked


def test_a_merged_trust_is_told_and_counted_once(tmp_path: Path) -> None:
    for year in (2024, 2025):
        for code in ("RX1", "RX2", "RX3"):
            report(tmp_path, code, year, VALUES)
    register(tmp_path, FULL, "RX1,A,B,,", "RX2,A,B,RX1,2025", "RX3,A,B,RXX,2025")
    country = country_of(tmp_path)
    assert "RX2 was merged into RX1" in rules(country)["merged_trust"]
    assert "RX3 was merged into RXX, which has no" in rules(country)["successor_missing"]
    assert {(f.trust, f.year) for f in country.figures} - {
        (f.trust, f.year) for f in country.compared
    } == {("RX2", 2025)}


def test_a_year_with_one_trust_is_told(tmp_path: Path) -> None:
    report(tmp_path, "RX1", 2024, VALUES)
    for code in ("RX1", "RX2"):
        report(tmp_path, code, 2025, VALUES)
    country = country_of(tmp_path)
    assert "WRES 2024 has the figures of RX1 alone" in rules(country)["one_trust"]


def test_parts_of_one_trust_are_told(tmp_path: Path) -> None:
    for code in ("R1F1", "R1F2", "RX1"):
        report(tmp_path, code, 2025, VALUES)
    assert (
        "R1F1 and R1F2 begin with one code, R1F" in rules(country_of(tmp_path))["parts_of_a_trust"]
    )


def test_invented_trusts_among_real_ones_are_told_and_not_compared(tmp_path: Path) -> None:
    report(tmp_path, "ZZX", 2025, VALUES, synthetic=True)
    assert "invented_trusts" not in rules(country_of(tmp_path))
    report(tmp_path, "RX1", 2025, VALUES)
    country = country_of(tmp_path)
    assert rules(country)["invented_trusts"].startswith("ZZX is invented")
    assert {f.trust for f in country.compared} == {"RX1"}


def test_the_register_is_read(tmp_path: Path) -> None:
    register(tmp_path, f"{FULL},name", "rx2,Acute,London,rx1,2024,Trust of two")
    assert read_organisations(tmp_path / "data") == {
        "RX2": Organisation("RX2", "Trust of two", "Acute", "London", "", "RX1", 2024)
    }
    assert read_organisations(tmp_path / "nowhere") == {}


def test_the_register_of_organisations_says_who_was_merged(tmp_path: Path) -> None:
    register(tmp_path, FULL, "RX2,Acute,London,,", "RX4,Acute,London,RX9,2019")
    (tmp_path / "data" / "lookups").mkdir()
    (tmp_path / "data" / "lookups" / "successions.csv").write_text(
        "predecessor,successor,date\nRX2,RX1,20230401\nRX3,RX1,20230331\nRX4,RX1,20230331\n"
        "RX5,RX1,20230331\nRX5,RX6,20230331\n",
        encoding="utf-8",
    )
    found = read_organisations(tmp_path / "data")
    assert (found["RX2"].successor, found["RX2"].merged, found["RX2"].region) == (
        "RX1", 2024, "London",
    )  # fmt: skip
    assert (found["RX3"].successor, found["RX3"].merged) == ("RX1", 2023)
    assert (found["RX4"].successor, found["RX4"].merged) == ("RX9", 2019)
    assert "RX5" not in found  # shared out among two


@pytest.mark.parametrize(
    ("rows", "where", "what"),
    [
        (("code,colour", "RX1,red"), "row 1", "colour"),
        (("name", "Trust"), "row 1", "“code” is missing"),
        (("code", "RX1", "rx1"), "row 3", "RX1 stands twice, in rows 2 and 3"),
        (("code,successor,merged", "RX1,RX2,soon"), "column merged", "“soon” is no year"),
        (("code,successor,merged", "RX1,RX2,"), "column merged", "both the successor and the year"),
        (("code,name", ",Trust"), "column code", "no code"),
    ],
)
def test_a_mistake_in_the_register_is_told_with_its_place(
    tmp_path: Path, rows: tuple[str, ...], where: str, what: str
) -> None:
    register(tmp_path, *rows)
    with pytest.raises(Fault) as caught:
        read_organisations(tmp_path / "data")
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert where in caught.value.where
    assert what in caught.value.what
