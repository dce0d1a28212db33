"""Reads the passages of a document in their order, each in the light of those before it.

Read ``read_each`` as a table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from wres_report.claims.band_rows import band_findings
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.deciding import NO_FACT, OPEN, Decision, decide_all
from wres_report.claims.doubles import Told, figures_told
from wres_report.claims.doubts import with_doubts
from wres_report.claims.facts import Facts
from wres_report.claims.figures import RATIOS, Figures
from wres_report.claims.labels import label_findings
from wres_report.claims.mentions import groups_in
from wres_report.claims.numbers import numbers_in
from wres_report.claims.own_figures import with_own_figures
from wres_report.claims.plain_cells import only_plain
from wres_report.claims.readings import readings_of
from wres_report.claims.rows import OF_BANDS, CellFigure, cell_figures
from wres_report.claims.scales import marks_of
from wres_report.claims.scope import outside
from wres_report.claims.sentences import Before, Sentence
from wres_report.claims.space import facts_of
from wres_report.claims.standards import standard_findings
from wres_report.claims.sums import with_sums
from wres_report.claims.topics import labels_in, topics_in
from wres_report.claims.turned_years import with_exchanged_years
from wres_report.claims.understanding import only_understood
from wres_report.claims.vocabulary import NATIONAL_SECTION
from wres_report.claims.worded import word_findings
from wres_report.claims.words_understood import findings_understood
from wres_report.documents.passages import Kind, Passage


@dataclass(frozen=True)
class Read:
    """A passage with what was found in it.

    figures: how many numbers it has. left: those that were not judged, each with why. told: those
    that say what they are.
    """

    passage: Passage
    findings: list[Finding] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)
    figures: int = 0
    told: list[Told] = field(default_factory=list)


def read_each(passages: Iterable[Passage], figures: Figures) -> Iterator[Read]:
    """Each passage, joined already, with its findings, in the order of the document."""
    facts = facts_of(figures)
    before, block = Before(), -1
    introduced: str = ""  # by which paragraph a list is
    subjects: tuple[int, ...] = ()  # of that
    strayed = False  # whether an item has another one
    # Every paragraph and row below the same headings begins with the same.
    told_above: dict[tuple[str, ...], Before] = {}
    for passage in passages:
        if passage.block != block:
            block = passage.block
            if passage.headings not in told_above:
                told_above[passage.headings] = of_headings(passage.headings)
            before = told_above[passage.headings]
            if passage.lead:
                # What introduces a list holds for each of its items, until one has another subject.
                before = after(Sentence(passage.lead, before, figures.year), before)
                strayed = strayed and passage.lead == introduced
                subjects = before.indicators
                before = replace(before, indicators=()) if strayed else before
            introduced = passage.lead
        if marks := marks_of(passage):
            yield Read(passage, left=[(mark, ON_A_SCALE) for mark in marks], figures=len(marks))
            continue
        if passage.cells:
            yield _row(passage, before, facts, figures)
            continue
        sentence = Sentence(passage.text, before, figures.year)
        decisions = decide_all(sentence, readings_of(sentence), facts)
        decisions = with_own_figures(sentence, with_sums(sentence, decisions, facts))
        decisions = with_exchanged_years(sentence, with_doubts(decisions), facts)
        if figures.values:
            decisions = only_understood(sentence, decisions, facts)
        if passage.kind is Kind.CELL and not (sentence.topics and sentence.groups):
            decisions = [_unless_unexplained(decision) for decision in decisions]
        found = [
            *(standard_findings(passage, facts) if figures.seen is None else ()),
            *label_findings(passage),
            *_findings(passage, decisions, 0),
            *findings_understood(
                [*word_findings(sentence, passage, figures, _only_group(decisions))]
            ),
        ]  # fmt: skip
        judged = (
            [] if figures.values else [d for d in decisions if not outside(sentence, d.reading)]
        )
        told = figures_told(passage, judged)
        left = [*_left(decisions, figures), *_not_read(sentence)]
        yield Read(passage, found, left, len(decisions) + len(left) - _open(decisions), told)
        strayed = strayed or any(topic.indicator not in subjects for topic in sentence.topics)
        before = after(sentence, before, decisions)


def _open(decisions: Iterable[Decision]) -> int:
    return sum(decision.verdict is None for decision in decisions)


def _not_read(sentence: Sentence) -> list[tuple[str, str]]:
    """The numbers with a unit or decimals that are no quantity, such as those of an interval."""
    return [
        (number.printed, OF_AN_INTERVAL) for number in numbers_in(sentence.text)
        if (number.unit or number.decimals) and not number.loose
        and not any(q.start < number.end and number.start < q.end for q in sentence.quantities)
    ]  # fmt: skip


def _unless_unexplained(decision: Decision) -> Decision:
    """The decision; of a cell that names no subject a number is not accused without a reason."""
    if decision.fault is not Fault.WRONG_VALUE:
        return decision
    return replace(decision, verdict=None, fault=None, why=OPEN)


def _row(passage: Passage, before: Before, facts: Facts, known: Figures) -> Read:
    """A row; each of its figures has a finding or stands among those that were left."""
    left: list[tuple[str, str]] = []
    told: list[tuple[CellFigure, Decision]] = []
    figures = list(cell_figures(passage, before, facts.year))
    for figure in figures:
        sentence = figure.sentence
        if sentence is None or len(sentence.quantities) != 1:
            left.append((figure.printed, figure.why or AMONG_OTHERS))
            continue
        decisions = decide_all(sentence, readings_of(sentence), facts)
        decision = only_understood(sentence, decisions, facts)[0]
        if decision.verdict is not None and _is_of_one_group(sentence, decision):
            decision = replace(decision, verdict=None, fault=None, why=NO_RATIO)
        told.append((figure, decision))
    told = only_plain(passage, told, facts.year)
    found = [f for figure, d in told for f in _findings(passage, [d], figure.offset)]
    if figures and all(figure.why == OF_BANDS for figure in figures):
        # They are told by one another; all have the same reason where they are left.
        found = band_findings(passage, facts)
        left = left[len(found) :] if found else left
    return Read(passage, found, [*left, *_left([d for _, d in told], known)], len(figures))


def _is_of_one_group(sentence: Sentence, decision: Decision) -> bool:
    """Whether a head over a number names one group: a ratio has two, and half a case is none."""
    quantity = decision.reading.quantity
    if quantity.unit != "bare" or decision.indicator not in RATIOS:
        return False
    head = sentence.text[: quantity.start].rpartition(", ")[2]
    return len({mention.value for mention in groups_in(head)}) == 1


def _findings(passage: Passage, decisions: list[Decision], offset: int) -> list[Finding]:
    return [
        Finding(passage, d.indicator, d.verdict, d.reading.quantity.number.printed, d.expected,
                d.why, d.fault, d.reading.quantity.start + offset)
        for d in decisions if d.verdict is not None
    ]  # fmt: skip


AMONG_OTHERS = "The words of its row and head hold other numbers."
NO_RATIO = "It is without a unit below one group alone, so it may be no ratio."
OF_AN_INTERVAL = "It is of an interval, or a part of another number."
ON_A_SCALE = "It is a mark on the scale of a chart."
NO_DATA = "There is no data to hold it against; name a trust-year with --against."


def _left(decisions: list[Decision], figures: Figures) -> list[tuple[str, str]]:
    """The numbers that were not judged, each with why."""
    return [
        (d.reading.quantity.number.printed,
         NO_DATA if d.why == NO_FACT and not figures.values else d.why)
        for d in decisions if d.verdict is None
    ]  # fmt: skip


def _echoes(decisions: Iterable[Decision]) -> list[tuple[str, str]]:
    """The numbers that agree, each with its group."""
    return [
        (d.reading.quantity.number.text, d.candidate.fact.group) for d in decisions
        if d.verdict is Verdict.AGREES and d.candidate
        and d.candidate.fact.group in ("bme", "white")
    ]  # fmt: skip


def _only_group(decisions: Iterable[Decision]) -> str:
    """The group of the figures that agree, where it is one."""
    groups = {group for _, group in _echoes(decisions)}
    return groups.pop() if len(groups) == 1 else ""


# Of the standard; it names no share of a workforce.
OWN_NAME = re.compile(r"\bworkforce (?:race|disability) equality(?: standard)?\b", re.I)


def of_headings(headings: tuple[str, ...]) -> Before:
    """What the headings above a paragraph tell, the innermost first."""
    national = any(NATIONAL_SECTION.search(heading) for heading in headings)
    for heading in reversed(headings):
        heading = OWN_NAME.sub(" ", heading)
        labels = {t.indicator for t in labels_in(heading)}
        topics = {t.indicator for t in topics_in(heading) if t.sure}
        named = labels or (topics - {1} or topics)
        if named:
            told = tuple(sorted(named))
            return Before(told, len(named) == 1, national=national, heading=True)
    return Before(national=national, heading=True)


def after(sentence: Sentence, before: Before, decisions: Iterable[Decision] = ()) -> Before:
    """What a sentence leaves told for the next one of its paragraph."""
    clause = sentence.clauses[-1]
    groups = [m.value for m in sentence.groups if m.value in ("bme", "white")]
    boards = tuple(dict.fromkeys(m.value for m in sentence.boards)) or before.boards
    return replace(
        before,
        indicators=clause.indicators or before.indicators,
        sure=clause.sure if clause.indicators else before.sure,
        heading=before.heading and clause.indicators in ((), before.indicators),
        group=groups[-1] if groups else before.group,
        both=len(set(groups)) > 1 if groups else before.both,
        boards=boards[:1],
        echoes=(*before.echoes, *_echoes(decisions)),
    )
