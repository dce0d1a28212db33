"""Opens a document: the reader for what it holds, or a fault that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wres_report.documents import opening
from wres_report.documents.lines import read_lines
from wres_report.documents.normalising import normalised
from wres_report.documents.passages import Collector, Document
from wres_report.faults import Fault, input_fault

KINDS = (".md", ".txt", ".html", ".htm", ".docx", ".docm", ".pdf")
MARKS = {
    b"\xff\xfe\x00\x00": "utf-32", b"\x00\x00\xfe\xff": "utf-32", b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16",
}  # fmt: skip
TO_DO = {
    ".odt": "Save it as .docx.",
    ".rtf": opening.WORD,
    ".xlsx": "Only documents are audited; wres check reads the tables of a trust-year.",
    ".xls": "Only documents are audited; wres check reads the tables of a trust-year.",
}
SAVE_AS = "Save the document as .docx, .html, .pdf, .md or .txt."


def read_document(path: Path) -> Document:
    """The passages of a document, and what of it was not read.

    Raises an input fault where the file is missing, of a kind that is not read, locked, damaged,
    or without text. What it is decides its content, not its name.
    """
    where, named = path.as_posix(), path.suffix.lower()
    start = opening.first_bytes(path, where)
    kind = opening.kind_of(path, start)
    opening.refuse_compound(kind, path, where)
    if kind == "" and named not in (*KINDS, ""):
        raise _unknown(named, where)
    if kind == "" and named in (".docx", ".docm", ".pdf"):
        raise input_fault(
            f"This is no {named} file, whatever its name says: it is damaged or of another kind.",
            where, "Open it in the program it was made with, save it anew, and audit that.",
        )  # fmt: skip
    if kind == "" and named in (".html", ".htm"):
        kind = ".html"
    if kind == ".html" and named in (".md", ".txt"):
        kind = ""
    collector = Collector()
    with opening.reading(where):
        if kind == ".docx":
            opening.refuse_bombs(path, where)
        place_word = _reader(kind, where)(path, collector)
    if not collector.passages:
        raise input_fault("There is no text in this file.", where, "Name the finished document.")
    return Document(path.name, place_word, tuple(collector.passages), collector.unread.all)


def _unknown(kind: str, where: str) -> Fault:
    what = f"A file of the kind “{kind}” is not read."
    return input_fault(what, where, TO_DO.get(kind, SAVE_AS))


def _reader(kind: str, where: str) -> Callable[[Path, Collector], str]:
    if kind == ".html":
        from wres_report.documents.web.page import read_html

        return read_html
    if kind == ".docx":
        from wres_report.documents.word.body import read_docx

        return read_docx
    if kind == ".pdf":
        from wres_report.documents.pdf.reader import read_pdf

        return read_pdf
    if kind == ".zip":
        raise input_fault(
            "This file is damaged, or is no document.", where,
            "Open it in the program it was made with, save it anew, and audit that.",
        )  # fmt: skip
    if kind:
        raise _unknown(kind, where)
    return read_text


def read_text(path: Path, collector: Collector) -> str:
    """Read Markdown or plain text; its places are lines."""
    content = path.read_bytes()
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise input_fault(
            "This file is not in UTF-8.", f"{path.as_posix()}, byte {error.start}",
            "Save it as UTF-8.",
        ) from None  # fmt: skip
    lines = [(place, normalised(line)) for place, line in enumerate(text.splitlines(), 1)]
    read_lines(lines, collector)
    return "line"
