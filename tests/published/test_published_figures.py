"""Six trust-years of which only published figures are known: each is used, or is a finding."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from wres_report.gate import GateResult, run_gate
from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.survey.measure import measure_survey, survey_rows
from wres_report.indicators.year import Settings, YearData
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

COLUMNS = ("indicator", "measure", "year", "group", "value", "unit", "source")
Checked = tuple[Workspace, dict[TrustYear, GateResult]]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    root = tmp_path_factory.mktemp("published").resolve()
    rows: dict[TrustYear, list[list[str]]] = defaultdict(list)
    with (Path(__file__).parent / "figures.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            trust_year = TrustYear(row["trust"], int(row["report_year"]))
            rows[trust_year].append([row[name] for name in COLUMNS])
    for trust_year, listed in rows.items():
        folder = root / "data" / str(trust_year)
        folder.mkdir(parents=True)
        with (folder / "reported.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *listed])
    workspace = Workspace.open(root)
    return workspace, run_gate(workspace, list(rows))


def data_of(checked: Checked, name: str) -> YearData:
    return YearData(checked[0], TrustYear.parse(name), Settings())


def likelihood(data: YearData, name: str):
    return measure_likelihood(data, name, *data.likelihood_counts(name))


def test_all_but_the_slip_pass_without_a_finding(checked: Checked) -> None:
    told = {str(t): [f.rule for f in result.findings] for t, result in checked[1].items()}
    slip = told.pop("RNN/2023")
    assert set(slip) == {"unit_does_not_fit"}
    assert {name: rules for name, rules in told.items() if rules} == {}


def test_headline_figures_alone_make_a_report(checked: Checked) -> None:
    data = data_of(checked, "X24/2024")
    workforce = measure_representation(data, data.workforce)
    assert workforce["bme_percent"].display == "28.6%"
    assert measure_survey(data, "i6", survey_rows(data, "i6"))["gap"].display == "+4.2\u00a0pp"
    board = measure_board(data, board_counts(data), data.workforce.total())
    assert board["total_difference"].display == "−12.1\u00a0pp"


def test_rates_and_the_direction_of_a_ratio_are_read(checked: Checked) -> None:
    result = likelihood(data_of(checked, "RXY/2020"), "i3")
    assert [result[key].display for key in ("white_percent", "bme_percent", "ratio")] == [
        "0.7%", "1.2%", "1.7",
    ]  # fmt: skip


def test_totals_and_shares_are_read(checked: Checked) -> None:
    data = data_of(checked, "RNN/2025")
    values = measure_representation(data, data.workforce).values
    assert values["workforce.total"].display == "7,422"
    assert values["workforce.bme"].display == "990"
    assert values["i1.unknown_percent"].display == "2%"


def test_last_years_figures_stand_beside_this_years(checked: Checked) -> None:
    data = data_of(checked, "RXE/2025")
    assert likelihood(data, "i2")["ratio.previous"].display == "0.71"
    assert measure_survey(data, "i7", survey_rows(data, "i7"))["bme_percent"].display == "50.3%"


def test_one_group_alone_has_no_gap(checked: Checked) -> None:
    data = data_of(checked, "RYC/2025")
    result = measure_survey(data, "i8", survey_rows(data, "i8"))
    assert result["bme_percent"].display == "16.8%"
    assert not result["gap"].ok
