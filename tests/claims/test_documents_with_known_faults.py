"""A report with the faults of a published one, and the reports that the program writes itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.conftest import figures_in
from wres_report.claims.audit import audit
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.reading import read_document

HUMBER = Path(__file__).with_name("humber.md")
EXPECTED = [
    (1, "wrong_value", "44.13%", "44.06%"),
    (1, "row_for_column_percentage", "6.99%", "not supplied"),
    (2, "wrong_direction", "1.64", "0.64"),
    (2, "wrong_benchmark", "1.15", "1.61"),
    (4, "inverted_ratio", "1.18", "0.84"),
    (5, "pp_for_percent", "4%", "+4.0\u00a0pp"),
    (5, "last_years_figure", "20%", "24.0%"),
    (5, "false_trend", "four-year declining", "33.2 in 2017, 20 in 2019, 24 in 2020"),
    (7, "pp_for_percent", "7.3%", "+7.3\u00a0pp"),
    (9, "wrong_benchmark", "8.4%", "10.0%"),
    (0, "wrong_standard", "disabled staff", "BAME staff"),
]


def wrong(findings: list[Finding]) -> list[tuple[int, str, str, str]]:
    return [
        (f.indicator, str(f.fault), f.found, f.expected)
        for f in findings
        if f.verdict is Verdict.CONTRADICTS
    ]


@pytest.fixture(scope="module")
def findings(humber: Figures) -> list[Finding]:
    return audit(read_document(HUMBER), humber)


def test_the_faults_of_the_published_report_are_found_and_no_others(
    findings: list[Finding],
) -> None:
    assert wrong(findings) == EXPECTED


def test_a_wrong_national_figure_is_told_beside_the_other_one_of_the_document(
    findings: list[Finding],
) -> None:
    board = next(f for f in findings if f.indicator == 9 and f.fault)
    assert "The document prints 10% as well" in board.why


def test_the_other_figures_of_the_published_report_agree(findings: list[Finding]) -> None:
    agree = [f.found for f in findings if f.verdict is Verdict.AGREES]
    assert len(agree) >= 40
    assert {"4.7%", "855", "0.70%", "22.4%", "38.1%", "18.4%", "0%"} <= set(agree)


@pytest.mark.parametrize("name", ["ZZX/2021", "RV9/2021", "R1L/2021", "RX7/2023"])
@pytest.mark.parametrize("file", ["index.html", "report.docx", "report.pdf"])
def test_a_report_that_the_program_wrote_contradicts_nothing(
    name: str, file: str, built: Path, repository: Path
) -> None:
    figures = figures_in(built, repository, name)
    assert not wrong(audit(read_document(built / name / file), figures))


def test_most_of_the_figures_that_the_program_writes_are_told(
    built: Path, invented: Figures
) -> None:
    told = audit(read_document(built / "ZZX/2021/index.html"), invented)
    assert sum(f.verdict is Verdict.AGREES for f in told) >= 100
