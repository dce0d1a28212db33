"""The one place where DuckDB is opened: in memory, with no spill to disk and no network."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# So many rows are handed over at once; more costs memory, fewer costs time.
CHUNK = 50_000


def connect() -> Any:
    """A database in memory.

    It never writes rows of persons to a temporary file (without a temporary directory DuckDB
    fails rather than spills), and never fetches an extension from anywhere.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false"})
    for setting in (
        "temp_directory=''",
        "preserve_insertion_order=true",
        "enable_progress_bar=false",
        "autoload_known_extensions=false",
    ):
        connection.execute(f"set {setting}")
    return connection


def name_of(index: int) -> str:
    """What a column of a sheet is called in the database; index from 0."""
    return f"c{index}"


def table_of(connection: Any, name: str, rows: Sequence[Sequence[str]], width: int) -> None:
    """Make a table of text from rows; a row that is shorter is filled with empty cells."""
    columns = ", ".join(f"{name_of(i)} varchar" for i in range(width))
    connection.execute(f"create or replace table {name} ({columns})")
    values = ", ".join(f"unnest($p{i}::varchar[])" for i in range(width))
    for start in range(0, len(rows), CHUNK):
        part = rows[start : start + CHUNK]
        cells = {f"p{i}": [row[i] if i < len(row) else "" for row in part] for i in range(width)}
        connection.execute(f"insert into {name} select {values}", cells)
