"""The words of another standard in a race report, and indicators under a wrong number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.passages import Passage

_DISABLED = re.compile(
    r"\bdisabled (?:staff|colleagues|applicants|employees|people|candidates|respondents|"
    r"members)\b|\bstaff with (?:a )?disabilit\w+|\breasonable adjustments?\b",
    re.I,
)
_OTHER_STANDARD = re.compile(
    r"\b(?:this|our|the) (?:year(?:'s|’s) )?(?:WDES|(?:workforce )?disability equality "
    r"standard) (?:report|indicators?|data|action plan|results?)\b|\bWDES "
    r"(?:indicators?|metrics?) [1-9]\b",
    re.I,
)
# Both standards may be named side by side, and other groups may be compared with.
_BESIDE = re.compile(
    r"\bWDES\b|\bdisability equality\b|\bnon-?disabled\b|\bas well as\b|\bintersection\w*|"
    r"\bnetworks?\b|\bprotected characteristics?\b|\bLGBT\w*|\bseparate\w*|"
    r"\balongside\b|\bgender\b", re.I
)  # fmt: skip
_THIS_REPORT = re.compile(
    r"\b(?:this|the|our) (?:WRES |race equality )?(?:report|analysis|data|standard)\b|\bWRES\b|"
    r"\bindicator [1-9]\b", re.I
)  # fmt: skip
_LABEL_THEN_SUBJECT = re.compile(
    r"\b(?:indicator|metric)\s*([1-9])\b(?!\.\d)(?!\s*(?:,|and|&|to)\s*(?:\d|\w+ "
    r"?\w* indicator|board\b))\s*(?:[-–—:(,]|"
    r"is|was|on|about|measures|covers|looks at|asks about|shows|concerns)*\s*(?P<rest>[^.;]*)", re.I
)  # fmt: skip


def standard_claims(passage: Passage) -> Iterator[Claim]:
    """What a sentence says of disabled staff where race is meant, and its numbers of indicators."""
    text = passage.text
    named = words.indicators_by_subject(text)
    indicator = min(named) if len(named) == 1 else 0
    if (found := _DISABLED.search(text)) and not words.GROUP.search(text[: found.end() + 4]):
        told = _THIS_REPORT.search(text) or (indicator and re.search(r"\d\s*%|\d\.\d", text))
        race = re.search(r"\b(?:race|racial|ethnic\w*)\b", text, re.I)
        if told and not _BESIDE.search(text) and not race:
            yield Claim(Kind.STANDARD, passage, indicator, said=found[0])
    elif (found := _OTHER_STANDARD.search(text)) and words.GROUP.search(text):
        both = re.search(r"\bWRES\b|\brace equality\b", text, re.I)
        if not both:
            yield Claim(Kind.STANDARD, passage, indicator, said=found[0])
    yield from _labels(passage)


def _labels(passage: Passage) -> Iterator[Claim]:
    labels = words.labels_in(passage.text)
    found = _LABEL_THEN_SUBJECT.search(passage.text)
    if found is None or len(labels) != 1:
        return
    rest = found["rest"]
    subjects = words.indicators_by_subject(rest)
    label = int(found[1])
    if (
        len(subjects) == 1
        and rest
        and not re.search(r"\bsee\b|\blink\w*|\balso\b|\bties?\b", rest, re.I)
    ):
        subject = subjects.pop()
        yield Claim(Kind.LABEL, passage, label, said=f"indicator {label}", since=subject)
