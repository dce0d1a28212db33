"""An accusation needs that the sentence was understood: what keeps one from being made.

An author whom nobody has read puts things in ways that no rule foresaw. Such a sentence mostly
shows it: it has a figure that was not understood, it prints the very figure that was looked for,
its number is right for something else, or it speaks of people or a place that no word list knows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.asking import OTHER
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import LOOSE, Decision
from wres_report.claims.facts import RATE, SHARE, TRUST, Facts
from wres_report.claims.figures import SURVEY
from wres_report.claims.printed import is_figure, says_in_words
from wres_report.claims.senses import Sense
from wres_report.claims.sentences import Sentence
from wres_report.claims.unexplained import OF_A_WHOLE
from wres_report.claims.words_understood import (
    BOTH_WAYS,
    UNKNOWN_WORDS,
    goes_both_ways,
    strange_in,
)

BESIDE = "The figure that was looked for stands beside it, so this one may be of something else."
ANOTHERS = "It is the right figure of another subject, which the words may mean."
NOT_ALL = "Another figure of the sentence was not understood."
BY_COUNTS = "It may be worked out from the counts beside it."
FAR = "It is too far from every figure that was looked for to be one of them."
OTHERS_THAN = "It is the share of all others, whom the words may mean."
SAID_TWICE = "Two figures of the sentence are off in the same way, so it was meant in another way."
# These explain a number by what happens to be near, and not by what the words do with it.
_WEAK = (
    Fault.WRONG_VALUE, Fault.LAST_YEARS_FIGURE, Fault.ROW_FOR_COLUMN, Fault.WRONG_BENCHMARK,
    Fault.ROUNDING,
)  # fmt: skip
_HEADLINES = {1: "workforce", 9: "voting", **dict.fromkeys(SURVEY, "")}
# “BME people made up 28.3 % of the workforce”
_WHOLE = re.compile(r"\s*of (?:the |our |all )*(?:(?P<of1>(?:whole )?workforce)|(?P<of9>voting "
                    r"(?:seats|members\w*)))\b(?! (?:who|whose|that)\b)", re.I)  # fmt: skip
MOST_TIMES = 2
_LABEL = re.compile(r"(?: (?:staff|colleagues|people|employees))?\s*[,:=–-]\s*", re.I)


def only_understood(sentence: Sentence, decisions: list[Decision], facts: Facts) -> list[Decision]:
    """The decisions; those that accuse in a sentence that was not understood are left open."""
    return [
        replace(decision, verdict=None, fault=None, why=why)
        if decision.verdict is Verdict.CONTRADICTS
        and (why := _not_understood(sentence, decision, decisions, facts))
        else decision
        for decision in decisions
    ]


def _not_understood(
    sentence: Sentence, decision: Decision, decisions: list[Decision], facts: Facts
) -> str:
    """Why an accusation is not made; empty where it stands."""
    quantity = decision.reading.quantity
    if decision.refuted:
        return ""
    if strange := strange_in(sentence.text, quantity.start, quantity.end, decision.fault):
        return f"{UNKNOWN_WORDS}{', '.join(strange)}."
    if goes_both_ways(sentence.text, decision.fault):
        return BOTH_WAYS
    if _may_be_another(sentence, decision) and _right_stands_beside(decision, decisions):
        return BESIDE
    if _is_anothers(sentence, decision, decisions, facts) or _is_of_the_pair(
        sentence, decision, decisions
    ):
        return ANOTHERS
    if _stands_beside_an_open_one(decision, decisions):
        return NOT_ALL
    if decision.fault is Fault.ROW_FOR_COLUMN and any(
            other.reading.quantity.unit == "count" for other in decisions):  # fmt: skip
        return BY_COUNTS
    if _is_said_twice(decision, decisions, facts.year):
        return SAID_TWICE
    if decision.fault is Fault.ROW_FOR_COLUMN and _is_of_a_pair(decision, decisions):
        return ANOTHERS
    if _is_of_all_others(decision, facts):
        return OTHERS_THAN
    if _is_loose(decision):
        return LOOSE
    return FAR if _is_far(decision) else ""


def _is_of_the_pair(sentence: Sentence, decision: Decision, decisions: list[Decision]) -> bool:
    """“1.54 % of them did, against 1.06 %”: one figure is that group's, so this is the other's."""
    if decision.fault is not Fault.SWAPPED_GROUPS or decision.candidate is None:
        return False
    start, fact = decision.reading.quantity.start, decision.candidate.fact
    if any(_LABEL.fullmatch(sentence.text[group.end : start]) for group in sentence.groups):
        return False
    return any(
        other.verdict is Verdict.AGREES and other.candidate is not None
        and other.candidate.fact.group == OTHER.get(fact.group)
        and (other.candidate.fact.indicator, other.candidate.fact.kind, other.candidate.fact.of,
             other.candidate.fact.year) == (fact.indicator, fact.kind, fact.of, fact.year)
        for other in decisions if other is not decision
    )  # fmt: skip


def _may_be_another(sentence: Sentence, decision: Decision) -> bool:
    """Whether a figure may be of something else; of the other group only if that follows it."""
    if decision.fault is not Fault.SWAPPED_GROUPS:
        return decision.fault in _WEAK or decision.fault is Fault.INVERTED_RATIO
    end, own = decision.reading.quantity.end, decision.reading.groups[:1]
    following = sentence.text[end:].partition(";")[0]
    last = end + len(following)
    return any(
        mention.value in OTHER and mention.value not in own and end <= mention.start < last
        for mention in sentence.groups
    )


_VALUE = re.compile(r"\d[\d,]*(?:\.(?P<decimals>\d+))?")


def _right_stands_beside(decision: Decision, decisions: list[Decision]) -> bool:
    """Whether the sentence prints the figure that was looked for, and prints it rightly."""
    dated = any(year != "?" for year in decision.reading.years)
    if dated and decision.fault is Fault.WRONG_VALUE and decision.reading.quantity.unit != "count":
        return False
    return any(
        other.verdict is Verdict.AGREES and other.indicator == decision.indicator
        and _is_same(other.expected, decision.expected)
        for other in decisions if other is not decision
    )  # fmt: skip


def _is_same(one: str, other: str) -> bool:
    """Whether two figures as printed are the same to the decimals that both have."""
    first, second = _VALUE.search(one), _VALUE.search(other)
    if first is None or second is None or one.endswith("%") != other.endswith("%"):
        return False
    decimals = min(len(first["decimals"] or ""), len(second["decimals"] or ""))
    values = [float(found[0].replace(",", "")) for found in (first, second)]
    return abs(values[0] - values[1]) < 0.51 * 10.0**-decimals


def _stands_beside_an_open_one(decision: Decision, decisions: list[Decision]) -> bool:
    """Whether another figure was not understood; one that is only exchanged with this one was."""
    return (
        decision.reading.quantity.unit != "count"
        and decision.fault in (Fault.WRONG_VALUE, Fault.LAST_YEARS_FIGURE, Fault.ROW_FOR_COLUMN)
        and any(
            other.verdict is None
            and not says_in_words(other.reading.quantity, decision.reading.quantity)
            and not _is_same(other.reading.quantity.number.text.removesuffix("%"),
                             decision.expected.removesuffix("%"))
            for other in decisions
        )
    )  # fmt: skip


def _is_anothers(
    sentence: Sentence, decision: Decision, decisions: list[Decision], facts: Facts
) -> bool:
    """Whether a percentage is right for another subject of this year, and none is surely told."""
    reading = decision.reading
    quantity = reading.quantity
    if (
        quantity.unit != "percent" or reading.used.sense is not Sense.LEVEL
        or quantity.number.decimals < 1 or decision.fault not in (*_WEAK, Fault.SWAPPED_GROUPS)
    ):  # fmt: skip
        return False
    tied = decision.fault in (Fault.LAST_YEARS_FIGURE, Fault.SWAPPED_GROUPS)
    if not tied and decision.fault is not Fault.WRONG_BENCHMARK and (
            _is_told(sentence, decision) or _is_told_by_another(decision, decisions)):  # fmt: skip
        return False
    if decision.fault is Fault.WRONG_BENCHMARK and len(sentence.quantities) == 1:
        return False
    for indicator, whole in _HEADLINES.items():
        if indicator == decision.indicator and decision.fault is not Fault.WRONG_BENCHMARK:
            continue
        if tied and indicator not in SURVEY:
            continue
        groups = reading.groups[:1] if tied else ("bme", "white")
        found = facts.find([indicator], [RATE, SHARE], groups, [whole], [facts.year], [TRUST])
        if any(is_figure(quantity.number, fact.value, known=1) for fact in found):
            return True
    return False


def _is_told(sentence: Sentence, decision: Decision) -> bool:
    """Whether the clause of the only figure of a sentence names its subject itself."""
    clause = decision.reading.clause
    if whole := len(sentence.quantities) == 1 and _WHOLE.match(decision.reading.right):
        return whole.lastgroup == f"of{decision.indicator}"
    return len(sentence.quantities) == 1 and decision.indicator in SURVEY and any(
        topic.sure and topic.indicator == decision.indicator
        and clause.start <= topic.start < clause.end for topic in sentence.topics
    )  # fmt: skip


def _is_told_by_another(decision: Decision, decisions: list[Decision]) -> bool:
    """“Bullying by colleagues: BME 31.5 %, White 21.2 %”: the other group's figure is right."""
    own = decision.reading
    return own.sure_group and own.clause.sure and any(
        other.verdict is Verdict.AGREES and other.indicator == decision.indicator
        and other.reading.sure_group and other.candidate is not None
        and other.candidate.how == "level" and other.candidate.fact.source == TRUST
        and OTHER.get(other.candidate.fact.group) == own.groups[0]
        and other.reading.clause.start == own.clause.start
        for other in decisions
    )  # fmt: skip


