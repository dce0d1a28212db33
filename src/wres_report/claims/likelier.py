"""Who has become likelier than before: a movement of a likelihood, not a comparison of groups.

It may be of the rate of the group that is named, or of the ratio that sets it against the other:
accused only where both refute it as far as they are known, and confirmed only where both bear it
out. Where no other group is named, the rate has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims import facts as kinds
from wres_report.claims.asking import OTHER, STANDARD
from wres_report.claims.asserting import asserts_plainly
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.differences import sign
from wres_report.claims.facts import Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.mentions import wres_years
from wres_report.claims.sentences import Sentence
from wres_report.claims.spoken import first_comparable
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_BECAME = r"(?:become|becomes|became|becoming|grown|growing|grew|getting|got)"
_LIKELIER = re.compile(
    rf"\b(?P<became>{_BECAME} )?(?:(?:even|much|slightly|somewhat|rather) )?(?P<how>more|less) "
    r"likely\b(?P<than> (?:\w+ ){0,3}?than (?:(?:it|they|he|she|we) (?:was|were|had been|did)\b|"
    r"(?:in |at )?(?:a|the|one|last) (?:\w+ )?(?:year|survey|report)\b|in 20\d\d\b|before\b|"
    r"previously\b))?", re.I,
)  # fmt: skip


def likelier_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“BME staff have become more likely than a year ago to be disciplined.”"""
    found = _LIKELIER.search(sentence.text)
    if found is None or not (found["became"] or found["than"]) or sentence.quantities:
        return
    clause = sentence.clause_of(found.start())
    if len(clause.indicators) != 1 or not clause.sure or sentence.sources or sentence.scopes:
        return
    if not asserts_plainly(sentence):
        return
    indicator = clause.indicators[0]
    named = [m for m in sentence.groups if clause.start <= m.start < clause.end]
    before = [m.value for m in named if m.end <= found.start()]
    if {m.value for m in named} - set(OTHER) or not before or indicator not in (*RATIOS, *SURVEY):
        return
    years = [m for m in sentence.years if m.value != "this"]
    then = wres_years(years[0].value, indicator, facts.year) if years else (facts.year - 1,)
    if len(years) > 1 or then[0] < first_comparable(indicator, facts.year):
        return
    steps = _steps(indicator, before[-1], then[0], facts, compared=len(named) > 1)
    moves = {way for way, _ in steps}
    if moves not in ({1}, {-1}):
        return
    right = moves == {1 if found["how"].lower() == "more" else -1}
    shown = "; ".join(told for _, told in steps)
    yield held(passage, indicator, found[0], shown, f"It went {shown}.", right=right,
               fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def _steps(
    indicator: int, group: str, then: int, facts: Facts, *, compared: bool
) -> list[tuple[int, str]]:
    """Which way each figure that may be meant went for a group, and from what to what."""
    ratio = facts.series(indicator, kinds.RATIO) if indicator in RATIOS else {}
    rate = facts.series(indicator, kinds.RATE, group)
    if not compared and not {then, facts.year} <= set(rate):
        return []
    made = []
    for series, unit, up in (
        (ratio, Unit.RATIO, indicator in RATIOS and STANDARD[indicator][0] == group),
        (rate, Unit.PERCENT, True),
    ):
        if {then, facts.year} <= set(series):
            way = sign(series[facts.year] - series[then], unit) * (1 if up else -1)
            made.append((way, f"from {write(series[then], unit)} to "
                              f"{write(series[facts.year], unit)}"))  # fmt: skip
    return made
