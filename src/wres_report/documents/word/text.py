"""The text of a paragraph as Word shows it with all changes accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wres_report.documents.normalising import is_note_mark, normalised
from wres_report.documents.word.fields import Fields, chosen_in_form
from wres_report.documents.word.names import (
    CHART,
    DELETED,
    DIAGRAM,
    MATHS,
    MC,
    PICTURE,
    VML,
    R,
    W,
    alternative,
    is_placeholder,
)  # fmt: skip
from wres_report.documents.word.styles import Styles

SKIPPED = {W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "instrText", "delText",
                                 "delInstrText", "fldData", "ffData")}  # fmt: skip
SIGNS = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "-", W + "softHyphen": "",
         W + "br": "\n", W + "cr": "\n"}  # fmt: skip
# What letters of the font Symbol show where a figure is compared with another.
COMPARED = {0xA3: "≤", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB9: "≠", 0xBB: "≈", 0x3C: "<", 0x3E: ">"}
NOTES = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


@dataclass
class Text:
    """What a paragraph shows. text: with line breaks.

    notes: references to notes, each the part and the id. boxes: text boxes. charts, diagrams:
    ids of their parts. left: what was not read, kind by kind, with how often.
    bold: whether every letter is bold.
    """

    text: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    diagrams: list[str] = field(default_factory=list)
    left: dict[str, int] = field(default_factory=dict)
    bold: bool = False


def text_of(paragraph: Any, styles: Styles) -> Text:
    """The text of one paragraph, and what hangs on it."""
    return _Walk(paragraph, styles).text


class _Walk:
    def __init__(self, paragraph: Any, styles: Styles) -> None:
        self.paragraph, self.styles, self.text = paragraph, styles, Text()
        self.parts: list[str] = []
        self.raised: list[str] = []
        self.fields = Fields()
        self.bold: bool | None = None
        self.walk(paragraph)
        self.end_raised()
        # Signs are made one when all runs are joined: a figure may be split anywhere.
        self.text.text = normalised("".join(self.parts))
        self.text.bold = bool(self.bold)

    def leave(self, kind: str) -> None:
        self.text.left[kind] = self.text.left.get(kind, 0) + 1

    def walk(self, element: Any) -> None:
        for child in element:
            if isinstance(child.tag, str):
                self.take(child)

    def take(self, child: Any) -> None:
        tag = child.tag
        if tag == W + "instrText" and (child.text or "").split()[:1] == ["EQ"]:
            self.leave("formulas")
        if tag in SKIPPED:
            return
        if tag in DELETED:
            if next(child.iter(W + "delText", W + "t"), None) is not None:
                self.leave("deleted")
        elif tag == W + "r":
            self.run(child)
        elif tag == MC + "AlternateContent":
            self.walk(alternative(child))
        elif tag == W + "sdt":
            if is_placeholder(child):
                self.leave("placeholders")
            else:
                self.walk(child)
        elif tag == W + "txbxContent":
            self.text.boxes.append(child)
        elif tag == MATHS + "f":
            self.fraction(child)
        else:
            self.inner(child)

    def inner(self, child: Any) -> None:
        """What stands within a run, or wraps runs."""
        tag = child.tag
        if tag == W + "fldChar":
            if not self.fields.in_instruction:
                self.parts.append(chosen_in_form(child))
            self.fields.take(child.get(W + "fldCharType"))
        elif tag in NOTES:
            self.text.notes.append((NOTES[tag], child.get(W + "id", "")))
        elif tag == W + "commentReference":
            self.leave("comments")
        elif tag in (W + "object", W + "altChunk"):
            self.leave("objects")
        elif tag == CHART + "chart":
            self.text.charts.append(child.get(R + "id", ""))
        elif tag == DIAGRAM + "relIds":
            self.text.diagrams.append(child.get(R + "dm", ""))
        elif tag in (PICTURE + "pic", VML + "imagedata"):
            self.leave("pictures")
        elif self.fields.in_instruction:
            self.walk(child)  # only to see where the instruction ends
        elif tag in (W + "t", MATHS + "t"):
            self.parts.append(child.text or "")
        elif tag in SIGNS:
            self.parts.append(SIGNS[tag])
        elif tag == W + "sym":
            self.parts.append(_symbol(child))
        else:
            self.walk(child)

    def run(self, run: Any) -> None:
        has, paragraph = self.styles.has, self.paragraph
        if has(run, paragraph, "vanish") or has(run, paragraph, "strike", "dstrike"):
            kept, self.parts = self.parts, []
            self.walk(run)
            if "".join(self.parts).strip():
                self.leave("hidden" if has(run, paragraph, "vanish") else "struck")
            self.parts = kept
            return
        if self.styles.raised(run, paragraph):
            kept, self.parts = self.parts, []
            self.walk(run)
            self.raised += self.parts
            self.parts = kept
            return
        before = len(self.parts)
        waiting, self.raised = self.raised, []
        self.walk(run)
        added = "".join(self.parts[before:])
        if waiting:
            if added:
                own, self.parts = self.parts[before:], self.parts[:before]
                self.raised = waiting
                self.end_raised()
                self.parts += own
            else:
                self.raised = waiting
        if added.strip():
            self.bold = self.bold is not False and has(run, paragraph, "b")

    def end_raised(self) -> None:
        """Raised runs that follow each other are one mark of notes, or one ordinal."""
        text, self.raised = "".join(self.raised), []
        if not is_note_mark(text):
            self.parts.append(text)

    def fraction(self, fraction: Any) -> None:
        for n, part in enumerate((MATHS + "num", MATHS + "den")):
            if n:
                self.parts.append("/")
            if (inner := fraction.find(part)) is not None:
                self.walk(inner)


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if element.get(W + "font") == "Symbol" and (compared := COMPARED.get(code & 0xFF)):
        return compared
    sign = chr(code if code >= 0xF000 or code > 0xFF else 0xF000 + code)
    shown = normalised(sign)
    return shown if shown != sign or code < 0xE000 else " "
