r"""Cells that hold a list, such as the sub-actions or the joint leads of an action.

Items are parted by ``|``. A ``|`` that belongs to an item is written ``\|``, and a backslash
that stands right before one is doubled; any other backslash is itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PIPE = re.compile(r"(\\*)\|")


def split_list(cell: str) -> tuple[str, ...]:
    """The items of a cell, without the spaces around them; empty ones are left out."""
    items, item, start = [], "", 0
    for pipe in PIPE.finditer(cell):
        slashes = len(pipe[1])
        item += cell[start : pipe.start()] + "\\" * (slashes // 2)
        if slashes % 2:
            item += "|"
        else:
            items.append(item)
            item = ""
        start = pipe.end()
    items.append(item + cell[start:])
    return tuple(stripped for item in items if (stripped := item.strip()))


def join_list(items: Iterable[str]) -> str:
    """The cell that ``split_list`` reads as these items."""
    # A backslash at the end of an item is kept off the separator by the space before it.
    return " | ".join(PIPE.sub(lambda m: m[1] * 2 + "\\|", item.strip()) for item in items)
