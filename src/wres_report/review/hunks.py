"""What was changed in a text: tracked changes and silent ones, in places of the text as it was.

A silent change is one that nobody tracked: the file's text before its tracked changes is no longer
that of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from wres_report.review.flow import Change, Piece

SILENT = Change("silent", "", "")
# A figure is one word, with its point, its sign and its unit.
WORD = re.compile(r"[+\-−]?\d+(?:[.,]\d+)*%?|\w+(?:['’\-]\w+)*|.", re.DOTALL)
DIGIT = re.compile(r"\d")
END = "\n"  # of a paragraph
# Programs write the one or the other by themselves.
QUOTES = str.maketrans({"’": "'", "‘": "'", "‚": "'", "“": '"', "”": '"', "„": '"'})


@dataclass(frozen=True)
class Hunk:
    """One change: ``old``, which stood from ``start`` to before ``end``, is now ``new``.

    changes: the tracked changes that make it up; ``SILENT`` where nobody tracked it. listed:
    for each paragraph end in ``new`` whether what follows is an item of a list. sentences: whether
    it is part of a change of whole sentences.
    """

    start: int
    end: int
    old: str
    new: str
    changes: tuple[Change, ...]
    listed: tuple[bool, ...] = ()
    sentences: bool = False

    @property
    def kind(self) -> str:
        kinds = {change.kind for change in self.changes}
        if kinds & {"moved here", "moved away"}:
            return "move"
        if not self.old:
            return "insertion"
        return "replacement" if self.new else "deletion"

    @property
    def silent(self) -> bool:
        return SILENT in self.changes

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.author for c in self.changes if c.author))

    @property
    def date(self) -> str:
        return max((change.date for change in self.changes), default="")


@dataclass(frozen=True)
class _Event:
    """kind: ``=`` kept, ``-`` gone, ``+`` new. place: in the text as it was."""

    kind: str
    place: int
    text: str
    change: Change
    listed: bool = False


@dataclass
class _Open:
    events: list[_Event] = field(default_factory=list)

    def hunk(self) -> Hunk:
        gone = [e for e in self.events if e.kind == "-"]
        new = [e for e in self.events if e.kind == "+"]
        first = (gone or self.events)[0].place
        old = "".join(e.text for e in gone)
        changes = tuple(dict.fromkeys(e.change for e in self.events))
        listed = tuple(e.listed for e in new if e.text == END)
        return Hunk(first, first + len(old), old, "".join(e.text for e in new), changes, listed)


def hunks_of(before: str, pieces: Sequence[Piece], listed: Iterable[bool] = ()) -> list[Hunk]:
    """The changes that make ``before`` what the pieces are when all is accepted.

    before: the text of the report. listed: for each piece that ends a paragraph, whether what
    follows it is an item of a list.
    """
    hunks, opened, moves = [], _Open(), False
    for event in _events(before, pieces, iter(listed)):
        # A move has nothing to do with another change beside it.
        ends = event.kind == "=" or event.change.moves != moves
        if opened.events and ends:
            hunks.append(opened.hunk())
            opened = _Open()
        if event.kind != "=":
            opened.events.append(event)
            moves = event.change.moves
    if opened.events:
        hunks.append(opened.hunk())
    return [part for hunk in hunks for part in refined(hunk) if not _of_quotes(part)]


def _of_quotes(hunk: Hunk) -> bool:
    """Whether nothing but the kind of quotation marks differs, and nobody tracked it."""
    return hunk.silent and hunk.old.translate(QUOTES) == hunk.new.translate(QUOTES)


def _events(before: str, pieces: Sequence[Piece], listed: Iterator[bool]) -> Iterator[_Event]:
    original = "".join(p.text for p in pieces if p.change is None or p.change.takes)
    steps = _Steps(before, original)
    for piece in pieces:
        follows_item = piece.text == END and next(listed, False)
        if piece.change is not None and piece.change.kind == "withdrawn":
            continue
        if piece.change is not None and piece.change.adds:
            yield _Event("+", steps.place, piece.text, piece.change, follows_item)
        else:
            yield from steps.taken(piece, follows_item)
    yield from steps.rest()


class _Steps:
    """Walks through the text before tracked changes, beside that of the report."""

    def __init__(self, before: str, original: str) -> None:
        self.before, self.place, self.at = before, 0, 0
        self.steps = list(_silent(before, original))

    def taken(self, piece: Piece, listed: bool) -> Iterator[_Event]:
        left = piece.text
        while left:
            kind, text = self.steps[0]
            if kind == "-":
                self.steps.pop(0)
                yield _Event("-", self.place, text, SILENT)
                self.place += len(text)
                continue
            part = text[: len(left)]
            left = left[len(part) :]
            if part == text:
                self.steps.pop(0)
            else:
                self.steps[0] = (kind, text[len(part) :])
            if kind == "=":
                gone = piece.change is not None
                yield _Event("-" if gone else "=", self.place, part, piece.change or SILENT)
                self.place += len(part)
            elif piece.change is None:
                yield _Event("+", self.place, part, SILENT, listed)

    def rest(self) -> Iterator[_Event]:
        for _, text in self.steps:
            yield _Event("-", self.place, text, SILENT)
            self.place += len(text)


def _silent(before: str, original: str) -> Iterator[tuple[str, str]]:
    """``=``, ``-`` and ``+`` with the text of each, word by word."""
    if before == original:
        if before:
            yield "=", before
        return
    old, new = WORD.findall(before), WORD.findall(original)
    for kind, a, b, c, d in _phrases(old, new):
        if kind == "equal":
            yield "=", "".join(old[a:b])
        else:
            for token in (*(("-", t) for t in old[a:b]), *(("+", t) for t in new[c:d])):
                if token[1]:
                    yield token


def _phrases(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps from one text to the other; words that were replaced side by side are one step.

    A figure stays a step of its own: it may be refused where the word beside it is not.
    """
    steps: list[tuple[str, int, int, int, int]] = []
    for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        kind, _, end, _, last = step
        if kind == "replace" and len(steps) > 1:
            (before, a, _, c, _), (_, e, f, _, _) = steps[-2:]
            blank = "".join(old[e:f])
            words = "".join((*old[a:end], *new[c:last]))
            joined = before == "replace" and blank.isspace() and END not in blank
            if joined and not DIGIT.search(words):
                steps[-2:] = [("replace", a, end, c, last)]
                continue
        steps.append(step)
    return steps


