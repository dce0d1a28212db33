"""Facts that a writer may work out of others: shares, sums over staff groups, gaps."""

from __future__ import annotations

from wres_report.claims.facts import (
    BENCHMARK,
    COUNT,
    EVENTS,
    GAP,
    GROUPS,
    RATE,
    SCORE,
    SHARE,
    TRUST,
    WITHIN,
    Fact,
    Facts,
)  # fmt: skip
from wres_report.claims.figures import RATIOS, SURVEY


def add_worked_out(facts: Facts) -> None:
    """What a writer may work out from the counts and rates."""
    for indicator, stages in EVENTS.items():
        for stage in stages:
            _add_shares(facts, indicator, stage)
    _add_unknown_of_before(facts)
    counted = {at[3] for at in facts.known if at[0] == 1 and at[1] == COUNT}
    for scope in sorted(_both_staff_groups(facts, counted) | counted | {"workforce"}):
        _add_shares(facts, 1, scope)
        _add_within(facts, scope)
    for year in sorted({at[4] for at in facts.known}):
        for indicator in SURVEY:
            _add_gap(facts, indicator, year)
        for indicator in RATIOS:
            _add_gap(facts, indicator, year)


def _add_unknown_of_before(facts: Facts) -> None:
    """How many of last year's workforce were of unknown ethnicity: what the others leave."""
    last = facts.year - 1
    total, white, bme = (facts.one(1, COUNT, g, "workforce", last)
                         for g in ("total", "white", "bme"))  # fmt: skip
    if total and white and bme and facts.one(1, COUNT, "unknown", "workforce", last) is None:
        facts.add(Fact(1, COUNT, "unknown", "workforce", last, TRUST, "count",
                       total.value - white.value - bme.value, "workforce.unknown"))  # fmt: skip


def _add_shares(facts: Facts, indicator: int, of: str) -> None:
    """Each group's share of a whole that is counted."""
    for year in (facts.year, facts.year - 1):
        counts = {g: facts.one(indicator, COUNT, g, of, year) for g in GROUPS}
        total = counts["total"]
        if total is None or not total.value:
            continue
        for group in ("white", "bme", "unknown"):
            part = counts[group]
            if part is not None and facts.one(indicator, SHARE, group, of, year) is None:
                facts.add(Fact(indicator, SHARE, group, of, year, TRUST, "percent",
                               100 * part.value / total.value, part.key))  # fmt: skip
            white, bme = counts["white"], counts["bme"]
            known = white.value + bme.value if white and bme else 0.0
            if part is not None and group != "unknown" and indicator != 1 and known:
                # Some leave those of unknown ethnicity out of the whole.
                facts.add(Fact(indicator, SHARE, group, of, year, TRUST, "percent",
                               100 * part.value / known, part.key))  # fmt: skip


def _add_within(facts: Facts, scope: str) -> None:
    """How many of all staff of a group work in a part of the trust, in per cent."""
    for group in ("white", "bme"):
        part, whole = facts.one(1, COUNT, group, scope), facts.one(1, COUNT, group, "workforce")
        known = facts.one(1, WITHIN, group, scope)
        if part and whole and whole.value and known is None and scope != "workforce":
            facts.add(Fact(1, WITHIN, group, scope, facts.year, TRUST, "percent",
                           100 * part.value / whole.value, part.key))  # fmt: skip


def _both_staff_groups(facts: Facts, counted: set[str]) -> set[str]:
    """Bands counted over clinical and non-clinical staff together; gives their names."""
    added = set()
    for scope in sorted(counted):
        if not scope.startswith("non_clinical_"):
            continue
        band = scope.removeprefix("non_clinical_")
        for group in GROUPS:
            parts = [facts.one(1, COUNT, group, f"{of}_{band}") for of in
                     ("clinical", "non_clinical")]  # fmt: skip
            if parts[0] and parts[1]:
                value = parts[0].value + parts[1].value
                facts.add(Fact(1, COUNT, group, band, facts.year, TRUST, "count", value,
                               f"i1.{band}_{group}"))  # fmt: skip
                added.add(band)
    return added


def _add_gap(facts: Facts, indicator: int, year: int) -> None:
    for source in (TRUST, BENCHMARK):
        rates = [facts.one(indicator, RATE, g, "", year, source) for g in ("bme", "white")]
        known = facts.one(indicator, GAP, "", "", year, source)
        if rates[0] and rates[1] and known is None:
            unit = SCORE if rates[0].unit == SCORE else "pp"
            facts.add(Fact(indicator, GAP, "", "", year, source, unit,
                           rates[0].value - rates[1].value, f"i{indicator}.gap"))  # fmt: skip
