"""What looks like a number and is none: years, dates, durations, and names of things."""

from __future__ import annotations

import re

from wres_report.claims import vocabulary as words

FIRST_YEAR, LAST_YEAR = 1990, 2049
_ITEM = r"\d{1,2}[a-d]?"
_KIND = r"\b(?:indicator|metric|band|table|section)"
# “Band 7 or”, “bands 5 to 7, 8a and”: what may stand before a further member of a series.
_SERIES_BEFORE = re.compile(
    rf"(?:{_KIND} (?:{_ITEM} ?(?:and|or|to|–|-|&) ?)?|"
    rf"(?:{_KIND}s|\bpriorities) (?:{_ITEM}(?: ?(?:and|or|to|–|-|&|,))+ ?)*)$", re.I
)  # fmt: skip
_LONGEST_SERIES = 12
# “Under this indicator 5 staff” numbers no indicator.
_LABEL_BEFORE = re.compile(
    r"(?<!this )(?<!that )(?<!each )(?<!which )\b(?:indicator|metric)\s*$", re.I
)
_NAME_BEFORE = re.compile(
    r"\b(?:table|section|appendix|q|question|part|page|no\.|(?-i:Figure)|(?:see|in) figure)\s*$|"
    r"\(figure\s*$", re.I
)  # fmt: skip
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_BEFORE_MONTH = re.compile(rf"\s+(?:{_MONTHS})\b")
_NAME_AFTER = re.compile(
    r"\s*(?:–|-)?\s*(?:(?:month|year|day|week|hour)s?\b|(?:st|nd|rd|th)\b|decimal|page\b|am\b|"
    r"pm\b|-?point scale)", re.I
)  # fmt: skip
_NUMBERING = re.compile(rf"\d+(?:\.\d+)*\.?\)?\s+(?!{words.BME_WORDS}|white|black|NHS)(?-i:[A-Z])",
                        re.I)  # fmt: skip
_LISTED = re.compile(r"\)? (?!BME|BAME|White|NHS|Black)[A-Z]")
# “2019-20” and “COVID-19”, read after their first half.
_YEARS_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d ?[-–/]$")
_WORD_BEFORE = re.compile(r"[A-Z]\w*-$")
_COUNTED = re.compile(
    rf"\s+(?:(?:{words.BME_WORDS}|white|\N{{BULLET}}|other|more|valid|clinical|non-clinical)\s+)?"
    r"(?:staff(?! survey)|people|colleagues|employees|members|respondents|responses|applicants|"
    r"candidates|posts|sites|records|cases|patients|of (?:our|its|these|those|them|whom))\b", re.I
)  # fmt: skip
_DATED = re.compile(
    r"\b(?:in|since|from|until|till|by|during|before|after|between|the|this|"
    r"(?:19|20)\d\d (?:and|or|to)|"
    rf"{_MONTHS}|WRES|survey|early|late|mid|year|autumn|spring|summer|winter|census)\s*$", re.I
)  # fmt: skip


def is_name(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a number without a unit is no figure.

    match: of ``NUMBER``. before, after: the rest of the sentence on either side.
    """
    whole = not match["rest"] and "," not in match["digits"]
    digits = match["digits"]
    if not before.strip(" (") and _NUMBERING.match(match[0] + after):
        return True
    if len(match["rest"] or "") == 2 and _LISTED.match(after):
        return True
    if _NAME_BEFORE.search(before):
        return True
    if not whole:
        return False
    if len(digits) == 1 and _LABEL_BEFORE.search(before):
        return True
    counts = before.rstrip().endswith(",") and _COUNTED.match(after)
    if int(digits) <= _LONGEST_SERIES and _SERIES_BEFORE.search(before) and not counts:
        return True
    if int(digits) <= 31 and _DAY_BEFORE_MONTH.match(after):
        return True
    if len(digits) <= 2 and (_YEARS_BEFORE.search(before) or _WORD_BEFORE.search(before)):
        return True
    return bool(_NAME_AFTER.match(after)) or is_year(digits, before, after)


def is_year(digits: str, before: str, after: str) -> bool:
    """Whether four digits are a year: not where staff, sites or the like are counted by them."""
    if len(digits) != 4 or not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return False
    return _DATED.search(before) is not None or not _COUNTED.match(after)
