"""Tables of every kind of document: which rows are heads, titles and bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.documents.passages import Collector, Kind, Row, is_figure

YEAR = re.compile(r"(?:\D*\b(?:19|20)\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?\b\D*)+$")
MOST_HEAD_ROWS = 3


@dataclass(frozen=True)
class Span:
    """One cell of a row. columns: how many it spans. above: goes on from the row above.

    head: marked as a head by the document. A cell that goes on has the text of that above.
    """

    text: str
    columns: int = 1
    above: bool = False
    head: bool = False


@dataclass(frozen=True)
class Line:
    """One row of a table. head: whether the document marks it as a row of the head."""

    spans: tuple[Span, ...]
    place: int
    head: bool = False
    where: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The text of each column; that of a cell over several stands in the first."""
        return tuple(t for s in self.spans for t in (s.text, *[""] * (s.columns - 1)))

    @property
    def spread(self) -> tuple[str, ...]:
        """The text of each column; that of a cell over several stands in each."""
        return tuple(span.text for span in self.spans for _ in range(span.columns))

    @property
    def filled(self) -> list[str]:
        return [span.text for span in self.spans if span.text]


def take_table(lines: Sequence[Line], collector: Collector, caption: str = "") -> None:
    """Give the rows of a table to the collector, each with its head."""
    lines = [line for line in lines if line.filled]
    width = max((len(line.texts) for line in lines), default=0)
    titles: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    index, below = 0, False
    while index < len(lines):
        line = lines[index]
        if width > 1 and _is_title(line, width):
            titles = (*(titles if not below else titles[:0]), line.filled[0])
            _give(line, (), titles[:-1], caption, collector, Kind.HEAD)
            index, below = index + 1, below
            continue
        count = _head_rows(lines, index) if not below or _is_new_head(lines, index, width) else 0
        if count:
            heads = lines[index : index + count]
            head = _joined(heads, width)
            for row in heads:
                _give(row, (), titles, caption, collector, Kind.HEAD)
            index, below = index + count, True
            continue
        below = True
        cells = _padded(line.texts, width)
        known = head or ("",) * width
        collector.row(Row(cells, known, line.place, titles, caption, line.where))
        index += 1


def _give(
    line: Line, head: tuple[str, ...], titles: tuple[str, ...], caption: str,
    collector: Collector, kind: Kind,
) -> None:  # fmt: skip
    shown = tuple(span.text for span in line.spans if not span.above)
    collector.row(Row(shown, head, line.place, titles, caption, line.where, kind))


def _padded(texts: tuple[str, ...], width: int) -> tuple[str, ...]:
    return texts + ("",) * (width - len(texts))


def _is_title(line: Line, width: int) -> bool:
    """A row that is one cell over all columns, or nothing but words in the first of many."""
    if len(line.filled) != 1 or line.spans[0].above:
        return False
    whole = len(line.spans) == 1 and line.spans[0].columns >= width
    alone = width > 2 and bool(line.spans[0].text) and not any(c.isdigit() for c in line.filled[0])
    return whole or alone


def _head_rows(lines: Sequence[Line], start: int) -> int:
    """How many rows from there on are a head; 0 where the first has figures of its own."""
    marked = 0
    for line in lines[start:]:
        if not line.head:
            break
        marked += 1
    if marked:
        return min(marked, MOST_HEAD_ROWS) if start + marked < len(lines) else 1
    first = lines[start]
    if any(is_figure(text) and not YEAR.match(text) for text in first.texts[1:]):
        return 0
    count = 1
    while count < MOST_HEAD_ROWS and start + count + 1 < len(lines):
        line = lines[start + count]
        if not _completes(lines[start + count - 1], line) or any(
            is_figure(text) and not YEAR.match(text) for text in line.texts[1:]
        ):
            break
        count += 1
    return count


def _completes(above: Line, line: Line) -> bool:
    """Whether a row names the columns that a cell of the head above spans, and no others."""
    texts = {n: text for n, text in enumerate(line.texts) if text}
    goes_on, column = set[int](), 0
    for span in line.spans:
        goes_on |= set(range(column, column + span.columns)) if span.above else set()
        column += span.columns
    column, spanned = 0, False
    for span in above.spans:
        if span.columns > 1:
            spanned = True
        elif span.text and column in texts and column not in goes_on:
            return False
        column += span.columns
    return spanned or bool(goes_on)


def _is_new_head(lines: Sequence[Line], index: int, width: int) -> bool:
    """A row of words, between rows of figures, that names the columns anew."""
    if index + 1 >= len(lines) or lines[index].head:
        return lines[index].head
    line, following = lines[index], lines[index + 1]
    return (
        len(line.filled) >= max(2, width - 1)
        and not any(any(sign.isdigit() for sign in text) for text in line.filled)
        and any(is_figure(text) for text in lines[index - 1].texts[1:])
        and sum(map(is_figure, following.texts[1:])) >= max(1, width - 2)
    )


def _joined(heads: Sequence[Line], width: int) -> tuple[str, ...]:
    columns = [_padded(head.spread, width) for head in heads]
    return tuple(
        " ".join(dict.fromkeys(t for row in columns if (t := " ".join(row[n].split()))))
        for n in range(width)
    )
