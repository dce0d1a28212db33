"""Two folders of outputs are compared file by file, and what is suppressed stays so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wres_report.verify.compare import SHOWN, Comparison, compare_folders

FIGURE = {"value": 12.5, "display": "12.5%", "status": "ok"}
HIDDEN = {"value": None, "display": "suppressed", "status": "suppressed"}


def outputs(folder: Path, figure: dict[str, object], **files: str) -> Path:
    folder.mkdir()
    results = json.dumps({"values": {"i2.ratio": figure}})
    for name, text in {"results.json": results, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def compared(
    tmp_path: Path, before: dict[str, object], again: dict[str, object],
    *, sources_changed: bool = False,
) -> Comparison:  # fmt: skip
    return compare_folders(
        outputs(tmp_path / "before", before, page="12.5% of staff"),
        outputs(tmp_path / "again", again, page="3 people"),
        sources_changed=sources_changed,
    )


def test_equal_folders_have_no_difference_and_are_counted(tmp_path: Path) -> None:
    before = outputs(tmp_path / "before", FIGURE, page="12.5%")
    again = outputs(tmp_path / "again", FIGURE, page="12.5%")
    found = compare_folders(before, again, sources_changed=False)
    assert found == Comparison(2, sum(p.stat().st_size for p in before.iterdir()), ())


def test_files_that_only_one_folder_has_are_missing_or_new(tmp_path: Path) -> None:
    before = outputs(tmp_path / "before", FIGURE, old="1")
    again = outputs(tmp_path / "again", FIGURE, other="1")
    found = compare_folders(before, again, sources_changed=False)
    assert [(d.file, d.what) for d in found.differences] == [("old", "missing"), ("other", "new")]


def test_what_stands_at_a_difference_is_shown(tmp_path: Path) -> None:
    (difference,) = compared(tmp_path, FIGURE, FIGURE).differences
    assert difference.file == "page"
    assert (difference.parts[0].before, difference.parts[0].again) == ("12.5% of staff", "3 people")


@pytest.mark.parametrize(("before", "again"), [(FIGURE, HIDDEN), (HIDDEN, FIGURE)])
def test_where_the_builds_suppress_otherwise_no_text_is_shown(
    tmp_path: Path, before: dict[str, object], again: dict[str, object]
) -> None:
    page, results = compared(tmp_path, before, again).differences
    assert [(p.where, p.before, p.again) for p in page.parts] == [("line 1", "", "")]
    assert "12.5" not in json.dumps(results.as_dict())


def test_where_the_data_has_changed_no_text_is_shown(tmp_path: Path) -> None:
    (page,) = compared(tmp_path, FIGURE, FIGURE, sources_changed=True).differences
    assert {(part.before, part.again) for part in page.parts} == {("", "")}


def test_many_parts_of_one_file_are_counted(tmp_path: Path) -> None:
    lines = [str(n) for n in range(SHOWN + 3)]
    before = outputs(tmp_path / "before", FIGURE, page="\n".join(lines))
    again = outputs(tmp_path / "again", FIGURE, page="\n".join(f"{line}!" for line in lines))
    (page,) = compare_folders(before, again, sources_changed=False).differences
    assert (len(page.parts), page.more) == (SHOWN, 3)
