"""What a document is read into: sentences and table rows, each with its place and headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wres_report.documents.unread import NotRead, Unread

_ABBREVIATIONS = r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bNo)(?<!\bapprox)(?<!\bcf)(?<!\bca)(?<!\bc)"
SENTENCE_END = re.compile(rf"{_ABBREVIATIONS}(?<=[.!?])[”\"’)]*\s+(?=[A-Z0-9“\"‘(])|\s*\n\s*")


class Kind(StrEnum):
    """What a passage is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    ROW = "row"
    HEAD = "head"  # a cell of the head row of a table
    CELL = "cell"  # a sentence in a cell
    CAPTION = "caption"
    NOTE = "note"  # a footnote or endnote
    CHART = "chart"  # the numbers stored with a chart, a row for each category
    RUNNING = "running"  # a header or footer, once however many pages show it


@dataclass(frozen=True)
class Passage:
    """One sentence, or one row of a table.

    place: its line, page or paragraph, counted from 1. headings: those above it, the outermost
    first, then the title of its table and the last row that spans all of it. block: the paragraph
    it stands in; sentences of one block follow from each other.
    cells, head: the cells of a row and those of the head row, of equal length; empty for a
    sentence. A cell that spans several columns stands in the first of them, one that spans
    several rows in each. A head of several rows is one, its words joined: “2020 White”.
    level: of a heading from 1 (0 is the title of the document), of a list item from 0.
    lead: of a list item, the paragraph that introduces the list. label, column: of a sentence in
    a cell, the first cell of its row and the head of its column. caption: of a row or cell, the
    caption of the table. where: how people name its place where that is more than its number,
    such as “table 2, row 3”.
    """

    text: str
    place: int
    headings: tuple[str, ...] = ()
    block: int = 0
    cells: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    lead: str = ""
    label: str = ""
    column: str = ""
    caption: str = ""
    where: str = ""


@dataclass(frozen=True)
class Document:
    """place_word: what a place counts, ``line``, ``paragraph`` or ``page``."""

    name: str
    place_word: str
    passages: tuple[Passage, ...]
    not_read: tuple[NotRead, ...] = ()


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence of a paragraph with the offset at which it starts; a line break ends one."""
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
        """Level 0 is the title of the document: it says nothing of what stands below."""
        self._open = [known for known in self._open if known[0] < level]
        if level:
            self._open.append((level, text))

    @property
    def now(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._open)


@dataclass(frozen=True)
class Row:
    """A row of a table as it is to be held: see ``Passage`` for cells and head."""

    cells: tuple[str, ...]
    head: tuple[str, ...]
    place: int
    titles: tuple[str, ...] = ()
    caption: str = ""
    where: str = ""
    kind: Kind = Kind.ROW


class Collector:
    """Takes the parts of a document in their order and gives its passages."""

    def __init__(self) -> None:
        self.headings = Headings()
        self.passages: list[Passage] = []
        self._block = 0
        self._lead = ""
        self.unread = Unread()

    def heading(self, level: int, text: str, place: int, where: str = "") -> None:
        self.headings.add(level, text)
        self._block += 1
        self._lead = ""
        self.passages.append(
            Passage(
                text, place, self.headings.now, self._block,
                kind=Kind.HEADING, level=level, where=where,
            )
        )  # fmt: skip

    def paragraph(
        self,
        lines: Sequence[tuple[int, str]],
        kind: Kind = Kind.PARAGRAPH,
        level: int = 0,
        where: str = "",
    ) -> None:
        """lines: each with its place; a sentence has the place of the line it starts in."""
        starts, text = [], ""
        for place, line in lines:
            starts.append((len(text), place))
            text += f"{line.strip()} "
        self._block += 1
        lead = self._lead if kind is Kind.LIST_ITEM else ""
        headings = () if kind is Kind.RUNNING else self.headings.now
        for offset, sentence in sentences(text):
            place = [known for start, known in starts if start <= offset][-1]
            self.passages.append(
                Passage(
                    sentence, place, headings, self._block,
                    kind=kind, level=level, lead=lead, where=where,
                )
            )  # fmt: skip
        if kind is Kind.PARAGRAPH:
            self._lead = text.strip()

    def row(self, row: Row) -> None:
        """One row of a table. Cells of whole sentences are read as these."""
        self._block += 1
        self._lead = ""
        headings = self.headings.now + row.titles
        broken = [re.sub(r"[^\S\n]+", " ", cell).strip() for cell in row.cells]
        shown = tuple(" ".join(cell.split()) for cell in broken)
        label = shown[0] if shown else ""
        figures = row.kind is Kind.CHART or any(is_figure(cell) for cell in shown[1:])
        if row.head and figures:
            cells = tuple("" if n and is_prose(cell) else cell for n, cell in enumerate(shown))
            text = " | ".join(cell for cell in cells if cell)
            self.passages.append(
                Passage(
                    text, row.place, headings, self._block, cells, row.head, row.kind,
                    caption=row.caption, where=row.where,
                )
            )  # fmt: skip
        for n, cell in enumerate(shown):
            if row.head and figures and (not n or not is_prose(cell)):
                continue
            column = row.head[n] if n < len(row.head) else ""
            for _, sentence in sentences(broken[n]):
                self.passages.append(
                    Passage(
                        sentence, row.place, headings, self._block,
                        kind=Kind.HEAD if row.kind is Kind.HEAD else Kind.CELL,
                        label=label if n else "", column=column, caption=row.caption,
                        where=row.where,
                    )
                )  # fmt: skip


def is_figure(cell: str) -> bool:
    """Whether a cell is a figure, with at most its unit, a count or a few words about it."""
    return bool(re.search(r"\d", cell)) and not is_prose(cell)


def is_prose(cell: str) -> bool:
    """Whether a cell is made of words that say something by themselves."""
    return len(re.findall(r"[A-Za-z]{2,}", cell)) > 6
