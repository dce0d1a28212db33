"""The facts that a reading may mean, each as the number that would be printed for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import STANDARD, Asked, Candidate, scopes_of, sources_of
from wres_report.claims.changing import change_candidates, fold_candidates, from_benchmark
from wres_report.claims.counting import count_candidates
from wres_report.claims.facts import BENCHMARK, ENGLAND, TRUST, Fact
from wres_report.claims.figures import RATIOS, SURVEY
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
            if fact.unit == kinds.SCORE:
                continue  # “62% of staff are engaged” is no score
            yield Candidate(fact.value, "percent", fact)
            if _negated(ask):
                yield Candidate(100 - fact.value, "percent", fact, "complement")


_NEGATED = re.compile(
    r"\b(?:do|did|does|have|has|had) not\b|\bnot (?:believe|think)|\bdisagree", re.I
)


def _negated(ask: Asked) -> bool:
    after = ask.sentence.text[ask.reading.quantity.end : ask.reading.quantity.end + 60]
    return _NEGATED.search(after) is not None


def _level_facts(ask: Asked, indicator: int, years: tuple[int, ...]) -> list[Fact]:
    find, sources = ask.facts.find, sources_of(ask)
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
            for fact in ask.facts.find(
                [indicator],
                [kinds.RATIO],
                [""],
                [""],
                years,
                (TRUST,) if ask.source == TRUST else (BENCHMARK, ENGLAND),
            ):
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
    """A number with decimals and no unit: a ratio, or a percentage whose sign a list leaves out."""
    if ask.reading.used.sense is Sense.CHANGE:
        yield from change_candidates(ask)
        return
    if any(map(ask.facts.is_scored, ask.indicators)):
        yield from _scored(ask)
        return
    if set(ask.indicators) & set(RATIOS):
        yield from _relative(ask)
        if not _beside_percent(ask):
            return
    of_survey = set(ask.indicators) <= set(SURVEY) and ask.reading.quantity.number.decimals == 1
    if _beside_percent(ask) or of_survey:
        yield from _level(ask)
    if _A_DISTANCE.search(ask.sentence.text) or ask.reading.quantity.number.signed:
        yield from _gap(ask)
        yield from change_candidates(ask)


_A_DISTANCE = re.compile(
    r"\bpoints?\b|\bpp\b|\bgap\b|\bdifference\b|\bshortfall\b|\bdeficit\b", re.I
)
_BY_SO_MUCH = re.compile(
    r"\s*(?:points? |of a point )?(?:lower|higher|below|above|less|more|better|worse|behind|ahead|"
    r"apart|short)\b", re.I,
)  # fmt: skip


def _scored(ask: Asked) -> Iterator[Candidate]:
    """“a score of 6.7”: of a group that is named, or the distance between the two."""
    by_so_much = _BY_SO_MUCH.match(ask.reading.right)
    if ask.reading.used.sense is Sense.GAP or (by_so_much and ask.sides):
        yield from _gap(ask)
    elif by_so_much:
        return
    elif ask.reading.sure_group:  # of all staff the data has no score
        for indicator in ask.indicators:
            for fact in _level_facts(ask, indicator, ask.years_of(indicator)):
                yield Candidate(fact.value, kinds.SCORE, fact)


def _beside_percent(ask: Asked) -> bool:
    return any(q.unit == "percent" for q in ask.sentence.quantities)


def _gap(ask: Asked) -> Iterator[Candidate]:
    for indicator in ask.indicators:
        years = ask.years_of(indicator)
        if indicator == 9:
            yield from _board_gap(ask, years)
            continue
        for fact in ask.facts.find([indicator], [kinds.GAP], [""], [""], years, sources_of(ask)):
            yield Candidate(abs(fact.value), "pp", fact, "gap", right_way=_gap_way(ask, fact),
                            free=True)  # fmt: skip


def _gap_in_percent(ask: Asked) -> Iterator[Candidate]:
    """“36 % lower than that of BME candidates”: of their figure, or points with the wrong unit."""
    if ask.sides is not None:
        for fact, other, value in _ratios(ask):
            yield Candidate(
                abs(100 * (value - 1)),
                "percent",
                fact,
                "relative",
                other,
                ask.reading.used.up is None or (value > 1) == ask.reading.used.up,
            )
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


def _distance(ask: Asked) -> Iterator[Candidate]:
    yield from _gap(ask)
    yield from change_candidates(ask)
    yield from from_benchmark(ask)


def _counts(ask: Asked) -> Iterator[Candidate]:
    for value, fact, other, how in count_candidates(ask):
        up = ask.reading.used.up
        way = how != "change" or other is None or up is None or (fact.value > other.value) == up
        yield Candidate(value, "count", fact, how, other, right_way=way, free=how == "change")


_MAKERS = {
    ("percent", Sense.LEVEL): _level,
    ("percent", Sense.RELATIVE): _relative,
    ("percent", Sense.GAP): _gap_in_percent,
    ("percent", Sense.CHANGE): change_candidates,
    ("percent", Sense.FROM_BENCHMARK): from_benchmark,
    ("pp", Sense.GAP): _gap,
    ("pp", Sense.CHANGE): change_candidates,
    ("pp", Sense.FROM_BENCHMARK): from_benchmark,
    ("pp", Sense.DISTANCE): _distance,
    ("pp", Sense.LEVEL): _distance,
    ("bare", None): _bare,
    ("times", Sense.CHANGE): fold_candidates,
    ("times", None): _relative,
    ("count", None): _counts,
}  # fmt: skip
