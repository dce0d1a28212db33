"""Files that are no plan, and what is said of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from openpyxl import load_workbook

from tests.plan_files.conftest import HEAD, fault_of
from wres_report.plan_files.importing import import_plan
from wres_report.plan_files.writing import write_plan
from wres_report.plans.model import PLAN_COLUMNS, Action


def test_files_that_cannot_be_read_say_what_to_do(tmp_path: Path) -> None:
    ole, package = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, tmp_path / "other.docx"
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("nothing.txt", "nothing")
    cases = {
        "locked.xlsx": (ole, "password"), "locked.docx": (ole, "password"),
        "old.xls": (ole, "*.xlsx"), "old.doc": (ole, "*.docx"), "plan.pdf": (b"%PDF-1.7", "Word"),
        "plan.docx": (b"%PDF-1.7", "PDF"), "text.xlsx": (b"Metric,Action", "no .xlsx"),
        "broken.xlsx": (b"PK\x03\x04 and then nothing", "damaged"),
        "other.docx": (package.read_bytes(), "damaged"),
        "other.xlsx": (package.read_bytes(), "damaged"),
        "empty.csv": (b"", "empty"), "latin.csv": ("Métric,Action".encode("latin-1"), "UTF-8"),
        "semicolons.csv": (b"Metric;Action\n1;Train\n", "semicolons"),
        "open.csv": (b'Metric,Action\n1,"Train\n', "double quote"), "plan.numbers": (b"x", ".csv"),
        "blank.csv": (b"\n,,\n\n", "no table"),
    }  # fmt: skip
    for name, (content, words) in cases.items():
        (tmp_path / name).write_bytes(content)
        fault = fault_of(import_plan, tmp_path / name)
        assert words in f"{fault.what} {fault.action}", name
        assert fault.action, name
    assert "missing" in fault_of(import_plan, tmp_path / "none.xlsx").what
    assert "folder" in fault_of(import_plan, tmp_path).what


def test_a_folder_that_cannot_be_written_to_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    fault = fault_of(write_plan, tmp_path / "file" / "actions.csv", [Action("1")])
    assert "cannot be written" in fault.what


def test_every_synonym_is_of_a_column_and_written_as_headings_are_compared() -> None:
    from wres_report.plan_files.headings import normalised
    from wres_report.plan_files.synonyms import SYNONYMS

    assert set(SYNONYMS) == set(PLAN_COLUMNS)
    names = [name for names in SYNONYMS.values() for name in names]
    assert len(names) == len(set(names))
    assert all(normalised(name) == name for name in names)


def test_reading_changes_nothing_in_the_file(workbook) -> None:
    def build(sheet, _book) -> None:
        sheet.append(HEAD)
        sheet.append([1, "Train", "HR", "May"])

    path = workbook(build)
    before = path.read_bytes()
    import_plan(path)
    assert path.read_bytes() == before
    assert load_workbook(path).active["B2"].value == "Train"
