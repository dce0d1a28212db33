"""Outputs are written aside and renamed: a fault leaves the earlier ones as they were."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from wres_report.pipeline.outputs import json_bytes
from wres_report.pipeline.publish import aside


def test_a_finished_folder_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "2021"
    target.mkdir()
    (target / "old.html").write_text("old")
    with aside(target) as folder:
        (folder / "new.html").write_text("new")
        assert (target / "old.html").exists()
    assert [path.name for path in target.iterdir()] == ["new.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["2021"]


def test_a_fault_on_the_way_leaves_the_earlier_folder_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "2021"
    target.mkdir()
    (target / "old.html").write_text("old")

    def write_half() -> None:
        with aside(target) as folder:
            (folder / "half.html").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_half()
    assert (target / "old.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["2021"]


def test_json_is_written_with_sorted_keys_in_utf_8() -> None:
    assert json_bytes({"b": 1, "a": "−"}).decode() == '{\n "a": "−",\n "b": 1\n}\n'


def test_builds_of_one_trust_year_at_the_same_time_leave_one_whole_folder(tmp_path: Path) -> None:
    target = tmp_path / "2021"

    def publish(number: int) -> None:
        with aside(target) as folder:
            for name in "abc":
                (folder / name).write_text(str(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(publish, range(200)))
    assert len({path.read_text() for path in target.iterdir()}) == 1
    assert sorted(path.name for path in target.iterdir()) == ["a", "b", "c"]
    assert [path.name for path in tmp_path.iterdir()] == ["2021"]
