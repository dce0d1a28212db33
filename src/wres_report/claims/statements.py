"""Claims made in words: who is more likely, what rose or fell, what stands above a benchmark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.groups import last_group
from wres_report.claims.numbers import Number
from wres_report.claims.passages import Passage
from wres_report.claims.ratios import MORE
from wres_report.claims.subjects import Subject
from wres_report.claims.trends import TREND, trend_claims
from wres_report.claims.vocabulary import LAST, YEAR, When, direction_of, year_of

_LIKELY = re.compile(
    rf"(?P<who>{words.BME_WORDS}|{words.WHITE_WORDS})\b(?P<between>[^,;.]{{0,50}}?)\b"
    r"(?P<how>(?:much |significantly |slightly |somewhat |far |clearly )?(?:more|less|equally)|"
    r"just as|no more) likely\b", re.I,
)  # fmt: skip
_HIGHER_SHARE = re.compile(
    rf"\ba (?P<how>higher|lower|greater|smaller) (?:percentage|proportion|share) of "
    rf"(?P<who>{words.BME_WORDS}|{words.WHITE_WORDS})\b(?=[^.;]*\bthan\b)", re.I,
)  # fmt: skip
_MOVED = re.compile(
    r"\b(?P<aux>has |have |had )?(?P<verb>rose|risen|increased|grew|grown|gone up|fell|fallen|"
    r"decreased|declined|dropped|gone down|improved|worsened|deteriorated|(?:rise|"
    r"fall|drop|increase|decrease)(?= from \d))\b(?P<after>[^,;]{0,60})|"
    r"\b(?P<noun>an? (?:\w+ )?(?:improvement|deterioration|rise|increase|fall|decrease|decline|"
    r"drop))\b(?P<then>[^,;]{0,60})", re.I,
)  # fmt: skip
_FINITE_BEFORE = re.compile(
    r"\b(?:figure|ratio|percentage|share|proportion|rate|likelihood|it|this|that|"
    r"which|result|score|"
    r"representation|staff|colleagues|respondents|also)\b[^,;]{0,60}$|\(\s*$", re.I,
)  # fmt: skip
_FINITE_AFTER = re.compile(
    rf"^\s*(?:slightly |again |markedly |sharply |a little )?(?:from|by|to|since|on|over|this year|"
    rf"compared|in the last year|{words.LAST_YEAR}|between)\b", re.I,
)  # fmt: skip
_UP_AND_DOWN = re.compile(
    r"\s*,?\s*(?:and|then|but|before)\s+(?:then )?(?:rose|ris|fell|fall|ros|declin|"
    r"increas|drop)\w*",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:to|will|must|should|would|can|could|may|need|needs|and) (?:be |see |have )?$|"
    r"\b(?:number|confidence|awareness|training|declaration|response)\w*\b[^,;]{0,40}$",
    re.I,
)
_COMPARED = re.compile(
    r"\b(?P<how>above|below|higher than|lower than|better than|worse than|more than|less than|"
    r"exceeds?|outperforms?)\s+(?:that of )?(?:the |our |its )?(?P<what>[^,;.]{0,45}"
    r"?\b(?:benchmark\w*|"
    r"national (?:average|figure|median|ratio)|average|median|England)\b)", re.I,
)  # fmt: skip
_ITS = re.compile(r"\b(?:benchmark|national|average|median|England)\w*\b", re.I)


def statements(
    text: str, numbers: list[Number], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    """The claims of a sentence that no number carries."""
    if subject.source == "" or words.HYPOTHETICAL.search(text) or words.NOT_A_CLAIM.search(text):
        return
    if not words.DEFINITION.search(text) and subject.source in ("words", "label"):
        yield from _likelihoods(text, numbers, passage, subject)
    trend = TREND.search(text)
    if trend:
        yield from trend_claims(text, trend, passage, subject)
    else:
        yield from _movements(text, passage, subject)
    yield from _comparisons(text, passage, subject)


def _likelihoods(
    text: str, numbers: list[Number], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    if words.NATIONAL.search(text) or re.search(
        r"\bon average\b|\blast year\b|\bprevious", text, re.I
    ):
        return
    told_by_number = any(MORE.match(text[n.end :]) for n in numbers)
    found = _LIKELY.search(text)
    if found and not told_by_number:
        who, how = words.group_of(found["who"]), found["how"].lower()
        other = words.WHITE if who == words.BME else words.BME
        direction = who if "more" in how else other
        if how.startswith(("equally", "just as", "no more")):
            direction = "same"
        if subject.indicator in RATIOS and not re.search(r"\bnot\b", found["between"], re.I):
            key = f"i{subject.indicator}.ratio"
            yield Claim(Kind.LIKELIHOOD, passage, subject.indicator, key, group=who,
                        direction=direction, said=found[0])  # fmt: skip
        elif subject.indicator in SURVEY and direction != "same":
            key = f"i{subject.indicator}.gap"
            yield Claim(Kind.LIKELIHOOD, passage, subject.indicator, key, group=who,
                        direction=direction, said=found[0])  # fmt: skip
    if subject.indicator in SURVEY and (found := _HIGHER_SHARE.search(text)):
        who = words.group_of(found["who"])
        other = words.WHITE if who == words.BME else words.BME
        higher = found["how"].lower() in ("higher", "greater")
        yield Claim(
            Kind.LIKELIHOOD, passage, subject.indicator, f"i{subject.indicator}.gap", group=who,
            direction=who if higher else other, said=found[0], steady=True,
        )  # fmt: skip


def _movements(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    for found in _MOVED.finditer(text):
        before = text[: found.start()]
        if _WISHED.search(before) or _ITS.search(before[-60:]) or _ITS.search(found[0]):
            continue
        after = found["after"] or found["then"] or ""
        if _UP_AND_DOWN.match(after):
            continue
        finite = found["aux"] or _FINITE_AFTER.match(after) or (
            not found["noun"] and _FINITE_BEFORE.search(before))  # fmt: skip
        if found["noun"]:
            finite = re.match(
                rf"\s*(?:of [^,;]{{1,12}} )?(?:on|from|compared|since|in the last "
                rf"year|{words.LAST_YEAR})\b",
                after, re.I,
            )  # fmt: skip
        if not finite or re.match(r"\s*by\b", after):
            continue
        key = _moved_key(before, text, subject)
        direction = direction_of(found["verb"] or found["noun"])
        if key and direction:
            yield Claim(Kind.MOVEMENT, passage, subject.indicator, key, when=_since(after, text),
                        group=words.group_of(key.split(".")[1].split("_")[0]), direction=direction,
                        said=(found["verb"] or found["noun"]))  # fmt: skip


def _moved_key(before: str, text: str, subject: Subject) -> str:
    """The figure that a movement is of: that of the nearest group, or the ratio."""
    indicator = subject.indicator
    nearest = last_group(before)
    if indicator in SURVEY:
        group = str(nearest.lastgroup) if nearest else ""
        if not group and not words.GROUP.search(text):
            group = subject.group
        return f"i{indicator}.{group}_percent" if group else ""
    if indicator in RATIOS:
        if re.search(r"\bratio\b|\blikelihood\b", text, re.I) and "%" not in text:
            return f"i{indicator}.ratio"
        return ""
    if indicator == 1 and re.search(r"\b(?:share|percentage|proportion)\b", before, re.I):
        return "i1.bme_percent" if words.groups_in(before) == {words.BME} else ""
    return ""


def _since(after: str, text: str) -> When:
    if found := re.search(rf"\bfrom [^,;]{{0,12}}?\bin (?:{YEAR})", text, re.I):
        return year_of(found)
    for part in (after, text):
        if found := re.search(
            rf"\b(?:since|between|on|compared with|compared to|than) (?:the )?(?:"
            rf"{YEAR})",
            part,
            re.I,
        ):
            return year_of(found)
    return LAST


def _comparisons(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    for found in _COMPARED.finditer(text):
        before = text[: found.start()]
        if re.search(r"\bnot\b|\bpoints?\b|\bpp\b|\d\s*%\s*(?:\w+ )?$", before[-25:], re.I):
            continue
        if re.search(r"\blast year\b|\bprevious|\b20[01]\d\b", text, re.I):
            continue
        how = found["how"].lower()
        direction = _side(how)
        key = _compared_key(before, text, found["what"], subject)
        if key:
            yield Claim(Kind.COMPARISON, passage, subject.indicator, key, direction=direction,
                        said=found[0], national="national" in found["what"].lower()
                        or "england" in found["what"].lower())  # fmt: skip


def _side(how: str) -> str:
    if "better" in how or "outperform" in how:
        return "better"
    if "worse" in how:
        return "worse"
    return "up" if how.startswith(("above", "higher", "more", "exceed")) else "down"


def _compared_key(before: str, text: str, what: str, subject: Subject) -> str:
    indicator = subject.indicator
    if indicator in RATIOS:
        return "" if "%" in text else f"i{indicator}.ratio"
    if indicator not in SURVEY:
        return ""
    named = words.groups_in(before) or words.groups_in(text)
    of_benchmark = words.group_of(what)
    group = named.pop() if len(named) == 1 else of_benchmark if of_benchmark in named else ""
    if not named and not group and not words.GROUP.search(text):
        group = subject.group
    return f"i{indicator}.{group}_percent" if group else ""
