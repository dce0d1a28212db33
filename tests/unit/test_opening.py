"""What stands where a file should is looked at before it is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wres_report.faults import ExitStatus, Fault
from wres_report.gate import run_gate
from wres_report.inputs import opening, reading
from wres_report.inputs.opening import UNREADABLE, plain_hash, read_bytes
from wres_report.inputs.reading import read_cells
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.hashing import InputHashes

TABLE = "data/ABC/2021/training.csv"
TEXT = "measure,white,bme,unknown\naccessed,9,8,7\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "workspace"
    (folder / "data/ABC/2021").mkdir(parents=True)
    (folder / "params/ABC").mkdir(parents=True)
    (folder / "params/ABC/2021.yaml").write_text("name: A\n")
    return folder


def link_to(target: str):
    return lambda path: path.symlink_to(target)


PLACED = {
    "a link to nothing": (link_to("nothing.csv"), "a link to a file that is not there"),
    "a link to itself": (link_to("training.csv"), "leads back to itself"),
    "a named pipe": (lambda path: os.mkfifo(path), "a named pipe"),
    "a device": (link_to("/dev/zero"), "a device"),
    "a folder": (lambda path: path.mkdir(), "a folder"),
    "a link to a folder": (link_to(".."), "a folder"),
    "a link outside": (link_to("../../../../outside.csv"), "leads out of the workspace"),
}


@pytest.mark.parametrize("case", PLACED)
def test_what_is_no_file_of_the_workspace_is_a_fault_and_never_opened(
    root: Path, case: str
) -> None:
    place, said = PLACED[case]
    (root.parent / "outside.csv").write_text(TEXT)
    place(root / TABLE)
    with pytest.raises(Fault) as caught:
        read_bytes(root / TABLE, TABLE)
    assert said in caught.value.what
    assert (caught.value.where, caught.value.status) == (TABLE, ExitStatus.INPUT_MISSING)
    assert caught.value.action
    result = run_gate(Workspace.open(root), [TrustYear("ABC", 2021)])[TrustYear("ABC", 2021)]
    assert result.state == "unreadable"
    assert said in result.fault.what
    hashes = InputHashes(Workspace.open(root)).of(TrustYear("ABC", 2021))
    assert hashes.get(TABLE, UNREADABLE) == UNREADABLE


def test_a_link_inside_the_workspace_is_read(root: Path) -> None:
    (root / "data/shared.csv").write_text(TEXT)
    (root / TABLE).symlink_to("../../shared.csv")
    assert read_bytes(root / TABLE, TABLE) == TEXT.encode()
    assert plain_hash(root / TABLE, TABLE) != UNREADABLE


def test_data_as_a_whole_may_be_a_link_to_a_shared_drive(root: Path) -> None:
    (root / TABLE).write_text(TEXT)
    (root / "data").rename(root.parent / "drive")
    (root / "data").symlink_to(root.parent / "drive")
    assert read_bytes(root / TABLE, TABLE) == TEXT.encode()


def test_a_circle_of_folders_has_an_end(root: Path) -> None:
    (root / TABLE).write_text(TEXT)
    (root / "data/ABC/2021/narrative").symlink_to("..")
    hashes = InputHashes(Workspace.open(root)).everything(TrustYear("ABC", 2021))
    assert hashes["data/ABC/2021/narrative"] == UNREADABLE
    assert len(hashes) == 2


def test_a_file_that_is_too_large_is_told_with_the_limit(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST", 100_000)
    (root / TABLE).write_text(TEXT + "\n" * 100_000)
    with pytest.raises(Fault, match="too large") as caught:
        read_bytes(root / TABLE, TABLE)
    assert "At most 0 MB" in caught.value.action


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TEXT + "accessed,1,1,1\n" * 50, "more than 50 rows"),
        (TEXT + f'"{"x" * 2_000}",1,1,1\n', "a cell of this row has 2,000 characters"),
    ],
)
def test_a_table_without_end_is_told_with_its_limit(
    root: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 50)
    monkeypatch.setattr(reading, "LONGEST_CELL", 1_000)
    (root / TABLE).write_text(text)
    with pytest.raises(Fault) as caught:
        read_cells(root / TABLE, TABLES["training"], TABLE)
    assert said in caught.value.what.lower()
    assert "At most" in caught.value.action
