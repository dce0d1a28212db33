"""The same bytes, whoever does the work: one process or two, dask, or shards put together."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Command, copy_with_store
from tests.functional.test_build import files_below

pytestmark = pytest.mark.functional
SOME = ("RX7/2023", "RYC/2017", "ZZX/2021")
PAGE = ("--to", "html", "--renderer", "embedded")


@pytest.fixture(scope="module")
def root(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_with_store(built, tmp_path_factory.mktemp("shards") / "workspace")


@pytest.fixture(scope="module")
def shards(root: Path, wres: Command) -> list[Path]:
    """The outputs folders of three machines that share nothing."""
    folders = []
    for index in (1, 2, 3):
        out = root.parent / f"shard-{index}"
        result = wres("build", *SOME, *PAGE, "--shard", f"{index}/3", "--out", str(out),
                      folder=root, WRES_STORE=str(root.parent / f"store-{index}"))  # fmt: skip
        assert result.returncode == 0, result.stderr
        folders.append(out)
    return folders


@pytest.fixture(scope="module")
def whole(root: Path, wres: Command) -> Path:
    """What the one build of the session made: all else is built from nothing beside it."""
    out = root.parent / "whole"
    result = wres("build", *SOME, *PAGE, "--out", str(out), folder=root)
    assert result.returncode == 0, result.stderr
    return out


def merged(wres: Command, folder: Path, *shards: Path) -> tuple[int, str, Path]:
    out = folder / "merged"
    result = wres("merge", *map(str, shards), "--out", str(out), folder=folder)
    return result.returncode, result.stdout + result.stderr, out


def test_shards_put_together_are_what_one_build_makes(
    shards: list[Path], whole: Path, wres: Command, tmp_path: Path
) -> None:
    status, said, out = merged(wres, tmp_path, *shards)
    assert status == 0, said
    assert "3 shards: 3 built, 0 failed" in said
    assert files_below(out) == files_below(whole)


def test_each_shard_has_its_own_reports_and_a_record_of_them(shards: list[Path]) -> None:
    for index, folder in enumerate(shards, start=1):
        record = json.loads((folder / f"shards/{index}-of-3.json").read_text(encoding="utf-8"))
        assert list(record["statuses"]) == [SOME[index - 1]]
        assert record["everything"] == sorted(SOME)


def test_a_missing_shard_is_told(shards: list[Path], wres: Command, tmp_path: Path) -> None:
    status, said, _ = merged(wres, tmp_path, shards[0], shards[2])
    assert status == 15
    assert "missing 2/3" in said


def test_a_shard_of_another_program_is_refused(
    shards: list[Path], wres: Command, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(shards[1], other)
    path = other / "shards/2-of-3.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["program"]["versions"]["pandas"] = "0.1"
    path.write_text(json.dumps(record), encoding="utf-8")
    status, said, _ = merged(wres, tmp_path, shards[0], other, shards[2])
    assert status == 15
    assert "by another program" in said


def test_an_output_that_was_changed_on_the_way_is_refused(
    shards: list[Path], wres: Command, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    shutil.copytree(shards[0], other)
    page = next(other.glob("*/*/index.html"))
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    status, said, _ = merged(wres, tmp_path, other, *shards[1:])
    assert status == 15
    assert "not what its manifest says" in said
    assert "Traceback" not in said


def test_a_folder_without_shards_is_told(wres: Command, tmp_path: Path) -> None:
    status, said, _ = merged(wres, tmp_path, tmp_path)
    assert status == 15
    assert "There is no shard here" in said


def test_one_process_in_another_time_zone_gives_the_same(
    root: Path, whole: Path, wres: Command
) -> None:
    out = root.parent / "one"
    result = wres("build", *SOME, *PAGE, "--jobs", "1", "--force", "--out", str(out), folder=root,
                  TZ="Asia/Tokyo", PYTHONHASHSEED="7")  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert files_below(out) == files_below(whole)


def test_dask_gives_the_same(root: Path, whole: Path, wres: Command) -> None:
    pytest.importorskip("distributed")
    out = root.parent / "dask"
    result = wres("build", *SOME, *PAGE, "--executor", "dask", "--jobs", "2", "--force",
                  "--out", str(out), folder=root)  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert files_below(out) == files_below(whole)


# The command, with less patience: who waits for a scheduler that is gone learns nothing more.
IMPATIENT = """
from wres_report.pipeline import dask_workers
from wres_report.cli.main import main
dask_workers.CONNECT_LIMIT = 1
main()
"""


def test_a_scheduler_that_does_not_answer_is_told(root: Path) -> None:
    pytest.importorskip("distributed")
    result = subprocess.run(
        [sys.executable, "-c", IMPATIENT, "build", "RYC/2017", "--force", "--executor",
         "dask:tcp://127.0.0.1:1", "--out", str(root.parent / "none")],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 15
    assert "does not answer" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("executor", ["slurm", "local:x", ""])
def test_an_unknown_executor_is_a_usage_fault(root: Path, wres: Command, executor: str) -> None:
    result = wres("build", "RYC/2017", "--force", "--executor", executor,
                  "--out", str(root.parent / "none"), folder=root)  # fmt: skip
    assert result.returncode == 2
    assert "Choose local, dask" in result.stderr
