"""The bookmarks by which a Word file is known again when reviewers send it back.

Word and LibreOffice keep bookmarks through every edit and every saving, whatever becomes of runs,
styles and hidden data. Names that begin with ``_`` are hidden from a reader. There are four kinds:

- ``_own_foreword_3``: the third paragraph of the trust's own words in ``narrative/foreword.md``;
- ``_par_17``: any other paragraph with text, in order;
- ``_fig_4_i5_bme_percent``: a figure, with as much of its key as a name of 40 signs holds;
- ``_wres_1f0c…``: at the first paragraph: which report this is, by a digest of its text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from lxml import etree

from .ooxml import W, find, iter_tags, make, text_of

# Written by the filters of the project: see figures.lua and structure.lua.
OWN, VALUE = "wres-own:", "wres-value:"
LONGEST = 40  # Word cuts a longer name off
FIRST_ID = 1_000_000
NAME = re.compile(r"_(own|par|fig|wres)_(\w+)")
UNFIT = re.compile(r"[^A-Za-z0-9]")


def own_name(section: str, number: int) -> str:
    """The bookmark of a paragraph of the trust's own words; number: from 1."""
    return f"_own_{plain(section)}_{number}"


def figure_name(number: int, key: str) -> str:
    """The bookmark of a figure; number: from 1, in the order of the document."""
    return f"_fig_{number}_{plain(key)}"[:LONGEST]


def plain(name: str) -> str:
    """A key or a section in the letters that a bookmark may have."""
    return UNFIT.sub("_", name)


def anchor_own_words(body: etree._Element) -> None:
    """Give each paragraph of the trust's own words its bookmark, in place of the marks around them.

    To be done before anything else is moved or taken away.
    """
    counts: dict[str, int] = {}
    for start in [s for s in iter_tags(body, "bookmarkStart") if _named(s).startswith(OWN)]:
        section = _named(start).removeprefix(OWN)
        end = _end_of(body, start)
        for paragraph in _between(body, start, end):
            if text_of(paragraph).strip():
                counts[section] = counts.get(section, 0) + 1
                _around(paragraph, own_name(section, counts[section]))
        for mark in (start, end):
            if mark is not None:
                mark.getparent().remove(mark)


def finish_anchors(body: etree._Element) -> None:
    """Name the figures and the other paragraphs, and give every bookmark a number of its own."""
    figures = [s for s in iter_tags(body, "bookmarkStart") if _named(s).startswith(VALUE)]
    for number, start in enumerate(figures, start=1):
        start.set(W + "name", figure_name(number, _named(start).removeprefix(VALUE)))
    contents = {
        paragraph
        for holder in iter_tags(body, "sdt")
        if find(holder, "sdtPr/docPartObj") is not None
        for paragraph in iter_tags(holder, "p")
    }
    digest = hashlib.sha256()
    number, first = 0, None
    for paragraph in iter_tags(body, "p"):
        text = text_of(paragraph)
        if not text.strip() or paragraph in contents:
            continue
        digest.update(text.encode() + b"\n")
        first = paragraph if first is None else first
        if not any(_named(s).startswith("_own_") for s in paragraph.iter(W + "bookmarkStart")):
            number += 1
            _around(paragraph, f"_par_{number}")
    if first is not None:
        _around(first, f"_wres_{digest.hexdigest()[:16]}")
    _renumber(body)


def without_values(notes: etree._Element) -> etree._Element:
    """The notes without the marks of their figures: bookmarks are numbered in the body alone."""
    for start in [s for s in iter_tags(notes, "bookmarkStart") if _named(s).startswith(VALUE)]:
        end = _end_of(notes, start)
        for mark in (start, end):
            if mark is not None:
                mark.getparent().remove(mark)
    return notes


def _named(element: etree._Element) -> str:
    return str(element.get(W + "name", ""))


def _end_of(body: etree._Element, start: etree._Element) -> etree._Element | None:
    identifier = start.get(W + "id")
    ends = (e for e in iter_tags(body, "bookmarkEnd") if e.get(W + "id") == identifier)
    return next(ends, None)


def _between(
    body: etree._Element, start: etree._Element, end: etree._Element | None
) -> Iterator[etree._Element]:
    inside = False
    for element in body.iter():
        if element is start:
            inside = True
        elif element is end:
            return
        elif inside and element.tag == W + "p":
            yield element


def _around(paragraph: etree._Element, name: str) -> None:
    """Put a bookmark around what a paragraph holds."""
    # Told from others by its name until all are numbered.
    start, end = make("bookmarkStart", id=name, name=name), make("bookmarkEnd", id=name)
    place = find(paragraph, "pPr")
    if place is None:
        paragraph.insert(0, start)
    else:
        place.addnext(start)
    paragraph.append(end)


def _renumber(body: etree._Element) -> None:
    """No two bookmarks share a number: Word repairs a file in which they do."""
    numbers: dict[str, str] = {}
    for element in body.iter(W + "bookmarkStart", W + "bookmarkEnd"):
        old = str(element.get(W + "id"))
        if element.tag == W + "bookmarkStart":
            numbers[old] = str(FIRST_ID + len(numbers))
        element.set(W + "id", numbers.get(old, old))
