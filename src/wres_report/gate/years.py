"""The tables of one trust-year as the gate reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from wres_report.faults import Fault
from wres_report.inputs.opening import supplied
from wres_report.inputs.persons import kinds_of_personal_columns
from wres_report.inputs.reading import Cells, read_cells
from wres_report.inputs.tables import tables_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.used import may_be_a_table, read_tables, table_files, unused_files
from wres_report.inputs.workspace import Workspace
from wres_report.standard import Standard


@dataclass
class YearTables:
    """The tables of one trust-year as they are written.

    tables: by name. faults: by table, for those that cannot be read. unused: files in the
    folder that are not read, by path from the workspace. strangers: those of them that may be
    meant for a table. persons: the files that seem to hold
    rows of persons, each with the kinds of column that say so.
    """

    trust_year: TrustYear
    standard: Standard
    tables: dict[str, Cells] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    persons: dict[str, str] = field(default_factory=dict)

    def file(self, table: str) -> str:
        """The table's file, from the workspace."""
        return f"data/{self.trust_year}/{table}.csv"


def read_year(workspace: Workspace, trust_year: TrustYear) -> YearTables:
    """Read every table that is supplied; a table that cannot be read becomes a fault of it."""
    folder = workspace.data_folder(trust_year)
    standard = workspace.standard(trust_year)
    year = YearTables(trust_year, standard)
    for name in read_tables(standard):
        path = folder / f"{name}.csv"
        if not supplied(path):
            continue
        try:
            year.tables[name] = read_cells(path, tables_of(standard)[name], year.file(name))
        except Fault as fault:
            year.faults[name] = fault
    unused = unused_files(workspace, trust_year)
    year.unused = sorted(unused)
    year.strangers = sorted(where for where, path in unused.items() if may_be_a_table(path))
    year.persons = {
        where: ", ".join(kinds)
        for where, path in (unused | _with_other_columns(workspace, year)).items()
        if (kinds := kinds_of_personal_columns(path))
    }
    return year


def _with_other_columns(workspace: Workspace, year: YearTables) -> dict[str, Path]:
    """The tables that have a column which none of them has, or cannot be read."""
    sound = {
        year.file(name)
        for name, cells in year.tables.items()
        if set(cells.head) <= set(tables_of(year.standard)[name].columns)
    }
    files = table_files(workspace, year.trust_year)
    return {where: path for where, path in files.items() if where not in sound}
