"""What of a file may be shown: words that many people share, never what may name one."""

from __future__ import annotations

import re

# A number of a person, an address of one, or a text so long that somebody wrote it by hand.
PERSONAL = re.compile(r"\d{5}|@|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
LONGEST = 80
NOT_SHOWN = "(not shown: it may be about a person)"


def shown(text: str) -> str:
    """The text as it may be shown."""
    if PERSONAL.search(text) or len(text) > LONGEST:
        return NOT_SHOWN
    return " ".join(text.split())
