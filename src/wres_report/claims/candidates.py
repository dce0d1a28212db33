"""The facts that a reading may mean, each as the number that would be printed for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import STANDARD, Asked, Candidate, scopes_of
from wres_report.claims.counting import count_candidates
from wres_report.claims.facts import BENCHMARK, ENGLAND, TRUST, Fact
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.mentions import wres_years
from wres_report.claims.senses import Sense


def candidates(ask: Asked) -> list[Candidate]:
    """The numbers that the words allow, the likeliest first."""
    unit, sense = ask.reading.quantity.unit, ask.reading.used.sense
    if sense is Sense.OTHER:
        return []
    made = _MAKERS.get((unit, sense)) or _MAKERS.get((unit, None))
    if made is None:
        return []
    return list(made(ask))


def _level(ask: Asked) -> Iterator[Candidate]:
    """A percentage: a rate, a share, or where staff of a group work."""
    for indicator in ask.indicators:
        years = ask.years_of(indicator)
        for fact in _level_facts(ask, indicator, years):
            yield Candidate(fact.value, "percent", fact)
            if _negated(ask):
                yield Candidate(100 - fact.value, "percent", fact, "complement")


def _negated(ask: Asked) -> bool:
    after = ask.sentence.text[ask.reading.quantity.end : ask.reading.quantity.end + 60]
    return bool(re.search(r"\b(?:do|did|does|have|has|had) not\b|\bnot (?:believe|think)|\bdisagree",
                          after, re.I))  # fmt: skip


def _level_facts(ask: Asked, indicator: int, years: tuple[int, ...]) -> list[Fact]:
    find, sources = ask.facts.find, _sources(ask)
    whole = ask.whole
    if indicator in SURVEY:
        return find([indicator], [kinds.RATE], ask.groups, [""], years, sources)
    if indicator in RATIOS:
        share = whole.stage and whole.told
        if whole.stage == "shortlisted" and not whole.share:
            after = ask.sentence.text[ask.reading.quantity.end :][:120]
            if re.search(r"\bappoint|\bjob\b|\bhired\b|\bsuccess", after, re.I):
                return find([indicator], [kinds.RATE], ["total"], [""], years)
        if ask.transposed:
            share = not share
        stages = [whole.stage] if whole.stage else list(kinds.EVENTS[indicator])
        if not share and ask.transposed:
            return find([indicator], [kinds.RATE], ask.groups, [""], years)
        if share:
            of = [stage for stage in stages if stage in kinds.EVENTS[indicator]]
            return find([indicator], [kinds.SHARE], ask.groups or ("bme",), of, years)
        groups = ("total",) if whole.staff and not whole.share else ask.groups
        rates = find([indicator], [kinds.RATE], groups, [""], years, sources)
        if whole.share and not whole.told:
            rates += find([indicator], [kinds.SHARE], groups, stages, years)
        return rates
    if indicator == 9:
        boards = ask.reading.boards[:1] or ("voting", "total")
        return find([9], [kinds.SHARE], ask.groups or ("bme",), boards, years, sources)
    within = bool(whole.group) and bool(ask.reading.scopes)
    scopes = scopes_of(ask)
    if within and whole.either:
        return find([1], [kinds.SHARE, kinds.WITHIN], ask.groups or ("bme",), scopes, years)
    if ask.transposed:
        within = not within
    if within:
        return find([1], [kinds.WITHIN], ask.groups or (whole.group,), scopes, years)
    return find([1], [kinds.SHARE], ask.groups or ("bme",), scopes, years, sources)


def _sources(ask: Asked) -> tuple[str, ...]:
    """A national figure and one of the benchmark group are often taken for each other."""
    return (TRUST,) if ask.source == TRUST else (BENCHMARK, ENGLAND)


def _relative(ask: Asked) -> Iterator[Candidate]:
    """“1.4 times as likely”, “38 % more likely”, a ratio without unit."""
    quantity, used = ask.reading.quantity, ask.reading.used
    for fact, other, value in _ratios(ask):
        if quantity.unit != "percent":
            less = quantity.unit == "times" and used.up is False
            yield Candidate(1 / value if less else value, "ratio", fact, "ratio", other)
        elif used.up is None:
            yield Candidate(100 * value, "percent", fact, "relative", other)
        elif used.up == (value > 1):
            yield Candidate(100 * abs(value - 1), "percent", fact, "relative", other)
            if not used.up:
                yield Candidate(100 * (1 / value - 1), "percent", fact, "relative", other)


def _ratios(ask: Asked) -> Iterator[tuple[Fact, Fact | None, float]]:
    for indicator in ask.indicators:
        years = ask.years_of(indicator)
        if indicator in RATIOS:
            for fact in ask.facts.find([indicator], [kinds.RATIO], [""], [""], years,
                                       (TRUST,) if ask.source == TRUST else (BENCHMARK, ENGLAND)):  # fmt: skip
                turned = ask.sides is not None and ask.sides != STANDARD[indicator]
                if fact.value:
                    yield fact, None, 1 / fact.value if turned else fact.value
        elif indicator in SURVEY and ask.reading.quantity.unit != "bare":
            one, other = ask.sides or ("bme", "white")
            for year in years:
                first = ask.facts.one(indicator, kinds.RATE, one, "", year)
                second = ask.facts.one(indicator, kinds.RATE, other, "", year)
                if first and second and second.value:
                    yield first, second, first.value / second.value


def _bare(ask: Asked) -> Iterator[Candidate]:
    """A number with decimals and no unit: a ratio, or in a list the percentage that it goes with."""
    if ask.reading.used.sense is Sense.CHANGE:
        yield from _change(ask)
        return
    if set(ask.indicators) & set(RATIOS):
        yield from _relative(ask)
        if not _beside_percent(ask):
            return
    if _beside_percent(ask):
        yield from _level(ask)
    if re.search(r"\bpoints?\b|\bpp\b|\bgap\b|\bdifference\b", ask.sentence.text, re.I):
        yield from _gap(ask)
        yield from _change(ask)


def _beside_percent(ask: Asked) -> bool:
    return any(q.unit == "percent" for q in ask.sentence.quantities)


def _gap(ask: Asked) -> Iterator[Candidate]:
    for indicator in ask.indicators:
        years = ask.years_of(indicator)
        if indicator == 9:
            yield from _board_gap(ask, years)
            continue
        for fact in ask.facts.find([indicator], [kinds.GAP], [""], [""], years, _sources(ask)):
            yield Candidate(abs(fact.value), "pp", fact, "gap", right_way=_gap_way(ask, fact),
                            free=True)  # fmt: skip


def _gap_in_percent(ask: Asked) -> Iterator[Candidate]:
    """“36 % lower than that of BME candidates”: of their figure, or points with the wrong unit."""
    if ask.sides is not None:
        for fact, other, value in _ratios(ask):
            yield Candidate(abs(100 * (value - 1)), "percent", fact, "relative", other,
                            ask.reading.used.up is None or (value > 1) == ask.reading.used.up)  # fmt: skip
    yield from _gap(ask)


def _gap_way(ask: Asked, fact: Fact) -> bool:
    """Whether the group that the words put ahead is ahead."""
    up, sides = ask.reading.used.up, ask.sides
    if up is None or sides is None:
        return True
    ahead = fact.value if sides[0] == "bme" else -fact.value
    return (ahead > 0) == up


_SHORT = re.compile(r"\bunder-?\s?represent\w*|\bbelow\b|\blower\b|\bshort\w*|\bbehind\b|\bless\b|"
                    r"\bdeficit\b|\btrails?\b|\bfewer\b", re.I)  # fmt: skip
_OVER = re.compile(r"\bover-?\s?represent\w*|\babove\b|\bhigher\b|\bexceeds?\b|\bahead\b|\bmore\b|"
                   r"\bsurplus\b", re.I)  # fmt: skip


def _board_gap(ask: Asked, years: tuple[int, ...]) -> Iterator[Candidate]:
    boards = ask.reading.boards[:1] or ("voting", "total")
    clause = ask.reading.clause.text
    for fact in ask.facts.find([9], [kinds.DIFFERENCE], ["bme"], boards, years):
        short, over = bool(_SHORT.search(clause)), bool(_OVER.search(clause))
        signed = ask.reading.quantity.number.signed
        way = True if short == over else (fact.value < 0) == short
        yield Candidate(fact.value if signed else abs(fact.value), "pp", fact, "difference",
                        right_way=way or not fact.value, free=not signed)  # fmt: skip


def _change(ask: Asked) -> Iterator[Candidate]:
    """From one year to another, in points; of a gap where the sentence speaks of one."""
    of_gap = bool(re.search(r"\b(?:gap|disparity|shortfall|difference)\b",
                            ask.reading.clause.text, re.I))  # fmt: skip
    for indicator in ask.indicators:
        for now, before in _steps(ask, indicator, of_gap):
            change = abs(now.value) - abs(before.value) if of_gap else now.value - before.value
            up = ask.reading.used.up
            way = up is None or (change > 0) == up or not change
            if indicator == 9 and of_gap is False and now.kind == kinds.DIFFERENCE:
                way = True
            unit = ask.reading.quantity.unit
            yield Candidate(abs(change), "pp", now, "change", before, way, free=True)
            if before.value and unit in ("percent", "pp") and not of_gap:
                yield Candidate(abs(100 * change / before.value), "percent", now,
                                "relative change", before, way, free=True)  # fmt: skip


def _steps(ask: Asked, indicator: int, of_gap: bool) -> Iterator[tuple[Fact, Fact]]:
    this = ask.facts.year
    told = [y for y in ask.reading.years if y not in ("?", "this")]
    years = [y for value in told for y in wres_years(value, indicator, this) if y != this]
    pairs = [(this, y) for y in dict.fromkeys(years)] + [(this, this - 1)]
    pairs += [(a, b) for a in years for b in years if a > b]
    find = ask.facts.find
    for year, earlier in dict.fromkeys(pairs):
        for kind, groups, wholes in _moving(ask, indicator, of_gap):
            for now in find([indicator], [kind], groups, wholes, [year], _sources(ask)):
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


def _from_benchmark(ask: Asked) -> Iterator[Candidate]:
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


def _distance(ask: Asked) -> Iterator[Candidate]:
    yield from _gap(ask)
    yield from _change(ask)
    yield from _from_benchmark(ask)


def _counts(ask: Asked) -> Iterator[Candidate]:
    for value, fact, other, how in count_candidates(ask):
        yield Candidate(value, "count", fact, how, other, free=how == "change")


_MAKERS = {
    ("percent", Sense.LEVEL): _level,
    ("percent", Sense.RELATIVE): _relative,
    ("percent", Sense.GAP): _gap_in_percent,
    ("percent", Sense.CHANGE): _change,
    ("percent", Sense.FROM_BENCHMARK): _from_benchmark,
    ("pp", Sense.GAP): _gap,
    ("pp", Sense.CHANGE): _change,
    ("pp", Sense.FROM_BENCHMARK): _from_benchmark,
    ("pp", Sense.DISTANCE): _distance,
    ("pp", Sense.LEVEL): _distance,
    ("bare", None): _bare,
    ("times", None): _relative,
    ("count", None): _counts,
}  # fmt: skip
