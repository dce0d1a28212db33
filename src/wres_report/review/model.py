"""What became of each comment and each change of a reviewed file."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """What is to be done about a comment or a change."""

    PROPOSED = "proposed"  # can be written into its source
    APPLIED = "applied"  # has been
    REMOVAL = "removal"  # a row that is to go: taken out only where that is asked for
    REFUSED = "refused"  # must not be written: a figure or a generated sentence
    LEFT = "left"  # a person has to write it
    NOTED = "noted"  # a comment, or a change of looks


@dataclass(frozen=True)
class Place:
    """Where the words come from. file: with its line, or its row and column. key: of a figure or a
    part of the report. near: the words or the heading that a person finds it by."""

    file: str = ""
    line: int = 0
    row: int = 0
    column: str = ""
    key: str = ""
    near: str = ""

    def __str__(self) -> str:
        if self.file:
            line = f", line {self.line}" if self.line else ""
            row = f", row {self.row}" if self.row else ""
            return f"{self.file}{line}{row}{f', column {self.column}' if self.column else ''}"
        return f"generated ({self.key})" if self.key else "no place of its own"

    def as_dict(self) -> dict[str, Any]:
        told = {"file": self.file, "line": self.line, "row": self.row, "column": self.column,
                "key": self.key, "near": self.near}  # fmt: skip
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Reply:
    """An answer to a comment."""

    author: str
    date: str
    text: str


@dataclass(frozen=True)
class Finding:
    """One comment or change, with its place and what became of it.

    kind: ``comment``, ``insertion``, ``deletion``, ``replacement``, ``move`` or ``format``.
    tracked: whether the program recorded it; a change that was not is known by comparison, and has
    no author. old, new: the words before and after; of a comment the words it is about, and its
    own. reason: why it was not written.
    """

    kind: str
    place: Place
    state: State
    old: str = ""
    new: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    tracked: bool = True
    reason: str = ""
    resolved: bool = False
    replies: tuple[Reply, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {
            "kind": self.kind,
            "state": str(self.state),
            "place": self.place.as_dict(),
            "authors": list(self.authors),
            "date": self.date,
        }
        if self.kind == "comment":
            replies = [vars(reply) for reply in self.replies]
            told |= {"about": self.old, "text": self.new, "resolved": self.resolved,
                     "replies": replies}  # fmt: skip
        else:
            told |= {"tracked": self.tracked, "old": self.old, "new": self.new}
        return told | ({"reason": self.reason} if self.reason else {})


@dataclass(frozen=True)
class FileChange:
    """A file of the trust-year whose text is to become another. path: from the workspace."""

    path: str
    old: str
    new: str


@dataclass(frozen=True)
class BookChange:
    """A workbook of the trust-year that is to become another. path: from the workspace. lines:
    what is changed, in words."""

    path: str
    old: bytes
    new: bytes
    lines: tuple[str, ...]


@dataclass
class Review:
    """All that a reviewed file holds beside the report. remarks: on the file as a whole."""

    trust_year: str
    document: str
    findings: list[Finding] = field(default_factory=list)
    files: list[FileChange] = field(default_factory=list)
    books: list[BookChange] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def of(self, state: State) -> list[Finding]:
        return [finding for finding in self.findings if finding.state is state]
