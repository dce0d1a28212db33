"""Comments with their places and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wres_report.review.flow import Comment, Flow, Paragraph
from wres_report.review.generated import generated_place
from wres_report.review.matching import Matched, Unit
from wres_report.review.model import Finding, Place, Reply, State
from wres_report.review.own_words import OwnText
from wres_report.review.plans import PlanReview

NOWHERE = "Its mark stands in nothing that the report printed."


def comment_findings(
    plans: PlanReview, reviewed: Flow, matched: Matched, own: Mapping[str, OwnText]
) -> list[Finding]:  # fmt: skip
    """Each comment that starts a thread, with its answers; none is left out."""
    known = {comment.id: comment for comment in reviewed.comments}
    units = {place: unit for unit in matched.units for place in unit.after}
    found = []
    for comment in reviewed.comments:
        if comment.parent in known and comment.parent != comment.id:
            continue
        replies = tuple(
            Reply(other.author, other.date, other.text)
            for other in reviewed.comments
            if _thread(other, known) == comment.id and other.id != comment.id
        )
        place = _place(plans, reviewed, matched, units, own, comment)
        found.append(Finding(
            "comment", place, State.NOTED, _about(reviewed, comment), comment.text,
            (comment.author,) if comment.author else (), comment.date,
            resolved=comment.resolved, replies=replies,
            reason="" if place.file or place.key else NOWHERE,
        ))  # fmt: skip
    return found


def _thread(comment: Comment, known: Mapping[str, Comment]) -> str:
    """The id of the comment that a thread starts with."""
    seen = set()
    while comment.parent in known and comment.id not in seen:
        seen.add(comment.id)
        comment = known[comment.parent]
    return comment.id


def _about(reviewed: Flow, comment: Comment) -> str:
    parts = (reviewed.paragraphs[n].whole[start:end] for n, start, end in comment.ranges
             if n < len(reviewed.paragraphs))  # fmt: skip
    return "\n".join(part for part in parts if part.strip())


def _place(
    plans: PlanReview, reviewed: Flow, matched: Matched, units: Mapping[int, Unit],
    own: Mapping[str, OwnText], comment: Comment,
) -> Place:  # fmt: skip
    report = plans.report
    ranges = [r for r in comment.ranges if r[0] < len(reviewed.paragraphs)]
    told = [r for r in ranges if r[0] in units and r[1] < r[2]] or [
        r for r in ranges if r[0] in units
    ]
    if not told:
        return Place(near=_about(reviewed, comment))
    paragraph, start, end = told[0]
    unit = units[paragraph]
    place = matched.of.get(paragraph, unit.before[0])
    first, last = (_before(reviewed.paragraphs[paragraph], at) for at in (start, end))
    figures = [
        key for s, e, key in report.figures(report.flow.paragraphs[place])
        if first < e and last > s
    ]  # fmt: skip
    if unit.section:
        text = own[unit.section]
        at = min(text.starts[place] + first, max(len(text.text) - 1, 0))
        key = figures[0] if len(figures) == 1 else ""
        return Place(text.path, text.known.line(at), key=key, near=_about(reviewed, comment))
    cell = plans.place_of(place)
    if cell is not None:
        return replace(cell, key=figures[0] if len(figures) == 1 else "")
    return generated_place(report, place, figures[0] if figures else "")


def _before(paragraph: Paragraph, at: int) -> int:
    """A place of the whole text in the text before tracked changes."""
    length = left = 0
    for piece in paragraph.pieces:
        part = min(len(piece.text), at - left)
        if piece.change is None or piece.change.takes:
            length += part
        left += part
        if left >= at:
            break
    return length
