"""Numbers that were taken for one another: of another part, another group, or digits exchanged.

Each of these explains a number that is printed in full. That one of three digits fits by chance
is rare enough, so that less of its sentence needs to be understood than where nothing explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import Asked, Candidate, Explained, exchanged
from wres_report.claims.attaching import attach
from wres_report.claims.candidates import candidates
from wres_report.claims.claim import Fault
from wres_report.claims.figures import RATIOS
from wres_report.claims.printed import is_figure
from wres_report.claims.senses import Sense

_FEWEST_DIGITS, _FEWEST_COUNTED, _FEWEST_OF_A_PART = 3, 100, 20
_PARTS = ("clinical", "non_clinical", "medical", "cluster_1_4", "cluster_5_7", "cluster_8a_vsm")
_RATIO_DECIMALS = 2
_BESIDE, _RIGHT_BESIDE = 1.0, 0.2


def as_exchanged(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    """The ways in which a number printed in full is another one that the data has."""
    number = ask.reading.quantity.number
    if number.hedge or number.loose or ask.reading.quantity.worded or not allowed:
        return
    yield from _as_another_part(ask)
    yield from _as_last_years_count(ask)
    yield from _as_another_count(ask)
    yield from _as_another_ratio(ask, allowed)
    yield from _as_a_slip(ask, allowed)


_OTHERS = re.compile(r"\b(?:other|others|rest|remaining)\b", re.I)


def _as_another_part(ask: Asked) -> Iterator[Explained]:
    """“Non-clinical 14.3 %, clinical 22.0 %”: right for another part of the workforce."""
    quantity = ask.reading.quantity
    counted = quantity.unit == "count" and quantity.value >= _FEWEST_OF_A_PART
    shared = quantity.unit == "percent" and quantity.number.decimals >= 1
    if ask.indicators != (1,) or not (counted or shared) or _OTHERS.search(ask.sentence.text):
        return
    own = ask.reading.scopes[:1]
    if not set(own) <= set(_PARTS) or not own or not ask.year_is_told:
        return
    choices = attach(ask.sentence.text, ask.sentence.quantities, ask.sentence.scopes)
    chosen = choices[ask.sentence.quantities.index(quantity)]
    if not chosen or chosen[0][0] != own[0] or chosen[0][1] > _BESIDE or len(chosen) > 1:
        return
    kind = kinds.COUNT if counted else kinds.WITHIN if ask.whole.group else kinds.SHARE
    for fact in ask.facts.find([1], [kind], ask.groups or ("bme",), _PARTS, [ask.facts.year]):
        if fact.of != own[0] and is_figure(quantity.number, fact.value, known=1):
            why = "It is the figure of another part of the workforce."
            yield Explained(Fault.SWAPPED_GROUPS, why, allowed_of(ask, own[0], kind))


def allowed_of(ask: Asked, scope: str, kind: str) -> Candidate | None:
    """The figure that was looked for, of a part of the workforce."""
    found = ask.facts.find([1], [kind], ask.groups or ("bme",), [scope], [ask.facts.year])
    return Candidate(found[0].value, found[0].unit, found[0]) if found else None


def _as_another_count(ask: Asked) -> Iterator[Explained]:
    """“1,900 White staff took part”: the count of another group, or of all."""
    quantity = ask.reading.quantity
    if quantity.unit != "count" or quantity.value < _FEWEST_COUNTED or not ask.reading.sure_group:
        return
    if len(ask.indicators) != 1 or not ask.year_is_told or not _is_labelled(ask):
        return
    named = {mention.value for mention in ask.sentence.groups}
    others = tuple(g for g in kinds.GROUPS if g not in named)
    for candidate in candidates(exchanged(ask, groups=others)):
        if candidate.how == "level" and candidate.value == quantity.value:
            yield Explained(Fault.SWAPPED_GROUPS, "It is the count of another group.", candidate)


def _as_last_years_count(ask: Asked) -> Iterator[Explained]:
    """“In 2021 the trust had 1,015 BME employees”: so many it had a year before, or after."""
    quantity = ask.reading.quantity
    if quantity.unit != "count" or quantity.value < _FEWEST_COUNTED or not ask.reading.sure_group:
        return
    if len(ask.indicators) != 1 or not ask.year_is_told or ask.reading.used.sense is not (
            Sense.LEVEL):  # fmt: skip
        return
    this = ask.facts.year
    others = tuple({this, this - 1} - set(ask.years_of(ask.indicators[0])))
    for candidate in candidates(exchanged(ask, years=others, groups=ask.groups[:1])):
        if candidate.how == "level" and candidate.value == quantity.value:
            when = "this" if candidate.fact.year == this else "last"
            yield Explained(Fault.LAST_YEARS_FIGURE, f"The figure is {when} year's.", candidate)


def _as_another_ratio(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    """“Recruitment 1.09, discipline 0.64”: the ratio of another indicator."""
    quantity = ask.reading.quantity
    if quantity.unit not in ("bare", "times") or quantity.number.decimals < _RATIO_DECIMALS:
        return
    if len(ask.indicators) != 1 or ask.indicators[0] not in RATIOS or not ask.year_is_told:
        return
    if ask.source != kinds.TRUST or not all(c.how == "ratio" for c in allowed):
        return
    others = [n for n in RATIOS if n not in ask.indicators]
    for fact in ask.facts.find(others, [kinds.RATIO], [""], [""], [ask.facts.year]):
        if is_figure(quantity.number, fact.value):
            why = f"It is the ratio of indicator {fact.indicator}."
            yield Explained(Fault.WRONG_VALUE, why, allowed[0])


_A_WHOLE = re.compile(r"\b(?:out )?of (?:the |our |all |its )*$", re.I)


def _is_labelled(ask: Asked) -> bool:
    """Whether a group stands right beside a count, which is not what others are counted of."""
    quantity = ask.reading.quantity
    if _A_WHOLE.search(ask.sentence.text[: quantity.start]):
        return False
    choices = attach(ask.sentence.text, ask.sentence.quantities, ask.sentence.groups)
    chosen = choices[ask.sentence.quantities.index(quantity)]
    return bool(chosen) and chosen[0][1] <= _RIGHT_BESIDE and chosen[0][0] in ask.reading.groups


def _as_a_slip(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    """“3,868 White and 1,011 BME staff” of 1,101: two digits side by side are exchanged."""
    quantity = ask.reading.quantity
    printed = re.sub(r"\D", "", quantity.number.text)
    if len(printed) < _FEWEST_DIGITS or ask.reading.used.sense is not Sense.LEVEL:
        return
    if quantity.unit != "bare" and not (ask.reading.sure_group or ask.source != kinds.TRUST):
        return
    for candidate in allowed:
        if candidate.how not in ("level", "ratio"):
            continue
        right = f"{abs(candidate.value):.{quantity.number.decimals}f}".replace(".", "")
        if len(right) == len(printed) and printed in _slips(right):
            yield Explained(Fault.WRONG_VALUE, "Two of its digits are exchanged.", candidate)


def _slips(digits: str) -> set[str]:
    """A number with each two neighbouring digits exchanged that differ."""
    return {
        f"{digits[:n]}{digits[n + 1]}{digits[n]}{digits[n + 2 :]}"
        for n in range(len(digits) - 1) if digits[n] != digits[n + 1]
    }  # fmt: skip
