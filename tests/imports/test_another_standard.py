"""Counts of Disabled staff come in by the readers of every standard, with its own groups."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.imports.make import Rows, text_file
from wres_report.faults import Fault
from wres_report.imports.answers import Answers
from wres_report.imports.group_words import group_words
from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.readers import reader_of
from wres_report.standard import load_standard

WDES = load_standard("wdes")
APPLICANTS = ["Application ID", "Application Status", "Disability"]
CASES = ["Employee Number", "Case Number", "Case Type", "Date Entered", "Disability Status"]


def read(table: str, path: Path, **wishes: object) -> Imported:
    asked = Wishes(**({"snapshot": "2025-03-31", "standard": WDES} | wishes))  # type: ignore[arg-type]
    return reader_of(table)(open_source(path), asked, load_lookups(None, WDES))


def rows(imported: Imported) -> list[tuple[str, ...]]:
    assert not imported.undecided, imported.undecided
    (table,) = imported.tables
    return [table.columns, *table.rows]


def test_applicants_are_counted_by_what_they_say_of_disability(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", [
        APPLICANTS, ["1", "Shortlisted", "No"], ["2", "Appointed", "Yes"],
        ["3", "Interviewed", "Prefer not to say"], ["4", "Not shortlisted", "Yes"],
        ["5", "Hired", ""], ["6", "Hired", "N"],
    ])  # fmt: skip
    imported = read("recruitment", path)
    assert rows(imported) == [
        ("stage", "non_disabled", "disabled", "unknown"),
        ("shortlisted", "2", "1", "2"), ("appointed", "1", "1", "1"),
    ]  # fmt: skip
    assert [p.meaning for p in imported.columns] == ["application", "stage", "disability"]
    (steps,) = [r.places for r in imported.remarks if r.kind == "counts"]
    assert "shortlisted, non-disabled: 2 rows, 2 counted" in steps


def test_cases_become_the_table_that_the_standard_has_for_them_over_two_years(
    tmp_path: Path,
) -> None:
    path = text_file(tmp_path / "c.csv", [
        CASES, ["1", "a", "Capability", "01/05/2024", "Yes"],
        ["2", "b", "Performance management", "01/06/2023", "Yes"],
        ["3", "c", "Capability", "01/07/2024", "No"], ["3", "d", "Capability", "01/08/2024", "No"],
        ["4", "e", "Disciplinary", "01/07/2024", "No"], ["5", "f", "Capability", "1/9/2023", "No"],
    ])  # fmt: skip
    imported = read("capability", path)
    assert imported.table == "capability"
    assert rows(imported) == [
        ("measure", "non_disabled", "disabled", "unknown", "basis"),
        ("entered", "1", "1", "0", "two_year_average"),
    ]


def test_a_process_that_the_standard_does_not_settle_is_asked_for(tmp_path: Path) -> None:
    path = text_file(tmp_path / "c.csv", [
        CASES, ["1", "a", "Capability (ill health)", "01/05/2024", "Yes"],
        ["2", "b", "Capability", "01/05/2023", "Sometimes"],
    ])  # fmt: skip
    asked = {(u.column, u.value) for u in read("capability", path).undecided}
    assert asked == {("kind", "Capability (ill health)"), ("disability", "Sometimes")}


def test_counts_with_the_groups_side_by_side_are_taken(tmp_path: Path) -> None:
    path = text_file(tmp_path / "p.csv", [
        ["Stage", "Non-disabled", "Disabled", "Not stated"],
        ["Shortlisted", "90", "20", "5"], ["Appointed", "30", "4", "1"],
    ])  # fmt: skip
    imported = read("recruitment", path, values={"stages": "reached"})
    assert rows(imported)[1:] == [("shortlisted", "90", "20", "5"), ("appointed", "30", "4", "1")]


def test_answers_above_counts_are_no_groups() -> None:
    answers = Answers(load_lookups(None, WDES), WDES, {})
    assert answers.heads_a_group("Disabled")
    assert not answers.heads_a_group("Yes")
    assert answers.group("Yes").meaning == "disabled"


def test_a_staff_list_is_counted_by_disability(tmp_path: Path) -> None:
    path = text_file(tmp_path / "s.csv", [
        ["Employee Number", "Staff Group", "Pay Scale", "Disability"],
        ["1", "Nursing and Midwifery Registered", "Band 5", "Yes"],
        ["2", "Nursing and Midwifery Registered", "Band 5", "No"],
        ["3", "Administrative and Clerical", "Band 8a", "Not Declared"],
    ])  # fmt: skip
    assert rows(read("workforce", path)) == [
        ("staff_group", "band", "non_disabled", "disabled", "unknown"),
        ("all", "all", "1", "1", "1"), ("non_clinical", "8a", "0", "0", "1"),
        ("clinical", "5", "1", "1", "0"),
    ]  # fmt: skip


def test_ethnicities_are_no_words_for_disability(tmp_path: Path) -> None:
    held: Rows = [["Application ID", "Application Status", "Ethnic Origin"], ["1", "Hired", "A"]]
    with pytest.raises(Fault, match="No heading is known for whether somebody is disabled"):
        read("recruitment", text_file(tmp_path / "a.csv", held))


def test_a_table_of_another_standard_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="The WDES has no table “disciplinary”"):
        read("disciplinary", text_file(tmp_path / "c.csv", [CASES]))


def test_every_packaged_standard_says_how_files_tell_its_groups() -> None:
    for name in ("wres", "wdes"):
        standard = load_standard(name)
        words = group_words(standard)
        assert words.column.words
        known = load_lookups(None, standard).groups
        answers = [*known.exact.values(), *(rule.answer for rule in known.patterns)]
        assert answers
        groups = {*standard.groups.names, *standard.codes}
        assert set(answers) <= groups, name


def test_the_command_looks_first_and_then_writes_and_keeps_what_was_decided(
    tmp_path: Path, wres: Command
) -> None:
    folder = tmp_path / "data/RX7/2025/wdes"
    folder.mkdir(parents=True)
    (tmp_path / "params/RX7").mkdir(parents=True)
    (tmp_path / "params/RX7/2025-wdes.yaml").write_text("name: Example NHS Trust\n")
    text_file(tmp_path / "a.csv", [
        ["Application ID", "Application Status", "Long-term?"],
        ["1", "Shortlisted", "No"], ["2", "Appointed", "Yes"],
    ])  # fmt: skip
    seen = wres("import", "recruitment", "a.csv", "--standard", "wdes", folder=tmp_path)
    assert "No heading is known for whether somebody is disabled" in seen.stderr
    assert '--map "HEADING=disability"' in seen.stderr
    told = ("import", "recruitment", "a.csv", "--map", "Long-term?=disability")
    seen = wres(*told, "--standard", "wdes", "--json", folder=tmp_path)
    assert json.loads(seen.stdout)["written"] == []
    written = wres(*told, "--into", "RX7/2025/wdes", folder=tmp_path)
    assert written.returncode == 0, written.stderr
    assert (folder / "recruitment.csv").read_text().splitlines() == [
        "stage,non_disabled,disabled,unknown", "shortlisted,1,1,0", "appointed,0,1,0",
    ]  # fmt: skip
    assert "Long-term?: disability" in (folder / "imports/recruitment.yaml").read_text()
    again = wres(
        "import", "recruitment", "a.csv", "--into", "RX7/2025/wdes", "--force", folder=tmp_path
    )
    assert again.returncode == 0, again.stderr
    other = wres(*told, "--into", "RX7/2025/wdes", "--standard", "wres", folder=tmp_path)
    assert other.returncode == 2
    assert "RX7/2025/wdes is a year of the WDES." in other.stderr


def test_cases_without_a_kind_are_taken_where_that_is_said(tmp_path: Path, wres: Command) -> None:
    (tmp_path / "data").mkdir()
    text_file(tmp_path / "c.csv", [
        ["Employee Number", "Date Entered", "Disability"], ["1", "2024-05-01", "Yes"],
        ["2", "2023-05-01", "No"],
    ])  # fmt: skip
    done = wres(
        "import", "cases", "c.csv", "--standard", "wdes", "--snapshot", "2025-03-31", "--value",
        "(every row)=entered", "--out", "capability.csv", folder=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "capability.csv").read_text().splitlines() == [
        "measure,non_disabled,disabled,unknown,basis", "entered,0.5,0.5,0,two_year_average",
    ]  # fmt: skip
