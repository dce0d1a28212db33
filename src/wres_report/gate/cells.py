"""Cells that should hold a number and do not: what stands there, and what to do about it."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from decimal import Decimal

from wres_report.words import UNPRINTABLE

# The rules of the suites that leave it to this module to say what is wrong with the cell.
REFINED = ("not_a_count", "not_a_number")
LONGEST_QUOTE = 120  # characters of a cell in a message


@dataclass(frozen=True)
class Kind:
    """A kind of wrong cell: rule is its short name, pattern matches what is written."""

    rule: str
    pattern: re.Pattern[str]
    message: str
    action: str


def _kind(rule: str, pattern: str, message: str, action: str) -> Kind:
    return Kind(rule, re.compile(pattern, re.IGNORECASE), message, action)


# The first that matches is the one.
KINDS = (
    _kind(
        "thousands_separator",
        r"^[+-]?[0-9]{1,3}([,\s'’][0-9]{3})+(\.[0-9]+)?$",
        "This number is written with a thousands separator.",
        "In the spreadsheet switch the number format off (choose “General”), then save as "
        "“CSV UTF-8” again.",
    ),
    _kind(
        "percent_sign",
        r"^[+-]?[0-9.,]+\s*%$",
        "This number is written with a percent sign.",
        "Write the number alone, such as 24.5; in the spreadsheet choose the format “General”, "
        "multiply by 100 where the cell then shows a fraction, and save again.",
    ),
    _kind(
        "decimal_comma",
        r"^[+-]?[0-9]+,[0-9]+$",
        "This number is written with a decimal comma.",
        "Write a decimal point.",
    ),
    _kind(
        "negative",
        r"^[-−–]\s*[0-9]+(\.[0-9]+)?$",
        "This number is below zero.",
        "A number of people cannot be negative: check the figure against its source.",
    ),
    _kind(
        "not_whole",
        r"^\+?[0-9]+\.[0-9]+$",
        "A number of people is not a whole number.",
        "Give the headcount, not whole-time equivalents, a percentage or an average.",
    ),
    _kind(
        "placeholder",
        r"^(<\s*[0-9]+|\*+|[-–—]+|n/?a|#n/a|nil|none|null|nan|x|\.+|suppressed|tbc)$",
        "A placeholder stands where a number should.",
        "Give the number if it is known: the report withholds small ones itself. "
        "If it is not, leave the cell empty, which means not supplied.",
    ),
    _kind(
        "not_a_number",
        r"",
        "Text stands where a number should.",
        "Write the number in digits alone; leave the cell empty where it is not supplied.",
    ),
)


def kind_of(text: str) -> Kind:
    """What is wrong with a cell that is no number, or not a number of people."""
    return next(kind for kind in KINDS if kind.pattern.search(text))


def in_digits(text: str) -> str:
    """A number without what stands between its digits."""
    return re.sub(r"[^0-9.+-]", "", text)


def instead_of_percent(text: str, unit: str) -> str:
    """What to write for a number with a percent sign in a column that has none of percentages.

    unit: of the row; empty in a column that counts people.
    """
    if not unit:
        return "This column counts people, so no cell of it is a percentage: write their number."
    number = Decimal(in_digits(text) or "0")
    return f"Write {number / 100:f} or {number:f}, whichever is the {unit}."


# A row that a spreadsheet adds up below a table.
TOTALS = re.compile(r"^((grand |sub-?)?totals?( staff| headcount)?|sum|overall):?$", re.IGNORECASE)
TOTALS_ROW = (
    "This looks like a row of totals. Delete it: the report adds up itself. Where the table has no "
    "parts to add up, name the row as the table does."
)


def is_totals_row(text: str) -> bool:
    """Whether a name is that of a row of totals."""
    return TOTALS.match(text) is not None


def quoted(text: str) -> str:
    """A cell's text as a person would name it: its start, and nothing that cannot be shown."""
    shown = UNPRINTABLE.sub("�", text)
    if len(shown) > LONGEST_QUOTE:
        shown = shown[:LONGEST_QUOTE] + " …"
    return f"“{shown}”" if text else "an empty cell"


def nearest(text: str, known: list[str]) -> str:
    """The known name that the text most likely means, or "".

    Case, spaces and the word “band” do not count, and a name may be part of the text.
    """
    by_plain = {_plain(name): name for name in known if name}
    plain = _plain(text)
    if not plain:
        return ""
    if plain in by_plain:
        return by_plain[plain]
    close = difflib.get_close_matches(plain, list(by_plain), n=1, cutoff=0.6)
    if close:
        return by_plain[close[0]]
    words = set(plain.split("_"))
    return next((name for plain, name in by_plain.items() if plain in words), "")


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", text.lower().replace("band", "")).strip("_")