def _is_said_twice(decision: Decision, decisions: list[Decision], this: int) -> bool:
    """Whether another percentage of the sentence has the same weak fault.

    So have figures of several years that were each taken for another one.
    """
    if decision.fault is Fault.LAST_YEARS_FIGURE and decision.candidate is not None:
        year = decision.candidate.fact.year
        return any(
            other.fault is decision.fault and other.candidate is not None
            and other.candidate.fact.year != year and this not in (year, other.candidate.fact.year)
            for other in decisions
        )  # fmt: skip
    return (
        decision.fault in (Fault.ROW_FOR_COLUMN, Fault.WRONG_VALUE)
        and decision.reading.quantity.unit == "percent"
        and any(
            other.fault is decision.fault and other.reading.quantity.unit == "percent"
            and not says_in_words(other.reading.quantity, decision.reading.quantity)
            and not says_in_words(decision.reading.quantity, other.reading.quantity)
            for other in decisions if other is not decision
        )
    )  # fmt: skip


def _is_of_a_pair(decision: Decision, decisions: list[Decision]) -> bool:
    """“fell from 20.4 % to 19.6 % of those shortlisted”: of the whole that the other one is of."""
    return any(
        other.verdict is Verdict.AGREES and other.indicator == decision.indicator
        and other.candidate is not None and decision.candidate is not None
        and other.candidate.fact.kind == decision.candidate.fact.kind
        for other in decisions if other is not decision
    )  # fmt: skip


