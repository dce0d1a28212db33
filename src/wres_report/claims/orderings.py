"""What is the most, the least or the second of several: among indicators, years, parts of staff.

A place in an order is held against every family that its words may mean. It is accused only where
it is wrong in all of them, and confirmed only where it is right in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asserting import asserts_plainly, without_asides
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.direction_words import DIRECTION, GAP, MOVES, RISING
from wres_report.claims.facts import Facts
from wres_report.claims.families import (
    OTHERS,
    Family,
    changes,
    from_others,
    goodness,
    levels,
    members_of,
    subject_of,
)
from wres_report.claims.figures import FOUR
from wres_report.claims.judged import held
from wres_report.claims.mentions import wres_years
from wres_report.claims.sentences import Sentence
from wres_report.claims.spoken import spoken_of
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_HIGH = (
    r"highest|largest|biggest|greatest|widest|most (?:common|frequent|widespread|prevalent|often)|"
    r"most (?:unequal|uneven)|furthest from (?:parity|equality)"
)
_LOW = (
    r"lowest|smallest|narrowest|slightest|least (?:common|frequent|widespread|prevalent|often)|"
    r"(?:most (?:equal|even)|closest to (?:parity|equality)|nearest (?:to )?(?:parity|equality))"
)
_PLACE = r"(?:(?P<place>second|third|fourth|2nd|3rd|4th|next)[- ])?"
_EXTREME = re.compile(
    rf"\b{_PLACE}(?:(?P<high>{_HIGH})|(?P<low>{_LOW})|(?P<best>best)|(?P<worst>worst))\b"
    r"(?! (?:practice|way|interests?|of luck|care|possible))", re.I,
)  # fmt: skip
# “wider on promotion than on any other indicator”
_THAN_ANY = re.compile(
    r"\b(?:(?P<high>higher|larger|bigger|greater|wider|more (?:common|frequent|often|widespread))|"
    r"(?P<low>lower|smaller|narrower|less (?:common|frequent|often|widespread)))\b[^.;]{0,60}?"
    r"\bthan (?:(?:on|in|for|at|with|of|that|those|the) ){0,3}(?:any(?: of)?(?: the)? others?|"
    r"(?:all |each of )?(?:the |our )?other (?:three|two))\b", re.I,
)  # fmt: skip
_MOST = re.compile(r"\b(?P<high>most|furthest|fastest|farthest)|(?P<low>least)\b", re.I)
_PLACES = {"second": 2, "2nd": 2, "next": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ONE_OF = re.compile(r"\b(?:one|two|some|among) of (?:the|our)\s*$|\bamong (?:the|our)\s*$", re.I)


def ordering_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the second widest gap of the four”, “lowest in bands 8a and above”, “highest since 2017”."""
    text = without_asides(sentence.text)
    found = [*_EXTREME.finditer(text), *_THAN_ANY.finditer(text)]
    if not (found or _MOST.search(text)) or not asserts_plainly(sentence):
        return
    if len(found) == 1 and not _ONE_OF.search(text[: found[0].start()]):
        yield from _of_indicators(sentence, passage, found[0], facts)
        yield from _of_parts(sentence, passage, found[0], facts)
        yield from _of_years(sentence, passage, found[0], facts)
    elif not found:
        yield from _of_movements(sentence, passage, facts)


def _rank(found: re.Match[str]) -> int:
    place = found.groupdict().get("place")
    return _PLACES[place.lower()] if place else 1


def _held(
    passage: Passage, said: str, start: int, member: int, indicator: int, families: list[Family],
    *, rank: int, high: bool, fault: Fault,
) -> Iterator[Finding]:  # fmt: skip
    """A finding where all families say the same of a member's place."""
    told, shown = set(), ""
    for family in families:
        values = [family.shown(other) for other in family.values]
        own = family.shown(member)
        if values.count(own) > 1:
            return
        ahead = sum(value > own if high else value < own for value in values)
        told.add(ahead == rank - 1)
        shown = shown or ", ".join(
            f"{write(value, family.unit)} ({other})" for other, value in family.values.items()
        )
    if len(told) == 1:
        yield held(passage, indicator, said, shown, f"The figures are {shown}.",
                   right=told.pop(), fault=fault, start=start)  # fmt: skip


