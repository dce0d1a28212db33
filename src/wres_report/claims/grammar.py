"""From sentences to claims. Read ``claims_of`` as a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.numbers import Number, numbers_in, without_intervals
from wres_report.claims.passages import Passage
from wres_report.claims.ratios import ratio_claims
from wres_report.claims.rows import row_claims
from wres_report.claims.shares import board_claims, workforce_claims
from wres_report.claims.standards import standard_claims
from wres_report.claims.statements import statements
from wres_report.claims.subjects import Subject, clauses, subject_of
from wres_report.claims.surveys import survey_claims

# Relative likelihoods and survey figures are known for all staff alone.
_OF_SOME_STAFF = re.compile(
    r"\bbands? \d|\b8[a-d]\b|\b(?:medical|clinical|nursing|admin\w*|corporate) "
    r"(?:staff|workforce|posts|roles|colleagues)\b", re.I
)  # fmt: skip


def claims_of(passages: Iterable[Passage], year: int) -> Iterator[Claim]:
    """The claims of a document in its order. year: its WRES year."""
    before, block = Subject(), 0
    for passage in passages:
        if passage.block != block:
            before, block = Subject(), passage.block
        if passage.cells:
            yield from row_claims(passage)
            continue
        yield from standard_claims(passage)
        whole = subject_of(passage.text, passage, before)
        made = [
            claim
            for offset, text, subject in _parts(passage, whole)
            for claim in _claims(text, offset, passage, subject, year)
        ]
        yield from made
        if whole.indicator:
            group = words.group_of(passage.text) or whole.group
            before = replace(whole, group=group, echoes=(*whole.echoes, *_echoes(made)))


def _echoes(claims: list[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        if claim.kind is Kind.VALUE and claim.group and claim.number is not None and claim.sure:
            yield claim.number.text, claim.group


def _parts(passage: Passage, whole: Subject) -> Iterator[tuple[int, str, Subject]]:
    """The sentence, or its clauses with their offsets where only these have a subject each."""
    if whole.indicator and whole.source != "words":
        yield 0, passage.text, whole
        return
    parts = clauses(passage.text)
    told = [subject_of(text, passage, Subject()) for _, text in parts]
    own = {subject.indicator for subject in told if subject.source in ("words", "label")}
    if whole.indicator and len(own) < 2:
        yield 0, passage.text, whole
    elif len(parts) > 1:
        for (offset, text), subject in zip(parts, told, strict=True):
            if subject.source in ("words", "label"):
                yield offset, text, subject


def _claims(
    text: str, offset: int, passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    for claim in _found(text, passage, subject, year):
        yield replace(claim, offset=offset)


def _found(text: str, passage: Passage, subject: Subject, year: int) -> Iterator[Claim]:
    indicator = subject.indicator
    plain = words.without_list_commas(without_intervals(text))
    if words.ELSEWHERE.search(plain) or words.SUBGROUP.search(plain):
        return
    if indicator in (*RATIOS, *SURVEY) and _OF_SOME_STAFF.search(plain):
        return
    numbers = [n for n in _told(numbers_in(plain), plain) if not _excluded(n, plain)]
    if not indicator or "disparity ratio" in plain.lower():
        return
    if indicator in SURVEY:
        yield from survey_claims(plain, numbers, passage, subject, year)
    elif indicator in RATIOS:
        yield from ratio_claims(plain, numbers, passage, subject, year)
    elif indicator == 1:
        yield from workforce_claims(plain, numbers, passage, subject, year)
    else:
        yield from board_claims(plain, numbers, passage, subject, year)
    if not subject.national:
        yield from statements(plain, numbers, passage, subject)


def _told(numbers: list[Number], text: str) -> list[Number]:
    """The numbers without those of a line such as “Indicator 2 | 1.38 | 1.61”.

    Cells with nothing but a number may be of any year, or benchmarks.
    """
    bare = [
        number
        for number in numbers
        if re.search(r"\|\s*$", text[: number.start])
        and re.match(r"\s*(?:\||$)", text[number.end :])
    ]
    return [number for number in numbers if len(bare) < 2 or number not in bare]


def _excluded(number: Number, text: str) -> bool:
    """Whether a number is a target, a forecast or of the local population, not a result."""
    start = max(text.rfind(mark, 0, number.start) for mark in (";", ". ", " and ", ", ")) + 1
    ends = [end for mark in (";", ". ", ", ", ")") if (end := text.find(mark, number.end)) >= 0]
    around = text[max(start, 0) : min(ends, default=len(text))]
    if words.NOT_A_CLAIM.search(around) or words.OTHER_TIMES.search(_whole_clause(number, text)):
        return True
    before = text[: number.start]
    return bool(words.WISH.search(before) or words.AMONG_THESE.search(before))


def _whole_clause(number: Number, text: str) -> str:
    start = max(text.rfind(mark, 0, number.start) for mark in (";", ". ")) + 1
    ends = [end for mark in (";", ". ") if (end := text.find(mark, number.end)) >= 0]
    return text[start : min(ends, default=len(text))]
