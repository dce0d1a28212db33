"""The standard whose sentences are read: that of the race, or another one seen in its terms.

The grammar knows indicators by the place that they have in the race standard: 1 is a share of the
workforce, 2 to 4 are ratios, 5 to 8 questions of the survey, 9 the board; another standard's
questions have places from 10 on. Its groups are called BME and White.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from wres_report.standard import Standard, load_standard

Words = tuple[re.Pattern[str], re.Pattern[str] | None]


@dataclass(frozen=True, eq=False)
class Seen:
    """Another standard in the terms of the grammar.

    standard: with indicators by their places. topics: for a place the words that tell it surely,
    and those that do where nothing else does. together: for a place the lists of which a sentence
    must hold a word each. words: those that are harmless beside those of the race standard.
    """

    standard: Standard
    topics: Mapping[int, Words]
    together: Mapping[int, tuple[re.Pattern[str], ...]]
    words: frozenset[str]


_NOW: ContextVar[Seen | None] = ContextVar("seen", default=None)


def seen_now() -> Seen | None:
    """The other standard that is read; None for that of the race."""
    return _NOW.get()


def standard_now() -> Standard:
    """The standard that is read, with the places that its indicators have in the grammar."""
    seen = _NOW.get()
    return load_standard() if seen is None else seen.standard


@contextmanager
def seen_as(seen: Seen | None) -> Iterator[None]:
    """What is read within is of that standard."""
    token = _NOW.set(seen)
    try:
        yield
    finally:
        _NOW.reset(token)
