"""What a change is called in words, from its key."""

from __future__ import annotations

import re
from collections.abc import Callable

from wres_report.diff.model import Build
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.sections import number_of
from wres_report.report.cards.titles import title_of
from wres_report.standard import read_key
from wres_report.words import capitalised

Namer = Callable[[str, Build], str]

SPARK = re.compile(r"(?:fig|spark)-(i[0-9]+[a-z]?|m[0-9]+[a-z]?)(?:\.png)?")
PARTS = {
    "action": "its words", "rag": "its state", "timeframe": "when it is due",
    "id": "its number", "indicators": "what it serves", "see_actions": "actions it goes with",
    "see_plans": "plans it goes with",
}  # fmt: skip
PICTURES = {"plan-due.png": "The plan by due date"}


def title(key: str, build: Build) -> str:
    """A change in a few words, such as “9. Verdict”, “Foreword” or “Action 3.1: lead”.

    key: as ``Change`` has it. build: whose words for the groups and indicators are taken.
    """
    head, stroke, rest = key.partition("/")
    if stroke and head in NAMED:
        return NAMED[head](rest, build)
    return _of_figure(key, build)


def _of_figure(key: str, build: Build) -> str:
    """A figure in a few words, behind the number of its indicator; empty where none is known."""
    standard = build.standard
    indicator = standard.of_key(key)
    term = str(build.about.get("term", standard.groups.term))
    read = read_key(key)
    if key == "plan":
        return "What the plan adds up to"
    if read.stem == "national":
        return f"England, {_national(read.figure, build, term)}"
    if read.stem in GIVEN:
        return _plain(read.figure)
    if key not in build.values and indicator is None:
        return ""
    words = title_of(key, standard, term, standard.groups.unknown_label)
    if indicator is None:
        return words
    groups = tuple(standard.groups.named(term).values())
    inside = words if words.startswith(groups) else words[:1].lower() + words[1:]
    return f"{indicator.label}. {indicator.short}: {inside}"


def _national(figure: str, build: Build, term: str) -> str:
    """“BME share of workforce”: of the indicator that stands first in the name of a figure."""
    name, _, rest = figure.partition("_")
    indicator = build.standard.of_key(f"{name}.")
    words = _plain(rest).replace("bme", term)
    return f"{indicator.label}. {words}" if indicator is not None else _plain(figure)


def _plain(name: str) -> str:
    return capitalised(name.replace("_", " ").replace("-", " "))


def _section(name: str, build: Build) -> str:
    number = number_of(name)
    if number is None:
        return f"{_plain(name)}, in the trust’s own words"
    return f"{capitalised(build.standard.noun)} {number}, in the trust’s own words"


def _action(of: str) -> Namer:
    def named(rest: str, build: Build) -> str:
        del build
        id, _, part = rest.rpartition("/") if "/" in rest else (rest, "", "")
        told = PARTS.get(part, part.replace("_", " "))
        return f"{of} {id}: {told}" if told else f"{of} {id}"

    return named


def _picture(name: str, build: Build) -> str:
    if name in PICTURES:
        return PICTURES[name]
    found = SPARK.fullmatch(name)
    indicator = build.standard.of_key(f"{found[1]}.") if found else None
    if indicator is None:
        return _plain(name.removesuffix(".png").removeprefix("fig-"))
    form = "chart" if name.startswith("fig-") else "small chart in the summary"
    return f"{indicator.label}. {indicator.short}: {form}"


def _setting(name: str, build: Build) -> str:
    del build
    return f"Setting: {name.replace('_', ' ')}"


def _after(words: str) -> Namer:
    def named(name: str, build: Build) -> str:
        del build
        return f"{words} {name}"

    return named


NAMED: dict[str, Namer] = {
    "narrative": _section,
    "actions": _action("Action"),
    "progress": _action("Last year’s action"),
    "pictures": _picture,
    "definition": _after("Definition:"),
    "settings": _setting,
    "version": _after("Version of"),
    "code": _after("Code:"),
}
