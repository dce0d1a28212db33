"""Opens a document: the reader for its kind, or a fault that says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from wres_report.claims.passages import Collector, Document
from wres_report.faults import Fault, input_fault

KINDS = (".md", ".txt", ".html", ".htm", ".docx", ".pdf")
TO_DO = {
    ".doc": "Open it in Word, choose Save As, then “Word Document (*.docx)”.",
    ".odt": "Save it as .docx.",
    ".rtf": "Open it in Word, choose Save As, then “Word Document (*.docx)”.",
    ".xlsx": "Only documents are audited; wres check reads the tables of a trust-year.",
}
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*(?:\{[^}]*\})?$")
NUMBERED_HEADING = re.compile(r"^(\d+(?:\.\d+)*)\.?\s+(?=[A-Z])")
INDICATOR_HEADING = re.compile(r"^(?:WRES\s+)?(?:Indicator|INDICATOR|Metric|METRIC)\s+\d\b")
HAS_FIGURE = re.compile(r"\d\s*%|\d\.\d{2}")
BULLET = re.compile(r"^\s*(?:[-*•✓‣▪]|\d+[.)]|\(?[a-z][.)])\s+")
RULE = re.compile(r"^\s*\|?[\s:|-]+\|[\s:|-]*$")
LONGEST_HEADING = 200


def read_document(path: Path) -> Document:
    """The passages of a document.

    Raises an input fault where the file is missing, of a kind that is not read, damaged, or
    without text.
    """
    where, kind = path.as_posix(), path.suffix.lower()
    if not path.is_file():
        what = "This is a folder, not a document." if path.is_dir() else "This file is missing."
        raise input_fault(what, where, "Check the name and the folder.")
    if kind not in KINDS:
        raise input_fault(
            f"A file of the kind “{kind}” is not read.", where,
            TO_DO.get(kind, "Save the document as .docx, .html, .pdf, .md or .txt."),
        )  # fmt: skip
    collector = Collector()
    try:
        place_word = _reader(kind)(path, collector)
    except Fault:
        raise
    except OSError as error:
        raise input_fault(
            f"This file cannot be read: {error.strerror or error}.", where,
            "Close it in other programs, and check that you may read it.",
        ) from None  # fmt: skip
    except Exception as error:
        # The libraries raise whatever the damage makes them stumble over; none of it is ours.
        raise input_fault(
            f"This file is damaged and cannot be read ({type(error).__name__}).",
            where,
            "Open it in the program it was made with, save it anew, and audit that.",
        ) from None
    if not collector.passages:
        raise input_fault("There is no text in this file.", where, "Name the finished document.")
    return Document(path.name, place_word, tuple(collector.passages))


def _reader(kind: str) -> Callable[[Path, Collector], str]:
    if kind in (".html", ".htm"):
        from wres_report.claims.markup import read_html

        return read_html
    if kind == ".docx":
        from wres_report.claims.word_files import read_docx

        return read_docx
    if kind == ".pdf":
        from wres_report.claims.pdf_files import read_pdf

        return read_pdf
    return read_text


def read_text(path: Path, collector: Collector) -> str:
    """Read Markdown or plain text; its places are lines."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise input_fault(
            "This file is not in UTF-8.", f"{path.as_posix()}, byte {error.start}",
            "Save it as UTF-8.",
        ) from None  # fmt: skip
    read_lines(list(enumerate(text.splitlines(), 1)), collector)
    return "line"


def read_lines(lines: list[tuple[int, str]], collector: Collector) -> None:
    """Lines with their places, told apart into headings, table rows and paragraphs."""
    waiting: list[tuple[int, str]] = []
    head: list[str] = []
    fenced = False

    def flush() -> None:
        if waiting:
            collector.paragraph(waiting)
            waiting.clear()

    for place, raw in lines:
        if raw.lstrip().startswith("```"):
            fenced = not fenced
            continue
        line = TAG.sub(" ", raw).replace("**", "").replace("\u00a0", " ").rstrip()
        cells = [] if fenced else cells_of(line)
        if len(cells) < 2:
            head = head if RULE.match(line) and line.strip() else []
        level, title = heading_of(line.strip())
        if fenced or not line.strip() or RULE.match(line):
            flush()
        elif len(cells) > 1:
            flush()
            collector.row(cells, head, place)
            if not head or not any(re.search(r"\d", cell) for cell in cells):
                head = cells
        elif level:
            flush()
            collector.heading(level, title, place)
        else:
            if BULLET.match(line):
                flush()
            waiting.append((place, BULLET.sub("", line)))
    flush()


def cells_of(line: str) -> list[str]:
    """The cells of a line that is a table row: between tabs, or between bars."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if line.strip().startswith("|") and line.count("|") > 1 and not RULE.match(line):
        return [cell.strip() for cell in line.strip().strip("|").split("|")]
    return []


def heading_of(line: str) -> tuple[int, str]:
    """The level and words of a heading; level 0 for what is none."""
    if found := MARKDOWN_HEADING.match(line):
        return len(found[1]), found[2]
    if len(line) > LONGEST_HEADING or HAS_FIGURE.search(line):
        return 0, ""
    if INDICATOR_HEADING.match(line) and line[-1] not in ".;,:-–":
        return 5, line
    numbered = NUMBERED_HEADING.match(line)
    if numbered and (line[-1] not in ".;:," or re.search(r"\bindicator \d\b", line, re.I)):
        return numbered[1].count(".") + 1, line
    if line.isupper() and len(line.split()) > 2:
        return 4, line
    return 0, ""
