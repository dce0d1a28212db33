"""The group that a word of movement is said of."""

from __future__ import annotations

import re

from wres_report.claims.vocabulary import BME, BME_WORDS, GROUP, groups_in

_SET_AGAINST = re.compile(
    r"\bcompar(?:ed|es|ing|ison)\b|\bagainst\b|\bversus\b|\bvs\b|\bthan\b|^\s*(?:and|,)\s*$", re.I
)
_MOVED_IN = re.compile(
    rf"^[^,;.]{{0,40}}?\b(?:in|for|among|of)\b(?P<between>[^,;.]{{0,60}}?)\b(?:{BME_WORDS}|white)\b",
    re.I,
)


def last_group(text: str) -> re.Match[str] | None:
    """Where a text names a group for the last time."""
    found = list(GROUP.finditer(text))
    return found[-1] if found else None


def group_of_movement(text: str, start: int, end: int, carried: str) -> str:
    """The group whose figure moved. start, end: of the words that say how; carried: from before.

    It stands before them, or right after: “a rise in the share of White staff”.
    """
    if nearest := last_group(text[:start]):
        return str(nearest.lastgroup)
    after = _MOVED_IN.match(text[end:])
    if after and not _SET_AGAINST.search(after["between"]):
        return str(next(GROUP.finditer(after[0])).lastgroup)
    only = groups_in(text)
    return carried if not only else BME if only == {BME} else ""
