"""Builds to compare, made in a moment, without any file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from wres_report.diff.compare import compare
from wres_report.diff.model import Build, Change, Picture, Tier
from wres_report.inputs.trust_year import TrustYear
from wres_report.measures.codec import value_as_json
from wres_report.measures.value import Unit, Value
from wres_report.plans.model import Action

RATIO = Value(1.5, Unit.RATIO, low=1.2, high=1.9, n=900, source=("data/ZZX/2021/recruitment.csv",))
WORSE = {"code": "worse", "shape": "▲", "words": "worse for BME staff", "adverse": True}


def a_build(
    year: int = 2021,
    *,
    code: str = "ZZX",
    values: Mapping[str, Value] | None = None,
    verdicts: Mapping[str, Any] | None = None,
    about: Mapping[str, Any] | None = None,
    manifest: Mapping[str, Any] | None = None,
    **more: Any,
) -> Build:
    """A build of one trust; whatever is not said is the same in each."""
    report = {
        "name": "A Trust", "kind": "full", "term": "BME", "state": "draft", "published": "",
        "synthetic": True, "action_year": f"{year}-{year - 1999}",
    }  # fmt: skip
    results = {
        "trust": code,
        "year": year,
        "report": report | dict(about or {}),
        "values": {key: value_as_json(value) for key, value in (values or {}).items()},
        "verdicts": dict(verdicts or {}),
    }
    return Build(f"outputs/{code}/{year}", TrustYear(code, year), results, manifest or {}, **more)


def ratio(number: float, low: float | None = None, high: float | None = None, **more: Any) -> Value:
    return Value(number, Unit.RATIO, low=low, high=high, n=900, **more)


def percent(number: float, half: float | None = None, **more: Any) -> Value:
    """A percentage, with an interval of so much to either side."""
    ends = {} if half is None else {"low": number - half, "high": number + half}
    return Value(number, Unit.PERCENT, n=400, **ends, **more)


def an_action(id: str = "1.1", **more: Any) -> Action:
    words = {"indicators": "2", "action": "Train a second panel member for each interview",
             "lead": ("Head of Resourcing",), "timeframe": "31 December 2021"}  # fmt: skip
    return Action(id, **(words | more))


def a_picture(content: bytes = b"a picture", alt: str = "A chart") -> Picture:
    return Picture(alt, hashlib.sha256(content).hexdigest(), content)


def changes(old: Build, new: Build) -> dict[str, tuple[Tier, Change]]:
    """Every change by its key, with its tier."""
    tiers = compare(old, new).tiers
    return {change.key: (tier, change) for tier in Tier for change in tiers[tier]}


def the_change(old: Build, new: Build) -> tuple[Tier, Change]:
    """The one change between two builds."""
    (found,) = changes(old, new).values()
    return found
