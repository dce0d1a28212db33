"""Numbers that a sentence only says: “one point three eight”, “has doubled”."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
UNITS = _BELOW_TWENTY.split()
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
WORDS = {word: value for value, word in enumerate(UNITS)} | _TENS
WORDS |= {
    f"{ten}{mark}{unit}": value + WORDS[unit]
    for ten, value in _TENS.items()
    for unit in UNITS[1:10]
    for mark in "- "
}
WORDS |= {"a dozen": 12, "half a dozen": 6, "a hundred": 100, "one hundred": 100}
WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))

_NOUGHT = ("oh", "nought", "naught", "nil")
_DIGIT = "|".join([*UNITS[:10], *_NOUGHT])
_SPOKEN = re.compile(
    rf"(?<![\w-])(?P<whole>{WORD}|{'|'.join(_NOUGHT)}|\d{{1,3}})[ -]point[ -]"
    rf"(?P<rest>(?:{_DIGIT})(?:[ -](?:{_DIGIT}))*(?![\w-])|{WORD})(?![\w-])"
    r"(?P<unit>\s+per ?cent(?:age points?)?|\s+percentage points?|\s+points?|\s+times)?", re.I,
)  # fmt: skip
_FOLD = re.compile(
    r"\b(?P<word>doubl(?:ed|ing)|halv(?:ed|ing)|trebl(?:ed|ing)|tripl(?:ed|ing)|quadrupl(?:ed|ing)|"
    r"quintupl(?:ed|ing))\b", re.I,
)  # fmt: skip
_FOLDS = {"doubl": 2.0, "halv": 0.5, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0, "quintupl": 5.0}


def spoken_decimals(text: str) -> Iterator[tuple[re.Match[str], float, int, str]]:
    """“one point three eight”, with its value, its decimals and its unit; that may be nothing."""
    for found in _SPOKEN.finditer(text):
        rest = _digits(found["rest"].lower())
        whole = found["whole"].lower()
        value = float(f"{0 if whole in _NOUGHT else int(float(WORDS.get(whole, whole)))}.{rest}")
        unit = " ".join((found["unit"] or "").lower().split())
        plain = "pp" if "point" in unit else "percent" if unit.startswith("per") else unit
        yield found, value, len(rest), plain or "bare"


def _digits(words: str) -> str:
    if words in WORDS:
        return str(WORDS[words])
    return "".join(
        str(0 if word in _NOUGHT else WORDS[word]) for word in re.split(r"[ -]+", words)
    )  # fmt: skip


def folds(text: str) -> Iterator[tuple[re.Match[str], float]]:
    """“has doubled”, “halved”: by how many times something is what it was."""
    for found in _FOLD.finditer(text):
        stem = next(stem for stem in _FOLDS if found["word"].lower().startswith(stem))
        yield found, _FOLDS[stem]


def is_fold(text: str) -> bool:
    """Whether a printed number is such a word."""
    return _FOLD.fullmatch(text) is not None
