"""Headcounts in sentences: the workforce, applicants, staff disciplined or trained, answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.numbers import Number, surroundings
from wres_report.claims.parts import part_claims
from wres_report.claims.passages import Passage
from wres_report.claims.roles import role_of
from wres_report.claims.subjects import Subject

# Counts that come and go in a year, or belong to a programme, are no headcount.
_OTHER_COUNTS = re.compile(
    r"\b(?:new|joined|recruited|starters|leavers|network|mentor\w*|programme|trained|attended|"
    r"vacanc\w+|hired|cohorts?|sessions?|managers|sites|national|more|fewer|"
    r"additional|extra|target)\b",
    re.I,
)
_STAGES = {
    2: ((re.compile(r"\bshort-?listed\b|\bshortlisting\b", re.I), "i2.shortlisted"),
        (re.compile(r"\bappointed\b", re.I), "i2.appointed")),
    3: ((re.compile(r"\benter(?:ed|ing)?\b|\bentry\b|\bsubject to\b", re.I), "i3.entered"),),
    4: ((re.compile(r"\baccess(?:ed|ing)\b|\btook up\b|\btaking up\b", re.I), "i4.accessed"),),
}  # fmt: skip
_STAFF = r"(?:staff|colleagues|people|employees|applicants|candidates|respondents|members of staff)"
_COUNTED = re.compile(
    rf"^\s*(?:(?:are|were|is|identify as|from)\s+)?(?:(?:shortlisted|voting)\s+)?(?:(?:"
    rf"{words.BME_WORDS}|white)\b\s*)?(?:shortlisted\s+)?(?:{_STAFF}\b)?",
    re.I,
)


def rate_counts(
    text: str, numbers: list[Number], passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    """The counts behind a rate: “Of 855 White shortlisted applicants, 198 were appointed”."""
    if _OTHER_COUNTS.search(text) or subject.source not in ("words", "label"):
        return
    if subject.indicator == 2 and (stage := _stage(text)):
        parts = list(part_claims(numbers, text, passage, 2, f"{stage}_"))
        yield from parts
        if parts:
            return
    for position, number in enumerate(numbers):
        left, right = surroundings(text, numbers, position)
        group = _counted_group(right)
        if not number.whole or not group:
            continue
        near = re.split(r"[,;(]| and ", right)[0]
        stages = [key for pattern, key in _STAGES[subject.indicator] if pattern.search(near)]
        if not stages and subject.indicator in (3, 4) and re.search(r"\bof\s*$", left, re.I):
            stages = [f"i{subject.indicator}.workforce"]
        role = role_of(number, left, right, year)
        if len(stages) == 1 and role is not None and role.kind is Kind.VALUE:
            yield Claim(
                Kind.VALUE, passage, subject.indicator, f"{stages[0]}_{group}", number, role.when,
                group, said="count",
            )  # fmt: skip


def _stage(text: str) -> str:
    """The one stage of recruitment that a sentence counts, if it is one."""
    stages = [key for pattern, key in _STAGES[2] if pattern.search(text)]
    return stages[0] if len(stages) == 1 else ""


def _counted_group(right: str) -> str:
    match = _COUNTED.match(right)
    return words.group_of(match[0]) if match and match[0].strip() else ""


def response_counts(
    text: str, numbers: list[Number], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    """How many people answered: “50 BME staff answered this question”."""
    if not re.search(r"\brespon(?:se|ses|dents|ded)\b|\banswer(?:ed|s)\b", text, re.I):
        return
    for position, number in enumerate(numbers):
        group = _counted_group(surroundings(text, numbers, position)[1])
        if number.whole and group and subject.source != "before":
            key = f"i{subject.indicator}.responses_{group}"
            yield Claim(Kind.VALUE, passage, subject.indicator, key, number, group=group,
                        said="count", sure=False)  # fmt: skip


# Smaller ones are numbers of something else, such as those of a list.
LEAST_WORKFORCE = 10
_IN_GROUP = re.compile(
    r"^\s*(?:\w+\s+){0,3}?(?:work(?:ing|s)? |are |were |employed )?(?:in|within) (?:a )?"
    r"(?P<where>non-?clinical|clinical|medical)\b", re.I,
)  # fmt: skip
_TWO_GROUPS = re.compile(r"\b(?:non-?clinical|clinical|medical) and (?:non|clin|med)", re.I)
_TOTAL_LEFT = re.compile(
    r"\b(?:of|total(?:s|led|ling)?(?: of)?|employs?|has|had|there (?:are|were)|workforce (?:of|was|"
    r"is))\s*(?:\w+ )?$",
    re.I,
)
_WORKFORCE_OF = re.compile(r"\bworkforce (?:of|was|is|numbers|totals)\s*$", re.I)
_IN_TOTAL = re.compile(r"\s*(?:staff |people )?in (?:all|total)\b", re.I)
_WORK_IN = r"\b(?:work |are )?in (?:the )?(?:non-?clinical|medical) (?:roles|posts|staff)\b"
_IN_WORKFORCE = re.compile(
    rf"\bworkforce\b|\bemploy(?:s|ed)?\b|\bstaff in post\b|\bheadcount\b|{_WORK_IN}", re.I
)


def workforce_counts(
    text: str, numbers: list[Number], passage: Passage, year: int
) -> Iterator[Claim]:
    """Headcounts of the workforce: in all, by group, and of BME staff by staff group."""
    whole = [n for n in numbers if n.whole and n.value >= LEAST_WORKFORCE]
    if _OTHER_COUNTS.search(text) or not whole:
        return
    if parts := list(part_claims(numbers, text, passage, 1, "workforce.")):
        yield from parts
        return
    in_workforce = _IN_WORKFORCE.search(text)
    if _TWO_GROUPS.search(text):
        return
    for number in whole:
        left, right = surroundings(text, numbers, numbers.index(number))
        role = role_of(number, left, right, year)
        if role is None or role.kind is not Kind.VALUE:
            continue
        key = _staff_group(right, text) or (
            _workforce_key(left, right) if in_workforce and "board" not in text.lower() else ""
        )
        if key:
            yield Claim(Kind.VALUE, passage, 1, key, number, role.when, said="count")


def _staff_group(right: str, text: str) -> str:
    found = _IN_GROUP.match(right)
    if not found or words.groups_in(text) != {words.BME}:
        return ""
    return f"i1.{found['where'].lower().replace('-', '_').replace('noncl', 'non_cl')}_bme"


def _workforce_key(left: str, right: str) -> str:
    if _IN_TOTAL.match(right) or (_WORKFORCE_OF.search(left) and not words.GROUP.search(left)):
        return "workforce.total"
    beside = re.split(r"[,;]", right[:60])[0]
    if words.UNKNOWN.search(beside) and not words.GROUP.search(right[:12]):
        return "workforce.unknown"
    if group := _counted_group(right) or words.group_of(left[-50:]):
        return f"workforce.{group}"
    if words.groups_in(left[-50:]) or words.UNKNOWN.search(left[-50:]):
        return ""
    counted = re.match(rf"\s*(?:members of )?{_STAFF}\b", right, re.I)
    return "workforce.total" if counted and _TOTAL_LEFT.search(left) else ""
