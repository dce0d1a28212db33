"""Holds a reading against the facts: it agrees, it contradicts with a kind of fault, or is open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.claims import vocabulary as words
from wres_report.claims.asking import (
    OTHER,
    Asked,
    Candidate,
    Explained,
    asked,
    exchanged,
    scopes_of,
)
from wres_report.claims.candidates import candidates
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.explaining import explain
from wres_report.claims.facts import TRUST, Facts
from wres_report.claims.printed import is_figure
from wres_report.claims.readings import Reading
from wres_report.claims.right_but import fault_of, unit_fits
from wres_report.claims.scope import outside
from wres_report.claims.sentences import Sentence
from wres_report.measures.value import DECIMALS, Unit, write

NO_TOPIC = "Which indicator is meant cannot be told."
NO_FACT = "The data of the trust-year has no such figure."
HIDDEN = "The figure is suppressed, so the claim is not held against it."
LOOSE = "The number is too loosely worded to tell."
TO_COMPARE = "It is the figure to compare with"
OPEN = "The sentence leaves open which figure is meant."


@dataclass(frozen=True)
class Decision:
    """What is decided of a quantity. verdict: None where it is no claim that can be judged."""

    reading: Reading
    verdict: Verdict | None
    why: str
    candidate: Candidate | None = None
    fault: Fault | None = None
    indicator: int = 0
    expected: str = ""
    refuted: bool = False  # by the figures beside it, whatever the data says


def decide_all(sentence: Sentence, readings: list[Reading], facts: Facts) -> list[Decision]:
    """The decisions on the quantities of a sentence, in their order."""
    made, before = [], None
    for reading in readings:
        ask = asked(sentence, reading, facts, before)
        made.append(_decide(sentence, reading, facts, ask))
        before = ask if reading.quantity.unit == "percent" else before
    return made


def _decide(sentence: Sentence, reading: Reading, facts: Facts, ask: Asked) -> Decision:
    if why := outside(sentence, reading):
        return Decision(reading, None, why)
    if _is_bare_row(sentence, reading):
        return Decision(reading, None, "A row of bare figures does not say what they are.")
    if not ask.indicators:
        return Decision(reading, None, NO_TOPIC)
    first = ask.indicators[0] if len(ask.indicators) == 1 else 0
    allowed = candidates(ask)
    if not allowed:
        if facts.hidden & _keys(ask):
            return Decision(reading, Verdict.CANNOT_TELL, HIDDEN, indicator=first)
        explained = explain(ask, [])
        if explained is not None:
            return _contradicts(ask, explained, None)
        return Decision(reading, None, NO_FACT, indicator=first)
    says = [matches(ask, candidate) for candidate in allowed]
    fitting = [c for c, said in zip(allowed, says, strict=True) if said]
    right = [c for c in fitting if c.right_way and unit_fits(ask, c)]
    if right:
        return Decision(
            reading,
            Verdict.AGREES,
            _agreement(ask, right[0]),
            right[0],
            indicator=right[0].fact.indicator,
            expected=shown(ask, right[0]),
        )
    if fitting and not right:
        fault = fault_of(ask, fitting)
        if fault is None:
            return Decision(reading, None, OPEN, indicator=first)
        return _contradicts(ask, fault, fitting[0])
    if None in says:
        return Decision(reading, Verdict.CANNOT_TELL, LOOSE, allowed[0],
                        indicator=allowed[0].fact.indicator)  # fmt: skip
    if reading.topics and _fits_another_topic(ask):
        return Decision(reading, None, OPEN, allowed[0], indicator=allowed[0].fact.indicator)
    if _is_open(ask):
        return Decision(reading, None, OPEN, allowed[0], indicator=allowed[0].fact.indicator)
    explained = explain(ask, allowed)
    if explained is None:
        return Decision(reading, None, OPEN, allowed[0], indicator=allowed[0].fact.indicator)
    return _contradicts(ask, explained, allowed[0])


def _fits_another_topic(ask: Asked) -> bool:
    """Whether a number is right for another topic of its clause than the nearest."""
    every = exchanged(ask, indicators=ask.reading.clause.indicators)
    return any(matches(every, candidate) for candidate in candidates(every))


_OF_A_GROUP = re.compile(
    rf"\s+(?:of|among) (?:our |the |all |its )*(?:{words.GROUP.pattern})", re.I
)


def _is_open(ask: Asked) -> bool:
    """Whether the words may be of another group or subject than those that were looked for."""
    of_a_group = (
        _OF_A_GROUP.match(ask.sentence.text, ask.reading.quantity.end)
        and set(ask.indicators) == {1}
        and not ask.reading.scopes
    )
    return bool(
        # “28.3 % of BME staff are bullied” is no share of the workforce.
        of_a_group or _fits_the_other_group(ask) or _is_labelled(ask) or _is_of_other(ask)
    )


def _fits_the_other_group(ask: Asked) -> bool:
    """Whether a number is right for another group, where the words leave open which is meant.

    They do where the sentence before named both and this one names none; and of a figure to
    compare with, where this one names both and neither beside it.
    """
    named = {m.value for m in ask.sentence.groups if m.value in OTHER}
    inherited = ask.sentence.before.both and not named
    compared = ask.source != TRUST and len(named) > 1 and not ask.reading.sure_group
    if not (inherited or compared):
        return False
    every = exchanged(ask, groups=tuple(OTHER))
    return any(matches(every, candidate) for candidate in candidates(every))


# “likelihood of appointment 1.38; likelihood of learning 1.03”: of a subject that is not known.
_OF_OTHER = re.compile(
    r"\b(?:likelihood|ratio|chances?|odds|rates?|scores?)\s+(?:of|for|on|in)\s+"
    r"(?!the\b|our\b|its\b|an?\b|BME\b|BAME\b|White\b|staff\b|last\b|this\b|20)[a-z]{4,}", re.I,
)  # fmt: skip


def _is_of_other(ask: Asked) -> bool:
    """Whether a clause names a subject of its own, or stands before the one it would be of."""
    clause, told = ask.reading.clause, (*ask.sentence.topics, *ask.sentence.labels)
    inside = {t.indicator for t in told if clause.start <= t.start < clause.end}
    if inside & set(ask.indicators):
        return False
    theirs = [t.start for t in told if t.indicator in ask.indicators]
    if inside - {1} or (theirs and min(theirs) >= clause.end):
        return True
    return clause.start > 0 and not inside and _OF_OTHER.search(clause.text) is not None


# “For White staff: patients 22.4 %, colleagues 17.7 %”: one word stands for a whole subject.
_LABEL = re.compile(
    r"(?:^|[,:;|(.]|\band)\s*(?:the )?(?:(?P<public>patients?|(?:the )?public|relatives|visitors)|"
    r"(?P<staff>colleagues|staff|other staff)|(?P<careers>careers?|promotions?)|"
    r"(?P<unfair>discrimination|managers?))\s*[:–—-]?\s*(?:(?:BME|BAME|White)\s+)?$", re.I,
)  # fmt: skip
_LABELLED = {"public": 5, "staff": 6, "careers": 7, "unfair": 8}


def _is_labelled(ask: Asked) -> bool:
    """Whether a word right before a number, or at the head of its list, names another subject."""
    start = ask.reading.quantity.start
    for text in (ask.sentence.text[:start], ask.sentence.text[:start].rpartition(":")[0] + ":"):
        label = _LABEL.search(text)
        if label and label.lastgroup and _LABELLED[label.lastgroup] not in ask.indicators:
            return True
    return False


def _is_bare_row(sentence: Sentence, reading: Reading) -> bool:
    """“Indicator 2 | 1.38 | 1.61”: cells with nothing but a number may be of any year."""
    text = sentence.text
    bare = [
        q for q in sentence.quantities
        if re.search(r"\|\s*$", text[: q.start]) and re.match(r"\s*(?:\||$)", text[q.end :])
    ]  # fmt: skip
    return len(bare) > 1 and reading.quantity in bare


def _keys(ask: Asked) -> set[str]:
    """The results keys of what is asked for."""
    keys = {f"i1.{scope}_bme_percent" for scope in scopes_of(ask)} if 1 in ask.indicators else set()
    return keys | {f"i{n}.{group}_percent" for n in ask.indicators for group in ask.groups}


def matches(ask: Asked, candidate: Candidate) -> bool | None:
    """Whether the printed number says a candidate."""
    known = {"ratio": 2, "percent": 1, "pp": 1, "count": 0}.get(candidate.unit, 2)
    if candidate.how in ("ratio", "relative", "fold"):
        known = 2 if candidate.how == "ratio" else 1
    return is_figure(ask.reading.quantity.number, candidate.value, absolute=candidate.free,
                     known=known)  # fmt: skip


def _contradicts(ask: Asked, told: Explained, first: Candidate | None) -> Decision:
    candidate = told.candidate or first
    indicator = candidate.fact.indicator if candidate else (ask.indicators or (0,))[0]
    expected = told.expected or (shown(ask, first) if first else "")
    return Decision(ask.reading, Verdict.CONTRADICTS, told.why, candidate, told.fault, indicator,
                    expected)  # fmt: skip


def shown(ask: Asked, candidate: Candidate) -> str:
    """A candidate with as many decimals as the number prints, at least those of its unit."""
    unit = Unit(candidate.unit)
    least = DECIMALS[unit]
    printed = ask.reading.quantity.number.decimals
    decimals = max(least, min(printed, 3))
    value = candidate.value
    if candidate.how in ("gap", "difference"):
        value = candidate.fact.value
    elif candidate.how in ("change", "from benchmark") and candidate.other is not None:
        value = candidate.fact.value - candidate.other.value
    return write(value, unit, decimals)


def _agreement(ask: Asked, candidate: Candidate) -> str:
    fact = candidate.fact
    if (
        candidate.how == "ratio"
        and candidate.fact.unit == "ratio"
        and candidate.value != fact.value
    ):
        return "The ratio is written the other way up than the standard has it."
    if fact.source != "trust":
        whose = f"England, WRES {fact.year}" if fact.source == "england" else "the benchmark group"
        return f"{TO_COMPARE} ({whose})."
    if candidate.other is not None:
        return "It is what the two figures give."
    if fact.year == ask.facts.year:
        return "It is this year's figure, as printed."
    return "It is the figure of the year that is named."


__all__ = ["Decision", "decide_all", "matches"]
