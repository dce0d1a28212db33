"""The settings of a trust's reports: ``params/<code>/<year>.yaml``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from wres_report.demo.country import Subject, Trust
from wres_report.demo.words import library

# Of a kind of report: how often a trust has it, and the layouts of plans that suit it.
KINDS = {
    "full": (0.58, ("usual", "by_indicator", "with_values")),
    "action-plan": (0.16, ("by_indicator", "by_theme")),
    "action-plan with preface": (0.14, ("priorities",)),
    "appendix": (0.12, ("with_values", "by_indicator")),
}
TERMS = {"BME": 0.5, "ethnic minority": 0.2, "BAME": 0.15, "global majority": 0.15}
UNKNOWN_LABELS = ("Not stated", "Not stated", "Prefer not to say", "Unknown")


@lru_cache(maxsize=8)
def _choices(trust: Trust) -> dict[str, str]:
    draw = trust.draws(Subject.SETTINGS)
    kind = str(draw.choice(list(KINDS), p=[weight for weight, _ in KINDS.values()]))
    return {
        "kind": kind,
        "style": str(draw.choice(KINDS[kind][1])),
        "term": str(draw.choice(list(TERMS), p=list(TERMS.values()))),
        "unknown_label": str(draw.choice(UNKNOWN_LABELS)),
        "state": str(draw.choice(["draft", "approved", "published", "published"])),
        "month": str(draw.choice(["July", "August", "September", "October"])),
        "disclosure": str(draw.choice(["usual", "stricter", "off"], p=[0.85, 0.12, 0.03])),
    }


def kind_of(trust: Trust) -> str:
    """The kind of the trust's reports, as the settings name it."""
    return _choices(trust)["kind"]


def style_of(trust: Trust) -> str:
    """The layout of its plans, by its name in the library."""
    return _choices(trust)["style"]


def is_stricter(trust: Trust) -> bool:
    """Whether it withholds more small numbers than is usual, and with them at times a total."""
    return _choices(trust)["disclosure"] == "stricter"


def states_of(trust: Trust) -> Any:
    """Its words for the states of an action: ``done``, ``going``, ``behind``, ``not_begun``."""
    return library("layouts")[style_of(trust)]["states"]


def action_year(year: int) -> str:
    """The financial year of the plan that a report on a WRES year has: ``2021-22``."""
    return f"{year}-{(year + 1) % 100:02d}"


def settings_text(trust: Trust, year: int) -> str:
    """The settings file of one report."""
    chosen = _choices(trust)
    lines = [
        f"# An invented trust of {trust.region.name} that provides {trust.kind.name}.",
        f"name: {trust.name}",
        f"kind: {chosen['kind']}",
        f"term: {chosen['term']}",
        f"unknown_label: {chosen['unknown_label']}",
        "synthetic: true",
        f"state: {chosen['state']}",
    ]
    if chosen["state"] == "published":
        lines.append(f"published: {chosen['month']} {year}")
    lines += [f"as_at: {year}-07-31", f'action_year: "{action_year(year)}"']
    lines += {
        "usual": [],
        "stricter": ["disclosure:", "  minimum_count: 10", "  minimum_responses: 20"],
        "off": [
            "disclosure:",
            "  enabled: false",
            "  reason: The trust is invented, so withholding its counts would protect nobody.",
        ],
    }[chosen["disclosure"]]
    if chosen["kind"] == "appendix":
        lines += ["appendix:", "  label: A", "  of: the trust's annual workforce report"]
    layout: str = library("layouts")[chosen["style"]]["settings"]
    return "\n".join(lines) + "\n" + layout.format(year=year, last=year - 1)
