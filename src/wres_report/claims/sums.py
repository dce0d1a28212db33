"""Parts and totals in one sentence: where the parts do not add up, that is the fault."""

from __future__ import annotations

import re
from dataclasses import replace

from wres_report.claims.attaching import attach
from wres_report.claims.claim import Fault, Verdict
from wres_report.claims.deciding import Decision
from wres_report.claims.facts import COUNT, EVENTS, Facts
from wres_report.claims.figures import RATIOS
from wres_report.claims.quantities import Quantity
from wres_report.claims.sentences import Sentence

PARTS = {"white", "bme", "unknown"}
STAFF_GROUPS = {"clinical", "non_clinical", "medical"}
_IN_ALL = re.compile(r"\btotal\b|\bin all\b|\baltogether\b|\btogether\b|\bcombined\b|\ball ethnic"
                     r"(?:ities| groups)\b", re.I)  # fmt: skip
_WHOLE = re.compile(
    r"\btotal\w*|\bin all\b|\baltogether\b|\bsum\b|\badd(?:s|ed)? up\b|=|\btogether\b|\bemploy\w*|"
    r"\bworkforce\b|\bheadcount\b|\bof whom\b|\bmade up\b|\bcomprises?\b|\bof\b|:", re.I,
)  # fmt: skip


def with_sums(sentence: Sentence, decisions: list[Decision], facts: Facts) -> list[Decision]:
    """The decisions; a count that breaks a sum is named as such."""
    counts = [d for d in decisions if d.reading.quantity.unit == "count"
              and not d.reading.quantity.parts]  # fmt: skip
    if len(counts) != 4 or not _WHOLE.search(sentence.text):
        return [_of_some(sentence, d, facts) for d in decisions]
    total = max(counts, key=lambda d: d.reading.quantity.value)
    parts = [d for d in counts if d is not total]
    if not _are_parts(sentence, [d.reading.quantity for d in parts]):
        return decisions
    added = sum(d.reading.quantity.value for d in parts)
    printed = total.reading.quantity.value
    if added == printed:
        return [_as_part(d, facts, counts) for d in decisions]
    why = f"The parts add up to {added:,.0f}, not to {printed:,.0f}."
    wrong = [d for d in counts if not _is_known(d, facts)]
    blamed = wrong if len(wrong) == 1 else [total]
    made = []
    for decision in decisions:
        if decision in blamed:
            expected = _expected(decision, total, parts)
            decision = replace(
                decision,
                verdict=Verdict.CONTRADICTS,
                fault=Fault.WRONG_SUM,
                why=why,
                expected=expected,
                indicator=_indicator(decision),
            )
        elif decision in counts:
            decision = _as_part(decision, facts, counts)
        made.append(decision)
    return made


def _expected(decision: Decision, total: Decision, parts: list[Decision]) -> str:
    others = sum(d.reading.quantity.value for d in parts if d is not decision)
    if decision is total:
        return f"{others:,.0f}"
    return f"{total.reading.quantity.value - others:,.0f}"


def _are_parts(sentence: Sentence, quantities: list[Quantity]) -> bool:
    named = [m for m in sentence.groups if m.value in PARTS]
    groups = attach(sentence.text, quantities, named)
    if {choices[0][0] for choices in groups if choices} == PARTS:
        return True
    scopes = attach(sentence.text, quantities, sentence.scopes)
    return {choices[0][0].split("_consultant")[0] for choices in scopes if choices} == STAFF_GROUPS


def _indicator(decision: Decision) -> int:
    return decision.indicator or (decision.reading.clause.indicators or (1,))[0]


def _known_counts(decision: Decision, facts: Facts) -> set[float]:
    indicators = decision.reading.clause.indicators or (1,)
    return {
        fact.value for indicator in indicators for fact in facts.every(indicator)
        if fact.kind == COUNT and fact.year == facts.year
    }  # fmt: skip


def _is_known(decision: Decision, facts: Facts) -> bool:
    return decision.reading.quantity.value in _known_counts(decision, facts)


def _as_part(decision: Decision, facts: Facts, counts: list[Decision]) -> Decision:
    """A count of a sum that adds up, and is known, is right, whatever stands nearest to it."""
    if decision in counts and decision.verdict is not Verdict.AGREES and _is_known(decision, facts):
        return replace(decision, verdict=Verdict.AGREES, fault=None,
                       why="It is this year's figure, as printed.",
                       expected=f"{decision.reading.quantity.value:,.0f}",
                       indicator=_indicator(decision))  # fmt: skip
    return decision


def _of_some(sentence: Sentence, decision: Decision, facts: Facts) -> Decision:
    """A total that leaves one of its parts out."""
    quantity = decision.reading.quantity
    told = _IN_ALL.search(sentence.text)
    if quantity.unit != "count" or decision.verdict is Verdict.AGREES or not told:
        return decision
    if decision.reading.groups[:1] != ("total",) and len({m.value for m in sentence.groups}) > 1:
        return decision
    for indicator in decision.reading.clause.indicators:
        stages = (
            EVENTS[indicator] if indicator in RATIOS else ("workforce",) if indicator == 1 else ()
        )
        for of in stages:
            values = [facts.one(indicator, COUNT, group, of) for group in sorted(PARTS)]
            total = facts.one(indicator, COUNT, "total", of)
            if total is None or any(value is None for value in values):
                continue
            for left_out in values:
                if left_out and left_out.value and quantity.value == total.value - left_out.value:
                    why = "It leaves out one of the groups that make up the total."
                    return replace(
                        decision,
                        verdict=Verdict.CONTRADICTS,
                        fault=Fault.WRONG_SUM,
                        why=why,
                        expected=f"{total.value:,.0f}",
                        indicator=indicator,
                    )
    return decision
