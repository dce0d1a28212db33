"""Parts and totals in one sentence: where the parts do not add up, that is the fault."""

from __future__ import annotations

from dataclasses import replace

from wres_report.claims.claim import Claim, Fault, Finding, Kind, Verdict

# A total, and the parts that make it up.
WHOLES = (
    ("workforce.total", ("workforce.white", "workforce.bme", "workforce.unknown")),
    *(
        (f"i2.{stage}_total", tuple(f"i2.{stage}_{group}" for group in ("white", "bme", "unknown")))
        for stage in ("shortlisted", "appointed")
    ),
    ("workforce.bme", ("i1.non_clinical_bme", "i1.clinical_bme", "i1.medical_bme")),
)


def with_sums(judged: list[tuple[Claim, Finding]]) -> list[Finding]:
    """The findings, those of counts that break a sum named as such."""
    findings = []
    for claim, finding in judged:
        if finding.verdict is not Verdict.AGREES and claim.kind is Kind.VALUE:
            finding = _named(claim, finding, [c for c, _ in judged if c.passage is claim.passage])
        findings.append(finding)
    return findings


def _named(claim: Claim, finding: Finding, together: list[Claim]) -> Finding:
    if not finding.expected:
        return finding
    printed = {c.key: c.number.value for c in together if c.kind is Kind.VALUE and c.number}
    for total, parts in WHOLES:
        if claim.key not in (total, *parts) or not {total, *parts} <= set(printed):
            continue
        added = sum(printed[part] for part in parts)
        if added != printed[total]:
            why = f"The parts add up to {added:,.0f}, not to {printed[total]:,.0f}."
            return replace(finding, verdict=Verdict.CONTRADICTS, fault=Fault.WRONG_SUM, why=why)
    return finding
