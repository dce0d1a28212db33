"""What the gate has found sound is kept beside the steps: by keys alone, and never with --force."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from wres_report.finished.files import QUALITY
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline import steps as of_steps
from wres_report.pipeline.gate_step import GateTask, ToCheck, check_data
from wres_report.pipeline.hashing import InputHashes
from wres_report.pipeline.sound import KeptSound
from wres_report.pipeline.steps import Renderer, Steps
from wres_report.store import Store

ZZX = TrustYear("ZZX", 2021)


def task_of(root: Path, store: Path, key: str) -> GateTask:
    workspace = Workspace(root)
    inputs = InputHashes(workspace)
    steps = Steps(workspace, Renderer("embedded", "1"), inputs)
    asked = ToCheck(ZZX, key, read_params(workspace, ZZX), inputs.of(ZZX))
    return GateTask(root, store, [asked], steps.gate_program)


def quality(task: GateTask) -> bytes:
    (done,) = check_data(task)
    assert done.record is not None
    return Store(task.store).objects.get(done.record.outputs[QUALITY])


def change_a_cell(root: Path) -> None:
    path = root / "data" / "ZZX" / "2021" / "training.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[1].split(",")
    cells[1] = str(int(cells[1]) + 1)
    path.write_text("\n".join([lines[0], ",".join(cells), *lines[2:]]) + "\n", encoding="utf-8")


def test_the_gate_tells_of_a_changed_table_the_same_bytes_as_a_run_of_every_rule(
    workspace: Path, tmp_path: Path, suites_run: list[str]
) -> None:
    quality(task_of(workspace, tmp_path / "store", "1"))
    every = set(suites_run)
    change_a_cell(workspace)
    suites_run.clear()
    short = quality(task_of(workspace, tmp_path / "store", "2"))
    assert "training" in suites_run
    assert set(suites_run) < every
    suites_run.clear()
    whole = quality(replace(task_of(workspace, tmp_path / "store", "3"), fresh=True))
    assert set(suites_run) == every
    assert short == whole == quality(task_of(workspace, tmp_path / "another", "4"))


def test_nothing_of_the_data_is_kept_but_hashes(workspace: Path, tmp_path: Path) -> None:
    quality(task_of(workspace, tmp_path, "1"))
    for year in (2020, 2021):
        kept = Store(tmp_path).latest(f"gate/ZZX/{year}")
        assert set(kept) == {"sound"}
        assert kept["sound"]
        assert all(len(key) == 64 and int(key, 16) for key in kept["sound"].values())


@pytest.mark.parametrize("what", ["code_of", "environment_of"])
def test_other_code_and_other_versions_are_another_program(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    before = task_of(workspace, workspace, "1").program
    of: Callable[..., dict[str, str]] = getattr(of_steps, what)
    monkeypatch.setattr(of_steps, what, lambda *rest: of(*rest) | {"gate": "another"})
    assert task_of(workspace, workspace, "1").program != before


def test_what_was_noted_is_there_for_the_next_build_and_for_no_forced_one(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sound = KeptSound(store, "p", fresh=False)
    sound.note(ZZX, "board", "key")
    sound.note(ZZX, "survey", "other")
    sound.keep()
    assert KeptSound(store, "p", fresh=False).key(ZZX, "board") == "key"
    assert KeptSound(store, "p", fresh=True).key(ZZX, "board") == ""
    later = KeptSound(store, "p", fresh=False)
    later.note(ZZX, "board", "")
    later.keep()
    after = KeptSound(store, "p", fresh=False)
    assert after.key(ZZX, "board") == ""
    assert after.key(ZZX, "survey") == "other"


def test_a_record_that_was_damaged_is_as_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sound = KeptSound(store, "p", fresh=False)
    sound.note(ZZX, "board", "key")
    sound.keep()
    path = store.latest_path("gate/ZZX/2021")
    path.write_bytes(path.read_bytes().replace(b'"key"', b'"kez"'))
    assert KeptSound(store, "p", fresh=False).key(ZZX, "board") == ""
