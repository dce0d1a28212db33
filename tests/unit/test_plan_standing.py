"""How a plan stands on a day: what is overdue, done, led, covered, carried over, left open."""

from __future__ import annotations

from datetime import date

import pytest

from wres_report.plans.layout import USUAL, USUAL_LAST, Layout, State
from wres_report.plans.model import Action, action_of, with_last_plan
from wres_report.plans.standing import NO_STATE, Standing, carried_over, left_open, standing_of

START = date(2021, 4, 1)
LAYOUT = Layout(
    USUAL.columns,
    legend=(
        State("Slipped", "red"), State("In hand", "amber"), State("Delivered", "blue", done=True),
        State("Dropped", "grey", done=True),
    ),
)  # fmt: skip


def stand(*actions: Action, as_at: str = "2021-09-30", layout: Layout = LAYOUT) -> Standing:
    return standing_of(actions, layout, START, date.fromisoformat(as_at), range(1, 10))


def ids(actions: tuple[Action, ...]) -> list[str]:
    return [action.id for action in actions]


@pytest.mark.parametrize(
    ("as_at", "overdue"), [("2021-09-29", []), ("2021-09-30", []), ("2021-10-01", ["1"])]
)
def test_an_action_is_overdue_from_the_day_after_its_last(as_at: str, overdue: list[str]) -> None:
    standing = stand(Action("1", timeframe="30 September 2021", rag="In hand"), as_at=as_at)
    assert ids(standing.overdue) == overdue


def test_an_action_that_is_done_is_never_overdue() -> None:
    late = "30 June 2021"
    standing = stand(
        Action("1", timeframe=late, rag="Delivered"),
        Action("2", timeframe=late, rag="dropped"),
        Action("3", timeframe=late, rag="Slipped"),
        Action("4", timeframe=late, rag="Unheard of"),
    )
    assert ids(standing.done) == ["1", "2"]
    assert ids(standing.overdue) == ["3", "4"]


def test_past_its_date_without_a_state_no_one_can_tell() -> None:
    standing = stand(Action("1", timeframe="June 2021"), Action("2", timeframe="March 2022"))
    assert (ids(standing.untold), standing.overdue) == (["1"], ())


def test_what_has_no_last_day_is_never_overdue() -> None:
    words = ("Quarterly", "ongoing", "As vacancies arise", "see 2", "soon", "", "31 Febuary")
    standing = stand(
        *(Action(str(n), timeframe=text, rag="Slipped") for n, text in enumerate(words)),
        as_at="2031-01-01",
    )
    assert standing.overdue == standing.untold == standing.dated == ()


def test_dated_actions_come_by_day_and_then_in_the_order_of_the_plan() -> None:
    standing = stand(
        Action("late", timeframe="March 2022"), Action("b", timeframe="31 May 2021"),
        Action("never", timeframe="Monthly"), Action("a", timeframe="May 2021"),
    )  # fmt: skip
    assert ids(standing.dated) == ["b", "a", "late"]
    assert standing.due(standing.actions[0]) == date(2022, 3, 31)
    assert standing.due(standing.actions[2]) is None


def test_states_are_counted_in_the_order_of_the_legend_and_strangers_last() -> None:
    rags = ("Delivered", "Odd", "in hand", "Slipped", "", "IN HAND", "Odd")
    standing = stand(*(Action(str(n), rag=rag) for n, rag in enumerate(rags)))
    assert list(standing.states.items()) == [
        ("Slipped", 1), ("In hand", 2), ("Delivered", 1), ("Odd", 2), (NO_STATE, 1),
    ]  # fmt: skip


def test_the_usual_legend_knows_what_is_done() -> None:
    done = ("Delivered", "complete", "Completed", "Closed", "Blue")
    standing = stand(
        *(Action(rag, rag=rag) for rag in (*done, "Green", "On track", "Red")), layout=USUAL_LAST
    )
    assert ids(standing.done) == list(done)


