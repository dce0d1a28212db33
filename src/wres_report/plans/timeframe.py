"""Reads when an action is due: a date, a month, a quarter, a span, a recurrence, a condition."""

from __future__ import annotations

import calendar
import difflib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"  # of a financial year: the first is April to June
    YEAR = "year"  # a calendar year, or a financial one such as 2021-22
    SPAN = "span"  # "12-18 months", counted from the first day of the plan
    RECURRING = "recurring"
    ONGOING = "ongoing"
    CONDITION = "condition"  # "dependent on …", "as vacancies occur"
    REFERENCE = "reference"  # "see 5.2": the date stands elsewhere
    WORDS = "words"
    NONE = "none"
    NOT_A_DATE = "not_a_date"  # "31 Febuary": meant as a date, and none


DATED = (Kind.DAY, Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.SPAN)


@dataclass(frozen=True)
class Timeframe:
    """text: as written. due: the last day, for the kinds of ``DATED``. meant: for what is not a
    date, the nearest that would be one."""

    text: str
    kind: Kind
    due: date | None = None
    meant: str = ""

    @property
    def dated(self) -> bool:
        return self.kind in DATED


MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
SHORT = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTH_NUMBERS = MONTHS | SHORT | {"sept": 9}

WORD = r"(?P<month>[a-z]{3,10})\.?"
YEAR = r"(?P<year>(?:19|20)\d\d|[1-4]\d)"
DAY_OF_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{WORD}(?:,?\s+{YEAR})?\b"
)
MONTH_OF_YEAR = re.compile(rf"\b{WORD},?\s+{YEAR}\b")
MONTH_ALONE = re.compile(rf"^(?:by|until|before|end|of|the|in|from|\s)*{WORD}$")
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[./-](?P<month>\d{1,2})[./-](?P<year>\d{4}|\d\d)\b")
ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?\b(?!\s*months)")
QUARTER = re.compile(r"\bq(?:uarter)?\s*(?P<quarter>[1-9])\b(?:\D{0,6}(?P<year>20\d\d))?")
FINANCIAL_YEAR = re.compile(r"\b(?P<year>20\d\d)\s*[-/]\s*(?:20)?(?P<end>\d\d)\b")
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
REFERENCE = re.compile(r"^\W*(see|refer|cross[- ]?refer\w*|as above|ditto)\b")
CONDITION = re.compile(
    r"^\W*(dependent|depending|depends|subject to|as|when|whenever|once|after|if|on|upon|"
    r"following|until|where)\b"
)


def parse_timeframe(text: str, plan_start: date) -> Timeframe:
    """Read when an action is due.

    plan_start: the first day of the plan, from which spans count and to which a day without a
    year belongs. Days come before months, as in the United Kingdom.
    """
    plain = re.sub(r"\s+", " ", text.replace("–", "-").replace("−", "-")).strip().lower()
    if not plain:
        return Timeframe(text, Kind.NONE)
    found = [frame for reader in _DATE_READERS for frame in reader(plain, text, plan_start)]
    wrong = [frame for frame in found if frame.kind is Kind.NOT_A_DATE]
    if wrong:
        return wrong[0]
    if found:
        # The finest kind that is there; of several dates, such as a start and an end, the last.
        kind = min((frame.kind for frame in found), key=DATED.index)
        return max((f for f in found if f.kind is kind), key=lambda f: f.due or date.min)
    return Timeframe(text, _kind_of_words(plain))


def _kind_of_words(plain: str) -> Kind:
    for pattern, kind in (
        (REFERENCE, Kind.REFERENCE), (RECURRING, Kind.RECURRING),
        (ONGOING, Kind.ONGOING), (CONDITION, Kind.CONDITION),
    ):  # fmt: skip
        if pattern.search(plain):
            return kind
    return Kind.WORDS


