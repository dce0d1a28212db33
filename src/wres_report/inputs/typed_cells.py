"""What a spreadsheet has made of a value, turned back into the value.

A value that can have been only one is read so; one that can have been two is never chosen from:
``Doubt`` names both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from wres_report.inputs.spellings import read_as
from wres_report.inputs.tables import TableSchema

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_MONTH = re.compile(r"^(\d{1,2})[-/ ]([a-z]{3})(?:[-/ ]\d{2,4})?$", re.IGNORECASE)
MONTH_DAY = re.compile(r"^([a-z]{3})[-/ ](\d{1,2})$", re.IGNORECASE)
# Digits in threes with commas or spaces between them; a narrow or a fixed space is one too.
THREES = re.compile(r"^[+-]?\d{1,3}([,\u0020\u00a0\u202f]\d{3})+(\.\d+)?$")
DECIMAL_COMMA = re.compile(r"^[+-]?\d+,\d+$")
PERCENT = re.compile(r"^([+-]?\d+(?:\.\d+)?)\s*%$")
SHOWN_DECIMALS = re.compile(r"\.(0+)")
# Shares of people: they may be fractions in a spreadsheet, and are percentages with us.
SHARES = frozenset({"percent", "benchmark_percent", "bme_percent", "disabled_percent"})
PERCENT_UNITS = frozenset({"percent", "pp"})
ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"})


@dataclass(frozen=True)
class Read:
    """text: as the table has it. why: what was done to it, to be said once; empty for nothing."""

    text: str
    why: str = ""


@dataclass(frozen=True)
class Doubt:
    """A value that is not read. what: the ways in which it can be read, or what is wrong."""

    what: str


def cell_text(
    schema: TableSchema, column: str, value: object, number_format: str, unit: str = ""
) -> Read | Doubt:
    """One cell of a sheet as the table has it.

    number_format: of the cell. unit: of the row, in a table that has a column for it.
    """
    if value is None:
        return Read("")
    if isinstance(value, bool):
        return Read("true" if value else "false")
    if isinstance(value, time):
        return Doubt("a time of the day, which no table has; the value that was typed is lost")
    if isinstance(value, date):
        return _of_date(schema, column, value)
    if isinstance(value, (int, float)):
        return _of_number(schema, column, value, number_format, unit)
    text = str(value).strip()
    if text in ERRORS:
        return Doubt(f"the error {text} of a formula")
    if column in schema.numbers:
        return number_of_text(schema, column, text, unit)
    return _of_text(schema, column, text)


def _of_text(schema: TableSchema, column: str, text: str) -> Read | Doubt:
    names = schema.vocabulary.get(column)
    if not names:
        return Read(text)
    day, month = DAY_MONTH.match(text), MONTH_DAY.match(text)
    if day and day[2].lower() in MONTHS:
        return _of_day(schema, column, int(day[1]), MONTHS.index(day[2].lower()) + 1, text)
    if month and month[1].lower() in MONTHS:
        return _of_day(schema, column, int(month[2]), MONTHS.index(month[1].lower()) + 1, text)
    own = read_as(schema, column, text)
    return Read(own, "other words for a name" if own != text else "")


def _of_date(schema: TableSchema, column: str, value: date) -> Read | Doubt:
    moment = value.date() if isinstance(value, datetime) else value
    shown = f"{moment.day} {moment:%B %Y}"
    if column in schema.numbers:
        return Doubt(f"the date {shown}, where a number is expected")
    if column in schema.vocabulary or column in schema.key:
        return _of_day(schema, column, moment.day, moment.month, shown)
    return Read(shown, "a date, written in words")


def _of_day(schema: TableSchema, column: str, day: int, month: int, shown: str) -> Read | Doubt:
    """What a spreadsheet took for a day of a month, such as the bands 1-4."""
    ways = list(dict.fromkeys([f"{day}-{month}", f"{month}-{day}"]))
    names = schema.vocabulary.get(column)
    if names:
        ways = [way for way in ways if way in names.values()]
        if not ways:
            return Doubt("a date, which stands for no name of this column")
    elif len(ways) == 1:
        ways.append(ways[0].replace("-", "."))
    if len(ways) > 1:
        return Doubt(f"the date {shown}; it can have been “{ways[0]}” or “{ways[1]}”")
    return Read(ways[0], "a date that was a name")


def _of_number(
    schema: TableSchema, column: str, value: float, number_format: str, unit: str
) -> Read | Doubt:
    exact = Decimal(format(value, ".15g"))
    if column not in schema.numbers:
        text = _plain(exact, number_format)
        own = read_as(schema, column, text)
        return Read(own, "a number that is a name" if own != text else "")
    if "%" in number_format:
        return _of_percent_format(column, exact, number_format, unit)
    text = _plain(exact, number_format)
    if column in SHARES and 0 < abs(exact) < 1:
        return Doubt(_two(text, _plain(exact * 100, "General")))
    rounded = Decimal(text) != exact
    return Read(text if not rounded else _plain(exact, "General"))


def _of_percent_format(column: str, exact: Decimal, number_format: str, unit: str) -> Read | Doubt:
    hundredfold = exact * 100
    decimals = SHOWN_DECIMALS.search(number_format)
    text = _plain(hundredfold, number_format if decimals else "General")
    if Decimal(text) != hundredfold:
        text = _plain(hundredfold, "General")
    if column not in SHARES and not (column == "value" and unit in PERCENT_UNITS):
        return Doubt(
            f"shown as {text}%, where the column {'is in ' + unit if unit else column} is none of "
            f"percentages; it can be {_plain(exact, 'General')} or {text}"
        )
    if column in SHARES and abs(hundredfold) > 100:
        return Doubt(f"shown as {text}%; {_two(_plain(exact, 'General'), text)}")
    return Read(text, "a fraction shown as a percentage")


def number_of_text(schema: TableSchema, column: str, text: str, unit: str) -> Read | Doubt:
    """A number as people and spreadsheets write it; what is none stays as it is.

    unit: of the row, in a table that has a column for it.
    """
    text = text.replace("\u2212", "-")
    percent = PERCENT.match(text)
    if percent:
        if column in SHARES or (column == "value" and unit in PERCENT_UNITS):
            return Read(percent[1], "a number with its %")
        return Doubt(f"“{text}”, where the column is none of percentages")
    if THREES.match(text):
        whole = re.sub(r"[^\d.+-]", "", text)
        other = text.replace(",", ".")
        may_be_decimals = DECIMAL_COMMA.match(text) and not _counts(schema, column, unit)
        return Doubt(_two(whole, other)) if may_be_decimals else Read(whole, "digits in threes")
    if DECIMAL_COMMA.match(text) and not _counts(schema, column, unit):
        return Read(text.replace(",", "."), "a comma for a point")
    return Read(text)


def _counts(schema: TableSchema, column: str, unit: str) -> bool:
    """Whether a column holds people, years or numbers of indicators: never decimals."""
    if column == "value":
        return unit == "count"
    return column in schema.numbers and column not in SHARES and "score" not in column


def _plain(value: Decimal, number_format: str) -> str:
    """The number in digits, with the decimals that its cell shows."""
    shown = SHOWN_DECIMALS.search(number_format)
    if shown and "e" not in number_format.lower():
        fixed = f"{value:.{len(shown[1])}f}"
        if Decimal(fixed) == value:
            return fixed
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _two(one: str, other: str) -> str:
    return f"it can be {one} or {other}"
