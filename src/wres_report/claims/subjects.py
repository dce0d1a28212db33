"""Which indicator a sentence is about, and how that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wres_report.claims import vocabulary as words
from wres_report.claims.passages import Passage

CLAUSES = re.compile(
    r";\s*|,?\s+(?:while|whilst|whereas)\s+|\.\s+|,\s+(?:and|but)\s+(?=for |on |in |indicator)",
    re.I,
)


@dataclass(frozen=True)
class Subject:
    """indicator: 0 where it cannot be told. source: ``label``, ``words``, ``heading``, ``before``.

    group: the group that the sentence before spoke of. echoes: the numbers of the sentences before,
    each with its group. national: whether the sentence or its
    section speaks of England. label: the number that stands in the sentence, 0 where none does.
    """

    indicator: int = 0
    source: str = ""
    group: str = ""
    national: bool = False
    label: int = 0
    echoes: tuple[tuple[str, str], ...] = ()

    def echo(self, printed: str) -> str:
        """The group that the same printed number had a sentence before."""
        return dict(self.echoes).get(printed, "")


def heading_indicator(headings: tuple[str, ...]) -> int:
    """The indicator of the innermost heading that tells one."""
    for heading in reversed(headings):
        if labels := words.labels_in(heading):
            return labels.pop() if len(labels) == 1 else 0
        named = words.indicators_by_subject(heading)
        if len(named) == 1:
            return named.pop()
        if named:
            return 0
    return 0


def in_national_section(headings: tuple[str, ...]) -> bool:
    """Whether a heading says that what follows is about England."""
    return any(words.NATIONAL_SECTION.search(heading) for heading in headings)


def subject_of(text: str, passage: Passage, before: Subject) -> Subject:
    """The subject of a sentence or clause. before: that of the sentence before it."""
    national = in_national_section(passage.headings)
    labels = words.labels_in(text)
    label = labels.pop() if len(labels) == 1 else 0
    named = words.indicators_by_subject(text)
    under = heading_indicator(passage.headings)
    if not named and words.HARASSMENT.search(text):
        named = {under} & {5, 6} or {before.indicator} & {5, 6} or {label} & {5, 6}
        if not named:
            return Subject(national=national, label=label)
    if not named and not label and not under and words.WORKFORCE.search(text):
        named = {1}
    if not named and not label and not under and words.has_all_parts(text):
        named = {1}
    if not named and words.BANDS.search(text) and words.GROUP.search(text):
        named = {1}
    if len(named) == 1:
        indicator = named.pop()
        same = before if before.indicator == indicator else Subject()
        return Subject(indicator, "words", "", national, label, same.echoes)
    if len(named) > 1:
        fitting = named & {label} or named & {under}
        chosen = fitting.pop() if label and len(fitting) == 1 else 0
        return Subject(chosen, "label" if chosen else "", "", national, label)
    if label:
        return Subject(label, "label", "", national, label)
    if before.indicator:
        return Subject(before.indicator, "before", before.group, national, 0, before.echoes)
    return Subject(under, "heading" if under else "", "", national)


def clauses(text: str) -> list[tuple[int, str]]:
    """The clauses of a sentence, each with its offset."""
    parts, start = [], 0
    for match in CLAUSES.finditer(text):
        parts.append((start, text[start : match.start()]))
        start = match.end()
    parts.append((start, text[start:]))
    return parts
