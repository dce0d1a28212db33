"""Notebooks come out of the warm engine as they come out of stock papermill."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from tests.warm.awkward import NOTEBOOKS, STOPPING, notebook
from tests.warm.conftest import Runs
from tests.warm.volatile import without_volatile
from wres_report.handover import read_handovers

REPORT = sorted(path.stem for path in Path(__file__).parents[2].glob("notebooks/*.ipynb"))


@pytest.mark.parametrize("name", sorted([*NOTEBOOKS, *STOPPING]))
def test_an_awkward_notebook_is_the_same_warm_and_cold(name: str, awkward: dict[str, Runs]) -> None:
    cold, warm = awkward["cold"][name], awkward["warm"][name]
    cells = zip(
        without_volatile(cold.executed)["cells"],
        without_volatile(warm.executed)["cells"],
        strict=True,
    )
    for cold_cell, warm_cell in cells:
        assert warm_cell == cold_cell
    assert without_volatile(warm.executed) == without_volatile(cold.executed)
    assert warm.raised == cold.raised


@pytest.mark.parametrize("name", sorted(NOTEBOOKS))
def test_every_cell_of_an_awkward_notebook_has_run(name: str, awkward: dict[str, Runs]) -> None:
    cells = awkward["warm"][name].executed.cells
    status = [c.metadata.papermill.status for c in cells if c.cell_type == "code"]
    assert status == ["completed"] * len(NOTEBOOKS[name])


@pytest.mark.parametrize("name", REPORT)
def test_a_notebook_of_the_report_is_the_same_warm_and_cold_byte_for_byte(
    name: str, nine: dict[str, Runs]
) -> None:
    cold, warm = (
        json.dumps(without_volatile(nine[engine][name].executed), indent=1).encode()
        for engine in ("cold", "warm")
    )
    assert warm == cold
    assert nine["warm"][name].raised == nine["cold"][name].raised == ""


@pytest.mark.parametrize("name", REPORT)
def test_stock_papermill_runs_a_notebook_of_the_report_with_its_defaults(
    name: str, nine: dict[str, Runs]
) -> None:
    handover = read_handovers(nine["cold"][name].executed, name)[0]
    assert f"fig-{handover.indicator}" in handover.alternatives
    assert any(value["status"] == "ok" for value in handover.values.values())


def test_what_is_left_out_of_the_comparison_is_not_what_a_reader_sees() -> None:
    one = notebook(["1"])
    one.cells[0].outputs = [nbformat.v4.new_output("stream", name="stdout", text="a")]
    other = notebook(["1"])
    other.cells[0].outputs = [nbformat.v4.new_output("stream", name="stderr", text="a")]
    assert without_volatile(one) != without_volatile(other)
    split = notebook(["1"])
    split.cells[0].outputs = [
        nbformat.v4.new_output("stream", name="stdout", text=text) for text in "ab"
    ]
    one.cells[0].outputs[0]["text"] = "ab"
    assert without_volatile(one) == without_volatile(split)
