"""A number that is right but for its unit or its direction."""

from __future__ import annotations

import re

from wres_report.claims.asking import Asked, Candidate, Explained
from wres_report.claims.claim import Fault
from wres_report.claims.facts import SCORE
from wres_report.measures.value import Unit, write

_OF_PERCENT = re.compile(r"%|per ?cent|pp\b", re.I)
# “eight points above ours”: the other figure is the subject, so the direction is the other way.
_BESIDE_US = re.compile(
    r"[^.;]{0,40}\b(?:ours|us|our own|(?:the|this) trust(?:[’']s)?|"
    r"our (?:figure|share|rate|trust))\b",
    re.I,
)


def unit_fits(ask: Asked, candidate: Candidate) -> bool:
    """Whether the unit that is printed is that of a candidate."""
    unit = ask.reading.quantity.unit
    if candidate.fact.unit == SCORE and candidate.unit == "pp":
        return not _OF_PERCENT.search(ask.reading.quantity.number.text)
    if candidate.unit == "pp":
        return unit in ("pp", "bare")
    if candidate.how == "relative change":
        return unit == "percent"
    return True


def fault_of(ask: Asked, fitting: list[Candidate]) -> Explained | None:
    """The fault of a number that is right but for its unit or direction."""
    wrong_unit = [c for c in fitting if not unit_fits(ask, c)]
    if wrong_unit and len(wrong_unit) == len(fitting):
        if not ask.reading.clause.sure and not ask.reading.groups:
            return None
        if all(candidate.fact.unit == SCORE for candidate in wrong_unit):
            why = "The difference between two scores is in points of the score, not in per cent."
            expected = write(abs(wrong_unit[0].value), Unit.SCORE)
            return Explained(Fault.PP_FOR_PERCENT, why, wrong_unit[0], expected)
        why = "The difference between two percentages is in percentage points, not in %."
        if ask.reading.quantity.unit == "pp":
            why = "In percentage points it is another number; this is the change in per cent."
        expected = _points(ask, wrong_unit[0])
        return Explained(Fault.PP_FOR_PERCENT, why, wrong_unit[0], expected)
    if _BESIDE_US.match(ask.sentence.text[ask.reading.quantity.end :]):
        return None
    wrong_way = next(c for c in fitting if not c.right_way)
    why = "The number is right, and the direction is not."
    return Explained(Fault.WRONG_DIRECTION, why, wrong_way, _signed(wrong_way))


def _points(ask: Asked, candidate: Candidate) -> str:
    if candidate.other is not None:
        difference = candidate.fact.value - candidate.other.value
        if (
            candidate.how == "change" and ask.reading.quantity.unit == "percent"
        ) or candidate.how != "change":
            return write(difference, Unit.PP)
    return _signed(candidate)


def _signed(candidate: Candidate) -> str:
    if candidate.other is not None and candidate.how != "relative change":
        unit = Unit.RATIO if candidate.fact.unit == "ratio" else Unit.PP
        return write(candidate.fact.value - candidate.other.value, unit)
    return write(candidate.fact.value, Unit(candidate.fact.unit))
