"""Reads one CSV file as it was written, with the row of every line, and as numbers.

A cell is kept twice: ``white`` as a number (NaN where empty or not a number) and
``white_as_written`` as text, so that the gate can name what stands in the file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wres_report.faults import Fault, input_fault
from wres_report.formulas import unprotected
from wres_report.inputs.spellings import head_read_as, read_as
from wres_report.inputs.tables import TableSchema
from wres_report.inputs.text import read_text
from wres_report.inputs.typed_cells import Read, number_of_text
from wres_report.words import counted

AS_WRITTEN = "_as_written"
# Far more than any table of a trust-year has; a hundred thousand would take minutes to check.
MOST_ROWS = 10_000
LONGEST_CELL = 15_000  # characters; of more a PDF cannot hold the text
# Excel writes “sep=,” above a table, and reads by it how the columns are parted.
SEPARATOR_LINE = re.compile(r'^"?sep=[,;\t|]?,*"?,*$', re.IGNORECASE)
HEAD_WITHIN = 15  # rows in which the head is looked for
NUMBER = re.compile(r"^[+-]?[0-9]+(\.[0-9]+)?$")


@dataclass(frozen=True)
class Cells:
    """A table as it is written.

    head: the columns that the file has. file_rows: the line in the file of each row, the head
    being 1. texts: every column of the schema by its name, one text for each row, ``""`` where
    the file has no such column or the row no such cell. short_rows: the rows that end before a
    column of numbers. read_as: names that are written otherwise than the table has them, each
    with the name as which it was read. values_read: numbers that are written otherwise, each as
    what was done to it, its row and its column.
    """

    head: tuple[str, ...]
    file_rows: list[int]
    texts: dict[str, list[str]]
    short_rows: tuple[int, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()
    values_read: tuple[tuple[str, int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.file_rows)


def read_cells(path: Path, schema: TableSchema, where: str) -> Cells:
    """Read a table as text. Without pandas, which costs more than the reading.

    Raises an input fault where the file is missing, empty, not UTF-8, or not a table.
    """
    rows = _rows(read_text(path, where), where)
    _reject_other_head(rows, schema, where)
    written = [name.strip() for name in rows[0][1]]
    head = head_read_as(written, schema)
    doubled = sorted({name for name in head if name and head.count(name) > 1})
    if doubled:
        raise input_fault(
            f"The column “{doubled[0]}” stands twice in the head of this file.",
            f"{where}, row 1",
            "Keep one of the two columns.",
        )
    # A comma at the end of every row is a habit of some programs; at the end of one it is a slip,
    # and the cells before it may have moved.
    mixed = any(len(cells) <= len(head) for _, cells in rows[1:] if any(cells))
    filled = [(number, cells) for number, cells in rows[1:] if "".join(cells).strip()]
    for number, cells in filled:
        if len(cells) > len(head) and (mixed or any(cell.strip() for cell in cells[len(head) :])):
            raise input_fault(
                f"This row has {counted(len(cells), 'cell')}, but the head names "
                f"{counted(len(head), 'column')}.",
                f"{where}, row {number}",
                "A cell that holds a comma must stand in double quotes.",
            )
    place_of = {name: place for place, name in enumerate(head)}
    last_number = max((place_of[name] for name in schema.numbers if name in place_of), default=-1)
    numbers = [number for number, _ in filled]
    texts = {name: _column(filled, place_of.get(name)) for name in schema.columns}
    meant = [(own, name) for own, name in zip(written, head, strict=True) if own != name]
    for column in schema.vocabulary:
        for place, text in enumerate(texts[column]):
            if (own := read_as(schema, column, text)) != text:
                texts[column][place] = own
                meant.append((text, own))
    return Cells(
        tuple(name for name in head if name),
        numbers,
        texts,
        tuple(number for number, cells in filled if len(cells) <= last_number),
        tuple(meant),
        tuple(_read_numbers(texts, numbers, schema)),
    )


def _read_numbers(
    texts: dict[str, list[str]], file_rows: list[int], schema: TableSchema
) -> Iterator[tuple[str, int, str]]:
    """Read the numbers as those of a sheet are, in place; what was done to them, as ``Cells`` has
    it. One that can be two is left to the gate."""
    units = texts.get("unit", [""] * len(file_rows))
    for column in schema.numbers:
        for place, text in enumerate(texts[column]):
            if not text or NUMBER.match(text):
                continue
            read = number_of_text(schema, column, text, units[place])
            if isinstance(read, Read) and NUMBER.match(read.text):
                texts[column][place] = read.text
                if read.why:
                    yield read.why, file_rows[place], column


def read_table(path: Path, schema: TableSchema, where: str) -> pd.DataFrame:
    """Read a table.

    Returns one row per line with ``file_row`` (the line in the file, the head being 1), every
    column of the schema as text (``""`` where the file has no such column), and for each number
    column a second one: the text under ``<column>_as_written``, the number under ``<column>``.
    ``frame.attrs["columns"]`` lists the columns the file has.

    Raises an input fault as ``read_cells`` does.
    """
    return frame_of(read_cells(path, schema, where), schema)


def frame_of(cells: Cells, schema: TableSchema) -> pd.DataFrame:
    """Cells as ``read_table`` gives them."""
    frame = pd.DataFrame({"file_row": pd.Series(cells.file_rows, dtype="int64"), **cells.texts})
    for name in schema.numbers:
        frame[name + AS_WRITTEN] = frame[name]
        frame[name] = frame[name].map(as_number).astype("float64")
    frame.attrs["columns"] = list(cells.head)
    return frame


def _column(rows: list[tuple[int, list[str]]], place: int | None) -> list[str]:
    if place is None:
        return [""] * len(rows)
    return [unprotected(cells[place].strip()) if place < len(cells) else "" for _, cells in rows]


def as_number(text: str) -> float:
    """The number that the text writes, NaN where it is empty or writes none."""
    return float(text) if NUMBER.match(text) else float("nan")


def decimals_written(text: str) -> int:
    """How many decimals a number is written with: a figure printed as 33 is not 33.0."""
    return len(text.partition(".")[2])


def _rows(text: str, where: str) -> list[tuple[int, list[str]]]:
    # Strict, because a quote that is never closed would swallow all the rows that follow it.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if rows or any(cell.strip() for cell in cells):
                rows.append((start, cells))
            if len(rows) > MOST_ROWS + 1:
                raise _too_many_rows(where)
            start = reader.line_num + 1
    except csv.Error as error:
        raise input_fault(
            f"This file is not a table of comma-separated values: {error}.",
            f"{where}, row {start}",
            "Close every double quote, or save it again as “CSV UTF-8 (comma delimited)”.",
        ) from None
    if rows and SEPARATOR_LINE.match(",".join(rows[0][1]).strip()):
        del rows[0]  # an instruction to the spreadsheet, not a row of the table
    if not rows:
        raise input_fault("This file has no head.", where, "Name the columns in its first row.")
    _reject_other_separators(rows[0][1], where)
    for number, cells in rows:
        longest = max(map(len, cells), default=0)
        if longest > LONGEST_CELL:
            raise input_fault(
                f"A cell of this row has {longest:,} characters.",
                f"{where}, row {number}",
                f"At most {LONGEST_CELL:,} are read. Most often a double quote is missing, and "
                "what follows was taken for one cell.",
            )
    return rows


def _reject_other_head(rows: list[tuple[int, list[str]]], schema: TableSchema, where: str) -> None:
    """Tell where the head stands, if it is not the first row: a title or a date is above it."""

    def names(cells: list[str]) -> int:
        own = head_read_as([cell.strip() for cell in cells], schema)
        return len(set(schema.columns).intersection(own))

    if names(rows[0][1]):
        return
    for number, cells in rows[1:HEAD_WITHIN]:
        if names(cells) >= 2:
            raise input_fault(
                f"The first row of this file is no head: the head stands in row {number}.",
                f"{where}, row {rows[0][0]}",
                f"Delete what stands above row {number}, such as a title or a date, so that the "
                "names of the columns are the first row.",
            )


def _too_many_rows(where: str) -> Fault:
    return input_fault(
        f"This table has more than {MOST_ROWS:,} rows.",
        where,
        f"At most {MOST_ROWS:,} are read. A table of counts has one row for each line of the "
        "report: check whether it is the right file, or a list of single persons.",
    )


def _reject_other_separators(head: list[str], where: str) -> None:
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if len(head) == 1 and separator in head[0]:
            raise input_fault(
                f"The columns of this file are parted by {name}, not commas.",
                f"{where}, row 1",
                "Save it again as “CSV UTF-8 (comma delimited)”.",
            )
