"""A build read back, a change between two of them, and the tiers that changes stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from wres_report.faults import input_fault
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.codec import value_from_json
from wres_report.measures.value import Value
from wres_report.plans.model import Action
from wres_report.standard import Standard, load_standard
from wres_report.words import counted


@dataclass(frozen=True)
class Picture:
    """alt: its text alternative. content: the PNG file; None where only its hash was kept."""

    alt: str
    sha256: str
    content: bytes | None = None


@dataclass(frozen=True)
class Build:
    """A finished build as its outputs hold it, or as it was when it was pinned.

    name: what a person calls it, such as its folder. results, manifest: the files of that name.
    variables: printed text by Quarto name. narrative: the trust's own words by section, figures
    by the names of their variables. method: paragraphs of the method by what they define.
    plan, last_plan: actions as the workbook prints them. pictures: by label or file name.
    standards: the folder of a workspace's own, where it may be of one of these.
    """

    name: str
    trust_year: TrustYear
    results: Mapping[str, Any]
    manifest: Mapping[str, Any]
    variables: Mapping[str, str] = field(default_factory=dict)
    narrative: Mapping[str, str] = field(default_factory=dict)
    method: Mapping[str, str] = field(default_factory=dict)
    plan: tuple[Action, ...] = ()
    last_plan: tuple[Action, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    pinned: bool = False
    standards: Path | None = None

    @cached_property
    def values(self) -> dict[str, Value]:
        """Every figure by its key."""
        return {key: value_from_json(entry) for key, entry in self.results["values"].items()}

    @property
    def standard(self) -> Standard:
        """The standard that the trust-year is measured by; an input fault where it is not found."""
        try:
            return load_standard(self.trust_year.standard, self.standards)
        except LookupError:
            name = self.trust_year.standard
            raise input_fault(
                f"There is no standard “{name}” here.", self.name,
                f"Name the workspace that has standards/{name}/ with --project.",
            ) from None  # fmt: skip

    @property
    def about(self) -> Mapping[str, Any]:
        """What ``results.json`` says of the report: its name, kind, state and so on."""
        about: Mapping[str, Any] = self.results.get("report", {})
        return about


class Tier(IntEnum):
    """Where a change stands. A reviewer reads from the first and stops where it is enough."""

    HEADLINES = 1
    FIGURES = 2
    BASIS = 3
    WORDS = 4
    NOISE = 5
    PICTURES = 6

    @property
    def title(self) -> str:
        return TITLES[self]


TITLES = {
    Tier.HEADLINES: "Verdicts and headline figures",
    Tier.FIGURES: "Other figures",
    Tier.BASIS: "What the figures rest on",
    Tier.WORDS: "Words and actions",
    Tier.NOISE: "Figures within chance",
    Tier.PICTURES: "Pictures",
}
SHORT_TITLES = {
    Tier.HEADLINES: "headlines", Tier.FIGURES: "figures", Tier.BASIS: "basis",
    Tier.WORDS: "words and actions", Tier.NOISE: "within chance", Tier.PICTURES: "pictures",
}  # fmt: skip


class Part(IntEnum):
    """Where a stretch of words stands: in both texts, only in the old, only in the new."""

    BOTH = 0
    OLD = -1
    NEW = 1


Stretch = tuple[Part, str]


@dataclass(frozen=True)
class Change:
    """One thing that differs.

    key: what it is, such as ``i2.ratio``, ``narrative/foreword`` or ``actions/3.1/lead``. kind:
    one of ``KINDS``. old, new: as printed; None where that build has no such thing. change: by
    how much, with its unit, or a word diff; None where it cannot be told. within_noise: whether
    the interval of the change holds 0; None where chance has no meaning or cannot be weighed.
    where: the files to look into. stretches: the word diff of a text.
    """

    key: str
    kind: str
    old: str | None
    new: str | None
    change: str | None = None
    within_noise: bool | None = None
    where: str = ""
    stretches: tuple[Stretch, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "kind": self.kind,
            "old": self.old,
            "new": self.new,
            "change": self.change,
            "within_noise": self.within_noise,
            "where": self.where,
        }


# Every kind of change, in words.
KINDS = {
    "verdict": "verdict",
    "figure": "figure",
    "interval": "interval or number of people",
    "fact": "fact",
    "definition": "definition",
    "benchmark": "benchmark",
    "restated": "figure of an earlier year restated",
    "setting": "setting",
    "input": "input file",
    "program": "program",
    "section": "text reworded",
    "section_added": "text added",
    "section_removed": "text removed",
    "action_new": "action new",
    "action_closed": "action closed",
    "slipped": "action slipped",
    "brought_forward": "action brought forward",
    "timeframe": "timeframe of an action",
    "reworded": "action reworded",
    "reassigned": "lead of an action",
    "state": "state of an action",
    "detail": "detail of an action",
    "counts": "what the plan adds up to",
    "picture": "picture",
}


@dataclass(frozen=True)
class Difference:
    """All changes between two builds of one trust, by tier."""

    old: Build
    new: Build
    tiers: Mapping[Tier, Sequence[Change]]

    @property
    def total(self) -> int:
        return sum(map(len, self.tiers.values()))

    @property
    def counts(self) -> str:
        """“12 changes: headlines 2 · figures 4 · …”, in the order of the tiers."""
        told = (f"{SHORT_TITLES[tier]} {len(self.tiers[tier])}" for tier in Tier)
        return f"{counted(self.total, 'change')}: {' · '.join(told)}"

    def as_dict(self) -> dict[str, Any]:
        return {
            "old": _told(self.old),
            "new": _told(self.new),
            "tiers": [
                {
                    "tier": int(tier),
                    "title": tier.title,
                    "changes": [change.as_dict() for change in self.tiers[tier]],
                }
                for tier in Tier
            ],
        }


def _told(build: Build) -> dict[str, Any]:
    return {"build": build.name, "trust_year": str(build.trust_year), "pinned": build.pinned}
