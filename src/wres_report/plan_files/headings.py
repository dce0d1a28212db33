"""Which column of the model a heading means, and how sure that is."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from wres_report.plan_files.numbering import standard_of_plan, with_names_of_home
from wres_report.plan_files.synonyms import SYNONYMS
from wres_report.plans.model import PLAN_COLUMNS, Action, row_of

# The headings of our own workbook: plain words, together like nobody else's.
PLAIN_HEADINGS = {
    "id": "Action ID",
    "indicators": "WRES indicators",
    "theme": "Theme",
    "objective": "Objective",
    "action": "Action",
    "sub_actions": "Steps",
    "lead": "Led by",
    "rationale": "Why",
    "outcome": "Expected outcome",
    "timeframe": "When",
    "rag": "State",
    "progress": "Progress",
    "monitoring": "How it is monitored",
    "carried_over_from": "Carried over from",
    "see_actions": "See actions",
    "see_plans": "See plans",
    "priorities": "Priorities",
    "note": "Note",
}
# What every plan that we write has.
ALWAYS = ("id", "indicators", "action", "lead", "timeframe")
# A row of progress.csv may give its id and what became of it alone.
SHORTEST = ({"id", "rag"}, {"id", "progress"})


class Certainty(StrEnum):
    EXACT = "exact"
    LIKELY = "likely"
    GUESS = "guess"
    TOLD = "told"  # by --map
    NONE = "none"


# "[note 2]", "(see note 1)" and "*" behind a heading are no part of it.
NOTE_MARKS = re.compile(r"[\[(]\s*(?:see\s+)?(?:foot)?notes?\s*[\w., ]*[\])]|[*†‡]", re.IGNORECASE)
# Words beside which "indicator" and "metric" still mean those of the standard. Those of "key
# performance indicators" and of a "success metric" are how an action is measured.
BESIDE_INDICATOR = frozenset(
    [
        "wres",
        "wdes",
        "and",
        "or",
        "of",
        "the",
        "to",
        "nhs",
        "no",
        "nr",
        "number",
        "ref",
        "reference",
        "name",
        "standard",
        "indicator",
        "indicators",
        "metric",
        "metrics",
        "linked",
        "links",
        "link",
        "related",
        "relevant",
        "area",
        "theme",
        "description",
        "nine",
        "workforce",
        "data",
        "this",
        "which",
        "for",
        "relates",
        "supports",
        "addressed",
        "addresses",
        "being",
        "action",
        "category",
        "position",
        "result",
        "results",
        "actual",
        "current",
        "a",
    ]
)
# What a column is taken for where nothing surer is there; the first that is free.
WHERE_FREE = {
    "next step": ("action", "sub_actions"), "next steps": ("action", "sub_actions"),
    "our next steps": ("action", "sub_actions"), "what next": ("action", "sub_actions"),
    "what happens next": ("action", "sub_actions"),
    "proposed next steps": ("action", "sub_actions"),
    "we will": ("action", "progress"), "we did": ("progress", "action"),
    "you said": ("rationale", "objective"),
}  # fmt: skip
LONG_HEADING = 6  # words; of a longer one, such as a question, the first words say what it is
ORDER = (Certainty.EXACT, Certainty.LIKELY, Certainty.GUESS)


@dataclass(frozen=True)
class Candidate:
    """A column that a heading may mean. strength: of two as sure the longer match is stronger."""

    column: str
    certainty: Certainty
    strength: int

    @property
    def rank(self) -> tuple[int, int]:
        """The lower the better."""
        return ORDER.index(self.certainty), -self.strength


def plain_headings() -> dict[str, str]:
    """``PLAIN_HEADINGS`` in the words of the plan's standard, by column."""
    standard = standard_of_plan()
    return PLAIN_HEADINGS | {"indicators": f"{standard.short} {standard.noun}s"}


def own_columns(headings: list[str]) -> dict[str, str] | None:
    """The columns of a head row that we have written ourselves, by heading; None for any other.

    Columns that someone has added to it are left out.
    """
    plain = {heading: name for name, heading in plain_headings().items()}
    for names in (plain, {name: name for name in PLAN_COLUMNS}):
        found = {heading: names[heading] for heading in headings if heading in names}
        columns = set(found.values())
        machine = set(found) == columns
        if columns >= set(ALWAYS) or (
            machine and set(filter(None, headings)) == set(found)
            and any(columns >= shortest for shortest in SHORTEST)
        ):  # fmt: skip
            return found
    return None


