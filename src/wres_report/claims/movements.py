"""Claims of a movement: rose, has fallen, is lower than last year, a gap that has widened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.groups import group_of_movement
from wres_report.claims.subjects import Subject
from wres_report.claims.vocabulary import (
    ANY_TIME,
    LAST,
    LAST_YEAR,
    YEAR,
    When,
    direction_of,
    year_of,
)
from wres_report.documents.passages import Passage

_HOW = r"(?:(?:also|again|now|since|slightly|\w+ly) )?"
_PARTICIPLE = (
    r"(?:risen|increased|grown|gone up|fallen|decreased|declined|dropped|gone down|reduced|"
    r"improved|worsened|deteriorated|got better|got worse)"
)
_GO = r"(?:rise|grow|increase|climb|fall|decrease|decline|drop|reduce|improve|worsen|deteriorate)"
_GOING = (
    r"(?:rising|growing|increasing|climbing|falling|decreasing|declining|dropping|reducing|improving|"
    r"worsening|deteriorating)"
)
_NOUN = (
    r"(?:rise|increase|growth|fall|drop|decrease|decline|reduction|improvement|deterioration|"
    r"worsening)"
)
_TO_LAST = rf"(?:(?:in |for |of |from |reported |at |the )*(?:{LAST_YEAR})|(?:in |the )*(?:{YEAR}))"
_VERB = re.compile(
    rf"\b(?:(?P<sure>rose|fell|grew|went up|went down|got better|got worse|"
    rf"(?:has|have|had) {_HOW}{_PARTICIPLE}|"
    rf"(?:is|are|has been|have been|was|were) {_HOW}{_GOING}|continu\w+ to {_GO})|"
    rf"(?P<open>increased|decreased|declined|dropped|improved|worsened|deteriorated|"
    rf"(?:rise|fall|drop|increase|decrease)(?= from \d)))\b(?P<after>[^,;]{{0,60}})", re.I,
)  # fmt: skip
_CHANGE = re.compile(
    rf"(?P<lead>\bthere (?:was|is|has been|had been)|\b(?:saw|seen|see|show|shows|showed|shown|"
    rf"represents?|marks|is|was|reports?|reported|experienced)|[,(:–-])\s+"
    rf"(?P<noun>(?:an? |the )?(?:\w+ )?{_NOUN})\b(?P<after>[^,;]{{0,60}})", re.I,
)  # fmt: skip
_THAN_BEFORE = re.compile(
    rf"\b(?P<adjective>higher|lower|greater|smaller|better|worse|up|down|more|fewer|less)\b"
    rf"(?: \w+)?(?: of [^,;.%\d]{{1,60}}?)? (?:than|on|from|compared (?:with|to)) "
    rf"(?:the |that |it was |those )?"
    rf"(?:\d[\d.]*\s?%\s)?(?P<after>{_TO_LAST})", re.I,
)  # fmt: skip
_GAP = re.compile(
    r"\b(?:gap|disparity|divide|difference(?= between))\b(?P<of>[^,;]*?)\b(?:has |have |had )?"
    rf"{_HOW}"
    r"(?P<verb>widened|narrowed|closed|shrunk|shrank|increased|decreased|grown|grew|reduced|"
    r"worsened|improved)\b(?P<after>[^,;]{0,60})", re.I,
)  # fmt: skip
_WIDER = ("widened", "increased", "grown", "grew", "worsened")
_FINITE_BEFORE = re.compile(
    r"\b(?:figure|ratio|percentage|share|proportion|rate|likelihood|it|this|that|"
    r"which|result|results|score|representation|staff|colleagues|respondents|also|experience)\b"
    r"[^,;]{0,60}$|\(\s*$", re.I,
)  # fmt: skip
_FINITE_AFTER = re.compile(
    rf"^\s*(?:slightly |again |markedly |sharply |a little )?(?:from|by|to|since|on|over|this year|"
    rf"compared|in comparison|in the last year|{LAST_YEAR}|between)\b", re.I,
)  # fmt: skip
_FROM_TO = re.compile(
    rf"\s*from (?P<from>\d+(?:\.\d+)?)\s?%?(?: \(?(?:in |for )?(?:{YEAR})\)?| {LAST_YEAR})? to "
    r"(?P<to_this>\d+(?:\.\d+)?)(?![\d,])", re.I,
)  # fmt: skip
_UP_FROM = re.compile(r"\b(?P<dir>up|down) from (?P<from>\d+(?:\.\d+)?)\s?%", re.I)
_LAST_FIGURE = re.compile(r"(\d+(?:\.\d+)?)\s?%[^%\d]*$")
# “That figure rose.” tells of the year before, where nothing else is told.
_THAT_FIGURE = re.compile(
    r"\s*(?:that|this|the|it|our)\s*(?:[\w-]+\s+){0,3}?(?:figure|share|rate|percentage|ratio|"
    r"result|score|proportion)?\s*(?:rose|fell|grew|went|improved|worsened|declined|increased|decreased)\b",
    re.I,
)
_SIZE = re.compile(r"(?:\bpoints?|\bpp|\d\s*%)\s*(?:\w+ )?$|(?<![\d.])\d[\d,]*\s+$", re.I)
_SEVERAL = re.compile(
    r"\s*(?:in|on|for|across) (?:\w+ ){0,3}(?:indicators|metrics|areas|measures|two|three|four|"
    r"five|six|seven|eight)\b", re.I,
)  # fmt: skip
_UP_AND_DOWN = re.compile(
    r"\s*,?\s*(?:and|then|but|before)\s+(?:then )?(?:rose|ris|fell|fall|ros|declin|"
    r"increas|drop)\w*",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:to|will|must|should|would|can|could|may|need|needs|and|not|no) (?:be |see |have )?$|"
    r"\b(?:number|confidence|awareness|(?<!mandatory )training|declaration|response)\w*\b"
    r"[^,;]{0,40}$", re.I,
)  # fmt: skip
_GLAD = re.compile(r"\b(?:pleas|disappoint|sad|encourag|good|great|sorry|concern)\w* to $", re.I)
_ITS = re.compile(r"\b(?:benchmark|national|average|median|England)\w*\b", re.I)


def movement_claims(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    """The movements that a sentence tells in words."""
    if gap := _GAP.search(text):
        yield from _of_the_gap(text, gap, passage, subject)
        return
    yield from _up_from(text, passage, subject)
    for found in (*_VERB.finditer(text), *_CHANGE.finditer(text), *_THAN_BEFORE.finditer(text)):
        before, after = text[: found.start()], found["after"]
        if (
            (_WISHED.search(before) and not _GLAD.search(before))
            or _ITS.search(before[-60:])
            or _ITS.search(found[0])
        ):
            continue
        told = _told(found, before, after)
        key = _moved_key(text, found, subject) if told else ""
        direction = direction_of(told)
        if key and direction:
            yield Claim(
                Kind.MOVEMENT, passage, subject.indicator, key, when=_since(after, text),
                group=words.group_of(key.split(".")[1].split("_")[0]), direction=direction,
                said=told, moved=_from_and_to(after, text),
            )  # fmt: skip


# “69.6%, while the White one edged up from 87.9% to 88.4%”: the figure it went to follows.
_GOES_ON = re.compile(r"\s*(?:%|per ?cent)?\s*(?:up |down )?to \d", re.I)


def _up_from(text: str, passage: Passage, subject: Subject) -> Iterator[Claim]:
    """“69.6%, up from 70.7%”: the two figures alone tell whether that is so."""
    for found in _UP_FROM.finditer(text):
        before = _LAST_FIGURE.search(text[: found.start()])
        if before and subject.indicator and not _GOES_ON.match(text, found.end()):
            moved = (float(found["from"]), float(before[1]))
            yield Claim(
                Kind.MOVEMENT, passage, subject.indicator, "", when=ANY_TIME,
                direction=found["dir"].lower(), said=found[0], moved=moved,
            )  # fmt: skip


def _told(found: re.Match[str], before: str, after: str) -> str:
    """The words of a match that tell a direction; nothing where it only sounds like a movement."""
    told = found.groupdict()
    if _UP_AND_DOWN.match(after) or re.match(r"\s*(?:of|by) (?:about |around )?\d", after):
        # Its size is told, so that the number is judged.
        return ""
    if _SEVERAL.match(after):
        return ""
    if told.get("noun"):
        return str(told["noun"]) if re.match(rf"\s*(?:in|on|from|for|since|compared|{LAST_YEAR})\b",
                                             after, re.I) else ""  # fmt: skip
    if told.get("adjective"):
        return (
            ""
            if _SIZE.search(before) or re.search(r"\b(?:gone|went|going) $", before, re.I)
            else str(told["adjective"])
        )
    if told.get("open"):
        finite = _FINITE_AFTER.match(after) or _FINITE_BEFORE.search(before)
        return str(told["open"]) if finite else ""
    return str(told["sure"])


def _of_the_gap(
    text: str, found: re.Match[str], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    if subject.indicator not in SURVEY or _WISHED.search(text[: found.start("verb")]):
        return
    if re.match(r"\s*by \d", found["after"]) or _ITS.search(found["of"]):
        return
    direction = "up" if found["verb"].lower() in _WIDER else "down"
    yield Claim(
        Kind.MOVEMENT, passage, subject.indicator, f"i{subject.indicator}.gap",
        when=_since(found["after"], text), direction=direction, said=found["verb"],
    )  # fmt: skip


def _moved_key(text: str, found: re.Match[str], subject: Subject) -> str:
    """The figure that a movement is of: that of the nearest group, or the ratio."""
    indicator, before = subject.indicator, text[: found.start()]
    if indicator in SURVEY:
        end = found.start("after")
        group = group_of_movement(text, found.start(), end, subject.group)
        return f"i{indicator}.{group}_percent" if group else ""
    if indicator in RATIOS:
        named = re.search(r"\bratio\b|\blikelihood\b", text, re.I)
        return f"i{indicator}.ratio" if named and "%" not in text else ""
    if indicator == 1 and re.search(r"\b(?:share|percentage|proportion)\b", before, re.I):
        return "i1.bme_percent" if words.groups_in(before) == {words.BME} else ""
    return ""


def _from_and_to(after: str, text: str) -> tuple[float, float] | None:
    """The two percentages or ratios that a movement is told with."""
    found = _FROM_TO.match(text[text.find(after) :]) if after else None
    return (float(found["from"]), float(found["to_this"])) if found else None


def _since(after: str, text: str) -> When:
    """The year that a movement starts from."""
    if found := re.search(rf"\bfrom [^,;]{{0,12}}?\bin (?:{YEAR})", text, re.I):
        return year_of(found)
    if dated := re.match(rf"(?:in |the )*(?:{YEAR})", after):
        return year_of(dated)
    for part in (after, text):
        if re.search(LAST_YEAR, part, re.I):
            return LAST
        if found := re.search(
            rf"\b(?:since|between|on|compared with|compared to|than|than in) (?:the )?(?:{YEAR})",
            part, re.I,
        ):  # fmt: skip
            return year_of(found)
    told = re.search(r"\bfrom \d|\bthis year\b", text, re.I) or _THAT_FIGURE.match(text)
    return LAST if told else ANY_TIME
