"""The tables of one trust-year as the gate reads them."""

from __future__ import annotations

from dataclasses import dataclass, field

from wres_report.faults import Fault
from wres_report.gate.suites import GATED_TABLES
from wres_report.inputs.opening import supplied
from wres_report.inputs.reading import Cells, read_cells
from wres_report.inputs.tables import TABLES
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

SPREADSHEETS = (".csv", ".xlsx", ".xls", ".ods", ".tsv", ".txt")


@dataclass
class YearTables:
    """The tables of one trust-year as they are written.

    tables: by name. faults: by table, for those that cannot be read. strangers: files in the
    folder that no table is read from.
    """

    trust_year: TrustYear
    tables: dict[str, Cells] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)

    def file(self, table: str) -> str:
        """The table's file, from the workspace."""
        return f"data/{self.trust_year}/{table}.csv"


def read_year(workspace: Workspace, trust_year: TrustYear) -> YearTables:
    """Read every table that is supplied; a table that cannot be read becomes a fault of it."""
    folder = workspace.data_folder(trust_year)
    year = YearTables(trust_year)
    for name in GATED_TABLES:
        path = folder / f"{name}.csv"
        if not supplied(path):
            continue
        try:
            year.tables[name] = read_cells(path, TABLES[name], year.file(name))
        except Fault as fault:
            year.faults[name] = fault
    known = {f"{name}.csv" for name in TABLES}
    year.strangers = sorted(
        path.name
        for path in folder.iterdir()
        if path.suffix.lower() in SPREADSHEETS and path.name not in known
    )
    return year
