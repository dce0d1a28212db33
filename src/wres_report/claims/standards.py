"""The words of another standard in a race report, and indicators under a wrong number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.passages import Passage

_DISABLED = re.compile(
    r"\bdisabled (?:staff|colleagues|applicants|employees|people|candidates|respondents|"
    r"members)\b|\b(?:staff|colleagues|people|employees|applicants|those) (?:with|who have) "
    r"(?:an? |any )?(?:disabilit\w+|long[- ](?:term|lasting) (?:health )?conditions?)(?: or "
    r"long[- ](?:term|lasting) (?:health )?conditions?)?|\breasonable adjustments?\b",
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
    r"\bworkforce race equality\b|"
    r"\bindicator [1-9]\b", re.I
)  # fmt: skip
_NAME = re.compile(r"\bworkforce race equality standard\b|\bWRES\b", re.I)
# Where White staff stand on the other side, BME staff are meant on this one.
_WHITE_BESIDE = re.compile(
    r"\bwhite (?:staff|colleagues|applicants|people|employees|candidates|respondents)\b", re.I
)
_LABEL_THEN_SUBJECT = re.compile(
    r"\b(?:indicator|metric|KPI)\s*([1-9])\b(?!\.\d)(?!\s*(?:,|and|&|to)\s*(?:\d|\w+ "
    r"?\w* indicator|board\b))\s*(?:[-–—:(,]|"
    r"is|was|on|about|which|measures|covers|looks at|asks about|shows|concerns|\|)*"
    r"\s*(?P<rest>[^.;]*)", re.I
)  # fmt: skip
# An action or a reference names other subjects beside the number of an indicator.
_DO = (
    r"(?:reduc|improv|increas|ensur|review|train|develop|deliver|support|address|tackl|promot|provid|"
    r"complet|introduc|launch)(?:e|ing)?"
)
_NO_TITLE = re.compile(
    rf"\bsee\b|\blink\w*|\balso\b|\bties?\b|\bactions?\b(?! plan)|\bobjectives?\b|\bwill\b|"
    rf"\bto {_DO}\b|[:–—-] {_DO}\b", re.I
)  # fmt: skip
_SUBJECT_THEN_LABEL = re.compile(
    r"(?P<subject>[^.;()]*)\(\s*(?:WRES )?(?:indicator|metric|KPI) (?P<label>[1-9])\s*\)", re.I
)


def standard_claims(passage: Passage) -> Iterator[Claim]:
    """What a sentence says of disabled staff where race is meant, and its numbers of indicators."""
    text = passage.text
    named = words.indicators_by_subject(text)
    indicator = min(named) if len(named) == 1 else 0
    beside = _WHITE_BESIDE.search(text)
    race_too = words.groups_in(text) - ({words.WHITE} if beside else set())
    if (found := _DISABLED.search(text)) and not race_too:
        told = beside or _THIS_REPORT.search(text) or (
            indicator and re.search(r"\d\s*%|\d\.\d", text))  # fmt: skip
        race = re.search(r"\b(?:race|racial|ethnic\w*)\b", _NAME.sub("", text), re.I)
        if told and not _BESIDE.search(text) and not race:
            yield Claim(Kind.STANDARD, passage, indicator, said=found[0])
    elif (found := _OTHER_STANDARD.search(text)) and words.GROUP.search(text):
        both = re.search(r"\bWRES\b|\brace equality\b", text, re.I)
        if not both:
            yield Claim(Kind.STANDARD, passage, indicator, said=found[0])
    yield from _labels(passage)


def _labels(passage: Passage) -> Iterator[Claim]:
    """The number of an indicator beside its subject: “Indicator 5: …”, “… (indicator 5)”."""
    if len(words.labels_in(passage.text)) != 1:
        return
    if after := _SUBJECT_THEN_LABEL.search(passage.text):
        label, told = int(after["label"]), after["subject"]
    elif found := _LABEL_THEN_SUBJECT.search(passage.text):
        label, told = int(found[1]), found["rest"]
    else:
        return
    subjects = words.indicators_by_subject(told)
    if not subjects and re.search(r"\beach (?:of the )?(?:AfC |pay )?bands?\b", told, re.I):
        subjects = {1}
    own = label == 1 and (words.BANDS.search(told) or words.WORKFORCE.search(told))
    if len(subjects) == 1 and not own and not _NO_TITLE.search(passage.text):
        yield Claim(Kind.LABEL, passage, label, said=f"indicator {label}", since=subjects.pop())
