"""Tells a legend of colours and states from a row of the plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

STATES = {
    "red", "amber", "green", "blue", "grey", "gray", "white", "black", "yellow", "brag", "rag",
    "key", "legend", "rag key", "rag rating", "rag rating key", "on track", "off track",
    "at risk", "good progress", "slippage", "slippage likely", "critical", "not critical",
    "delivered", "complete", "completed", "closed", "done", "not started", "not yet started",
    "in progress", "ongoing", "overdue", "behind schedule", "delayed", "started",
    "not delivered", "partially complete", "embedded", "achieved", "purple",
    "not due", "not yet due", "n/a",
}  # fmt: skip
COLOURS = {"red", "amber", "green", "blue", "grey", "gray", "yellow", "purple"}
COLOUR = re.compile(r"\b(?:red|amber|green|blue|grey|gray|yellow)\b\s*[=:–-]", re.IGNORECASE)
PARTED = re.compile(r"\s*(?:[/,;:=()|–-]|\band\b|\bor\b)\s*")


def is_legend(texts: Sequence[str]) -> bool:
    """Whether the filled cells of a row are a legend and nothing else.

    One cell is a legend where it explains two colours; several are where all are states.
    """
    if len(texts) == 1:
        return len(COLOUR.findall(texts[0])) > 1
    return all(is_state(text) for text in texts)


def is_colour(text: str) -> bool:
    """Whether a text is the name of one colour of a rating."""
    return text.casefold().strip(" :()") in COLOURS


def is_state(text: str) -> bool:
    """Whether a text is a state or a colour, or several, and nothing else."""
    folded = text.casefold().strip()
    if folded in STATES or COLOUR.match(folded):
        return True
    parts = [part for part in PARTED.split(folded) if part]
    return bool(parts) and all(part in STATES for part in parts)
