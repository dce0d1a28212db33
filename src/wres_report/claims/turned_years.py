"""The two figures of a movement in the wrong order: what is now is printed as what was before."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from wres_report.claims.asking import Candidate, asked, exchanged
from wres_report.claims.candidates import candidates
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import Decision, matches
from wres_report.claims.facts import Facts
from wres_report.claims.sentences import Sentence

_TO = re.compile(r"[^.;]{0,20}\bto (?:\w+ )?$|\s*(?:→|->)\s*$", re.I)
_FROM = re.compile(r"[^.;\d]{0,20}\b(?:up|down )?from (?:\w+ )?$", re.I)


ONE_FAULT = "It is one fault with the figure behind it."


def with_exchanged_years(
    sentence: Sentence, decisions: list[Decision], facts: Facts
) -> list[Decision]:
    """The decisions; two figures of a movement that stand in the wrong order are one fault.

    “fell from 143 to 116” of those who were 116 and are now 143.
    """
    made = list(decisions)
    for n, (one, other) in enumerate(pairwise(decisions)):
        between = sentence.text[one.reading.quantity.end : other.reading.quantity.start]
        to, since = _TO.fullmatch(between), _FROM.fullmatch(between)
        if not to and not since:
            continue
        first, second = (n, n + 1) if to else (n + 1, n)
        found = _exchanged(sentence, decisions[first], decisions[second], facts)
        first_at = one.reading.quantity.start
        if found is None and _against_itself(
                sentence, decisions[first], decisions[second], first_at):  # fmt: skip
            made[n + 1] = replace(
                other, verdict=Verdict.CONTRADICTS, fault=Fault.WRONG_DIRECTION, refuted=True,
                why="The figures printed go the other way.", expected="",
                indicator=(other.reading.clause.indicators or (0,))[0],
            )  # fmt: skip
        if found is not None:
            if one.verdict is Verdict.CONTRADICTS:
                made[n] = replace(one, verdict=None, fault=None, why=ONE_FAULT)
            made[n + 1] = replace(
                other, verdict=Verdict.CONTRADICTS, fault=Fault.FALSE_TREND, refuted=True,
                why="The two figures are right, and stand in the wrong order.", candidate=found,
                indicator=found.fact.indicator, expected=one.reading.quantity.number.text,
            )  # fmt: skip
    return made


_UP = re.compile(
    r"\b(?:rose|risen|increased|grew|grown|climbed|went up|gone up|up|jumped)"
    r"(?: (?:slightly|sharply|again|further|only|just|markedly))?\s*$", re.I,
)  # fmt: skip
_DOWN = re.compile(
    r"\b(?:fell|fallen|decreased|declined|dropped|went down|gone down|down|reduced|shrank|shrunk|"
    r"slipped)(?: (?:slightly|sharply|again|further|only|just|markedly))?\s*$", re.I,
)  # fmt: skip
_LEADS = re.compile(r"(?:,? ?(?:to|from)) (?:\w+ )?$", re.I)


def _against_itself(sentence: Sentence, before: Decision, after: Decision, at: int) -> bool:
    """“rose to 219 from 242”: the words say the opposite of the two figures that are printed."""
    quantities = (before.reading.quantity, after.reading.quantity)
    if after.reading.used.earlier or quantities[0].unit != quantities[1].unit:
        return False
    if any(q.number.hedge or q.number.loose or q.worded or q.parts for q in quantities):
        return False
    told = _LEADS.sub("", sentence.text[:at])
    step = quantities[1].value - quantities[0].value
    return bool((_UP.search(told) and step < 0) or (_DOWN.search(told) and step > 0))


def _exchanged(
    sentence: Sentence, before: Decision, after: Decision, facts: Facts
) -> Candidate | None:
    """This year's figure, where it is printed as that of before, and the other way round."""
    if not before.reading.used.earlier or Verdict.AGREES in (before.verdict, after.verdict):
        return None
    quantities = (before.reading.quantity, after.reading.quantity)
    if quantities[0].unit != quantities[1].unit or any(
            q.number.hedge or q.number.loose or q.worded for q in quantities):  # fmt: skip
        return None
    asks = [asked(sentence, decision.reading, facts) for decision in (before, after)]
    this = [c for c in candidates(exchanged(asks[0], years=(facts.year,)))
            if c.how == "level" and matches(asks[0], c)]  # fmt: skip
    then = [c for c in candidates(exchanged(asks[1], years=(facts.year - 1,)))
            if c.how == "level" and matches(asks[1], c)]  # fmt: skip
    for now in this:
        same = (now.fact.indicator, now.fact.kind, now.fact.group, now.fact.of)
        for old in then:
            if same == (old.fact.indicator, old.fact.kind, old.fact.group, old.fact.of) and (
                    now.value != old.value):  # fmt: skip
                return now
    return None
