"""Reads a finished report back: which of its sentences are false, and which nobody judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from tests.truth import (
    of_all,
    of_answers,
    of_boards,
    of_charts,
    of_findings,
    of_likelihoods,
    of_lists,
    of_page,
    of_places,
    of_plans,
    of_tables,
)
from tests.truth.facts import STANDARD, Facts
from tests.truth.page import Sentence, read_page
from tests.truth.saying import Case, judged

JUDGES = (
    of_all, of_charts, of_findings, of_likelihoods, of_answers, of_boards, of_lists, of_places,
    of_plans, of_tables,
)  # fmt: skip
# What a sentence that states a figure or a comparison has in it.
STATES = re.compile(
    r"\d|\b(more|less|fewer|higher|lower|better|worse|best|worst|most|least|furthest|closest|nearer|"
    r"rose|fell|risen|fallen|same|all|none|no|every|each|only|some|one|two|three|four|five|six|seven|"
    r"eight|nine|increase\w*|decrease\w*|improve\w*|between|above|below|beyond|than)\b",
    re.IGNORECASE,
)  # fmt: skip


@dataclass
class Reading:
    """false: each sentence that is, with why. unjudged: those that the oracle has no rule for.
    judged: how many it understood."""

    name: str
    false: list[tuple[str, str]] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)
    judged: int = 0

    @property
    def unjudged_that_state(self) -> list[str]:
        return [text for text in self.unjudged if STATES.search(text)]


def read_back(page_file: Path, root: Path, trust_year: str, repository: Path) -> Reading:
    """Read the page of a trust-year such as ``RV9/2021`` of the workspace ``root`` back."""
    code, year = trust_year.split("/")
    facts = Facts(root, code, int(year), repository)
    page, reading = read_page(page_file), Reading(trust_year)
    own = own_words(root / "data" / code / year)
    supplied = texts_of_tables(facts)
    for sentence in page.sentences:
        if _is_own(sentence, own, supplied):
            continue
        wrong = [*of_all.wrong_references(sentence, page), *of_all.wrong_number(sentence.text)]
        found = judged(Case(facts, page, sentence))
        wrong += found or []
        if found is None and not wrong:
            if of_all.is_fixed(sentence, repository) or of_all.is_definition(sentence, facts):
                continue
            reading.unjudged.append(sentence.text)
            continue
        reading.judged += 1
        reading.false += [(sentence.text, why) for why in wrong]
    reading.false += of_tables.wrong_tables(facts, page)
    reading.false += of_page.wrong_as_a_whole(facts, page)
    return reading


@cache
def own_words(folder: Path) -> tuple[re.Pattern[str], ...]:
    """The paragraphs of the trust's own words, with every variable left open."""
    texts = [p.read_text(encoding="utf-8") for p in sorted((folder / "narrative").glob("*.md"))]
    return tuple(_patterns(texts))


def _patterns(texts: list[str]) -> Iterator[re.Pattern[str]]:
    for text in texts:
        for block in re.split(r"\n\s*\n|\n(?=- |\d+\. )", text):
            flat = re.sub(r"\[([^\]]*)\]\([^)]*\)|<(https?:[^>]*)>", r"\1\2", block)
            flat = " ".join(re.sub(r"[*_`#\\]|\{#.*?\}|^\s*(?:-|\d+\.) ", "", flat).split())
            if flat:
                parts = re.split(r"\{\{<.*?>\}\}", flat)
                if len(" ".join(parts).split()) > 2:
                    yield re.compile("(.*?)".join(map(_quoted, parts)))


def _quoted(text: str) -> str:
    quoted = re.escape(text.replace("’", "'").replace("“", '"').replace("”", '"'))
    return quoted.replace("\\ \\-\\-\\ ", ".+?").replace("'", "['’‘]").replace('"', '["“”]')


def _is_own(sentence: Sentence, own: tuple[re.Pattern[str], ...], supplied: list[str]) -> bool:
    if any(p.fullmatch(sentence.block) for p in own):
        return True
    if sentence.is_in("sec-quality", "sec-provenance"):
        return True
    block = _flat(sentence.block)
    return any(text in block for text in supplied)


def texts_of_tables(facts: Facts) -> list[str]:
    """What the trust wrote into its tables and settings that a report prints as a sentence, as
    ``_flat`` has it."""
    texts = [row.get("note", "") for name in ("locality", "actions", "progress")
             for row in facts.table(name)]  # fmt: skip
    plan = facts.settings.get("plan") or {}
    assert isinstance(plan, dict)
    for titled in plan.get("priorities", ()):
        texts += [titled["title"], *titled["items"].values()]
    actions = facts.repository / STANDARD / "high_impact_actions.yaml"
    texts += of_all.strings_of(yaml.safe_load(actions.read_text(encoding="utf-8")))
    return [_flat(text) for text in texts if len(text) > 15]


def _flat(text: str) -> str:
    return " ".join(re.sub(r"\{\{<.*?>\}\}", "", text).replace("’", "'").split())
