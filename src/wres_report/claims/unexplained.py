"""A number that nothing explains: accused only where nothing about it is open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.asking import Asked, Candidate, Explained, scopes_of
from wres_report.claims.claim import Fault
from wres_report.claims.counted import RATE_OF
from wres_report.claims.facts import TRUST
from wres_report.claims.figures import SURVEY
from wres_report.claims.headlines import A_GROUP, is_headline
from wres_report.claims.lexicon import clause_round, is_understood, strange_words
from wres_report.claims.printed import is_figure
from wres_report.claims.quantities import Quantity, number_of
from wres_report.claims.senses import Sense

FEWEST_WORDS, LARGE, FEWEST_OF_A_PART = 2, 20, 5
FAR_OFF = 1.5
# How far on the wrong side “more than half” must be, and how far off “twice as likely”.
BEYOND, TIMES_OFF = 1.15, 1.35
WORKFORCE = "workforce"
OF_A_WHOLE = "Of the same whole the data counts another number."
_WORD = re.compile(r"[A-Za-z]{3,}")


_RATIO_TOLD = re.compile(
    r"\bratio\b|\blikel|\b(?:indicator|metric|measure)\b|\btimes\b|\bodds\b|"
    # “White over BME: 1.64”
    rf"{A_GROUP} ?(?:over|divided by|to|÷|/) ?{A_GROUP}",
    re.I,
)


def is_counted(quantity: Quantity) -> bool:
    """Whether a number in words counts people; “zero” and “one” mostly do not."""
    return quantity.unit == "count" and quantity.value > 1


def is_told(ask: Asked) -> bool:
    """Whether topic, group and year of a number are all told."""
    if ask.reading.quantity.unit == "count" and not ask.reading.sure_group:
        return False
    grouped = ask.reading.sure_group or set(ask.indicators) <= {1, 9} or not ask.groups or (
        ask.reading.quantity.unit in ("bare", "times")) or ask.whole.told or (
        ask.reading.used.sense is Sense.GAP)  # fmt: skip
    return ask.reading.clause.sure and bool(grouped) and ask.year_is_told


def as_wrong(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    quantity = ask.reading.quantity
    signed = [c for c in allowed if c.how == "difference"]
    if quantity.number.signed and signed and is_figure(quantity.number, -signed[0].value):
        yield Explained(Fault.WRONG_VALUE, "It has the other sign.", signed[0])
    scored = any(map(ask.facts.is_scored, ask.indicators))
    if quantity.unit == "bare" and set(ask.indicators) & set(SURVEY) and not scored:
        return
    if (
        not is_told(ask)
        or len(ask.indicators) > 1
        or ask.reading.scopes[:1] in (("senior",), ("?",))
    ):
        return
    if not _is_understood(ask, allowed):
        return
    text = ask.sentence.text
    if _is_some_fact(ask):
        return
    if len(_WORD.findall(text)) < FEWEST_WORDS:
        return
    first = allowed[0]
    if first.how == "fold" and all((c.value - 1) * (quantity.value - 1) < 0 for c in allowed):
        yield Explained(Fault.WRONG_DIRECTION, "It moved the other way.", first)
    if first.how == "ratio":
        if not _RATIO_TOLD.search(text):
            return
        plain = is_understood(text, quantity.start, quantity.end)
        # A rough number is some ratio or other; that it is far off was asked before.
        rough = quantity.worded or quantity.number.hedge
        if not (plain or rough) and _is_some_ratio(ask):
            return
        if (first.value - 1) * (quantity.value - 1) < 0:
            if not plain:
                return
            why = "It puts the other group ahead."
            yield Explained(Fault.WRONG_DIRECTION, why, first)
    yield Explained(Fault.WRONG_VALUE, "No figure that the words may mean is this one.", first)


def _is_far_off(ask: Asked, allowed: list[Candidate]) -> bool:
    """Whether a rough number is far from all that the words allow: “one in twelve” of 39.8 %."""
    quantity = ask.reading.quantity
    said = abs(quantity.value)
    if quantity.number.hedge in ("over", "under"):
        over = quantity.number.hedge == "over"
        return quantity.unit in ("percent", "times") and all(
            said > BEYOND * abs(c.value) if over else BEYOND * said < abs(c.value) for c in allowed
        )
    if quantity.unit == "times":
        return all(max(said, c.value) > TIMES_OFF * min(said, c.value) for c in allowed)
    if quantity.unit == "count":
        counted = words.GROUP.match(ask.sentence.text[quantity.end :].lstrip())
        if said < LARGE or counted is None or RATE_OF.search(ask.sentence.text[: quantity.start]):
            return False
    elif quantity.unit != "percent":
        return False
    return all(max(said, abs(c.value)) > FAR_OFF * min(said, abs(c.value)) for c in allowed)


def _is_understood(ask: Asked, allowed: list[Candidate]) -> bool:
    """Whether the words round a number are known; general English will do for a plain figure."""
    quantity, text = ask.reading.quantity, ask.sentence.text
    if is_understood(text, quantity.start, quantity.end, counted=is_counted(quantity)):
        return True
    number = quantity.number
    # “Sixteen per cent” is as exact as “16 %”.
    exact = quantity.worded and number.text.lower().endswith(("per cent", "percent"))
    rough = (quantity.worded and not exact) or number.hedge or number.loose or quantity.parts
    if rough and not _is_far_off(ask, allowed):
        return False
    if (
        _NAMED_TRUST.search(text)
        or _APART_FROM.search(text)
        or _PER_THOUSAND.match(text, quantity.end)
    ):
        return False
    if _OF_A_RANGE.search(text[: quantity.start]) or _OF_A_RANGE.match(text[quantity.end :]):
        return False
    return not strange_words(clause_round(text, quantity.start, quantity.end))


# It may be another one than ours.
_NAMED_TRUST = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z][a-z]+ )*(?:NHS )?(?:Foundation )?Trust\b")
# A figure of a part is no figure of the whole.
_APART_FROM = re.compile(
    r"\b(?:set(?:ting)? aside|leav(?:e|ing) out|left out|without|apart from|exclud\w+|omit\w*|"
    r"(?:those|these)\b[^,;.]{0,50}\bwho|grounds|ignor\w+|disregard\w*|remov\w+|of (?:those|"
    r"the people) whose|if|where known|only those|"
    r"(?:previous|former|last) (?:board|team|leaders?\w*))\b",
    re.I,
)
_PER_THOUSAND = re.compile(
    r"\s*(?:\w+ ){0,2}(?:per|in every|in each|out of every|for every|in a)\b", re.I
)
_OF_A_RANGE = re.compile(
    r"\b(?:range|between|from)\s*(?:of )?$|\s*(?:to|and|-|–)\s*1\.25|0?\.80? ?(?:to|and|-|–) ?$"
)


_OF_N = re.compile(r"\s+(?:out )?of\s+(?:the |our |its |a |all )*(?P<n>[\w,]+)\b", re.I)
_WERE = re.compile(
    r"\b(?:is|are|was|were|identif\w+ as|comes? from|came from|involv\w+|concern(?:s|ed)|"
    r"went to|held by|filled by|against)\s+(?:\w+ ){0,4}?$", re.I,
)  # fmt: skip
# “BME people hold one of the eleven voting seats”
_HOLD = re.compile(
    r"^(?: (?:staff|people|members|directors|colleagues))? (?:now |currently )?(?:hold|holds|held|"
    r"fill|fills|filled|occup\w+|have|had|make up|made up|account(?:s|ed)? for|are|were)\s+"
    r"(?:just |only )?$", re.I,
)  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|no longer|if|would|could|should|might|may)\b", re.I)


def as_part_of_a_whole(ask: Asked, allowed: list[Candidate]) -> Iterator[Explained]:
    """“Three of the twelve voting members are BME”: the whole is a total, so the part is told."""
    quantity, text = ask.reading.quantity, ask.sentence.text
    whole = _OF_N.match(text, quantity.end)
    named = [m for m in ask.sentence.groups if ask.reading.clause.start <= m.start
             < ask.reading.clause.end and m.value != "total"]  # fmt: skip
    if whole is None or len(named) != 1 or len(
            ask.indicators) != 1 or _NEGATED.search(ask.reading.clause.text):  # fmt: skip
        return
    held_by = _HOLD.search(text[named[0].end : quantity.start])
    if not (held_by if named[0].end <= quantity.start else _WERE.search(text[: named[0].start])):
        return
    if not ask.year_is_told:
        return
    totals = [c for c in allowed if c.fact.group == named[0].value and c.how == "level"
              and _is_total(ask, c, whole["n"])]  # fmt: skip
    if totals:
        yield Explained(Fault.WRONG_VALUE, OF_A_WHOLE, totals[0])


_PART_BEFORE = re.compile(
    r"(?<![\w,.])(?P<n>[\w,-]+)(?: out)? of (?:the |our |its |all |those )*$", re.I
)


def as_the_whole(ask: Asked) -> Iterator[Explained]:
    """“Seventeen of the 64 disciplinary cases”: the part is right, and no whole is so large."""
    quantity = ask.reading.quantity
    before = _PART_BEFORE.search(ask.sentence.text[: quantity.start])
    if quantity.unit != "count" or before is None or len(ask.indicators) != 1:
        return
    if quantity.number.hedge or not ask.year_is_told or ask.reading.scopes:
        return
    try:
        part = number_of(before["n"])
    except ValueError:
        return
    named = {m.value for m in ask.sentence.groups if m.value in ("bme", "white")}
    known = [f for f in ask.facts.every(ask.indicators[0]) if f.unit == "count"]
    counted = [f for f in known if f.value == part and f.year == ask.facts.year
               and {f.group} == named]  # fmt: skip
    staff = [f for f in ask.facts.every(1) if f.of == WORKFORCE and f.unit == "count"]
    if part < FEWEST_OF_A_PART or len({f.of for f in counted}) != 1:
        return
    if any(quantity.value == f.value for f in (*known, *staff)):
        return
    total = ask.facts.one(ask.indicators[0], counted[0].kind, "total", counted[0].of)
    if total is not None and is_understood(
            ask.sentence.text, quantity.start, quantity.end, counted=True):  # fmt: skip
        yield Explained(Fault.WRONG_VALUE, OF_A_WHOLE, Candidate(total.value, "count", total))


def _is_total(ask: Asked, part: Candidate, printed: str) -> bool:
    fact = part.fact
    total = ask.facts.one(fact.indicator, fact.kind, "total", fact.of, fact.year)
    try:
        return total is not None and number_of(printed) == total.value
    except ValueError:
        return False


def _is_some_ratio(ask: Asked) -> bool:
    """Whether a number is the ratio of any year or of others, either way up."""
    ratios = [f.value for n in ask.indicators for f in ask.facts.every(n) if f.unit == "ratio"]
    number = ask.reading.quantity.number
    return any(is_figure(number, way) for r in ratios if r for way in (r, 1 / r))


def _is_some_fact(ask: Asked) -> bool:
    """Whether a number is something else that the data says of the same matters.

    Then the words may mean that, in a way that was not understood.
    """
    quantity = ask.reading.quantity
    unit = {"percent": "percent", "pp": "pp", "count": "count"}.get(quantity.unit, "ratio")
    number = quantity.number
    if number.hedge or number.loose:
        return False
    compared = bool(ask.sentence.sources)
    plain = is_headline(ask.sentence.text)
    parts = scopes_of(ask) if ask.reading.scopes and ask.reading.sure_group else []
    for indicator in ask.indicators:
        for fact in ask.facts.every(indicator):
            if fact.source != TRUST and not compared:
                continue
            if plain and fact.of != WORKFORCE:
                continue
            if parts and unit == "count" and not fact.of.endswith(tuple(parts)):
                continue
            small = fact.unit == "count" and fact.value < LARGE
            if fact.unit == unit and not small and is_figure(number, fact.value, absolute=True):
                return True
            if unit == "percent" and fact.unit == "count" and fact.year == ask.facts.year:
                before = ask.facts.one(
                    fact.indicator, fact.kind, fact.group, fact.of, fact.year - 1
                )
                if (
                    before
                    and before.value
                    and is_figure(
                        number, 100 * (fact.value - before.value) / before.value, absolute=True
                    )
                ):
                    return True
    return False