def _is_of_all_others(decision: Decision, facts: Facts) -> bool:
    """“92.0 % of staff have told us”: what a share of this year leaves of a hundred."""
    quantity = decision.reading.quantity
    if decision.fault is not Fault.WRONG_VALUE or quantity.unit != "percent":
        return False
    if quantity.worded or quantity.number.hedge or not quantity.number.text[:1].isdigit():
        return False
    return any(
        is_figure(quantity.number, 100 - fact.value, known=1)
        for fact in facts.every(decision.indicator)
        if fact.unit == "percent" and fact.year == facts.year and fact.source == TRUST
        and fact.of == _HEADLINES.get(decision.indicator, "")
        and fact.group in (*decision.reading.groups[:1], "unknown")
    )  # fmt: skip


def _is_loose(decision: Decision) -> bool:
    """Whether a number is too roughly told for its fault to be more than chance."""
    quantity = decision.reading.quantity
    number = quantity.number
    if quantity.unit == "count" and decision.fault is Fault.WRONG_VALUE:
        return number.hedge == "about" or _is_a_word_of_speech(decision)
    if decision.fault is Fault.ROUNDING:
        return quantity.unit == "percent" and number.decimals < 1
    # “Some 5.7 %”: what prints decimals is exact, whatever stands before it.
    hedged = quantity.unit == "percent" and number.hedge == "about" and not number.decimals
    return hedged and decision.fault is Fault.SWAPPED_GROUPS


def _is_a_word_of_speech(decision: Decision) -> bool:
    """“the only one of the four on which …”: a number in words that need not count people."""
    number = decision.reading.quantity.number.text
    if number[:1].isdigit() or decision.why == OF_A_WHOLE:
        return False
    counts_people = words.GROUP.match(decision.reading.right.lstrip())
    return number.lower() == "one" or counts_people is None


def _is_far(decision: Decision) -> bool:
    """Whether a count is over twice the one looked for, or under half of it, and no slip of it."""
    found = _VALUE.search(decision.expected)
    quantity = decision.reading.quantity
    if decision.fault is not Fault.WRONG_VALUE or found is None or quantity.unit != "count":
        return False
    if decision.why == OF_A_WHOLE or not quantity.number.text[:1].isdigit():
        return False
    expected, printed = found[0].replace(",", ""), quantity.number.text.replace(",", "")
    if sorted(expected) == sorted(printed):
        return False
    value, said = float(expected), abs(quantity.value)
    return max(value, said) > MOST_TIMES * min(value, said)
