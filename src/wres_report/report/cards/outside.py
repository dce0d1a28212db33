"""Figures in the trust's own words that come from outside its data: each with its source."""

from __future__ import annotations

import hashlib
import re

from wres_report.marks import span
from wres_report.narrative.binding.literals import OUTSIDE
from wres_report.narrative.variables import VARIABLE
from wres_report.report.cards.model import Origin

SOURCE = re.compile(r"\bsource=(?:\"([^\"]*)\"|'([^']*)')")


def mark_outside(text: str) -> tuple[str, dict[str, Origin]]:
    """Markdown in which every figure from outside is a span with a key, and their origins."""
    found: dict[str, Origin] = {}

    def mark(match: re.Match[str]) -> str:
        source = SOURCE.search(match["attributes"])
        if source is None or VARIABLE.search(match["text"]):
            return match[0]
        origin = _origin(match["text"], source[1] or source[2])
        found[origin.key] = origin
        return f"[{span(match['text'], origin.key)}]{{{match['attributes']}}}"

    return OUTSIDE.sub(mark, text), found


def _origin(text: str, source: str) -> Origin:
    key = f"outside.{hashlib.sha256(f'{text}|{source}'.encode()).hexdigest()[:12]}"
    made = "a figure from outside the data of this report, as the trust states it"
    return Origin(key, "From outside", text, made=made, citation=source, outside=True)
