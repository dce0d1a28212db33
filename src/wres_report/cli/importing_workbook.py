"""``wres import tables``: one workbook with a sheet for each table becomes the tables' files."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import click

from wres_report.faults import ExitStatus
from wres_report.imports.model import Table
from wres_report.imports.writing import write_table
from wres_report.inputs.contradictions import contradiction, is_filled
from wres_report.inputs.opening import supplied
from wres_report.inputs.reading import NUMBER, read_cells
from wres_report.inputs.supplied import cells_of_table
from wres_report.inputs.tables import TableSchema, tables_of
from wres_report.inputs.tables_sheet import SheetTable
from wres_report.inputs.tables_workbook import WorkbookRead, read_tables_workbook
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import read_tables
from wres_report.inputs.workspace import Workspace
from wres_report.standard import load_standard
from wres_report.words import counted


@dataclass
class Plan:
    """write: the tables to be written, each with its file. same: files that say the same already.
    unfilled: tables of the workbook without a figure."""

    write: list[tuple[Path, SheetTable]] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    unfilled: list[str] = field(default_factory=list)


def import_tables(
    file: Path, into: str, project: Path, *, force: bool, as_json: bool
) -> ExitStatus:
    """Show how each sheet was read; write the tables where the command line says so.

    All are written or none: a value that can be read in two ways, or a sheet that contradicts a
    file that is there, stops the whole import.
    """
    workspace = Workspace.open(project) if into else None
    trust_year = TrustYear.parse(into) if into else None
    known = workspace is not None and trust_year is not None
    standard = workspace.standard(trust_year) if workspace and trust_year else load_standard()
    schemas = {name: tables_of(standard)[name] for name in read_tables(standard)}
    found = read_tables_workbook(file, file.as_posix(), schemas)
    plan = _plan(found, schemas, workspace, trust_year, force=force)
    stopped = bool(found.doubts)
    if known and not stopped:
        for path, table in plan.write:
            write_table(path, Table("", table.columns, table.rows))
    written = [p.as_posix() for p, _ in plan.write] if known and not stopped else []
    if as_json:
        click.echo(json.dumps({
            "tables": {t.name: len(t.rows) for t in found.tables}, "told": found.told,
            "doubts": found.doubts, "unfilled": plan.unfilled, "same": plan.same,
            "written": written,
        }, indent=1, ensure_ascii=False))  # fmt: skip
    else:
        _show(found, plan, written, into)
    return ExitStatus.BLOCKED if stopped else ExitStatus.DONE


def _plan(
    found: WorkbookRead, schemas: dict[str, TableSchema], workspace: Workspace | None,
    trust_year: TrustYear | None, *, force: bool,
) -> Plan:  # fmt: skip
    plan = Plan()
    for table in found.tables:
        schema = schemas[table.name]
        if not is_filled(cells_of_table(table, schema), schema):
            plan.unfilled.append(table.name)
            continue
        found.doubts += _strange_cells(table, schema)
        if workspace is None or trust_year is None:
            continue
        path = workspace.data_folder(trust_year) / f"{table.name}.csv"
        where = workspace.relative(path)
        file = read_cells(path, schema, where) if supplied(path) else None
        other = None if file is None else contradiction(cells_of_table(table, schema), file, schema)
        if file is not None and other is None:
            plan.same.append(where)
        elif file is None or force or not is_filled(file, schema):
            plan.write.append((path, table))
        else:
            differs = "" if other is None else other.words()
            found.doubts.append(
                f"sheet “{table.name}” and {where} contradict each other: {differs}. Make them the "
                "same, delete the file, or add --force to replace it with the sheet."
            )
    return plan


def _strange_cells(table: SheetTable, schema: TableSchema) -> list[str]:
    """What stands in columns of numbers and is none, or is no name of its column. It is not
    quoted: a sheet that is no table of counts may hold anything."""
    doubts = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        for name, text in zip(table.columns, row, strict=True):
            names = schema.vocabulary.get(name, {})
            wrong = ""
            if text and name in schema.numbers and not NUMBER.match(text):
                wrong = "a text, where a number is expected"
            elif text and names and text not in names.values():
                known = ", ".join(dict.fromkeys(names.values()))
                wrong = f"none of the names of this column: {known}"
            if wrong:
                doubts.append(f"sheet “{table.name}”, row {number}, column “{name}”: {wrong}.")
    return doubts


def _show(found: WorkbookRead, plan: Plan, written: list[str], into: str) -> None:
    for table in found.tables:
        click.echo(
            f"sheet “{table.name}”: {counted(len(table.rows), 'row')}, "
            f"{counted(len(table.columns), 'column')}"
        )
    for name in plan.unfilled:
        click.echo(f"sheet “{name}”: no figure in it yet, so no table is made of it")
    for text in found.told:
        click.echo(f"  {text}")
    for where in plan.same:
        click.echo(f"  {where} says the same already")
    for text in found.doubts:
        click.echo(f"  stops the import: {text}", err=True)
    if found.doubts:
        click.echo("\nNothing is written: mend the cells above first.", err=True)
    elif written:
        click.echo("\nWritten: " + ", ".join(written))
    else:
        click.echo("\nNothing is written." + ("" if into else " Add --into RX7/2025."))
