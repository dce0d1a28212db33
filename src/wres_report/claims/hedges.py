"""Words that hedge a number: about, nearly, more than."""

from __future__ import annotations

import re

_HEDGES = {
    "about": r"about|around|approximately|approx\.?|roughly|some|circa|c\.|close to|broadly|barely|"
             r"in the region of|or so|something like|an estimated",
    "under": r"nearly|almost|just under|just below|a little under|a little less than|slightly "
             r"under|slightly less than|not quite|just short of|a shade under|close on|"
             r"approaching|under|less than|fewer than|below|slightly below|"
             r"a little below|slightly fewer than",
    "over": r"just over|just above|a little over|a little more than|slightly over|slightly more "
            r"than|well over|more than|over|at least|above|upwards of|a shade over|slightly above|"
            r"somewhat more than|no fewer than|not less than|comfortably over|a little above",
}  # fmt: skip
_HEDGE = re.compile(
    "(?:^|(?<=[ (,:;–—-]))(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _HEDGES.items())
    + r")\s+(?:an?\s+)?$",
    re.I,
)
# “More than one in three”, “less than half”: how far a side may reach.
CLOSE_SIDES = re.compile(
    r"\b(?:nearly|almost|just|not quite|little|slightly|shade|close|approaching|barely)\b", re.I
)


def hedge_before(before: str) -> tuple[str, str]:
    """The kind of hedge that a text ends with, and its words."""
    found = _HEDGE.search(before)
    return (str(found.lastgroup), before[found.start() :]) if found else ("", "")
