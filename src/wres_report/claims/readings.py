"""What each quantity of a sentence may be of: the readings that the words allow."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from wres_report.claims.attaching import attach
from wres_report.claims.dating import years_of_all
from wres_report.claims.facts import TRUST
from wres_report.claims.grouping import groups_of
from wres_report.claims.mentions import Mention
from wres_report.claims.quantities import Quantity
from wres_report.claims.senses import Used, sense_of
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.sourcing import source_of


@dataclass(frozen=True)
class Reading:
    """What a quantity may be of.

    groups, years, scopes, boards: the mentions that may be its own, the likeliest first; empty
    where nothing is told. sure_group: whether the words beside it tell the group. source: whose
    figure it is.
    """

    quantity: Quantity
    used: Used
    clause: Clause
    left: str
    right: str
    groups: tuple[str, ...] = ()
    sure_group: bool = False
    years: tuple[str, ...] = ()
    source: str = TRUST
    scopes: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    topics: tuple[int, ...] = ()


def readings_of(sentence: Sentence) -> list[Reading]:
    """A reading for each quantity of a sentence, in their order."""
    quantities = sentence.quantities
    if not quantities:
        return []  # so that nothing else of the sentence is looked for
    sides = [_sides(sentence, position) for position in range(len(quantities))]
    used = [sense_of(q, *side) for q, side in zip(quantities, sides, strict=True)]
    years = years_of_all(sentence, used)
    sources = [source_of(sentence, position) for position in range(len(quantities))]
    for position in range(1, len(quantities)):
        clauses = {sentence.clause_of(quantities[n].start).start for n in (position - 1, position)}
        if used[position].earlier and sources[position] == TRUST and len(clauses) == 1:
            sources[position] = sources[position - 1]
    _set_apart(sentence, sources)
    groups = groups_of(sentence, used, years, sources)
    parts = attach(sentence.text, quantities, sentence.scopes)
    return [
        Reading(
            quantity, used[n], sentence.clause_of(quantity.start), *sides[n], *groups[n],
            years[n], sources[n], _labelled(parts[n], _near(sentence, quantity, sentence.scopes)),
            _near(sentence, quantity, sentence.boards) or sentence.before.boards,
            _topics_of(sentence, n),
        )
        for n, quantity in enumerate(quantities)
    ]  # fmt: skip


_VERSUS = re.compile(r"\s*(?:v|v\.|vs\.?|versus|against|compared (?:with|to))\s*", re.I)
_THAN = re.compile(r"\b(?:than|above|below|against|compared|exceeds?)\b", re.I)


def _set_apart(sentence: Sentence, sources: list[str]) -> None:
    """“worse than the benchmark for BME staff (28.3% v 27.6%)”: ours, then theirs."""
    text, quantities = sentence.text, sentence.quantities
    for n, (first, second) in enumerate(pairwise(quantities)):
        opened = text.rfind("(", 0, first.start)
        if opened < 0 or ")" in text[opened : first.start] or not _VERSUS.fullmatch(
                text[first.end : second.start]):  # fmt: skip
            continue
        clause = sentence.clause_of(first.start)
        named = [m for m in sentence.sources if m.end <= opened]
        if named and named[-1].start >= clause.start - 90 and _THAN.search(text[: named[-1].start]):
            sources[n], sources[n + 1] = TRUST, named[-1].value


_BESIDE = 0.5


def _topics_of(sentence: Sentence, position: int) -> tuple[int, ...]:
    """The topic right beside a quantity, where its clause has several."""
    quantity = sentence.quantities[position]
    clause = sentence.clause_of(quantity.start)
    if len(clause.indicators) < 2 or (quantity.unit == "pp" and set(clause.indicators) == {1, 9}):
        return ()
    topics = [
        Mention(str(t.indicator), t.start, t.end)
        for t in (*sentence.topics, *sentence.labels)
        if t.sure and t.indicator in clause.indicators
    ]
    topics.sort(key=lambda mention: mention.start)
    choices = attach(sentence.text, sentence.quantities, topics)[position]
    if choices and choices[0][1] <= _BESIDE:
        return (int(choices[0][0]),)
    return ()


def _sides(sentence: Sentence, position: int) -> tuple[str, str]:
    """What stands left and right of a quantity, to those beside it."""
    quantities = sentence.quantities
    first = quantities[position - 1].end if position else 0
    last = quantities[position + 1].start if position + 1 < len(quantities) else len(sentence.text)
    here = quantities[position]
    start = (
        here.end - len(here.number.text) if here.number.printed != here.number.text else here.start
    )
    hedged = here.start - (len(here.number.printed) - len(here.number.text))
    return sentence.text[first : max(first, min(start, hedged, here.start))], sentence.text[
        here.end : last
    ]


def _labelled(choices: list[tuple[str, float]], near: tuple[str, ...]) -> tuple[str, ...]:
    """The parts near a quantity, first the one that the ways to read all labels leave for it."""
    if len(choices) != 1 or choices[0][1] > _BESIDE or choices[0][0] not in near:
        return near
    return tuple(dict.fromkeys((choices[0][0], *near)))


def _near(sentence: Sentence, quantity: Quantity, mentions: list[Mention]) -> tuple[str, ...]:
    """The mentions of a quantity's clause: behind it up to the next number, before it, others."""
    clause = sentence.clause_of(quantity.start)
    inside = [m for m in mentions if clause.start <= m.start < clause.end]
    following = min((q.start for q in sentence.quantities if q.start >= quantity.end), default=9999)
    before = [m for m in inside if m.end <= quantity.start]
    after = [m for m in inside if quantity.end <= m.start]
    close = [
        m for m in after if m.start < following and "," not in sentence.text[quantity.end : m.start]
    ]
    others = [m for m in after if m not in close and m.start < following]
    order = close + before[::-1] + others
    return tuple(dict.fromkeys(m.value for m in order))
