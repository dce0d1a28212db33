"""The state of an action in a word of the usual legend, however a plan abbreviates it."""

from __future__ import annotations

import re

LETTERS = {"r": "Red", "a": "Amber", "g": "Green", "b": "Blue"}
COLOURS = {name.casefold(): name for name in LETTERS.values()}
ONE = r"red|amber|green|blue|[ragb]"
STATE = re.compile(
    rf"^[\s(\[]*(?P<first>{ONE})(?:\s*(?:/|-|–|\bto\b|\s)\s*(?P<second>{ONE}))?[\s)\]]*"
    r"(?:(?P<sign>[-–—:=.;,])\s*|\s+(?=\()|$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


def state_of(text: str) -> tuple[str, str]:
    """The state, and what else its cell says.

    ``R`` and ``(A)`` are Red and Amber, ``A/R`` is Amber/Red, and of "Green – all panels are
    trained" the words are progress. A text that is none of these stays as it is.
    """
    match = STATE.match(text.strip())
    if match is None or (
        match["rest"] and len(match["first"]) == 1 and match["sign"] in (None, ".", ",")
    ):
        return text, ""
    names = [_name(part) for part in (match["first"], match["second"]) if part]
    rest = match["rest"].strip()
    return "/".join(dict.fromkeys(names)), rest.strip("() ") if rest.startswith("(") else rest


def is_letter_b(text: str) -> bool:
    """Whether the state is told by a B: of the four letters the one that not all read alike."""
    match = STATE.match(text.strip())
    return match is not None and state_of(text)[0] != text and "b" in (
        (match["first"] or "").casefold(), (match["second"] or "").casefold()
    )  # fmt: skip


def _name(part: str) -> str:
    folded = part.casefold()
    return LETTERS.get(folded) or COLOURS[folded]
