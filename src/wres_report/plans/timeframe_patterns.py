"""How dates, spans, recurrences and the like are written; all in small letters."""

from __future__ import annotations

import calendar
import re

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTH_NUMBERS = MONTHS | SHORT | {"sept": 9}
# Too many words are one letter away from "may" for a slip to be guessed.
GUESSED = [name for name in MONTHS if name != "may"]

WORD = r"(?P<month>[a-z]{3,10})\.?"
# With three digits or five it is a slip, which is read here to be told.
YEAR = r"(?P<year>\d{3,9}|[1-4]\d)"
DAY_OF_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{WORD}(?:,?\s+{YEAR})?\b"
)
MONTH_FIRST = re.compile(
    rf"\b({'|'.join(MONTH_NUMBERS)})\.? (\d{{1,2}})"
    r"(?:(?:st|nd|rd|th)?,? (\d{4,9})|(?:st|nd|rd|th))\b"
)
MONTH_OF_YEAR = re.compile(rf"\b{WORD},?\s+{YEAR}\b")
MONTH_ALONE = re.compile(rf"^(?:by|until|before|end|of|the|in|from|\s)*{WORD}$")
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{2,9})\b")
ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!\s*months)")
QUARTER = re.compile(r"\bq(?:tr|uarter)?\.?\s*(?P<quarter>[1-9])\b(?:\D{0,6}(?P<year>20\d\d))?")
# “3rd quarter” and “third qtr” are written with the number first.
ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4,
            "fourth": 4, "last": 4}  # fmt: skip
QUARTER_FIRST = re.compile(rf"\b({'|'.join(ORDINALS)})\s+(?:quarter|qtr)\b\.?")
# A half of a financial year ends with its second or its fourth quarter.
HALVES = {"1": 1, "2": 2, "first": 1, "1st": 1, "second": 2, "2nd": 2}
HALF = re.compile(r"\b(?:h([12])|(first|1st|second|2nd)\s+half)\b")
# Mar '24, March’24, Mar/24 and Mar24: what parts the month from its year is no part of either.
SHORT_MONTH_YEAR = re.compile(rf"\b({'|'.join(MONTH_NUMBERS)})\.?\s?['’‘`´/]?([1-4]\d)\b")
# Apr-Jun ends with June; with or without a year behind it, the first month says only the start.
MONTH_TO_MONTH = re.compile(
    rf"\b(?:{'|'.join(MONTH_NUMBERS)})\.?\s*(?:-|/|\bto\b)\s*(?=(?:{'|'.join(MONTH_NUMBERS)})\b)"
)
MONTH_IN_FIGURES = re.compile(r"(?<![\w/.-])(0?[1-9]|1[0-2])/(20\d\d)\b(?![/.-])")
YEAR_WITH_LETTERS = re.compile(r"\bf\.?y\.?\s*(?:20)?(\d\d)(?=\s*[-/]\s*(?:20)?\d\d\b)")
YEAR_FIRST = re.compile(r"\b(20\d\d)[/.](\d{1,2})[/.](\d{1,2})\b")
# What a spreadsheet shows of a date in a cell that is no date: the days since 30 December 1899.
SERIAL = re.compile(r"^(?P<days>[34]\d{4}|5[0-4]\d{3})(?:\.0+)?$")
BULLET = re.compile(r"(?:^|\n)\s*(?:[-*o–]|\d{1,2}[.)]|[a-z][.)])\s+|\s*[•●▪◦‣]\s*")
MONTH_AT_END = re.compile(rf"\b(?:by|until|before|end of|end|in|during)\s+(?:the\s+)?{WORD}$")
FINANCIAL_YEAR = re.compile(r"\b(?P<year>20\d\d)\s*[-/]\s*(?:20)?(?P<end>\d\d)\b")
SHORT_YEAR = re.compile(r"(?<![\d/-])(?P<year>(?:20)?\d\d)\s*[-/]\s*(?:20)?(?P<end>\d\d)(?![\d/-])")
CALENDAR_YEAR = re.compile(r"^(?:by|until|before|end|of|the|in|during|\s)*(?P<year>20\d\d)$")
SPAN = re.compile(
    r"\b(?:(?P<least>\d{1,3})\s*(?:-|to)\s*)?(?P<most>\d{1,3})[\s-]*(?P<unit>week|month|year)s?\b"
)
RECURRING = re.compile(
    r"\b(daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|termly|half[- ]yearly|"
    r"six[- ]monthly|\d+[- ]monthly|bi-?annual(ly)?|annual(ly)?|yearly|every|each|"
    r"(once|twice) an? \w+|per (week|month|quarter|year))\b"
)
ONGOING = re.compile(
    r"\b(on-?going|immediate(ly)?|continuous(ly)?|continuing|throughout|rolling)\b"
)
START = re.compile(
    r"\b(from|since|starting|beginning|commencing|onwards?)\b(?!.*\b(to|until|till|by)\b)"
)
REFERENCE = re.compile(r"^\W*(see|refer|cross[- ]?refer\w*|as above|ditto)\b")
CONDITION = re.compile(
    r"^\W*(dependent|depending|depends|subject to|as|when|whenever|once|after|if|on|upon|"
    r"following|until|where)\b"
)
PART = "|"  # between the parts of a list


def plain(text: str) -> str:
    """Small letters, one kind of dash, and each date with its day first and spaces in it."""
    # The parts of a list stay apart, so that each may end in its own month.
    listed = BULLET.sub(f" {PART} ", text.lower())
    plain = re.sub(r"\s+", " ", listed.replace("–", "-").replace("−", "-")).strip(f" {PART}")
    plain = SHORT_MONTH_YEAR.sub(r"\1 \2", plain)
    plain = MONTH_TO_MONTH.sub("", plain)
    plain = YEAR_WITH_LETTERS.sub(r"20\1", plain)
    if not REFERENCE.match(plain):
        plain = MONTH_IN_FIGURES.sub(lambda m: f"{m[2]}-{m[1]:0>2}", plain)
    plain = YEAR_FIRST.sub(lambda m: f"{m[1]}-{m[2]:0>2}-{m[3]:0>2}", plain)
    plain = HALF.sub(lambda m: f"q{2 * HALVES[m[1] or m[2]]}", plain)
    plain = QUARTER_FIRST.sub(lambda m: f"q{ORDINALS[m[1]]}", plain)
    # 31-Mar-22 is what spreadsheets make of a date.
    plain = re.sub(r"(?<=\d)-(?=[a-z])|(?<=[a-z])-(?=\d)", " ", plain)
    return MONTH_FIRST.sub(lambda m: f"{m[2]} {m[1]} {m[3] or ''}".strip(), plain)
