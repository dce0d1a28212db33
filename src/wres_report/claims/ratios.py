"""Claims about indicators 2 to 4: relative likelihoods, and the rates they are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.counts import rate_counts
from wres_report.claims.groups import assign_groups, is_of_others
from wres_report.claims.numbers import Number, surroundings
from wres_report.claims.passages import Passage
from wres_report.claims.roles import role_of
from wres_report.claims.subjects import Subject
from wres_report.claims.surveys import nationally
from wres_report.standard import load_standard

CUE = re.compile(
    r"\b(?:likel\w+|ratios?|times|figures?|scores?|values?|results?|relative|indicator|metric|"
    r"benchmark|average|last year|previous|year before|parity|national|England|trust)\b", re.I
)  # fmt: skip
MORE = re.compile(
    r"^\s*(?P<how>more|less|as|greater|higher|lower)\s+(?:likely\b|likelihood\b|for\b)", re.I
)
RELATIVE = re.compile(r"\brelative(?:ly)? likel\w+|\blikel\w+\b.*\brelative to\b|\bratios?\b", re.I)
_RATES = re.compile(
    r"\b(?:rates?|of whom|percentages?|proportions?|shares?)\b",
    re.I,
)
# “14.24% of BME applicants” is a rate.
_COUNTED = re.compile(
    rf"^\s*\(?(?:(?:of|for)\s+(?:(?:the|all|our|those|shortlisted)\s+)*(?:{words.BME_WORDS}|white|"
    rf"staff|applicants|candidates)|more|fewer|less|higher|lower)\b", re.I,
)  # fmt: skip
GROUPS_IN_ORDER = re.compile(
    rf"(?P<first>{words.BME_WORDS}|{words.WHITE_WORDS})\b[^,;.]{{0,120}}?"
    rf"(?:\b(?:compared (?:with|to)|in comparison (?:with|to)|relative to|than|over|against|versus|"
    rf"rather than|to|divided by|as opposed to)\b|÷|/)[^,;.]{{0,40}}?"
    rf"(?P<second>{words.BME_WORDS}|{words.WHITE_WORDS})\b", re.I,
)  # fmt: skip
# “34.6% of shortlisted applicants were BME” is their share of these, not a rate.
_SHARES_OF = re.compile(
    rf"^\s*of (?:(?!{words.BME_WORDS}|white)[\w-]+ ){{0,6}}"
    r"(?:is|are|was|were|identif\w+|came|come)\b",
    re.I,
)
_SHARES_OF_LEFT = re.compile(
    r"\b(?:share|proportion|percentage) (?:of|among) (?:all |the |those )?"
    rf"(?:(?!{words.BME_WORDS}|white)\w+ )?(?:appoint\w+|short-?listed|applicants?|applications|"
    r"posts)\b[^;%]*$", re.I,
)  # fmt: skip
_SAID_TO_BE = re.compile(r"\b(?:is|was|of|at|stood at|stands at)\s*$", re.I)
LEAST, MOST = 0.02, 30.0
PARITY = re.compile(
    r"\bparity\b|\bequal(?:s|ity)?\b|\bfour-fifths\b|\bthreshold\b|\brange\b|\badverse\b", re.I
)


def ratio_claims(
    text: str, numbers: list[Number], passage: Passage, subject: Subject, year: int
) -> Iterator[Claim]:
    """The claims of the numbers of one sentence."""
    yield from rate_counts(text, numbers, passage, subject, year)
    figures = [n for n in numbers if not n.whole and not _is_limit(n, text)]
    groups = assign_groups(text, figures)
    above = passage.headings[-1] if passage.headings else ""
    for position, number in enumerate(figures):
        left, right = surroundings(text, figures, position)
        role = role_of(number, left, right, year)
        if role is None or number.loose or is_of_others(right):
            continue
        kind = role.kind
        if kind is Kind.VALUE and nationally(text, number, subject):
            kind = Kind.BENCHMARK
        if number.unit in ("percent", "pp") and not _of_a_ratio(number, left, right, above):
            claim = _rate(kind, role.direction, groups[position], number, left, right,
                          passage, subject)  # fmt: skip
            if claim is not None:
                yield replace(claim, when=role.when, sure=claim.sure and role.sure)
        elif kind in (Kind.VALUE, Kind.BENCHMARK, Kind.CHANGE) and CUE.search(text):
            if number.unit in ("", "times") and not LEAST < abs(number.value) < MOST:
                continue
            flipped, factor = _orientation(text, number, left, right, subject.indicator)
            yield Claim(
                kind, passage, subject.indicator, f"i{subject.indicator}.ratio", number, role.when,
                sure=role.sure and subject.source in ("words", "label", "heading"),
                labelled=bool(subject.label), flipped=flipped, factor=factor,
                direction=role.direction, national=subject.national,
            )  # fmt: skip


def _is_limit(number: Number, text: str) -> bool:
    """Whether a number is parity or the edge of the range that is read as not adverse."""
    if number.unit == "percent" or number.unit == "pp":
        return False
    if number.value == 1 and not _SAID_TO_BE.search(text[: number.start]):
        return True
    if number.value == 1 and PARITY.search(text):
        return True
    around = text[max(0, number.start - 60) : number.end + 40]
    return number.value in (0.8, 1.25) and bool(
        re.search(
            r"\bbetween\b|\brange\b|\bthreshold\b|\b0\.80? (?:to|and|–) 1\.25|"
            r"four-fifths|adverse",
                  around, re.I)
    )  # fmt: skip


def _of_a_ratio(number: Number, left: str, right: str, above: str) -> bool:
    """Whether a percentage is written of the ratio itself, or as “38% more likely”.

    above: the heading, which may be all that says what the number is.
    """
    if MORE.match(right):
        return True
    if number.unit != "percent" or _RATES.search(left) or _COUNTED.match(right):
        return False
    return bool(RELATIVE.search(left) or RELATIVE.search(right) or RELATIVE.search(above))


def _rate(
    kind: Kind, direction: str, group: tuple[str, bool], number: Number, left: str, right: str,
    passage: Passage, subject: Subject,
) -> Claim | None:  # fmt: skip
    if subject.source not in ("words", "label") or kind is Kind.BENCHMARK or not group[0]:
        return None
    if _SHARES_OF.match(right) or _SHARES_OF_LEFT.search(left):
        return None
    if kind in (Kind.GAP, Kind.FROM_BENCHMARK):
        return None
    key = f"i{subject.indicator}.{group[0]}_percent"
    return Claim(kind, passage, subject.indicator, key, number, group=group[0], sure=group[1],
                 direction=direction, labelled=bool(subject.label))  # fmt: skip


def top_of(indicator: int) -> str:
    """The group whose rate is the numerator of a ratio."""
    return str(load_standard().indicator(f"i{indicator}").top)


def _orientation(
    text: str, number: Number, left: str, right: str, indicator: int
) -> tuple[bool | None, str]:
    """Which way round the sentence has the ratio, and whether it is told as “times more likely”."""
    top = top_of(indicator)
    if more := MORE.match(right):
        named = [str(m.lastgroup) for m in words.GROUP.finditer(left)]
        after = [str(m.lastgroup) for m in words.GROUP.finditer(right)]
        subject = named[-1] if named else (
            after[0] if after and re.search(r"\bfor\b", right[:60], re.I) else "")  # fmt: skip
        if not subject and len(after) == 1 and re.search(r"\bthan\b", right, re.I):
            subject = words.WHITE if after[0] == words.BME else words.BME
        if not subject:
            return None, ""
        less = more["how"].lower() in ("less", "lower")
        return (subject != top) != less, "less" if less else "more"
    start = max(text.rfind(";", 0, number.start), 0)
    found = GROUPS_IN_ORDER.search(text, start)
    if found is None or words.group_of(found["first"]) == words.group_of(found["second"]):
        return None, ""
    return words.group_of(found["first"]) != top, ""
