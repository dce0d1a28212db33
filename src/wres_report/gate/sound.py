"""The rows that may be held against each other: those whose figures stand on their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from wres_report.gate.comparisons import Row, Tables
from wres_report.gate.findings import Ledger
from wres_report.gate.frames import RENAMED
from wres_report.gate.stacks import Part, Stack
from wres_report.inputs.given.tables import GIVEN
from wres_report.inputs.reading import AS_WRITTEN
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.standard import Standard

# Tables that are compared with no others, and not with last year's: of these no year needs more
# than its own.
ALONE = (*(name for name, table in GIVEN.items() if table.alone), "actions", "progress")


def sound_tables(
    stacks: Mapping[str, Stack], ledgers: Mapping[TrustYear, Ledger], standard: Standard
) -> dict[TrustYear, Tables]:
    """The rows of each trust-year's tables, with None for each figure that is wrong or not given.

    A table in which a key is wrong or stands twice is left out: no sum over it means anything.
    Of a table that is not compared it is only told that it is sound, without its rows.
    """
    sound: dict[TrustYear, Tables] = {trust_year: {} for trust_year in ledgers}
    for name, schema in tables_of(standard).items():
        if name not in stacks:
            continue
        stack = stacks[name]
        for part in stack.parts:
            ledger = ledgers[part.trust_year]
            unknown = name in ledger.tables or ledger.gone[part.file].intersection(schema.key)
            if part.start < part.end and not unknown:
                rows = _rows(schema, stack, part, ledger) if name not in ALONE else []
                sound[part.trust_year][name] = rows
    return sound


def _rows(schema: TableSchema, stack: Stack, part: Part, ledger: Ledger) -> list[Row]:
    renamed = RENAMED.get(schema.name, {})
    names = ["file_row", *(renamed.get(name, name) for name in schema.columns)]
    if schema.name == "reported":
        names.append("value" + AS_WRITTEN)  # how exactly it was published
    rows: list[Row] = [
        {name: None if value != value else value for name, value in row.items()}  # NaN
        for row in stack.rows(part, names)
    ]
    wrong: dict[int, set[str]] = defaultdict(set)
    for file, file_row, column in ledger.wrong:
        if file == part.file:
            wrong[file_row].add(column)
    if wrong:
        for row in rows:
            row.update(dict.fromkeys(wrong[row["file_row"]].intersection(row)))
    return rows
