"""What of a file may be shown: words that many people share, never what may name one."""

from __future__ import annotations

import re

# A number of a person, an address of one, a day, or somebody with a title.
PERSONAL = re.compile(
    r"\d{5}|@|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}"
    r"|\b[A-Za-z]{2}(?: ?\d\d){3} ?[A-Da-d]\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]"
    r"(?:19|20)?\d\d\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|(?:\b0|\+44 ?)(?:\d[ -]?){9,10}\b"
    r"|^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame)\b\.? \w",
    re.IGNORECASE,
)
# “Surname, Forename”, unless one of the two is a word of ethnic groups, posts or pay scales.
NAME = re.compile(r"([^\W\d][\w’'-]*), ([^\W\d][\w’'-]*)(?: [A-Z]\.?)?")
WORDS = frozenset({
    "white", "black", "asian", "mixed", "other", "british", "english", "irish", "scottish",
    "welsh", "european", "african", "caribbean", "indian", "chinese", "arab", "any", "not",
    "unknown", "band", "grade", "nurse", "nursing", "doctor", "consultant", "manager", "senior",
    "medical", "dental", "clinical", "registered", "staff", "trainee", "apprentice",
})  # fmt: skip
LONGEST = 80
NOT_SHOWN = "(not shown: it may be about a person)"


def shown(text: str) -> str:
    """The text as it may be shown."""
    name = NAME.fullmatch(text.strip())
    named = name is not None and not WORDS & {name[1].casefold(), name[2].casefold()}
    # A text so long was written by hand.
    if PERSONAL.search(text) or named or len(text) > LONGEST:
        return NOT_SHOWN
    return " ".join(text.split())
