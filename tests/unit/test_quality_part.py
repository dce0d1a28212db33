"""The appendix on data quality, in the words of a reader."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from wres_report.inputs.trust_year import TrustYear
from wres_report.report.parts.quality import quality_part, reading_part

CHECKED = [
    {"table": "workforce", "file": "data/RX7/2025/workforce.csv", "rows": 7},
    {"table": "progress", "file": "data/RX7/2025/tables.xlsx, sheet progress", "rows": 2},
]


def finding(rule: str, **kwargs: Any) -> dict[str, Any]:
    return {
        "rule": rule, "file": CHECKED[0]["file"], "row": 2, "column": "survey_year",
        "message": "This is odd.", "found": "1,100 staff",
        "expected": "near 900 (data/RX7/2024/reported.csv)", **kwargs,
    }  # fmt: skip


def report(*findings: dict[str, Any]) -> Any:
    quality = {"checked": CHECKED, "findings": list(findings)}
    return SimpleNamespace(quality=quality, trust_year=TrustYear.parse("RX7/2025"))


def test_tables_have_names_and_no_paths() -> None:
    told = quality_part(report())
    assert re.search(r"Workforce +\| +7 \| +0", told)
    assert re.search(r"Progress on last year’s plan +\| +2", told)
    assert "The checks noted nothing." in told
    assert "data/" not in told


def test_a_note_names_the_table_the_row_and_what_was_found() -> None:
    told = quality_part(report(finding("implausible_change")))
    assert (
        "- **Workforce, row 2 of the file, survey year:** This is odd. Found: 1,100 staff; "
        "expected: near 900 (published figures of 2024)." in told
    )
    assert reading_part(report(finding("implausible_change"))) == ""


@pytest.mark.parametrize("rule", ["name_read_as_meant", "unknown_column", "short_row"])
def test_how_a_file_was_written_is_told_in_short_and_stands_whole_in_the_annex(rule: str) -> None:
    of = report(finding(rule, found="Ethnic_Group"))
    assert "- **Workforce:** This is odd.\n" in quality_part(of)
    assert "Ethnic" not in quality_part(of)
    assert "`data/RX7/2025/workforce.csv`, row 2, column survey" in reading_part(of)
    assert "Ethnic" in reading_part(of)


def test_a_file_of_no_table_is_told_by_its_name() -> None:
    told = quality_part(
        report(finding("unknown_sheet", file="data/RX7/2025/wdes/leavers_list.csv"))
    )
    assert "- **Leavers list:** This is odd." in told
