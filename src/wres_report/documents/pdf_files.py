"""Reads the text of a PDF, page by page; its places are pages."""

from __future__ import annotations

import re
from pathlib import Path

from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector
from wres_report.faults import input_fault

FEWEST_LETTERS = 20
FEWEST_FIGURES, MOST_WORDS = 2, 0.3
HYPHENATED = re.compile(r"(\w)\u00ad?-\n(?=[a-z])")


def _prose(line: str) -> str:
    """The line, or nothing where it is a row of a table, whose columns a PDF does not keep."""
    words = line.split()
    figures = sum(1 for word in words if any(character.isdigit() for character in word))
    return "" if figures >= FEWEST_FIGURES and figures >= len(words) * MOST_WORDS else line


def read_pdf(path: Path, collector: Collector) -> str:
    """Raises an input fault for a PDF that is protected, or that has pictures of text only."""
    from pypdf import PdfReader

    reader = PdfReader(path)
    if reader.is_encrypted and not reader.decrypt(""):
        raise input_fault(
            "This PDF is protected by a password.", path.as_posix(),
            "Save it without the password, and audit that.",
        )  # fmt: skip
    texts = [page.extract_text() or "" for page in reader.pages]
    if sum(character.isalpha() for text in texts for character in text) < FEWEST_LETTERS:
        raise input_fault(
            "This PDF holds no text: it is a scan, or its text was drawn as a picture.",
            path.as_posix(),
            "Audit the Word file or web page it was made from, or run it through text recognition.",
        )
    lines = []
    for number, text in enumerate(texts, 1):
        joined = HYPHENATED.sub(r"\1-", text)
        lines += [(number, _prose(line)) for line in joined.splitlines()]
    read_lines(lines, collector)
    return "page"
