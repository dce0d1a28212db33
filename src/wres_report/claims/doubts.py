"""What keeps a number that no reading allows from being accused: it may be something else.

A percentage may be worked out from two counts beside it, a count may be of those to whom a thing
did not happen, and a percentage in brackets may be a change in per cent.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wres_report.claims.bases import BASES
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.counting import CHANGED
from wres_report.claims.deciding import OPEN, Decision
from wres_report.claims.facts import TRUST
from wres_report.claims.printed import is_figure, says_in_words
from wres_report.claims.quantities import Quantity
from wres_report.claims.senses import Sense

FEWEST = 5
_BY_CHANCE = (
    Fault.WRONG_VALUE, Fault.ROW_FOR_COLUMN, Fault.LAST_YEARS_FIGURE, Fault.SWAPPED_GROUPS,
    Fault.ROUNDING,
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|without|no longer)\b(?! (?:known|stated|given|declared|only|"
                      r"recorded|disclosed|just)\b)|n[’']t\b", re.I)  # fmt: skip
_WANTED = re.compile(r"\b(?:we|trust|it|they) (?:still |would |will |may )?needs?\b|"
                     r"\bin order to\b|\b(?:needed|required) to\b", re.I)  # fmt: skip
_BEFORE_THAT = re.compile(r"\bthe year before (?:it|that|this|last)\b|\bbefore that\b", re.I)
_STAFF = re.compile(r"\b(?:members of staff|staff|workforce|employees|colleagues)\b", re.I)
_BOARD = re.compile(r"\bboards?\b|\bvot\w+|\bdirectors?\b|\bexecutives?\b|"
                    r"\bmembers?\b(?! of staff)", re.I)  # fmt: skip
# “64 % of the chance” is a ratio; “a 7.7 % chance” is a rate.
_OF_A_CHANCE = re.compile(
    r"\s+of (?:the |their |its |that )*(?:\w+ )?"
    r"(?:chance|likelihood|odds|success|rate|prospects?)\b", re.I,
)  # fmt: skip
# “64 % were not appointed”: of the others.
_DID_NOT = re.compile(
    r"[^,;.]{0,60}?\b(?:were|was|are|is|did|do|have|had|has)(?: not|n[’']t)\b", re.I
)
# “28% of those appointed were BME, as were 35% of those shortlisted.”
_AS_DID = re.compile(r"\bas (?:did|do|does|were|was|are|is|had|have|has)\s*$", re.I)
_TO_NEXT = re.compile(r"\s*(?:to|→|->)\s*", re.I)
BOARD = 9
_WORKED_OUT = "It is what two counts of the sentence give."


def with_doubts(decisions: list[Decision]) -> list[Decision]:
    """The decisions; of those that accuse, the doubtful ones left open."""
    return [_weighed(decision, decisions) for decision in decisions]


def _weighed(decision: Decision, all_: list[Decision]) -> Decision:
    if decision.verdict is not Verdict.CONTRADICTS:
        return decision
    if decision.fault is Fault.WRONG_BENCHMARK and _is_told_beside(decision, all_):
        return _open(decision)
    if decision.fault not in _BY_CHANCE:
        return decision
    here = decision.reading.quantity
    if here.unit == "percent" and decision.reading.used.sense is Sense.LEVEL and not here.parts:
        given = _given_by_counts(here, all_)
        if given == "right":
            return replace(decision, verdict=Verdict.AGREES, fault=None, why=_WORKED_OUT,
                           expected=here.number.text)  # fmt: skip
        if given or _is_relative_change(decision, all_):
            return _open(decision)
    if here.parts and here.parts[1] in BASES.values() and _is_restated(decision, all_):
        return _open(decision)
    if _is_of_another_matter(decision):
        return _open(decision)
    if here.unit == "percent" and _is_of_others_or_before(decision, all_):
        return _open(decision)
    if here.unit == "count" and (
        _NEGATED.search(decision.reading.clause.text) or _is_so_many_more(decision)
    ):
        return _open(decision)
    return decision


def _is_told_beside(decision: Decision, all_: list[Decision]) -> bool:
    """“better than England, 0.64 to 1.61”: the figure to compare with is the other one."""
    if decision.reading.sure_group:
        return False
    return any(
        other.verdict is Verdict.AGREES and other.candidate is not None
        and other.candidate.how == "level" and other.candidate.fact.source != TRUST
        and other.indicator == decision.indicator
        for other in all_ if other is not decision
    )  # fmt: skip


def _is_of_another_matter(decision: Decision) -> bool:
    """A chance, a wish, staff where the board was told before, a year before the year before."""
    here, text = decision.reading.quantity, decision.reading.clause.text
    start = decision.reading.clause.start
    right = text[here.end - start :]
    if here.unit == "percent" and _OF_A_CHANCE.match(right):
        return True
    if _WANTED.search(text):
        return True
    if decision.indicator == BOARD and _STAFF.search(text) and not _BOARD.search(text):
        return True
    return decision.fault is Fault.LAST_YEARS_FIGURE and bool(_BEFORE_THAT.search(text))


def _is_of_others_or_before(decision: Decision, all_: list[Decision]) -> bool:
    """A share of those to whom it did not happen, or of whom the same is said.

    Also the first of two figures of a movement, and a figure alone in brackets behind another,
    which may be last year's or the one to compare with.
    """
    left, right = decision.reading.left, decision.reading.right
    if _DID_NOT.match(right):
        return True
    if left.strip() == "(" and right.startswith(")") and not _says_again(decision, all_):
        return True
    if _AS_DID.search(left):
        return True
    return decision.fault is Fault.LAST_YEARS_FIGURE and bool(_TO_NEXT.fullmatch(right))


def _says_again(decision: Decision, all_: list[Decision]) -> bool:
    """Whether a number says in figures what the one before it says in words."""
    before = all_[: all_.index(decision)][-1:]
    return any(says_in_words(other.reading.quantity, decision.reading.quantity) for other in before)


def _is_so_many_more(decision: Decision) -> bool:
    """“one case fewer”: a change, which cannot be told without the count of before."""
    candidate = decision.candidate
    level = candidate is not None and candidate.how == "level"
    return level and CHANGED.match(decision.reading.right) is not None


def _is_restated(decision: Decision, all_: list[Decision]) -> bool:
    """“1.5% and 1.1%: 15 and 11 in every thousand”: a figure of the sentence in other words."""
    number = decision.reading.quantity.number
    return any(
        other.verdict is Verdict.AGREES and other.reading.quantity.unit == "percent"
        and is_figure(number, other.reading.quantity.value, known=1) is not False
        for other in all_ if other is not decision
    )  # fmt: skip


def _open(decision: Decision) -> Decision:
    return replace(decision, verdict=None, fault=None, why=OPEN)


def _given_by_counts(here: Quantity, decisions: list[Decision]) -> str:
    """Whether two counts of the sentence give a percentage: “right” where both agree."""
    counts = [d for d in decisions if d.reading.quantity.unit == "count"]
    wholes = [(d.reading.quantity.parts, d) for d in decisions
              if d.reading.quantity.parts and not d.reading.quantity.number.loose]  # fmt: skip
    pairs: list[tuple[float, float, tuple[Decision, ...]]] = [
        (some.reading.quantity.value, every.reading.quantity.value, (some, every))
        for some in counts for every in counts
        if every.reading.quantity.value >= max(FEWEST, some.reading.quantity.value)
        and some is not every
    ]  # fmt: skip
    pairs += [(parts[0], parts[1], (d,)) for parts, d in wholes if parts and parts[1] >= FEWEST]
    given = ""
    for some, every, told in pairs:
        if is_figure(here.number, 100 * some / every, known=1):
            if all(d.verdict is Verdict.AGREES for d in told):
                return "right"
            given = "open"
    return given


def _is_relative_change(decision: Decision, all_: list[Decision]) -> bool:
    """“rose by 1.3 points (8%)”: the same change in per cent, beside one in points."""
    here = decision.reading.quantity
    beside = [d for d in all_ if d is not decision and d.candidate is not None
              and d.candidate.how == "change" and d.candidate.other is not None]  # fmt: skip
    for other in beside:
        candidate = other.candidate
        if candidate is None or candidate.other is None or not candidate.other.value:
            continue
        change = 100 * (candidate.fact.value - candidate.other.value) / candidate.other.value
        if is_figure(here.number, change, absolute=True, known=1):
            return True
    return False
