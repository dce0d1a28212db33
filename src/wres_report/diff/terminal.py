"""A difference as lines for a terminal, in the order of its tiers."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.diff.model import KINDS, Change, Difference, Tier

NOTHING = "none"
LONGEST = 160
CHANCE = {True: "within chance", False: "beyond chance"}


def lines_of(difference: Difference) -> Iterator[str]:
    """The counts in the first line, then each tier with its changes."""
    old, new = difference.old, difference.new
    yield f"{old.name} → {new.name}  {difference.counts}"
    for tier in Tier:
        changes = difference.tiers[tier]
        yield ""
        yield f"{tier:d}. {tier.title}: {len(changes) or NOTHING}"
        two_years = old.trust_year != new.trust_year
        for change in changes:
            yield from _lines(change, tier, two_years=two_years)


def _lines(change: Change, tier: Tier, *, two_years: bool) -> Iterator[str]:
    yield f"  {change.key}  {told(change, tier, two_years=two_years)}"
    if change.where and tier is not Tier.NOISE:
        yield f"      {change.where}"


def told(change: Change, tier: Tier, *, two_years: bool) -> str:
    """A change in one line of words, without its key."""
    if tier is Tier.PICTURES:
        return KINDS[change.kind] + _one_sided(change)
    if change.stretches and change.change is not None:
        return f"{KINDS[change.kind]}: {cut(change.change)}"
    parts = [f"{cut(shown(change.old))} → {cut(shown(change.new))}"]
    if change.change is not None:
        parts.append(change.change)
    if change.kind == "figure" and two_years:
        parts.append(chance(change))
    if change.kind not in ("figure", "verdict"):
        parts.insert(0, f"{KINDS[change.kind]}:")
    return "  ".join(part for part in parts if part)


def chance(change: Change) -> str:
    """What chance has to do with a change of two years, in words."""
    if change.within_noise is None:
        return "" if change.change is None else "not weighed against chance"
    return CHANCE[change.within_noise]


def shown(text: str | None) -> str:
    """What one build has, or that it has none."""
    return "absent" if text is None else text or "empty"


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _one_sided(change: Change) -> str:
    if change.old is None:
        return ", only in the new"
    return ", only in the old" if change.new is None else " differs"
