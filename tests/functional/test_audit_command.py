"""``wres audit``: findings, exit statuses, the page, and results that are built first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command

pytestmark = pytest.mark.functional
ASKED = "reported harassment, bullying or abuse from patients, relatives or the public"
RIGHT = f"31.5% of BME staff {ASKED}.\n"
WRONG = f"# Our report\n\n32.7% of BME staff {ASKED}, and 24.3% of White staff.\n"
FIELDS = {"text", "line", "indicator", "verdict", "fault", "found", "expected", "why"}


@pytest.fixture
def audit(wres: Command, built: Path, tmp_path: Path):
    """Audits a text against ZZX/2021 of the shared build; further options follow."""

    def run(text: str, *options: str, against: str = "ZZX/2021"):
        (tmp_path / "report.md").write_text(text, encoding="utf-8")
        project = ("--project", str(built.parent))
        return wres("audit", "report.md", "--against", against, *project, *options, folder=tmp_path)

    return run


def test_a_document_that_agrees_ends_with_status_0(audit) -> None:
    result = audit(RIGHT)
    assert result.returncode == 0, result.stderr
    assert "1 claim: 0 contradicts, 0 cannot be told, 1 agrees" in result.stdout
    assert result.stderr == ""


def test_a_contradiction_is_told_with_line_found_expected_and_why(audit) -> None:
    result = audit(WRONG)
    assert result.returncode == 13
    assert "line 3  ✗ contradicts (last year’s figure), indicator 5" in result.stdout
    assert "found: 32.7%; expected: 31.5%" in result.stdout
    assert "Traceback" not in result.stderr


def test_json_has_the_fields_of_the_contract(audit) -> None:
    result = audit(WRONG, "--json")
    assert result.returncode == 13
    findings = json.loads(result.stdout)["findings"]
    assert [set(finding) for finding in findings] == [FIELDS, FIELDS]
    assert [f["verdict"] for f in findings] == ["contradicts", "agrees"]
    assert findings[0] | {"why": ""} == {
        "text": WRONG.splitlines()[2], "line": 3, "indicator": 5, "verdict": "contradicts",
        "fault": "last_years_figure", "found": "32.7%", "expected": "31.5%", "why": "",
    }  # fmt: skip


def test_a_pdf_has_pages_in_json(wres: Command, built: Path, tmp_path: Path) -> None:
    pdf = built / "ZZX/2021/report.pdf"
    result = wres("audit", str(pdf), "--against", "ZZX/2021", "--project", str(built.parent),
                  "--json", folder=tmp_path)  # fmt: skip
    assert result.returncode == 0, result.stdout
    findings = json.loads(result.stdout)["findings"]
    assert findings
    assert all(finding["page"] >= 1 for finding in findings)


def test_the_page_is_written_and_named(audit, tmp_path: Path) -> None:
    result = audit(WRONG, "--html", "audit.html")
    assert "audit.html" in result.stdout
    assert "32.7%" in (tmp_path / "audit.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "against", "status", "words"),
    [
        (("--html", "no/folder/audit.html"), "ZZX/2021", 2, "no such folder"),
        (("--html", "report.md"), "ZZX/2021", 2, "replace the document"),
        ((), "ZZX", 2, "not a trust-year"),
        ((), "ABC/2021", 15, "no trust-year"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(
    audit, options: tuple[str, ...], against: str, status: int, words: str
) -> None:
    result = audit(RIGHT, *options, against=against)
    assert result.returncode == status
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_without_a_trust_year_the_command_says_what_it_cannot_judge(
    wres: Command, tmp_path: Path
) -> None:
    (tmp_path / "report.md").write_text(WRONG, encoding="utf-8")
    result = wres("audit", "report.md", folder=tmp_path)
    assert result.returncode == 0
    assert "There is no data to hold it against" in result.stdout
    assert "--against" in result.stdout


def test_a_document_that_is_missing_has_status_15(
    wres: Command, built: Path, tmp_path: Path
) -> None:
    result = wres("audit", "none.pdf", "--against", "ZZX/2021", "--project", str(built.parent),
                  folder=tmp_path)  # fmt: skip
    assert result.returncode == 15
    assert "missing" in result.stderr


def test_results_that_are_missing_or_out_of_date_are_built_first(
    wres: Command, stored_workspace: Path
) -> None:
    workspace = stored_workspace
    (workspace / "report.md").write_text(RIGHT, encoding="utf-8")
    first = wres("audit", "report.md", "--against", "ZZX/2021", folder=workspace)
    assert first.returncode == 0, first.stderr
    assert "missing or out of date" in first.stderr
    assert not (workspace / "outputs").exists()
    again = wres("audit", "report.md", "--against", "ZZX/2021", folder=workspace)
    assert (again.returncode, again.stderr) == (0, "")
    survey = workspace / "data/ZZX/2021/survey.csv"
    survey.write_text(survey.read_text().replace("5,2020,bme,31.5", "5,2020,bme,30.1"))
    changed = wres("audit", "report.md", "--against", "ZZX/2021", folder=workspace)
    assert changed.returncode == 13
    assert "missing or out of date" in changed.stderr


def test_data_that_cannot_be_built_from_has_status_15(wres: Command, workspace: Path) -> None:
    (workspace / "report.md").write_text(RIGHT, encoding="utf-8")
    (workspace / "data/ZZX/2021/survey.csv").write_text("nothing,of,use\n1,2,3\n")
    result = wres("audit", "report.md", "--against", "ZZX/2021", folder=workspace)
    assert result.returncode == 15
    assert "cannot be built" in result.stderr
    assert "Traceback" not in result.stderr
