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
from wres_report.gate.results import Limits, in_full, of_people, of_responses, people, withheld
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


def test_the_ratio_of_last_year_is_not_published_where_small_numbers_are_hidden(
    checked: Any,
) -> None:
    (finding,) = (
        found
        for found in checked.result("reported ratio without last year's counts").findings
        if found.rule == "ratio_turned_over"
    )
    assert "near last year's 0.69 (" in finding.expected
    assert "near last year's (withheld) (" in finding.as_dict(published=True)["expected"]


def test_a_note_that_tells_a_hidden_number_by_being_there_is_not_published(checked: Any) -> None:
    result = checked.result("reported ratio without last year's counts")
    rules = [found["rule"] for found in result.as_dict(published=True)["findings"]]
    assert "ratio_turned_over" not in rules
    assert result.as_dict(published=True)["warnings"] == len(rules)
    assert "ratio_turned_over" in [f["rule"] for f in result.as_dict(published=False)["findings"]]


def test_a_trust_that_publishes_every_count_has_none_withheld(checked: Any) -> None:
    trust_year = checked.trust_year("voting")
    result = run_gate(checked.workspace, [trust_year], {trust_year: EVERY_COUNT})[trust_year]
    assert result.as_dict()["findings"][0]["found"] == "3 voting members"


def test_few_survey_responses_are_not_published(checked: Any) -> None:
    finding = checked.only("few responses")
    assert finding.as_dict(published=True)["found"] == "fewer than 11 responses"


def test_a_small_part_takes_the_other_parts_of_its_sum_with_it() -> None:
    text = f"{people(72)}, the sum of A {people(3)} + B {people(69)}"
    assert withheld(text, Limits()) == "(withheld), the sum of A fewer than 5 + B (withheld)"
    assert withheld(text, Limits(1)) == in_full(text) == "72, the sum of A 3 + B 69"


def test_where_the_report_hides_numbers_no_finding_tells_one_or_what_is_made_of_them() -> None:
    text = f"White {people(93)}, BME {people(3)}; a ratio of {of_people('1.46')}"
    assert withheld(text, Limits(hides=True)) == (
        "White (withheld), BME fewer than 5; a ratio of (withheld)"
    )
    alone = f"White {people(93)}, a ratio of {of_people('1.46')}"
    assert withheld(alone, Limits(hides=True)) == "White (withheld), a ratio of (withheld)"
    assert withheld(alone, Limits()) == in_full(alone) == "White 93, a ratio of 1.46"


def test_a_survey_figure_is_told_by_the_responses_it_is_of() -> None:
    text = f"{of_responses('25%', 8)} of BME staff, {of_responses('20%', 90)} of White"
    assert (
        withheld(text, Limits(responses=11, hides=True)) == "(withheld) of BME staff, 20% of White"
    )
    assert withheld(text, Limits(responses=1)) == in_full(text)
    assert of_responses("25%", None) == "25%"


def test_a_number_that_the_report_hides_beside_a_small_one_is_not_published_by_the_gate(
    workspace: Path,
) -> None:
    """Band 6: White 93, BME 13, unknown 4, of 110: with 93 anyone has the 4."""
    table = workspace / "data/ZZX/2021/workforce.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("non_clinical,6,93,13,4", "non_clinical,6,13,93,4"), "utf-8")
    asked = TrustYear("ZZX", 2021)
    found = run_gate(Workspace.open(workspace), [asked], {})[asked].findings
    told = [finding for finding in found if "93" in finding.found]
    assert told  # in full to the one who mends it
    for finding in told:
        published = finding.as_dict(published=True)
        assert "93" not in f"{published['found']} {published['expected']}"
    in_last_year = [f for f in found if "91" in f.expected]
    assert in_last_year
    assert not [f for f in in_last_year if "91" in f.published_expected]


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
