"""Whether every word of a clause is known: only then is a number that fits no figure accused.

A number that is last year's figure, or the other group's, gives itself away. One that is no
known figure at all may be of something else, so its clause must hold no word whose part in it
is not understood. The words that are understood stand in ``lexicon.txt``.

Whatever else is accused, its clause must hold no word for people, a place or a source that nobody
foresaw. So many more words are harmless there: those of ``plain_words.txt``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from wres_report.claims import vocabulary as words
from wres_report.claims.numbers import FRACTIONS, HEDGES
from wres_report.claims.standard_now import seen_now

LEXICON = Path(__file__).with_name("lexicon.txt")
PLAIN_WORDS = Path(__file__).with_name("plain_words.txt")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*(?:['’][^\W\d_]+)?")
# “16% of BME staff answered” is another matter than “16% of BME staff who answered”.
_UNDERSTOOD = re.compile(
    r"\bwho (?:answered|responded|replied|took part)\b|\bservice users?\b|\bregardless of [\w ]*",
    re.I,
)
_MARKS = (";", ". ")
# “of every seven”, “three of ten”: such a number counts nobody.
_OF_A_RATE = re.compile(r"\b(?:every|each|per|of)\b(?: \w+)?\s*$|\b(?:every|each|per)\b", re.I)
_SAID = re.compile(r"\bpoint[ -]\w", re.I)
# What we think of a figure, before it is told: “It troubles us that …”, “One of our aims is …”.
_OPENING = re.compile(
    r"^\s*(?:(?:and|but|so|sadly|overall),? )?(?:we|it|i|this|there|one of (?:our|the))\b"
    r"[^.;:\d]*?\bthat\b", re.I
)  # fmt: skip
# To whom a sentence speaks, before it says something: “Good news for the network: …”.
ADDRESS = re.compile(
    r"\W*(?:(?:good|great|bad|more|some|the|welcome|sad) )*(?:news|update|thanks|note|message|word|"
    r"headlines?|dear|hello|hi)\b[^:.;!?\d]{0,50}:\s", re.I,
)  # fmt: skip
# What a writer makes of it is not what it is of.
_CONCLUSION = re.compile(
    r",\s+so (?:that )?(?:nobody|no one|no-one|everyone|we|you|they|there)\b[^.;:\d·]*[.!]?$", re.I
)
# These tell when or where, or of whom.
_NOT_HOW = re.compile(
    r"(?:dai|elder|external|fami|former|ideal|internatio\w+|loca\w+|month|new|potential|quarter|"
    r"regional|week)ly"
)
# An opening with such a word tells where the number is from, and that is somewhere else.
_SOURCE = re.compile(
    r"\b(?:group|groups|press|research|study|pilot|interview\w*|network|draft|earlier|previous|"
    r"poll|pulse|if|not|wish\w*|hope\w*|expect\w*|estimat\w*|assum\w*|suppos\w*)\b", re.I
)  # fmt: skip


# Who says so: “Ms Reed pointed out”.
_SPEAKER = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Councillor|Cllr)\.? "
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
)


def is_understood(text: str, start: int, end: int, *, counted: bool = False) -> bool:
    """Whether the clause round a number holds known words only.

    start, end: of the number. counted: whether it is a count, which may be in words.
    """
    # A number that is said digit by digit is as plain as one that is printed.
    said = _SAID.search(text, start, end) or (counted and not _OF_A_RATE.search(text[:start]))
    plain = f"{text[:start]}{'·' * (end - start)}{text[end:]}" if said else text
    return not unknown_words(words.GROUP.sub(" ", _told_in(clause_round(plain, start, end))))


def clause_round(text: str, start: int, end: int) -> str:
    """What stands round a number, to the next full stop or semicolon on either side."""
    first = max(text.rfind(mark, 0, start) for mark in _MARKS) + 1
    ends = [found for mark in _MARKS if (found := text.find(mark, end)) >= 0]
    return text[max(first, 0) : min(ends, default=len(text))]


def _told_in(clause: str) -> str:
    """A clause without what a writer thinks of it, and without words that are harmless together."""
    address = ADDRESS.match(clause)
    if address and not words.GROUP.search(address[0]):
        clause = clause[address.end() :]
    opening = _OPENING.match(clause)
    if opening and not words.GROUP.search(opening[0]) and not _SOURCE.search(opening[0]):
        clause = clause[opening.end() :]
    conclusion = _CONCLUSION.search(clause)
    if conclusion and not words.GROUP.search(conclusion[0]):
        clause = clause[: conclusion.start()]
    return _UNDERSTOOD.sub(" ", _SPEAKER.sub(" ", clause))


def unknown_words(text: str) -> list[str]:
    """The words of a text that have no known part in a claim."""
    known = _known_with(_of_standard())
    return [word for found in _WORD.findall(text) if not _is_in(known, word := found.lower())]


def strange_words(clause: str) -> list[str]:
    """The words of a clause that are no plain words either, as printed, each once."""
    return list(_strange(clause, _of_standard()))


@lru_cache(maxsize=256)
def _strange(clause: str, others: frozenset[str]) -> tuple[str, ...]:
    known = _harmless(others)
    found = _WORD.findall(words.GROUP.sub(" ", _told_in(clause)))
    return tuple(dict.fromkeys(word for word in found if not _is_in(known, word.lower())))


def _is_in(known: frozenset[str], word: str) -> bool:
    plain = word.removesuffix("'s").removesuffix("’s")
    # An adverb says how, never of what.
    how = plain.endswith("ly") and len(plain) > 5 and not _NOT_HOW.fullmatch(plain)
    return len(plain) < 2 or how or plain in known


def _of_standard() -> frozenset[str]:
    """The words that the standard which is read adds."""
    seen = seen_now()
    return frozenset() if seen is None else seen.words


@cache
def _known_with(others: frozenset[str]) -> frozenset[str]:
    return known_words() | others


@cache
def _harmless(others: frozenset[str]) -> frozenset[str]:
    return known_words() | plain_words() | others


@cache
def known_words() -> frozenset[str]:
    """The words of ``lexicon.txt``, and those that hedge a number."""
    hedges = (word for kind in HEDGES.values() for word in kind)
    hedged = (part.strip(".").lower() for word in (*hedges, *FRACTIONS) for part in word.split())
    return frozenset((*_listed(LEXICON), *hedged))


@cache
def plain_words() -> frozenset[str]:
    """The words of ``plain_words.txt``."""
    return frozenset(_listed(PLAIN_WORDS))


def _listed(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
