"""What a clause says of more and less, whatever carries it: read by its mentions, not by a wording.

A clause of one indicator, one direction and one thing to compare with says that a figure is above
or below another. It is held against every figure that the words may mean: it is accused only where
all of them refute it, and confirmed only where all of them bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import log

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.asking import OTHER
from wres_report.claims.asserting import asserts
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import better_is_up, sign
from wres_report.claims.direction_words import (
    ALL_GROUPS,
    COUNTED,
    DIRECTION,
    FALLING,
    GAP,
    MOVED,
    MOVES,
    OF_SOME,
    OPEN,
    RATIO,
    RISING,
    THAN,
)
from wres_report.claims.facts import BENCHMARK, ENGLAND, Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.lexicon import strange_words
from wres_report.claims.mentions import wres_years
from wres_report.claims.scope import is_foreign
from wres_report.claims.senses import Sense, sense_of
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import first_comparable
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write


@dataclass(frozen=True)
class _Held:
    """Two figures that a direction may be of. up: what the words say of the first."""

    first: float
    second: float
    unit: Unit
    up: bool

    @property
    def sign(self) -> int:
        return sign(self.first - self.second, self.unit) * (1 if self.up else -1)


def direction_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“There are fewer BME people working here than a year ago”, “exceeds that of England”."""
    if not asserts(sentence):
        return
    for clause in sentence.clauses:
        if not _is_plain(sentence, clause):
            continue
        told = _told(clause)
        if told is None:
            continue
        held_against = _compared(sentence, clause, told, facts)
        signs = {pair.sign for pair in held_against}
        if signs not in ({1}, {-1}):
            continue
        first = held_against[0]
        shown = f"{write(first.first, first.unit)} against {write(first.second, first.unit)}"
        right = signs == {1}
        why = "The figures stand as the words say." if right else f"The figures are {shown}."
        yield held(passage, clause.indicators[0], told[0], shown, why, right=right,
                   fault=Fault.WRONG_DIRECTION, start=clause.start + told.start())  # fmt: skip


