"""What the nine notebooks read when they run is what their keys say that they read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import pytest
from IPython.utils.capture import capture_output

from wres_report.disclosure.order import planned_for
from wres_report.faults import ExitStatus, Fault
from wres_report.indicators.year import YearData
from wres_report.inputs.params import read_params
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.pipeline.notebook_reads import REPORTED, tables_named
from wres_report.pipeline.notebooks.jobs import notebook_parameters
from wres_report.standard import Indicator, load_standard

TRUST_YEARS = ("LON/2020", "RV9/2021", "RX7/2023", "ZZX/2021")
# What a key covers: this year and the one before, of the tables that are named.
Reads = set[tuple[str, TrustYear]]


def run_cells(notebook: Path, parameters: dict[str, Any]) -> None:
    names: dict[str, Any] = {}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
            if "parameters" in cell["metadata"].get("tags", []):
                names.update(parameters)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> tuple[Reads, set[int]]:
    """The tables that have been read, and the indicators of the published figures asked for."""
    tables: Reads = set()
    indicators: set[int] = set()
    table, reported = YearData.table, YearData.reported

    def noted_table(self: YearData, name: str) -> Any:
        tables.add((name, self.trust_year))
        return table(self, name)

    def noted_reported(self: YearData, number: int, *rest: Any) -> Any:
        indicators.add(number)
        return reported(self, number, *rest)

    monkeypatch.setattr(YearData, "table", noted_table)
    monkeypatch.setattr(YearData, "reported", noted_reported)
    return tables, indicators


@pytest.mark.parametrize("named", TRUST_YEARS)
@pytest.mark.parametrize("indicator", load_standard().indicators, ids=lambda i: i.notebook)
def test_a_notebook_reads_no_table_and_no_published_figure_beyond_its_key(
    repository: Path, reads: tuple[Reads, set[int]], indicator: Indicator, named: str
) -> None:
    workspace, trust_year = Workspace(repository), TrustYear.parse(named)
    parameters = notebook_parameters(trust_year, read_params(workspace, trust_year))
    notebook = repository / f"notebooks/{indicator.notebook}.ipynb"
    with capture_output():
        run_cells(notebook, {**parameters, "project": str(repository)})
    plt.close("all")
    tables, indicators = reads
    named_there = {*indicator.tables, *tables_named(notebook)}
    allowed = {*named_there, *planned_for(named_there, load_standard()), REPORTED}
    assert tables
    assert {name for name, _ in tables} <= allowed
    assert {year for _, year in tables} <= {trust_year, trust_year.previous}
    assert indicators <= {indicator.number}


def test_a_notebook_that_is_no_json_is_a_fault_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "9_board.ipynb"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(Fault, match="not valid JSON") as told:
        tables_named(path)
    assert told.value.where == "notebooks/9_board.ipynb"
    assert told.value.status is ExitStatus.INPUT_MISSING
