"""Values of persons planted in every column of every import: nothing of them is left anywhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.conftest import _EACH
from tests.imports.make import text_file
from wres_report.imports.showing import NOT_SHOWN, shown

PLANTED = (
    "20990077-2", "QQ 77 88 99 C", "planted@home.example", "11 Dec 1957", "Xanthopoulos, Trillian",
    "Dr Zarquon Slartibart", "07700 900 123", "ZZ99 3CZ",
)  # fmt: skip
# What none of them may leave: parts that no other text has.
TRACES = (
    "20990077", "QQ 77", "planted@", "Dec 1957", "Xanthopoulos", "Trillian", "Zarquon",
    "Slartibart", "07700", "ZZ99",
)  # fmt: skip
FILES = {
    "workforce": (
        ["Employee Number", "Last Name", "Primary", "Assignment Category", "Staff Group", "Role",
         "Pay Scale", "Ethnic Origin", "Latest Start Date", "Termination Date", "Notes"],
        ["1", "A", "Yes", "Permanent", "Estates and Ancillary", "Officer", "Band 4", "A",
         "01/04/2019", "", ""],
    ),
    "recruitment": (
        ["Applicant ID", "Vacancy Reference", "Name", "Application Status", "Shortlisted",
         "Appointed", "Ethnic Origin", "Remarks"],
        ["1", "V1", "A", "Appointed", "Yes", "Yes", "A", ""],
    ),
    "disciplinary": (
        ["Employee Number", "Case Number", "Case Type", "Case Status", "Date Entered",
         "Ethnic Origin", "Investigator"],
        ["1", "C1", "Disciplinary", "Open", "01/05/2024", "A", ""],
    ),
    "training": (
        ["Employee Number", "Course Name", "Course Type", "Mandatory", "Attendance Status",
         "Date Attended", "Ethnic Origin", "Tutor"],
        ["1", "Leadership", "Non-mandatory", "No", "Attended", "01/05/2024", "A", ""],
    ),
    "survey": (
        ["Year", "QuestionNumber", "QuestionText", "DimName", "DimValue", "BaseSize", "Score"],
        ["2024", "q15", "Text", "Ethnicity", "White", "200", "55.5"],
    ),
    "locality": (
        ["date", "geography", "geography code", "Ethnic group: Total: All usual residents",
         "Ethnic group: White"],
        ["2021", "North Vale", "E06000101", "1000", "900"],
    ),
    "organisations": (
        [f"{n}" for n in range(27)],
        ["RX7", "NORTH VALE NHS TRUST", *[""] * 8, "20100401", *[""] * 16],
    ),
    "tables": (
        ["membership", "white", "bme", "unknown"], ["total", "9", "2", "0"],
    ),
}  # fmt: skip


def everything(place: Path) -> str:
    """The names and the content of every file below the place, temporary ones too."""
    found = [path.as_posix() for path in place.rglob("*")]
    found += [
        path.read_bytes().decode("utf-8", errors="replace")
        for path in place.rglob("*") if path.is_file()
    ]  # fmt: skip
    return "\n".join(found)


def write(path: Path, table: str, column: int) -> Path:
    """A file whose column holds the planted values, beside rows without them."""
    head, row = FILES[table]
    rows = [row, *([*row[:column], value, *row[column + 1 :]] for value in PLANTED), row]
    if table == "organisations":
        return text_file(path.with_suffix(".csv"), rows)
    if table != "tables":
        return text_file(path.with_suffix(".csv"), [head, *rows])
    book = Workbook()
    book.active.title = "board"
    for cells in (head, *rows):
        book.active.append(cells)
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


@pytest.mark.functional
@pytest.mark.parametrize("table", FILES)
def test_nothing_of_a_value_of_a_person_in_any_column_is_left_anywhere(
    tmp_path: Path, table: str
) -> None:
    place, desk = tmp_path / "place", tmp_path / "desk"
    (place / "data").mkdir(parents=True)
    desk.mkdir()
    own = {name: str(place / name) for name in ("TMPDIR", "HOME")}
    for folder in own.values():
        Path(folder).mkdir()
    area = ["--area", "North Vale"] if table == "locality" else []
    commands = []
    for column in range(len(FILES[table][0])):
        file = write(desk / f"{table}-{column}", table, column)
        command = ["import", table, str(file), *area]
        commands += [command, [*command, "--json"], [*command, "--into", "RX7/2025", "--force"]]
    done = subprocess.run(
        [sys.executable, "-c", _EACH, json.dumps(commands)], cwd=place, capture_output=True,
        text=True, check=True, encoding="utf-8", env=os.environ | own,
    )  # fmt: skip
    for command, (status, out, err) in zip(commands, json.loads(done.stdout), strict=True):
        assert status in (0, 2, 10, 15), (command, err)
        for trace in TRACES:
            assert trace not in out + err, (command[2:], trace)
    left = everything(place)
    for trace in TRACES:
        if table == "organisations":  # whose names are those of organisations, and are kept
            continue
        assert trace not in left, trace


@pytest.mark.parametrize("text", PLANTED)
def test_what_may_be_about_a_person_is_not_shown(text: str) -> None:
    assert shown(text) == NOT_SHOWN


@pytest.mark.parametrize(
    "text",
    [
        "NHS|XR05|Review Body Band 5", "Band 8 - Range A", "White, Polish", "YM72|Consultant",
        "Any other Mixed background", "Offer made", "Nursing, Registered", "Medic - Trainee 2024",
    ],
)  # fmt: skip
def test_words_that_many_people_share_are_shown(text: str) -> None:
    assert shown(text) == text
