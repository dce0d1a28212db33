"""What a document is read into: sentences and table rows, each with its place and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ABBREVIATIONS = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bNo)(?<!\bapprox)(?<!\bcf)(?<!\bca)(?<!\bc)"
SENTENCE_END = re.compile(rf"{_ABBREVIATIONS}(?<=[.!?])[”\"’)]*\s+(?=[A-Z0-9“\"‘(])")


@dataclass(frozen=True)
class Passage:
    """One sentence, or one row of a table.

    place: its line, page or paragraph, counted from 1. headings: those above it, the outermost
    first. block: the paragraph it stands in; sentences of one block follow from each other.
    cells, head: the cells of a row and those of the head row, empty for a sentence.
    """

    text: str
    place: int
    headings: tuple[str, ...] = ()
    block: int = 0
    cells: tuple[str, ...] = ()
    head: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """place_word: what a place counts, ``line``, ``paragraph`` or ``page``."""

    name: str
    place_word: str
    passages: tuple[Passage, ...]


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a paragraph with the offset at which it starts."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        if sentence := text[start : end.start()].strip():
            yield start, sentence
        start = end.end()
    if sentence := text[start:].strip():
        yield start, sentence


class Headings:
    """The headings that stand above a place, by level."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def add(self, level: int, text: str) -> None:
        self._open = [known for known in self._open if known[0] < level]
        self._open.append((level, text))

    @property
    def now(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._open)


class Collector:
    """Takes the parts of a document in their order and gives its passages."""

    def __init__(self) -> None:
        self.headings = Headings()
        self.passages: list[Passage] = []
        self._block = 0

    def heading(self, level: int, text: str, place: int) -> None:
        self.headings.add(level, text)
        self._block += 1
        self.passages.append(Passage(text, place, self.headings.now, self._block))

    def paragraph(self, lines: list[tuple[int, str]]) -> None:
        """lines: each with its place; a sentence has the place of the line it starts in."""
        starts, text = [], ""
        for place, line in lines:
            starts.append((len(text), place))
            text += f"{line.strip()} "
        self._block += 1
        for offset, sentence in sentences(text):
            place = [known for start, known in starts if start <= offset][-1]
            self.passages.append(Passage(sentence, place, self.headings.now, self._block))

    def row(self, cells: list[str], head: list[str], place: int) -> None:
        """One row of a table. A row of whole sentences is read as these."""
        shown = [" ".join(cell.split()) for cell in cells]
        self._block += 1
        if head and any(_is_figure(cell) for cell in shown[1:]) and len(shown) == len(head):
            text = " | ".join(cell for cell in shown if cell)
            self.passages.append(
                Passage(text, place, self.headings.now, self._block, tuple(shown), tuple(head))
            )
            return
        for cell in shown:
            for _, sentence in sentences(cell):
                self.passages.append(Passage(sentence, place, self.headings.now, self._block))


def _is_figure(cell: str) -> bool:
    return bool(re.fullmatch(r"[−+-]?[\d.,]+ ?(?:%|pp|percentage points)?", cell))
