"""``wres import survey``, ``workforce`` and ``again``, as a user runs them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import yaml

from tests.conftest import run_wres, run_wres_each
from tests.imports.make import HEAD, NURSE, text_file, workbook

pytestmark = pytest.mark.functional
COURSES = [
    ["Employee Number", "Course Type", "Attendance Status", "Ethnic Origin"],
    ["1", "Non-mandatory", "Completed", "A"],
]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty workspace with a staff list beside it."""
    (tmp_path / "data").mkdir()
    text_file(tmp_path / "list 2025.csv", [HEAD, ["1", *NURSE], ["2", *NURSE]])
    return tmp_path


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_nothing_is_written_until_the_command_says_where(place: Path) -> None:
    before = sorted(place.rglob("*"))
    (result,) = run_wres_each([["import", "workforce", "list 2025.csv"]], place)
    assert result.returncode == 0
    assert "Nothing is written" in result.stdout
    assert "2  people counted" in result.stdout
    assert sorted(place.rglob("*")) == before


def test_a_table_is_written_with_what_was_decided_and_not_replaced_without_force(
    place: Path,
) -> None:
    command = ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"]
    first, again, forced = run_wres_each([command, command, [*command, "--force"]], place)
    assert (first.returncode, again.returncode, forced.returncode) == (0, 2, 0)
    assert "--force" in again.stderr
    folder = place / "data" / "RX7" / "2025"
    assert rows_of(folder / "workforce.csv")[1:] == [
        {"staff_group": "clinical", "band": "5", "white": "2", "bme": "0", "unknown": "0"}
    ]
    decided = yaml.safe_load((folder / "imports" / "workforce.yaml").read_text(encoding="utf-8"))
    assert decided["file"] == "list 2025.csv"
    assert decided["snapshot"] == "2025-03-31"
    assert len(decided["sha256"]) == 64
    assert decided["columns"]["Pay Scale"] == "pay"


def test_a_template_without_figures_is_filled_without_force(place: Path) -> None:
    new = ["new", "RX7/2025", "--name", "Trust"]
    fill = ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"]
    check = ["check", "RX7/2025"]
    results = run_wres_each([new, fill, check], place)
    assert [result.returncode for result in results] == [0, 0, 0], results
    # What was decided is no input, and nobody needs to be told of it.
    assert "imports/" not in results[2].stdout + results[2].stderr


