"""Which changes of the trust's own words must not be written, because a figure is no word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.review.hunks import Hunk
from wres_report.review.sources import REFERENCE, Filled

GLUED = re.compile(r"[\w%]")
WORDS = re.compile(r"\w")


@dataclass(frozen=True)
class Refusal:
    """Why a change is not written. key: of the variable that it touches; empty where none."""

    reason: str
    key: str = ""


UNWRITTEN = Refusal(
    "This cannot be written without a person: the words stand amid signs of Markdown, or in "
    "another paragraph."
)
UNKNOWN = Refusal("The narrative does not print these words any more: it has changed since.")
EVERYTHING = Refusal(
    "Nothing would be left of these words. If that is meant, delete the file or empty the cell."
)

SYMBOL = Refusal(
    "It holds a sign of a symbol font, which is no letter elsewhere: write the sign by hand."
)


def touched(hunk: Hunk, filled: list[Filled], text: str) -> Filled | None:
    """The variable that a change alters: reaches into, replaces, or grows by a sign.

    One that goes with the words around it is not altered.
    """
    for variable in filled:
        within = hunk.start < variable.end and hunk.end > variable.start
        if within and not _goes_with_its_words(hunk, variable):
            return variable
        if within:
            continue
        if not hunk.old and hunk.start == variable.start and GLUED.match(hunk.new[-1:]):
            return variable
        # “31.5%” with “ of” behind it stays what it is; with “5” behind it it does not.
        if hunk.start == variable.end and GLUED.match(hunk.new[:1]):
            return variable
        if hunk.end == variable.start and hunk.old and GLUED.match(hunk.new[-1:]):
            return variable
        if hunk.start < hunk.end == variable.start and not hunk.new and _meets(text, hunk):
            return variable
    return None


def _goes_with_its_words(hunk: Hunk, variable: Filled) -> bool:
    whole = hunk.start <= variable.start and variable.end <= hunk.end
    others = hunk.old[: variable.start - hunk.start] + hunk.old[variable.end - hunk.start :]
    return whole and bool(WORDS.search(others)) and not WORDS.search(hunk.new)


def _meets(text: str, hunk: Hunk) -> bool:
    """Whether a deletion would let two words run into one."""
    before = text[hunk.start - 1 : hunk.start]
    return bool(GLUED.match(before)) and not hunk.old[:1].isspace()


def refusal_of(variable: Filled, source: str) -> Refusal:
    """source: where the value of the variable comes from, in words; empty where not known."""
    if variable.key == REFERENCE:
        return Refusal("The report numbers its sections, tables and figures by itself.")
    of = f" from {source}" if source else ""
    return Refusal(
        f"“{variable.key}” is filled in{of}: change it there, and build again.", variable.key
    )
