"""A workspace in a temporary folder, written table by table as a trust would write it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

HEADS = {
    "workforce": "staff_group,band,white,bme,unknown",
    "recruitment": "stage,white,bme,unknown",
    "disciplinary": "measure,white,bme,unknown,basis",
    "training": "measure,white,bme,unknown",
    "survey": "indicator,survey_year,group,percent,responses,benchmark_percent",
    "board": "membership,white,bme,unknown",
    "reported": "indicator,measure,year,group,value,unit,source",
}

YearMaker = Callable[..., YearData]


@pytest.fixture
def make_year(tmp_path: Path) -> YearMaker:
    """``make_year(2021, board=["voting,11,0,0"])``: the tables of trust ZZX for that year.

    Each table is a list of lines below its head. ``settings`` are fields of ``Settings``.
    """

    def make(year: int = 2021, *, settings: dict | None = None, **tables: list[str]) -> YearData:
        trust_year = TrustYear("ZZX", year)
        workspace = Workspace(tmp_path.resolve())
        folder = workspace.data_folder(trust_year)
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in tables.items():
            text = "\n".join([HEADS[name], *lines]) + "\n"
            (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
        return YearData(workspace, trust_year, Settings(**(settings or {})))

    return make
