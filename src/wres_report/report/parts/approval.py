"""The box on the first page of a report that was approved: whether this is that version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wres_report.markdown import escape
from wres_report.words import agreeing, counted, day_in_words


@dataclass(frozen=True)
class Approved:
    """by: who approved. on: the day. note: what the trust adds, if anything."""

    by: str
    on: date
    note: str = ""

    @property
    def words(self) -> str:
        """“the Board on 28 July 2021”; the day is said once."""
        day = day_in_words(self.on)
        return self.by if day in self.by else f"{self.by} on {day}"


@dataclass(frozen=True)
class Since:
    """How much differs from the approved version: numbers of things, and the headline ones told.

    rest: definitions, benchmarks and settings. headlines: a sentence each, without a full stop.
    """

    verdicts: int = 0
    figures: int = 0
    sections: int = 0
    actions: int = 0
    rest: int = 0
    headlines: Sequence[str] = ()

    @property
    def total(self) -> int:
        return self.verdicts + self.figures + self.sections + self.actions + self.rest


def approval_part(approved: Approved, since: Since) -> str:
    """The box as Markdown: that this is the approved version, or what differs from it."""
    note = f" {escape(approved.note)}" if approved.note else ""
    if not since.total:
        return _box("note", "Approved", [
            f"This is the version approved by {escape(approved.words)}.{note}",
        ])  # fmt: skip
    verb = agreeing(since.total, "differs", "differ")
    lines = [
        f"Approved by {escape(approved.words)}.{note} Since then: {_counts(since)} {verb}.",
    ]
    if since.headlines:
        lines += ["", *(f"- {escape(headline)}." for headline in since.headlines)]
    return _box("important", "Changed since it was approved", lines)


def _counts(since: Since) -> str:
    """“2 figures, 1 section and 3 actions”."""
    told = [
        counted(number, noun)
        for number, noun in (
            (since.verdicts, "verdict"), (since.figures, "figure"),
            (since.sections, "section"), (since.actions, "action"),
        )
        if number
    ]  # fmt: skip
    if since.rest:
        told.append("1 definition, benchmark or setting" if since.rest == 1 else
                    f"{since.rest:,} definitions, benchmarks or settings")  # fmt: skip
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def _box(kind: str, title: str, lines: Sequence[str]) -> str:
    return "\n".join([f'::: {{.callout-{kind} title="{title}"}}', *lines, ":::", ""])
