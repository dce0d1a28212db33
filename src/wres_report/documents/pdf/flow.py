"""The parts of all pages as one text: paragraphs over columns and pages, headings, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from wres_report.documents.lines import BULLET, CAPTION, HAS_FIGURE, heading_of
from wres_report.documents.normalising import normalised
from wres_report.documents.passages import Collector, Kind
from wres_report.documents.pdf.grids import Grid
from wres_report.documents.pdf.lines import Segment, joined_texts
from wres_report.documents.pdf.unruled import Unruled, parts_of, rows_by_height
from wres_report.documents.pdf.words import Page
from wres_report.documents.tables import Line, Span, take_table

LARGER, SMALLER, LONGEST_HEADING = 1.08, 0.92, 160
# Of the size: how far the lines of one paragraph are apart at most.
LEADING, MOSTLY = 1.75, 0.8
CONTENTS = re.compile(r"(?:table of )?contents$", re.I)
LEADERS = re.compile(r"(?:\. ?){5,}|(?:… ?){2,}|_{5,}")
ENDS = re.compile(r"[.!?:;]['”\")\]]*$")


@dataclass
class Paragraph:
    """Lines that belong together, each with its page."""

    lines: list[tuple[int, Segment]] = field(default_factory=list)
    bold: bool = False
    indent: float = 0.0

    @property
    def last(self) -> Segment:
        return self.lines[-1][1]


class Flow:
    """Takes the flows of page after page."""

    def __init__(self, pages: Sequence[Page], collector: Collector, known: frozenset[str]) -> None:
        self.collector, self.known = collector, known
        sizes: Counter[float] = Counter()
        for page in pages:
            for word in page.words:
                sizes[round(word.size, 1)] += len(word.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 0.0
        self.levels = self._levels(pages)
        self.open = Paragraph()
        self.caption = ""
        self.tables = self.contents = 0
        self.pending: list[Line] = []
        self.notes: list[tuple[int, list[Segment]]] = []

    def _levels(self, pages: Sequence[Page]) -> list[float]:
        """The sizes of headings, the largest first."""
        found: Counter[float] = Counter()
        for page in pages:
            for word in page.words:
                if word.size > LARGER * self.body:
                    found[round(word.size, 1)] += 1
        levels: list[float] = []
        for size in sorted(found, reverse=True):
            if not levels or size < levels[-1] * 0.96:
                levels.append(size)
        return levels[-5:]

    def take(self, page: Page, flows: Sequence[Sequence[Segment | Grid]]) -> None:
        for whole in flows:
            flow, notes = self._parted(whole)
            segments: list[Segment] = []
            for item in flow:
                if isinstance(item, Grid):
                    self.segments(page, segments)
                    segments = []
                    self.table(page, item.rows)
                else:
                    segments.append(item)
            self.segments(page, segments)
            if notes:
                self.notes.append((page.number, notes))

    def _parted(self, flow: Sequence[Segment | Grid]) -> tuple[list[Segment | Grid], list[Segment]]:
        """A flow without the notes at its foot, which are set smaller, and these."""
        rest = list(flow)
        notes: list[Segment] = []
        while rest and isinstance(rest[-1], Segment) and rest[-1].size < SMALLER * self.body:
            notes.insert(0, rest[-1])
            rest.pop()
        # Several parts on one line are a small table, not notes.
        table = any(len(row) > 1 for row in rows_by_height(notes))
        return (rest, notes) if rest and not table else (list(flow), [])

    def segments(self, page: Page, segments: Sequence[Segment]) -> None:
        above: Segment | None = None
        for part in parts_of(segments, page.rules):
            if isinstance(part, Unruled):
                self.table(page, part.rows)
                above = None
            else:
                self.line(page, part, above)
                above = part

    def line(self, page: Page, line: Segment, above: Segment | None) -> None:
        bold = sum(w.index in page.bold for w in line.words) > MOSTLY * len(line.words)
        if self.open.lines and not self._belongs(line, above, bold):
            self.end()
        if not self.open.lines:
            self.open.bold, self.open.indent = bold, line.x0
        self.open.lines.append((page.number, line))

    def _belongs(self, line: Segment, above: Segment | None, bold: bool) -> bool:
        last = self.open.last
        if not 0.96 < line.size / last.size < 1.04 or bold != self.open.bold:
            return False
        if LEADERS.search(last.text) or LEADERS.search(line.text):
            return line.text.strip().isdigit()
        if BULLET.match(line.text) or CAPTION.match(line.text):
            return False
        if above is None:
            # Over the end of a column, a page or a table only a sentence goes on.
            ended = ENDS.search(last.text) or self.open.bold
            return not ended and (line.text[:1].islower() or line.text[:1].isdigit())
        if last.y - line.y > LEADING * line.size or line.y > last.y:
            return False
        if heading_of(normalised(line.text))[0] and ENDS.search(last.text):
            return False
        return not (ENDS.search(last.text) and self._ends_early(last, line))

    def _ends_early(self, last: Segment, line: Segment) -> bool:
        """Whether the next word would have had room in the line, so that it was ended."""
        widest = max(segment.x1 for _, segment in self.open.lines)
        first = line.words[0]
        return last.x1 + (first.x1 - first.x0) + last.size < max(widest, line.x1)

    def end(self) -> None:
        """The paragraph that is open ends; notes of the pages it stands on come after it."""
        paragraph, self.open = self.open, Paragraph()
        if paragraph.lines:
            self._give(paragraph)
        notes, self.notes = self.notes, []
        for page, lines in notes:
            for note in _notes(lines):
                shown = joined_texts([normalised(s.text) for s in note], known=self.known)
                self.collector.paragraph([(page, shown)], Kind.NOTE, where="footnote")

    def _give(self, paragraph: Paragraph) -> None:
        self.end_table()
        place = paragraph.lines[0][0]
        texts = [normalised(segment.text) for _, segment in paragraph.lines]
        shown = joined_texts(texts, known=self.known)
        level = 0 if CAPTION.match(shown) else self._level(paragraph, shown)
        larger = paragraph.lines[0][1].size > LARGER * self.body
        listed = place == self.contents and not larger and shown[-1] not in ".:"
        if LEADERS.search(shown) or listed:
            self.collector.unread.add("contents", place)
            return
        if level:
            self.contents = place if CONTENTS.match(shown) else 0
            self.collector.heading(level, shown, place)
            return
        kind = Kind.PARAGRAPH
        if bullet := BULLET.match(shown):
            kind, shown = Kind.LIST_ITEM, shown[bullet.end() :]
        elif CAPTION.match(shown):
            kind, self.caption = Kind.CAPTION, shown
        self.collector.paragraph(self._with_pages(paragraph, shown), kind)

    def _with_pages(self, paragraph: Paragraph, shown: str) -> list[tuple[int, str]]:
        """The text with the pages of its parts, where it runs over the end of a page."""
        pages = [page for page, _ in paragraph.lines]
        if pages[0] == pages[-1]:
            return [(pages[0], shown)]
        length = sum(len(s.text) + 1 for page, s in paragraph.lines if page == pages[0])
        cut = shown.rfind(" ", 0, length + 2)
        return [(pages[0], shown[:cut]), (pages[-1], shown[cut:])] if cut > 0 else [
            (pages[0], shown)
        ]  # fmt: skip

    def _level(self, paragraph: Paragraph, shown: str) -> int:
        if len(shown) > LONGEST_HEADING or not any(sign.isalpha() for sign in shown):
            return 0
        size = paragraph.lines[0][1].size
        if size > LARGER * self.body and not ENDS.search(shown) and not HAS_FIGURE.search(shown):
            return 1 + sum(level > size * 1.04 for level in self.levels)
        if level := heading_of(shown)[0]:
            return level
        alone = paragraph.bold and shown[-1] not in ".;," and not BULLET.match(shown)
        return 6 if alone and not HAS_FIGURE.search(shown) else 0

    def table(self, page: Page, rows: Sequence[Sequence[Span]]) -> None:
        self.end()
        words = " ".join(span.text for row in rows for span in row)
        if LEADERS.search(words) or (page.number == self.contents and not HAS_FIGURE.search(words)):
            self.collector.unread.add("contents", page.number, len(rows))
            return
        rows = [[Span(normalised(s.text), s.columns, s.above) for s in row] for row in rows]
        lines = [
            Line(tuple(spans), page.number, where=f"row {n}") for n, spans in enumerate(rows, 1)
        ]
        width = sum(span.columns for span in rows[0])
        if self.pending and sum(s.columns for s in self.pending[0].spans) == width:
            # A table that goes on, on the next page; its head may be printed again.
            first = self.pending[0].spread
            lines = [line for line in lines if line.spread != first]
        else:
            self.end_table()
        self.pending += lines

    def end_table(self) -> None:
        if not self.pending:
            return
        self.tables += 1
        caption, self.caption = self.caption, ""
        named = [
            Line(line.spans, line.place, line.head, f"table {self.tables}, row {n}")
            for n, line in enumerate(self.pending, 1)
        ]
        self.pending = []
        take_table(named, self.collector, caption)


def _notes(lines: Sequence[Segment]) -> list[list[Segment]]:
    """The lines of notes that follow each other; one ends where a line ends early."""
    found: list[list[Segment]] = []
    widest = max(line.x1 for line in lines)
    for line in lines:
        if not found or (ENDS.search(found[-1][-1].text) and found[-1][-1].x1 < widest - line.size):
            found.append([])
        found[-1].append(line)
    return found
