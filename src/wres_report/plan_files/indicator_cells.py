"""Which indicators a cell of somebody's plan means."""

from __future__ import annotations

import calendar
import difflib
import re
from dataclasses import dataclass
from functools import cache

from wres_report.plan_files.grid import one_line
from wres_report.plan_files.numbering import one_number, standard_of_plan, with_names_of_home
from wres_report.plan_files.standards import without_other_standards
from wres_report.plans.model import ALL, GENERAL

PARTED = r"\s*(?:[,;/&+–-]|\band\b|\bto\b)\s*(?:and\s+)?"
# "2. Relative likelihood …", "5 Percentage of staff …", but not "1 April 2022".
MONTHS = "|".join(calendar.month_name[1:])
OF_NONE = re.compile(
    r"\b(?:general|overarching|cross-?\s?cutting)\b|^\W*(?:n/?a|none|not applicable|-)\W*$"
)
# The remains of a cell that a page break has parted: "2020: 25% 2021: 27%".
FIGURES = re.compile(r"^(?=.*\d)[\d\s:;,.%/()=+–-]*$")
NAMES = ("indicator", "indicators", "metric", "metrics")
SHORT_NAMES = ("wres", "ind", "inds", "m", "i", "no", "nr")
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
IN_WORDS = re.compile(rf"\b(indicator|metric)\s+({'|'.join(WORDS)})\b", re.IGNORECASE)
SPAN = re.compile(r"([1-9][0-9]?)[a-d]?(?:\s*(?:-|–|\bto\b)\s*([1-9][0-9]?))?")
NOTE = re.compile(r"[\[(]\s*(?:foot)?notes?\s*[\d, ]+[\])]", re.IGNORECASE)


@dataclass(frozen=True)
class Patterns:
    """How cells number the indicators. one: a number. every: all of them, in a sentence. alone: the
    same as the whole of a cell. named, leading, only: numbers behind a name, at the beginning, and
    nothing else."""

    one: re.Pattern[str]
    only: re.Pattern[str]
    named: re.Pattern[str]
    leading: re.Pattern[str]
    every: re.Pattern[str]
    alone: re.Pattern[str]


def patterns() -> Patterns:
    """Those of the standard of the plan that is read."""
    return _patterns(one_number(), standard_of_plan().numbers[-1])


@cache
def _patterns(number: str, last: int) -> Patterns:
    numbers = rf"{number}(?:{PARTED}{number})*"
    word = WORDS[last - 1] if last <= len(WORDS) else str(last)
    return Patterns(
        one=re.compile(number),
        only=re.compile(rf"^\W*{numbers}\W*$", re.IGNORECASE),
        named=re.compile(
            r"\b(?P<word>[a-z]+)\.?\s*(?:nos?\.?\s|numbers?\s)?\s*[:#(|–-]?\s*"
            rf"(?P<numbers>{numbers})",
            re.IGNORECASE,
        ),
        leading=re.compile(
            rf"^[\[(]?({number})[\])]?(?:\s*[.):–-]\s*[^\W\d]|\s+(?!(?:{MONTHS})\b)[A-Z])"
        ),
        every=re.compile(
            rf"\ball\s+(?:of\s+)?(?:the\s+)?(?:{word}\s+|{last}\s+)?(?:wres\s+)?"
            r"(?:indicators|metrics)\b"
        ),
        alone=re.compile(rf"^\W*(?:all|every|all {word}|all {last}|1\s*(?:-|–|to)\s*{last})\W*$"),
    )


@dataclass(frozen=True)
class Reading:
    """indicators: as the model writes them. told: whether the cell tells it. more: whether it
    holds words beside."""

    indicators: str
    told: bool = True
    more: bool = False


def read_indicators(cell: str) -> Reading:
    """What a cell such as "Metric 3 …", "1, 2 and 3", "All indicators" or "General" means.

    A cell that does not tell is ``general``, and not told.
    """
    known = patterns()
    text = one_line(NOTE.sub(" ", without_other_standards(with_names_of_home(cell))))
    text = IN_WORDS.sub(lambda m: f"{m[1]} {WORDS.index(m[2].lower()) + 1}", text)
    folded = text.casefold()
    if known.only.match(text) and not known.alone.match(folded):
        return Reading(_joined([text]))
    if known.alone.match(folded):
        return Reading(ALL)
    if known.every.search(folded):
        return Reading(ALL, more=len(text) > len("all the nine WRES indicators"))
    named = [m["numbers"] for m in known.named.finditer(text) if _is_name(m["word"])]
    if named:
        joined = _joined(named)
        return Reading(joined, more=_has_more(text))
    leading = known.leading.match(text)
    if leading:
        return Reading(_joined([leading[1]]), more=True)
    if OF_NONE.search(folded):
        return Reading(GENERAL)
    return Reading(GENERAL, told=False, more=bool(text))


def is_remainder(cell: str) -> bool:
    """Whether a cell holds figures alone, as the rest of one that a page break has parted."""
    return bool(FIGURES.match(one_line(cell)))


def _is_name(word: str) -> bool:
    folded = word.casefold()
    if folded in SHORT_NAMES:
        return True
    return bool(difflib.get_close_matches(folded, NAMES, n=1, cutoff=0.8))


def _joined(lists: list[str]) -> str:
    found: set[int] = set()
    for numbers in lists:
        for first, last in SPAN.findall(numbers):
            found.update(range(int(first), int(last or first) + 1))
            found.update((int(first), int(last or first)))
    return ";".join(map(str, sorted(found)))


def _has_more(text: str) -> bool:
    """Whether something is left when the names and numbers of indicators are taken out."""
    rest = patterns().named.sub(lambda m: "" if _is_name(m["word"]) else m[0], text)
    return bool(re.search(r"\w", re.sub(r"\b(?:WRES|and)\b", "", rest)))
