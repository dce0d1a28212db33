"""The number of an indicator beside its subject: “Indicator 5: …”, “… (indicator 5)”."""

from __future__ import annotations

import re

from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.topics import Topic, labels_in, topics_in
from wres_report.documents.passages import Passage

# An action or a reference names other subjects beside the number of an indicator.
_DO = (
    r"(?:reduc|improv|increas|ensur|review|train|develop|deliver|support|address|tackl|promot|provid|"
    r"complet|introduc|launch)(?:e|ing)?"
)
_NO_TITLE = re.compile(
    rf"\bsee\b|\blink\w*|\balso\b|\bties?\b|\bactions?\b(?! plan)|\bobjectives?\b|\bwill\b|"
    rf"\bto {_DO}\b|[:–—-] {_DO}\b|\bunlike\b|\bnot indicator\b|\bas in indicator\b|\blike "
    rf"indicator\b|"
    r"\bthan (?:on |in |for )?(?:indicator|metric)\b|\bsame as\b", re.I,
)  # fmt: skip
_TITLE = re.compile(
    r"^\s*(?:[-–—:(,|]|\b(?:is|was|on|about|which|that|measures?|covers?|looks? at|asks?(?: "
    r"about)?|"
    r"shows?|concerns?|the|records?|deals? with|under|for|of|relative|likelihood|percentage"
    r"|proportion|"
    r"staff|BME|BAME|White|who|and|believing|belief in|experienc\w*|report\w*|entering|entry into|"
    r"being|accessing|relating to|counts?|tells us about|our|we|i e|i\.e\.|access to|rate of"
    r"|share of|"
    r"applicants|candidates|a|an|sits|at|how|many|have|has|finds?|us|formal|in|last|12|months|you|"
    r"personally|to|from|been|people|their|all|by|with|or|non|what|whether|if|where|it|as|each|so|"
    r"compares?|compared|board|workforce|trust|provides|acts|offers|believe|believes|feel|feeling"
    r"|organisation|called|titled|namely|dealing|covering|on the|figures?|results?|scores?"
    r"|WRES)\b|\s)*$", re.I,
)  # fmt: skip
_AFTER = re.compile(r"\(\s*(?:WRES )?(?:indicator|metric|KPI)\s*[1-9]\s*\)", re.I)
_WIDE = {1, 9}
_OWN_TITLE = re.compile(
    r"^\s*[-–—:]\s*(?:board|(?:the )?(?:share|percentage) of (?:BME )?staff in each)", re.I
)


def label_findings(passage: Passage) -> list[Finding]:
    """The contradictions between the number of an indicator and its subject."""
    text = passage.text
    labels = labels_in(text)
    if len(labels) != 1 or _NO_TITLE.search(text):
        return []
    label = labels[0]
    told = _subject(text, label)
    if (
        not told
        or label.indicator in told
        or ({label.indicator} | told <= _WIDE and not _OWN_TITLE.match(text[label.end :]))
    ):
        return []
    if len(told) > 1:
        return []
    after = text[label.end : label.end + 60]
    if told == {1} and not re.search(r"\b(?:each|every|AfC|pay) (?:AfC |pay )?bands?\b", after):
        return []
    if told == {7} and label.indicator == 1:
        return []
    subject = told.pop()
    why = f"The subject is that of indicator {subject}."
    return [Finding(passage, label.indicator, Verdict.CONTRADICTS, f"indicator {label.indicator}",
                    f"indicator {subject}", why, Fault.MISLABELLED, label.start)]  # fmt: skip


def _subject(text: str, label: Topic) -> set[int]:
    """The indicators whose subject the number stands beside; behind it, or in front in brackets."""
    topics = [t for t in topics_in(text) if t.sure]
    if bracketed := _AFTER.search(text):
        before = [t for t in topics if t.end <= bracketed.start() + 1
                  and not re.search(r"[.;()]", text[t.end : bracketed.start()])]  # fmt: skip
        return _narrowed({t.indicator for t in before})
    end = re.search(r"[;]|\. |\bwhile\b|\bwhereas\b|\bbut\b", text[label.end :])
    last = label.end + end.start() if end else len(text)
    inside = [t for t in topics if label.end <= t.start < last]
    near = [t for t in inside if _TITLE.match(text[label.end : t.start])]
    if not near:
        return set()
    first = near[0]
    touching = {t.indicator for t in inside if t.start <= first.end + 30}
    return _narrowed(touching)


def _narrowed(indicators: set[int]) -> set[int]:
    """Without those that only lend a word to others: staff, and the board."""
    for wide in (1, 9):
        if len(indicators) > 1:
            indicators = indicators - {wide}
    return indicators
