"""``wres backtest`` as a user runs it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Command, copy_with_store

pytestmark = pytest.mark.functional
DOCUMENT = "RX7/2023"


@pytest.fixture(scope="module")
def made(built: Path, tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A workspace with one report, built by the first backtest; no test changes it."""
    folder = copy_with_store(built, tmp_path_factory.mktemp("backtest") / "workspace")
    result = wres("backtest", DOCUMENT, folder=folder)
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"are built first: {DOCUMENT}" in result.stderr
    return folder


@pytest.fixture
def spoilt(made: Path, tmp_path: Path) -> Path:
    """A copy of that workspace which a test may change."""
    return Path(shutil.copytree(made, tmp_path / "workspace"))


def rewrite(path: Path, pattern: str, by: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, by, text, count=1, flags=re.MULTILINE)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def test_a_report_that_is_up_to_date_is_not_built_again(made: Path, wres: Command) -> None:
    results = made / f"outputs/{DOCUMENT}/results.json"
    before = results.stat().st_mtime_ns
    result = wres("backtest", DOCUMENT, folder=made)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert results.stat().st_mtime_ns == before


def test_what_does_not_agree_is_told_with_its_reason_and_the_last_line_counts(
    made: Path, wres: Command
) -> None:
    result = wres("backtest", DOCUMENT, folder=made)
    lines = result.stdout.splitlines()
    place = next(n for n, line in enumerate(lines) if "value.i6.y2023" in line)
    assert lines[place].strip() == (
        "aim 6  value.i6.y2023  printed around 1 in 4, ours –: cannot be checked"
    )
    assert "Given in words only" in lines[place + 1]
    assert lines[-1] == ("29 points: 27 agree, 0 differ, 2 cannot be checked; all as recorded.")


def test_the_page_is_the_one_in_the_documentation(
    made: Path, wres: Command, tmp_path: Path, repository: Path
) -> None:
    page = tmp_path / "page.md"
    result = wres("backtest", DOCUMENT, "--page", str(page), folder=made)
    assert result.returncode == 0, result.stderr
    expected = (repository / "docs/backtest/RX7-2023.md").read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8") == expected


def test_json_has_every_point(made: Path, wres: Command) -> None:
    result = wres("backtest", DOCUMENT, "--json", folder=made)
    (found,) = json.loads(result.stdout)
    assert found["trust_year"] == DOCUMENT
    assert sum(found["counts"].values()) == len(found["points"]) == 29
    assert found["surprises"] == 0
    assert set(found["points"][0]) == {
        "key", "place", "printed", "ours", "verdict", "expected", "reason", "note", "surprise",
    }  # fmt: skip


def test_what_comes_out_otherwise_than_recorded_is_told_last_and_fails(
    spoilt: Path, wres: Command
) -> None:
    published = spoilt / f"data/{DOCUMENT}/published.csv"
    rewrite(published, r"^(plan\.actions,[^,]*),[^,]*,[^,]*,", r"\1,99,99,")
    result = wres("backtest", DOCUMENT, folder=spoilt)
    assert result.returncode == 13, result.stderr
    lines = result.stdout.splitlines()
    told = lines[lines.index("Otherwise than recorded:") + 1]
    assert "plan.actions  printed 99, ours 17: differs, recorded as agree" in told
    assert lines[-1].endswith("; 1 otherwise.")


def test_changed_data_is_built_before_it_is_compared(spoilt: Path, wres: Command) -> None:
    with (spoilt / f"data/{DOCUMENT}/actions.csv").open(encoding="utf-8") as file:
        rows = file.read().splitlines()
    (spoilt / f"data/{DOCUMENT}/actions.csv").write_text("\n".join(rows[:-1]) + "\n", "utf-8")
    result = wres("backtest", DOCUMENT, folder=spoilt)
    assert result.returncode == 13, result.stderr
    assert f"are built first: {DOCUMENT}" in result.stderr
    assert "plan.actions  printed 17, ours 16" in result.stdout


def test_a_trust_year_without_a_record_is_named_and_the_others_are_compared(
    made: Path, wres: Command
) -> None:
    result = wres("backtest", "ZZX/2021", DOCUMENT, folder=made)
    assert result.returncode == 15
    assert "data/ZZX/2021/published.csv" in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout.splitlines()[-1].startswith("29 points:")


def test_without_any_record_there_is_nothing_to_do(workspace: Path, wres: Command) -> None:
    for path in workspace.rglob("published.csv"):
        path.unlink()
    result = wres("backtest", folder=workspace)
    assert result.returncode == 15
    assert "page_or_section" in result.stderr


def test_an_unknown_verdict_is_named_with_its_row(spoilt: Path, wres: Command) -> None:
    rewrite(spoilt / f"data/{DOCUMENT}/published.csv", r"agree", "agrees")
    result = wres("backtest", DOCUMENT, folder=spoilt)
    assert result.returncode == 15
    assert f"data/{DOCUMENT}/published.csv, row 2, column verdict_expected" in result.stderr
    assert "differ_by_reading" in result.stderr


def test_a_page_holds_one_document(made: Path, wres: Command, tmp_path: Path) -> None:
    result = wres("backtest", "--page", str(tmp_path / "page.md"), folder=made)
    assert result.returncode == 2
    assert "5 trust-years" in result.stderr
    assert not (tmp_path / "page.md").exists()


def test_a_page_that_cannot_be_written_is_a_fault_of_usage(
    made: Path, wres: Command, tmp_path: Path
) -> None:
    result = wres("backtest", DOCUMENT, "--page", str(tmp_path / "no/page.md"), folder=made)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_the_status_of_a_build_that_is_blocked_is_that_of_the_backtest(
    spoilt: Path, wres: Command
) -> None:
    rewrite(spoilt / f"data/{DOCUMENT}/reported.csv", r",5\.2,", ",many,")
    result = wres("backtest", DOCUMENT, folder=spoilt)
    assert result.returncode == 10, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1].startswith("0 points:")
