"""Two figures for one thing in one document: told where there is no data to say which is right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres_report.claims.claim import Fault, Finding, Verdict
from wres_report.claims.deciding import Decision
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.numbers import Number
from wres_report.claims.printed import is_figure
from wres_report.claims.senses import Sense
from wres_report.documents.passages import Passage

What = tuple[object, ...]
Told = tuple[What, Number, Passage]


def figures_told(passage: Passage, decisions: Iterable[Decision]) -> list[Told]:
    """The figures of a passage that say in so many words what they are, with what that is."""
    return [
        (what, d.reading.quantity.number, passage)
        for d in decisions
        if (what := _what(d)) and d.verdict is not Verdict.CONTRADICTS
    ]


def _what(decision: Decision) -> What | None:
    reading = decision.reading
    clause, quantity = reading.clause, reading.quantity
    exact = not quantity.worded and not quantity.number.hedge and not quantity.parts
    if len(clause.indicators) != 1 or not clause.sure or not exact:
        return None
    if reading.used.sense is not Sense.LEVEL or reading.used.earlier or "?" in reading.years:
        return None
    indicator = clause.indicators[0]
    if indicator in SURVEY and quantity.unit == "percent" and reading.sure_group:
        return indicator, reading.groups[0], reading.years, reading.source
    ratio = indicator in RATIOS and quantity.unit == "bare" and quantity.number.decimals > 1
    return (indicator, "ratio", reading.years, reading.source) if ratio else None


def double_findings(told: Sequence[Told], place_word: str) -> list[Finding]:
    """The second of two figures for one thing that are not the same, rounded or turned round."""
    first: dict[What, tuple[Number, Passage]] = {}
    found = []
    for what, number, passage in told:
        known = first.setdefault(what, (number, passage))
        if known[1] is passage or _same(number, known[0]):
            continue
        why = f"The document prints {known[0].text} for the same, at {place_word} {known[1].place}."
        indicator = what[0] if isinstance(what[0], int) else 0
        found.append(Finding(passage, indicator, Verdict.CONTRADICTS, number.printed,
                             known[0].text, why, Fault.WRONG_VALUE, number.start))  # fmt: skip
    return found


def _same(one: Number, other: Number) -> bool:
    finer, coarser = (one, other) if one.decimals >= other.decimals else (other, one)
    if is_figure(coarser, finer.value):
        return True
    turned = 1 / finer.value if finer.value else 0.0
    return not one.unit and bool(is_figure(coarser, turned))
