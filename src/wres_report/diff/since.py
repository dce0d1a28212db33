"""What has changed since a build was approved, counted as a reader of the report counts."""

from __future__ import annotations

from wres_report.diff.model import Build, Change, Difference, Tier
from wres_report.report.parts.approval import Since
from wres_report.standard import read_key
from wres_report.words import capitalised

FIGURES = ("figure", "interval", "fact")
SECTIONS = ("section", "section_added", "section_removed")
REST = ("definition", "benchmark", "setting")
# They tell of the approval itself, and change because of it.
OF_THE_APPROVAL = ("settings/state", "settings/published")
ACTION_TABLES = ("actions", "progress")


def since_approval(difference: Difference) -> Since:
    """The changes of a build since the approved one of the same year.

    Counts of a plan are told as its actions, and what the program or its environment changed is
    not told unless a figure, a word or an action differs by it.
    """
    changes = [change for tier in Tier for change in difference.tiers[tier]]
    # One figure stands under several keys: by itself, by its year, and in its change.
    figures = {
        read_key(change.key).this_year
        for change in changes
        if change.kind in FIGURES and not change.key.startswith("plan.")
    }
    actions = {
        tuple(change.key.split("/")[:2])
        for change in changes
        if change.key.partition("/")[0] in ACTION_TABLES
    }
    return Since(
        verdicts=sum(change.kind == "verdict" for change in changes),
        figures=len(figures),
        sections=sum(change.kind in SECTIONS for change in changes),
        actions=len(actions),
        rest=sum(c.kind in REST and c.key not in OF_THE_APPROVAL for c in changes),
        headlines=[_told(change, difference.new) for change in difference.tiers[Tier.HEADLINES]],
    )


def _told(change: Change, build: Build) -> str:
    """“Indicator 2, appointment from shortlisting: 1.38, now 1.41”."""
    what = _of_what(change.key, build)
    if change.kind == "verdict":
        what += ", verdict"
    if change.kind == "interval":
        what += ", with its interval"
    return f"{what}: {change.old or 'absent'}, now {change.new or 'absent'}"


def _of_what(key: str, build: Build) -> str:
    """“Indicator 2, appointment from shortlisting”; the key itself where it is no indicator's."""
    indicator = build.standard.of_key(key)
    if indicator is None:
        return key
    term = str(build.about.get("term") or build.standard.groups.term)
    short = capitalised(indicator.short.replace("BME", term))
    noun = capitalised(build.standard.noun)
    return f"{noun} {indicator.label or indicator.number}, {short}"
