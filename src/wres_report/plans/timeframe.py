"""Reads when an action is due: a date, a month, a quarter, a span, a recurrence, a condition."""

from __future__ import annotations

import calendar
import difflib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wres_report.plans import timeframe_patterns as written
from wres_report.words import day_in_words


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
# A year of two digits further off than this is the day of a month: "March 31".
FAR_OFF = 8


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


YEARS = range(1900, 2100)
SPREADSHEET_DAY_0 = date(1899, 12, 30).toordinal()
A_MONTH, A_YEAR = "a month from 1 to 12", "a year such as 2022"


def parse_timeframe(text: str, plan_start: date) -> Timeframe:
    """Read when an action is due.

    plan_start: the first day of the plan, from which spans count and to which a day without a
    year belongs. Days come before months, as in the United Kingdom.
    """
    plain = written.plain(text)
    if not plain:
        return Timeframe(text, Kind.NONE)
    if serial := written.SERIAL.match(plain):
        day = date.fromordinal(SPREADSHEET_DAY_0 + int(serial["days"]))
        return Timeframe(text, Kind.NOT_A_DATE, meant=day_in_words(day))
    found = [frame for reader in _DATE_READERS for frame in reader(plain, text, plan_start)]
    wrong = [frame for frame in found if frame.kind is Kind.NOT_A_DATE]
    if wrong:
        return wrong[0]
    begins = len(found) == 1 and written.START.search(plain) is not None
    if found and not begins:
        # The finest kind that is there; of several dates, such as a start and an end, the last.
        kind = min((frame.kind for frame in found), key=DATED.index)
        return max((f for f in found if f.kind is kind), key=lambda f: f.due or date.min)
    words = _kind_of_words(plain)
    return Timeframe(text, Kind.ONGOING if begins and words is Kind.WORDS else words)


def _kind_of_words(plain: str) -> Kind:
    for pattern, kind in (
        (written.REFERENCE, Kind.REFERENCE), (written.RECURRING, Kind.RECURRING),
        (written.ONGOING, Kind.ONGOING), (written.CONDITION, Kind.CONDITION),
    ):  # fmt: skip
        if pattern.search(plain):
            return kind
    return Kind.WORDS


