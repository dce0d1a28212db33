"""Claims of a trend: “a four-year decline”, “has risen every year since 2017”.

A trend is a word of direction with a word beside it that says it went on: a number of years,
each year, steadily, running.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.groups import group_of_movement
from wres_report.claims.numbers import WORDS
from wres_report.claims.subjects import Subject
from wres_report.claims.vocabulary import YEAR, direction_of, year_of
from wres_report.documents.passages import Passage

_DIRECTION = (
    r"(?P<dir>ris(?:en|es?|ing)|rose|increas\w+|grow\w*|grew|upwards?|fall\w*|fell|declin\w+|"
    r"decreas\w+|dropp?\w*|reduc\w+|downwards?|improv\w+|worsen\w*|deteriorat\w+)"
)
_NUMBER = r"(?:two|three|four|five|six|[2-6]|second|third|fourth|fifth|sixth)"
_YEARS = re.compile(rf"\b({_NUMBER})[- ](?:consecutive |successive )?(?:years?|surveys?)\b", re.I)
_STEADY = r"(?:steady|consistent|continuous|sustained|continual|unbroken)"
_STEADILY = r"(?:steadily|consistently|continuously|continually|without a break)"
_EACH_YEAR = (
    rf"(?:(?:in |for )?(?:each|every) (?:single )?year|year[- ]on[- ]year|year after year|"
    rf"(?:for |over |in )?(?:each of )?(?:the )?(?:last |past )?{_NUMBER} "
    rf"(?:consecutive|successive) (?:years?|surveys?)|"
    rf"(?:for )?{_NUMBER} years (?:running|in a row|in succession))"
)
_OPENS = (
    rf"(?:(?:each|every) year|year[- ]on[- ]year|year after year|{_NUMBER} (?:consecutive |"
    rf"successive )?year(?: (?:running|in a row|in succession))?(?= that)|{_NUMBER} (?:consecutive|"
    rf"successive) years?|{_NUMBER} years? (?:running|in a row))"
)
_TRENDS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\b{_NUMBER}[- ]years?\b[- ](?:of |a )?(?:{_STEADY} |positive |negative )?{_DIRECTION}\b",
        rf"\b{_DIRECTION} trend\b",
        rf"\b(?:{_NUMBER}[- ]year )?trend\b(?! for)[^;.%]{{0,60}}?\b(?:is|are|was|has been|of|"
        rf"continues|shows?|showed) (?:an? )?(?:one of )?(?:{_STEADY} |clear )?{_DIRECTION}\b",
        rf"\b{_STEADY} {_DIRECTION}\b",
        rf"\b{_STEADILY} {_DIRECTION}\b",
        rf"\b{_DIRECTION} {_STEADILY}\b",
        rf"\b{_DIRECTION} {_EACH_YEAR}\b",
        rf"\b{_OPENS}\b[^;]{{0,260}}?\b(?:has|have|had) (?:again |also )?{_DIRECTION}\b",
    )
)
# An increase from one year to the next to some, over all years to others.
_OF_A_YEAR = re.compile(rf"\byear[- ]on[- ]year {_DIRECTION}\b(?! of \d| by \d)", re.I)
_NOT_EVEN = re.compile(
    r"\bfluctuat\w+|\bexcept\b|\bapart from\b|\buntil\b|\bnot\b|\bno (?:\w+ )?trend\b|"
    r"\bbefore (?=ris|fall)|\bif\b", re.I
)  # fmt: skip
_WISHED = re.compile(
    r"\b(?:make|making|deliver\w*|achiev\w+|ensur\w+|driv\w+|requir\w+|towards)\b[^,;]{0,25}$|"
    r"\b(?:to|will|for) (?:\w+ )?$", re.I,
)  # fmt: skip
_ITS = re.compile(r"\b(?:benchmark|national|average|median|England)\w*\b", re.I)
_OVER = re.compile(rf"\b(?:over|in|for) (?:the )?(?:last|past) ({_NUMBER}) years\b", re.I)
_SINCE = re.compile(rf"\b(?:since|from|between) (?:[^,;]{{0,12}} in )?(?:{YEAR})", re.I)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}


@dataclass(frozen=True)
class Trend:
    """What is said of a series. years: how many, 0 where that is open.

    loose: whether only the last step may be meant.
    """

    said: str
    direction: str
    start: int
    end: int
    years: int = 0
    loose: bool = False


def trend_in(text: str) -> Trend | None:
    """The trend that a sentence tells, if it tells one and no more."""
    if _NOT_EVEN.search(text):
        return None
    for pattern in _TRENDS:
        if found := pattern.search(text):
            return _trend(text, found, loose=False)
    found = _OF_A_YEAR.search(text)
    return _trend(text, found, loose=True) if found else None


def _trend(text: str, found: re.Match[str], *, loose: bool) -> Trend:
    told = found["dir"].lower()
    direction = "up" if told.startswith("up") else (
        "down" if told.startswith("down") else direction_of(told))  # fmt: skip
    counted = _YEARS.search(found[0]) or _OVER.search(text)
    number = counted[1].lower() if counted else ""
    years = int(number) if number.isdigit() else WORDS.get(number) or _ORDINALS.get(number, 0)
    return Trend(found[0], direction, found.start("dir"), found.end("dir"), years, loose)


def trend_claims(text: str, trend: Trend, passage: Passage, subject: Subject) -> Iterator[Claim]:
    """The claim that a trend makes."""
    indicator = subject.indicator
    key = f"i{indicator}.ratio" if indicator in RATIOS else "i1.bme_percent"
    if indicator in SURVEY:
        group = group_of_movement(text, trend.start, trend.end, subject.group)
        key = f"i{indicator}.{group}_percent" if group else ""
    if _WISHED.search(text[: trend.start]):
        return
    if not key or indicator == 9 or _ITS.search(text[max(0, trend.start - 40) : trend.start]):
        return
    since = _SINCE.search(text)
    yield Claim(Kind.TREND, passage, indicator, key, direction=trend.direction, said=trend.said,
                since=year_of(since).year if since else -trend.years,
                steady=not trend.loose)  # fmt: skip
