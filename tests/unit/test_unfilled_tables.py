"""``wres check`` names the tables that have no figure yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.cli.checking import unfilled
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

YEAR = TrustYear("ABC", 2022)


@pytest.mark.parametrize(("white", "expected"), [("", ["data/ABC/2022/training.csv"]), ("0", [])])
def test_a_table_without_any_figure_is_named_and_one_with_a_zero_is_not(
    tmp_path: Path, white: str, expected: list[str]
) -> None:
    folder = tmp_path / "data/ABC/2022"
    folder.mkdir(parents=True)
    (tmp_path / "params").mkdir()
    (folder / "training.csv").write_text(f"measure,white,bme,unknown\naccessed,{white},,\n")
    (folder / "actions.csv").write_text("id,indicators,action,lead,timeframe\n1,2,Ask,Me,June\n")
    assert unfilled(Workspace.open(tmp_path), YEAR) == expected
