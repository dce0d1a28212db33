"""Paragraphs of a Word file as Markdown of a narrative."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wres_report.markdown import escape_words
from wres_report.review.flow import LINE_BREAK, Flow, Paragraph
from wres_report.review.sources import NUMBERED

FIRST_LEVEL = 3  # above it stand the sections of the report


def markdown_of(flow: Flow, places: Sequence[int], key_of: Callable[[str], str]) -> str:
    """The paragraphs with all changes accepted, as Markdown.

    key_of: the key of the figure that a bookmark names; empty where it is not known.
    """
    blocks: list[str] = []
    before_listed = False
    for place in places:
        paragraph = flow.paragraphs[place]
        text = _words(paragraph, key_of)
        if paragraph.heading:
            number = NUMBERED.match(text)
            text = text[number.end() :] if number else text
            text = f"{'#' * max(paragraph.heading, FIRST_LEVEL)} {text}"
        elif paragraph.is_list:
            text = f"- {text}"
        joins = paragraph.is_list and before_listed
        blocks.append(("\n" if joins else "\n\n") + text if blocks else text)
        before_listed = paragraph.is_list
    return "".join(blocks) + "\n"


def _words(paragraph: Paragraph, key_of: Callable[[str], str]) -> str:
    """The accepted text, its figures as variables where nobody changed them."""
    figures = {
        start: (end, key)
        for name, start, end in paragraph.ranges
        if name.startswith("_fig_") and (key := key_of(name))
    }
    parts, place, until = [], 0, 0
    for piece in paragraph.pieces:
        shown = piece.change is None or piece.change.adds
        for offset, sign in enumerate(piece.text):
            at = place + offset
            if at in figures and piece.change is None:
                until = figures[at][0]
                parts.append(f"{{{{< var {figures[at][1]} >}}}}")
            if at >= until and shown:
                parts.append("\\\n" if sign == LINE_BREAK else escape_words(sign))
        place += len(piece.text)
    return "".join(parts).strip()
