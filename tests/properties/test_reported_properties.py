"""Whatever ``reported.csv`` holds: what the gate lets through is measured, shown and used."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from IPython.utils.capture import capture_output

from wres_report.gate import GateResult, run_gate
from wres_report.indicators.publication import published_kinds
from wres_report.indicators.result import Result
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.notebook import (
    board_counts,
    measure_board,
    measure_likelihood,
    measure_representation,
    measure_survey,
    show_band_chart,
    show_band_table,
    show_chart,
    show_finding,
    show_table,
    survey_rows,
)
from wres_report.standard import load_standard

YEAR = 2021
HEAD = "indicator,measure,year,group,value,unit,source\n"
KINDS = list(published_kinds(load_standard()).values())
VALUES = {
    "ratio": ("0", "0.64", "1.50", "3.7", "12", "-0.4"),
    "percent": ("0", "0.4", "7", "24.31", "100"),
    "pp": ("-11.3", "0.0", "7.9", "+2"),
    "count": ("0", "3", "116", "3029", "-12"),
    "score": ("0", "6.7", "10"),
}
TABLES = {
    "workforce.csv": ["all,all,2643,143,243", "all,all,,143,", "clinical,all,12,3,1"],
    "recruitment.csv": ["shortlisted,855,47,18\nappointed,198,17,5", "appointed,17,9,",
                        "shortlisted,9,0,0\nappointed,3,0,0"],
    "disciplinary.csv": ["entered,17,9,1,year_end", "entered,,9,,year_end",
                         "entered,3,1,0,two_year_average"],
    "training.csv": ["accessed,1639,105,200", "accessed,0,0,0"],
    "survey.csv": ["5,2020,bme,31.5,368,28.0\n5,2020,white,23.6,1689,", "5,2020,bme,31.5,,",
                   "7,2020,white,60,9,\n7,2019,white,61,40,\n8,2019,bme,12,4,"],
    "board.csv": ["voting,9,2,1\ntotal,12,2,1", "voting,,2,", "executive,0,0,0"],
}  # fmt: skip
HEADS = {
    "workforce.csv": "staff_group,band,white,bme,unknown",
    "recruitment.csv": "stage,white,bme,unknown",
    "disciplinary.csv": "measure,white,bme,unknown,basis",
    "training.csv": "measure,white,bme,unknown",
    "survey.csv": "indicator,survey_year,group,percent,responses,benchmark_percent",
    "board.csv": "membership,white,bme,unknown",
}


@st.composite
def rows(draw: st.DrawFn) -> str:
    """A row as a trust may write it: most are of a kind, in some a cell is wrong."""
    kind = draw(st.sampled_from(KINDS))
    unit = draw(st.sampled_from([kind.unit] * 9 + ["percent", "pp", "ratio", "count"]))
    measure = draw(st.sampled_from([kind.measure] * 12 + ["share", "ratio", "likelihood"]))
    group = draw(st.sampled_from([kind.group] * 12 + ["white", "bme", ""]))
    year = draw(st.sampled_from([YEAR] * 3 + [YEAR - 1] * 3 + [YEAR - 2]))
    value = draw(st.sampled_from(VALUES[unit]))
    return f"{kind.indicator},{measure},{year},{group},{value},{unit},Board paper"


@st.composite
def trusts(draw: st.DrawFn) -> dict[str, str]:
    """The tables of a trust for this year and the last, by path below its folder."""
    files = {}
    for year in (YEAR, YEAR - 1):
        for name, contents in TABLES.items():
            if draw(st.integers(0, 2)) == 0:
                text = draw(st.sampled_from(contents)).replace("2020", str(year - 1))
                files[f"{year}/{name}"] = f"{HEADS[name]}\n{text}\n"
    listed = draw(st.lists(rows(), min_size=1, max_size=8, unique_by=lambda row: row[:20]))
    files[f"{YEAR}/reported.csv"] = HEAD + "\n".join(listed) + "\n"
    return files


def run(folder: Path, tables: list[dict[str, str]]) -> dict[TrustYear, GateResult]:
    asked = []
    for number, files in enumerate(tables):
        trust_year = TrustYear(f"P{number:02d}", YEAR)
        for name, text in files.items():
            path = folder / "data" / trust_year.code / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        asked.append(trust_year)
    return run_gate(Workspace.open(folder), asked)


def measured(data: YearData) -> list[Result]:
    likelihoods = [
        measure_likelihood(data, name, *data.likelihood_counts(name)) for name in ("i2", "i3", "i4")
    ]
    surveys = [
        measure_survey(data, name, survey_rows(data, name)) for name in ("i5", "i6", "i7", "i8")
    ]
    whole = measure_representation(data, data.workforce)
    board = measure_board(data, board_counts(data), data.workforce.total())
    return [whole, *likelihoods, *surveys, board]


def shown(result: Result, *, charts: bool) -> None:
    with capture_output():
        show_table(result)
        show_finding(result)
        if result.indicator.id == "i1":
            for group in ("clinical", "non_clinical", "medical"):
                show_band_table(result, group)
        if charts:
            (show_band_chart if result.indicator.id == "i1" else show_chart)(result)
    result.payload()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(trusts(), min_size=10, max_size=20))
def test_what_the_gate_lets_through_is_measured_and_shown(tables: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for number, (trust_year, result) in enumerate(run(folder, tables).items()):
            if result.critical or result.fault:
                continue
            data = YearData(Workspace.open(folder), trust_year, Settings())
            for one in measured(data):
                shown(one, charts=number < 2)


@pytest.fixture(scope="module")
def one_of_each(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict]:
    """A trust for each kind of figure, whose ``reported.csv`` has one row, of that kind alone."""
    folder = tmp_path_factory.mktemp("kinds").resolve()
    tables = [
        {f"{YEAR}/reported.csv": HEAD + f"{kind.indicator},{kind.measure},{YEAR},{kind.group},"
         f"{'116' if kind.unit == 'count' else '7.5'},{kind.unit},Board paper\n"}
        for kind in KINDS
    ]  # fmt: skip
    results = {}
    for start in range(0, len(KINDS), 100):
        part = folder / str(start)
        part.mkdir()
        found = run(part, tables[start : start + 100])
        results |= {start + n: (part, t, r) for n, (t, r) in enumerate(found.items())}
    return folder, results


def test_a_row_of_each_kind_passes_and_stands_in_the_results(one_of_each: tuple) -> None:
    for number, (folder, trust_year, gate) in one_of_each[1].items():
        kind = KINDS[number]
        assert not gate.findings, (kind, [str(f) for f in gate.findings])
        if not kind.key:
            continue
        values = {
            key: value
            for result in measured(YearData(Workspace.open(folder), trust_year, Settings()))
            for key, value in result.values.items()
        }
        assert values[kind.key].ok, kind
        assert values[kind.key].published, kind
        expected = 1 / 7.5 if kind.turned else 116 if kind.unit == "count" else 7.5
        assert values[kind.key].number == pytest.approx(expected), kind
