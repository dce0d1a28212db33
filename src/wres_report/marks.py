"""Marks in a text which of its words are figures, and whose.

A figure in a sentence is a few characters; where it comes from must not be guessed from them
later. So what writes a sentence marks each figure with its key, with characters that no text of
a user can hold, and what shows the sentence takes the marks out again.
"""

from __future__ import annotations

import re
from typing import NamedTuple

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
MARKED = re.compile(f"{OPEN}([^{OPEN}{MIDDLE}{CLOSE}]*){MIDDLE}([^{OPEN}{MIDDLE}{CLOSE}]*){CLOSE}")
# What stands for a figure in the Markdown of a report: ``[31.5%]{.value key="i5.bme_percent"}``.
SPAN = re.compile(r'\[([^\[\]]*)\]\{\.value key="([^"]+)"\}')


class Mark(NamedTuple):
    """The characters from ``start`` to before ``end`` are the figure ``key``."""

    start: int
    end: int
    key: str


def marked(text: str, key: str) -> str:
    """The text as that of a figure; unmarked where the figure has no key."""
    return f"{OPEN}{key}{MIDDLE}{text}{CLOSE}" if key else text


def unmarked(text: str) -> str:
    """The text as it is read."""
    return MARKED.sub(lambda match: match[2], text)


def taken_out(text: str) -> tuple[str, list[Mark]]:
    """The text as it is read, and where its figures stand in it."""
    parts: list[str] = []
    marks: list[Mark] = []
    length = place = 0
    for match in MARKED.finditer(text):
        before = text[place : match.start()]
        start = length + len(before)
        length = start + len(match[2])
        parts += [before, match[2]]
        marks.append(Mark(start, length, match[1]))
        place = match.end()
    return "".join([*parts, text[place:]]), marks


def put_in(text: str, marks: list[Mark]) -> str:
    """The text with its marks again: what ``taken_out`` was given.

    Raises ValueError where marks overlap or reach beyond the text.
    """
    parts: list[str] = []
    place = 0
    for mark in sorted(marks, key=lambda mark: mark[:2]):
        if not place <= mark.start <= mark.end <= len(text):
            raise ValueError(f"the mark of {mark.key} does not fit the text")
        parts += [text[place : mark.start], marked(text[mark.start : mark.end], mark.key)]
        place = mark.end
    return "".join([*parts, text[place:]])


def as_spans(text: str) -> str:
    """Markdown in which every marked figure is a span with the figure's key."""
    return MARKED.sub(lambda match: span(match[2], match[1]), text)


def span(text: str, key: str) -> str:
    return f'[{text}]{{.value key="{key}"}}'


def without_spans(text: str) -> str:
    """Markdown in which the spans of figures are their text alone."""
    return SPAN.sub(lambda match: match[1], text)
