"""What is said of several at once: better on all four measures, and so is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import better_is_up
from wres_report.claims.facts import Facts
from wres_report.claims.figures import FOUR, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import benchmark_of, spoken_of
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_SO_IS = re.compile(r"\b(?:and )?so (?:is|are|was|were|does|do|did)\b", re.I)
_SIDE = re.compile(
    r"\b(?P<how>above|below|higher than|lower than|better than|worse than|exceeds?)\b[^.;]{0,30}?"
    rf"(?P<what>{words.BENCHMARK.pattern})", re.I,
)  # fmt: skip
_ON_ALL = re.compile(
    r"\b(?P<how>better|worse|higher|lower|above|below)\b[^.;]{0,70}?\b(?:on|in|for|across"
    r"|under)\s+(?P<q>all|each|every "
    r"one|none|both)(?: of)?(?: the| our| these)?(?: (?P<n>four|three|two|\d))?(?: survey)? "
    r"(?:measures|"
    r"indicators|questions|metrics)\b", re.I,
)  # fmt: skip


_FOUR = (
    r"\b(?:on|in|for|across) (?:all(?: of)?|each of|every one of)(?: the| our| these)? four "
    r"(?:of the )?(?:staff )?(?:survey )?(?:measures|indicators|questions|metrics)\b"
)
_ALL_GAPS = re.compile(
    r"\bgaps?\b[^.;]{0,40}?\b(?:(?P<wider>widened|grown|grew|increased)|"
    rf"(?P<closer>narrowed|closed|shrunk|shrank|decreased|reduced))\b[^.;]{{0,30}}?{_FOUR}", re.I,
)  # fmt: skip
_ALL_SIDES = re.compile(
    rf"{_FOUR}[^.;]{{0,10}}?\b(?P<who>{words.BME_WORDS}|white)\b[^.;]{{0,40}}?"
    rf"\b(?P<how>better|worse|poorer)\b[^.;]{{0,30}}?\bthan (?P<other>{words.BME_WORDS}|white)\b|"
    rf"\b(?P<who2>{words.BME_WORDS}|white)\b[^.;]{{0,40}}?\b(?P<how2>better|worse|poorer)\b"
    rf"[^.;]{{0,30}}?\bthan (?P<other2>{words.BME_WORDS}|white)\b[^.;]{{0,20}}?{_FOUR}", re.I,
)  # fmt: skip


def _of_all_gaps(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the gap has widened on all four”, “on all four BME staff fare worse than White staff”."""
    text = sentence.text
    moved, sides = _ALL_GAPS.search(text), _ALL_SIDES.search(text)
    found = moved or sides
    if found is None or sentence.sources or sentence.before.national:
        return
    if words.HYPOTHETICAL.search(text) or re.search(r"\bnot\b|\bsince 20\d\d\b", text):
        return
    told: list[bool] = []
    for indicator in FOUR:
        now = facts.one(indicator, kinds.GAP)
        before = facts.one(indicator, kinds.GAP, "", "", facts.year - 1)
        if now is None or (moved and before is None):
            return
        if moved and before is not None:
            step = round(abs(now.value) - abs(before.value), 1)
            told.append(step > 0 if moved["wider"] else step < 0)
        elif sides:
            who = sides["who"] or sides["who2"]
            ahead = (now.value > 0) == better_is_up(indicator)  # BME staff fare better
            better = ahead if who.lower() != "white" else not ahead
            told.append(better == ((sides["how"] or sides["how2"]).lower() == "better"))
    right = all(told)
    shown = f"{sum(told)} of {len(told)}"
    yield held(passage, 0, found[0], shown, f"It holds of {shown}.", right=right,
               fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


_OF_BOTH = re.compile(
    r"\b(?P<how>above|below|higher than|lower than|better than|worse than)\b[^.;\d]{0,20}?"
    rf"(?:{words.BENCHMARK.pattern})[^.;,\d]{{0,20}}?\b(?:for|among) "
    rf"(?:both(?: groups)?\b|(?:both )?(?:white|{words.BME_WORDS}) and (?:for |among )?"
    rf"(?:white|{words.BME_WORDS})\b)", re.I,
)  # fmt: skip


def _of_both_groups(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“better than the benchmark median for White and for BME staff alike”."""
    found = _OF_BOTH.search(sentence.text)
    if found is None or sentence.before.national or words.HYPOTHETICAL.search(sentence.text):
        return
    clause = sentence.clause_of(found.start())
    if len(clause.indicators) != 1 or clause.indicators[0] not in SURVEY or not clause.sure:
        return
    if any(mention.value != "this" for mention in sentence.years) or re.search(
            r"\b(?:not|neither|nor|never)\b", clause.text, re.I):  # fmt: skip
        return
    indicator, how = clause.indicators[0], found["how"].lower().split()[0]
    up = how in ("above", "higher")
    if how in ("better", "worse"):
        up = better_is_up(indicator) == (how == "better")
    told, shown = [], []
    for group in ("white", "bme"):
        own = facts.one(indicator, kinds.RATE, group)
        theirs = facts.one(indicator, kinds.RATE, group, "", 0, kinds.BENCHMARK)
        if own is None or theirs is None or own.value == theirs.value:
            return
        told.append((own.value > theirs.value) == up)
        shown.append(
            f"{write(own.value, Unit.PERCENT)} against {write(theirs.value, Unit.PERCENT)}"
        )
    sides = f"White {shown[0]}, {facts.term} {shown[1]}"
    yield held(passage, indicator, found[0], sides, f"The figures stand at {sides}.",
               right=all(told), fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def quantified_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“… better than the benchmark on all four measures”, “… and so is the 18.4 %”."""
    yield from _also(sentence, passage, facts)
    yield from _of_both_groups(sentence, passage, facts)
    yield from _of_all_gaps(sentence, passage, facts)
    for found in _ON_ALL.finditer(sentence.text):
        groups = [m.value for m in sentence.groups if m.value in ("bme", "white")]
        if not groups or len(set(groups)) != 1 or not words.BENCHMARK.search(sentence.text):
            continue
        signs = []
        for indicator in FOUR:
            own = facts.one(indicator, kinds.RATE, groups[0])
            theirs = facts.one(indicator, kinds.RATE, groups[0], "", 0, kinds.BENCHMARK)
            if own is None or theirs is None or own.value == theirs.value:
                return
            above = own.value > theirs.value
            how = found["how"].lower()
            told = above if how in ("higher", "above") else not above
            if how in ("better", "worse"):
                told = (above == better_is_up(indicator)) == (how == "better")
            signs.append(told)
        right = not any(signs) if found["q"].lower() == "none" else all(signs)
        shown = f"{sum(signs)} of {len(signs)}"
        yield held(passage, 0, found[0], shown, f"It holds of {shown}.", right=right,
                   fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def _also(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    so, side = _SO_IS.search(sentence.text), _SIDE.search(sentence.text)
    if not so or not side or side.end() > so.start():
        return
    later = [t.indicator for t in (*sentence.topics, *sentence.labels)
             if t.start >= so.start() and t.indicator != 1]  # fmt: skip
    if len(set(later)) != 1 or later[0] not in SURVEY:
        return
    clause = Clause(so.start(), len(sentence.text), sentence.text[so.start() :], (later[0],), True)
    spoken = spoken_of(sentence, clause, len(sentence.text), facts)
    if spoken is None:
        group = sentence.before.group or "bme"
        own = facts.one(later[0], kinds.RATE, group)
        theirs = facts.one(later[0], kinds.RATE, group, "", 0, kinds.BENCHMARK)
        values = (own.value, theirs.value) if own and theirs else None
    else:
        known = benchmark_of(facts, spoken, national=False)
        this = spoken.at(facts.year)
        values = (this, known[0]) if this is not None and known else None
    if values is None or values[0] == values[1]:
        return
    how = side["how"].lower().split()[0]
    up = how in ("above", "higher", "exceed", "exceeds")
    if how in ("better", "worse"):
        up = better_is_up(later[0]) == (how == "better")
    right = (values[0] > values[1]) == up
    shown = f"{write(values[0], Unit.PERCENT)} against {write(values[1], Unit.PERCENT)}"
    yield held(passage, later[0], so[0], shown, f"It stands at {shown}.", right=right,
               fault=Fault.WRONG_DIRECTION, start=so.start())  # fmt: skip
