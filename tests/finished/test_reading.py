"""A finished report is read back in one place, and what is wrong with a file is told in a few
words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres_report.faults import ExitStatus, Fault
from wres_report.finished.files import PLANS, RESULTS, folder_of, places
from wres_report.finished.reading import (
    NotWholeError,
    listed,
    plans_json,
    read_json,
    read_plans,
    read_whole,
)
from wres_report.plan_files.importing import import_plan
from wres_report.plans.model import LIST_COLUMNS, PLAN_COLUMNS, Action, action_of

cells = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20)
actions = st.builds(
    lambda row: action_of(row), st.fixed_dictionaries(dict.fromkeys(PLAN_COLUMNS, cells))
)


@given(st.lists(actions, max_size=3), st.lists(actions, max_size=3))
def test_plans_are_read_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, this: list[Action], last: list[Action]
) -> None:
    folder = tmp_path_factory.mktemp("report")
    (folder / PLANS).write_text(json.dumps(plans_json(this, last)), encoding="utf-8")
    assert read_plans(folder) == (tuple(this), tuple(last))


def test_the_plan_as_data_says_what_the_workbook_for_people_says(built: Path) -> None:
    for name in ("RV9/2021", "ZZX/2021", "RX7/2023", "RYC/2017"):
        for sheet, plan in zip(("Actions", "Progress"), read_plans(built / name), strict=True):
            if plan:
                read = import_plan(built / name / "actions.xlsx", sheet=sheet).actions
                assert [_words(action) for action in read] == [_words(action) for action in plan]


def _words(action: Action) -> dict[str, str]:
    # A workbook holds no white space at the end of a line.
    return {
        name: " ".join(str(getattr(action, name)).split())
        for name in PLAN_COLUMNS
        if name not in LIST_COLUMNS
    }


def test_where_there_is_no_plan_there_is_none(tmp_path: Path) -> None:
    assert read_plans(tmp_path) == ((), ())


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"actions": []}', '{"actions": [1], "progress": []}']
)
def test_a_file_that_holds_no_plans_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / PLANS).write_text(content, encoding="utf-8")
    with pytest.raises(NotWholeError, match=r"actions\.json cannot be read"):
        read_plans(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"), [(None, "is missing"), (b"\xff", "cannot be read"), (b"[1]", "cannot be")]
)
def test_what_is_wrong_with_a_file_is_told_with_its_name(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / RESULTS).write_bytes(content)
    with pytest.raises(NotWholeError, match=rf"results\.json {told}"):
        read_json(tmp_path, RESULTS)
    with pytest.raises(Fault) as caught:
        read_whole(tmp_path, RESULTS, "the old build")
    assert caught.value.status is ExitStatus.INPUT_MISSING
    assert "the old build/results.json" in str(caught.value)
    assert "wres build" in str(caught.value)


def test_reports_are_found_where_they_stand(built: Path) -> None:
    found = list(places(built))
    assert {"RV9/2021", "ZZX/2021"} <= set(map(str, found))
    assert all((folder_of(built, one) / RESULTS).is_file() for one in found)
    assert listed(built).keys() == set(map(str, found))
    assert listed(built / "RV9") == {}
