"""What a page must say as a whole: no indicator in a wrong list, in two, or in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.truth.facts import HIGHER_IS_BETTER, RATIOS, SURVEY, Facts
from tests.truth.of_lists import BOARD, UNCERTAIN, hidden
from tests.truth.page import Page, Sentence
from tests.truth.saying import Case
from tests.truth.weighing import Weighed

LISTS = ("sec-strengths", "sec-focus", "sec-uncertain", "sec-unclear")


def wrong_as_a_whole(facts: Facts, page: Page) -> Iterator[tuple[str, str]]:
    """What the page leaves out or says twice: the place, and why that is false."""
    if not any(s.is_in("sec-strengths") for s in page.sentences):
        return
    case = Case(facts, page, Sentence("", (), "page", ""))
    for indicator, ours in case.weighed.items():
        found = [name for name in LISTS if _is_listed(page, name, indicator)]
        wanted = "sec-unclear" if indicator in hidden(case) else _list_of(indicator, ours)
        if found != [wanted]:
            yield (
                "the lists",
                f"indicator {indicator}, {ours.code}, stands in {found}, not {wanted}",
            )
    yield from _headline(case)


def _is_listed(page: Page, name: str, indicator: int) -> bool:
    return any(s.is_in(name) and re.match(rf"[▲▼●◇◆□○] Indicator {indicator}, ", s.text)
               for s in page.sentences)  # fmt: skip


def _list_of(indicator: int, ours: Weighed) -> str:
    if ours.code in ("worse", "short"):
        return "sec-focus"
    if ours.code in ("better", "mirrors", "above"):
        return "sec-strengths"
    if ours.code in UNCERTAIN:
        return "sec-uncertain"
    if ours.code == "no_counts" and is_adverse(indicator, ours.figure or 0.0):
        return "sec-focus"
    return "sec-unclear"


def is_adverse(indicator: int, figure: float) -> bool:
    """Whether a figure without counts lies on the side that is worse for BME staff."""
    if indicator in RATIOS:
        return figure > 1.255  # as it is printed
    if indicator in SURVEY and indicator != HIGHER_IS_BETTER:
        return figure > 1e-9
    return figure < -1e-9


def _headline(case: Case) -> Iterator[tuple[str, str]]:
    box = [s.text for s in case.page.sentences if s.is_in("sec-glance")]
    codes = {w.code for i, w in case.weighed.items() if i not in hidden(case)}
    for code, begins in (
        ("worse", ("Furthest from parity", "Worst for ")), ("better", ("Best for ",)),
    ):  # fmt: skip
        if (code in codes) != any(text.startswith(begins) for text in box):
            yield "the headline", f"“{begins}” does not go with {sorted(codes)}"
    if codes & set(BOARD) and not any(text.startswith("The board ") for text in box):
        yield "the headline", "the board is not told of"
    beyond = [i for i, w in case.weighed.items() if i in RATIOS and w.code == "no_counts"
              and w.figure is not None and not 0.795 < w.figure < 1.255]  # fmt: skip
    if beyond and not any(text.startswith("As published, without counts") for text in box):
        yield "the headline", f"indicators {beyond} are beyond the range as published"
    plan = case.facts.table("actions")
    short = {i for i, w in case.weighed.items() if w.code == "short" and i not in hidden(case)}
    told = any(t.startswith(("What is planned", "No action names")) for t in box)
    for_all = any(row["indicators"] == "all" for row in plan)
    if plan and short and not told and not for_all:
        yield "the headline", "what is planned is not told"