def test_what_nobody_knows_blocks_and_is_kept_once_it_is_decided(place: Path) -> None:
    text_file(place / "list 2025.csv", [[*HEAD[:3], "Spine", HEAD[4]], ["1", *NURSE],
              ["2", "Yes", "Students", "Local", "A"]])  # fmt: skip
    command = ["import", "workforce", "list 2025.csv", "--into", "RX7/2025", "--map", "Spine=pay"]
    blocked, done = run_wres_each([command, [*command, "--value", "Local=4"]], place)
    assert blocked.returncode == 10
    assert "pay scale “Local”: 1" in blocked.stdout
    assert done.returncode == 0
    text_file(place / "list 2026.csv", [[*HEAD[:3], "Spine", HEAD[4]],
              ["2", "Yes", "Students", "Local", "A"]])  # fmt: skip
    inbox = place / "inbox"
    inbox.mkdir()
    (place / "list 2026.csv").rename(inbox / "list 2026.csv")
    (inbox / "unrelated.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (again,) = run_wres_each([["import", "again", "RX7/2026", "inbox"]], place)
    assert again.returncode == 0, again.stderr
    assert rows_of(place / "data" / "RX7" / "2026" / "workforce.csv")[1:] == [
        {"staff_group": "clinical", "band": "4", "white": "1", "bme": "0", "unknown": "0"}
    ]
    assert "Not read, because no import is decided for them: unrelated.csv" in again.stdout


def test_again_without_a_file_of_that_name_says_so_and_goes_on(place: Path) -> None:
    (place / "inbox").mkdir()
    first, again, never = run_wres_each([
        ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"],
        ["import", "again", "RX7/2026", "inbox"], ["import", "again", "RYC/2026", "inbox"],
    ], place)  # fmt: skip
    assert (first.returncode, again.returncode, never.returncode) == (0, 15, 15)
    assert "No file is named like “list 2025.csv”" in again.stderr
    assert "Nothing was imported" in never.stderr


def test_last_years_own_file_is_not_imported_as_this_years_and_stops_all(place: Path) -> None:
    inbox = place / "inbox"
    inbox.mkdir()
    text_file(place / "training 2025.csv", [*COURSES, ["2", "Non-mandatory", "Completed", "A"]])
    text_file(inbox / "training 2026.csv", COURSES)
    # Under another name it is the same file.
    (inbox / "list 2026.csv").write_bytes((place / "list 2025.csv").read_bytes())
    first, second = run_wres_each([
        ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"],
        ["import", "training", "training 2025.csv", "--into", "RX7/2025"],
    ], place)  # fmt: skip
    assert (first.returncode, second.returncode) == (0, 0), second.stderr + second.stdout
    before = sorted(place.rglob("*"))
    (again,) = run_wres_each([["import", "again", "RX7/2026", "inbox"]], place)
    assert again.returncode == 15
    assert "This is the file that was imported for 2025; nothing is written." in again.stderr
    assert "inbox/list 2026.csv" in again.stderr
    assert "training 2026.csv" not in again.stderr
    assert sorted(place.rglob("*")) == before


def test_one_table_that_cannot_be_read_keeps_the_others_from_being_written(place: Path) -> None:
    inbox = place / "inbox"
    inbox.mkdir()
    text_file(place / "training 2025.csv", COURSES)
    text_file(inbox / "training 2026.csv", [["Nothing", "Known"], ["1", "2"]])
    text_file(inbox / "list 2026.csv", [HEAD, ["1", *NURSE]])
    run_wres_each([
        ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"],
        ["import", "training", "training 2025.csv", "--into", "RX7/2025"],
    ], place)  # fmt: skip
    (again,) = run_wres_each([["import", "again", "RX7/2026", "inbox"]], place)
    assert again.returncode not in (0, 1), again.stderr
    assert "Nothing is written, of any table" in again.stderr
    assert not (place / "data" / "RX7" / "2026").exists()


def test_this_years_file_is_taken_where_last_years_lies_beside_it(place: Path) -> None:
    text_file(place / "list 2026.csv", [HEAD, ["1", *NURSE]])
    first, again = run_wres_each([
        ["import", "workforce", "list 2025.csv", "--into", "RX7/2025"],
        ["import", "again", "RX7/2026", "."],
    ], place)  # fmt: skip
    assert (first.returncode, again.returncode) == (0, 0), again.stderr
    assert rows_of(place / "data" / "RX7" / "2026" / "workforce.csv")[1]["white"] == "1"


def test_json_has_counts_headings_and_what_was_written(place: Path) -> None:
    result = run_wres(
        "import", "workforce", "list 2025.csv", "--out", "w.csv", "--json", folder=place
    )
    told = json.loads(result.stdout)
    assert told["tables"][0]["rows"][0]["white"] == "2"
    assert told["written"] == ["w.csv"]
    assert {c["heading"]: c["meaning"] for c in told["columns"]}["Pay Scale"] == "pay"
    assert rows_of(place / "w.csv")[0]["white"] == "2"


def test_every_trust_of_a_list_is_written_in_one_call(place: Path) -> None:
    rows = [["ODS Code", *HEAD], ["RX7", "1", *NURSE], ["RYC", "1", *NURSE]]
    text_file(place / "all.csv", rows)
    into, out, wrong = run_wres_each([
        ["import", "workforce", "all.csv", "--all", "--into", "2025"],
        ["import", "workforce", "all.csv", "--all", "--out", "country.csv"],
        ["import", "workforce", "all.csv", "--all", "--into", "RX7/2025"],
    ], place)  # fmt: skip
    assert (into.returncode, out.returncode, wrong.returncode) == (0, 0, 2)
    for code in ("RX7", "RYC"):
        assert rows_of(place / "data" / code / "2025" / "workforce.csv")[0]["white"] == "1"
    assert [row["trust"] for row in rows_of(place / "country.csv")] == ["RX7"] * 2 + ["RYC"] * 2


def test_a_workbook_of_the_survey_goes_into_the_year_it_belongs_to(place: Path) -> None:
    from tests.imports.test_survey_import import head, row

    workbook(place / "nss.xlsx", {"Acute": [head(), row("RX7"), row("RX8")]})
    (result,) = run_wres_each([["import", "survey", "nss.xlsx", "--into", "RX7/2025"]], place)
    assert result.returncode == 0, result.stderr
    folder = place / "data" / "RX7" / "2025"
    assert len(rows_of(folder / "survey.csv")) == 16
    assert yaml.safe_load((folder / "imports" / "survey.yaml").read_text())["release"] == "2024"


def test_the_raw_files_of_a_synthetic_country_import_and_pass_the_gate(tmp_path: Path) -> None:
    (made,) = run_wres_each(
        [["demo", "--trusts", "3", "--years", "2025", "--raw", "--out", "country"]], tmp_path
    )
    commands = [line.split('"') for line in made.stdout.splitlines() if "wres import" in line]
    assert len(commands) == 2
    typed = [[*before.split()[1:], file, *after.split()] for before, file, after in commands]
    others = [
        ["import", "workforce", f"country/raw/ZZ00{n} staff list 2025.csv", "--into",
         f"ZZ00{n}/2025", "--project", "country"] for n in (2, 3)
    ]  # fmt: skip
    check = ["check", "--project", "country"]
    results = run_wres_each([*typed, *others, check], tmp_path)
    assert [result.returncode for result in results] == [0] * 5, results
    for index in range(3):
        assert counts_of(tmp_path / "country", index) == drawn(index)


def counts_of(country: Path, index: int) -> dict[tuple[str, str], tuple[int, ...]]:
    path = country / "data" / f"ZZ{index + 1:03d}" / "2025" / "workforce.csv"
    return {
        (r["staff_group"], r["band"]): (int(r["white"]), int(r["bme"]), int(r["unknown"]))
        for r in rows_of(path) if r["band"] != "all"
    }  # fmt: skip


def drawn(index: int) -> dict[tuple[str, str], tuple[int, ...]]:
    """The staff that the country has, before any of it was written as a list."""
    from wres_report.demo.country import trust_of
    from wres_report.demo.staff import SENIOR_GRADE, staff_of

    rows = staff_of(trust_of(1, index), 2025).rows.items()
    return {
        cell: tuple(int(n) for n in people)
        for cell, people in rows if people.total and cell[1] != SENIOR_GRADE
    }  # fmt: skip