def _of_indicators(
    sentence: Sentence, passage: Passage, found: re.Match[str], facts: Facts
) -> Iterator[Finding]:
    members = members_of(sentence)
    member = subject_of(sentence, members) if members else 0
    if not member or any(m.value != "this" for m in sentence.years) or sentence.scopes:
        return
    told = found.groupdict()
    high = bool(told.get("high"))
    if OTHERS.search(sentence.text):
        return
    families = levels(sentence, members, facts)
    if told.get("best") or told.get("worst"):
        # Of a gap the widest is the worst; of rates more is better of one, and worse of others.
        if not GAP.search(sentence.text):
            return
        high = bool(told.get("worst"))
    yield from _held(passage, found[0], found.start(), member, member, families,
                     rank=_rank(found), high=high, fault=Fault.WRONG_VALUE)  # fmt: skip


def _of_movements(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“Of the four, discrimination rose the most”, “the one on careers widened most”."""
    text = sentence.text
    told, most = list(DIRECTION.finditer(text)), list(_MOST.finditer(text))
    members = members_of(sentence)
    member = subject_of(sentence, members) if members else 0
    if len(told) != 1 or len(most) != 1 or not member or str(told[0].lastgroup) not in MOVES:
        return
    if not 0 <= most[0].start() - told[0].end() <= len(" by the ") or OTHERS.search(text):
        return
    years = [y for m in sentence.years if m.value != "this"
             for y in wres_years(m.value, member, facts.year)[:1]]  # fmt: skip
    since = years[0] if years else facts.year - 1
    families = changes(sentence, members, since, facts)
    way = str(told[0].lastgroup)
    if way in ("better", "worse"):
        if members != FOUR or GAP.search(text):
            return
        families = [goodness(family) for family in families]
    high = (way in RISING or way == "better") == bool(most[0]["high"])
    said = text[told[0].start() : most[0].end()]
    yield from _held(passage, said, told[0].start(), member, member, families, rank=1, high=high,
                     fault=Fault.WRONG_VALUE)  # fmt: skip


_FROM_OTHERS = re.compile(
    r"\b(?:furthest|farthest|most) (?P<how>above|below|behind|ahead of)\b", re.I
)


def distance_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“furthest above the benchmark of the four”."""
    found = _FROM_OTHERS.search(sentence.text)
    members = members_of(sentence)
    if found is None or members != FOUR or not asserts_plainly(sentence):
        return
    member = subject_of(sentence, members)
    how = found["how"].lower()
    if not member or not OTHERS.search(sentence.text) or how in ("behind", "ahead of"):
        return
    yield from _held(passage, found[0], found.start(), member, member,
                     from_others(sentence, members, facts), rank=1, high=how == "above",
                     fault=Fault.WRONG_VALUE)  # fmt: skip


_STAFF = ("clinical", "non_clinical", "medical")
_CLUSTERS = ("cluster_1_4", "cluster_5_7", "cluster_8a_vsm")
_BANDS = ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
_NAMES = {
    "cluster_1_4": "bands 1 to 4", "cluster_5_7": "bands 5 to 7",
    "cluster_8a_vsm": "bands 8a and above", "vsm": "VSM",
}  # fmt: skip
_MANY = re.compile(r"\b(?:numbers?|groups?|clusters?|concentration) of\b", re.I)
_SHARE = re.compile(r"\b(?:share|proportion|percentage|representation|represented)\b", re.I)


def _named(part: str) -> str:
    """A part of the workforce in words."""
    band = f"band {part}" if part in _BANDS else part.replace("_", "-")
    return _NAMES.get(part, band)


def _of_parts(
    sentence: Sentence, passage: Passage, found: re.Match[str], facts: Facts
) -> Iterator[Finding]:
    """“BME representation is lowest in bands 8a and above”."""
    told = found.groupdict()
    clause = sentence.clause_of(found.start())
    if 1 not in clause.indicators or len({m.value for m in sentence.scopes}) != 1:
        return
    shares = _SHARE.search(sentence.text) is not None
    if not (shares or _MANY.search(sentence.text)) or any(
            m.value != "this" for m in sentence.years):  # fmt: skip
        return
    groups = {m.value for m in sentence.groups}
    part = sentence.scopes[0].value
    part = "cluster_8a_vsm" if part == "senior" else part
    family = next((f for f in (_STAFF, _CLUSTERS, _BANDS) if part in f), ())
    if not family or groups - {"bme", "white"} or len(groups) > 1 or sentence.sources:
        return
    best = "best" if told.get("best") else "worst" if told.get("worst") else ""
    if best and not re.search(r"\brepresented\b|\brepresentation\b", sentence.text, re.I):
        return
    group = groups.pop() if groups else "bme"
    kind, unit = (kinds.SHARE, Unit.PERCENT) if shares else (kinds.COUNT, Unit.COUNT)
    found_in = {of: facts.one(1, kind, group, of) for of in family}
    known = {of: fact.value for of, fact in found_in.items() if fact}
    if part not in known or len(known) < (3 if family is not _BANDS else 8):
        return
    names = sorted(known)
    values = Family({n: known[of] for n, of in enumerate(names)}, unit, kind)
    high = bool(told.get("high")) or best == "best"
    for finding in _held(passage, found[0], found.start(), names.index(part), 1, [values],
                         rank=_rank(found), high=high, fault=Fault.WRONG_VALUE):  # fmt: skip
        shown = ", ".join(f"{_named(of)}: {write(known[of], unit)}" for of in family if of in known)
        yield held(passage, 1, found[0], shown, f"The {kind}s are {shown}.",
                   right=finding.fault is None, fault=Fault.WRONG_VALUE,
                   start=found.start())  # fmt: skip


_EVER = re.compile(
    r"\b(?:since (?:\w+ )?20\d\d|on record|so far|to date|yet|ever|in (?:\w+ )?years|"
    r"(?:of|in) (?:all |any |the |our |these )*(?:last |past )?(?:\w+ )?(?:years?|surveys?"
    r"|rounds?)|it has (?:ever )?been|in the series)\b", re.I,
)  # fmt: skip
_AT = re.compile(r"\b(?:in|of|at|the)\s+(?:the )?(?:survey (?:of |in )?)?$", re.I)


def _of_years(
    sentence: Sentence, passage: Passage, found: re.Match[str], facts: Facts
) -> Iterator[Finding]:
    """“at its highest since 2017”, “was lowest in 2019”."""
    ever = _EVER.search(sentence.text, found.end())
    clause = sentence.clause_of(found.start())
    told = found.groupdict()
    if members_of(sentence) or told.get("best") or told.get("worst") or sentence.sources:
        return
    spoken = spoken_of(sentence, clause, found.start(), facts)
    if spoken is None or facts.year not in spoken.series or len(spoken.series) < 3:
        return
    named = [m for m in sentence.years if m.value not in ("this", "last", "then")]
    since, at = 0, facts.year
    if named:
        spans = [wres_years(m.value, spoken.indicator, facts.year) for m in named]
        if len(named) != 1:
            return
        if re.search(r"\bsince (?:\w+ ){0,3}$", sentence.text[: named[0].start], re.I):
            since = min(spans[0])
        elif _AT.search(sentence.text[: named[0].start]) and named[0].start > found.end():
            if len(set(spans[0]) & set(spoken.series)) != 1:
                return
            at = (set(spans[0]) & set(spoken.series)).pop()
        else:
            return
    elif ever is None or len({m.value for m in sentence.years}) > 1:
        return
    values = {year: value for year, value in spoken.series.items() if year >= since}
    if at not in values or len(values) < 3:
        return
    yield from _held(passage, found[0], found.start(), at, spoken.indicator,
                     [Family(values, spoken.unit, "year")], rank=_rank(found),
                     high=bool(told.get("high")), fault=Fault.WRONG_DIRECTION)  # fmt: skip
