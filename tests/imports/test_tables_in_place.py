"""``tables.xlsx`` where it stands: a valid input beside files, with its figures and findings."""

from __future__ import annotations

import csv
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.conftest import run_wres_each
from wres_report.demo.raw import write_workbook
from wres_report.gate import run_gate
from wres_report.gate.results import GateResult
from wres_report.inputs.hash_key import KEYED
from wres_report.inputs.params import read_params
from wres_report.inputs.places import file_of, place_of, table_named
from wres_report.inputs.supplied import rows_of, table_of
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import unused_files, used_files
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import InputHashes

TRUST_YEAR = TrustYear("RX7", 2025)
WORKBOOK = "data/RX7/2025/tables.xlsx"
BOARD = [["membership", "white", "bme", "unknown"], ["total", "9", "2", "0"],
         ["voting", "8", "2", "0"], ["executive", "5", "1", "0"]]  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "data" / "RX7" / "2025").mkdir(parents=True)
    (tmp_path / "params" / "RX7").mkdir(parents=True)
    (tmp_path / "params" / "RX7" / "2025.yaml").write_text("name: T\n", encoding="utf-8")
    return Workspace.open(tmp_path)


def write_sheets(workspace: Workspace, sheets: dict[str, list[list[Any]]]) -> Path:
    path = workspace.data_folder(TRUST_YEAR) / "tables.xlsx"
    write_workbook(path, sheets)
    return path


def check(workspace: Workspace) -> GateResult:
    params = {TRUST_YEAR: read_params(workspace, TRUST_YEAR)}
    return run_gate(workspace, [TRUST_YEAR], params)[TRUST_YEAR]


def rules_of(result: GateResult) -> dict[str, str]:
    return {finding.rule: finding.where for finding in result.findings}


def test_a_sheet_is_a_table_with_its_place_and_the_rows_that_it_has_there(
    workspace: Workspace,
) -> None:
    write_sheets(workspace, {"Board": [["Our board"], [], *BOARD], "facts": [["key", "value"]]})
    place = place_of(workspace, TRUST_YEAR, "board")
    assert place is not None
    assert place.where == f"{WORKBOOK}, sheet board"
    assert (file_of(place.where), table_named(place.where)) == (WORKBOOK, "board")
    table = table_of(workspace, TRUST_YEAR, "board")
    assert table is not None
    assert table["file_row"].tolist() == [4, 5, 6]
    assert table["white"].tolist() == [9, 8, 5]
    assert table_of(workspace, TRUST_YEAR, "facts") is None
    assert list(used_files(workspace, TRUST_YEAR)) == [WORKBOOK]
    assert not unused_files(workspace, TRUST_YEAR)


def test_a_workbook_passes_the_gate_and_is_hashed_with_the_key(workspace: Workspace) -> None:
    write_sheets(workspace, {"board": BOARD})
    result = check(workspace)
    assert result.state == "clean", rules_of(result)
    assert [(c.table, c.file, c.rows) for c in result.checked] == [
        ("board", f"{WORKBOOK}, sheet board", 3)
    ]
    # Its counts could be tried against a plain hash, as those of a file could.
    assert InputHashes(workspace).of(TRUST_YEAR)[WORKBOOK].startswith(KEYED)


def test_findings_name_the_sheet_with_the_row_that_it_has_there(workspace: Workspace) -> None:
    rows = [*BOARD[:3], ["executive", "lots", "1", "0"], ["executive", "5", "1", "0"]]
    write_sheets(workspace, {"board": [["Our board"], *rows]})
    found = rules_of(check(workspace))
    assert found["not_a_number"] == f"{WORKBOOK}, sheet board, row 5, column white"
    assert found["given_twice"] == f"{WORKBOOK}, sheet board, row 6, column membership"


def test_a_value_that_can_be_two_blocks_and_names_both(workspace: Workspace) -> None:
    head = ["indicator", "survey_year", "group", "percent", "responses", "benchmark_percent"]
    write_sheets(workspace, {"survey": [head, [5, 2024, "White", 0.231, 900, None]]})
    result = check(workspace)
    assert result.state == "blocked"
    found = next(f for f in result.findings if f.rule == "unread_value")
    assert found.where == f"{WORKBOOK}, sheet survey, row 2, column percent"
    assert "0.231" in found.found
    assert "23.1" in found.found


def test_a_sheet_and_a_file_that_contradict_are_a_finding_and_the_same_is_none(
    workspace: Workspace,
) -> None:
    write_sheets(workspace, {"board": BOARD})
    path = workspace.data_folder(TRUST_YEAR) / "board.csv"

    def write(rows: list[list[str]]) -> None:
        path.write_text("\n".join(map(",".join, rows)) + "\n", encoding="utf-8")

    write(BOARD)
    assert check(workspace).state == "clean"
    assert rows_of(workspace, TRUST_YEAR, "board")[0]["white"] == "9"
    write([BOARD[0], ["total", "8", "3", "0"], *BOARD[2:]])
    found = next(f for f in check(workspace).findings if f.rule == "sheet_and_file_differ")
    assert found.severity == "critical"
    assert "“9” and the file “8”" in found.found
    # Both are numbers of people, of which one may be small.
    published = found.as_dict(published=True)["found"]
    assert "“9”" not in published or "“8”" in published
    write_sheets(workspace, {"board": [BOARD[0], ["total", None, None, None]]})
    assert "sheet_and_file_differ" not in rules_of(check(workspace))


