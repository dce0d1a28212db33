"""What is said of several at once: better on all four measures, and so is another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.facts import Facts
from wres_report.claims.figures import SURVEY
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import benchmark_of, better_is_up, spoken_of
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


def quantified_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“… better than the benchmark on all four measures”, “… and so is the 18.4 %”."""
    yield from _also(sentence, passage, facts)
    for found in _ON_ALL.finditer(sentence.text):
        groups = [m.value for m in sentence.groups if m.value in ("bme", "white")]
        if not groups or len(set(groups)) != 1 or not words.BENCHMARK.search(sentence.text):
            continue
        signs = []
        for indicator in SURVEY:
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
        yield Finding(passage, 0, Verdict.AGREES if right else Verdict.CONTRADICTS, found[0], shown,
                      f"It holds of {shown}.", None if right else Fault.WRONG_DIRECTION,
                      found.start())  # fmt: skip


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
    yield Finding(passage, later[0], Verdict.AGREES if right else Verdict.CONTRADICTS, so[0], shown,
                  f"It stands at "
                  f"{shown}.", None if right else Fault.WRONG_DIRECTION, so.start())  # fmt: skip
