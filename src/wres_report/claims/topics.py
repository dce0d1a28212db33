"""Which indicators a clause is about, by the words of ``topics.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from wres_report.claims.at_words import at_words
from wres_report.claims.standard_now import Seen, Words, seen_now
from wres_report.claims.vocabulary import GROUP, LABEL, SEVERAL_LABELS

LEXICON = Path(__file__).with_name("topics.toml")
PUBLIC, COLLEAGUES = 5, 6
# How a metric that is named by its number is written once it is seen in the terms of the grammar.
PLACE = re.compile(r"\bk(\d{1,2})\b")


@dataclass(frozen=True)
class Topic:
    """An indicator that words point at. sure: whether these words alone tell it."""

    indicator: int
    start: int
    end: int
    sure: bool


@cache
def _lexicon() -> dict[int, Words]:
    with LEXICON.open("rb") as file:
        content = tomllib.load(file)["indicator"]
    return {int(number): words_of(entry) for number, entry in content.items()}


def words_of(entry: Mapping[str, list[str]]) -> Words:
    """The words of a topic as patterns: those that tell it surely, and those that do weakly."""
    return any_of(entry["sure"]), any_of(entry["weak"]) if entry["weak"] else None


def topics_of_race(indicator: int) -> Words:
    """The words of an indicator of the race standard."""
    return _lexicon()[indicator]


@cache
def _harassment() -> dict[str, re.Pattern[str]]:
    with LEXICON.open("rb") as file:
        content = tomllib.load(file)["harassment"]
    parts = {name: any_of(content[name]) for name in ("words", "public", "staff")}
    return parts | {"victims": re.compile(content["victims"], re.I)}


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of several, without regard to case."""
    return re.compile(at_words("|".join(f"(?:{pattern})" for pattern in patterns)), re.I)


def topics_in(text: str) -> list[Topic]:
    """The topics of a text in their order, those of harassment told apart by who does it."""
    return _topics_in(text, seen_now())


@lru_cache(maxsize=256)
def _topics_in(text: str, seen: Seen | None) -> list[Topic]:
    found = _of_harassment(text) if seen is None else _told_together(text, seen)
    for indicator, (sure, weak) in (_lexicon() if seen is None else seen.topics).items():
        told = [Topic(indicator, m.start(), m.end(), sure=True) for m in sure.finditer(text)]
        if not told and weak is not None:
            told = [Topic(indicator, m.start(), m.end(), sure=False) for m in weak.finditer(text)]
        found += told
    return sorted(found, key=lambda topic: topic.start)


def _told_together(text: str, seen: Seen) -> list[Topic]:
    """The topics that a word of each of several lists tells; the first list alone tells them
    weakly."""
    told, weak = [], []
    for place, lists in seen.together.items():
        firsts = [one.search(text) for one in lists]
        spans = [match.span() for match in firsts if match is not None]
        if len(spans) == len(lists):
            told.append(Topic(place, min(s for s, _ in spans), max(e for _, e in spans), True))
        elif firsts[0] is not None:
            weak.append(Topic(place, *firsts[0].span(), sure=False))
    return told or weak


def _of_harassment(text: str) -> list[Topic]:
    patterns = _harassment()
    acts = list(patterns["words"].finditer(text))
    if not acts:
        return []
    public = list(patterns["public"].finditer(text))
    staff = [found for found in patterns["staff"].finditer(text) if _does(text, found)]
    if re.search(r"\bdiscriminat", text, re.I):
        # “discrimination from a manager” tells who discriminates.
        staff = [s for s in staff if any(abs(s.start() - a.end()) < 45 for a in acts)]
    start, end = acts[0].start(), acts[-1].end()
    told = []
    if public:
        told.append(Topic(PUBLIC, min(start, public[0].start()), max(end, public[-1].end()), True))
    if staff:
        told.append(
            Topic(COLLEAGUES, min(start, staff[0].start()), max(end, staff[-1].end()), True)
        )
    return told or [Topic(n, start, end, False) for n in (PUBLIC, COLLEAGUES)]


def _does(text: str, found: re.Match[str]) -> bool:
    """Whether these people do it; not those who report it, nor those to whom it is done."""
    before = text[: found.start()]
    if GROUP.search(found[0]):
        return False
    return not (found[0][:3].lower() == "by " and _harassment()["victims"].search(before))


def labels_in(text: str) -> list[Topic]:
    """The indicators that a text names by their number."""
    spans = [(m.start(), m.end(), re.findall(r"(?<![\d.])[1-9](?![\d.%])", m[0]))
             for m in SEVERAL_LABELS.finditer(text)]  # fmt: skip
    found = [Topic(int(d), start, end, True) for start, end, digits in spans for d in digits]
    if seen_now() is not None:
        found += [Topic(int(m[1]), *m.span(), sure=True) for m in PLACE.finditer(text)]
    for match in LABEL.finditer(text):
        if not any(start <= match.start() < end for start, end, _ in spans):
            found.append(Topic(int(match[1]), match.start(), match.end(), True))
    return sorted(found, key=lambda topic: topic.start)
