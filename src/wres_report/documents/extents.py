"""How far the sheets of a workbook reach, before a reader takes memory for all of it.

The quick readers make one table of a sheet from its first to its last cell. A cell that slipped
into the last column would take all memory, for rows that hold nothing. Sheets are looked at as
text, a tenth of the time that reading them takes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wres_report.documents.opening import SHEET, refuse_bombs, refuse_strict
from wres_report.faults import input_fault

# Cells from the first to the last, empty ones too: a full sheet of 28 columns.
MOST_CELLS = 30_000_000
# Texts of a long list stand in one part, which is larger than any of a document.
LARGEST_TEXTS = 512 * 2**20
BLOCK, OVERLAP = 1 << 20, 512
# Patterns begin with what stands there letter by letter, which is what makes them quick.
ROW = re.compile(rb'<row\b[^>]*?\br="(\d{1,7})"')
ANY_ROW = b"<row"
# Columns beyond Z; whether one has a letter less than another's hardly matters for memory.
COLUMN = re.compile(rb' r="([A-Z]{2,3})\d')
# Some programs write every name with a prefix.
PREFIX = re.compile(rb"<(\w+:)worksheet\b")
LETTERS = 26
# A formula that no value follows: a program wrote it that does not reckon. Of a text that is
# empty the value is empty too, which says ``t="str"``.
FORMULA = b"<f"
VALUELESS = re.compile(
    rb'<c\b(?![^>]*\st="str")[^>]*>\s*<f\b(?:[^>]*/>|[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)


@dataclass(frozen=True)
class Extent:
    """The last row and the last column of a sheet, counted from 1; 26 for fewer columns.

    valueless: whether a formula is without its value.
    """

    rows: int
    columns: int
    valueless: bool = False


def check_extents(path: Path, where: str) -> None:
    """Raise an input fault for a workbook that no reader should open.

    Because a part unpacks to more than any real one has, a sheet reaches so far that its empty
    cells would take all memory, or a formula is without its value, which would count as empty.
    """
    refuse_strict(path, where)
    refuse_bombs(path, where, LARGEST_TEXTS)
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if not SHEET.search(name):
                continue
            with package.open(name) as part:
                extent = extent_of(iter(partial(part.read, BLOCK), b""))
            if extent.rows * extent.columns > MOST_CELLS:
                from openpyxl.utils import get_column_letter

                raise input_fault(
                    f"A sheet of this workbook reaches to row {extent.rows:,} and column "
                    f"{get_column_letter(extent.columns)}, which is more than can be read.",
                    where,
                    "Most often a single cell has slipped far off: delete the empty rows and "
                    "columns beyond the table, and save. A list that is so large: save it as CSV.",
                )
            if extent.valueless:
                raise input_fault(
                    "This workbook has formulas whose values are not in the file.", where,
                    "Open it in a spreadsheet, save it, and import it again.",
                )  # fmt: skip


def extent_of(blocks: Iterable[bytes]) -> Extent:
    """How far a sheet reaches. blocks: its XML in parts of any length."""
    rows = counted = 0
    columns: set[bytes] = set()
    valueless = False
    tail = prefix = b""
    for block in blocks:
        text = tail + block
        named = PREFIX.search(text) if not rows else None
        prefix = named[1] if named else prefix
        if prefix:
            text = text.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
        rows = max([rows, *map(int, ROW.findall(text))])
        # A program may leave out the numbers of rows.
        counted += text.count(ANY_ROW) - tail.count(ANY_ROW)
        columns.update(COLUMN.findall(text))
        if FORMULA in text and not valueless:
            valueless = VALUELESS.search(text) is not None
        tail = text[-OVERLAP:]
    return Extent(max(rows, counted), _last_of(columns), valueless)


def _last_of(columns: Iterable[bytes]) -> int:
    letters = [name.decode() for name in columns]
    if not letters:
        return LETTERS
    # Loaded for wide sheets alone: it takes longer than reading most lists.
    from openpyxl.utils import column_index_from_string

    return max(int(column_index_from_string(name)) for name in letters)
