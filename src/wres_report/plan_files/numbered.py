"""Cells of one row that number their parts as its actions are numbered: 1. 2. 3. in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from wres_report.plan_files.action_cells import Part
from wres_report.plan_files.grid import Cell, Line

NUMBERED = re.compile(r"^\s*[\[(]?(\d{1,2}(?:\.\d{1,2})*)[.):\]]\s*(?=\S)")
INLINE = re.compile(r"\s+(?=\(?\d{1,2}[.)]\s+\S)")
# What belongs to the row as a whole.
SHARED = frozenset({"action", "sub_actions", "id", "indicators", "theme", "objective"})


def in_parallel(cells: dict[str, Cell], parts: Sequence[Part]) -> list[dict[str, Cell]]:
    """The cells of a row for each of its actions.

    A cell with a part for several of the numbers that the actions bear gives each its own; any
    other cell counts for all. Nothing is parted where an action has no number of its own.
    """
    numbers = [part.id or str(n) for n, part in enumerate(parts, start=1)]
    shares = [cells] * len(parts)
    if len(parts) < 2 or not all(part.numbered for part in parts):
        return shares
    for name, cell in cells.items():
        pieces = {} if name in SHARED else _pieces(cell)
        if len(pieces) > 1 and set(pieces) <= set(numbers):
            shares = [
                share | {name: replace(cell, lines=tuple(pieces.get(number, ())))}
                for share, number in zip(shares, numbers, strict=True)
            ]
    return shares


def _pieces(cell: Cell) -> dict[str, list[Line]]:
    """The lines of a cell by the number before them; none where something stands before the
    first, or a number comes twice."""
    found: dict[str, list[Line]] = {}
    latest = ""
    for line in cell.lines:
        texts = INLINE.split(line.text) if NUMBERED.match(line.text) else [line.text]
        for text in texts:
            match = NUMBERED.match(text)
            own = match[1] if match else str(len(found) + 1) if line.mark == "number" else ""
            if own in found or (not own and not latest and text.strip()):
                return {}
            latest = own or latest
            if text.strip():
                rest = text[match.end() :] if match else text
                found.setdefault(latest, []).append(replace(line, text=rest, mark=""))
    return found
