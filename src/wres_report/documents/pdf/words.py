"""The words of a page with their places, and the ruled lines on it, as PDFium gives them."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

from wres_report.documents.normalising import is_note_mark

# PDFium writes one of these for a hyphen at the end of a line that it takes for a broken word.
HYPHEN = "\u0002\ufffe"
WORD = re.compile(rf"[^\s\x00{HYPHEN}]+[{HYPHEN}]?")
HAS_MARK = re.compile(r"[\d*†‡§]")
RAISED, SMALLER = 0.12, 0.9
# A raised digit that the font itself draws small: how high it stands, of the size.
RAISED_SIGN = 0.18
MARK_SIGNS = frozenset("*†‡§")
THIN, LEAST_RULE = 2.5, 4.0
LEAST_PICTURE = 40.0
# A rectangle that is taller is the ground of a page or a part of it, not a cell.
TALLEST_CELL = 250.0
TEXT_NOTES = {1, 3, 8, 9, 10, 11, 12, 14}  # the kinds of annotation that are remarks of readers
WIDGET = 20


@dataclass(frozen=True)
class Word:
    """x0, x1: left and right; y: its baseline, upwards; size: height of its letters. In points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    index: int


@dataclass(frozen=True)
class Rule:
    """A ruled line; flat where it lies, else it stands."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def flat(self) -> bool:
        return self.x1 - self.x0 > self.y1 - self.y0


@dataclass
class Page:
    """A page. number: from 1. bold: whether the word at an index is bold, asked when needed."""

    number: int
    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    pictures: int
    remarks: int
    fields: int
    bold: set[int]


def page_of(page: Any, number: int) -> Page:
    """Read one page of PDFium."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    words, bold = _Words(page.get_textpage()).read()
    rules, pictures = _drawn(page.raw, pdfium)
    remarks = fields = 0
    for n in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, n)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        remarks += kind in TEXT_NOTES
        fields += kind == WIDGET
    return Page(number, width, height, words, rules, pictures, remarks, fields, bold)


class _Words:
    def __init__(self, text_page: Any) -> None:
        import pypdfium2.raw as pdfium

        self.pdfium, self.page = pdfium, text_page.raw
        self.kept = text_page  # it closes what it holds when nobody keeps it
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.sides = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
        self.signs = self._signs()

    def _signs(self) -> str:
        count = self.pdfium.FPDFText_CountChars(self.page)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        self.pdfium.FPDFText_GetText(self.page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count and not any("\ud800" <= sign <= "\udfff" for sign in text):
            return text
        codes = (self.pdfium.FPDFText_GetUnicode(self.page, n) for n in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)

    def read(self) -> tuple[list[Word], set[int]]:
        words, bold = [], set[int]()
        for found in WORD.finditer(self.signs):
            word = self._word(found[0], found.start())
            if word is not None:
                words.append(word)
                if self.pdfium.FPDFText_GetFontWeight(self.page, found.start()) >= 600:
                    bold.add(word.index)
        return words, bold

    def _word(self, text: str, start: int) -> Word | None:
        x0, size = self._left_and_size(start)
        self.pdfium.FPDFText_GetCharOrigin(self.page, start, self.x, self.y)
        y = self.y.value
        if HAS_MARK.search(text):
            text, y, size = self._without_marks(text, start, y, size)
        # A sign that PDFium has made has no place; the last letter before it has.
        last = start + len(text.rstrip(HYPHEN)) - 1 if text.rstrip(HYPHEN) else start
        self.pdfium.FPDFText_GetLooseCharBox(self.page, last, self.box)
        return Word(text, x0, max(self.box.right, x0), y, size, start) if text else None

    def _left_and_size(self, index: int) -> tuple[float, float]:
        self.pdfium.FPDFText_GetLooseCharBox(self.page, index, self.box)
        self.pdfium.FPDFText_GetMatrix(self.page, index, self.matrix)
        # Some files set every letter at size 1 and scale it.
        scale = abs(self.matrix.d) or abs(self.matrix.b) or 1.0
        return self.box.left, self.pdfium.FPDFText_GetFontSize(self.page, index) * scale

    def _without_marks(
        self, text: str, start: int, y: float, size: float
    ) -> tuple[str, float, float]:
        """The word without raised marks of notes, its baseline and its size.

        Raised signs are known by where they are drawn, for some fonts have small raised digits
        that stand on the baseline as far as the file says.
        """
        bottoms = []
        for n, sign in enumerate(text):
            self.pdfium.FPDFText_GetCharBox(self.page, start + n, *self.sides)
            bottom = self.sides[2].value
            bottoms.append(bottom if sign.isalnum() or sign in ",–-" else None)
        known = [
            b for b, sign in zip(bottoms, text, strict=True) if b is not None and sign.isalnum()
        ]
        if not known:
            return text, y, size
        if min(known) - y > RAISED_SIGN * size and is_note_mark(text):
            return "", y, size  # a word that is a raised mark as a whole
        base = min(known)
        up = [
            (bottom is not None and bottom - base > RAISED_SIGN * size) or sign in MARK_SIGNS
            for sign, bottom in zip(text, bottoms, strict=True)
        ]
        # Commas stand below the line where they are not raised; dashes in the middle of it.
        up = [
            (is_up and sign != "-") or (sign in "–-" and n > 0 and up[n - 1])
            for n, (sign, is_up) in enumerate(zip(text, up, strict=True))
        ]
        if up[0]:  # the mark of the note itself, before its first word
            self.pdfium.FPDFText_GetCharOrigin(self.page, start + up.index(False), self.x, self.y)
            y, size = self.y.value, self._left_and_size(start + up.index(False))[1]
        raised = "".join(sign for sign, is_up in zip(text, up, strict=True) if is_up)
        if not raised or not is_note_mark(raised):
            return text, y, size
        return "".join(s for s, is_up in zip(text, up, strict=True) if not is_up), y, size


def _drawn(page: Any, pdfium: Any) -> tuple[list[Rule], int]:
    """The ruled lines of a page, and how many pictures it has."""
    rules: list[Rule] = []
    pictures = 0
    box = [ctypes.c_float() for _ in range(4)]
    for n in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, n)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        pdfium.FPDFPageObj_GetBounds(item, *box)
        left, bottom, right, top = (side.value for side in box)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += right - left > LEAST_PICTURE and top - bottom > LEAST_PICTURE
            continue
        if min(right - left, top - bottom) <= THIN:
            if max(right - left, top - bottom) >= LEAST_RULE:
                rules.append(Rule(left, bottom, right, top))
        else:
            rules += _sides(item, pdfium, (left, bottom, right, top))
    return rules, pictures


def _sides(item: Any, pdfium: Any, bounds: tuple[float, float, float, float]) -> list[Rule]:
    """The sides of what is drawn as a rectangle, filled or stroked: the edge of a cell."""
    left, bottom, right, top = bounds
    if pdfium.FPDFPath_CountSegments(item) not in (4, 5, 6) or top - bottom > TALLEST_CELL:
        return []
    return [
        Rule(left, bottom, right, bottom), Rule(left, top, right, top),
        Rule(left, bottom, left, top), Rule(right, bottom, right, top),
    ]  # fmt: skip
