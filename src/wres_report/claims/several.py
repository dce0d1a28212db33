"""So many of several: all four, none of the ratios, three of the four indicators, the only one.

What is said of each is held against every family that the words may mean, and how many of its
members bear it out against how many there are said to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims.asserting import asserts_plainly, without_asides
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.direction_words import DIRECTION, FALLING, GAP, MOVED, MOVES, RISING, THAN
from wres_report.claims.facts import Facts
from wres_report.claims.families import (
    OTHERS,
    Family,
    between_groups,
    changes,
    from_others,
    goodness,
    members_of,
)
from wres_report.claims.figures import FOUR, RATIOS
from wres_report.claims.judged import held
from wres_report.claims.mentions import wres_years
from wres_report.claims.number_words import WORDS
from wres_report.claims.sentences import Sentence
from wres_report.documents.passages import Passage

_NOUN = (
    r"(?:staff )?(?:survey )?(?:likelihood |relative )?(?:indicators?|measures?|questions?|"
    r"metrics?|results?|scores?|gaps?|ratios?|likelihoods?|of them|ones?)\b"
)
_HOW_MANY = re.compile(
    r"\b(?:(?P<all>all|every|each|every one|each one)|(?P<none>none|not one|no)|"
    r"(?P<but>all but (?P<less>one|two|three))|"
    r"(?:(?P<only>only|just|exactly) )?(?P<n>one|two|three|four|1|2|3|4))"
    r"(?: (?:out )?of)?(?: (?:the|our|its|these))?(?: (?P<whole>four|three|4|3))? "
    rf"(?:{_NOUN})|\b(?:on|across|in) (?P<every>all (?:four|three))\b|"
    r"\b(?P<some>one|two|three) (?:out )?of (?:the )?(?P<of>four|three)\b", re.I,
)  # fmt: skip
_AT_LEAST = re.compile(r"\b(?:at least|more than|up to|at most|fewer than|almost|nearly)\s*$", re.I)


@dataclass(frozen=True)
class _Said:
    """How many of several: from so many to so many of them."""

    least: int
    most: int

    def holds(self, so_many: int) -> bool:
        return self.least <= so_many <= self.most


def several_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“All four survey gaps widened”, “none of the indicators has improved for BME staff”."""
    text = without_asides(sentence.text)
    found = list(_HOW_MANY.finditer(text))
    members = members_of(sentence)
    if len(found) != 1 or not members or not asserts_plainly(sentence) or sentence.scopes:
        return
    clause = sentence.clause_of(found[0].start())
    if _AT_LEAST.search(text[: found[0].start()]) or len(sentence.clauses) > 1:
        return
    if any(t.sure and t.indicator in members for t in sentence.topics):
        return  # one of them is set apart from the others
    said = _so_many(found[0], len(members))
    told = list(DIRECTION.finditer(clause.text))
    ways = {"up" if m.lastgroup in RISING else "down" if m.lastgroup in FALLING else m.lastgroup
            for m in told}  # fmt: skip
    if said is None or len(ways) != 1 or any(not q.worded for q in sentence.quantities):
        return
    families = _families(sentence, told[0], members, facts)
    verdicts = set()
    shown = ""
    for family, up in families:
        signs = [family.shown(n) * (1 if up else -1) for n in members]
        verdicts.add(said.holds(sum(sign > 0 for sign in signs)))
        shown = shown or f"{sum(sign > 0 for sign in signs)} of {len(members)}"
    if len(verdicts) == 1:
        yield held(passage, 0, found[0][0], shown, f"It holds of {shown}.",
                   right=verdicts.pop(), fault=Fault.WRONG_DIRECTION,
                   start=found[0].start())  # fmt: skip


def _so_many(found: re.Match[str], size: int) -> _Said | None:
    told = found.groupdict()
    whole = told["whole"] or told["of"] or (told["every"] or "").removeprefix("all ")
    if whole and int(WORDS.get(whole.lower(), 0) or whole) != size:
        return None
    if told["none"]:
        return _Said(0, 0)
    if told["but"]:
        return _Said(size - WORDS[told["less"].lower()], size - WORDS[told["less"].lower()])
    if told["all"] or told["every"]:
        return _Said(size, size)
    number = told["n"] or told["some"]
    count = int(WORDS.get(number.lower(), 0) or number)
    # “three of the four”, and no more, where the whole is told or “only” says so.
    if not (whole or told["only"]) or count > size:
        return None
    return _Said(count, count)


def _families(
    sentence: Sentence, told: re.Match[str], members: tuple[int, ...], facts: Facts
) -> list[tuple[Family, bool]]:
    """What is said of each member: a measure that must lie above nothing, or below."""
    way, text = str(told.lastgroup), sentence.text
    valued = way in ("better", "worse")
    if OTHERS.search(text):
        if members != FOUR or GAP.search(text):
            return []
        return _turned(from_others(sentence, members, facts), way)
    groups = {m.value for m in sentence.groups}
    than = THAN.search(text, told.start())
    if {"bme", "white"} <= groups and than and not GAP.search(text):
        first = next(m.value for m in sentence.groups if m.value in ("bme", "white"))
        if members != FOUR:
            return []
        made = _turned(between_groups(members, facts), way)
        return made if first == "bme" else [(family, not up) for family, up in made]
    if way not in MOVES or (valued and not MOVED.match(told[0])):
        return []
    spans = [wres_years(m.value, members[0], facts.year) for m in sentence.years]
    years = [year for span in spans if facts.year not in span for year in span]
    if len(years) > 2 or (members == RATIOS and valued):
        return []
    since = years[0] if years else facts.year - 1
    found = changes(sentence, members, since, facts, of_parity=way in ("apart", "alike"))
    if GAP.search(text) and valued:
        return [(family, way == "worse") for family in found]
    return _turned(found, way)


def _turned(families: list[Family], way: str) -> list[tuple[Family, bool]]:
    if way in ("better", "worse"):
        return [(goodness(family), way == "better") for family in families]
    return [(family, way in RISING or way == "apart") for family in families]
