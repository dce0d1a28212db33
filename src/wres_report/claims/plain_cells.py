"""Which wrong cells are accused: those whose row and head say plainly, and alone, what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import Decision
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.lexicon import strange_words
from wres_report.claims.mentions import groups_in, sources_in
from wres_report.claims.rows import CellFigure
from wres_report.claims.topics import labels_in, topics_in
from wres_report.documents.passages import Kind, Passage

NOT_PLAIN = "It is not the figure looked for, but its row and head leave open what it is."
# A head that says no more than whose the figures are, or when they are of.
_OF_A_HEAD = re.compile(
    r"\b(?:staff|colleagues|applicants|people|figures?|values?|results?|percentages?|scores?|"
    r"ratios?|wres|our|the|trust|of|in|for|20\d\d(?:[/–-]\d\d)?)\b|[%(),.:\s]", re.I,
)  # fmt: skip
_YEAR = re.compile(r"\b20\d\d\b")
_RATIO = re.compile(r"\blikelihood\b|\bratio\b|\btimes\b", re.I)
MOST_TIMES = 2
_COUNTED = (1, 9)


def only_plain(
    passage: Passage, told: Sequence[tuple[CellFigure, Decision]], year: int
) -> list[tuple[CellFigure, Decision]]:
    """The figures of a row; a wrong value that is not plain, or not alone, is left open.

    A row with several figures of which none is right may be of something else altogether.
    """
    agrees = any(decision.verdict is Verdict.AGREES for _, decision in told)
    wrong = sum(decision.fault is Fault.WRONG_VALUE for _, decision in told)
    alone = wrong == 1 and (agrees or len(told) == 1)
    return [
        (figure, decision)
        if decision.fault is not Fault.WRONG_VALUE
        or (alone and _is_plain(passage, figure, decision, year))
        else (figure, replace(decision, verdict=None, fault=None, why=NOT_PLAIN))
        for figure, decision in told
    ]


def _is_plain(passage: Passage, figure: CellFigure, decision: Decision, year: int) -> bool:
    """Whether label and head name one indicator of this trust and year, and whose figure it is."""
    above = " ".join((*passage.headings, passage.caption))
    every = f"{above} {figure.label} {figure.head}"
    if passage.kind is not Kind.ROW or _OF_A_HEAD.sub("", words.GROUP.sub("", figure.head)):
        return False
    if strange_words(figure.label) or not _is_of_this(every, f"{figure.label} {figure.head}", year):
        return False
    topics = [*topics_in(figure.label), *labels_in(figure.label)]
    sure = {t.indicator for t in topics if t.sure}
    if (sure - {1} or sure) != {decision.indicator}:
        return False
    return _is_told_of_whom(figure, decision) and _is_near(decision)


def _is_of_this(every: str, own: str, year: int) -> bool:
    """Whether nothing above or beside a figure names others, a part of the staff or a time."""
    if words.ELSEWHERE.search(every) or words.SUBGROUP.search(every) or sources_in(every):
        return False
    if words.NOT_A_CLAIM.search(every) or words.OTHER_TIMES.search(every):
        return False
    near = {int(found) for found in _YEAR.findall(every)} <= {year, year - 1}
    return near and {int(found) for found in _YEAR.findall(own)} <= {year}


def _is_told_of_whom(figure: CellFigure, decision: Decision) -> bool:
    """Whether a percentage has one group, and a ratio words for it and no group in its head."""
    quantity = decision.reading.quantity
    groups = {m.value for m in groups_in(f"{figure.label}, {figure.head}")}
    if quantity.unit == "percent":
        return decision.indicator in (1, *SURVEY, *RATIOS, 9) and len(groups) == 1
    if quantity.unit == "count":
        return decision.indicator in _COUNTED and len(groups) == 1
    ratio = quantity.unit == "bare" and decision.indicator in RATIOS
    return ratio and not groups_in(figure.head) and _RATIO.search(figure.label) is not None


def _is_near(decision: Decision) -> bool:
    """Whether a figure is of the size of the one looked for."""
    said = abs(decision.reading.quantity.value)
    expected = abs(decision.candidate.value) if decision.candidate else 0.0
    return max(said, expected) <= MOST_TIMES * min(said, expected)
