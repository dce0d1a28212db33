"""Claims about indicators 5 to 8: percentages of two groups and what lies between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.counts import response_counts
from wres_report.claims.groups import assign_groups, is_of_others
from wres_report.claims.numbers import Number, surroundings
from wres_report.claims.passages import Passage
from wres_report.claims.roles import Role, role_of
from wres_report.claims.subjects import Subject

# A sentence that does not name its subject must at least speak of a figure.
FIGURE_CUE = re.compile(
    r"\b(?:figures?|scores?|results?|percentages?|proportions?|benchmark|median|average|gap|"
    r"difference|last year|previous|year before|compared|rise|rose|risen|fell|fall|fallen|"
    r"increase\w*|decrease\w*|reduc\w+|declin\w+|dropp\w+|improv\w+|worsen\w*|deteriorat\w+|"
    r"risen|up|down|higher|lower|above|below|reported|said|experienced|believed?|felt|"
    r"points?|pp)\b", re.I
)  # fmt: skip
FIGURE_LEFT = re.compile(
    r"\b(?:figures?|scores?|results?|rates?|percentages?|proportions?|shares?|"
    r"outcome)\b[^,;]{0,30}$", re.I
)  # fmt: skip
_GAP_MOVED = re.compile(r"\b(?:gap|disparity|difference)\b[^;%\d]*$", re.I)
_MORE_LIKELY = re.compile(r"\s*(?:more|less) likely\b", re.I)
_BENCHMARKS_OF = re.compile(
    rf"(?:{words.BENCHMARK.pattern})[^,;.%\d]{{0,40}}:\s*(?:{words.BME_WORDS}|white)\b[^,;%\d]{{0,20}}$",
    re.I,
)
_NEXT_GROUP = re.compile(rf"\W*(?:and )?(?:{words.BME_WORDS}|white)(?: staff)?\W*", re.I)
# “60% of BME staff who experienced it said …” counts among these alone.
_OF_THESE = re.compile(
    r"%\s+of [^,;%]{0,60}\bwho (?:had )?(?:experienced|faced|suffered|were|reported)\b[^,;%]*?"
    r"\b(?:reported|raised|told|said|spoke)\b", re.I,
)  # fmt: skip
LAST_YEAR_FIRST = re.compile(rf"\s*(?:in (?:the )?)?(?:{words.LAST_YEAR})\b", re.I)
AND_LEFT = re.compile(r"[^,;.]*\band\s*$", re.I)
NOW = re.compile(r"\b(?:now|this year|today)\b", re.I)
SOMETHING_ELSE = re.compile(
    r"\b(?:response rate|completed|attended|trained|training|network|actions?|network|"
    r"vacanc\w+|turnover|sickness|declar\w+|disclos\w+|programme)\b", re.I
)  # fmt: skip


def survey_claims(
    text: str, numbers: list[Number], passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    """The claims of the numbers of one sentence."""
    yield from response_counts(text, numbers, passage, subject)
    told = subject.source in ("words", "label")
    both = len(words.groups_in(text)) == 2
    cue = both or FIGURE_CUE.search(text) or _is_line(text)
    if _OF_THESE.search(text):
        return
    if not told and (not cue or SOMETHING_ELSE.search(text)):
        return
    figures = [n for n in numbers if n.unit in ("percent", "pp")]
    groups = assign_groups(text, figures)
    of_one_group = (Kind.BENCHMARK, Kind.CHANGE) if len(words.groups_in(text)) == 1 else ()
    for position, number in enumerate(figures):
        left, right = surroundings(text, figures, position)
        group, beside = groups[position]
        if not group:
            group = subject.echo(number.text) or _carried(text, figures, subject)
        role = role_of(number, left, right, year)
        if _MORE_LIKELY.match(right):
            # It may be the share of one group over that of the other: 30% for 31.5 over 24.3.
            role = Role(Kind.GAP, sure=False)
        if _lists_benchmarks(text, figures, position):
            continue
        if role is not None and role.kind is Kind.VALUE and _is_of_last_year_too(text, left, right):
            role = replace(role, when=words.LAST)
        if role is None or is_of_others(right) or (subject.national and not group):
            continue
        kind, key = role.kind, f"i{subject.indicator}.{group}_percent"
        if kind is Kind.VALUE and nationally(text, number, subject):
            kind = Kind.BENCHMARK
        if kind in of_one_group and not group:
            group = words.group_of(text)
            key = f"i{subject.indicator}.{group}_percent"
        if kind is Kind.CHANGE and _GAP_MOVED.search(left):
            key = f"i{subject.indicator}.gap"
        others: tuple[str, ...] = ()
        if kind is Kind.BENCHMARK and group and not _of_the_group(left, right):
            others = (f"i{subject.indicator}.{'white' if group == words.BME else 'bme'}_percent",)
        if kind is Kind.GAP:
            key = f"i{subject.indicator}.gap"
        elif not group:
            continue
        yield Claim(
            kind, passage, subject.indicator, key, number, role.when, group,
            sure=role.sure and (beside or bool(FIGURE_LEFT.search(left)) or kind in of_one_group),
            labelled=bool(subject.label), direction=role.direction, national=subject.national,
            other_keys=others,
        )  # fmt: skip
    if found := re.search(
        r"\b(?P<how>(?:the |a )?majority|most|a minority|few(?:er)? than half) of "
        r"(?P<who>[\w ,-]{2,40}?)(?:staff|colleagues|respondents)",
        text,
        re.I,
    ):
        group = words.group_of(found["who"])
        if group and told and not subject.national:
            how = "down" if re.search("minority|fewer", found["how"], re.I) else "up"
            key = f"i{subject.indicator}.{group}_percent"
            yield Claim(Kind.MAJORITY, passage, subject.indicator, key, None, words.THIS, group,
                        direction=how, said=found[0])  # fmt: skip


def _lists_benchmarks(text: str, figures: list[Number], position: int) -> bool:
    """Whether a number goes on a list such as “Benchmark: BME 30.4%, White 25.1%”."""
    if position == 0:
        return False
    before, number = figures[position - 1], figures[position]
    listed = _NEXT_GROUP.fullmatch(text[before.end : number.start])
    return bool(listed and _BENCHMARKS_OF.search(text[: before.start]))


def _is_line(text: str) -> bool:
    """Whether a text is a line such as “BME staff: 31.5% (2019: 32.7%)”."""
    rest = re.sub(r"\b(?:staff|colleagues|respondents|employees)\b", "", words.GROUP.sub("", text))
    return words.GROUP.search(text) is not None and not re.search(r"[A-Za-z]{2,}", rest)


def _of_the_group(left: str, right: str) -> bool:
    """Whether a benchmark is said to be of one group: it stands beside the words for it."""
    cue = [found.start() for found in words.BENCHMARK.finditer(left)]
    beside = left[cue[-1] :] if cue else ""
    return bool(words.GROUP.search(beside) or words.GROUP.search(right[:40]))


def _is_of_last_year_too(text: str, left: str, right: str) -> bool:
    """Whether a number follows by “and” in a sentence that begins with last year."""
    return bool(LAST_YEAR_FIRST.match(text) and AND_LEFT.match(left)) and not NOW.search(right)


def _carried(text: str, figures: list[Number], subject: Subject) -> str:
    """The group where none is named: that of a number taken up, or of the sentence before."""
    if words.GROUP.search(text):
        return ""
    taken_up = {group for number in figures if (group := subject.echo(number.text))}
    return taken_up.pop() if len(taken_up) == 1 else "" if taken_up else subject.group


def nationally(text: str, number: Number, subject: Subject) -> bool:
    start = max(text.rfind(";", 0, number.start), text.rfind(". ", 0, number.start)) + 1
    opening = re.match(
        r"\s*(?:nationally|across (?:england|the nhs)|in england|in the nhs|england)\b",
                       text[start:], re.I)  # fmt: skip
    return subject.national or bool(opening)
