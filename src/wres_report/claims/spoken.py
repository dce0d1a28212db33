"""What a clause speaks of when it tells a direction: a rate, a ratio, a share or a gap, by year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wres_report.claims import facts as kinds
from wres_report.claims.differences import sign
from wres_report.claims.facts import BENCHMARK, ENGLAND, Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.standard_now import standard_now
from wres_report.measures.value import Unit, write

_GAP = re.compile(r"\b(?:gaps?|disparit\w+|shortfall|differences?|divide|distance)\b", re.I)
# What is counted moves otherwise than the rates and shares that are known here.
_COUNTED = re.compile(
    r"\b(?:head ?counts?|numbers?|how many|cases|applications|appointments|vacancies|turnover)\b",
    re.I,
)
_RATIO = re.compile(r"\b(?:ratio|relative likelihood)\b", re.I)


@dataclass(frozen=True)
class Spoken:
    """A quantity that words may say something of. series: its values by WRES year."""

    indicator: int
    kind: str
    group: str
    of: str
    unit: Unit
    series: dict[int, float]

    def at(self, year: int) -> float | None:
        return self.series.get(year)

    def written(self, value: float) -> str:
        return write(value, self.unit)

    def sign(self, difference: float) -> int:
        """Which way a difference goes, as far as it shows in the decimals that are printed."""
        return sign(difference, self.unit)


def indicator_of(clause: Clause) -> int:
    """The one indicator of a clause; the board where it is set against the workforce."""
    if len(clause.indicators) == 1:
        return clause.indicators[0]
    return 9 if set(clause.indicators) == {1, 9} else 0


def group_near(sentence: Sentence, start: int, clause: Clause) -> str:
    """The group that a word of direction is said of: the last before it, else the only one."""
    named = [m for m in sentence.groups if m.value in ("bme", "white")]
    before = [m for m in named if clause.start <= m.start < start]
    if before:
        return before[-1].value
    inside = {m.value for m in named if clause.start <= m.start < clause.end}
    if len(inside) == 1:
        return inside.pop()
    earlier = [m for m in named if m.start < start]
    return earlier[-1].value if earlier else sentence.before.group


def spoken_of(sentence: Sentence, clause: Clause, start: int, facts: Facts) -> Spoken | None:
    """The quantity that a word of direction is said of; None where that is open."""
    indicator = indicator_of(clause)
    if not indicator or not (clause.sure or sentence.before.sure):
        return None
    if _COUNTED.search(sentence.text[clause.start : start]):
        return None
    gap = _GAP.search(clause.text)
    boards = [m.value for m in sentence.boards] or list(sentence.before.boards) or ["voting"]
    if indicator == 9:
        if gap:
            return _made(facts, 9, kinds.DIFFERENCE, "bme", boards[0], Unit.PP, widths=True)
        return _made(facts, 9, kinds.SHARE, "bme", boards[0], Unit.PERCENT)
    if gap and indicator in (*SURVEY, *RATIOS):
        return _made(facts, indicator, kinds.GAP, "", "", Unit.PP, widths=True)
    group = group_near(sentence, start, clause)
    if indicator in RATIOS and (_RATIO.search(clause.text) or not group):
        return _made(facts, indicator, kinds.RATIO, "", "", Unit.RATIO)
    if indicator == 1:
        if sentence.scopes:
            return None
        return _made(facts, 1, kinds.SHARE, group or "bme", "workforce", Unit.PERCENT)
    if not group:
        return None
    return _made(facts, indicator, kinds.RATE, group, "", Unit.PERCENT)


def _made(
    facts: Facts,
    indicator: int,
    kind: str,
    group: str,
    of: str,
    unit: Unit,
    *,
    widths: bool = False,
) -> Spoken:
    series = facts.series(indicator, kind, group, of)
    if widths:
        series = {year: abs(value) for year, value in series.items()}
    since = first_comparable(indicator, facts.year)
    kept = {year: value for year, value in series.items() if year >= since}
    return Spoken(indicator, kind, group, of, unit, kept)


def of_others(facts: Facts, spoken: Spoken, source: str) -> Spoken:
    """The same of the benchmark group, or of England."""
    found = facts.find([spoken.indicator], [spoken.kind], [spoken.group], [spoken.of],
                       range(facts.year - 8, facts.year + 1), [source])  # fmt: skip
    series = {fact.year: fact.value for fact in sorted(found, key=lambda fact: fact.year)}
    return replace(spoken, series=series)


def first_comparable(indicator: int, year: int) -> int:
    """The first WRES year on this year's basis."""
    breaks = standard_now().indicator(f"i{indicator}").breaks()
    return max((known for known in breaks if known <= year), default=0)


def benchmark_of(facts: Facts, spoken: Spoken, *, national: bool) -> list[float]:
    """The figures to compare with, of the group of trusts, or of England."""
    sources = (ENGLAND, BENCHMARK) if national else (BENCHMARK, ENGLAND)
    for source in sources:
        found = [
            fact.value
            for year in (facts.year, facts.year - 1)
            for fact in facts.find(
                [spoken.indicator], [spoken.kind], [spoken.group], [spoken.of], [year], [source]
            )
        ]
        if found:
            return found
    return []
