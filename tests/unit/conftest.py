"""A workspace in a temporary folder, written table by table as a trust would write it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from wres_report.indicators.kind import Summed
from wres_report.indicators.kinds import kind_of
from wres_report.indicators.result import Result
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.value import Value
from wres_report.standard import Standard

HEADS = {
    "workforce": "staff_group,band,white,bme,unknown",
    "recruitment": "stage,white,bme,unknown",
    "disciplinary": "measure,white,bme,unknown,basis",
    "training": "measure,white,bme,unknown",
    "survey": "indicator,survey_year,group,percent,responses,benchmark_percent",
    "board": "membership,white,bme,unknown",
    "reported": "indicator,measure,year,group,value,unit,source",
}
HEADS_OF_WDES = HEADS | {
    "survey": "indicator,part,survey_year,group,percent,score,responses,"
    "benchmark_percent,benchmark_score",
}

YearMaker = Callable[..., YearData]


@pytest.fixture
def make_year(tmp_path: Path) -> YearMaker:
    """``make_year(2021, board=["voting,11,0,0"])``: the tables of trust ZZX for that year.

    Each table is a list of lines below its head. ``settings`` are fields of ``Settings``.
    ``wdes``: whether it is a year of the disability standard.
    """

    def make(
        year: int = 2021,
        *,
        wdes: bool = False,
        settings: dict | None = None,
        **tables: list[str],
    ) -> YearData:
        trust_year = TrustYear("ZZX", year, "wdes") if wdes else TrustYear("ZZX", year)
        heads = HEADS_OF_WDES if wdes else HEADS
        workspace = Workspace(tmp_path.resolve())
        folder = workspace.data_folder(trust_year)
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in tables.items():
            text = "\n".join([heads[name], *lines]) + "\n"
            (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
        named = {"term": "Disabled"} if wdes else {}
        return YearData(workspace, trust_year, Settings(**(named | (settings or {}))))

    return make


@dataclass(frozen=True)
class Report:
    """What the summary page of a report knows of one result."""

    result: Result

    @property
    def term(self) -> str:
        return self.result.data.term

    @property
    def standard(self) -> Standard:
        return self.result.data.standard

    def value(self, key: str) -> Value | None:
        return self.result.values.get(key)


@pytest.fixture
def summary_of() -> Callable[[Result], Summed]:
    """``summary_of(result)``: its row on the page that says it all."""
    return lambda result: kind_of(result.indicator).summary(Report(result), result.indicator)
