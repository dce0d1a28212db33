"""The plain sentences on the share of a group in the whole workforce: nothing in them is open."""

from __future__ import annotations

import re
from functools import lru_cache

from wres_report.claims import vocabulary as words

A_GROUP = rf"(?:{words.BME_WORDS}|{words.WHITE_WORDS})"
_PEOPLE = r"(?:staff|colleagues|people|employees)"
_ALL = (
    r"(?:(?:(?:all|our|the|its|whole|total|entire|overall) )*(?:workforce|staff|headcount)|"
    r"(?:everyone|everybody|all those|all the people|all who) (?:that |whom )?"
    r"(?:we employ|works? here|works? for (?:us|the trust)))"
)
_THAT_DAY = r"(?: (?:here|in (?:the|this|our) trust|in our workforce|(?:on|at) the snapshot date))?"
_OPENING = r"(?:(?:in total|overall|in all|altogether|today|now),? )?"
_N = r"\d+(?:\.\d+)? ?(?:%|per ?cent)"
_COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{2,6})"
_HEADLINE = re.compile(
    rf"\s*{_OPENING}(?:{_N} of {_ALL} (?:is|are) {A_GROUP}|{_ALL} is {_N} {A_GROUP}|"
    rf"{A_GROUP} {_PEOPLE} (?:now )?(?:make up|account for|are|represent|form|constitute) {_N} of "
    rf"{_ALL}|of {_ALL},? {_N} (?:is|are) {A_GROUP}|"
    rf"(?:we (?:now )?(?:have|employ|counted)|there are) {_COUNT} {A_GROUP} {_PEOPLE}"
    rf"(?: (?:out )?of {_COUNT})?{_THAT_DAY})"
    rf"(?: {_PEOPLE})?\s*[.!]?\s*", re.I,
)  # fmt: skip


@lru_cache(maxsize=512)
def is_headline(text: str) -> bool:
    """Whether a sentence says the share of a group in the workforce, or its number, and no more.

    “In total 21.2% of our workforce is BME.” “We have 1,101 BME staff out of 5,188.”
    """
    return _HEADLINE.fullmatch(text) is not None
