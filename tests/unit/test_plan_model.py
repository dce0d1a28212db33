"""An action and its row: lists in cells, indicators, last year's plan with what became of it."""

from __future__ import annotations

import pytest

from wres_report.plans.cells import join_list, split_list
from wres_report.plans.model import (
    INDICATORS,
    LIST_COLUMNS,
    PLAN_COLUMNS,
    Action,
    action_of,
    plan_of,
    row_of,
    with_last_plan,
)
from wres_report.words import UNPRINTABLE

LISTS = {
    "": (),
    "one": ("one",),
    "one | two": ("one", "two"),
    "one|two": ("one", "two"),
    " | one || two | ": ("one", "two"),
    " | | ": (),
    r"either\|or": ("either|or",),
    r"a backslash \ inside": (r"a backslash \ inside",),
    r"ends in a backslash\ | next": ("ends in a backslash\\", "next"),
    r"two backslashes\\| next": ("two backslashes\\", "next"),
    r"a backslash and a bar\\\|here": (r"a backslash and a bar\|here",),
    "one\n| two": ("one", "two"),
}


@pytest.mark.parametrize(("cell", "items"), LISTS.items())
def test_a_cell_is_split_at_bars_that_no_backslash_keeps(cell: str, items: tuple[str, ...]) -> None:
    assert split_list(cell) == items


@pytest.mark.parametrize("items", LISTS.values())
def test_a_joined_list_is_split_into_its_items_again(items: tuple[str, ...]) -> None:
    assert split_list(join_list(items)) == items


def test_a_row_becomes_an_action_with_its_lists() -> None:
    action = action_of({"id": " 1.1 ", "indicators": "3;6;8", "lead": "HR | OD", "action": "Do it"})
    assert (action.id, action.lead, action.action) == ("1.1", ("HR", "OD"), "Do it")
    assert action.numbers == (3, 6, 8)
    assert action.sub_actions == action.see_actions == ()


def test_an_action_and_its_row_say_the_same_in_every_column() -> None:
    cells = {
        name: ("first", "second|part\\") if name in LIST_COLUMNS else f"the {name}"
        for name in PLAN_COLUMNS
    }
    action = Action(**cells)
    assert tuple(row_of(action)) == PLAN_COLUMNS
    assert action_of(row_of(action)) == action


@pytest.mark.parametrize(
    ("indicators", "numbers"),
    [("1", (1,)), ("9;1", (9, 1)), ("3; 6 ;8", (3, 6, 8)), ("all", ()), ("10", (10,)),
     ("general", ())],
)  # fmt: skip
def test_an_action_serves_the_indicators_it_names(
    indicators: str, numbers: tuple[int, ...]
) -> None:
    assert INDICATORS.match(indicators)
    assert Action("1", indicators).numbers == numbers


@pytest.mark.parametrize(
    "indicators", ["", "0", "100", "i3", "3,6", "three", "3;", ";3", "All", "-1"]
)
def test_what_is_no_indicator_is_not_taken_for_one(indicators: str) -> None:
    assert not INDICATORS.match(indicators)


def test_an_action_in_one_line_has_its_steps_in_it() -> None:
    assert (
        Action("1", action="Do it", sub_actions=("first", "second")).text == "Do it first; second"
    )
    assert Action("1", sub_actions=("first",)).text == "first"
    assert Action("1").text == ""


def test_a_plan_keeps_the_order_of_its_rows() -> None:
    assert [action.id for action in plan_of([{"id": "2"}, {"id": "10"}, {"id": "1"}])] == [
        "2", "10", "1",
    ]  # fmt: skip


LAST = (
    Action("1", "2", action="Train panels", lead=("Head of HR",), timeframe="March 2021"),
    Action("2", "9", action="Advertise more widely", lead=("Trust Secretary",)),
)


def test_a_state_alone_takes_the_rest_from_the_plan_of_last_year() -> None:
    state = action_of({"id": "1", "rag": "Done", "progress": "All panels trained"})
    merged, _ = with_last_plan([state], LAST)
    assert merged == Action(
        "1", "2", action="Train panels", lead=("Head of HR",), timeframe="March 2021",
        rag="Done", progress="All panels trained",
    )  # fmt: skip


def test_a_cell_beside_the_state_goes_before_that_of_last_year() -> None:
    state = action_of({"id": "1", "rag": "Late", "timeframe": "June 2021"})
    merged, _ = with_last_plan([state], LAST)
    assert (merged.timeframe, merged.lead) == ("June 2021", ("Head of HR",))


def test_a_row_that_gives_its_action_is_taken_as_it_stands() -> None:
    state = action_of({"id": "1", "action": "Train half of the panels", "rag": "Done"})
    merged, _ = with_last_plan([state], LAST)
    assert merged == state


def test_an_action_of_last_year_that_no_row_speaks_of_comes_last_without_a_state() -> None:
    merged = with_last_plan([action_of({"id": "2", "rag": "Done"})], LAST)
    assert [(action.id, action.rag) for action in merged] == [("2", "Done"), ("1", "")]


def test_a_row_that_last_year_did_not_plan_stands_alone() -> None:
    added = action_of({"id": "9", "action": "Added in autumn", "rag": "Done"})
    assert with_last_plan([added], LAST) == (added, *LAST)
    assert with_last_plan([added], ()) == (added,)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x81", "\uf0b7", "\ufffe",
                                       "\U0001ffff", "\U0010fffd"])  # fmt: skip
def test_a_character_that_no_document_can_hold_is_known(character: str) -> None:
    assert UNPRINTABLE.search(f"a{character}b")


@pytest.mark.parametrize("text", ["a\tb", "a\nb\r\n", "é e\u0301", "שלום", "\u200b", "😀", "\x85"])
def test_what_a_document_can_hold_is_left(text: str) -> None:
    assert not UNPRINTABLE.search(text)
