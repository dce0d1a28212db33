"""The places that the indicators of another standard have in the grammar, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from wres_report.claims.asking import STANDARD
from wres_report.claims.exchanging import Rule
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.standard_now import Seen, Words
from wres_report.claims.topics import any_of, topics_of_race, words_of
from wres_report.standard import Indicator, Standard, load_standard

STUDY, COMPARATOR, OTHERS = "BME", "White", "disabled"
# The units of what the survey tells of a group: a share, the gap between two, or a score.
TOLD_IN = ("percent", "pp", "score")


def places_of(standard: Standard) -> dict[str, int]:
    """The place of each indicator by its kind; none for one of a kind that the grammar lacks."""
    places: dict[str, int] = {}
    ratios, asked = list(RATIOS), [place for place in SURVEY if place > 9]
    for indicator in standard.indicators:
        if indicator.measure == "representation":
            places[indicator.id] = 1
        elif indicator.measure == "board":
            places[indicator.id] = 9
        elif indicator.measure == "likelihood":
            top = _in_race(standard, indicator.top)
            place = next((n for n in ratios if STANDARD[n][0] == top), 0)
            if place:
                places[indicator.id] = place
                ratios.remove(place)
        elif indicator.tables[:1] == ("survey",) and indicator.unit in TOLD_IN and asked:
            places[indicator.id] = asked.pop(0)
    return places


def _in_race(standard: Standard, group: str | None) -> str | None:
    names = dict(zip(standard.groups.names, load_standard().groups.names, strict=True))
    return names.get(group or "")


def _in_places(standard: Standard, places: Mapping[str, int]) -> Standard:
    """The standard with its indicators under the numbers of their places."""
    home = load_standard()

    def placed(indicator: Indicator) -> Indicator:
        place = places[indicator.id]
        return replace(
            indicator, id=f"i{place}", number=place, part="",
            top=_in_race(standard, indicator.top), bottom=_in_race(standard, indicator.bottom),
        )  # fmt: skip

    return replace(
        standard, letter=home.letter, groups=home.groups,
        indicators=tuple(placed(i) for i in standard.indicators if i.id in places),
        benchmarks=tuple(
            replace(known, indicator=f"i{places[known.indicator]}") for known in standard.benchmarks
            if known.indicator in places
        ),
    )  # fmt: skip


def rules_of(standard: Standard, held: Mapping[str, Any]) -> Iterator[Rule]:
    """What is exchanged in a text. held: the content of ``audit.yaml``."""
    home = load_standard()
    for pattern, words in held.get("phrases", ()):
        yield Rule(re.compile(pattern, re.I), words)
    for one, other in (
        (standard.name, home.name), (standard.short, home.short),
        (standard.words.get("equality", ""), home.words["equality"]),
    ):  # fmt: skip
        if one:
            yield Rule(re.compile(rf"\b{re.escape(one)}\b", re.I), other)
            yield Rule(re.compile(rf"\b{re.escape(other)}\b", re.I), one)
    groups = held["groups"]
    yield Rule(any_of(groups["comparator"]), COMPARATOR)
    yield Rule(any_of(groups["study"]), STUDY)
    if others := held.get("others"):
        yield Rule(any_of(others), OTHERS)


@cache
def labels_of(noun: str) -> re.Pattern[str]:
    """An indicator that is named by its number: “metric 4a”, with what follows of a list."""
    number = r"\d{1,2}[a-z]?\b"
    return re.compile(
        rf"\b(?:{noun}|indicator|KPI)s?\s*(?:no\.?\s*)?(?P<number>\d{{1,2}})(?P<letter>[a-z])?"
        rf"\b(?!\.\d|%)(?P<more>(?:\s*(?:,|and|&|to|or|–|-)\s*{number}(?!\.\d|\d|%))+)?", re.I,
    )  # fmt: skip


def seen_of(standard: Standard, places: Mapping[str, int], held: Mapping[str, Any]) -> Seen:
    """The standard in the terms of the grammar. held: the content of ``audit.yaml``."""
    lists = {name: any_of(patterns) for name, patterns in held.get("lists", {}).items()}
    topics: dict[int, Words] = {}
    together: dict[int, tuple[re.Pattern[str], ...]] = {}
    for name, entry in held["topics"].items():
        if "as" in entry:
            topics[places[name]] = topics_of_race(entry["as"])
        elif "all" in entry:
            together[places[name]] = tuple(lists[part] for part in entry["all"])
        else:
            topics[places[name]] = words_of(entry)
    words = frozenset(held.get("words", "").split())
    return Seen(_in_places(standard, places), topics, together, words)
