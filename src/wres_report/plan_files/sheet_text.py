"""Text as a cell of a workbook can hold it."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767  # in the units of UTF-16, as Excel counts
# What XML 1.0 cannot hold: control characters, halves of surrogate pairs, two non-characters.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
BREAK = re.compile(r"\r\n?")
# A workbook writes such characters as _x000D_; text that only looks like that is marked.
LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def sheet_text(text: str, *, escape: bool = True) -> str:
    """The text with line breaks as ``\\n`` and without what no workbook can hold."""
    found = NO_XML.sub("", BREAK.sub("\n", text))
    return LIKE_ESCAPED.sub("_x005F_", found) if escape else found


def length_in_excel(text: str) -> int:
    """The number of characters as Excel counts them: those beyond the first plane twice."""
    return len(text.encode("utf-16-le")) // 2
