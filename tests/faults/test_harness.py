"""The harness that breaks the project on purpose: its table, and when it fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from faults import __main__ as harness
from faults.outcome import Outcome, table, told


def class_of(*outcomes: Outcome, fails: bool = False) -> Any:
    def run(folder: Path, seed: int, number: int) -> Iterator[Outcome]:
        assert folder.is_dir()
        assert not list(folder.iterdir())
        assert (seed, number) == (7, 2)
        yield from outcomes
        if fails:
            raise RuntimeError("of the harness")

    return SimpleNamespace(NUMBER=900, QUICK=2, run=run)


def status_of(modules: dict[str, Any], out: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(harness, "classes", lambda: modules)
    return harness.main(["--quick", "--seed", "7", "--out", str(out)])


def test_the_table_counts_each_result_of_each_class_and_marks_bad_ones() -> None:
    outcomes = [
        Outcome("kills", "a", "held"),
        Outcome("kills", "b", "torn", "half a page"),
        Outcome("kills", "c", "held"),
        Outcome("cells", "d", "caught"),
    ]
    assert table(outcomes).splitlines()[2:] == [
        "| cells | 1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
        "| kills | 3 | 2 | 0 | 0 | 0 | **1** | 0 | 0 | 0 | 0 | 0 |",
    ]
    assert told(outcomes) == ["kills: torn: b: half a page"]


def test_a_result_that_is_no_word_of_the_harness_is_refused() -> None:
    with pytest.raises(ValueError, match="no result"):
        Outcome("kills", "a", "fine")


def test_the_harness_fails_as_soon_as_one_case_is_bad(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = Outcome("a", "1", "caught"), Outcome("b", "2", "silent", "nobody was told")
    assert status_of({"a": class_of(good)}, tmp_path, monkeypatch) == 0
    assert status_of({"a": class_of(good), "b": class_of(bad)}, tmp_path, monkeypatch) == 1
    kept = json.loads((tmp_path / "faults.json").read_text(encoding="utf-8"))
    assert [outcome["detail"] for outcome in kept["outcomes"]] == ["", "nobody was told"]


def test_a_class_that_tries_nothing_or_fails_itself_is_bad(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = Outcome("a", "1", "held")
    assert status_of({"a": class_of()}, tmp_path, monkeypatch) == 1
    assert status_of({"a": class_of(good, fails=True)}, tmp_path, monkeypatch) == 1


def test_a_class_that_is_not_there_is_a_mistake_of_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as end:
        harness.main(["no-such-class", "--out", str(tmp_path)])
    assert end.value.code == 2
