"""The words of another standard in a race report."""

from __future__ import annotations

import re

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.facts import TRUST, Facts
from wres_report.claims.number_words import WORDS
from wres_report.claims.numbers import numbers_in
from wres_report.claims.printed import is_figure
from wres_report.claims.quantities import number_of
from wres_report.claims.topics import topics_in
from wres_report.documents.passages import Passage

INDICATORS = 9
_DISABLED = re.compile(
    r"\bdisabled (?:and non-?disabled )?(?:health )?(?:staff|colleagues|applicants|employees"
    r"|people|"
    r"candidates|respondents|members|workers)\b|\b(?:staff|colleagues|people|employees|applicants|"
    r"those) (?:with|who have|living with) (?:an? |any )?(?:disabilit\w+|long[- ](?:term|lasting) "
    r"(?:health )?conditions?)(?: or long[- ](?:term|lasting) (?:health )?conditions?)?|"
    r"\breasonable adjustments?\b|\bnon-?disabled\b",
    re.I,
)
_ABOUT_DISABILITY = re.compile(r"\bdisabilit\w+\b|\bdisabled\b", re.I)
_OTHER_STANDARD = re.compile(
    r"\b(?:this|our|the) (?:year(?:'s|’s) )?(?:WDES|(?:workforce )?disability equality "
    r"standard) (?:report|indicators?|data|action plan|results?)\b|\bWDES "
    r"(?:indicators?|metrics?) [1-9]\b",
    re.I,
)
# Both standards may be named side by side, and other groups may be compared with.
_BESIDE = re.compile(
    r"\bWDES\b|\bdisability equality\b|\bas well as\b|\bintersection\w*|\bintersect\b|"
    r"\bnetworks?\b|\bprotected characteristics?\b|\bLGBT\w*|\bseparate\w*|\bunlike\b|"
    r"\balongside\b|\bgender\b|\bnot (?:disab|about|on)\w*|\bsister standard\b|\bother standard\b",
    re.I,
)  # fmt: skip
_NAME = re.compile(
    r"\bworkforce race equality standard\b|\bWRES\b|\brace equality standard\b", re.I
)
_THIS_REPORT = re.compile(
    r"\b(?:this|the|our) (?:WRES |race equality )?(?:report|analysis|data|standard)\b|\bWRES\b|"
    r"\bworkforce race equality\b|\bindicator [1-9]\b", re.I,
)  # fmt: skip
_RACE = re.compile(r"\b(?:race|racial|ethnic\w*)\b", re.I)
_WHITE_BESIDE = re.compile(
    r"\bwhite (?:staff|colleagues|applicants|people|employees|candidates|respondents)\b", re.I
)
_HOW_MANY = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(word for word in WORDS if ' ' not in word)}) "
    r"(?:\w+ )?(?:metrics|indicators|measures)\b", re.I,
)  # fmt: skip
_CONSISTS = re.compile(
    r"\b(?:consists? of|has|have|with|comprises?|made up of|is built on|rests on|of|its|the"
    r"|covers?|"
    r"reports? on|under|contains?|sets? out|includes?|lists?)\s+(?:its |the |all )?$", re.I,
)  # fmt: skip
_CAPABILITY = re.compile(r"\bcapability (?:process|procedure|proceedings|action|route)\w*", re.I)
_OTHER_MATTER = re.compile(
    r"\b(?:men and women|women and men|gender|sex(?:ual orientation)?|age|LGBT\w*|religion)\b", re.I
)
_COMPARES = re.compile(
    r"\b(?:compares?|measures?|looks at|is (?:about|on|a check)|concerns?|on|covers|deals with|"
    r"tells? (?:us )?how|check on)\b", re.I,
)  # fmt: skip


_STEMS = ("disab", "capability", "adjustment", "wres", "wdes", "race equality", "condition")


def standard_findings(passage: Passage, facts: Facts) -> list[Finding]:
    """What a sentence says in the words of the disability standard where race is meant."""
    text, term = passage.text, facts.term
    lower = text.lower()
    found = _of_another(text, facts) if any(stem in lower for stem in _STEMS) else None
    if found is None:
        return []
    said, why, expected = found
    named = {t.indicator for t in topics_in(text) if t.sure and t.indicator not in (1, 9)}
    indicator = named.pop() if len(named) == 1 else 0
    return [Finding(passage, indicator, Verdict.CONTRADICTS, said, expected or f"{term} staff", why,
                    Fault.WRONG_STANDARD, max(text.find(said), 0))]  # fmt: skip


def _of_another(text: str, facts: Facts) -> tuple[str, str, str] | None:
    """The words that are another standard's, why, and what should stand there."""
    why = "These are words of the disability standard; this report is on race equality."
    capability = _CAPABILITY.search(text)
    ours = words.GROUP.search(text) or _THIS_REPORT.search(text)
    if capability and ours and not _BESIDE.search(text) and not re.search(
            r"\bdisciplin", text[: capability.start()], re.I):  # fmt: skip
        why = "The race standard counts formal disciplinary processes, not capability."
        return capability[0], why, "the formal disciplinary process"
    if number := _wrong_number(text):
        return number, "The race standard has nine indicators.", "nine indicators"
    if _NAME.search(text) and not _BESIDE.search(text) and not _names_race(text):
        found = _ABOUT_DISABILITY.search(text) or _OTHER_MATTER.search(text)
        if found and _COMPARES.search(text):
            whole = _DISABLED.search(text)
            return (whole or found)[0], why, ""
    beside = _WHITE_BESIDE.search(text)
    race_too = words.groups_in(text) - ({words.WHITE} if beside else set())
    if (found := _DISABLED.search(text)) and not race_too:
        told = beside or _THIS_REPORT.search(text) or _has_our_figure(text, facts)
        if told and not _BESIDE.search(text) and not _names_race(text):
            return found[0], why, ""
        return None
    found = _OTHER_STANDARD.search(text)
    if (
        found
        and words.GROUP.search(text)
        and not re.search(r"\bWRES\b|\brace equality\b", text, re.I)
    ):
        return found[0], why, ""
    return None


def _has_our_figure(text: str, facts: Facts) -> bool:
    """Whether a figure of race stands beside the words: “24% of disabled staff were harassed”.

    A report may tell of Disabled staff as well; only what is said of them with the figures of
    this standard is surely meant of race.
    """
    indicators = {t.indicator for t in topics_in(text) if t.sure} - {1, 9}
    known = [fact for n in sorted(indicators) for fact in facts.every(n)
             if fact.source == TRUST and fact.unit in ("percent", "ratio")]  # fmt: skip
    return any(
        is_figure(number, fact.value)
        for number in numbers_in(text) if not number.hedge and not number.loose
        and (number.unit or number.decimals)
        for fact in known
    )  # fmt: skip


def _names_race(text: str) -> bool:
    plain = re.sub(r"\brace equality\b", "", _NAME.sub("", text), flags=re.I)
    return bool(_RACE.search(plain) or words.BME in words.groups_in(plain))


def _wrong_number(text: str) -> str:
    """“The WRES consists of ten metrics”: it has nine."""
    name = _NAME.search(text)
    if name is None or _BESIDE.search(text):
        return ""
    for found in _HOW_MANY.finditer(text):
        if number_of(found["n"]) in (INDICATORS, *range(1, INDICATORS)):
            continue
        near = abs(found.start() - name.end()) < 60 or abs(name.start() - found.end()) < 30
        if near and _CONSISTS.search(text[: found.start()]) and number_of(found["n"]) < 21:
            return found[0]
    return ""