def _days(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    found = []
    for match in DAY_OF_MONTH.finditer(plain):
        month = MONTH_NUMBERS.get(match["month"])
        if month is None:
            if meant := _nearest_month(match["month"]):
                last = calendar.monthrange(2000, MONTHS[meant.lower()])[1]
                day = min(int(match["day"]), last)
                found.append(Timeframe(text, Kind.NOT_A_DATE, meant=f"{day} {meant}"))
            continue
        year = _year(match["year"]) if match["year"] else _year_after(plan_start, month)
        found.append(_day(text, year, month, int(match["day"])))
    for match in NUMERIC.finditer(plain):
        found.append(_day(text, _year(match["year"]), int(match["month"]), int(match["day"])))
    for match in ISO.finditer(plain):
        if match["day"]:
            found.append(_day(text, int(match["year"]), int(match["month"]), int(match["day"])))
    return found


def _months(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    # What a day stands before has been read with its day.
    rest = ISO.sub(lambda m: " " if m["day"] else m[0], DAY_OF_MONTH.sub(" ", plain))
    found = []
    for match in MONTH_OF_YEAR.finditer(rest):
        month = MONTH_NUMBERS.get(match["month"])
        if month is not None:
            found.append(_month(text, _year(match["year"]), month))
        elif meant := _nearest_month(match["month"]):
            found.append(Timeframe(text, Kind.NOT_A_DATE, meant=f"{meant} {match['year']}"))
    alone = MONTH_ALONE.match(rest)
    if alone and alone["month"] in MONTH_NUMBERS:
        month = MONTH_NUMBERS[alone["month"]]
        found.append(_month(text, _year_after(plan_start, month), month))
    for match in ISO.finditer(rest):
        month = int(match["month"])
        if month == (int(match["year"]) + 1) % 100:  # 2021-22: a financial year
            continue
        if 1 <= month <= 12:
            found.append(_month(text, int(match["year"]), month))
        else:
            found.append(Timeframe(text, Kind.NOT_A_DATE, meant="a month from 1 to 12"))
    return found


def _quarters(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    found = []
    for match in QUARTER.finditer(plain):
        number = int(match["quarter"])
        if number > 4:
            found.append(Timeframe(text, Kind.NOT_A_DATE, meant="a quarter from Q1 to Q4"))
            continue
        year = int(match["year"]) if match["year"] else plan_start.year
        month, year = (3, year + 1) if number == 4 else (3 * number + 3, year)
        found.append(Timeframe(text, Kind.QUARTER, _month(text, year, month).due))
    return found


def _years(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    del plan_start
    for match in FINANCIAL_YEAR.finditer(plain):
        if int(match["end"]) == (int(match["year"]) + 1) % 100:
            return [Timeframe(text, Kind.YEAR, date(int(match["year"]) + 1, 3, 31))]
    calendar_year = CALENDAR_YEAR.match(plain)
    if calendar_year is None:
        return []
    return [Timeframe(text, Kind.YEAR, date(int(calendar_year["year"]), 12, 31))]


def _spans(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    if RECURRING.search(plain):  # "every six months" and "every 6 months" never end
        return []
    found = []
    for match in SPAN.finditer(plain):
        most = int(match["most"])
        if match["unit"] == "week":
            due = date.fromordinal(plan_start.toordinal() + 7 * most - 1)
        else:
            due = _after_months(plan_start, most * (12 if match["unit"] == "year" else 1))
        found.append(Timeframe(text, Kind.SPAN, due))
    return found


_DATE_READERS = (_days, _months, _quarters, _years, _spans)


def _day(text: str, year: int, month: int, day: int) -> Timeframe:
    try:
        return Timeframe(text, Kind.DAY, date(year, month, day))
    except ValueError:
        if not 1 <= month <= 12:
            return Timeframe(text, Kind.NOT_A_DATE, meant="a month from 1 to 12")
        last = calendar.monthrange(year, month)[1]
        return Timeframe(text, Kind.NOT_A_DATE, meant=f"{last} {calendar.month_name[month]} {year}")


def _month(text: str, year: int, month: int) -> Timeframe:
    return Timeframe(text, Kind.MONTH, date(year, month, calendar.monthrange(year, month)[1]))


def _after_months(start: date, months: int) -> date:
    """The last day of the months that begin with ``start``, a first of a month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _year_after(plan_start: date, month: int) -> int:
    """The year in which a month without one falls: that of the twelve from the plan's start."""
    return plan_start.year + (month < plan_start.month)


def _nearest_month(word: str) -> str:
    near = difflib.get_close_matches(word, [*MONTHS], n=1, cutoff=0.75)
    return near[0].capitalize() if near else ""
