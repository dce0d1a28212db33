"""Malformed plans: each is told by rule, file, row and column, and none ends in a traceback.

One workspace has a trust for each case, and ``wres check`` goes over all of them once.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command
from tests.functional.plan_cases import CASES, GOOD, LAYOUT, Case
from tests.plan_tools import write_settings
from wres_report.faults import ExitStatus
from wres_report.inputs.trust_year import TrustYear

pytestmark = pytest.mark.functional
CODES = {name: f"T{number:03d}" for number, name in enumerate(CASES)}


def write_case(root: Path, code: str, case: Case) -> None:
    folder = root / "data" / code / "2021"
    folder.mkdir(parents=True)
    (folder / "actions.csv").write_bytes(case.content)
    for name, text in case.files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    settings = {"plan": LAYOUT, "last_plan": LAYOUT} | case.settings
    write_settings(root, TrustYear(code, 2021), **settings)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> dict[str, Any]:
    """What ``wres check --json`` says of each case, by its name; and of the command itself."""
    root = tmp_path_factory.mktemp("malformed")
    for name, case in CASES.items():
        write_case(root, CODES[name], case)
    result = wres("check", "--json", folder=root)
    by_code = {entry["trust"]: entry for entry in json.loads(result.stdout)}
    return {"command": result} | {name: by_code[code] for name, code in CODES.items()}


def test_the_table_has_fifty_malformed_plans_and_more() -> None:
    assert sum(case.state != "clean" for case in CASES.values()) >= 50


@pytest.mark.parametrize("name", CASES)
def test_a_malformed_plan_is_told_where_it_is_and_a_good_one_passes(
    told: dict[str, Any], name: str
) -> None:
    case, quality = CASES[name], told[name]
    assert quality["state"] == case.state, quality
    findings = {(f["rule"], f["row"], f["column"]): f for f in quality["findings"]}
    assert set(findings) == set(case.findings)
    assert len(findings) == len(quality["findings"])
    for finding in findings.values():
        assert finding["file"].startswith(f"data/{CODES[name]}/2021/")
        assert finding["found"]
        assert finding["expected"]
        assert finding["action"]
    everything = json.dumps(quality, ensure_ascii=False)
    for word in case.words:
        assert word in everything


def test_all_of_them_are_checked_in_one_go_without_a_traceback(told: dict[str, Any]) -> None:
    result = told["command"]
    assert result.returncode == ExitStatus.INPUT_MISSING  # the gravest of them
    assert result.stderr == ""


WRONG_SETTINGS = {
    "a misspelt key": ({"colums": []}, "plan.colums", "Did you mean “columns”"),
    "an unknown column": (
        {"columns": [{"show": "owner", "heading": "Owner"}]}, "plan.columns.0.show", "lead",
    ),
    "an unknown grouping": ({"group_by": "lead"}, "plan.group_by", "indicator, theme, objective"),
}  # fmt: skip


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_layout_that_is_wrong_stops_before_anything_runs(
    tmp_path: Path, wres: Command, command: str
) -> None:
    for number, (plan, _, _) in enumerate(WRONG_SETTINGS.values()):
        write_case(tmp_path, f"S{number:02d}", Case(GOOD.encode(), "", settings={"plan": plan}))
    result = wres(command, folder=tmp_path)
    assert result.returncode == ExitStatus.USAGE, result.stderr
    for number, (_, place, words) in enumerate(WRONG_SETTINGS.values()):
        where = rf"where: params/S{number:02d}/2021.yaml, row \d+, {re.escape(place)}"
        assert re.search(where, result.stderr)
        assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_blocked_plan_is_not_built_and_its_earlier_outputs_stand(
    tmp_path: Path, wres: Command
) -> None:
    write_case(tmp_path, "ZZP", CASES["due “31 Febuary”"])
    earlier = tmp_path / "outputs/ZZP/2021/index.html"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("the earlier plan", encoding="utf-8")
    result = wres("build", "ZZP/2021", "--renderer", "embedded", folder=tmp_path)
    assert result.returncode == ExitStatus.BLOCKED
    assert "where: data/ZZP/2021/actions.csv, row 3, column timeframe" in result.stderr
    assert "Is “28 February 2022” meant?" in result.stderr
    assert "Traceback" not in result.stderr
    assert earlier.read_text(encoding="utf-8") == "the earlier plan"
