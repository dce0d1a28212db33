"""The marks of a Word file that span its text: bookmarks, comments and the two ends of moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wres_report.documents.word.names import W
from wres_report.review.flow import Comment, Flow, Paragraph

MOVES = {W + "moveFromRangeStart", W + "moveToRangeStart"}


class Marks:
    """The marks that are open while a file is read.

    waiting: names of bookmarks that begin between paragraphs, for the next one. move: the name of
    the move that is open; empty where none is.
    """

    def __init__(self, flow: Flow, comments: Mapping[str, Comment]) -> None:
        self.flow, self.comments = flow, comments
        self.waiting: list[str] = []
        self.move = ""
        self._comments: dict[str, tuple[int, int]] = {}
        self._bookmarks: dict[str, tuple[str, int, int]] = {}

    def take(self, child: Any, paragraph: Paragraph | None, length: int) -> bool:
        """Take the start or the end of a bookmark, a comment or a move; whether it is one.

        paragraph: that it stands in, of which ``length`` letters have been read; None between
        paragraphs.
        """
        tag, identifier = child.tag, child.get(W + "id", "")
        here = (len(self.flow.paragraphs), length)
        if tag == W + "bookmarkStart":
            name = child.get(W + "name", "")
            (self.waiting if paragraph is None else paragraph.anchors).append(name)
            self._bookmarks[identifier] = (name, *here)
        elif tag == W + "bookmarkEnd":
            name, number, start = self._bookmarks.pop(identifier, ("", -1, 0))
            if number == here[0] and paragraph is not None:
                paragraph.ranges.append((name, start, length))
        elif tag == W + "commentRangeStart":
            self._comments[identifier] = here
        elif tag == W + "commentRangeEnd":
            self._end_comment(identifier, None if paragraph is None else length)
        elif tag in MOVES:
            self.move = child.get(W + "name", "")
        elif tag in (W + "moveFromRangeEnd", W + "moveToRangeEnd"):
            self.move = ""
        else:
            return False
        return True

    def refer(self, identifier: str, length: int) -> None:
        """A comment without a range is about the place of its mark."""
        comment = self.comments.get(identifier)
        if comment is not None and not comment.ranges:
            comment.ranges.append((len(self.flow.paragraphs), length, length))

    def _end_comment(self, identifier: str, length: int | None) -> None:
        comment = self.comments.get(identifier)
        first, start = self._comments.pop(identifier, (-1, 0))
        if comment is None or first < 0:
            return
        paragraphs = self.flow.paragraphs
        last = len(paragraphs) - (1 if length is None else 0)
        for place in range(first, last + 1):
            end = length if place == len(paragraphs) else len(paragraphs[place].whole)
            comment.ranges.append((place, start if place == first else 0, end or 0))
