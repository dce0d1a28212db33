"""Compares two builds: every change, in the tier where a reviewer looks for it."""

from __future__ import annotations

from collections.abc import Iterator

from wres_report.diff.actions import action_changes
from wres_report.diff.basis import basis_changes
from wres_report.diff.figures import figure_changes
from wres_report.diff.model import Build, Change, Difference, Tier
from wres_report.diff.narrative import narrative_changes
from wres_report.faults import usage_fault


def compare(old: Build, new: Build) -> Difference:
    """All changes from the old build to the new one.

    Raises a usage fault where they are of two trusts or of two standards: their figures are no
    change.
    """
    if old.trust_year.code != new.trust_year.code:
        raise usage_fault(
            f"{old.name} and {new.name} are of two trusts, {old.trust_year.code} and "
            f"{new.trust_year.code}.",
            action="Name two builds of one trust. outputs/index.html sets trusts side by side.",
        )
    if old.trust_year.standard != new.trust_year.standard:
        raise usage_fault(
            f"{old.name} and {new.name} are of two standards, whose figures are not each other's.",
            action="Name two builds of one standard, such as RV9/2020/wdes and RV9/2021/wdes.",
        )
    tiers: dict[Tier, list[Change]] = {tier: [] for tier in Tier}
    for tier, change in figure_changes(old, new):
        tiers[tier].append(change)
    tiers[Tier.BASIS] += basis_changes(old, new)
    tiers[Tier.WORDS] += [*narrative_changes(old, new), *action_changes(old, new)]
    tiers[Tier.PICTURES] += _pictures(old, new)
    return Difference(old, new, tiers)


def _pictures(old: Build, new: Build) -> Iterator[Change]:
    """Pictures that differ in a single byte, told by their text alternatives."""
    for key in sorted({*old.pictures, *new.pictures}):
        was, now = old.pictures.get(key), new.pictures.get(key)
        if was is None or now is None or was.sha256 != now.sha256:
            yield Change(
                f"pictures/{key}", "picture", was.alt if was else None, now.alt if now else None,
                where="report/charts" if key.endswith(".png") else "notebooks",
            )  # fmt: skip
