"""What is set side by side: the four survey indicators, the three ratios, the bands, the years.

A family has a measure, such as the size of the gap, and gives it for each of its members. Words
that order or count several are held against families, whatever they are worded like.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log

from wres_report.claims import facts as kinds
from wres_report.claims.differences import better_is_up
from wres_report.claims.direction_words import GAP, RATIO
from wres_report.claims.facts import BENCHMARK, Facts
from wres_report.claims.figures import FOUR, RATIOS
from wres_report.claims.sentences import Sentence
from wres_report.claims.spoken import first_comparable
from wres_report.measures.value import DECIMALS, Unit, rounded

_OF_SURVEY = re.compile(
    r"\bsurvey (?:indicators?|measures?|questions?|metrics?|results?|scores?|gaps?|figures?)\b|"
    r"\bfour (?:of the )?(?:staff )?(?:survey )?(?:\w+ )?(?:indicators|measures|questions|metrics|"
    r"results|scores|gaps|figures|ones)?\b|\bindicators (?:5|five) (?:to|[-–]) (?:8|eight)\b|"
    r"\bany (?:other )?(?:survey )?(?:indicator|measure|question|metric)\b|"
    r"\bother three\b|\ball (?:the )?(?:survey )?(?:indicators|measures|questions|metrics)\b", re.I,
)  # fmt: skip
_OF_RATIOS = re.compile(
    r"\bthree (?:likelihood |relative )?(?:ratios|likelihoods|relative likelihoods)\b|"
    r"\b(?:likelihood|ratio) (?:indicators|measures|metrics)\b|"
    r"\bother two (?:ratios|likelihoods)\b|\b(?:ratios|relative likelihoods)\b|"
    r"\bindicators (?:2|two) (?:to|[-–]) (?:4|four)\b", re.I,
)  # fmt: skip


# Whom a figure of this trust may be set beside.
OTHERS = re.compile(r"\b(?:benchmark\w*|median|comparators?|averages?|other trusts)\b", re.I)


@dataclass(frozen=True)
class Family:
    """Members with what is measured of each. unit: of the values. said: what is measured."""

    values: dict[int, float]
    unit: Unit
    said: str

    def shown(self, member: int) -> float:
        """A value as it is printed, so that what looks the same is the same."""
        return float(rounded(self.values[member], DECIMALS[self.unit]))


def members_of(sentence: Sentence) -> tuple[int, ...]:
    """The indicators that a sentence sets side by side; none where it does not say so."""
    text = sentence.text
    survey, ratios = _OF_SURVEY.search(text), _OF_RATIOS.search(text)
    if ratios and not survey:
        return RATIOS
    return FOUR if survey and not ratios else ()


def subject_of(sentence: Sentence, members: tuple[int, ...]) -> int:
    """The one of them that a sentence is about; 0 where it names none, or several."""
    told = {t.indicator for t in (*sentence.topics, *sentence.labels)
            if t.sure and t.indicator in members}  # fmt: skip
    return told.pop() if len(told) == 1 else 0


def groups_told(sentence: Sentence) -> tuple[str, ...]:
    """The groups that a sentence is of: those named, else the one told before, else either."""
    named = tuple(dict.fromkeys(m.value for m in sentence.groups if m.value in ("bme", "white")))
    before = (sentence.before.group,) if sentence.before.group and not sentence.before.both else ()
    return named or before or ("bme", "white")


def levels(sentence: Sentence, members: tuple[int, ...], facts: Facts) -> list[Family]:
    """What may be measured of indicators at one time: gaps, ratios, or the rates of a group."""
    if members == RATIOS:
        found = {n: facts.one(n, kinds.RATIO) for n in members}
        ratios = {n: fact.value for n, fact in found.items() if fact and fact.value > 0}
        far = {n: abs(log(value)) for n, value in ratios.items()}
        if GAP.search(sentence.text) or re.search(r"\bunequal|\bparity", sentence.text, re.I):
            return _whole(members, [Family(far, Unit.RATIO, "distance from parity")])
        return _whole(members, [Family(ratios, Unit.RATIO, "ratio")])
    if GAP.search(sentence.text):
        gaps = {n: facts.one(n, kinds.GAP) for n in members}
        sizes = {n: abs(fact.value) for n, fact in gaps.items() if fact}
        return _whole(members, [Family(sizes, Unit.PP, "gap")])
    made = []
    for group in groups_told(sentence):
        rates = {n: facts.one(n, kinds.RATE, group) for n in members}
        made.append(Family({n: fact.value for n, fact in rates.items() if fact}, Unit.PERCENT,
                           "percentage"))  # fmt: skip
    return _whole(members, made)


def changes(
    sentence: Sentence, members: tuple[int, ...], since: int, facts: Facts,
    *, of_parity: bool = False,
) -> list[Family]:  # fmt: skip
    """By how much each indicator moved since a year: its gap, its ratio, or a group's rate.

    of_parity: whether of a ratio its distance from one is meant.
    """
    made: list[Family] = []
    wanted: list[tuple[str, str]] = [(kinds.RATE, group) for group in groups_told(sentence)]
    if members == RATIOS:
        wanted = [(kinds.RATIO, "")] if RATIO.search(sentence.text) else []
    elif GAP.search(sentence.text):
        wanted = [(kinds.GAP, "")]
    for kind, group in wanted:
        moved = {}
        for n in members:
            series = facts.series(n, kind, group)
            if facts.year in series and since in series and since >= first_comparable(
                    n, facts.year):  # fmt: skip
                now, then = series[facts.year], series[since]
                if of_parity and kind == kinds.RATIO:
                    now, then = abs(log(now)), abs(log(then))
                moved[n] = abs(now) - abs(then) if kind == kinds.GAP else now - then
        unit = Unit.RATIO if kind == kinds.RATIO else Unit.PP
        made.append(Family(moved, unit, "change of the gap" if kind == kinds.GAP else "change"))
    return _whole(members, made)


def from_others(sentence: Sentence, members: tuple[int, ...], facts: Facts) -> list[Family]:
    """How far each indicator stands above the benchmark, of a group."""
    made = []
    for group in groups_told(sentence):
        far = {}
        for n in members:
            own = facts.one(n, kinds.RATE, group)
            theirs = facts.one(n, kinds.RATE, group, "", 0, BENCHMARK)
            if own and theirs:
                far[n] = own.value - theirs.value
        made.append(Family(far, Unit.PP, "distance from the benchmark"))
    return _whole(members, made)


def between_groups(members: tuple[int, ...], facts: Facts) -> list[Family]:
    """By how much BME staff stand above White staff on each indicator."""
    gaps = {n: facts.one(n, kinds.GAP) for n in members}
    return _whole(members, [
        Family({n: fact.value for n, fact in gaps.items() if fact}, Unit.PP, "gap")
    ])  # fmt: skip


def goodness(family: Family) -> Family:
    """The same, turned so that more is better for each member."""
    turned = {n: value if better_is_up(n) else -value for n, value in family.values.items()}
    return Family(turned, family.unit, family.said)


def _whole(members: tuple[int, ...], made: list[Family]) -> list[Family]:
    """The families of which each member is known; none where one lacks any."""
    known = [family for family in made if set(family.values) == set(members)]
    return known if len(known) == len(made) else []
