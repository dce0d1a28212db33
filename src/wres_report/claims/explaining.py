"""Why a number that no reading allows stands there: another year, the other group, turned round.

Only a fault that explains the number makes it an accusation. A number that nothing explains is
accused only where every word of its clause is known and nothing about it is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wres_report.claims import facts as kinds
from wres_report.claims.asking import OTHER, Asked, Candidate, Explained, exchanged
from wres_report.claims.candidates import candidates
from wres_report.claims.claim import Fault
from wres_report.claims.facts import TRUST
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.lexicon import is_understood
from wres_report.claims.mentions import wres_years
from wres_report.claims.printed import NEAR, is_figure, off_by_one
from wres_report.claims.senses import Sense
from wres_report.claims.taken_for import as_exchanged
from wres_report.claims.unexplained import (
    LARGE,
    as_part_of_a_whole,
    as_the_whole,
    as_wrong,
    is_counted,
    is_told,
)
from wres_report.measures.value import Unit, write


def explain(ask: Asked, allowed: list[Candidate]) -> Explained | None:
    """The one fault that explains a number, in a fixed order; None where it stays open."""
    if len(ask.indicators) > 2:
        return None
    if not (ask.reading.clause.sure or _is_borne_out(ask)):
        weak = len(ask.indicators) == 1 and ask.source == TRUST
        return next(as_exchanged(ask, allowed), None) if weak else None
    scored = any(map(ask.facts.is_scored, ask.indicators))
    if ask.reading.quantity.unit == "bare" and set(ask.indicators) <= set(SURVEY) and not scored:
        return None  # whether it is a percentage is not told
    for found in _explanations(ask, allowed):
        return found
    return None


def _is_borne_out(ask: Asked) -> bool:
    """Whether a ratio beside it, printed in full, is of the subject that a weak word tells."""
    known = [f for n in ask.indicators for f in ask.facts.every(n)
             if f.year == ask.facts.year and (f.source, f.unit) == (TRUST, "ratio")]  # fmt: skip
    return len(ask.indicators) == 1 and any(
        q.unit == "bare" and q.number.decimals >= _IN_FULL and q.start != ask.reading.quantity.start
        and ask.sentence.clause_of(q.start).indicators == ask.indicators and not q.number.hedge
        and any(is_figure(q.number, fact.value) for fact in known)
        for q in ask.sentence.quantities
    )  # fmt: skip


_IN_FULL = 2  # decimals of a ratio


def _explanations(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    if ask.source != TRUST:
        yield from _as_benchmark(ask, allowed)
        return
    yield from _as_percent_on_ratio(ask)
    yield from _as_the_other_way(ask)
    yield from _as_points(ask)
    if not allowed:
        if ask.whole.told:
            yield from _as_transposed(ask)
        return
    yield from _as_inverted(ask, allowed)
    yield from as_part_of_a_whole(ask, allowed)
    yield from as_the_whole(ask)
    if ask.reading.quantity.unit == "count" and not _count_is_told(ask):
        yield from as_exchanged(ask, allowed)
        return
    yield from _as_other_group(ask)
    yield from _as_transposed(ask)
    yield from _as_other_year(ask)
    yield from _as_rounded(ask, allowed)
    yield from as_exchanged(ask, allowed)
    yield from as_wrong(ask, allowed)


def _fits(ask: Asked, found: list[Candidate]) -> Candidate | None:
    number = ask.reading.quantity.number
    for candidate in found:
        known = {"ratio": 2, "count": 0}.get(candidate.unit, 1)
        if number.hedge in ("over", "under") and abs(number.value) < abs(candidate.value) * (
            1 - NEAR
        ):
            continue
        if number.hedge in ("over", "under") and abs(number.value) > abs(candidate.value) * (
            1 + NEAR
        ):
            continue
        if is_figure(number, candidate.value, absolute=candidate.free, known=known):
            return candidate
    return None


def _as_percent_on_ratio(ask: Asked) -> Iterator[Explained]:
    """“a relative likelihood of 1.38 %”, “1.38 % more likely”."""
    quantity, used = ask.reading.quantity, ask.reading.used
    if quantity.unit not in ("percent", "pp") or quantity.worded:
        return
    indicators = [n for n in ask.indicators if n in RATIOS]
    if quantity.unit == "pp":
        yield from _as_points_on_ratio(ask, indicators)
        return
    told = re.search(r"\blikelihood\b|\bratio\b|\bas likely\b", ask.reading.clause.text, re.I)
    grouped = any(m.value in OTHER for m in ask.sentence.groups)
    if not indicators or not (used.sense is Sense.RELATIVE or told or not grouped):
        return
    for fact in ask.facts.find(indicators, [kinds.RATIO], [""], [""], ask.years_of(indicators[0])):
        level = used.sense is Sense.LEVEL
        for value in (fact.value, 1 / fact.value if fact.value else 0.0):
            if value and (is_figure(quantity.number, value)
                          or (level and is_figure(quantity.number, 100 * value))):  # fmt: skip
                candidate = Candidate(value, "ratio", fact, "ratio")
                why = "The figure is a ratio, which has no unit."
                yield Explained(Fault.PERCENT_ON_RATIO, why, candidate, f"{value:.2f}")


_RATIO = re.compile(r"\bratios?\b|\blikelihood\b", re.I)
_DISTANCE = re.compile(r"\bgap\b|\bdifferen\w+|\bapart\b|\bchang\w+|\bby\b|\bfrom\b|\bthan\b", re.I)


def _as_points_on_ratio(ask: Asked, indicators: list[int]) -> Iterator[Explained]:
    """“the likelihood ratio is 1.46 percentage points”."""
    quantity, clause = ask.reading.quantity, ask.reading.clause.text
    if not _RATIO.search(clause) or _DISTANCE.search(clause) or quantity.number.decimals < 1:
        return
    for fact in ask.facts.find(indicators, [kinds.RATIO], [""], [""], [ask.facts.year]):
        if is_figure(quantity.number, fact.value):
            why = "The figure is a ratio, which has no unit."
            candidate = Candidate(fact.value, "ratio", fact, "ratio")
            yield Explained(Fault.PERCENT_ON_RATIO, why, candidate, f"{fact.value:.2f}")


def _as_inverted(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    quantity, used = ask.reading.quantity, ask.reading.used
    number = quantity.number
    for candidate in allowed:
        if candidate.how not in ("ratio", "relative") or not candidate.value:
            continue
        survey = candidate.fact.indicator in SURVEY
        fault = Fault.SWAPPED_GROUPS if survey else Fault.INVERTED_RATIO
        if candidate.how == "ratio":
            turned = is_figure(number, 1 / candidate.value)
        else:
            value = candidate.fact.value if candidate.other is None else (
                candidate.fact.value / candidate.other.value)  # fmt: skip
            ways = (
                100 * (value - 1),
                100 * (1 / value - 1),
                100 * (1 - value),
                100 * (1 - 1 / value),
            )
            turned = used.up is not None and any(
                way > 0 and is_figure(number, way) for way in ways)  # fmt: skip
        if turned:
            why = "It is the ratio the other way up: the groups are exchanged."
            yield Explained(fault, why, candidate, "")


def _as_the_other_way(ask: Asked) -> Iterator[Explained]:
    """“38 % less likely” of those who are 38 % more likely."""
    used = ask.reading.used
    if (
        ask.reading.quantity.unit != "percent"
        or used.sense is not Sense.RELATIVE
        or used.up is None
    ):
        return
    turned = exchanged(ask, reading=replace(ask.reading, used=replace(used, up=not used.up)))
    swapped = exchanged(ask, sides=ask.sides[::-1]) if ask.sides else turned
    if found := _fits(ask, candidates(turned)) or _fits(ask, candidates(swapped)):
        survey = found.fact.indicator in SURVEY
        fault = Fault.SWAPPED_GROUPS if survey else Fault.INVERTED_RATIO
        expected = f"{found.fact.value:.2f}" if found.other is None else ""
        yield Explained(
            fault, "It is the other way round: the groups are exchanged.", found, expected
        )


def _as_points(ask: Asked) -> Iterator[Explained]:
    """“6.3 % more likely” of a gap of 6.3 points."""
    if ask.reading.quantity.unit != "percent" or ask.reading.used.sense is not Sense.RELATIVE:
        return
    indicators = [n for n in ask.indicators if n in SURVEY]
    for fact in ask.facts.find(indicators, [kinds.GAP], [""], [""], [ask.facts.year]):
        if is_figure(ask.reading.quantity.number, fact.value, absolute=True, known=1):
            candidate = Candidate(abs(fact.value), "pp", fact, "gap", free=True)
            why = "It is the difference in percentage points, not in per cent."
            yield Explained(Fault.PP_FOR_PERCENT, why, candidate, write(fact.value, Unit.PP))


def _count_is_told(ask: Asked) -> bool:
    """Whether a whole number is surely meant as one of the counts; a small one fits by chance."""
    large = ask.reading.quantity.value >= LARGE
    quantity = ask.reading.quantity
    counted = is_counted(quantity)
    understood = is_understood(ask.sentence.text, quantity.start, quantity.end, counted=counted)
    return ask.reading.sure_group and (large or understood)


_BEHIND_A_COUNT = re.compile(r"\b\d{1,3}(?:,\d{3})*(?:\s+\w+){0,2}\s*[(\[]\s*$")


def _as_other_group(ask: Asked) -> Iterator[Explained]:
    told = ask.whole.group or (ask.reading.sure_group and ask.groups[0])
    if not told or told not in OTHER or ask.reading.used.sense is not Sense.LEVEL:
        return
    other = exchanged(ask, groups=(OTHER[told],))
    if found := _fits(ask, candidates(other)):
        name = "White" if OTHER[told] == "white" else ask.facts.term
        yield Explained(Fault.SWAPPED_GROUPS, f"It is the figure of {name} staff.", found)


def _as_transposed(ask: Asked) -> Iterator[Explained]:
    if ask.reading.quantity.unit != "percent" or ask.reading.used.sense is not Sense.LEVEL:
        return
    if set(ask.indicators) & set(SURVEY):
        return
    # “White 486 (68.8%)” may be of either whole: of its row or of its column.
    if _BEHIND_A_COUNT.search(ask.sentence.text[: ask.reading.quantity.start]):
        return
    if set(ask.indicators) & set(RATIOS) and not (ask.whole.told or ask.whole.share):
        return
    if found := _fits(ask, candidates(exchanged(ask, transposed=True))):
        why = "It is the percentage of the other whole: a row taken for a column."
        expected = "" if candidates(ask) else "not supplied"
        yield Explained(Fault.ROW_FOR_COLUMN, why, found, expected)


def _as_other_year(ask: Asked) -> Iterator[Explained]:
    this = ask.facts.year
    grouped = len(ask.groups) == 1 or ask.reading.sure_group or ask.whole.told
    if ask.reading.quantity.unit == "percent" and not grouped:
        return
    if ask.reading.used.sense in (Sense.CHANGE, Sense.FROM_BENCHMARK) or not ask.year_is_told:
        return
    own = {y for n in ask.indicators for y in ask.years_of(n)}
    years = [y for y in range(this, this - 8, -1) if y not in own]
    if found := _fits(ask, candidates(exchanged(ask, years=tuple(years)))):
        when = "last year's" if found.fact.year == this - 1 else f"that of WRES {found.fact.year}"
        yield Explained(Fault.LAST_YEARS_FIGURE, f"The figure is {when}.", found)


def _as_rounded(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    number = ask.reading.quantity.number
    if number.hedge or number.loose or ask.reading.quantity.worded or not is_told(ask):
        return
    first = allowed[0]
    value = abs(first.value) if first.free else first.value
    quantity = ask.reading.quantity
    shown = number.decimals or (
        quantity.unit == "percent"
        and not ask.sentence.scopes
        and is_understood(ask.sentence.text, quantity.start, quantity.end)
    )
    if ask.reading.quantity.unit != "count" and shown and off_by_one(number, value):
        yield Explained(Fault.ROUNDING, "The last digit is not as the figure rounds.", first)


def _as_benchmark(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    """A figure to compare with that is none; of other years these are restated."""
    if (
        ask.sentence.before.national
        or ask.reading.quantity.number.signed
        or ask.reading.quantity.unit == "count"
    ):
        return
    if not allowed or not _of_late(ask) or ask.reading.used.sense not in (
            Sense.LEVEL, Sense.RELATIVE):  # fmt: skip
        return
    if "white" in ask.groups[:1] and allowed[0].fact.group == "bme":
        return
    if not {c.fact.year for c in allowed} & {ask.facts.year, ask.facts.year - 1}:
        return
    why = "It is not the figure to compare with."
    yield Explained(Fault.WRONG_BENCHMARK, why, allowed[0])


def _of_late(ask: Asked) -> bool:
    """Whether a figure to compare with is of this year or the last; older ones are restated."""
    late = {ask.facts.year, ask.facts.year - 1}
    told = [y for y in ask.reading.years if y != "?"]
    return all(set(wres_years(y, ask.indicators[0], ask.facts.year)) & late for y in told)
