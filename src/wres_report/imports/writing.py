"""Writes an imported table into a workspace, or as a file: aside, then renamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from wres_report.faults import input_fault, usage_fault
from wres_report.files import write_aside
from wres_report.formulas import protected
from wres_report.imports.model import Table
from wres_report.inputs.tables import TABLES


def csv_text(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table with its head; a cell that needs it stands in double quotes, and none is one that
    a spreadsheet runs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([protected(cell) for cell in row] for row in rows)
    return text.getvalue()


def check_target(path: Path, table: str, *, force: bool) -> None:
    """Raise a usage fault where a file stands there that holds any figure and may not go."""
    if force or not path.exists() or is_unfilled(path, table):
        return
    raise usage_fault(
        "This file is there already.", path.as_posix(),
        "Look at what would be written, then add --force to replace it.",
    )  # fmt: skip


def is_unfilled(path: Path, table: str) -> bool:
    """Whether it is a table as ``wres new`` makes it: rows without a single figure."""
    schema = TABLES.get(table)
    if schema is None:
        return False
    figures = [name for name in schema.numbers if name not in schema.key]
    try:
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeError, csv.Error):
        return False
    return not any((row.get(name) or "").strip() for row in rows for name in figures)


def write_table(path: Path, table: Table) -> None:
    """Write one table; raises an input fault where the folder cannot be written to."""
    _write(path, csv_text(table.columns, table.rows))


def write_together(path: Path, tables: Sequence[Table]) -> None:
    """Write the tables of many trusts as one, with the trust's code in the first column."""
    rows = [(table.code, *row) for table in tables for row in table.rows]
    columns = tables[0].columns if tables else ()
    _write(path, csv_text(("trust", *columns), rows))


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_aside(path, text)
    except OSError as error:
        raise input_fault(
            f"This file cannot be written: {error.strerror}.", path.as_posix(),
            "Close it in other programs, and check that you may write to the folder.",
        ) from None  # fmt: skip