def test_the_busiest_lead_comes_first_and_a_joint_lead_counts_for_each() -> None:
    standing = stand(
        Action("1", lead=("OD",)), Action("2", lead=("HR", "OD")), Action("3", lead=("Board",)),
        Action("4", lead=("OD", "Board")), Action("5", see_actions=("1",)), Action("6"),
    )  # fmt: skip
    assert [(role, ids(actions)) for role, actions in standing.leads.items()] == [
        ("OD", ["1", "2", "4"]), ("Board", ["3", "4"]), ("HR", ["2"]),
    ]  # fmt: skip
    assert ids(standing.without_lead) == ["6"]


def test_an_action_covers_what_it_names_and_one_for_all_covers_everything() -> None:
    standing = stand(Action("1", "3;6"), Action("2", "all"), Action("3", "general"))
    assert {number: ids(actions) for number, actions in standing.covered.items()} == {
        number: (["1", "2"] if number in (3, 6) else ["2"]) for number in range(1, 10)
    }
    assert ids(standing.general) == ["3"]


LAST = (
    Action("1", action="Train every member of a shortlisting panel"),
    Action("21", action="Advertise board vacancies in community media"),
    Action("2.1", action="Publish appointment rates by division each quarter"),
)


def test_an_action_says_itself_where_it_comes_from() -> None:
    this = Action("7", action="Something new", carried_over_from="2020-21: 2.1")
    assert carried_over([this], LAST) == {"7": "2020-21: 2.1"}


def test_an_action_in_the_same_words_is_carried_over() -> None:
    same = Action("7", action="Train every member of a SHORTLISTING panel.")
    near = Action("8", action="Advertise board vacancies in the community media")
    other = Action("9", action="Train the members of interview boards")
    assert carried_over([same, near, other], LAST) == {"7": "1", "8": "21"}


def test_actions_without_a_word_are_not_alike() -> None:
    assert carried_over([Action("7"), Action("8", action="!")], [Action("1"), *LAST]) == {}


def left(*this: Action, rag: str = "Slipped") -> list[str]:
    last = stand(*(Action(**vars(old) | {"rag": rag}) for old in LAST))
    return ids(left_open(this, last, carried_over(this, last.actions)))


def test_what_is_not_done_and_not_continued_is_left_open() -> None:
    assert left() == ["1", "21", "2.1"]
    assert left(rag="Delivered") == []
    assert left(rag="") == []


def test_what_this_plan_names_or_says_again_is_not_left_open() -> None:
    assert left(Action("7", carried_over_from="actions 1 and 2.1 of last year")) == ["21"]
    assert left(Action("7", action="Train every member of a shortlisting panel")) == ["21", "2.1"]


@pytest.mark.parametrize(
    ("origin", "open_ones"),
    [
        ("2020-21: 1", ["21", "2.1"]),
        ("2020/21, action 2.1.", ["1", "21"]),
        ("the plan of 2020–21", ["1", "21", "2.1"]),
        ("12.1", ["1", "21", "2.1"]),
        ("A21", ["1", "21", "2.1"]),
        ("(21)", ["1", "2.1"]),
        ("1;2.1/21", []),
    ],
)
def test_a_year_or_a_part_of_an_id_names_no_action(origin: str, open_ones: list[str]) -> None:
    assert left(Action("7", action="New", carried_over_from=origin)) == open_ones


def test_last_years_plan_stands_with_the_states_of_this_year() -> None:
    states = [action_of({"id": "21", "rag": "Delivered"}), action_of({"id": "1", "rag": "Slipped"})]
    last = stand(*with_last_plan(states, LAST))
    assert ids(last.actions) == ["21", "1", "2.1"]
    assert last.states == {"Slipped": 1, "Delivered": 1, NO_STATE: 1}
    assert ids(left_open((), last, {})) == ["1"]
