"""Tells what a plan says of the metrics of another standard, such as WDES in a plan on the WRES.

The names are those of the standard that needs no name; ``numbering`` exchanges them for another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from wres_report.plan_files.grid import Cell, Line, Row
from wres_report.plan_files.numbering import with_names_of_home

SHORT_CELL = 60  # characters; a longer one may name a standard within a sentence
# Standards whose metrics are numbered too. WRES and WDES in one breath is said of WRES as well.
OTHER = re.compile(
    r"\b(?:WDES|MWRES|BWRES|(?:Bank|Medical)\s+WRES|EDS\s?(?:2022|[23])?|GPG|gender\s+pay\s+gap|"
    r"(?:workforce\s+)?disability\s+equality\s+(?:standard|scheme)|WSOES|equality\s+delivery\s+system)"
    r"(?![a-z])",
    re.IGNORECASE,
)
JOINT = re.compile(r"\bWRES\s*(?:/|&|\+|,|and)\s*WDES\b|\bWDES\s*(?:/|&|\+|,|and)\s*WRES\b", re.I)
OURS = re.compile(r"(?<!bank )(?<!medical )\bWRES\b", re.IGNORECASE)


def names_other_standard(cell: str) -> bool:
    """Whether a cell names another standard than the plan's, and not that one beside it."""
    return _names_other(with_names_of_home(cell))


def _names_other(cell: str) -> bool:
    return OTHER.search(cell) is not None and OURS.search(OTHER.sub("", cell)) is None


def without_other_standards(cell: str) -> str:
    """The text without what it says of another standard's metrics, line by line."""
    if OTHER.search(cell) is None:
        return cell
    return "\n".join(filter(None, map(_without_others, re.split(r"[\n;]", cell))))


def _without_others(line: str) -> str:
    line = JOINT.sub("WRES", line)
    kept, ours = [], True
    parts = re.split(rf"({OTHER.pattern}|\bWRES\b)", line, flags=re.IGNORECASE)
    if len(parts) < 3:
        return line
    # "Metric 4a (WDES)" says behind its number of what it is.
    trailing = re.search(r"\d", "".join(parts[2:])) is None
    if trailing:
        return "" if _names_other(line) else line
    for part in parts:
        if OTHER.fullmatch(part):
            ours = False
        elif OURS.fullmatch(part):
            ours = True
        if ours:
            kept.append(part)
    return "".join(kept)


def of_other_standard(row: Row, columns: Mapping[str, list[tuple[int, ...]]]) -> bool:
    """Whether a short cell of the row, such as that of a column “Standard”, names another one.

    columns: those of the model, and where they stand.
    """
    action = {i for group in columns.get("action", []) for i in group}
    return any(
        len(cell.plain) <= SHORT_CELL and names_other_standard(cell.text)
        for cell in row.filled
        if cell.origin[1] not in action
    )


def of_that_standard(cell: Cell, row: Row) -> Cell:
    """The cell of an indicator whose number is one of the standard that another cell names."""
    if names_other_standard(cell.text) or OURS.search(with_names_of_home(cell.text)):
        return cell
    name = next(
        c.plain for c in row.filled if len(c.plain) <= SHORT_CELL and names_other_standard(c.text)
    )
    return replace(cell, lines=(Line(f"{name} {cell.plain}"),))
