"""The tables that a trust-year supplies, wherever they stand."""

from __future__ import annotations

import pandas as pd

from wres_report.faults import Fault
from wres_report.inputs.places import TablePlace, place_of
from wres_report.inputs.reading import Cells, frame_of, read_cells
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.tables_sheet import SheetRead, SheetTable
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace


def cells_at(place: TablePlace, schema: TableSchema) -> Cells | None:
    """The table at a place; None for a sheet without rows, which a workbook may have of any table.

    Raises an input fault where the file cannot be read, see ``reading.read_cells``.
    """
    if not place.sheet:
        return read_cells(place.path, schema, place.where)
    table = sheet_at(place, schema).table
    return None if table is None else cells_of_table(table, schema)


def sheet_at(place: TablePlace, schema: TableSchema) -> SheetRead:
    """The sheet at a place, with what is to be told of it."""
    from wres_report.inputs.tables_workbook import open_tables

    return open_tables(place.path, place.file).read(schema)


def cells_of_table(table: SheetTable, schema: TableSchema) -> Cells:
    """The rows of a sheet as a file of its own would be read."""
    texts = {name: [""] * len(table.rows) for name in schema.columns}
    for place, name in enumerate(table.columns):
        texts[name] = [row[place] for row in table.rows]
    return Cells(table.columns, list(table.numbers), texts)


def table_of(workspace: Workspace, trust_year: TrustYear, name: str) -> pd.DataFrame | None:
    """A table of a trust-year; None where it is not supplied. Raises as ``cells_at`` does."""
    place = place_of(workspace, trust_year, name)
    schema = tables_of(workspace.standard(trust_year))[name]
    cells = None if place is None else cells_at(place, schema)
    return None if cells is None else frame_of(cells, schema)


def rows_of(workspace: Workspace, trust_year: TrustYear, name: str) -> list[dict[str, str]]:
    """The rows of a table as text, by column; none where it is not supplied, and none where it
    cannot be read: of that the gate tells."""
    place = place_of(workspace, trust_year, name)
    schema = tables_of(workspace.standard(trust_year))[name]
    try:
        cells = None if place is None else cells_at(place, schema)
    except Fault:
        return []
    if cells is None:
        return []
    rows = zip(*cells.texts.values(), strict=True)
    return [dict(zip(cells.texts, row, strict=True)) for row in rows]
