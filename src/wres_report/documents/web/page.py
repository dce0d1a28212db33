"""Reads an HTML page: headings, paragraphs, list items and tables; its places are source lines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from wres_report.documents.lines import CAPTION, HAS_FIGURE, with_ends
from wres_report.documents.normalising import is_note_mark, normalised
from wres_report.documents.passages import Collector, Kind, Row
from wres_report.documents.tables import Line, take_table
from wres_report.documents.web.decoding import decoded
from wres_report.documents.web.rows import cells_of, is_layout, rows_of, spans_of
from wres_report.documents.web.shown import BLOCKS, DELETED, PAGES, PICTURES, SKIPPED, Shown

OWN_HEADING, LONGEST_BOLD = 6, 120
HEADINGS = {f"h{n}": n for n in range(1, 7)}


def read_html(path: Path, collector: Collector) -> str:
    """Take the text of a page in the order in which it is read."""
    from lxml import html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    root = html.document_fromstring(decoded(path.read_bytes()).encode("utf-8"), parser=parser)
    body = root.find(".//body")
    reader = _Page(collector, Shown(root))
    reader.walk(body if body is not None else root)
    reader.flush()
    return "line"


class _Page:
    """Gathers inline text until a block begins or ends."""

    def __init__(self, collector: Collector, shown: Shown) -> None:
        self.collector, self.shown = collector, shown
        self.parts: list[str] = []
        self.line = 0
        self.plain = self.strong = 0  # letters that are not bold, and that are
        self.bold = self.depth = self.tables = 0
        self.kind, self.level = Kind.PARAGRAPH, 0
        self.caption = ""

    def leave(self, kind: str, element: Any) -> None:
        self.collector.unread.add(kind, element.sourceline or 1)

    def add(self, text: str | None, element: Any, *, kept: bool = False) -> None:
        if not text:
            return
        if not self.parts:
            self.line = element.sourceline or 0
        # Line breaks of the source are spaces; only <br> breaks a line.
        self.parts.append(text if kept else text.replace("\n", " ").replace("\r", " "))
        letters = len(text.strip())
        self.strong += letters if self.bold else 0
        self.plain += 0 if self.bold else letters

    def text(self) -> str:
        """What was gathered, and begins anew."""
        text, self.parts = with_ends(normalised("".join(self.parts))), []
        return text

    def flush(self) -> None:
        line, bold = self.line, self.strong > 0 and not self.plain
        self.strong = self.plain = 0
        text = self.text()
        if not text:
            return
        kind = Kind.CAPTION if CAPTION.match(text) and self.kind is Kind.PARAGRAPH else self.kind
        if kind is Kind.HEADING:
            self.collector.heading(self.level, " ".join(text.split()), line)
        elif bold and kind is Kind.PARAGRAPH and self._is_heading(text):
            self.collector.heading(OWN_HEADING, " ".join(text.split()), line)
        else:
            self.collector.paragraph([(line, text)], kind, max(self.depth - 1, 0))
        if kind is Kind.CAPTION:
            self.caption = text

    @staticmethod
    def _is_heading(text: str) -> bool:
        short = len(text) <= LONGEST_BOLD and "\n" not in text
        return short and text[-1] not in ".;," and not HAS_FIGURE.search(text)

    def walk(self, element: Any) -> None:
        self.add(element.text, element)
        for child in element:
            if isinstance(child.tag, str):
                self.take(child)
            self.add(child.tail, child)

    def take(self, child: Any) -> None:
        tag = child.tag
        if tag in SKIPPED:
            return
        if self.shown.is_hidden(child):
            if child.text_content().strip():
                self.leave("hidden", child)
        elif tag in DELETED or self.shown.is_struck(child):
            self.leave("deleted" if tag in DELETED else "struck", child)
        elif tag in PICTURES or tag in PAGES:
            self.leave("pictures" if tag in PICTURES else "frames", child)
        elif tag == "br":
            self.add("\n", child, kept=True)
        elif self.shown.is_raised(child) and is_note_mark(child.text_content()):
            return
        elif tag in BLOCKS:
            self.flush()
            self.block(child)
            self.flush()
        else:
            strong = self.shown.is_bold(child)
            self.bold += strong
            self.walk(child)
            self.bold -= strong

    def block(self, element: Any) -> None:
        tag = element.tag
        kind, level = self.kind, self.level
        if tag in HEADINGS or tag == "summary":
            self.kind, self.level = Kind.HEADING, HEADINGS.get(tag, OWN_HEADING)
        elif tag in ("figcaption", "caption"):
            self.kind = Kind.CAPTION
        elif tag == "li":
            self.kind = Kind.LIST_ITEM
        if tag in ("ul", "ol", "menu"):
            self.depth += 1
            self.walk(element)
            self.depth -= 1
        elif tag == "table" and not is_layout(element):
            self.table(element)
        elif tag == "dl":
            self.pairs(element)
        else:
            self.walk(element)
        self.flush()
        self.kind, self.level = kind, level

    def inner(self, element: Any) -> str:
        """The text of a cell, its blocks a line each."""
        inner = _Page(Collector(), self.shown)
        inner.kind = Kind.CELL
        inner.walk(element)
        inner.flush()
        for left in inner.collector.unread.all:
            self.collector.unread.add(left.kind, element.sourceline or 1, left.count)
        # Sentences of one block were parted there; a line for each says the same.
        return "\n".join(passage.text for passage in inner.collector.passages)

    def table(self, table: Any) -> None:
        self.tables += 1
        caption, self.caption = self.caption, ""
        lines = []
        for element in table:
            if element.tag == "caption":
                self.block(element)
                caption, self.caption = self.caption or caption, ""
        carried: dict[int, tuple[int, str]] = {}
        for number, (row, head) in enumerate(rows_of(table), 1):
            if self.shown.is_hidden(row):
                self.leave("hidden", row)
                continue
            cells = [
                (cell, "" if self.shown.is_hidden(cell) else self.inner(cell))
                for cell in cells_of(row)
            ]
            spans = spans_of(cells, carried)
            where = f"table {self.tables}, row {number}"
            lines.append(Line(tuple(spans), row.sourceline or 0, head, where))
        take_table(lines, self.collector, caption)

    def pairs(self, element: Any) -> None:
        """A list of terms: each with what is said of it, as a row."""
        term = ""
        for child in element.iter("dt", "dd"):
            if self.shown.is_hidden(child):
                continue
            text = self.inner(child)
            if child.tag == "dt":
                term = text
            else:
                self.collector.row(Row((term, text), ("", ""), child.sourceline or 0))
