"""Whether a sentence asserts something of this trust, and of the present."""

from __future__ import annotations

import re
from functools import lru_cache

from wres_report.claims import vocabulary as words
from wres_report.claims.lexicon import strange_words
from wres_report.claims.scope import is_foreign
from wres_report.claims.sentences import Sentence

# “less often than” compares; “often” alone tells how things go in general.
_COMPARED = re.compile(r"\b(?:more|less|most|least|as) often\b", re.I)
# What stands behind a claim and leaves it as it is: “…, if the benchmark is anything to go by”.
_ASIDE = re.compile(
    r",\s*(?:if (?:the |that |this |our |its )?[\w’' ]{1,40} (?:is|are) (?:anything|any guide"
    r"|to be believed)[\w ]*|should (?:anyone|anybody|you) [\w ]{1,20})(?=[.,;]|$)", re.I,
)  # fmt: skip
_DENIES = re.compile(
    rf"\b(?:{words.DENIALS}|cannot|rather than|instead|despite|unless)\b|n['’]t\b|\?", re.I,
)  # fmt: skip


def asserts(sentence: Sentence) -> bool:
    """Whether a sentence says that something is so, here and now."""
    return not sentence.before.national and _asserts(sentence.text)


@lru_cache(maxsize=64)
def _asserts(sentence: str) -> bool:
    text = without_asides(sentence)
    if words.NOT_A_CLAIM.search(text) or words.DEFINITION.search(text):
        return False
    return not (words.HYPOTHETICAL.search(text) or words.OTHER_TIMES.search(text))


def without_asides(text: str) -> str:
    """The text without words that only sound like a condition."""
    return _COMPARED.sub(" ", _ASIDE.sub(" ", text))


def asserts_plainly(sentence: Sentence, but: str = "") -> bool:
    """As ``asserts``, in known words alone, of the whole trust, and with nothing denied.

    but: words that are understood, though they sound like a denial.
    """
    text = without_asides(sentence.text)
    denied = text.replace(but, " ") if but else text
    if not asserts(sentence) or _DENIES.search(denied) or is_foreign(text):
        return False
    if words.SUBGROUP.search(text) or words.ELSEWHERE.search(text):
        return False
    return not strange_words(text)
