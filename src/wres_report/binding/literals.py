"""Finds the figures that a narrative writes out instead of naming a variable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims.numbers import Number, numbers_in
from wres_report.faults import narrative_fault
from wres_report.narrative.variables import VARIABLE

# ``[79]{.outside source="Estates return, 2021"}``: a figure from elsewhere, with where.
OUTSIDE = re.compile(r"\[(?P<text>[^\[\]]*)\]\{(?P<attributes>[^{}]*\.outside\b[^{}]*)\}")
SOURCE = re.compile(r"\bsource=(?:\"\s*[^\"\s][^\"]*\"|'\s*[^'\s][^']*')")
# What is not read as text: code, comments, addresses of links and pictures, attributes.
NOT_TEXT = re.compile(
    r"`[^`\n]*`|<!--.*?-->|(?<=\])\([^()\n]*\)|\{[^{}\n]*\}|<[^<>\n]*>|https?://\S+",
    re.DOTALL,
)
LIST_NUMBER = re.compile(r"^\s*(?:>\s*)*\d+[.)](?=\s)", re.MULTILINE)
# Neither a digit nor a letter, so that no number begins or ends with it.
BLANK = "\N{BULLET}"


@dataclass(frozen=True)
class Literal:
    """A figure as it is written. line: counted from 1."""

    number: Number
    line: int

    @property
    def text(self) -> str:
        return self.number.text.strip()


def literals_in(text: str, where: str) -> Iterator[Literal]:
    """The figures that are written in digits, but for variables and marked figures from outside.

    Years, dates, numbers of lists, bands and indicators are no figures. Raises a narrative fault
    for a mark without a source.
    """
    for match in OUTSIDE.finditer(text):
        if not SOURCE.search(match["attributes"]):
            line = text.count("\n", 0, match.start()) + 1
            raise narrative_fault(
                f"The figure “{match['text']}” is marked as one from outside, without its source.",
                f"{where}, line {line}",
                'Write where it is from: [79]{.outside source="Estates return, 2021"}.',
            )
    plain = text
    for what in (VARIABLE, OUTSIDE, NOT_TEXT, LIST_NUMBER):
        plain = what.sub(_blanked, plain)
    for place, words in enumerate(plain.split("\n"), start=1):
        for number in numbers_in(words):
            if not number.loose:
                yield Literal(number, place)


def _blanked(match: re.Match[str]) -> str:
    """As many lines as before, and none of the words."""
    return f" {BLANK} " + "\n" * match[0].count("\n")
