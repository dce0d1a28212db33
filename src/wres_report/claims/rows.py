"""Claims in rows of a table: the head and the first cell say what each figure is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wres_report.claims import vocabulary as words
from wres_report.claims.claim import Claim, Kind
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.numbers import Number, numbers_in
from wres_report.claims.passages import Passage
from wres_report.claims.subjects import heading_indicator, in_national_section
from wres_report.claims.vocabulary import When

_YEAR = re.compile(r"^(?:(?:WRES|survey|31 March)\s+)?(20[0-4]\d)(?: survey)?$", re.I)
_GROUP = re.compile(
    rf"^(?:(?P<bme>(?:{words.BME_WORDS}))|(?P<white>white)|(?P<unknown>unknown|"
    rf"prefer not to say|not stated)|"
    r"(?P<total>total|all))(?: (?:staff|applicants|respondents))?(?::? ?your "
    r"org\w*)?[, ]*%?$", re.I,
)  # fmt: skip
_WORKFORCE = (r"^workforce$", "workforce")
_MEASURES = {
    2: (
        (r"^short-?listed(?: applicants)?$", "shortlisted"),
        (r"^appointed(?: from shortlisting)?$", "appointed"),
    ),
    3: ((r"entering|entered", "entered"), _WORKFORCE),
    4: ((r"accessing|accessed", "accessed"), _WORKFORCE),
}
_RATE = re.compile(r"\blikelihood\b|\brate\b", re.I)
_AVERAGE = re.compile(r"\baverage\b|\bbenchmark\b|\bmedian\b|\bnational\b|\bEngland\b", re.I)


def row_claims(passage: Passage) -> Iterator[Claim]:
    """The claims of the cells of one row; nothing where head and label leave them open."""
    label, indicator = passage.cells[0], heading_indicator(passage.headings)
    if not indicator or in_national_section(passage.headings) or words.BANDS.search(label):
        return
    end = len(label)
    for head, cell in zip(passage.head[1:], passage.cells[1:], strict=True):
        start = passage.text.index(cell, end)
        end = start + len(cell)
        numbers = numbers_in(cell)
        if len(numbers) != 1 or numbers[0].text != cell.strip():
            continue
        claim = _cell(passage, indicator, label, head.strip(), numbers[0])
        if claim is not None:
            yield replace(claim, offset=start)


def _cell(passage: Passage, indicator: int, label: str, head: str, number: Number) -> Claim | None:
    if indicator in SURVEY:
        return _survey_cell(passage, indicator, label, head, number)
    group = _group(head)
    if indicator not in RATIOS or not group:
        return None
    if number.unit == "percent" and _RATE.search(label) and not words.GROUP.search(label):
        return Claim(
            Kind.VALUE, passage, indicator, f"i{indicator}.{group}_percent", number, group=group
        )
    if not number.whole:
        return None
    for pattern, measure in _MEASURES[indicator]:
        if re.search(pattern, label, re.I) and not _RATE.search(label):
            key = f"i{indicator}.{measure}_{group}"
            return Claim(Kind.VALUE, passage, indicator, key, number, group=group, said="count")
    return None


def _survey_cell(
    passage: Passage, indicator: int, label: str, head: str, number: Number
) -> Claim | None:
    """A percentage under a year, in a row of a group; or under a group, in a row of a year."""
    if number.unit != "percent" or _AVERAGE.search(label) or _AVERAGE.search(head):
        return None
    for one, other in ((label, head), (head, label)):
        group, dated = _group(one), _YEAR.match(other.strip())
        if group in (words.BME, words.WHITE) and dated:
            key = f"i{indicator}.{group}_percent"
            return Claim(Kind.VALUE, passage, indicator, key, number, When(int(dated[1])), group)
    return None


def _group(text: str) -> str:
    found = _GROUP.match(text.strip())
    return str(found.lastgroup) if found else ""
