"""The comments of a Word file with their authors, replies and states."""

from __future__ import annotations

from typing import Any

from wres_report.documents.word.names import W
from wres_report.documents.word.package import WordPackage
from wres_report.review.flow import Comment

PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
MORE = "{http://schemas.microsoft.com/office/word/2012/wordml}"


def comments_of(package: WordPackage) -> dict[str, Comment]:
    """The comments by their id, in the order of the file; without the places they are about."""
    root = package.part("comments")
    if root is None:
        return {}
    comments: dict[str, Comment] = {}
    ids: dict[str, str] = {}  # by the id of any of their paragraphs
    for element in root.iter(W + "comment"):
        id = element.get(W + "id", "")
        paragraphs = list(element.iter(W + "p"))
        text = "\n".join(_text(paragraph) for paragraph in paragraphs).strip()
        comments[id] = Comment(id, element.get(W + "author", ""), element.get(W + "date", ""), text)
        ids |= {p.get(PARAGRAPH, ""): id for p in paragraphs}
    ids.pop("", None)
    extended = package.part("commentsExtended")
    for entry in () if extended is None else extended.iter(MORE + "commentEx"):
        comment = comments.get(ids.get(entry.get(MORE + "paraId", ""), ""))
        if comment is None:
            continue
        comment.resolved = _is_done(entry.get(MORE + "done"))
        comment.parent = ids.get(entry.get(MORE + "paraIdParent", ""), "")
    return comments


def _is_done(written: str | None) -> bool:
    return (written or "").lower() in ("1", "true", "on")


def _text(paragraph: Any) -> str:
    parts = []
    for part in paragraph.iter(W + "t", W + "br", W + "tab"):
        parts.append(part.text or "" if part.tag == W + "t" else " ")
    return "".join(parts)
