"""Finds the figures that a narrative writes out instead of naming a variable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wres_report.claims.numbers import NUMBER, Number, numbers_in
from wres_report.claims.vocabulary import BME_WORDS
from wres_report.faults import narrative_fault
from wres_report.narrative.variables import VARIABLE

# ``[79]{.outside source="Estates return, 2021"}``: a figure from elsewhere, with where.
OUTSIDE = re.compile(r"\[(?P<text>[^\[\]]*)\]\{(?P<attributes>[^{}]*\.outside\b[^{}]*)\}")
SOURCE = re.compile(r"\bsource=(?:\"\s*[^\"\s][^\"]*\"|'\s*[^'\s][^']*')")
# What is not read as text: code, comments, addresses, attributes, tags, notes and exponents.
NOT_TEXT = re.compile(
    r"`[^`\n]*`|<!--.*?-->|(?<=\])\([^()\n]*\)|\{\s*(?:[.#-]|[^\W\d]\w*=)[^{}\n]*\}|"
    r"</?[a-zA-Z][^<>\n]*>|https?://\S+|\bwww\.\S+|\S+@\S+|\[\^\w+\]|\^\w+\^",
    re.DOTALL,
)
LIST_NUMBER = re.compile(r"^\s*(?:>\s*)*\d{1,2}[.)](?=\s)", re.MULTILINE)
HEADING_NUMBER = re.compile(
    rf"^#+\s+\d{{1,2}}(?:\.\d{{1,2}})*\.?(?=\s+(?!{BME_WORDS}|White)[A-Z])", re.MULTILINE
)
# Neither a digit nor a letter, so that no number begins or ends with it.
BLANK = "\N{BULLET}"
# Digits that the grammar reads as no number. They are figures all the same, but for these.
DIGITS = re.compile(r"[\w.,/:]*\d[\w.,/:]*%?")
NO_FIGURE = re.compile(
    r"[^\W\d]\w*|"  # q14a
    r"\d{1,2}(?:st|nd|rd|th)|"
    r"[89][a-d](?:/[89][a-d])*|"  # bands
    r"(?:19|20)\d\d/(?:\d\d|20\d\d)|[12]\d/[12]\d|(?:19|20)\d0s|"  # years
    r"\d{1,2}[/.]\d{1,2}[/.](?:\d\d|20\d\d)|"  # dates
    r"\d{1,2}(?:[:.]\d\d)?[ap]m|[0-2]?\d:[0-5]\d|24/7|1:1s?",  # times, and turns of phrase
    re.I,
)
NUMBERED_BEFORE = re.compile(r"\b(?:section|appendix|table|question|version)s? $", re.I)


@dataclass(frozen=True)
class Literal:
    """A figure as it is written. line: counted from 1. number: None where it reads as none."""

    text: str
    line: int
    number: Number | None


def literals_in(text: str, where: str) -> Iterator[Literal]:
    """The figures that are written in digits, but for variables and marked figures from outside.

    Years, dates, durations, numbers of lists, headings, bands and indicators are no figures. All
    other digits are, whether they can be read as a number or not. Raises a narrative fault for a
    mark without a source.
    """
    for match in OUTSIDE.finditer(text):
        if not SOURCE.search(match["attributes"]):
            line = text.count("\n", 0, match.start()) + 1
            raise narrative_fault(
                f"The figure “{match['text']}” is marked as one from outside, without its source.",
                f"{where}, line {line}",
                'Write where it is from: [79]{.outside source="Estates return, 2021"}.',
            )
    plain = " ".join(text.split("\N{NO-BREAK SPACE}"))
    for what in (VARIABLE, OUTSIDE, NOT_TEXT, LIST_NUMBER, HEADING_NUMBER):
        plain = what.sub(_blanked, plain)
    for place, words in enumerate(plain.split("\n"), start=1):
        # A line of a narrative does not begin with its number, as one of a PDF does.
        yield from _of_line(f"{BLANK} {words}", place)


def _of_line(words: str, place: int) -> Iterator[Literal]:
    found = [n for n in numbers_in(words) if any(sign.isdigit() for sign in n.text)]
    figures = {at for number in found for at in range(number.start, number.end)}
    read = figures.union(*(range(*match.span()) for match in NUMBER.finditer(words)))
    literals = [(n.start, Literal(n.text.strip(), place, n)) for n in found]
    for match in DIGITS.finditer(words):
        digits = {at for at in range(*match.span()) if words[at].isdigit()}
        text = match[0].rstrip(".,/:")
        if digits <= read or digits & figures or NO_FIGURE.fullmatch(text):
            continue
        if not NUMBERED_BEFORE.search(words[: match.start()]):
            literals.append((match.start(), Literal(text, place, None)))
    yield from (literal for _, literal in sorted(literals, key=lambda entry: entry[0]))


def _blanked(match: re.Match[str]) -> str:
    """As many lines as before, and none of the words."""
    return f" {BLANK} " + "\n" * match[0].count("\n")
