"""The gate lets the invented trusts pass, and finds every fault that is planted in them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.conftest import Command
from wres_report.cli.checking import check_all
from wres_report.demo import Country, parse_years, write_country
from wres_report.demo.fault_kinds import KINDS
from wres_report.demo.planting import Planted
from wres_report.faults import Fault
from wres_report.gate import GateResult
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace

Checked = tuple[dict[TrustYear, GateResult], list[Fault]]


@pytest.fixture(scope="module")
def checked(faulty: tuple[Path, Country]) -> Checked:
    workspace = Workspace.open(faulty[0])
    results, faults = check_all(workspace, workspace.trust_years())
    return {result.trust_year: result for result in results}, faults


@pytest.mark.parametrize(("seed", "years"), [(1, "2018-2020"), (2, "2021-2023"), (3, "2024-2025")])
def test_the_gate_blocks_no_trust_year_without_a_fault(
    tmp_path: Path, seed: int, years: str
) -> None:
    folder = tmp_path / "country"
    write_country(folder, 30, parse_years(years), seed)
    workspace = Workspace.open(folder)
    results, faults = check_all(workspace, workspace.trust_years())
    assert not faults
    assert len(results) == 30 * len(parse_years(years))
    assert not [str(f) for result in results for f in result.critical]
    assert not [result.fault for result in results if result.fault]


def test_a_fault_blocks_no_trust_year_but_its_own(
    faulty: tuple[Path, Country], checked: Checked
) -> None:
    spoilt = {fault.trust_year for fault in faulty[1].planted}
    assert {t for t, r in checked[0].items() if r.critical or r.fault} <= spoilt


def test_every_kind_of_fault_is_planted_and_listed(faulty: tuple[Path, Country]) -> None:
    folder, country = faulty
    assert {fault.planted for fault in country.planted} == {kind.planted for kind in KINDS}
    with (folder / "faults.csv").open(encoding="utf-8", newline="") as file:
        assert [tuple(row) for row in csv.reader(file)] == [
            Planted.COLUMNS, *(fault.row for fault in country.planted)
        ]  # fmt: skip


def test_the_gate_says_of_every_fault_what_the_list_says(
    faulty: tuple[Path, Country], checked: Checked
) -> None:
    results, faults = checked
    for fault in faulty[1].planted:
        if fault.rule:
            result = results[fault.trust_year]
            said = {(f.rule, f.severity, f.file, f.message) for f in result.findings}
            assert (fault.rule, fault.severity, fault.file, fault.says) in said, fault
            assert int(result.status) == fault.status, fault
        elif fault.command == "wres check":
            told = results[fault.trust_year].fault if fault.trust_year in results else None
            known = [one for one in (told, *faults) if one]
            assert (fault.says, fault.status) in {(f.what, int(f.status)) for f in known}, fault
            assert any(fault.file in f.where for f in known if f.what == fault.says), fault


@pytest.mark.functional
def test_a_build_says_of_the_other_faults_what_the_list_says(
    faulty: tuple[Path, Country], tmp_path: Path, wres: Command
) -> None:
    folder, country = faulty
    by_words = {fault.planted: fault for fault in country.planted if fault.command == "wres build"}
    missing = by_words["the table is missing"]
    unknown = by_words["the text names a variable that no report has"]
    names = (str(missing.trust_year), str(unknown.trust_year))
    result = wres(
        "build", *names, "--to", "html", "--renderer", "embedded", "--project", str(folder),
        "--out", str(tmp_path), folder=tmp_path, WRES_STORE=str(tmp_path / "store"),
    )  # fmt: skip
    assert (missing.status, result.returncode) == (0, unknown.status), result.stderr
    assert unknown.says in result.stderr
    assert unknown.file in result.stderr
    values = json.loads((tmp_path / names[0] / "results.json").read_text("utf-8"))["values"]
    assert values["i4.ratio"]["status"] == "not_supplied"
