"""Reads a Word document: headings, paragraphs, lists, tables, notes, boxes and charts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wres_report.documents import tables
from wres_report.documents.lines import CAPTION, HAS_FIGURE, heading_of, with_ends
from wres_report.documents.opening import refuse_strict
from wres_report.documents.passages import Collector, Kind, Row
from wres_report.documents.word.charts import chart_rows, diagram_texts
from wres_report.documents.word.lists import ListMarks
from wres_report.documents.word.names import W, chosen, is_placeholder, joins_the_next
from wres_report.documents.word.package import WordPackage
from wres_report.documents.word.rows import is_layout, rows_of
from wres_report.documents.word.styles import Styles
from wres_report.documents.word.text import Text, text_of

OWN_HEADING, LONGEST_BOLD = 6, 120
BOX = "text box"


def read_docx(path: Path, collector: Collector) -> str:
    """Take a document in its order; its places are paragraphs and rows.

    Changes that are tracked are read as if accepted. Raises an input fault for the Strict form,
    and whatever damage makes the readers of packages and XML stumble over.
    """
    refuse_strict(path, path.as_posix())
    _Body(WordPackage(path), collector).take()
    return "paragraph"


class _Body:
    def __init__(self, package: WordPackage, collector: Collector) -> None:
        self.package, self.collector = package, collector
        self.styles = Styles(package.part("styles"))
        self.marks = ListMarks(package.part("numbering"), self.styles)
        self.notes = {kind: self._notes(kind) for kind in ("footnotes", "endnotes")}
        self.place = self.tables = self.noted = 0
        self.caption = ""
        self.carried = Text()
        self.where = ""

    def take(self) -> None:
        self.walk(self.package.body)
        self.end_paragraph()
        self.running()

    def walk(self, container: Any) -> None:
        for element in container:
            if element.tag == W + "sdt" and is_placeholder(element):
                self.leave("placeholders")
        for element in chosen(container):
            if element.tag == W + "p":
                self.paragraph(element)
            elif element.tag == W + "tbl":
                self.table(element)
            elif element.tag == W + "altChunk":
                self.leave("objects")

    def leave(self, kind: str, count: int = 1) -> None:
        self.collector.unread.add(kind, max(self.place, 1), count)

    def paragraph(self, element: Any) -> None:
        self.place += 1
        text = self.read(element)
        if joins_the_next(element):
            self.carried = text
            return
        shown = " ".join(text.text.split())
        if self.styles.is_contents(element) and shown:
            self.leave("contents")
        elif shown:
            self.block(element, text, shown)
        self.hanging(text)

    def read(self, element: Any) -> Text:
        """The text of a paragraph, joined to what ran on into it."""
        text, before = text_of(element, self.styles), self.carried
        self.carried = Text()
        for kind, count in text.left.items():
            self.leave(kind, count)
        if before.text:
            text.text, text.bold = before.text + text.text, before.bold and text.bold
        for name in ("notes", "boxes", "charts", "diagrams"):
            getattr(text, name)[:0] = getattr(before, name)
        return text

    def end_paragraph(self) -> None:
        """A paragraph at the end whose mark is deleted has no next to run on into."""
        text, self.carried = self.carried, Text()
        if text.text.strip():
            self.collector.paragraph([(self.place, with_ends(text.text))])
        self.hanging(text)

    def block(self, element: Any, text: Text, shown: str) -> None:
        before = self.marks.words(element)
        if before and not shown.startswith(before):
            shown, text.text = f"{before} {shown}", f"{before} {text.text}"
        level = self.level(element, text, shown)
        mark, depth = self.marks.of(element)
        if level is not None and not self.where:
            self.collector.heading(level, shown, self.place)
        elif self.styles.is_caption(element) or CAPTION.match(shown):
            self.caption = shown
            self.collector.paragraph([(self.place, shown)], Kind.CAPTION, where=self.where)
        else:
            kind = Kind.LIST_ITEM if mark else Kind.PARAGRAPH
            lines = [(self.place, with_ends(text.text))]
            self.collector.paragraph(lines, kind, depth, self.where)

    def level(self, element: Any, text: Text, shown: str) -> int | None:
        level = self.styles.heading_level(element)
        if level is not None:
            return level
        if found := heading_of(shown)[0]:
            return found
        # Many write a heading as a paragraph in bold; an item of a list in bold is still an item.
        alone = (
            text.bold
            and not self.marks.is_item(element)
            and len(shown) <= LONGEST_BOLD
            and shown[-1] not in ".;,"
        )
        return OWN_HEADING if alone and not HAS_FIGURE.search(shown) else None

    def hanging(self, text: Text) -> None:
        """What hangs on a paragraph: boxes, charts, diagrams and notes."""
        for box in text.boxes:
            outer, self.where = self.where, BOX
            self.walk(box)
            self.end_paragraph()
            self.where = outer
        for name in text.charts:
            self.chart(self.related(name))
        for name in text.diagrams:
            root = self.related(name)
            for words in () if root is None else diagram_texts(root):
                self.collector.paragraph([(self.place, words)], where="diagram")
        for kind, name in text.notes:
            self.note(kind, name)

    def related(self, name: str) -> Any:
        part = self.package.related(self.package.main, "").get(name, "")
        try:
            return self.package.root(part)
        except KeyError:
            return None

    def chart(self, root: Any) -> None:
        title, rows = ("", []) if root is None else chart_rows(root)
        self.leave("charts" if rows else "empty charts")
        for n, row in enumerate(rows[1:], 1):
            self.collector.row(Row(
                tuple(row), tuple(rows[0]), self.place, (title,) if title else (),
                title or self.caption, f"chart, row {n}", Kind.CHART,
            ))  # fmt: skip

    def _notes(self, kind: str) -> dict[str, Any]:
        root = self.package.part(kind)
        return {} if root is None else {note.get(W + "id", ""): note for note in root}

    def note(self, kind: str, name: str) -> None:
        note = self.notes[kind].get(name)
        if note is None:
            return
        self.noted += 1
        words = [text_of(p, self.styles).text for p in chosen(note) if p.tag == W + "p"]
        if shown := "\n".join(text for text in words if text.strip()):
            name = f"{kind[:-1]} {self.noted}"
            self.collector.paragraph([(self.place, with_ends(shown))], Kind.NOTE, where=name)

    def table(self, table: Any) -> None:
        self.end_paragraph()
        if is_layout(table):
            self.tables += 1
            for row in chosen(table):
                for cell in chosen(row) if row.tag == W + "tr" else ():
                    if cell.tag == W + "tc":
                        self.walk(cell)
                        self.end_paragraph()
            return
        self.tables += 1
        number, caption, hanging = self.tables, self.caption, []
        self.caption = ""
        lines: list[tables.Line] = []
        read = rows_of(table, self.styles)
        for row in read.rows:
            self.place += 1
            where = f"table {number}, row {row.number}"
            lines.append(tables.Line(row.spans, self.place, row.head, where))
            for text in row.texts:
                hanging.append(text)
                for kind, count in text.left.items():
                    self.leave(kind, count)
        for kind, count in read.left.items():
            self.leave(kind, count)
        tables.take_table(lines, self.collector, caption)
        for inner in read.nested:
            self.table(inner)
        for text in hanging:
            self.hanging(text)

    def running(self) -> None:
        """Headers and footers, each text once; they have no place of their own."""
        seen: set[str] = set()
        for kind in ("header", "footer"):
            for name in self.package.related(self.package.main, kind).values():
                for text in self._texts(name):
                    if text not in seen and re.search(r"[A-Za-z]{2}", text):
                        seen.add(text)
                        line = [(max(self.place, 1), text)]
                        self.collector.paragraph(line, Kind.RUNNING, where=kind)

    def _texts(self, name: str) -> Iterable[str]:
        try:
            root = self.package.root(name)
        except KeyError:
            return
        for paragraph in root.iter(W + "p"):
            yield " ".join(text_of(paragraph, self.styles).text.split())
