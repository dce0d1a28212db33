"""Comments with their places and answers."""

from __future__ import annotations

from collections.abc import Mapping

from wres_report.review.flow import Comment, Flow
from wres_report.review.model import Finding, Reply, State
from wres_report.review.placing import Placing

NOWHERE = "Its mark stands in nothing that the report printed."


def comment_findings(placing: Placing) -> list[Finding]:
    """Each comment that starts a thread, with its answers; none is left out."""
    reviewed = placing.reviewed
    known = {comment.id: comment for comment in reviewed.comments}
    found = []
    for comment in reviewed.comments:
        if comment.parent in known and comment.parent != comment.id:
            continue
        replies = tuple(
            Reply(other.author, other.date, other.text)
            for other in reviewed.comments
            if _thread(other, known) == comment.id and other.id != comment.id
        )
        about = _about(reviewed, comment)
        place = placing.place(comment.ranges, about)
        found.append(Finding(
            "comment", place, State.NOTED, about, comment.text,
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
