"""Writes the table of all trusts: CSV, Parquet, and what was found, each aside and then renamed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from wres_report.country.findings import Finding
from wres_report.files import write_aside
from wres_report.formulas import protected, unprotected
from wres_report.imports.database import connect
from wres_report.leftovers import beside, remove
from wres_report.peers.figure import COLUMNS, TYPES, Figure

PARQUET, FINDINGS = "country.parquet", "findings.csv"


def write_csv(path: Path, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Write rows below a head, in UTF-8; nothing for None, ``true`` and ``false`` for a boolean.

    Raises OSError where the folder cannot be written to.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([[_cell(cell) for cell in row] for row in rows])
    write_aside(path, text.getvalue())


def _cell(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return protected(cell) if isinstance(cell, str) else cell


def write_parquet(path: Path, figures: Sequence[Figure]) -> None:
    """Write the table as Parquet, its columns with their types; nothing for an empty text.

    The same figures give the same bytes. Raises OSError where the folder cannot be written to.
    """
    kinds = {name: TYPES.get(name, "varchar") for name in COLUMNS}
    lists = {name: [cell if cell != "" else None for cell in column]
             for name, column in zip(COLUMNS, zip(*figures, strict=True), strict=True)}  # fmt: skip
    columns = ", ".join(f'unnest(${name}::{kind}[]) as "{name}"' for name, kind in kinds.items())
    temporary = beside(path)
    try:
        temporary.touch()
        with connect() as connection:
            connection.execute("set threads=1")  # several would share the rows out otherwise
            connection.execute(
                f"copy (select {columns}) to '{_quoted(temporary)}' (format parquet, "
                "compression zstd)",
                lists,
            )
        temporary.replace(path)
    finally:
        remove(temporary)


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
