"""What a figure is called, from its key."""

from __future__ import annotations

import re

from wres_report.indicators.kinds import kind_of
from wres_report.indicators.representation.kind import people_in
from wres_report.standard import Standard
from wres_report.words import capitalised

# What may stand behind the name of a figure, and how it is read.
SUFFIXES = {"previous": "last year", "change": "change on last year", "benchmark": "benchmark"}
SURVEY_YEAR = re.compile(r"y(\d{4})")


def title_of(key: str, standard: Standard, term: str, unknown: str) -> str:
    """The figure in a few words: ``BME staff, 2019 survey, benchmark``.

    term, unknown: what the report calls the group under study, and those of whom it is not known.
    """
    head, _, rest = key.partition(".")
    name, *suffixes = rest.split(".")
    groups = standard.groups
    called = {**groups.named(term), groups.unknown: unknown, "total": "all"}
    indicator = standard.of_key(key)
    if head == "workforce":
        words = people_in(groups, name, called, "in the workforce")
    elif head == "national":
        words = f"England, {standard.indicator(name).short.replace(groups.term, term)}"
        suffixes = []
    elif indicator is not None:
        figure, *suffixes = key.removeprefix(indicator.prefix).split(".")
        words = kind_of(indicator).title(standard, indicator, figure, called)
    else:
        words, suffixes = key.replace(".", ", ").replace("_", " "), []
    return capitalised(", ".join([words, *(_suffix(suffix) for suffix in suffixes)]))


def _suffix(suffix: str) -> str:
    year = SURVEY_YEAR.fullmatch(suffix)
    return f"{year[1]} survey" if year else SUFFIXES.get(suffix, suffix.replace("_", " "))
