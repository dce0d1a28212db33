"""Days as exports write them, read in one way only for a whole column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

NUMBERS = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T]\d{1,2}:.*)?$")
ISO = re.compile(r"^(\d{4})-?(\d{2})-?(\d{2})(?:[ T].*)?$")
WORDS = re.compile(r"^(\d{1,2})[ \-/]([A-Za-z]{3,9})\.?[ \-/,]*(\d{4}|\d{2})(?:[ T]\d{1,2}:.*)?$")
SERIAL = re.compile(r"^(\d{5})(?:\.\d+)?$")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet
# Two digits of a year: those up to this one are of this century.
TURN = 50


def month_first(texts: Iterable[str]) -> bool | None:
    """Whether a column writes the month before the day; None where it contradicts itself."""
    day_first = american = False
    for text in texts:
        match = NUMBERS.match(text)
        if match:
            day_first |= int(match[1]) > 12
            american |= int(match[2]) > 12
    return None if day_first and american else american


def day_of(text: str, american: bool = False) -> date | None:
    """The day that a text names; None for one that names none."""
    try:
        if match := ISO.match(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := NUMBERS.match(text):
            first, second = int(match[1]), int(match[2])
            day, month = (second, first) if american else (first, second)
            return date(_year(match[3]), month, day)
        if (match := WORDS.match(text)) and match[2][:3].casefold() in MONTHS:
            month = MONTHS.index(match[2][:3].casefold()) + 1
            return date(_year(match[3]), month, int(match[1]))
        if match := SERIAL.match(text):
            return EPOCH + timedelta(days=int(match[1]))
    except (ValueError, OverflowError):
        return None
    return None


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year <= TURN else 1900)
