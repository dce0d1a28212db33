"""Changes and comments as findings, and all of them as lines for a terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import Any

from wres_report.review.flow import LINE_BREAK
from wres_report.review.hunks import END, Hunk
from wres_report.review.model import Finding, Place, Review, State
from wres_report.words import counted

LONGEST = 160
HEADS = {
    State.APPLIED: "Written into the sources",
    State.PROPOSED: "Proposed (wres review … --apply writes them)",
    State.REMOVAL: "Rows to be taken out (wres review … --apply --remove-rows does it)",
    State.REFUSED: "Refused: figures and generated sentences follow from the data",
    State.LEFT: "Left to you: these could not be written by themselves",
    State.NOTED: "Comments",
}


def finding_of(hunk: Hunk, place: Place, state: State, reason: str = "") -> Finding:
    """A change as a finding."""
    return Finding(
        hunk.kind, place, state, hunk.old, hunk.new, hunk.authors, hunk.date,
        tracked=not hunk.silent, reason=reason,
    )  # fmt: skip


def as_dict(review: Review, *, applied: bool) -> dict[str, Any]:
    """All of a review as JSON has it."""
    return {
        "trust_year": review.trust_year,
        "document": review.document,
        "applied": applied,
        "findings": [finding.as_dict() for finding in review.findings],
        "patch": patch(review),
        "remarks": review.remarks,
    }


def patch(review: Review) -> str:
    """What is to be changed in the files of the trust-year, as a unified diff; of a workbook, each
    cell with its old and its new words."""
    lines: list[str] = []
    for change in review.files:
        lines += unified_diff(
            change.old.splitlines(keepends=True), change.new.splitlines(keepends=True),
            f"a/{change.path}", f"b/{change.path}",
        )  # fmt: skip
    for book in review.books:
        lines += [f"{book.path}\n", *(f"  {line}\n" for line in book.lines)]
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def lines_of(review: Review) -> Iterator[str]:
    """All of a review for a terminal; what a person has to do comes last."""
    comments = sum(finding.kind == "comment" for finding in review.findings)
    told = f"{counted(comments, 'comment')}, {counted(len(review.findings) - comments, 'change')}"
    yield f"{review.document} against {review.trust_year}: {told}."
    for remark in review.remarks:
        yield f"  {remark}"
    order = (
        State.NOTED, State.APPLIED, State.PROPOSED, State.REMOVAL, State.REFUSED, State.LEFT,
    )  # fmt: skip
    for state in order:
        found = review.of(state)
        if not found:
            continue
        yield ""
        yield f"{HEADS[state]}: {len(found)}"
        for alike in _alike(found):
            yield from _told(alike)
    shown = patch(review)
    if shown and review.of(State.PROPOSED):
        yield ""
        yield "The patch:"
        yield shown.rstrip("\n")


def _alike(found: Sequence[Finding]) -> list[list[Finding]]:
    """The findings, those together that would be told in the same words; comments never are."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(found):
        one = number if finding.kind == "comment" else None
        told = (one, str(finding.place), finding.kind, finding.old, finding.new, finding.authors,
                finding.date, finding.tracked, finding.reason)  # fmt: skip
        groups.setdefault(told, []).append(finding)
    return list(groups.values())


def _told(alike: Sequence[Finding]) -> Iterator[str]:
    finding, times = alike[0], f", {len(alike)} times" if len(alike) > 1 else ""
    by = ", ".join(finding.authors) or ("untracked" if not finding.tracked else "no author")
    when = f" {finding.date[:10]}" if finding.date else ""
    yield f"  {finding.place}{times}"
    if finding.kind == "comment":
        state = " (resolved)" if finding.resolved else ""
        yield f"    {by}{when}{state}, on “{_short(finding.old)}”: {_short(finding.new)}"
        for reply in finding.replies:
            yield f"      {reply.author} {reply.date[:10]}: {_short(reply.text)}"
    else:
        yield f"    {finding.kind}, {by}{when}: {_change(finding)}"
    if finding.reason:
        yield f"    {finding.reason}"


def _change(finding: Finding) -> str:
    if finding.old and finding.new:
        return f"“{_short(finding.old)}” → “{_short(finding.new)}”"
    if finding.new:
        return f"+ “{_short(finding.new)}”"
    return f"− “{_short(finding.old)}”" if finding.old else "looks only"


def _short(text: str) -> str:
    shown = " ".join(text.replace(END, " ¶ ").replace(LINE_BREAK, " ").split())
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}…"
