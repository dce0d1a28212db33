"""Outputs are written aside and renamed: a fault leaves the earlier ones as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.build.publish import aside, write_json


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


def test_json_is_written_with_sorted_keys_and_no_left_over(tmp_path: Path) -> None:
    write_json(tmp_path / "a.json", {"b": 1, "a": "−"})
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == '{\n "a": "−",\n "b": 1\n}\n'
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
