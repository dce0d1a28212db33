"""Which indicators a clause is about, by the words of ``topics.toml``."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from wres_report.claims.vocabulary import GROUP, LABEL, SEVERAL_LABELS

LEXICON = Path(__file__).with_name("topics.toml")
PUBLIC, COLLEAGUES = 5, 6


@dataclass(frozen=True)
class Topic:
    """An indicator that words point at. sure: whether these words alone tell it."""

    indicator: int
    start: int
    end: int
    sure: bool


@cache
def _lexicon() -> dict[int, tuple[re.Pattern[str], re.Pattern[str] | None]]:
    with LEXICON.open("rb") as file:
        content = tomllib.load(file)["indicator"]
    return {
        int(number): (_any_of(entry["sure"]), _any_of(entry["weak"]) if entry["weak"] else None)
        for number, entry in content.items()
    }


@cache
def _harassment() -> dict[str, re.Pattern[str]]:
    with LEXICON.open("rb") as file:
        content = tomllib.load(file)["harassment"]
    parts = {name: _any_of(content[name]) for name in ("words", "public", "staff")}
    return parts | {"victims": re.compile(content["victims"], re.I)}


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


@lru_cache(maxsize=256)
def topics_in(text: str) -> list[Topic]:
    """The topics of a text in their order, those of harassment told apart by who does it."""
    found = _of_harassment(text)
    for indicator, (sure, weak) in _lexicon().items():
        told = [Topic(indicator, m.start(), m.end(), sure=True) for m in sure.finditer(text)]
        if not told and weak is not None:
            told = [Topic(indicator, m.start(), m.end(), sure=False) for m in weak.finditer(text)]
        found += told
    return sorted(found, key=lambda topic: topic.start)


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
    for match in LABEL.finditer(text):
        if not any(start <= match.start() < end for start, end, _ in spans):
            found.append(Topic(int(match[1]), match.start(), match.end(), True))
    return sorted(found, key=lambda topic: topic.start)