def test_small_numbers_of_a_contradiction_are_withheld_where_they_are_published(
    workspace: Workspace,
) -> None:
    head = ["measure", "white", "bme", "unknown"]
    write_sheets(workspace, {"disciplinary": [head, ["entered", "41", "3", "0"]]})
    text = "measure,white,bme,unknown\nentered,41,2,0\n"
    path = workspace.data_folder(TRUST_YEAR) / "disciplinary.csv"
    path.write_text(text, encoding="utf-8")
    found = next(f for f in check(workspace).findings if f.rule == "sheet_and_file_differ")
    assert "“3”" in found.found
    published = str(found.as_dict(published=True)["found"])
    assert "“3”" not in published
    assert "“2”" not in published


def test_what_was_read_otherwise_is_told_without_the_values(workspace: Workspace) -> None:
    rows = [BOARD[0], ["total", "1,009", "2", "0"]]
    write_sheets(workspace, {"board": rows, "Jobs": [["x"]]})
    result = check(workspace)
    found = {finding.rule: finding.found for finding in result.findings}
    assert "digits in threes" in found["value_read_as_meant"]
    assert "1009" not in found["value_read_as_meant"]
    assert "“Jobs”" in found["unknown_sheet"]


@pytest.mark.parametrize("damage", ["text", "cut", "zip"])
def test_a_workbook_that_cannot_be_read_is_told_once(workspace: Workspace, damage: str) -> None:
    path = write_sheets(workspace, {"board": BOARD})
    if damage == "text":
        path.write_text("membership,white\n", encoding="utf-8")
    elif damage == "cut":
        path.write_bytes(path.read_bytes()[:-200])
    else:
        with zipfile.ZipFile(path, "w") as package:
            package.writestr("hello.txt", "x")
    result = check(workspace)
    assert result.state == "unreadable"
    assert result.fault is not None
    assert result.fault.where == WORKBOOK
    assert not result.findings


def to_workbooks(root: Path) -> None:
    """Put the tables of every trust-year of a workspace into one workbook each."""
    for folder in sorted((root / "data").glob("*/*")):
        book = Workbook()
        book.remove(book.active)
        for file in sorted(folder.glob("*.csv")):
            if file.stem not in TABLES or file.stem == "published":
                continue
            sheet = book.create_sheet(file.stem)
            with file.open(encoding="utf-8-sig", newline="") as text:
                for row in csv.reader(text):
                    sheet.append(row)
            file.unlink()
        book.save(folder / "tables.xlsx")


@pytest.mark.functional
def test_a_report_of_a_workbook_has_the_figures_of_its_files_and_verifies(
    tmp_path: Path, make_demo: Callable[[Path], Path]
) -> None:
    files = make_demo(tmp_path / "files")
    sheets = tmp_path / "sheets"
    shutil.copytree(files, sheets)
    to_workbooks(sheets)
    results = {}
    for root in (files, sheets):
        (built,) = run_wres_each([["build", "ZZ001/2024", "--to", "html"]], root)
        assert built.returncode == 0, built.stdout + built.stderr
        out = root / "outputs" / "ZZ001" / "2024"
        results[root] = json.loads((out / "results.json").read_text(encoding="utf-8"))
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    sources = {s for entry in results[sheets]["values"].values() for s in entry["source"]}
    assert sources <= {"data/ZZ001/2024/tables.xlsx", "data/ZZ001/2023/tables.xlsx"}
    assert "data/ZZ001/2024/tables.xlsx" in manifest["inputs"]
    page = (sheets / "outputs" / "ZZ001" / "2024" / "index.html").read_text(encoding="utf-8")
    assert "tables.xlsx, sheet workforce" in page
    for content in results.values():
        for entry in [*content["values"].values(), *content["of_tables"].values()]:
            entry.pop("source")
            entry.pop("rows", None)
    assert results[files] == results[sheets]
    plan, verified = run_wres_each(
        [["plan", "ZZ001/2024"], ["verify", "ZZ001/2024", "--ways", "plain"]], sheets
    )
    assert verified.returncode == 0, verified.stdout + verified.stderr
    path = sheets / "data" / "ZZ001" / "2024" / "tables.xlsx"
    book = load_workbook(path)
    book["board"]["B2"] = str(int(book["board"]["B2"].value) + 1)
    book.save(path)
    (changed,) = run_wres_each([["plan", "ZZ001/2024"]], sheets)
    assert "tables.xlsx" in changed.stdout
    assert "tables.xlsx" not in plan.stdout


@pytest.fixture
def make_demo() -> Callable[[Path], Path]:
    from wres_report.demo.writing import write_country

    def make(root: Path) -> Path:
        write_country(root, seed=1, trusts=1, years=range(2023, 2025))
        return root

    return make
