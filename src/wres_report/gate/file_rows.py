"""The files of the trust-years, as rows that the suite ``files`` runs on."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from wres_report.gate.cells import nearest
from wres_report.gate.stacks import Stack
from wres_report.gate.years import YearTables
from wres_report.inputs.places import WORKBOOK
from wres_report.inputs.reading import Cells
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.used import SPREADSHEETS
from wres_report.words import runs

# What is told of the workbook of tables, each by a rule of its own.
OF_SHEETS = ("doubt", "contradiction", "read_as", "stranger")
COLUMNS = (
    "trust", "year", "file_row", "file", "table", "is_table", "missing_columns",
    "unknown_columns", "head", "rows", "hint", "tables", "persons", "names_read", "short_rows",
    *OF_SHEETS, "sheet_column",
)  # fmt: skip


MOST_NAMES = 8
NOT_SHOWN = "(not shown, since the file seems to hold rows of persons)"


def files_stack(years: Iterable[YearTables]) -> Stack:
    """One row for each file, and one more for each that seems to hold rows of persons.

    Columns: file, file_row 1, table, is_table (yes or no), missing_columns, unknown_columns (names
    with commas), head (all of them), rows, hint (the near names), persons (the kinds of column
    that say so), short_rows (their numbers); tables is 0 for a folder without any table. doubt,
    contradiction, read_as, stranger: what is told of the workbook of tables, with sheet_column.
    """
    rows: list[dict[str, Any]] = []
    for year in years:
        place = {"trust": year.trust_year.code, "year": year.trust_year.year, "file_row": 1}
        tables = list(tables_of(year.standard))
        for name, cells in year.tables.items():
            short = runs(cells.short_rows)
            about = {"file": year.file(name), "rows": len(cells), "short_rows": short}
            if year.file(name) in year.persons:
                # Without its head a file of persons would be told with the values of the first.
                about |= {"head": NOT_SHOWN, "unknown_columns": "", "hint": ""}
            schema = tables_of(year.standard)[name]
            rows.append(place | _columns_of(schema, cells.head) | about)
            if cells.read_as:
                rows.append(place | _no_columns("yes") | _read_as(year.file(name), cells))
        if not year.tables and not year.faults:
            rows.append(
                place | _no_columns("yes") | {"file": f"data/{year.trust_year}/", "tables": 0}
            )
        for stranger in year.strangers:
            rows.append(
                place | _no_columns("no") | {"file": stranger, "hint": _meant(stranger, tables)}
            )
        for file, kinds in year.persons.items():
            rows.append(place | _no_columns("yes") | {"file": file, "persons": kinds})
        for note in year.notes:
            told = {name: getattr(note, name) for name in OF_SHEETS}
            about = {"file": note.where, "file_row": note.row, "sheet_column": note.column}
            rows.append(place | _no_columns("yes") | about | told)
    return Stack({name: [row.get(name, math.nan) for row in rows] for name in COLUMNS})


def _read_as(file: str, cells: Cells) -> dict[str, Any]:
    """What is said once of names that are written otherwise than the table has them."""
    told = list(dict.fromkeys(f"“{written}” as {own}" for written, own in cells.read_as))
    more = f" and {len(told) - MOST_NAMES} more" if len(told) > MOST_NAMES else ""
    return {"file": file, "names_read": ", ".join(told[:MOST_NAMES]) + more}


def _meant(file: str, tables: list[str]) -> str:
    """What a file that is not read may have been meant for."""
    name = PurePosixPath(file)
    if name.name.lower() == WORKBOOK:
        return f"The workbook of all tables is read under the name “{WORKBOOK}” alone."
    near = nearest(name.stem, tables)
    if not near:
        return ""
    if name.stem == near and name.suffix.lower() in SPREADSHEETS:
        return (
            f"A table is read from a CSV file: open this one in the spreadsheet, choose Save As, "
            f"then “CSV UTF-8 (comma delimited)”, and save it as “{near}.csv”."
        )
    return f"Is “{near}.csv” meant?"


def _no_columns(is_table: str) -> dict[str, Any]:
    names = (
        "table",
        "missing_columns",
        "unknown_columns",
        "head",
        "hint",
        "persons",
        "names_read",
        "short_rows",
        *OF_SHEETS,
        "sheet_column",
    )
    return {"is_table": is_table, "rows": 1, **dict.fromkeys(names, "")}


def _columns_of(schema: TableSchema, head: tuple[str, ...]) -> dict[str, str]:
    """What is told of a head; most files of a table have the same."""
    return _told_of(schema.name, schema.columns, schema.required, head)


@lru_cache(maxsize=1024)
def _told_of(
    table: str, columns: tuple[str, ...], required: tuple[str, ...], head: tuple[str, ...]
) -> dict[str, str]:
    missing = [name for name in required if name not in head]
    unknown = [name for name in head if name not in columns]
    # A column that is misspelt is missing, and that is told; it is not told again as unknown.
    meant = {name: nearest(name, [c for c in columns if c not in head]) for name in unknown}
    misspelt = {name: near for name, near in meant.items() if near in missing}
    hints = [
        f"“{name}” may be meant for “{near}”: rename it." for name, near in meant.items() if near
    ]
    return {
        "table": table,
        "is_table": "yes",
        "missing_columns": ", ".join(missing),
        "unknown_columns": ", ".join(name for name in unknown if name not in misspelt),
        "head": ", ".join(head),
        "hint": " ".join(hints),
        "persons": "",
        "names_read": "",
        **dict.fromkeys(OF_SHEETS, ""),
        "sheet_column": "",
    }
