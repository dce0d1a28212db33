"""Markdown tables as pandoc and Quarto read them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wres_report.words import UNPRINTABLE, capitalised

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~^$@])")
RULES = {"l": (":", "-"), "r": ("-", ":"), "c": (":", ":")}


def escape(text: str) -> str:
    """The text with every character that Markdown would read as its own made plain.

    A line break becomes a space, since a cell of a pipe table is one line. A character that no
    document can hold is left out.
    """
    return SPECIAL.sub(r"\\\1", " ".join(UNPRINTABLE.sub("", text).split()))


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