def _days(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    found = []
    for match in written.DAY_OF_MONTH.finditer(plain):
        month = written.MONTH_NUMBERS.get(match["month"])
        if month is None:
            found += _misspelt(match["month"], match["year"], text, plan_start, int(match["day"]))
            continue
        year = _year(match["year"]) if match["year"] else _year_after(plan_start, month)
        found.append(_day(text, year, month, int(match["day"])))
    for match in (*written.NUMERIC.finditer(plain), *written.ISO.finditer(plain)):
        # The 1.2.21 of "see 1.2.21" is an action.
        if match["day"] and not ("." in match[0] and written.REFERENCE.match(plain)):
            found.append(_day(text, _year(match["year"]), int(match["month"]), int(match["day"])))
    return found


def _months(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    # What a day stands before has been read with its day.
    rest = written.ISO.sub(
        lambda m: " " if m["day"] else m[0], written.DAY_OF_MONTH.sub(" ", plain)
    )
    found = []
    for match in written.MONTH_OF_YEAR.finditer(rest):
        month, year = written.MONTH_NUMBERS.get(match["month"]), match["year"]
        if month is not None and len(year) == 2 and abs(_year(year) - plan_start.year) > FAR_OFF:
            found.append(_day(text, _year_after(plan_start, month), month, int(year)))
        elif month is not None:
            found.append(_month(text, _year(year), month))
        else:
            found += _misspelt(match["month"], match["year"], text, plan_start)
    for part in rest.split(written.PART):
        alone = written.MONTH_ALONE.match(part.strip(" .;,"))
        if written.PART in rest:
            alone = alone or written.MONTH_AT_END.search(part.strip(" .;,"))
        if alone and alone["month"] in written.MONTH_NUMBERS:
            month = written.MONTH_NUMBERS[alone["month"]]
            found.append(_month(text, _year_after(plan_start, month), month))
    for match in written.ISO.finditer(rest):
        month, year = int(match["month"]), int(match["year"])
        if 1 <= month <= 12:
            found.append(_month(text, year, month))
        elif month <= year % 100 and month != (year + 1) % 100:  # others are years: 2021-25
            found.append(Timeframe(text, Kind.NOT_A_DATE, meant=A_MONTH))
    return found


def _quarters(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    found = []
    years = _financial_years(written.SHORT_YEAR, plain)
    for match in written.QUARTER.finditer(plain):
        number = int(match["quarter"])
        if number > 4:
            found.append(Timeframe(text, Kind.NOT_A_DATE, meant="a quarter from Q1 to Q4"))
            continue
        # The year beside it; else the last one before it, or the next behind it.
        before = [year for start, year in years if start < match.start()]
        others = before[::-1] + [year for _, year in years] + [plan_start.year]
        year = int(match["year"]) if match["year"] else others[0]
        month, year = (3, year + 1) if number == 4 else (3 * number + 3, year)
        found.append(Timeframe(text, Kind.QUARTER, _month(text, year, month).due))
    return found


def _years(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    del plan_start
    years = _financial_years(written.FINANCIAL_YEAR, plain)
    found = [Timeframe(text, Kind.YEAR, date(year + 1, 3, 31)) for _, year in years]
    if not found and (calendar_year := written.CALENDAR_YEAR.match(plain)):
        found.append(Timeframe(text, Kind.YEAR, date(int(calendar_year["year"]), 12, 31)))
    return found


def _financial_years(pattern: re.Pattern[str], plain: str) -> list[tuple[int, int]]:
    """Where each financial year stands, and the year in which it starts."""
    return [
        (match.start(), _year(match["year"]))
        for match in pattern.finditer(plain)
        if int(match["end"]) == (int(match["year"]) + 1) % 100
    ]


def _spans(plain: str, text: str, plan_start: date) -> list[Timeframe]:
    if written.RECURRING.search(plain):  # "every six months" and "every 6 months" never end
        return []
    found = []
    for match in written.SPAN.finditer(plain):
        most = int(match["most"])
        if match["unit"] == "week":
            due = date.fromordinal(plan_start.toordinal() + 7 * most - 1)
        else:
            due = _after_months(plan_start, most * (12 if match["unit"] == "year" else 1))
        found.append(Timeframe(text, Kind.SPAN, due))
    return found


_DATE_READERS = (_days, _months, _quarters, _years, _spans)


def _day(text: str, year: int, month: int, day: int) -> Timeframe:
    if not 1 <= month <= 12:
        turned = 1 <= day <= 12 < month <= 31 and year in YEARS  # 12/31/2025, as in America
        meant = _nearest_day(year, day, month) if turned else A_MONTH
        return Timeframe(text, Kind.NOT_A_DATE, meant=meant)
    if year not in YEARS:
        return Timeframe(text, Kind.NOT_A_DATE, meant=A_YEAR)
    try:
        return Timeframe(text, Kind.DAY, date(year, month, day))
    except ValueError:
        return Timeframe(text, Kind.NOT_A_DATE, meant=_nearest_day(year, month, day))


def _month(text: str, year: int, month: int) -> Timeframe:
    if year not in YEARS:
        return Timeframe(text, Kind.NOT_A_DATE, meant=A_YEAR)
    return Timeframe(text, Kind.MONTH, date(year, month, calendar.monthrange(year, month)[1]))


def _misspelt(
    word: str, year: str | None, text: str, plan_start: date, day: int | None = None
) -> list[Timeframe]:
    """What is no date because of a misspelt month; nothing where the word is none."""
    near = difflib.get_close_matches(word, written.GUESSED, n=1, cutoff=0.75)
    if not near:
        return []
    month = written.MONTHS[near[0]]
    meant = _year(year) if year else _year_after(plan_start, month)
    if meant not in YEARS:
        return []
    words = _nearest_day(meant, month, day) if day else f"{calendar.month_name[month]} {meant}"
    return [Timeframe(text, Kind.NOT_A_DATE, meant=words)]


def _nearest_day(year: int, month: int, day: int) -> str:
    last = calendar.monthrange(year, month)[1]
    return f"{min(max(day, 1), last)} {calendar.month_name[month]} {year}"


def _after_months(start: date, months: int) -> date:
    """The last day of the months that begin with ``start``, a first of a month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _year_after(plan_start: date, month: int) -> int:
    """The year in which a month without one falls: that of the twelve from the plan's start."""
    return plan_start.year + (month < plan_start.month)
