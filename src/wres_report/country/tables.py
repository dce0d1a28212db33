"""Writes the table of all trusts: CSV, Parquet, and what was found, each aside and then renamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy

from wres_report.country.findings import Finding
from wres_report.files import write_aside
from wres_report.formulas import protected, unprotected
from wres_report.imports.database import connect
from wres_report.leftovers import beside, remove
from wres_report.peers.figure import COLUMNS, TYPES, Figure

PARQUET, FINDINGS = "country.parquet", "findings.csv"
ARRAYS = {"integer": "int32", "double": "float64", "boolean": "bool"}


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows below a head, in UTF-8; nothing for None, ``true`` and ``false`` for a boolean.

    Raises OSError where the folder cannot be written to.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    # A country has two million cells and few texts, so each text is looked at once.
    texts = _Texts()
    writer.writerows(
        [texts[cell] if cell.__class__ in (str, bool) else cell for cell in row] for row in rows
    )
    write_aside(path, text.getvalue())


class _Texts(dict[Any, str]):
    """A text or a boolean as a cell of a CSV has it."""

    def __missing__(self, cell: str | bool) -> str:
        found = protected(cell) if isinstance(cell, str) else str(cell).lower()
        self[cell] = found
        return found


def write_parquet(path: Path, figures: Sequence[Figure]) -> None:
    """Write the table as Parquet, its columns with their types; nothing for an empty text.

    The same figures give the same bytes. Raises OSError where the folder cannot be written to.
    """
    kinds = {name: TYPES.get(name, "varchar") for name in COLUMNS}
    table = {name: _array(column, kinds[name])
             for name, column in zip(COLUMNS, zip(*figures, strict=True), strict=True)}  # fmt: skip
    # A column without a text has no type by itself.
    columns = ", ".join(f'"{name}"::{kind} as "{name}"' for name, kind in kinds.items())
    temporary = beside(path)
    try:
        temporary.touch()
        with connect() as connection:
            connection.execute("set threads=1")  # several would share the rows out otherwise
            connection.register("figures", table)
            connection.execute(
                f"copy (select {columns} from figures) to '{_quoted(temporary)}' "
                "(format parquet, compression zstd)"
            )
        temporary.replace(path)
    finally:
        remove(temporary)


def _array(column: Sequence[Any], kind: str) -> Any:
    """A column as an array of its type, which DuckDB reads three times as fast as a list."""
    if kind == "varchar":
        return numpy.array([cell or None for cell in column], dtype=object)
    none = [cell is None for cell in column]
    cells = [0 if cell is None else cell for cell in column]
    return numpy.ma.array(cells, dtype=ARRAYS[kind], mask=none)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def findings_of_csv(path: Path) -> Iterator[Finding]:
    """The findings of a file that ``write_findings`` wrote. Raises OSError where it cannot be read,
    ValueError for what is no such file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if next(rows, None) != list(Finding._fields):
            raise ValueError("these are not the columns of findings")
        for rule, severity, trust, year, message, action in rows:
            yield Finding(
                rule, severity, trust, int(year or 0), unprotected(message), unprotected(action)
            )


def write_findings(path: Path, findings: Sequence[Finding]) -> None:
    """Write what was found; a finding of all years has none."""
    rows = [[cell or "" for cell in finding] for finding in findings]
    write_csv(path, Finding._fields, rows)
