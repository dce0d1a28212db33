"""What a clause says of more and less, whatever carries it: read by its mentions, not by a wording.

A clause of one indicator, one direction and one thing to compare with says that a figure is above
or below another. It is held against every figure that the words may mean: it is accused only where
all of them refute it, and confirmed only where all of them bear it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims import facts as kinds
from wres_report.claims import vocabulary as words
from wres_report.claims.asking import OTHER
from wres_report.claims.asserting import asserts
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import better_is_up, sign
from wres_report.claims.direction_words import (
    ALL_GROUPS,
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
from wres_report.claims.measured import COUNTS, rows_of_years
from wres_report.claims.mentions import UNKNOWN, wres_years
from wres_report.claims.scope import is_foreign
from wres_report.claims.senses import Sense, sense_of
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.sides import better_is_good
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write


@dataclass(frozen=True)
class _Held:
    """Two figures that a direction may be of. up: what the words say of the first.

    printed: the two as they are shown, where what is compared is worked out of them.
    """

    first: float
    second: float
    unit: Unit
    up: bool
    printed: tuple[float, ...] = ()

    @property
    def shown(self) -> str:
        first, second = self.printed or (self.first, self.second)
        return f"{write(first, self.unit)} against {write(second, self.unit)}"

    @property
    def sign(self) -> int:
        return sign(self.first - self.second, self.unit) * (1 if self.up else -1)


def direction_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“There are fewer BME people working here than a year ago”, “exceeds that of England”."""
    if not DIRECTION.search(sentence.text) or not asserts(sentence):
        return
    for clause in sentence.clauses:
        if not _is_plain(sentence, clause):
            continue
        told = _told(clause)
        each = [_compared(sentence, clause, one, facts) for one in told]
        held_against = [pair for pairs in each for pair in pairs] if all(each) else []
        signs = {pair.sign for pair in held_against}
        if signs not in ({1}, {-1}):
            continue
        first = held_against[0]
        shown = first.shown
        right = signs == {1}
        why = "The figures stand as the words say." if right else f"The figures are {shown}."
        yield held(passage, clause.indicators[0], told[0][0], shown, why, right=right,
                   fault=Fault.WRONG_DIRECTION, start=clause.start + told[0].start())  # fmt: skip


def _is_plain(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is of one indicator, of this trust, and has no figure that says its size."""
    if len(clause.indicators) != 1 or not clause.sure or OPEN.search(
            UNKNOWN.sub(" ", clause.text)):  # fmt: skip
        return False
    if is_foreign(clause.text) or words.SUBGROUP.search(clause.text) or words.ELSEWHERE.search(
            clause.text) or strange_words(clause.text):  # fmt: skip
        return False
    if any(clause.start <= m.start < clause.end for m in sentence.scopes):
        return False
    if clause.indicators == (1,) and OF_SOME.search(clause.text):
        return False
    inside = [q for q in sentence.quantities if clause.start <= q.start < clause.end]
    if len(inside) > _MOST_LEVELS:
        return False
    return all(
        q.unit in ("percent", "bare") and not q.parts
        and _is_level(sentence, clause, q.start, q.end)
        for q in inside
    )  # fmt: skip


# “At 24 % it is well over the benchmark of 32.1 %”: the two that are compared.
_MOST_LEVELS = 2


def _is_level(sentence: Sentence, clause: Clause, start: int, end: int) -> bool:
    quantity = next(q for q in sentence.quantities if q.start == start)
    used = sense_of(quantity, sentence.text[clause.start : start], sentence.text[end : clause.end])
    return used.sense is Sense.LEVEL and not used.earlier


def _told(clause: Clause) -> list[re.Match[str]]:
    """The words of direction of a clause, one of each kind; none where they differ.

    A word that values and one that moves may stand together: “more unequal: the ratio climbed”.
    """
    ways: dict[str, re.Match[str]] = {}
    for found in DIRECTION.finditer(clause.text):
        kind = str(found.lastgroup)
        ways.setdefault("up" if kind in RISING else "down" if kind in FALLING else kind, found)
    if len(ways) == 2 and len({"up", "down"} & set(ways)) != 1:
        return []
    return list(ways.values()) if len(ways) <= 2 else []


def _compared(sentence: Sentence, clause: Clause, told: re.Match[str], facts: Facts) -> list[_Held]:
    """All pairs of figures that the words may compare; empty where that is open."""
    sources = [m for m in sentence.sources if clause.start <= m.start < clause.end]
    years = [m for m in sentence.years if clause.start <= m.start < clause.end
             and m.value != "this"]  # fmt: skip
    groups = [m for m in sentence.groups if clause.start <= m.start < clause.end]
    if any(m.value not in OTHER for m in groups) and not (
            clause.indicators == (1,) and {m.value for m in groups} == {"unknown"}):  # fmt: skip
        return []
    named = list(dict.fromkeys(m.value for m in groups))
    at = clause.start + told.start()
    than = THAN.search(clause.text, told.start())
    if sources:
        after = all(m.start >= at for m in sources)
        if years or not than or not after or len(named) > 1:
            return []
        return _with_others(clause, told, named or [sentence.before.group], sources[0].value, facts)
    both = than is None and (
        ALL_GROUPS.search(clause.text) is not None or GAP.search(clause.text) is not None
    )
    if len(named) == 2 and not both:
        subject = [m for m in groups if m.start < at] or groups[:1]
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
    elif indicator in RATIOS and COUNTS.search(clause.text) and "%" not in clause.text:
        return []
    if indicator in RATIOS and told.lastgroup in ("better", "worse"):
        # Of those to whom it happens, not of the ratio.
        up = better_is_good(indicator) == (told.lastgroup == "better")
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
    of_each: dict[str, list[_Held]] = {}
    judged = kind in ("better", "worse", "apart", "alike")
    rows = rows_of_years(clause.text, indicator, named or ["bme"], facts, gap=gap, valued=judged)
    if judged and indicator in RATIOS:
        # What is not known of two years tells nothing; the other measure does.
        rows = [row for row in rows if len(row.series) > 1]
    for row in rows:
        this = row.series.get(facts.year)
        earlier = sorted(year for year in row.series if year < facts.year)
        years = [y for y in spans[0] if y in row.series] if spans else (
            sorted({earlier[0], earlier[-1]}) if earlier else [])  # fmt: skip
        if this is None or not years or up is None:
            return []
        of_each.setdefault(row.group, []).extend(
            _Held(
                this,
                row.series[year],
                row.unit,
                up != row.turned,
                (row.shown(facts.year), row.shown(year)),
            )
            for year in years
        )
    pairs = [pair for held_against in of_each.values() for pair in held_against]
    if len(named) > 1 and ALL_GROUPS.search(clause.text):
        # Of both groups it must hold of either.
        wrong = [told for told in of_each.values() if {pair.sign for pair in told} == {-1}]
        return wrong[0] if wrong else pairs
    return pairs
