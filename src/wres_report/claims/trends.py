"""Claims of a trend: “a four-year decline”, “has risen every year since 2017”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.groups import last_group
from wres_report.claims.numbers import WORDS
from wres_report.claims.passages import Passage
from wres_report.claims.subjects import Subject
from wres_report.claims.vocabulary import YEAR, direction_of, year_of

TREND = re.compile(
    r"\b(?P<years>two|three|four|five|six|\d)[- ]years?\b[- ](?:(?:of |a )?(?:steady |consistent |"
    r"continuous |positive |negative ))?(?P<dir>declin\w+|downward|fall\w*|"
    r"decreas\w+|improv\w+|upward|"
    r"ris\w+|increas\w+|worsen\w+|deteriorat\w+)|"
    r"\b(?:a |an )?(?:steady |consistent |clear |continuous )?(?P<dir2>declining|downward|falling|"
    r"decreasing|improving|upward|rising|increasing|worsening|deteriorating) trend\b|"
    r"\b(?P<dir3>rose|risen|increased|fallen|fell|declined|decreased|improved|worsened) (?:in )?"
    r"(?:each|every) year\b|"
    r"\b(?P<dir4>rose|risen|increased|fallen|fell|declined|decreased|improved|worsened) "
    r"(?:steadily|year on year|consistently)\b|"
    r"\b(?P<dir5>rose|risen|increased|fallen|fell|declined|decreased|improved|worsened) for "
    r"(?P<years5>two|three|four|five) (?:consecutive |successive )?years\b", re.I,
)  # fmt: skip
_ITS = re.compile(r"\b(?:benchmark|national|average|median|England)\w*\b", re.I)


def trend_claims(
    text: str, found: re.Match[str], passage: Passage, subject: Subject
) -> Iterator[Claim]:
    """The claim that a match of ``TREND`` makes."""
    told = next(found[name] for name in ("dir", "dir2", "dir3", "dir4", "dir5") if found[name])
    direction = _trend_direction(told)
    indicator = subject.indicator
    nearest = last_group(text[: found.start()])
    if indicator in SURVEY:
        # Before White staff are named, an unnamed figure is most often that of BME staff.
        later = words.group_of(text) if words.group_of(text) == words.BME else ""
        group = str(nearest.lastgroup) if nearest else subject.group or later
        key = f"i{indicator}.{group}_percent" if group else ""
    else:
        key = (
            f"i{indicator}.ratio"
            if indicator in RATIOS
            else "i1.bme_percent"
            if indicator == 1
            else ""
        )
    if not key or _ITS.search(text[max(0, found.start() - 40) : found.start()]):
        return
    number = found["years"] or found["years5"] or ""
    years = int(number) if number.isdigit() else WORDS.get(number.lower(), 0)
    since = re.search(rf"\b(?:since|from) (?:[^,;]{{0,12}} in )?(?:{YEAR})", text, re.I)
    yield Claim(Kind.TREND, passage, indicator, key, direction=direction, said=found[0],
                since=year_of(since).year if since else -years)  # fmt: skip


def _trend_direction(told: str) -> str:
    if told.lower().startswith("upward"):
        return "up"
    return "down" if told.lower().startswith("downward") else direction_of(told)