def _is_plain(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is of one indicator, of this trust, and has no figure that says its size."""
    if len(clause.indicators) != 1 or not clause.sure or OPEN.search(clause.text):
        return False
    if is_foreign(clause.text) or words.SUBGROUP.search(clause.text) or words.ELSEWHERE.search(
            clause.text) or strange_words(clause.text):  # fmt: skip
        return False
    if any(clause.start <= m.start < clause.end for m in sentence.scopes):
        return False
    if clause.indicators == (1,) and OF_SOME.search(clause.text):
        return False
    inside = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    if len(inside) > 1:
        return False
    return all(q.unit == "percent" and not q.parts and _is_level(sentence, clause, q.start, q.end)
               for q in inside)  # fmt: skip


def _is_level(sentence: Sentence, clause: Clause, start: int, end: int) -> bool:
    quantity = next(q for q in sentence.quantities if q.start == start)
    used = sense_of(quantity, sentence.text[clause.start : start], sentence.text[end : clause.end])
    return used.sense is Sense.LEVEL and not used.earlier


def _told(clause: Clause) -> re.Match[str] | None:
    """The word of direction of a clause; None where it has none, or several that differ."""
    found = list(DIRECTION.finditer(clause.text))
    ways = {"up" if m.lastgroup in RISING else "down" if m.lastgroup in FALLING else m.lastgroup
            for m in found}  # fmt: skip
    return found[0] if len(ways) == 1 else None


def _compared(sentence: Sentence, clause: Clause, told: re.Match[str], facts: Facts) -> list[_Held]:
    """All pairs of figures that the words may compare; empty where that is open."""
    sources = [m for m in sentence.sources if clause.start <= m.start < clause.end]
    years = [m for m in sentence.years if clause.start <= m.start < clause.end
             and m.value != "this"]  # fmt: skip
    groups = [m for m in sentence.groups if clause.start <= m.start < clause.end]
    if any(m.value not in OTHER for m in groups):
        return []
    named = list(dict.fromkeys(m.value for m in groups))
    at = clause.start + told.start()
    than = THAN.search(clause.text, told.start())
    if sources:
        after = all(m.start >= at for m in sources)
        if years or not than or not after or len(named) > 1:
            return []
        return _with_others(clause, told, named or [sentence.before.group], sources[0].value, facts)
    if len(named) == 2 and not ALL_GROUPS.search(clause.text):
        subject = [m for m in groups if m.start < at]
        other = [m for m in groups if than and m.start >= clause.start + than.start()]
        if years or not than or len(groups) != 2 or len(subject) != 1 or len(other) != 1:
            return []
        return _with_the_other(clause, told, subject[0].value, facts)
    spans = [wres_years(m.value, clause.indicators[0], facts.year) for m in years]
    return _with_years(sentence, clause, told, named, spans, facts)


def _ways(clause: Clause, told: re.Match[str], *, ratio: bool, gap: bool) -> bool | None:
    """Whether the words say that the figure, or its size as a gap, is the higher one."""
    kind = str(told.lastgroup)
    if kind in (*RISING, *FALLING):
        return kind in RISING
    if kind in ("apart", "alike") or gap or ratio:
        return kind in ("apart", "worse")
    return better_is_up(clause.indicators[0]) == (kind == "better")


def _with_others(
    clause: Clause, told: re.Match[str], groups: list[str], source: str, facts: Facts
) -> list[_Held]:
    """Ours against the benchmark, or England."""
    indicator = clause.indicators[0]
    if GAP.search(clause.text):
        return []
    group = groups[0] or ("bme" if indicator in (1, 9) else "")
    pairs = []
    measures = (
        [(kinds.RATIO, "", "")] if indicator in RATIOS
        else [(kinds.SHARE, group, "workforce")] if indicator == 1
        else [(kinds.SHARE, group, "voting"), (kinds.SHARE, group, "total")] if indicator == 9
        else [(kinds.RATE, group, "")]
    )  # fmt: skip
    if indicator in RATIOS and (not RATIO.search(clause.text) or told.lastgroup not in (
            *RISING, *FALLING)):  # fmt: skip
        return []
    up = _ways(clause, told, ratio=False, gap=False)
    for kind, of_group, of in measures:
        own = facts.one(indicator, kind, of_group, of)
        theirs = [
            fact for which in ((BENCHMARK, ENGLAND) if source == ENGLAND else (BENCHMARK,))
            for year in (facts.year, facts.year - 1)
            for fact in facts.find([indicator], [kind], [of_group], [of], [year], [which])
        ] or facts.find([indicator], [kind], [of_group], [of], (facts.year, facts.year - 1),
                        [ENGLAND])  # fmt: skip
        if own is not None and up is not None:
            pairs += [_Held(own.value, fact.value, Unit(own.unit), up) for fact in theirs]
    return pairs


def _with_the_other(clause: Clause, told: re.Match[str], subject: str, facts: Facts) -> list[_Held]:
    """One group against the other, of this year."""
    indicator = clause.indicators[0]
    if GAP.search(clause.text) or RATIO.search(clause.text) or told.lastgroup in ("apart", "alike"):
        return []
    up = _ways(clause, told, ratio=False, gap=False)
    measures = [(kinds.RATE, "")]
    if indicator == 1:
        measures = [(kinds.COUNT, "workforce"), (kinds.SHARE, "workforce")]
    elif indicator == 9:
        measures = [(kinds.COUNT, "voting"), (kinds.COUNT, "total")]
    elif indicator in RATIOS and COUNTED.search(clause.text):
        return []
    pairs = []
    for kind, of in measures:
        one = facts.one(indicator, kind, subject, of)
        other = facts.one(indicator, kind, OTHER[subject], of)
        if one and other and up is not None:
            pairs.append(_Held(one.value, other.value, Unit(one.unit), up))
    return pairs


def _with_years(
    sentence: Sentence, clause: Clause, told: re.Match[str], named: list[str],
    spans: list[tuple[int, ...]], facts: Facts,
) -> list[_Held]:  # fmt: skip
    """This year against the one that is named, else against the last and the first known."""
    indicator, kind = clause.indicators[0], str(told.lastgroup)
    # “worse for BME staff” sets them against the others, not against another year.
    valued = kind in ("better", "worse") and not MOVED.match(told[0])
    if not spans and (kind not in MOVES or valued):
        return []
    if any(facts.year in span for span in spans):
        spans = [span for span in spans if facts.year not in span]
        if not spans and not re.search(r"\b(?:between|from|in|to|this)\b", clause.text, re.I):
            return []
    if len(spans) > 1:
        return []
    gap = GAP.search(clause.text) is not None or kind in ("apart", "alike")
    ratio = not gap and indicator in RATIOS
    if not named and not gap and indicator in SURVEY:
        named = [sentence.before.group] if sentence.before.group and not (
            ALL_GROUPS.search(clause.text)) else ["bme", "white"]  # fmt: skip
    up = _ways(clause, told, ratio=ratio, gap=gap)
    pairs = []
    for series, unit in _series(clause, named or ["bme"], facts, gap=gap, better=kind in (
            "better", "worse", "apart", "alike")):  # fmt: skip
        this = series.get(facts.year)
        earlier = sorted(year for year in series if year < facts.year)
        years = [y for y in spans[0] if y in series] if spans else (
            sorted({earlier[0], earlier[-1]}) if earlier else [])  # fmt: skip
        if this is None or not years or up is None:
            return []
        pairs += [_Held(this, series[year], unit, up) for year in years]
    if ALL_GROUPS.search(clause.text) and {pair.sign for pair in pairs} == {1, -1}:
        # Of both groups it must hold of either.
        return [pair for pair in pairs if pair.sign == -1]
    return pairs


def _series(
    clause: Clause, groups: list[str], facts: Facts, *, gap: bool, better: bool
) -> list[tuple[dict[int, float], Unit]]:
    """The rows of years that a movement may be of."""
    indicator = clause.indicators[0]
    if gap and indicator in SURVEY:
        return [(_sizes(facts, indicator, kinds.GAP), Unit.PP)]
    if gap and indicator == 9:
        return [(_sizes(facts, 9, kinds.DIFFERENCE, "bme", "voting"), Unit.PP)]
    if indicator in RATIOS:
        if not (gap or RATIO.search(clause.text)):
            return []
        known = _comparable(facts, indicator, facts.series(indicator, kinds.RATIO))
        far = {year: 1 + abs(log(value)) for year, value in known.items() if value > 0}
        return [(far if gap or better else known, Unit.RATIO)]
    if indicator in SURVEY:
        return [(_comparable(facts, indicator, facts.series(indicator, kinds.RATE, group)),
                 Unit.PERCENT) for group in groups]  # fmt: skip
    if gap or len(groups) != 1:
        return []
    wholes = ["workforce"] if indicator == 1 else ["voting", "total"]
    if indicator == 9 and re.search(r"\bvot(?:ing|es?|ers?)\b", clause.text, re.I):
        wholes = ["voting"]
    rows = [(facts.series(indicator, kinds.SHARE, groups[0], of), Unit.PERCENT) for of in wholes]
    rows += [(facts.series(indicator, kinds.COUNT, groups[0], of), Unit.COUNT) for of in wholes]
    return [(row, unit) for row, unit in rows if len(row) > 1]


def _sizes(facts: Facts, indicator: int, *of: str) -> dict[int, float]:
    known = _comparable(facts, indicator, facts.series(indicator, *of))
    return {year: abs(value) for year, value in known.items()}


def _comparable(facts: Facts, indicator: int, series: dict[int, float]) -> dict[int, float]:
    since = first_comparable(indicator, facts.year)
    return {year: value for year, value in series.items() if year >= since}
