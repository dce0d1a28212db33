"""The counts that a whole number may be: staff, applicants, cases, members, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import Asked, scopes_of
from wres_report.claims.facts import Fact
from wres_report.claims.figures import RATIOS, SURVEY

Counted = tuple[float, Fact, Fact | None, str]
CHANGED = re.compile(
    r"^\s*(?:\w+\s+){0,3}?(?:more|fewer|less|up|down)\b|^\s*(?:higher|lower)\b", re.I
)
_CHANGED_LEFT = re.compile(
    r"\b(?:up|down|by|rise of|increase of|fall of|drop of|increased|fell|rose|grew)\s+(?:by\s+)?$",
    re.I,
)


def count_candidates(ask: Asked) -> Iterator[Counted]:
    """The counts that the words allow, with how they are meant."""
    reading = ask.reading
    text = ask.sentence.text
    right = text[reading.quantity.end : reading.quantity.end + 60]
    changed = CHANGED.match(right) or _CHANGED_LEFT.search(reading.left)
    changed = changed or re.search(r"\b(?:more|fewer)\b[^.;]{0,30}\bthan\b", reading.clause.text)
    for indicator in ask.indicators:
        years = ask.years_of(indicator)
        for fact in _counts(ask, indicator, years):
            yield fact.value, fact, None, "level"
            if changed:
                for before in ask.facts.find([indicator], [fact.kind], [fact.group], [fact.of],
                                             [fact.year - 1]):  # fmt: skip
                    yield abs(fact.value - before.value), fact, before, "change"
        if indicator in SURVEY:
            yield from _who_said_so(ask, indicator, years)


def _counts(ask: Asked, indicator: int, years: tuple[int, ...]) -> list[Fact]:
    find = ask.facts.find
    groups = ask.groups or ("bme",)
    if indicator in SURVEY:
        return find([indicator], [kinds.RESPONSES], groups, [""], years)
    if indicator in RATIOS:
        return find([indicator], [kinds.COUNT], groups, stages_of(ask, indicator), years)
    if indicator == 9:
        boards = ask.reading.boards[:1] or ask.sentence.before.boards or ("voting", "total")
        return find([9], [kinds.COUNT], groups, boards, years)
    return find([1], [kinds.COUNT], groups, scopes_of(ask), years)


def stages_of(ask: Asked, indicator: int) -> list[str]:
    """The stages that a count may be of: that named nearest, else those of its clause."""
    own = kinds.EVENTS[indicator]
    quantity = ask.reading.quantity
    near = sorted(
        (_distance(m.start, m.end, quantity.start, quantity.end), m.value)
        for m in ask.sentence.stages
        if m.value in own
    )  # fmt: skip
    named = list(dict.fromkeys(value for _, value in near))
    if indicator == 2:
        return named or list(own)
    return named + [stage for stage in own if stage not in named]


def _distance(start: int, end: int, first: int, last: int) -> int:
    """How far words stand from a number; those behind it are nearer."""
    return start - last if start >= last else 3 * (first - end) + 3


def _who_said_so(ask: Asked, indicator: int, years: tuple[int, ...]) -> Iterator[Counted]:
    """How many people a survey rate stands for."""
    for group in ask.groups or ("bme", "white"):
        for year in years:
            rate = ask.facts.one(indicator, kinds.RATE, group, "", year)
            asked = ask.facts.one(indicator, kinds.RESPONSES, group, "", year)
            if rate and asked:
                yield round(rate.value * asked.value / 100), rate, asked, "people"
