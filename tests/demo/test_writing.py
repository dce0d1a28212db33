"""Where a country is written, and what is said of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.demo.conftest import Files
from wres_report.demo import FIRST_YEAR, LAST_YEAR, parse_years, write_country
from wres_report.faults import ExitStatus, Fault
from wres_report.hashes import tree_hashes


@pytest.mark.parametrize(
    ("text", "years"),
    [("2023", [2023]), ("2021-2024", [2021, 2022, 2023, 2024]), (" 2021 – 2022 ", [2021, 2022])],
)
def test_years_are_one_or_the_first_and_the_last(text: str, years: list[int]) -> None:
    assert list(parse_years(text)) == years


@pytest.mark.parametrize(
    "text",
    ["", "2024-2021", "21-24", "2021,2022", str(FIRST_YEAR - 1), f"{LAST_YEAR}-{LAST_YEAR + 1}"],
)
def test_other_years_are_a_usage_fault(text: str) -> None:
    with pytest.raises(Fault, match="names no years") as caught:
        parse_years(text)
    assert caught.value.status is ExitStatus.USAGE


def test_an_empty_folder_is_used_and_a_missing_one_is_made(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    empty = (tmp_path / "empty").stat().st_ino
    for name in ("empty", "new/below"):
        country = write_country(tmp_path / name, 2, range(2022, 2023), 1, faults=True)
        files = [path for path in (tmp_path / name).rglob("*") if path.is_file()]
        assert len(files) == country.files
        assert {path.name for path in (tmp_path / name).iterdir()} == {
            "data", "params", "faults.csv"
        }  # fmt: skip
    assert (tmp_path / "empty").stat().st_ino == empty


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Fault, match="not empty") as caught:
        write_country(tmp_path, 1, range(2022, 2023), 1)
    assert caught.value.status is ExitStatus.USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(Fault) as caught:
            write_country(place, 1, range(2022, 2023), 1)
        assert caught.value.status is ExitStatus.USAGE


def test_trusts_that_withhold_more_quote_no_total_that_may_be_withheld(
    write: Callable[..., Files],
) -> None:
    files = write(80, "2022")
    stricter = {
        name.split("/")[1] for name, text in files.items()
        if name.startswith("params/") and b"minimum_count: 10" in text
    }  # fmt: skip
    words = {
        name: text for name, text in files.items()
        if "/narrative/" in name and name.split("/")[1] in stricter
    }  # fmt: skip
    assert len(words) > 10
    assert not [name for name, text in words.items() if re.search(rb"var (i1|i9)\.", text)]


def test_writing_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    (tmp_path / "empty").mkdir()
    for name in ("empty", "new"):
        with pytest.raises(KeyboardInterrupt):
            write_country(tmp_path / name, 3, range(2022, 2023), 1, progress=stop)
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_what_was_stopped_while_its_files_were_moved_is_made_whole_by_the_next_run(
    tmp_path: Path,
) -> None:
    for name in ("whole", "half"):
        write_country(tmp_path / name, 2, range(2022, 2023), 1, faults=True, raw=True)
    whole = tree_hashes(tmp_path / "whole")
    shutil.rmtree(tmp_path / "half/data")
    (tmp_path / "half/faults.csv").unlink()
    write_country(tmp_path / "half", 2, range(2022, 2023), 1, faults=True, raw=True)
    assert tree_hashes(tmp_path / "half") == whole
    shutil.rmtree(tmp_path / "half/data")
    settings = next((tmp_path / "half/params").rglob("*.yaml"))
    settings.write_text("name: another\n", encoding="utf-8")
    with pytest.raises(Fault, match="not empty"):
        write_country(tmp_path / "half", 2, range(2022, 2023), 1, faults=True, raw=True)
    assert settings.read_text(encoding="utf-8") == "name: another\n"


@pytest.mark.functional
def test_the_command_says_what_was_written_and_what_to_do_next(
    wres: Command, tmp_path: Path
) -> None:
    result = wres(
        "demo", "--trusts", "4", "--years", "2022", "--out", "here", "--faults", folder=tmp_path
    )
    assert result.returncode == 0, result.stderr
    assert "4 trust-years of 4 synthetic trusts written to here" in result.stdout
    assert "2 faults of " in result.stdout
    assert len((tmp_path / "here" / "faults.csv").read_text("utf-8").splitlines()) == 3
    assert "wres build ZZ001/2022 --project here" in result.stdout
    assert "[4/4] trusts written" in result.stderr


@pytest.mark.functional
def test_the_command_refuses_with_status_2_and_no_traceback(wres: Command, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for arguments in (("--out", "."), ("--out", "new", "--years", "1999")):
        result = wres("demo", *arguments, folder=tmp_path)
        assert result.returncode == 2
        assert "to do:" in result.stderr
        assert "Traceback" not in result.stderr
    assert not (tmp_path / "new").exists()