@cache
def normalised(heading: str) -> str:
    """The heading in lower case without signs, "Lead/s" and "Lead(s)" as "leads"."""
    text = unicodedata.normalize("NFKC", NOTE_MARKS.sub(" ", heading)).casefold()
    text = re.sub(r"(?<=\w)\s*(?:/\s*s\b|\(\s*s\s*\))", "s", text)
    text = re.sub(r"#", " no ", text)
    return re.sub(r"[\W_]+", " ", text).strip()


def candidates(heading: str) -> tuple[Candidate, ...]:
    """The columns that a heading may mean, the surest first.

    Exact is a heading of ``SYNONYMS``. Likely is one that holds such words, or misspells them
    a little. A guess is one that resembles them.
    """
    return _candidates(with_names_of_home(normalised(heading)).casefold())


@cache
def _candidates(wanted: str) -> tuple[Candidate, ...]:
    if not wanted:
        return ()
    if wanted in WHERE_FREE:
        first, second = WHERE_FREE[wanted]
        return (Candidate(first, Certainty.LIKELY, 2), Candidate(second, Certainty.LIKELY, 1))
    found: dict[str, Candidate] = {}
    long = len(wanted.split()) > LONG_HEADING
    for column, names in SYNONYMS.items():
        if wanted in names:
            found[column] = Candidate(column, Certainty.EXACT, len(wanted))
        elif held := [n for n in names if f" {n} " in f" {wanted} "]:
            if column == "indicators" and not _of_standard(wanted):
                continue
            begins = [len(n) for n in held if long and f"{wanted} ".startswith(f"{n} ")]
            strength = max(begins) + len(wanted) if begins else max(map(len, held))
            found[column] = Candidate(column, Certainty.LIKELY, strength)
    if not found:
        found = _similar(wanted)
        if not _of_standard(wanted) and re.search(r"\b(?:metric|indicator)s?\b", wanted):
            found.pop("indicators", None)
    return tuple(sorted(found.values(), key=lambda candidate: candidate.rank))


def names_two(heading: str) -> tuple[str, ...]:
    """The columns that a heading such as "Actions / Stakeholder(s)" names, where they are two."""
    joined = re.sub(r"(?<=\w)\s*/\s*s\b", "s", heading, flags=re.IGNORECASE)
    parts = [part for part in re.split(r"/|&|\+|\band\b", joined) if part.strip()]
    if len(parts) < 2:
        return ()
    columns = []
    for part in parts:
        first = next(iter(candidates(part)), None)
        if first is not None and first.certainty is Certainty.EXACT:
            columns.append(first.column)
    return tuple(dict.fromkeys(columns)) if len(set(columns)) > 1 else ()


def _of_standard(wanted: str) -> bool:
    """Whether the indicators or metrics that a heading names can be those of the standard."""
    if {"wdes", "eds", "eds2", "bank", "medical"} & set(wanted.split()) and "wres" not in wanted:
        return False
    return all(word in BESIDE_INDICATOR or word.isdigit() for word in wanted.split())


def _similar(wanted: str) -> dict[str, Candidate]:
    columns = {name: column for column, names in SYNONYMS.items() for name in names}
    if len(wanted) < 4:
        return {}
    near = difflib.get_close_matches(wanted, columns, n=1, cutoff=0.75)
    if not near:
        return {}
    alike = difflib.SequenceMatcher(None, wanted, near[0]).ratio()
    certainty = Certainty.LIKELY if alike >= 0.85 else Certainty.GUESS
    return {columns[near[0]]: Candidate(columns[near[0]], certainty, 0)}


def columns_of(actions: Sequence[Action]) -> list[str]:
    """The columns of the model that hold something, and those that every plan has."""
    rows = [row_of(action) for action in actions]
    return [name for name in PLAN_COLUMNS if name in ALWAYS or any(row[name] for row in rows)]
