"""Reads the paragraphs of a Word file with their tracked changes and the places of comments."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from wres_report.documents import opening
from wres_report.documents.word.fields import Fields
from wres_report.documents.word.names import (
    MATHS,
    MC,
    R,
    W,
    alternative,
    is_placeholder,
    number,
)
from wres_report.documents.word.package import WordPackage
from wres_report.documents.word.styles import Styles
from wres_report.faults import input_fault
from wres_report.review.comments import comments_of
from wres_report.review.elements import (
    FORMATS,
    cells,
    elements,
    in_contents,
    picture_in,
    rows,
    words_in,
)
from wres_report.review.file_marks import Marks
from wres_report.review.flow import (
    LINE_BREAK,
    OBJECT,
    SAME,
    Cell,
    Change,
    Comment,
    Flow,
    Inlaid,
    Paragraph,
    Piece,
)

KINDS = {W + "ins": "insertion", W + "del": "deletion",
         W + "moveTo": "moved here", W + "moveFrom": "moved away"}  # fmt: skip
SIGNS = {W + "tab": "\t", W + "ptab": "\t", W + "noBreakHyphen": "-", W + "cr": LINE_BREAK}
SKIPPED = {W + name for name in ("rPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "fldData",
                                 "ffData", "softHyphen", "tblPr", "tblGrid", "trPr", "tcPr",
                                 "sectPr")}  # fmt: skip
DRAWINGS = {W + "drawing", W + "pict", W + "object"}
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
HAS_TEXT = re.compile(r"\w")


def read_flow(path: Path) -> Flow:
    """The paragraphs and comments of a Word file.

    Raises an input fault where the file is missing, no Word file, locked or damaged.
    """
    where = path.as_posix()
    kind = opening.kind_of(path, opening.first_bytes(path, where))
    opening.refuse_compound(kind, path, where)
    if kind != ".docx":
        raise input_fault("This is no Word file.", where, opening.WORD)
    with opening.reading(where):
        opening.refuse_bombs(path, where)
        opening.refuse_strict(path, where)
        package = WordPackage(path)
        return _Reader(package, comments_of(package)).read()


class _Reader:
    def __init__(self, package: WordPackage, comments: dict[str, Comment]) -> None:
        self.package = package
        self.flow = Flow(comments=list(comments.values()), properties=package.properties())
        self.styles = Styles(package.part("styles"))
        self.links = package.addresses(package.main)
        self.noted: dict[tuple[str, str], tuple[int, int]] = {}
        self.tables = 0
        self.marks = Marks(self.flow, comments)
        self.fields = Fields()
        self.boxes: list[Any] = []
        self.paragraph = Paragraph()
        self.length = 0

    def read(self) -> Flow:
        self.blocks(self.package.body, None, None, "")
        self.take_boxes()
        self.take_formats(self.package.body)
        for kind in ("header", "footer"):
            seen: set[str] = set()
            for name in self.package.related(self.package.main, kind).values():
                self.part(name, kind, seen)
        for kind in ("footnotes", "endnotes"):
            root = self.package.part(kind)
            notes = [] if root is None else [n for n in root if HAS_TEXT.search(words_in(n))]
            for place, note in enumerate(notes, start=1):
                part = f"{kind[:-1]} {place}"
                self.blocks(note, None, None, part)
                self.take_formats(note)
                marked = self.noted.get((kind[:-1], note.get(W + "id", "")))
                if marked is not None:
                    self.flow.notes[part] = marked
        return self.flow

    def take_formats(self, holder: Any) -> None:
        self.flow.formats += [
            Change("format", element.get(W + "author", ""), element.get(W + "date", ""))
            for element in holder.iter(*FORMATS)
        ]

    def part(self, name: str, kind: str, seen: set[str]) -> None:
        """A header or a footer: what it says that no other has said already."""
        try:
            root = self.package.root(name)
        except KeyError:
            return
        first = len(self.flow.paragraphs)
        self.blocks(root, None, None, kind)
        told = self.flow.paragraphs[first:]
        self.flow.paragraphs[first:] = [p for p in told if " ".join(p.whole.split()) not in seen]
        seen.update(" ".join(p.whole.split()) for p in told)

    def take_boxes(self) -> None:
        while self.boxes:
            self.blocks(self.boxes.pop(0), None, None, "text box")

    def blocks(self, holder: Any, cell: Cell | None, change: Change | None, part: str) -> None:
        for child in elements(holder):
            tag = child.tag
            if tag == W + "p":
                self.take_paragraph(child, cell, change, part)
            elif tag == W + "tbl":
                self.table(child, change, part)
            elif tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None and not is_placeholder(child):
                    self.blocks(content, cell, change, part)
            elif tag == MC + "AlternateContent":
                self.blocks(alternative(child), cell, change, part)
            elif tag in KINDS:
                self.blocks(child, cell, self.change(child), part)
            elif not self.marks.take(child, None, 0) and tag not in SKIPPED:
                self.blocks(child, cell, change, part)

    def table(self, table: Any, change: Change | None, part: str) -> None:
        number_of_table, self.tables = self.tables, self.tables + 1
        for place, row in enumerate(rows(table)):
            of_row = self.property_change(row.find(W + "trPr"), ("ins", "del")) or change
            column = number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in cells(row):
                properties = cell.find(W + "tcPr")
                of_cell = self.property_change(properties, ("cellIns", "cellDel")) or of_row
                self.blocks(cell, Cell(number_of_table, place, column), of_cell, part)
                column += number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)

    def take_paragraph(
        self, element: Any, cell: Cell | None, change: Change | None, part: str
    ) -> None:
        self.paragraph = Paragraph(cell=cell, part=part, anchors=self.marks.waiting)
        self.marks.waiting, self.length = [], 0
        properties = element.find(W + "pPr")
        mark = None
        if properties is not None:
            names = ("del", "moveFrom", "ins", "moveTo")
            mark = self.property_change(properties.find(W + "rPr"), names)
            self.paragraph.is_list = properties.find(W + "numPr") is not None
        self.paragraph.mark = mark or change
        self.paragraph.heading = self.styles.heading_level(element)
        self.paragraph.contents = self.styles.is_contents(element) or in_contents(element)
        self.fields = Fields()
        self.inlines(element, change)
        self.flow.paragraphs.append(self.paragraph)

    def inlines(self, holder: Any, change: Change | None) -> None:
        for child in elements(holder):
            self.inline(child, change)

    def inline(self, child: Any, change: Change | None) -> None:
        tag = child.tag
        if (
            tag in SKIPPED
            or tag == W + "pPr"
            or self.marks.take(child, self.paragraph, self.length)
        ):
            return
        if tag in KINDS:
            self.inlines(child, _both(change, self.change(child)))
        elif tag == W + "r":
            self.inlines(child, change)
        elif tag == W + "hyperlink":
            start = self.length
            self.inlines(child, change)
            self.inlay(
                "link", self.links.get(child.get(R + "id", "")), start, self.of_all(child, change)
            )
        elif tag in DRAWINGS:
            self.inlay("picture", picture_in(child), self.length, change)
            self.sign(child, change)
        elif tag in NOTES:
            here = (len(self.flow.paragraphs), self.length)
            self.noted[NOTES[tag], child.get(W + "id", "")] = here
        elif tag == MC + "AlternateContent":
            self.inlines(alternative(child), change)
        elif tag == W + "sdt":
            if not is_placeholder(child):
                self.inlines(child, change)
        elif tag == W + "txbxContent":
            self.boxes.append(child)
        elif tag == W + "fldChar":
            self.fields.take(child.get(W + "fldCharType"))
        elif tag == W + "commentReference":
            self.marks.refer(child.get(W + "id", ""), self.length)
        elif not self.fields.in_instruction and not self.is_computed(tag):
            self.sign(child, change)

    def is_computed(self, tag: str) -> bool:
        """Whether this is a page number or a title in a header: each program writes its own."""
        running = self.paragraph.part in ("header", "footer")
        return running and (bool(self.fields) or tag == W + "fldSimple")

    def sign(self, child: Any, change: Change | None) -> None:
        tag = child.tag
        if tag in (W + "t", W + "delText", MATHS + "t"):
            text = child.text or ""
            kept = child.get(SPACE) == "preserve" or tag == MATHS + "t"
            self.add(text if kept else text.strip(" \t\r\n"), change)
        elif tag in SIGNS:
            self.add(SIGNS[tag], change)
        elif tag == W + "br":
            if child.get(W + "type") not in ("page", "column"):
                self.add(LINE_BREAK, change)
        elif tag == W + "sym":
            self.add(OBJECT, change)
        else:
            self.inlines(child, change)

    def add(self, text: str, change: Change | None) -> None:
        if not text:
            return
        pieces, text = self.paragraph.pieces, text.translate(SAME)
        if pieces and pieces[-1].change == change:
            pieces[-1] = Piece(pieces[-1].text + text, change)
        else:
            pieces.append(Piece(text, change))
        self.length += len(text)

    def inlay(self, kind: str, told: str | None, start: int, change: Change | None) -> None:
        if told is not None and not self.paragraph.part:
            place = len(self.flow.paragraphs)
            self.flow.inlaid.append(Inlaid(kind, told, place, start, self.length, change))

    def change(self, element: Any) -> Change:
        kind = KINDS[element.tag]
        move = self.marks.move if kind.startswith("moved") else ""
        return Change(kind, element.get(W + "author", ""), element.get(W + "date", ""), move)

    def of_all(self, holder: Any, change: Change | None) -> Change | None:
        """The change of a link: that around it, or that of everything in it."""
        within = list(elements(holder))
        if change is None and within and all(child.tag in KINDS for child in within):
            return self.change(within[0])
        return change

    def property_change(self, properties: Any, names: tuple[str, ...]) -> Change | None:
        """The change of a paragraph's end, of a row or of a cell, as its properties have it."""
        for name in names if properties is not None else ():
            found = properties.find(W + name)
            if found is not None:
                kind = {"cellIns": "insertion", "cellDel": "deletion"}.get(name)
                kind = kind or KINDS[W + name]
                return Change(kind, found.get(W + "author", ""), found.get(W + "date", ""))
        return None


def _both(outer: Change | None, inner: Change) -> Change:
    """The change of a piece within two: what one inserted and another deleted is there no more."""
    if outer is None or outer.kind == inner.kind:
        return inner
    if outer.takes != inner.takes:
        return Change("withdrawn", inner.author, inner.date)
    return inner
