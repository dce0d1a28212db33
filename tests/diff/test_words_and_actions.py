"""Changed words of the narrative, and what became of actions."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.diff_tools import a_build, an_action, changes, the_change
from wres_report.diff.actions import likeness, matched
from wres_report.diff.model import Part, Tier
from wres_report.diff.words import marked, shortened, word_diff


def test_a_changed_word_is_marked_among_a_few_of_those_around_it() -> None:
    text = "zero one two three four five six seven eight nine ten eleven twelve"
    stretches = word_diff(text, text.replace("six", "6"))
    assert marked(stretches) == "… two three four five [-six-] {+6+} seven eight nine ten …"


def test_a_word_in_common_between_two_changes_does_not_break_them_up() -> None:
    assert marked(word_diff("we act and they see", "we run and they go")) == (
        "we [-act and they see-] {+run and they go+}"
    )
    assert marked(word_diff("act and so they see", "run and so they go")) == (
        "[-act-] {+run+} and so they [-see-] {+go+}"
    )


def test_nothing_is_cut_where_hardly_anything_would_be_saved() -> None:
    assert marked(word_diff("a b c d e f", "a b c d e g")) == "a b c d e [-f-] {+g+}"


def test_a_text_whose_lines_are_broken_elsewhere_has_the_same_words() -> None:
    assert word_diff("one two\nthree", "one\n\ntwo three") == ()


def test_from_the_other_side_old_and_new_change_places() -> None:
    there, back = (
        word_diff("b c d e x", "a c e y e x"),
        word_diff("a c e y e x", "b c d e x"),
    )
    swapped = {(part if part is Part.BOTH else Part(-part), text) for part, text in back}
    assert set(there) == swapped
    order = [part for part, _ in back]
    assert all(pair != (Part.NEW, Part.OLD) for pair in pairwise(order))


def test_a_stretch_at_an_end_keeps_the_words_beside_the_change() -> None:
    long = "a b c d e f g h i"
    assert shortened(word_diff(f"{long} x", f"{long} y"))[0] == (Part.BOTH, "… f g h i")


def test_a_figure_in_a_sentence_is_no_change_of_words() -> None:
    text = "The ratio is {{< var i2.ratio >}}."
    old = a_build(narrative={"foreword": text}, variables={"i2.ratio": "1.50"})
    new = a_build(narrative={"foreword": text}, variables={"i2.ratio": "1.38"})
    assert not changes(old, new)


def test_changed_words_are_printed_with_the_figures_that_stand_in_them() -> None:
    old = a_build(narrative={"foreword": "It is {{< var i2.ratio >}} now."},
                  variables={"i2.ratio": "1.50"})  # fmt: skip
    new = a_build(narrative={"foreword": "It was {{< var i2.ratio >}}, then."},
                  variables={"i2.ratio": "1.38"})  # fmt: skip
    tier, change = the_change(old, new)
    assert (tier, change.kind, change.key) == (Tier.WORDS, "section", "narrative/foreword")
    assert (change.old, change.new) == ("It is 1.50 now.", "It was 1.38, then.")
    assert change.change == "It [-is 1.50 now.-] {+was 1.38, then.+}"
    assert change.where == "data/ZZX/2021/narrative/foreword.md"


def test_a_sentence_does_not_tell_what_the_other_build_suppresses() -> None:
    old = a_build(narrative={"foreword": "It is {{< var i2.x >}}."}, variables={"i2.x": "3%"})
    new = a_build(narrative={"foreword": "Gone."}, variables={"i2.x": "suppressed"})
    _, change = the_change(old, new)
    assert change.old == "It is suppressed."
    assert change.change == "[-It is suppressed.-] {+Gone.+}"


@pytest.mark.parametrize(
    ("was", "now", "kind"), [("", "New.", "section_added"), ("Old.", "", "section_removed")]
)
def test_a_section_that_one_build_lacks_is_added_or_removed(was: str, now: str, kind: str) -> None:
    _, change = the_change(
        a_build(narrative={"foreword": was}), a_build(narrative={"foreword": now})
    )
    assert (change.kind, change.old, change.new) == (kind, was or None, now or None)


@pytest.mark.parametrize(
    ("more", "kind", "change"),
    [
        ({"timeframe": "31 January 2022"}, "slipped", "+31 days"),
        ({"timeframe": "30 December 2021"}, "brought_forward", "−1 day"),
        ({"timeframe": "December 2021"}, "timeframe", None),
        ({"timeframe": "as vacancies occur"}, "timeframe", None),
        ({"lead": ("Chief Nurse",)}, "reassigned", None),
        ({"rag": "Delivered"}, "state", None),
        ({"action": "Train a third panel member for each interview"}, "reworded",
         "Train a [-second-] {+third+} panel member for each interview"),
        ({"sub_actions": ("Write a guide",)}, "reworded",
         "… member for each interview {+Write a guide+}"),
        ({"outcome": "A fairer process"}, "detail", None),
        ({"indicators": "2;3"}, "detail", None),
        ({"priorities": ("HIA1",)}, "detail", None),
    ],
)  # fmt: skip
def test_each_kind_of_change_of_an_action_is_told(
    more: dict[str, object], kind: str, change: str | None
) -> None:
    old, new = a_build(plan=(an_action(),)), a_build(plan=(an_action(**more),))
    tier, found = the_change(old, new)
    assert (tier, found.kind, found.change) == (Tier.WORDS, kind, change)
    assert found.key.startswith("actions/1.1/")


def test_an_action_is_new_or_closed_where_nothing_is_like_it() -> None:
    old = a_build(plan=(an_action("1.1"), an_action("1.2", action="Write a policy")))
    new = a_build(plan=(an_action("1.1"), an_action("1.3", action="Open a café")))
    found = {key: change.kind for key, (_, change) in changes(old, new).items()}
    assert found == {"actions/1.2": "action_closed", "actions/1.3": "action_new"}


def test_an_action_under_another_id_is_known_by_its_words() -> None:
    old, new = a_build(plan=(an_action("1.1"),)), a_build(plan=(an_action("2.1"),))
    _, change = the_change(old, new)
    assert (change.kind, change.old, change.new) == ("detail", "1.1", "2.1")


def test_an_id_that_a_new_year_gives_anew_is_another_action() -> None:
    old, new = an_action("1.1"), an_action("1.1", action="Open a café for all staff")
    assert matched([old], [new], two_years=False) == [(old, new)]
    assert matched([old], [new], two_years=True) == []


def test_what_an_action_says_it_goes_on_from_comes_before_its_id() -> None:
    old = [an_action("1.1"), an_action("5.1", action="Pilot a behaviour agreement")]
    new = [an_action("1.1", action="Run the delayed pilot", carried_over_from="2020-21: 5.1")]
    assert matched(old, new, two_years=True) == [(old[1], new[0])]


def test_a_closed_action_says_what_became_of_it_in_the_later_year() -> None:
    done = replace(an_action("1.1"), rag="Delivered")
    old, new = a_build(2020, plan=(an_action("1.1"),)), a_build(2021, last_plan=(done,))
    for pair, kind in (((old, new), "action_closed"), ((new, old), "action_new")):
        _, change = the_change(*pair)
        assert (change.kind, change.change) == (kind, "ended as: Delivered")


def test_progress_on_last_year_s_plan_is_told_within_one_year() -> None:
    old = a_build(last_plan=(an_action(rag="On track"),))
    new = a_build(last_plan=(an_action(rag="Delivered"),))
    _, change = the_change(old, new)
    assert (change.key, change.kind) == ("progress/1.1/rag", "state")
    assert not changes(a_build(2020, last_plan=old.last_plan), new)


def test_likeness_is_the_share_of_words_in_common() -> None:
    assert likeness("One two three", "one TWO four") == pytest.approx(2 / 3)
    assert likeness("", "") == 0
