"""The table of all trusts of another standard than the one that needs no name."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Command
from tests.country.make import entry, report
from wres_report.country.making import Country, from_outputs, write
from wres_report.faults import Fault
from wres_report.standard import load_standard

WDES = load_standard("wdes")
TRUSTS = ("RV9", "R1L", "RX7")


def values(place: int) -> dict[str, object]:
    """Figures of a trust of that place among the three: each a little more than those before."""
    return {
        "m1.disabled_percent": entry(4.0 + place, n=1000),
        "m1.non_clinical_disabled_percent": entry(5.0 + place, n=400),
        "m2.ratio": entry(1.1 + place / 10, "ratio", n=90),
        "m2.non_disabled_percent": entry(20.0 + place, n=900),
        "m2.disabled_percent": entry(18.0, n=90),
        "m4.managers_gap": entry(7.0 + place, "pp", n=150),
        "m4.managers_disabled_percent": entry(17.0 + place, n=150),
        "m4.managers_non_disabled_percent": entry(10.0, n=700),
        "m4.managers_disabled_percent.previous": entry(90.0, n=150),
        "m8.disabled_percent": entry(70.0 + place, n=80),
        "m9.engagement_disabled_score": entry(6.4 + place / 10, "score", n=150),
        "m9.engagement_non_disabled_score": entry(7.0, "score", n=700),
        "m9.voices_told": entry(1.0, "count"),
        "m10.voting_difference": entry(-4.0 + place, "pp", n=12),
        "workforce.disabled": entry(40.0 + place, "count", n=40),
        "i2.ratio": entry(9.9, "ratio", n=9),
    }


@pytest.fixture
def country(tmp_path: Path) -> Country:
    for place, code in enumerate(TRUSTS):
        report(tmp_path, code, 2023, {"i2.ratio": entry(1.7, "ratio", n=50)})
        report(tmp_path, code, 2023, values(place), standard="wdes")
    return from_outputs(tmp_path / "outputs", {}, standard=WDES)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_figure_stands_under_its_metric_part_and_group(country: Country) -> None:
    found = {(f.indicator, f.part, f.group, f.measure): f.value
             for f in country.figures if f.trust == "R1L"}  # fmt: skip
    assert found == {
        ("m1", "", "disabled", "percent"): 5.0,
        ("m1", "non_clinical", "disabled", "percent"): 6.0,
        ("m2", "", "both", "ratio"): pytest.approx(1.2),
        ("m2", "", "non_disabled", "percent"): 21.0,
        ("m2", "", "disabled", "percent"): 18.0,
        ("m4-managers", "", "both", "gap"): 8.0,
        ("m4-managers", "", "disabled", "percent"): 18.0,
        ("m4-managers", "", "non_disabled", "percent"): 10.0,
        ("m8", "", "disabled", "percent"): 71.0,
        ("m9-engagement", "", "disabled", "score"): 6.5,
        ("m9-engagement", "", "non_disabled", "score"): 7.0,
        ("m10", "voting", "both", "difference"): -3.0,
        ("workforce", "", "disabled", "count"): 41.0,
    }


def test_metric_10_stands_behind_metric_9(country: Country) -> None:
    order = list(dict.fromkeys(f.indicator for f in country.figures if f.trust == "RV9"))
    assert order == ["m1", "m2", "m4-managers", "m8", "m9-engagement", "m10", "workforce"]


def test_reports_on_one_standard_are_in_no_table_of_the_other(
    country: Country, tmp_path: Path
) -> None:
    assert {f.indicator[0] for f in country.figures} == {"m", "w"}
    home = from_outputs(tmp_path / "outputs", {})
    assert [(f.indicator, f.value) for f in home.figures] == [("i2", 1.7)] * 3


def test_a_score_and_one_group_alone_have_medians_and_ranks(
    country: Country, tmp_path: Path
) -> None:
    write(country, tmp_path / "table")
    medians = {(row["indicator"], row["group"], row["measure"]): float(row["median"])
               for row in rows_of(tmp_path / "table" / "summary.csv")
               if row["scope"] == "all trusts"}  # fmt: skip
    assert medians["m8", "disabled", "percent"] == 71.0
    assert medians["m9-engagement", "disabled", "score"] == 6.5
    assert medians["m10", "both", "difference"] == -3.0
    standing = rows_of(tmp_path / "table" / "standing.csv")
    rank = {row["trust"]: (row["rank"], row["first"]) for row in standing
            if (row["indicator"], row["group"]) == ("m8", "disabled")}  # fmt: skip
    assert {code: first for code, (_, first) in rank.items()} == dict.fromkeys(TRUSTS, "highest")
    assert float(rank["RX7"][0]) < float(rank["RV9"][0])


def test_the_workbook_speaks_of_the_standard_and_its_groups(
    country: Country, tmp_path: Path
) -> None:
    write(country, tmp_path / "table")
    book = openpyxl.load_workbook(tmp_path / "table" / "country.xlsx")
    said = " ".join(
        cell for sheet in book for row in sheet.iter_rows(values_only=True)
        for cell in row if isinstance(cell, str)
    )  # fmt: skip
    assert "Workforce Disability Equality Standard. All trusts, 2023" in said
    assert "The WDES year" in said
    assert "m1 to m10" in said
    assert "non_disabled or disabled" in said
    for word in ("WRES", "white", "bme", "Race", "i1 to i9", "{"):
        assert word not in said, word


def test_a_year_without_reports_is_told_with_the_name_of_the_standard(tmp_path: Path) -> None:
    report(tmp_path, "RV9", 2023, values(0), standard="wdes")
    with pytest.raises(Fault, match="no report of WDES 2021"):
        from_outputs(tmp_path / "outputs", {}, 2021, WDES)


def test_reports_on_another_standard_are_pointed_to(tmp_path: Path) -> None:
    report(tmp_path, "RV9", 2023, values(0), standard="wdes")
    with pytest.raises(Fault, match="no report on the WRES; those that are built are on the WDES"):
        from_outputs(tmp_path / "outputs", {}, None, load_standard())
    with pytest.raises(Fault) as raised:
        from_outputs(tmp_path / "outputs", {})
    assert raised.value.action == "Add --standard wdes."


def test_a_workbook_of_the_survey_is_refused_before_anything_is_written(
    tmp_path: Path, wres: Command
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "params").mkdir()
    outcome = wres(
        "country", "--standard", "wdes", "--out", "table", "--survey", "book.xlsx", folder=tmp_path
    )
    assert outcome.returncode == 2
    assert "no reader of the survey's workbook for the WDES" in outcome.stderr
    assert not (tmp_path / "table").exists()
