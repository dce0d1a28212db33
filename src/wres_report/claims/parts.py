"""A total with its parts, White, BME and unknown, as one sentence or line gives them.

Labels stand before their numbers or after them; the number without a group is the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.numbers import Number, surroundings
from wres_report.claims.passages import Passage

GROUPS = ("white", "bme", "unknown")
_APART = re.compile(r"[,;|.]|\band\b|[–—-] ", re.I)


def part_claims(
    numbers: list[Number], text: str, passage: Passage, indicator: int, of: str
) -> Iterator[Claim]:
    """The claims of a total and its three parts; none where these are not all there, once each.

    of: the start of the results keys, such as ``workforce.`` or ``i2.shortlisted_``.
    """
    whole = [number for number in numbers if number.whole]
    text = words.GROUP.sub(lambda found: str(found.lastgroup).ljust(len(found[0])), text)
    labels = [_label(before, after) for before, after in _beside(whole, text)]
    if sorted(labels) != sorted((*GROUPS, "total")):
        return
    for number, label in zip(whole, labels, strict=True):
        yield Claim(Kind.VALUE, passage, indicator, f"{of}{label}", number, said="count")


def _beside(numbers: list[Number], text: str) -> Iterator[tuple[str, str]]:
    """What stands right before and right after each number, up to the next comma or number."""
    for position in range(len(numbers)):
        before, after = surroundings(text, numbers, position)
        yield _APART.split(before)[-1], _APART.split(after)[0]


def _label(before: str, after: str) -> str:
    return _group(after) or _group(before) or "total"


def _group(text: str) -> str:
    if words.UNKNOWN.search(text):
        return "unknown"
    return words.group_of(text)
