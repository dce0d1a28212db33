"""The register of sentences that the oracle understands, and the words and numbers they share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tests.truth.facts import Facts
from tests.truth.page import Page, Sentence
from tests.truth.weighing import Weighed, weigh_all

NUMBER = r"[+−]?\d[\d,]*(?:\.\d+)?"
WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve")  # fmt: skip
SHAPES = {"worse": "▲", "better": "▼", "unclear": "●", "few": "◇", "no_counts": "◇", "short": "◆",
          "mirrors": "◆", "none_mirrors": "◆", "above": "◆", "missing": "○"}  # fmt: skip
TOPICS = {
    1: "{G} share of workforce", 2: "appointment from shortlisting",
    3: "formal disciplinary process", 4: "non-mandatory training",
    5: "harassment from the public", 6: "harassment from staff",
    7: "equal career opportunities", 8: "discrimination at work", 9: "board representation",
}  # fmt: skip
Judge = Callable[["Case", "re.Match[str]"], Iterator[str]]
_JUDGES: list[tuple[str, Judge]] = []


@dataclass
class Case:
    """One sentence with all that it may be held against."""

    facts: Facts
    page: Page
    sentence: Sentence

    @cached_property
    def weighed(self) -> dict[int, Weighed]:
        return weighed_of(self.facts)

    @property
    def indicator(self) -> int:
        found = self.sentence.indicator
        assert found is not None, self.sentence
        return found

    @property
    def term(self) -> str:
        return self.facts.term


_WEIGHED: dict[int, dict[int, Weighed]] = {}


def weighed_of(facts: Facts) -> dict[int, Weighed]:
    """All indicators weighed, once for each trust-year."""
    if not hasattr(facts, "all_weighed"):
        facts.all_weighed = weigh_all(facts)  # type: ignore[attr-defined]
    return facts.all_weighed  # type: ignore[attr-defined, no-any-return]


def says(pattern: str) -> Callable[[Judge], Judge]:
    """Judges each sentence that is ``pattern`` from end to end.

    In a pattern {G} is the term for the group, {N} a number, {W} a number in words. The judge
    yields what is false of the sentence, in words, and nothing where it is true.
    """

    def registered(judge: Judge) -> Judge:
        _JUDGES.append((pattern, judge))
        return judge

    return registered


def judged(case: Case) -> list[str] | None:
    """What is false of a sentence; None where the oracle does not understand it."""
    for pattern, judge in _compiled(case.term):
        if match := pattern.fullmatch(case.sentence.text):
            return list(judge(case, match))
    return None


_COMPILED: dict[str, list[tuple[re.Pattern[str], Judge]]] = {}


def _compiled(term: str) -> list[tuple[re.Pattern[str], Judge]]:
    if term not in _COMPILED:
        group = f"(?:{term}|{term[0].upper()}{term[1:]})"
        words = "|".join((*WORDS, *(w.capitalize() for w in WORDS)))
        _COMPILED[term] = [
            (re.compile(p.replace("{G}", group).replace("{N}", f"({NUMBER})")
                        .replace("{W}", f"({words})")), judge)
            for p, judge in _JUDGES
        ]  # fmt: skip
    return _COMPILED[term]


def counted(word: str) -> int:
    """The number that a word or its digits say; −1, which nothing is, for any other word."""
    if word.isdigit():
        return int(word)
    return WORDS.index(word.lower()) if word.lower() in WORDS else -1


def value_of(printed: str) -> float:
    return float(printed.replace(",", "").replace("−", "-").replace("+", ""))


def prints(printed: str, value: float | None) -> bool:
    """Whether a figure, rounded to the decimals that are printed, is what is printed."""
    if value is None:
        return False
    decimals = len(printed.split(".")[1]) if "." in printed else 0
    return abs(value_of(printed) - value) <= 0.5 * 10**-decimals + 1e-6


def differs(what: str, printed: str, value: float | None) -> Iterator[str]:
    if not prints(printed, value):
        yield f"{what} is {value}, not {printed}"


def disagrees(text: str, noun: str, number: str) -> Iterator[str]:
    """Whether the verb behind a noun is not that of the number before it: “1 of 9 members are”."""
    verb = "is" if number == "1" else "are"
    if f"{noun} {verb} " not in text:
        yield f"the verb is not that of {number}"


def group_of(word: str) -> str:
    return "white" if word == "White" else "bme"


def small_numbers_about(facts: Facts) -> bool:
    """Whether anything of the trust-year may have to be hidden."""
    hides = facts.hides
    if hides["count"] <= 1 and hides["responses"] <= 1:
        return False
    cells: list[Any] = []
    for name in ("workforce", "recruitment", "disciplinary", "training", "board"):
        for year in (facts.year, facts.year - 1):
            cells += [c for r in facts.table(name, year) for c in r.values()]
    few = any(0 < float(c) < hides["count"] for c in cells if re.fullmatch(r"\d+(\.\d+)?", c))
    answers = [r["responses"] for r in facts.table("survey")]
    return few or any(float(c) < hides["responses"] for c in answers if c)
