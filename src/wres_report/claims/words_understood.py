"""Words that accuse need to be understood as well: what denies, turns or is strange does not."""

from __future__ import annotations

import re
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.lexicon import clause_round, strange_words

BOTH_WAYS = "The sentence speaks of both ways, and which is of what was not understood."
DENIED = "The sentence denies something, and what of it is not understood."
TURNED = "The sentence speaks of a time before another, and which is meant is not understood."
UNKNOWN_WORDS = "Words that the audit does not know: "
# These are faults of whatever people and place a sentence is of.
_ANYWHERE = (
    Fault.WRONG_STANDARD, Fault.MISLABELLED, Fault.PERCENT_ON_RATIO, Fault.PP_FOR_PERCENT,
    Fault.WRONG_SUM,
)  # fmt: skip


def findings_understood(findings: list[Finding]) -> list[Finding]:
    """The findings of words; those that accuse in words that were not understood cannot be told."""
    return [
        replace(finding, verdict=Verdict.CANNOT_TELL, fault=None, why=why)
        if finding.verdict is Verdict.CONTRADICTS and (why := _words_not_understood(finding))
        else finding
        for finding in findings
    ]


def _words_not_understood(finding: Finding) -> str:
    text = finding.passage.text
    start = max(text.find(finding.found), 0)
    if strange := strange_in(text, start, start + len(finding.found), finding.fault):
        return f"{UNKNOWN_WORDS}{', '.join(strange)}."
    if finding.fault is Fault.WRONG_DIRECTION and _DENIED.search(text) and not _DENIED.search(
            finding.found):  # fmt: skip
        return DENIED
    if finding.fault is Fault.WRONG_DIRECTION and _TURNED.search(text):
        return TURNED
    return BOTH_WAYS if goes_both_ways(text, finding.fault) else ""


_DENIED = re.compile(
    rf"\b(?:{words.DENIALS}|no|none|neither|deny|denies|reverse|opposite)\b|n['’]t\b", re.I,
)  # fmt: skip
_TURNED = re.compile(
    r"\b(?:until|before (?:it|they|that|this|20\d\d)|up to 20\d\d|at (?:first|one time)|"
    r"once|in the past|formerly)\b",
    re.I,
)


def strange_in(text: str, start: int, end: int, fault: Fault | None) -> list[str]:
    """The words round a figure that may be for other people, another place or source."""
    return [] if fault in _ANYWHERE else strange_words(clause_round(text, start, end))


_UP = re.compile(rf"{words.UP.pattern}|{words.IMPROVED.pattern}", re.I)
_DOWN = re.compile(rf"{words.DOWN.pattern}|{words.WORSENED.pattern}", re.I)
# “more likely”, “higher than”: a comparison of two, not a movement.
_COMPARING = re.compile(
    r"\b(?:more|less|higher|lower|better|worse)(?: \w+)?(?: likely| than)\b|\bmore than\b|"
    r"\bless than\b|\bfewer than\b|\bup to\b|"
    r"\b(?:lower|higher|more|less|fewer) is (?:better|worse)\b", re.I,
)  # fmt: skip


def goes_both_ways(text: str, fault: Fault | None) -> bool:
    """“risen for BME staff; for White staff it fell until …”: one word of two for a movement."""
    if fault not in (Fault.WRONG_DIRECTION, Fault.FALSE_TREND):
        return False
    moved = _COMPARING.sub(" ", text)
    return bool(_UP.search(moved) and _DOWN.search(moved))
