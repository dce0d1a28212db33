"""No value of a person is in anything that exists after an import, whichever way it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import _EACH
from tests.imports.make import text_file, workbook

pytestmark = pytest.mark.functional

HEAD = ["Employee Number", "Last Name", "NI Number", "Date of Birth", "Home Email", "Primary",
        "Staff Group", "Pay Scale", "Ethnic Origin", "Role", "Position Title",
        "Latest Start Date", "Termination Date", "Notes"]  # fmt: skip
PLANTED = ("Xanthopoulos", "QQ778899C", "20990077", "11/12/1957", "planted@home.example",
           "Zarquon", "Trillianesque")  # fmt: skip


def person(**changed: str) -> list[str]:
    cells = dict(zip(HEAD, [
        "20990077", "Xanthopoulos", "QQ778899C", "11/12/1957", "planted@home.example", "Yes",
        "Students", "Band 4", "A", "Zarquon", "20990077|Zarquon", "01/04/2019", "",
        "Trillianesque remark",
    ], strict=True))  # fmt: skip
    return list((cells | changed).values())


def filler(count: int) -> list[list[str]]:
    """So many rows that the fast reader takes the file."""
    return [person(**{"Employee Number": f"3{n:07d}"}) for n in range(count)]


CASES = {
    "counted": [HEAD, person()],
    "blocked": [HEAD, person(**{"Pay Scale": "20990077"}), person(**{"Ethnic Origin": "Elbonian"})],
    "no head": [["Xanthopoulos", "QQ778899C"], ["20990077", "Zarquon"]],
    "no head but words of one": [
        person(**{"Primary": "Primary", "Pay Scale": "Staff Grade", "Role": "Job Role"}),
        person(),
    ],
    "ragged": [HEAD, person(), [*person(), "Trillianesque"]],
    "days": [HEAD, person(**{"Latest Start Date": "Trillianesque"})],
    "large": [HEAD, *filler(30_000)],
    "large and ragged": [HEAD, *filler(30_000), [*person(), "Trillianesque"]],
}
COMMANDS = {
    "shown": [], "json": ["--json"], "into": ["--into", "RX7/2025"], "out": ["--out", "w.csv"],
    "mapped wrongly": ["--map", "Last Name=person", "--map", "Notes=role"],
}  # fmt: skip


def run(place: Path, commands: list[list[str]]) -> list[list[str]]:
    """Run commands in one process with temporary folders and a home of their own."""
    own = {}
    for name in ("TMPDIR", "HOME"):
        own[name] = str(place / name)
        (place / name).mkdir()
    result = subprocess.run(
        [sys.executable, "-c", _EACH, json.dumps(commands)], cwd=place, capture_output=True,
        text=True, check=True, encoding="utf-8", env=os.environ | own,
    )  # fmt: skip
    told: list[list[str]] = json.loads(result.stdout)
    return told


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_no_value_of_a_person_is_left_anywhere(tmp_path: Path, case: str, kind: str) -> None:
    large = "large" in case
    if kind == "xlsx" and large:
        pytest.skip("a workbook has one reader only")
    place, desk = tmp_path / "place", tmp_path / "desk"
    (place / "data").mkdir(parents=True)
    desk.mkdir()
    rows = CASES[case]
    file = desk / f"list.{kind}"
    if kind == "csv":
        text_file(file, rows, end="\n")
    else:
        workbook(file, {"List": rows})
    names = [name for name in COMMANDS if not large or name in ("json", "into")]
    told = run(place, [["import", "workforce", str(file), *COMMANDS[name]] for name in names])
    for name, (status, out, err) in zip(names, told, strict=True):
        assert status in (0, 2, 10, 15), (case, name, err)
        for text in (out, err, *everything(place)):
            for planted in PLANTED:
                assert planted not in text, (case, name, planted)


def everything(place: Path) -> list[str]:
    """The names and the content of every file below the place, temporary ones too."""
    found = []
    for path in sorted(place.rglob("*")):
        found.append(path.as_posix())
        if path.is_file():
            found.append(path.read_bytes().decode("utf-8", errors="replace"))
    return found


def test_a_fault_of_the_program_is_told_without_its_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wres_report.cli import importing_tables
    from wres_report.faults import ExitStatus, Fault

    def stumble(*_: object) -> None:
        raise KeyError("Xanthopoulos")

    monkeypatch.setattr(importing_tables, "reader_of", lambda _table: stumble)
    path = text_file(tmp_path / "list.csv", CASES["counted"])
    with pytest.raises(Fault) as caught:
        importing_tables.import_table("workforce", path, importing_tables.Options())
    assert caught.value.status is ExitStatus.PROGRAM_FAULT
    assert "Xanthopoulos" not in str(caught.value)
    assert caught.value.__suppress_context__
