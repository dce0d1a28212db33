"""Makes findings of claims: the printed words, the figure beside them, and why."""

from __future__ import annotations

from wres_report.claims.claim import Claim, Fault, Finding, Kind, Verdict
from wres_report.claims.figures import Figure
from wres_report.documents.passages import Passage
from wres_report.measures.value import DECIMALS, Unit

Known = Figure | str | None


def agrees(claim: Claim, known: Known, why: str) -> Finding:
    """The claim says what the figures say."""
    return _finding(claim, Verdict.AGREES, known, why)


def contradicts(claim: Claim, known: Known, fault: Fault, why: str) -> Finding:
    """The claim says something else than the figures."""
    return _finding(claim, Verdict.CONTRADICTS, known, why, fault)


def open_(claim: Claim, why: str, known: Known = None) -> Finding:
    """The claim can be neither upheld nor refuted."""
    return _finding(claim, Verdict.CANNOT_TELL, known, why)


def held(
    passage: Passage, indicator: int, said: str, expected: str, why: str, *, right: bool,
    fault: Fault, start: int,
) -> Finding:  # fmt: skip
    """A finding on words that carry no number. fault: what is wrong with them where not right."""
    verdict = Verdict.AGREES if right else Verdict.CONTRADICTS
    return Finding(passage, indicator, verdict, said.strip(), expected, why,
                   None if right else fault, start)  # fmt: skip


def _finding(
    claim: Claim, verdict: Verdict, known: Known, why: str, fault: Fault | None = None
) -> Finding:
    number = claim.number
    found = claim.said if number is None else number.printed
    start = claim.offset + number.start if number is not None else 0
    return Finding(claim.passage, claim.indicator, verdict, found, shown(claim, known), why, fault,
                   start)  # fmt: skip


def shown(claim: Claim, known: Known) -> str:
    """A figure with as many decimals as the claim prints, at least those of its unit."""
    if known is None or isinstance(known, str):
        return known or ""
    least = DECIMALS[Unit(known.unit)]
    printed = claim.number.decimals if claim.number is not None else 0
    if claim.kind in (Kind.LIKELIHOOD, Kind.TREND):
        printed = least
    return known.written(max(least, min(printed, 3)))
