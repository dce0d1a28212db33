"""The claims of a sentence that no number carries, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import told
from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Finding, Kind, Verdict
from wres_report.claims.differences import OTHER_BASIS
from wres_report.claims.directions import direction_findings
from wres_report.claims.extremes import (
    extreme_findings,
    gap_findings,
    staff_group_findings,
)
from wres_report.claims.facts import Facts
from wres_report.claims.figures import RATIOS, SURVEY, Figures
from wres_report.claims.likelier import likelier_findings
from wres_report.claims.numbers import numbers_in
from wres_report.claims.orderings import distance_findings, ordering_findings
from wres_report.claims.parts_compared import part_findings
from wres_report.claims.proportions import proportion_findings
from wres_report.claims.quantified import quantified_findings
from wres_report.claims.scope import is_foreign
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.several import several_findings
from wres_report.claims.sides import side_findings
from wres_report.claims.space import facts_of
from wres_report.claims.statements import statements
from wres_report.claims.subjects import Subject
from wres_report.claims.tending import board_gap_findings, then_findings, trend_findings
from wres_report.claims.unchanged import unchanged_findings
from wres_report.documents.passages import Passage

JUDGES = {
    Kind.LIKELIHOOD: told.judge_likelihood,
    Kind.MOVEMENT: told.judge_movement,
    Kind.COMPARISON: told.judge_comparison,
    Kind.TREND: told.judge_trend,
}


# A sentence without any of these tells no direction.
_STEMS = (
    "more", "less", "few", "likel", "high", "low", "above", "better", "worse", "ros", "ris", "fell",
    "fall", "declin", "drop", "creas", "improv", "worsen", "gr", "gap", "every", "each", "favour",
    "advantag", "benefit", "represent", "trend", "up", "down", "narrow", "wid", "majority", "most",
    "minority of", "best", "worst", "larg", "small", "climb", "reduc", "exceed", "equal", "parity",
    "throughout", "outperform", "deterior", "▲", "▼", "difference", "steadily", "clos", "great",
    "disparit", "running", "in a row", "shr", "against", "on all", "so is", "so are", "so was",
    "compar", "range", "ahead of", "behind",
)  # fmt: skip


# A row of years that turns, told in its order, has no one direction.
_TURNS = re.compile(
    r"\b(?:fell|rose|dropped|climbed|went (?:up|down)),? (?:and )?then "
    r"(?:rose|fell|climbed|dropped|went (?:up|down)|up|down)\b"
)


def word_findings(
    sentence: Sentence, passage: Passage, figures: Figures, group: str = ""
) -> Iterator[Finding]:
    """The findings on what a sentence says in words of direction.

    group: that of its figures, where they tell it.
    """
    if _TURNS.search(sentence.text.lower()):
        return
    facts = facts_of(figures)
    told = [*_by_wording(sentence, passage, figures, facts, group)]
    yield from told
    if not any(finding.verdict is not Verdict.CANNOT_TELL for finding in told):
        yield from direction_findings(sentence, passage, facts)
        yield from part_findings(sentence, passage, facts)
        yield from proportion_findings(sentence, passage, facts)
        yield from ordering_findings(sentence, passage, facts)
        yield from distance_findings(sentence, passage, facts)
        yield from likelier_findings(sentence, passage, facts)
        yield from several_findings(sentence, passage, facts)
        yield from unchanged_findings(sentence, passage, facts)


def _by_wording(
    sentence: Sentence, passage: Passage, figures: Figures, facts: Facts, group: str
) -> Iterator[Finding]:
    """The findings of those wordings that are known."""
    lower = sentence.text.lower()
    if not any(stem in lower for stem in _STEMS):
        return
    trends = list(trend_findings(sentence, passage, facts))
    others = [
        *extreme_findings(sentence, passage, facts), *then_findings(sentence, passage, facts),
        *gap_findings(sentence, passage, facts), *staff_group_findings(sentence, passage, facts),
        *board_gap_findings(sentence, passage, facts),
        *side_findings(sentence, passage, facts), *quantified_findings(sentence, passage, facts),
    ]  # fmt: skip
    yield from (*trends, *others)
    settled = {finding.indicator for finding in (*trends, *others)}
    for claim in _claims(sentence, passage, group):
        if claim.indicator in settled and claim.kind is not Kind.COMPARISON:
            continue
        finding = JUDGES[claim.kind](claim, figures)
        if finding is not None and (
            finding.verdict is not Verdict.CANNOT_TELL or finding.why == OTHER_BASIS
        ):
            yield finding


def _claims(sentence: Sentence, passage: Passage, group: str) -> Iterator[Claim]:
    for text, clause in _parts(sentence):
        indicator = _indicator(clause)
        if not indicator or words.ELSEWHERE.search(text) or words.SUBGROUP.search(text):
            continue
        if is_foreign(text):
            continue
        if indicator in (*RATIOS, *SURVEY) and sentence.scopes and 1 not in clause.indicators:
            continue
        source = "words" if clause.sure else "before"
        subject = Subject(indicator, source, group or sentence.before.group,
                          sentence.before.national)  # fmt: skip
        if not subject.national:
            yield from statements(text, numbers_in(text), passage, subject)


def _indicator(clause: Clause) -> int:
    if len(clause.indicators) == 1:
        return clause.indicators[0]
    return 9 if set(clause.indicators) == {1, 9} else 0


def _parts(sentence: Sentence) -> Iterator[tuple[str, Clause]]:
    """The sentence as one where it has one subject, else its clauses."""
    if len({clause.indicators for clause in sentence.clauses}) == 1:
        yield sentence.text, sentence.clauses[0]
    else:
        for clause in sentence.clauses:
            yield clause.text, clause
