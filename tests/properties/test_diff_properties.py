"""What holds of every two builds: none differs from itself, and swapping mirrors the changes."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.diff_tools import a_build, a_picture
from wres_report.diff.compare import compare
from wres_report.diff.model import Build, Change, Part, Tier
from wres_report.diff.page import page
from wres_report.diff.pins import pin_text, pinned_build
from wres_report.diff.terminal import lines_of
from wres_report.diff.words import word_diff, words_of
from wres_report.measures.value import Status, Unit, Value, absent
from wres_report.plans.model import Action
from wres_report.report.parts.approval import Approved

KEYS = st.sampled_from([
    "i2.ratio", "i2.ratio.previous", "i2.ratio.benchmark", "i5.gap", "i5.bme_percent",
    "i5.bme_percent.y2019", "i7.gap", "i9.voting_difference", "workforce.bme", "plan.actions",
])  # fmt: skip
WORDS = st.lists(st.sampled_from(["a", "b", "c", "d", "{{< var x.y >}}"]), max_size=8)
TEXTS = WORDS.map(" ".join)
NUMBERS = st.floats(-99, 99).map(lambda number: round(number, 4))


@st.composite
def values(draw: st.DrawFn) -> Value:
    unit = draw(st.sampled_from(list(Unit)))
    status = draw(st.sampled_from(list(Status)))
    if status is not Status.OK:
        return absent(unit, status)
    number = draw(NUMBERS)
    value = Value(number, unit, n=draw(st.none() | st.integers(1, 999)))
    if draw(st.booleans()):
        low, high = (draw(st.floats(0, 9).map(lambda x: round(x, 4))) for _ in range(2))
        value = replace(value, low=number - low, high=number + high)
    return value


@st.composite
def plans(draw: st.DrawFn) -> tuple[Action, ...]:
    ids = draw(st.lists(st.sampled_from(["1", "2", "3", "4"]), max_size=4, unique=True))
    timeframes = st.sampled_from(["", "31 March 2021", "June 2021", "Quarterly"])
    return tuple(
        Action(id, action=draw(TEXTS), lead=tuple(draw(WORDS)), timeframe=draw(timeframes),
               rag=draw(st.sampled_from(["", "Delivered"])))
        for id in ids
    )  # fmt: skip


@st.composite
def builds(draw: st.DrawFn, years: st.SearchStrategy[int] = st.just(2021)) -> Build:  # noqa: B008
    texts = st.dictionaries(st.sampled_from(["foreword", "next-steps"]), TEXTS)
    verdict = st.fixed_dictionaries({"shape": st.just("▲"), "words": st.sampled_from(["x", "y"])})
    settings = st.fixed_dictionaries({"state": st.sampled_from(["draft", "approved"])})
    return a_build(
        draw(years),
        values=draw(st.dictionaries(KEYS, values(), max_size=6)),
        verdicts=draw(st.dictionaries(st.sampled_from(["i2", "i5"]), verdict)),
        about=draw(settings),
        variables={"x.y": draw(st.sampled_from(["1", "2"]))},
        narrative=draw(texts),
        method=draw(st.dictionaries(st.sampled_from(["groups", "trends"]), TEXTS)),
        plan=draw(plans()),
        last_plan=draw(plans()),
        pictures={"fig-i2": a_picture(draw(st.sampled_from([b"1", b"2"])))},
    )


YEARS = st.sampled_from([2019, 2020, 2021, 2022])
MIRRORED = {
    "action_new": "action_closed", "slipped": "brought_forward", "section_added": "section_removed",
}  # fmt: skip
MIRRORED |= {other: one for one, other in MIRRORED.items()}
SIGNS = str.maketrans("+−", "−+")


def mirror(change: Change) -> tuple[object, ...]:
    """What a change is seen as from the other side; a word diff by its stretches."""
    kind = MIRRORED.get(change.kind, change.kind)
    told = change.change
    if told is not None and not change.stretches:
        told = told.translate(SIGNS)
    return (change.key, kind, change.new, change.old, _told(change, told), change.within_noise)


def seen(change: Change) -> tuple[object, ...]:
    return (change.key, change.kind, change.old, change.new, _told(change, change.change),
            change.within_noise)  # fmt: skip


def _told(change: Change, told: str | None) -> object:
    return bool(told) if change.stretches else told


@given(builds())
def test_a_build_does_not_differ_from_itself(build: Build) -> None:
    assert compare(build, build).total == 0


@given(builds(YEARS), builds(YEARS))
def test_swapping_old_and_new_mirrors_every_change(one: Build, other: Build) -> None:
    there, back = compare(one, other), compare(other, one)
    for tier in Tier:
        assert Counter(map(mirror, there.tiers[tier])) == Counter(map(seen, back.tiers[tier]))


@given(builds(YEARS), builds(YEARS))
def test_no_change_has_the_same_on_both_sides(one: Build, other: Build) -> None:
    for tier, changes in compare(one, other).tiers.items():
        for change in changes:
            assert change.old != change.new or tier is Tier.PICTURES or change.stretches


@given(builds(YEARS), builds(YEARS))
def test_chance_is_told_of_two_years_only_and_decides_the_tier(one: Build, other: Build) -> None:
    for tier, changes in compare(one, other).tiers.items():
        for change in changes:
            assert (tier is Tier.NOISE) == (change.within_noise is True)
            assert change.within_noise is None or one.trust_year != other.trust_year


@given(builds(YEARS), builds(YEARS))
def test_terminal_json_and_page_tell_the_same_changes(one: Build, other: Build) -> None:
    difference = compare(one, other)
    keys = [change.key for tier in Tier for change in difference.tiers[tier]]
    told = difference.as_dict()["tiers"]
    assert [change["key"] for tier in told for change in tier["changes"]] == keys
    lines = [line.split()[0] for line in lines_of(difference) if line.startswith("  ")
             and not line.startswith("    ")]  # fmt: skip
    assert [key.split()[0] for key in keys] == lines
    text = page(difference)
    assert text.count('<th scope="row">') + text.count("<article") == len(keys)


@given(TEXTS, TEXTS)
def test_the_stretches_of_a_word_diff_hold_both_texts_whole(old: str, new: str) -> None:
    stretches = word_diff(old, new)
    for side, text in ((Part.OLD, old), (Part.NEW, new)):
        parts = [t for part, t in stretches if part in (Part.BOTH, side)]
        assert not stretches or words_of(" ".join(parts)) == words_of(text)


@given(builds())
def test_a_pin_gives_back_the_build_that_it_keeps(build: Build) -> None:
    text = pin_text(build, Approved("Board", date(2021, 7, 28)))
    assert compare(build, pinned_build(json.loads(text), "a pin")).total == 0
