"""Columns of quarters or months in which a tick says when an action is due."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from wres_report.plan_files.blocks import Block
from wres_report.plan_files.grid import Cell, Line, Row

MONTHS = "|".join([*calendar.month_name[1:], "Sept", *calendar.month_abbr[1:]])
YEAR = r"(?:\W*(?:FY\s*)?(?:20)?\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?)"
SPAN = rf"(?:(?:{MONTHS})\.?\s*(?:[-–/]|to)\s*)?(?:{MONTHS})\.?"
# A month without a year is a heading of its own; behind other words it may be none.
PERIOD = re.compile(
    rf"(?:^|.*\s)((?:q|qtr|quarter)\.?\s*[1-4](?:{YEAR}|\s*\({SPAN}{YEAR}?\))?|{SPAN}{YEAR})\W*$|"
    rf"^\W*({SPAN})\W*$",
    re.IGNORECASE,
)
# The ticks of keyboards, and those that the fonts Wingdings and Symbol show for a letter.
TICK = re.compile(
    r"^(?:[\u2713\u2714\u2611\u2612\u221a\u2717\u2718\u25a0\u25cf\u2022\u00fc\u00fe\uf0fc\uf0fe\uf052]|x|y|yes|tick|[*/])$",
    re.IGNORECASE,
)


def write_ticks_out(block: Block) -> None:
    """Write the quarter or month of the heading into each cell below it that is ticked.

    Only where a column holds nothing but ticks; words below a quarter stay as they are.
    """
    if block.own is not None:
        return
    periods = {
        n: match[1] or match[2] for n, h in enumerate(block.headings) if (match := PERIOD.match(h))
    }
    ticked = {
        n: words
        for n, words in periods.items()
        if (texts := [t for row in block.rows if (t := row.cell(n).plain)])
        and all(TICK.match(text) for text in texts)
    }
    block.ticked = frozenset(ticked)
    if ticked:
        block.rows = [_written(row, ticked) for row in block.rows]


def _written(row: Row, ticked: dict[int, str]) -> Row:
    cells = tuple(_of(row, n, ticked) for n in range(len(row.cells)))
    return replace(row, cells=cells)


def _of(row: Row, column: int, ticked: dict[int, str]) -> Cell:
    cell = row.cell(column)
    if column not in ticked or not cell.plain:
        return cell
    # A tick in a cell that is merged over quarters lasts to the last of them.
    first = cell.origin[1]
    span = [ticked[n] for n in range(first, first + cell.columns) if n in ticked]
    words = " to ".join(dict.fromkeys((span or [ticked[column]])[:: max(len(span) - 1, 1)]))
    return replace(cell, lines=(Line(words, "bullet"),))
