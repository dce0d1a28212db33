"""Differences between years, and from the figures to compare with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import Asked, Candidate, scopes_of, sources_of
from wres_report.claims.facts import BENCHMARK, ENGLAND, Fact
from wres_report.claims.figures import RATIOS
from wres_report.claims.mentions import wres_years
from wres_report.claims.spoken import first_comparable

_GAP = re.compile(r"\b(?:gap|disparity|shortfall|difference)\b", re.I)


def change_candidates(ask: Asked) -> Iterator[Candidate]:
    """From one year to another, in points; of a gap where the sentence speaks of one."""
    of_gap = _GAP.search(ask.reading.clause.text) is not None
    for indicator in ask.indicators:
        steps = [(of_gap, *step) for step in _steps(ask, indicator, of_gap)]
        if of_gap and ask.reading.sure_group:
            # The gap may stand elsewhere in the sentence.
            steps += [(False, *step) for step in _steps(ask, indicator, of_gap=False)]
        for widths, now, before in steps:
            change = abs(now.value) - abs(before.value) if widths else now.value - before.value
            up = ask.reading.used.up
            way = up is None or (change > 0) == up or not change
            if indicator == 9 and not widths and now.kind == kinds.DIFFERENCE:
                way = True
            unit = ask.reading.quantity.unit
            yield Candidate(abs(change), "pp", now, "change", before, way, free=True)
            if before.value and unit in ("percent", "pp") and not widths:
                yield Candidate(abs(100 * change / before.value), "percent", now,
                                "relative change", before, way, free=True)  # fmt: skip


def fold_candidates(ask: Asked) -> Iterator[Candidate]:
    """“has doubled since 2017”, “twice what it was”: a figure of this year in one of before."""
    this = ask.facts.year
    of_gap = _GAP.search(ask.reading.clause.text) is not None
    for indicator in ask.indicators:
        told = [y for value in ask.reading.years if value not in ("?", "this")
                for y in wres_years(value, indicator, this) if y < this]  # fmt: skip
        since = max(first_comparable(indicator, this), this - 8)
        years = [y for y in told if y >= since] if told else range(this - 1, since - 1, -1)
        for kind, groups, wholes in _folding(ask, indicator, of_gap):
            for now in ask.facts.find([indicator], [kind], groups, wholes, [this], sources_of(ask)):
                for before in ask.facts.find([indicator], [kind], [now.group], [now.of], years,
                                             [now.source]):  # fmt: skip
                    if before.value:
                        times = abs(now.value / before.value)
                        yield Candidate(times, "ratio", now, "fold", before)


def _folding(
    ask: Asked, indicator: int, of_gap: bool
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The kinds of facts that may double: those that may change, and what is counted."""
    moving = _moving(ask, indicator, of_gap)
    if indicator == 9:
        return [*moving, (kinds.COUNT, ("bme",), ask.reading.boards[:1] or ("voting", "total"))]
    if indicator in RATIOS:
        return [*moving, (kinds.COUNT, ask.groups, kinds.EVENTS[indicator][:1])]
    if indicator == 1 and not any(kind == kinds.COUNT for kind, _, _ in moving):
        return [*moving, (kinds.COUNT, ask.groups or ("bme",), tuple(scopes_of(ask)))]
    return moving


def _steps(ask: Asked, indicator: int, of_gap: bool) -> Iterator[tuple[Fact, Fact]]:
    this = ask.facts.year
    told = [y for y in ask.reading.years if y not in ("?", "this")]
    years = [y for value in told for y in wres_years(value, indicator, this) if y != this]
    pairs = [(this, y) for y in dict.fromkeys(years)] + [(this, this - 1)]
    pairs += [(a, b) for a in years for b in years if a > b]
    find = ask.facts.find
    for year, earlier in dict.fromkeys(pairs):
        if earlier < first_comparable(indicator, this):
            continue
        for kind, groups, wholes in _moving(ask, indicator, of_gap):
            for now in find([indicator], [kind], groups, wholes, [year], sources_of(ask)):
                for before in find([indicator], [kind], [now.group], [now.of], [earlier],
                                   [now.source]):  # fmt: skip
                    yield now, before


def _moving(
    ask: Asked, indicator: int, of_gap: bool
) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The kinds of facts that a change may be of."""
    boards = ask.reading.boards[:1] or ("voting", "total")
    if indicator == 9:
        if of_gap or re.search(r"\bworkforce\b", ask.reading.clause.text):
            return [(kinds.DIFFERENCE, ("bme",), boards), (kinds.SHARE, ("bme",), boards)]
        return [(kinds.SHARE, ("bme",), boards), (kinds.DIFFERENCE, ("bme",), boards)]
    if indicator == 1:
        groups = ask.groups or ("bme",)
        scopes = tuple(scopes_of(ask))
        made = [(kinds.SHARE, groups, scopes)]
        return made + ([(kinds.COUNT, groups, scopes)] if ask.reading.quantity.unit == "percent"
                       else [])  # fmt: skip
    if of_gap:
        return [(kinds.GAP, ("",), ("",))]
    made = [(kinds.RATE, ask.groups, ("",))]
    return made + ([(kinds.RATIO, ("",), ("",))] if indicator in RATIOS else [])


def from_benchmark(ask: Asked) -> Iterator[Candidate]:
    for indicator in ask.indicators:
        for kind, groups, wholes in _moving(ask, indicator, of_gap=False):
            for now in ask.facts.find([indicator], [kind], groups, wholes, ask.years_of(indicator)):
                for other in ask.facts.find(
                    [indicator], [kind], [now.group], [now.of], [now.year, now.year - 1],
                    [BENCHMARK, ENGLAND],
                ):  # fmt: skip
                    distance, up = now.value - other.value, ask.reading.used.up
                    yield Candidate(abs(distance), "pp", now, "from benchmark", other,
                                    up is None or (distance > 0) == up, free=True)  # fmt: skip
