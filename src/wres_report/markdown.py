"""Markdown as pandoc and Quarto read it: tables, text made plain, and which lines are code."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wres_report.words import UNPRINTABLE, capitalised

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~^$@])")
ALL_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~^$@{}])")
FENCE = re.compile(r"^[ \t]*(?:>[ \t]?)*[ \t]*(`{3,}|~{3,})(.*)$")
ESCAPED = re.compile(r"\\([\\`*_\[\]<>|#~^$@{}])")
BREAKS = re.compile(r"[\t\n\r\x85\u2028\u2029]+")
RULES = {"l": (":", "-"), "r": ("-", ":"), "c": (":", ":")}


def escape(text: str) -> str:
    """The text with every character that Markdown would read as its own made plain.

    A line break becomes a space, since a cell of a pipe table is one line. A character that no
    document can hold is left out.
    """
    return SPECIAL.sub(r"\\\1", " ".join(UNPRINTABLE.sub("", text).split()))


def escape_words(text: str) -> str:
    """The text as Markdown that prints it as it stands, wherever in a line it is put.

    White space stays, but for line breaks and tabs, which become a space.
    """
    plain = BREAKS.sub(" ", UNPRINTABLE.sub("", text))
    return ALL_SPECIAL.sub(r"\\\1", plain)


def unescape_words(text: str) -> str:
    """What ``escape_words`` was given, for where no Markdown is read."""
    return ESCAPED.sub(r"\1", text)


def escaped(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Settings with ``escape_words`` of each text in them."""
    return _each(tree, escape_words)


def unescaped(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Settings with ``unescape_words`` of each text in them."""
    return _each(tree, unescape_words)


def _each(tree: Mapping[str, Any], change: Callable[[str], str]) -> dict[str, Any]:
    return {
        key: _each(value, change) if isinstance(value, Mapping)
        else change(value) if isinstance(value, str) else value
        for key, value in tree.items()
    }  # fmt: skip


def pipe_table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    align: str,
    widths: Sequence[int] | None = None,
) -> str:
    """A pipe table of cells that are Markdown already.

    align: a letter for each column: ``l``, ``r`` or ``c``. widths: relative widths, for a table
    wider than the page. Raises ValueError where a row has another number of cells.
    """
    dashes = widths or [6] * len(head)
    rule = [
        RULES[letter][0] + "-" * max(width, 3) + RULES[letter][1]
        for letter, width in zip(align, dashes, strict=True)
    ]
    lines = [_line([capitalised(name) for name in head]), _line(rule)]
    for row in rows:
        if len(row) != len(head):
            raise ValueError(f"a row of {len(row)} cells in a table of {len(head)} columns")
        lines.append(_line(row))
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell or " " for cell in cells) + " |"


class Fences:
    """Which lines of a Markdown text are code between fences, asked line by line.

    As pandoc reads them: a fence is closed by one of its own sign, at least as long, with nothing
    behind it; one of backticks has none behind its sign. It may stand in a quotation.
    """

    def __init__(self) -> None:
        self.open = ""  # the fence that is not closed yet

    def holds(self, line: str) -> bool:
        """Whether the next line belongs to code; the fences themselves do."""
        found = FENCE.match(line)
        if self.open:
            if found and found[1].startswith(self.open) and not found[2].strip():
                self.open = ""
            return True
        if found and not (found[1].startswith("`") and "`" in found[2]):
            self.open = found[1]
            return True
        return False