def refined(hunk: Hunk) -> list[Hunk]:
    """The hunk in its smallest parts: what someone deleted and wrote anew alike is no change."""
    if not hunk.old or not hunk.new:
        return [hunk]
    if hunk.kind == "move":
        # What went and what came have nothing to do with each other.
        gone = tuple(c for c in hunk.changes if not c.adds)
        come = tuple(c for c in hunk.changes if not c.takes)
        return [
            Hunk(hunk.start, hunk.end, hunk.old, "", gone),
            Hunk(hunk.end, hunk.end, "", hunk.new, come, hunk.listed),
        ]
    old, new = WORD.findall(hunk.old), WORD.findall(hunk.new)
    found, place, ends = [], hunk.start, 0
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        was, now = "".join(old[a:b]), "".join(new[c:d])
        count = now.count(END)
        if kind != "equal":
            listed = hunk.listed[ends : ends + count]
            found.append(Hunk(place, place + len(was), was, now, hunk.changes, listed))
        place, ends = place + len(was), ends + count
    kept = sum(len(t) for t in WORD.findall(hunk.old)) - sum(len(part.old) for part in found)
    # Words that agree by chance, such as “of”, would tear a new sentence into shreds.
    return found if kept * 2 >= len(hunk.old) else [hunk]


def with_hunks(before: str, hunks: Iterable[Hunk]) -> str:
    """The text with the changes made in it; hunks: in order, none over another."""
    parts, place = [], 0
    for hunk in hunks:
        parts += [before[place : hunk.start], hunk.new]
        place = hunk.end
    return "".join((*parts, before[place:]))
