"""Which standard the numbers of a plan are of, and how its indicators are numbered.

The readers of headings and cells are written for the standard that needs no name. A plan on
another is read by them with the names of the two exchanged, and with its own numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from wres_report.standard import Standard, load_standard

_OF: ContextVar[Standard | None] = ContextVar("the standard of the plan that is read", default=None)


@contextmanager
def plan_of(standard: Standard | None) -> Iterator[None]:
    """Read what is read within as a plan on this standard; without one, on that of no name."""
    before = _OF.set(standard)
    try:
        yield
    finally:
        _OF.reset(before)


def standard_of_plan() -> Standard:
    """The standard of the plan that is being read."""
    return _OF.get() or load_standard()


def with_names_of_home(text: str) -> str:
    """The text with the name of the plan's standard and that of the usual one exchanged."""
    ours, usual = _OF.get(), load_standard()
    if ours is None or ours.id == usual.id:
        return text
    names = {ours.short: usual.short, usual.short: ours.short,
             ours.name: usual.name, usual.name: ours.name}  # fmt: skip
    folded = {name.casefold(): other for name, other in names.items()}
    return _either(tuple(names)).sub(lambda found: folded[found[0].casefold()], text)


@cache
def _either(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)


def one_number() -> str:
    """The pattern of a number of an indicator, as text for a regular expression.

    With the letter of its part behind it where the standard has parts.
    """
    standard = standard_of_plan()
    high = "".join(f"{number}|" for number in reversed(standard.numbers) if number > 9)
    digits = f"(?:{high}[1-9])" if high else "[1-9]"
    letter = r"(?:[a-d]\b)?" if any(i.part for i in standard.indicators) else ""
    return rf"(?<![\d.]){digits}{letter}(?![\d%]|\.\d)"
