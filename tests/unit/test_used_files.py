"""Which files of a data folder are read is one list, and rows of persons are noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from wres_report.gate import run_gate
from wres_report.inputs.persons import kinds_of_personal_columns
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import narrative_files, unused_files, used_files
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import InputHashes
from wres_report.preview.watching import input_files

THIS = TrustYear("ZZX", 2021)
SURNAME, INSURANCE = "Quillfeather", "QQ123456C"
EXTRACT = (
    "Staff list as at 31/03/2021\n\n"
    "Employee Number,Last Name,Date of Birth,NI Number,Pay Scale\n"
    f"20817364,{SURNAME},04/05/1971,{INSURANCE},XN05\n"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    folder = tmp_path / "data" / str(THIS)
    (folder / "narrative").mkdir(parents=True)
    (tmp_path / "params" / "ZZX").mkdir(parents=True)
    (tmp_path / "params" / "ZZX" / "2021.yaml").write_text("name: Example\n", encoding="utf-8")
    files = {
        "training.csv": "measure,white,bme,unknown\naccessed,1639,105,200\n",
        "published.csv": "key\n",
        "training - Copy.csv": "measure,white,bme,unknown\naccessed,1,1,1\n",
        "Thumbs.db": "x",
        "staff in post.csv": EXTRACT,
        "narrative/foreword.md": "Words.\n",
        "narrative/.hidden.md": "Words.\n",
        "narrative/._foreword.md": "Words.\n",
        "narrative/~$reword.md": "Words.\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Workspace.open(tmp_path)


def test_only_what_is_read_is_an_input(workspace: Workspace) -> None:
    read = {f"data/{THIS}/{name}" for name in ("training.csv", "narrative/foreword.md")}
    assert set(used_files(workspace, THIS)) == read
    assert set(InputHashes(workspace).of(THIS)) == {"params/ZZX/2021.yaml", *read}
    watched = {name for name in input_files(workspace, THIS) if name.startswith("data/")}
    assert watched == read


def test_the_key_and_staging_read_the_same_words(workspace: Workspace) -> None:
    assert [path.name for path in narrative_files(workspace, THIS)] == ["foreword.md"]


def test_what_is_not_read_has_a_name(workspace: Workspace) -> None:
    names = {name.rpartition("/")[2] for name in unused_files(workspace, THIS)}
    assert names == {"training - Copy.csv", "Thumbs.db", "staff in post.csv", "~$reword.md"}


def test_check_tells_of_files_that_are_not_read_and_of_rows_of_persons(
    workspace: Workspace,
) -> None:
    result = run_gate(workspace, [THIS])[THIS]
    told = [(f.rule, f.file.rpartition("/")[2]) for f in result.findings]
    assert told == [
        ("rows_of_persons", "staff in post.csv"),
        ("unknown_file", "staff in post.csv"),
        ("unknown_file", "training - Copy.csv"),
    ]
    assert f"data/{THIS}/Thumbs.db" in result.unused
    everything = "\n".join([*map(str, result.findings), str(result.as_dict())])
    assert SURNAME not in everything
    assert INSURANCE not in everything
    assert "dates of birth" in everything


def test_what_is_told_of_files_that_are_not_read_stands_in_no_report(workspace: Workspace) -> None:
    result = run_gate(workspace, [THIS])[THIS].of_what_is_read()
    assert result.findings == ()
    assert result.state == "clean"


def test_a_file_of_persons_under_the_name_of_a_table_is_told_without_its_values(
    workspace: Workspace,
) -> None:
    path = workspace.data_folder(THIS) / "workforce.csv"
    path.write_text(EXTRACT.splitlines()[-1] + "\n" + EXTRACT.splitlines()[-1] + "\n")
    result = run_gate(workspace, [THIS])[THIS]
    assert "rows_of_persons" in {f.rule for f in result.findings if f.file.endswith("force.csv")}
    assert SURNAME not in str(result)


@pytest.mark.parametrize("name", ["list.csv", "list.txt", "list.xlsx"])
def test_rows_of_persons_are_known_by_their_head_wherever_it_stands(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if path.suffix == ".xlsx":
        book = Workbook()
        for line in EXTRACT.splitlines():
            book.active.append(line.split(","))
        book.save(path)
    else:
        text = EXTRACT.replace(",", "\t") if path.suffix == ".txt" else EXTRACT
        path.write_text(text, encoding="utf-16" if path.suffix == ".txt" else "utf-8")
    assert kinds_of_personal_columns(path) == [
        "staff or assignment numbers", "National Insurance numbers", "dates of birth", "names",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "head",
    ["staff_group,band,white,bme,unknown", "Staff Group,Pay Band,White,BME", "Name of area,Number"],
)
def test_a_table_of_counts_is_no_file_of_persons(tmp_path: Path, head: str) -> None:
    (tmp_path / "table.csv").write_text(f"{head}\nclinical,5,100,20\n", encoding="utf-8")
    assert kinds_of_personal_columns(tmp_path / "table.csv") == []
