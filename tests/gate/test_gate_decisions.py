"""The decision for a trust-year, and what of it may be published."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wres_report.faults import ExitStatus
from wres_report.gate import GateResult, run_gate
from wres_report.gate.results import in_full, people, withheld
from wres_report.inputs.params import Disclosure, Params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

REPOSITORY = Path(__file__).resolve().parents[2]
OURS = [TrustYear("RV9", 2021), TrustYear("ZZX", 2020), TrustYear("ZZX", 2021)]

EVERY_COUNT = Params(
    "Example", "2021-22", 2021, date(2021, 3, 31), disclosure=Disclosure(False, reason="example")
)


@pytest.fixture(scope="module")
def ours() -> dict[TrustYear, GateResult]:
    return run_gate(Workspace.open(REPOSITORY), OURS)


def test_the_trust_years_of_this_repository_pass(ours: dict[TrustYear, GateResult]) -> None:
    assert [ours[t].state for t in OURS] == ["notes", "clean", "clean"]


def test_the_published_figures_of_humber_imply_an_implausible_growth(
    ours: dict[TrustYear, GateResult],
) -> None:
    (finding,) = ours[OURS[0]].findings
    assert finding.rule == "implausible_change"
    assert finding.found == "3,029 staff"
    assert finding.expected.startswith("near 2,468: 116 BME staff were 4.7% of last year's")


def test_a_trust_year_without_data_is_unreadable_and_stops_no_other() -> None:
    absent = TrustYear("RV9", 2035)
    results = run_gate(Workspace.open(REPOSITORY), [absent, OURS[0]])
    assert list(results) == [absent, OURS[0]]
    assert results[absent].status is ExitStatus.INPUT_MISSING
    assert results[OURS[0]].status is ExitStatus.DONE


def test_alone_or_among_others_a_trust_year_is_told_the_same(checked: Any) -> None:
    for case in ("swapped columns", "last year wrong"):
        alone = run_gate(checked.workspace, [checked.trust_year(case)])
        assert alone[checked.trust_year(case)].as_dict() == checked.result(case).as_dict()


def test_critical_findings_come_first_then_files_and_rows_in_order(checked: Any) -> None:
    findings = checked.result("plan").findings
    assert len(findings) > 2
    assert list(findings) == sorted(findings, key=lambda f: (f.severity, f.file, f.row or 0))


def test_quality_json_is_plain_and_counts_what_was_checked(checked: Any) -> None:
    quality = checked.result("appointed").as_dict()
    assert json.loads(json.dumps(quality)) == quality
    assert (quality["state"], quality["critical"]) == ("blocked", 1)
    file = f"data/{checked.trust_year('appointed')}/recruitment.csv"
    assert {"table": "recruitment", "file": file, "rows": 2} in quality["checked"]
    assert quality["rules_run"] > 100


def test_small_counts_are_told_in_full_but_not_published(checked: Any) -> None:
    result = checked.result("voting")
    assert result.findings[0].found == "3 voting members"
    (published,) = result.as_dict(published=True)["findings"]
    assert published["found"] == "fewer than 5 voting members"
    assert published["expected"] == "at most fewer than 5, all members (row 2)"
    (whole,) = result.as_dict(published=False)["findings"]
    assert whole["found"] == "3 voting members"


def test_a_trust_that_publishes_every_count_has_none_withheld(checked: Any) -> None:
    trust_year = checked.trust_year("voting")
    result = run_gate(checked.workspace, [trust_year], {trust_year: EVERY_COUNT})[trust_year]
    assert result.as_dict()["findings"][0]["found"] == "3 voting members"


def test_few_survey_responses_are_not_published(checked: Any) -> None:
    finding = checked.only("few responses")
    assert finding.as_dict(published=True)["found"] == "fewer than 11 responses"


def test_a_small_part_takes_the_other_parts_of_its_sum_with_it() -> None:
    text = f"{people(72)}, the sum of A {people(3)} + B {people(69)}"
    assert withheld(text, 5) == "(withheld), the sum of A fewer than 5 + B (withheld)"
    assert withheld(text, 1) == in_full(text) == "72, the sum of A 3 + B 69"


def test_importing_the_gate_imports_neither_pandas_nor_great_expectations() -> None:
    code = (
        "import sys, wres_report.gate; "
        "print([m for m in ('pandas', 'great_expectations') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_gate_leaves_no_file_no_thread_and_no_word_behind(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "data" / "RV9", tmp_path / "data" / "RV9")
    before = sorted(tmp_path.rglob("*"))
    code = (
        "import threading; from pathlib import Path\n"
        "from wres_report.gate import run_gate\n"
        "from wres_report.inputs.trust_year import TrustYear\n"
        "from wres_report.inputs.workspace import Workspace\n"
        "run_gate(Workspace.open(Path('.')), [TrustYear('RV9', 2021)])\n"
        "assert threading.active_count() == 1"
    )
    run = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert (run.stdout, run.stderr) == ("", "")
    assert sorted(tmp_path.rglob("*")) == before
