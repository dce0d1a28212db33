"""Which files count as changed, and when."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.preview.watching import Watch, input_files

ZZX = TrustYear("ZZX", 2021)


def watch_of(folder: Path) -> Watch:
    return Watch(lambda: {path.name: path for path in folder.iterdir()})


def test_what_stands_still_has_not_changed(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text("indicator\n5\n")
    watch = watch_of(tmp_path)
    assert watch.changes() == []
    assert watch.changes() == []


def test_a_file_that_is_saved_as_it_was_has_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("indicator\n5\n")
    watch = watch_of(tmp_path)
    path.write_text("indicator\n5\n")
    os.utime(path, (1, 1))
    assert watch.changes() == []


def test_a_cell_of_the_same_length_counts(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("indicator\n5\n")
    os.utime(path, (1, 1))
    watch = watch_of(tmp_path)
    path.write_text("indicator\n6\n")
    assert watch.changes() == ["survey.csv"]


def test_a_file_that_comes_or_goes_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "board.csv").write_text("membership\n")
    watch = watch_of(tmp_path)
    (tmp_path / "board.csv").unlink()
    (tmp_path / "facts.csv").write_text("key\n")
    assert watch.changes() == ["board.csv (gone)", "facts.csv (new)"]


def test_a_change_is_told_until_it_is_taken_note_of_and_not_if_it_is_undone(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("before")
    watch = watch_of(tmp_path)
    path.write_text("after!")
    os.utime(path, (1, 1))
    assert watch.changes() == watch.changes() == ["survey.csv"]
    path.write_text("before")
    assert watch.changes() == []
    path.write_text("for good")
    assert watch.settled_changes(0) == ["survey.csv"]
    assert watch.changes() == []


def test_a_file_that_is_replaced_by_renaming_is_changed_and_not_gone(tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    path.write_text("before")
    watch = watch_of(tmp_path)
    path.unlink()
    assert watch.changes() == ["survey.csv (gone)"]
    path.write_text("after")
    assert watch.settled_changes(0) == ["survey.csv"]


def test_a_folder_that_cannot_be_listed_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "survey.csv").write_text("before")
    refused = False

    def files() -> dict[str, Path]:
        if refused:
            raise PermissionError
        return {path.name: path for path in tmp_path.iterdir()}

    watch = Watch(files)
    refused = True
    assert watch.changes() == []


contents = st.dictionaries(st.sampled_from("abcde"), st.sampled_from(["", "1", "2", "22"]))


@settings(deadline=None, derandomize=True, database=None)
@given(before=contents, after=contents)
def test_what_is_told_is_what_differs(
    tmp_path_factory, before: dict[str, str], after: dict[str, str]
) -> None:
    folder = tmp_path_factory.mktemp("watched")
    for name, text in before.items():
        (folder / name).write_text(text)
    watch = watch_of(folder)
    for name in before.keys() - after.keys():
        (folder / name).unlink()
    for name, text in after.items():
        (folder / name).write_text(text)
        os.utime(folder / name, (1, 1))  # as a disk with coarse times, so that content decides
    told = {line.partition(" ")[0] for line in watch.changes()}
    assert told == {n for n in before | after if before.get(n) != after.get(n)}


def test_all_that_a_report_is_made_from_is_watched(workspace: Path, repository: Path) -> None:
    (workspace / "pins/ZZX").mkdir(parents=True)
    (workspace / "pins/ZZX/2021.json").write_text("{}")
    watched = input_files(Workspace(workspace.resolve()), ZZX)
    assert {
        "params/ZZX/2021.yaml", "pins/ZZX/2021.json", "data/ZZX/2021/survey.csv",
        "data/ZZX/2021/narrative/foreword.md", "data/ZZX/2020/workforce.csv",
        "notebooks/9_board.ipynb", "expectations/survey.json", "report/_quarto.yml",
    } <= set(watched)  # fmt: skip
    assert not [name for name in watched if "RV9" in name or "ZZX/2020.yaml" in name]
    assert watched["notebooks/9_board.ipynb"] == repository / "notebooks/9_board.ipynb"


def test_templates_of_the_workspace_are_watched_in_place_of_those_of_the_package(
    workspace: Path,
) -> None:
    (workspace / "notebooks").mkdir()
    own = workspace / "notebooks/own.ipynb"
    own.write_text("{}")
    watched = input_files(Workspace(workspace), ZZX)
    notebooks = {name: path for name, path in watched.items() if name.startswith("notebooks/")}
    assert notebooks == {"notebooks/own.ipynb": own}
