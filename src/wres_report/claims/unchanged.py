"""What is said to be the same as before: unchanged, no change in, the same as last year.

It is held against every figure that the words may mean, as in ``directions``. It is confirmed only
where all of them are the same as printed, and accused only where all of them differ by more than
people mean by the word: “stable” and “flat” allow more than “unchanged”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wres_report.claims.asking import OTHER
from wres_report.claims.asserting import asserts_plainly
from wres_report.claims.claim import Fault, Finding
from wres_report.claims.direction_words import DIRECTION, GAP
from wres_report.claims.facts import Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.judged import held
from wres_report.claims.measured import rows_of_years
from wres_report.claims.mentions import wres_years
from wres_report.claims.sentences import Clause, Sentence
from wres_report.claims.spoken import first_comparable
from wres_report.documents.passages import Passage
from wres_report.measures.value import Unit, write

_NOT = r"(?:ha(?:s|ve|d) ?n(?:[’']|o)t|did ?n(?:[’']|o)t)"
_SAME = re.compile(
    rf"\b(?:(?P<exact>unchanged|{_NOT} (?:really )?(?:changed|altered|budged|moved|shifted)|"
    r"no change (?=in\b|to\b|on\b|from\b|since\b)|"
    r"(?:exactly |just )?the same (?=as (?:(?:it was |in |for )*(?:the )?(?:last|previous|20\d\d|"
    r"a year|year before|one))|level as)|"
    r"(?:stay(?:s|ed)|remain(?:s|ed)|stuck at|kept) (?:exactly )?(?:the same|where it was))|"
    r"(?P<loose>(?:(?:stay|remain)(?:s|ed|ing)|held|been|is|are|was) (?:broadly |largely |fairly |"
    r"quite )?(?:stable|steady|static|flat)))\b", re.I,
)  # fmt: skip
# By how much all that is meant has to differ, for exact and for loose words.
_FAR = {Unit.PERCENT: (1.0, 3.0), Unit.PP: (1.0, 3.0), Unit.RATIO: (0.05, 0.2)}
_NEAR = {Unit.PERCENT: 1.0, Unit.PP: 1.0, Unit.RATIO: 0.05}
_FEWEST_COUNTED = {True: 1.0, False: 0.1}


def unchanged_findings(sentence: Sentence, passage: Passage, facts: Facts) -> Iterator[Finding]:
    """“Discrimination against BME staff is unchanged on last year.”"""
    found = _SAME.search(sentence.text)
    if found is None or DIRECTION.search(sentence.text) or sentence.sources or sentence.scopes:
        return
    if any(q.unit in ("pp", "times") or q.parts for q in sentence.quantities):
        return
    if not asserts_plainly(sentence, found[0]):
        return
    clause = sentence.clause_of(found.start())
    pairs = _pairs(sentence, clause, facts)
    exact = found["exact"] is not None
    told = {_is_same(*pair, exact=exact) for pair in pairs}
    if len(told) != 1 or None in told:
        return
    now, before, unit = pairs[0]
    moved = f"from {write(before, unit)} to {write(now, unit)}"
    yield held(passage, clause.indicators[0], found[0], moved, f"It went {moved}.",
               right=told == {True}, fault=Fault.WRONG_DIRECTION, start=found.start())  # fmt: skip


def _pairs(sentence: Sentence, clause: Clause, facts: Facts) -> list[tuple[float, float, Unit]]:
    """Each figure that may be meant, this year and before; empty where that is open."""
    if len(clause.indicators) != 1 or not clause.sure:
        return []
    indicator = clause.indicators[0]
    named = list(dict.fromkeys(m.value for m in sentence.groups))
    gap = GAP.search(sentence.text) is not None
    if set(named) - set(OTHER) or (len(named) > 1 and not gap and indicator not in RATIOS):
        return []
    if not named and not gap:
        named = [sentence.before.group or ("bme" if indicator in (1, 9) else "")]
        if indicator in SURVEY and not named[0]:
            return []
    years = [m.value for m in sentence.years if m.value != "this"]
    then = wres_years(years[0], indicator, facts.year)[0] if years else facts.year - 1
    if len(years) > 1 or then < first_comparable(indicator, facts.year) or then >= facts.year:
        return []
    rows = rows_of_years(sentence.text, indicator, named or ["bme"], facts, gap=gap, valued=False)
    if not rows or any(not {then, facts.year} <= set(row.series) for row in rows):
        return []
    return [(row.shown(facts.year), row.shown(then), row.unit) for row in rows]


def _is_same(now: float, before: float, unit: Unit, *, exact: bool) -> bool | None:
    """Whether two figures are the same, as people say it; None where that is a matter of taste."""
    apart = abs(now - before)
    if unit is Unit.COUNT:
        if not apart:
            return True
        return False if apart >= _FEWEST_COUNTED[exact] * (1 if exact else before) else None
    if write(now, unit) == write(before, unit) or (not exact and apart < _NEAR[unit]):
        return True
    return False if apart >= _FAR[unit][0 if exact else 1] else None
