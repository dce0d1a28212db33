"""How a file is changed so that it has a fault."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from wres_report.demo.tables import csv_text

# The new content of a file; None where it has no place for the fault.
Change = Callable[[bytes], bytes | None]
Rows = list[list[str]]  # the head first


def table(change: Callable[[Rows], bool]) -> Change:
    """A change of the rows of a table; it says whether it found a place."""

    def changed(content: bytes) -> bytes | None:
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        return csv_text(rows).encode() if change(rows) else None

    return changed


def cell(row: int, column: str, new: Callable[[str], str]) -> Change:
    """A change of one cell; row 1 is the first below the head. No place where it is not full."""

    def change(rows: Rows) -> bool:
        place = rows[0].index(column)
        old = rows[row][place]
        rows[row][place] = new(old)
        return bool(old) and rows[row][place] != old

    return table(change)


def text(change: Callable[[str], str]) -> Change:
    """A change of the whole text; no place where nothing changes."""

    def changed(content: bytes) -> bytes | None:
        old = content.decode()
        new = change(old)
        return new.encode() if new != old else None

    return changed


def swapped_groups(rows: Rows) -> bool:
    rows[0] = ["staff_group", "band", "bme", "white", "unknown"]
    white, bme = (int(number) for number in rows[1][2:4])
    # A group is told from the other by its size alone.
    return bme >= 20 and white > 2.5 * bme


def thousands(number: str) -> str:
    return f"{int(number):,}".replace(",", "’")


def fractions(rows: Rows) -> bool:
    place = rows[0].index("percent")
    for row in rows:
        if row[0] == "5" and row[place]:
            row[place] = f"{float(row[place]) / 100:.3f}"
    return True


def too_many_appointed(rows: Rows) -> bool:
    place = rows[0].index("bme")
    rows[2][place] = str(int(rows[1][place]) + 3)
    return True


def too_many_voting(rows: Rows) -> bool:
    rows[2][1] = str(int(rows[1][1]) + 1)
    return True


def doubled_row(rows: Rows) -> bool:
    rows.append(rows[2])
    return True


def published_otherwise(rows: Rows) -> bool:
    for row in rows:
        if row[:2] == ["1", "percent"]:
            row[4] = f"{float(row[4]) + 3:.1f}"
            return True
    return False


def later_survey(rows: Rows) -> bool:
    rows[-1][1] = str(int(rows[-1][1]) + 1)
    return True


def without_lead(rows: Rows) -> bool:
    head, first = rows[0], rows[1]
    first[head.index("lead")] = ""
    return not first[head.index("see_actions")]


def lost_reference(rows: Rows) -> bool:
    rows[1][rows[0].index("see_actions")] = "12.1"
    return True


def in_latin_1(content: bytes) -> bytes:
    words = content.decode().replace("The main site stands here", "The main site (52° N)")
    return words.encode("latin-1")
