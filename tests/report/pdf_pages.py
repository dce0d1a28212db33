"""How far the pages of a PDF are filled."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

HEAD, FOOT = 0.08, 0.07  # of the height: the running lines


def filled(path: Path) -> list[float]:
    """Of each page, how far down its text or pictures reach, as a share of its body."""
    shares = []
    document = pypdfium2.PdfDocument(path)
    for page in document:
        height = page.get_height()
        low, high = FOOT * height, (1 - HEAD) * height
        lowest = high
        for item in page.get_objects(max_depth=4):
            _, bottom, _, top = item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos()
            if low <= bottom and top <= high and top - bottom < 0.9 * height:
                lowest = min(lowest, bottom)
        shares.append((high - lowest) / (high - low))
    document.close()
    return shares


def starts_of_parts(path: Path) -> set[int]:
    """The numbers, from 0, of the pages on which a part begins."""
    document = pypdfium2.PdfDocument(path)
    found = {
        mark.get_dest().get_index() for mark in document.get_toc(max_depth=2) if mark.level == 0
    }
    document.close()
    return found
