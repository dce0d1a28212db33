"""Extremes: the lowest rate of the four surveys, the widest gap of the four measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import better_is_up
from wres_report.claims.facts import SHARE, Facts
from wres_report.claims.figures import FOUR
from wres_report.claims.judged import held
from wres_report.claims.sentences import Sentence
from wres_report.claims.spoken import Spoken, indicator_of, spoken_of
from wres_report.claims.vocabulary import HYPOTHETICAL
from wres_report.documents.passages import Passage

_EXTREME = re.compile(
    r"\b(?:(?P<low>lowest|smallest|narrowest|fewest)|(?P<high>highest|largest|widest|biggest|greatest)|"
    r"(?P<best>best)|(?P<worst>worst))\b(?P<what>[^.;]{0,45}?)\b(?:of|in|since|for|across|on|yet"
    r"|so far)\b"
    r"(?P<among>[^.;]{0,40})", re.I,
)  # fmt: skip
_OF_YEARS = re.compile(
    r"\b(?:surveys?(?! (?:indicator|measure|question|metric|gap)s?)|years?|"
    r"since 20\d\d|record|reports?|20\d\d)\b|^\s*20\d\d",
    re.I,
)


# “the second highest”: the highest is another one.
_PLACE = re.compile(r"\b(?:second|third|fourth|2nd|3rd|4th|next)[- ]$", re.I)


def extreme_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the lowest rate of the four surveys”."""
    for found in _EXTREME.finditer(sentence.text):
        if _GAP_OF_ALL.search(sentence.text):
            return
        if HYPOTHETICAL.search(sentence.text) or re.search(r"[\d,]", found["what"]):
            continue
        if _PLACE.search(sentence.text[: found.start()]):
            continue
        if not _OF_YEARS.search(found["among"]) or re.search(
                r"\bnot\b|\bband|\bregion|\bcountry|\btrusts\b", found[0], re.I):  # fmt: skip
            continue
        clause = sentence.clause_of(found.start())
        spoken = spoken_of(sentence, clause, found.start(), facts)
        if spoken is None or len(spoken.series) < 3 or facts.year not in spoken.series:
            continue
        high = _is_high(found, spoken)
        if high is None:
            continue
        values = list(spoken.series.values())
        this = spoken.series[facts.year]
        right = this == (max(values) if high else min(values))
        shown = ", ".join(f"{value:g}" for value in values)
        yield held(passage, spoken.indicator, found[0], spoken.written(this),
                   f"The figures of the years are {shown}.", right=right,
                   fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


_OF_STAFF = re.compile(
    r"\b(?:representation|share|proportion)\b[^.;,%]{0,40}?\b(?:(?P<low>lowest|smallest)|"
    r"(?P<high>highest|greatest|largest))\b[^.;,%]{0,20}?\b(?:in|among|amongst)\b", re.I,
)  # fmt: skip
_STAFF_GROUPS = ("clinical", "non_clinical", "medical")


def staff_group_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“BME representation is highest in the non-clinical workforce.”"""
    found = _OF_STAFF.search(sentence.text)
    if found is None or sentence.sources or sentence.years or HYPOTHETICAL.search(sentence.text):
        return
    named = [m.value for m in sentence.scopes if m.start >= found.end()]
    groups = {m.value for m in sentence.groups}
    if len(sentence.scopes) != 1 or len(groups) > 1 or not set(named) & set(_STAFF_GROUPS):
        return
    shares = {g: facts.one(1, SHARE, (*groups, "bme")[0], g) for g in _STAFF_GROUPS}
    known = {g: share.value for g, share in shares.items() if share is not None}
    if len(known) != len(_STAFF_GROUPS):
        return
    wanted = (max if found["high"] else min)(known.values())
    shown = ", ".join(f"{g.replace('_', '-')} {value:.1f}%" for g, value in known.items())
    yield held(passage, 1, found[0], f"{wanted:.1f}%", f"The shares are {shown}.",
               right=known[named[0]] == wanted, fault=Fault.WRONG_DIRECTION,
               start=found.start())  # fmt: skip


_GAP_OF_ALL = re.compile(
    r"\b(?:(?P<large>widest|largest|biggest|greatest)|(?P<small>narrowest|smallest))\b (?:\w+ "
    r"){0,2}?gap\b"
    r"[^.;]{0,12}\b(?:of|among|across|on|in|between)\b[^.;]{0,20}\b(?:four|survey|all)\b", re.I,
)  # fmt: skip


_OF_ALL_THE_GAP = re.compile(
    r"\b(?:of|among|across) (?:the |all |our |these )*four\b[^.;]{0,60}?\bgaps?\b[^.;]{0,60}?"
    r"\b(?:is|was|are|being) (?:at its )?(?:(?P<large>widest|largest|biggest|greatest)|"
    r"(?P<small>narrowest|smallest))\b(?: (?:on|in|for|over)\b)", re.I,
)  # fmt: skip


def gap_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“the widest gap of the four survey measures”."""
    found = _GAP_OF_ALL.search(sentence.text) or _OF_ALL_THE_GAP.search(sentence.text)
    if found is None or sentence.before.national or HYPOTHETICAL.search(sentence.text):
        return
    clause = sentence.clause_of(found.start())
    indicator = indicator_of(clause)
    gaps = {n: facts.one(n, "gap") for n in FOUR}
    if indicator not in FOUR or any(gap is None for gap in gaps.values()):
        return
    sizes = {n: abs(gap.value) for n, gap in gaps.items() if gap is not None}
    wanted = max(sizes.values()) if found["large"] else min(sizes.values())
    right = sizes[indicator] == wanted
    shown = ", ".join(f"{size:.1f} on indicator {n}" for n, size in sizes.items())
    yield held(passage, indicator, found[0], f"{wanted:.1f}", f"The gaps are {shown}.",
               right=right, fault=Fault.WRONG_VALUE, start=found.start())  # fmt: skip


def _is_high(found: re.Match[str], spoken: Spoken) -> bool | None:
    if found["low"] or found["high"]:
        return bool(found["high"])
    if spoken.kind in ("ratio",):
        return None
    if spoken.kind in ("gap", "difference"):
        return bool(found["worst"])
    return better_is_up(spoken.indicator) == bool(found["best"])
