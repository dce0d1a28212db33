"""Reads a CSV file as a grid."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from wres_report.faults import input_fault
from wres_report.formulas import unprotected
from wres_report.inputs.text import read_text
from wres_report.plan_files.grid import Cell, Grid, Row, Source, lines_of

SAVE_AS = "Save it again as “CSV UTF-8 (comma delimited)”."


def read_csv(path: Path, where: str) -> Source:
    """The file as one grid; its rows are named by the line they begin on.

    Raises an input fault where it is not UTF-8 or not parted by commas.
    """
    reader = csv.reader(io.StringIO(read_text(path, where), newline=""), strict=True)
    rows: list[Row] = []
    start = 1
    try:
        for texts in reader:
            index = len(rows)
            cells = tuple(
                Cell(
                    lines_of(unprotected(text)),
                    (index, column),
                    place=f"row {start}, column {column + 1}",
                )
                for column, text in enumerate(texts)
            )
            rows.append(Row(index, f"row {start}", cells))
            start = reader.line_num + 1
    except csv.Error as error:
        raise input_fault(
            f"This file is not a table of comma-separated values: {error}.",
            f"{where}, row {start}",
            f"Close every double quote. {SAVE_AS}",
        ) from None
    if all(len(row.cells) <= 1 for row in rows):
        _reject_other_separators(rows, where)
    return Source("file", (Grid(path.name, 1, tuple(rows)),))


def _reject_other_separators(rows: list[Row], where: str) -> None:
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        if any(separator in cell.text for row in rows for cell in row.cells):
            raise input_fault(f"This file is parted by {name}, not commas.", where, SAVE_AS)
