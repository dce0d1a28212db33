"""The census table and the register of organisations, in the forms in which they are published."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.conftest import run_wres_each
from wres_report.faults import Fault
from wres_report.imports.census import group_of
from wres_report.imports.locality import parse_area, read_locality
from wres_report.imports.lookups import load_lookups
from wres_report.imports.model import Imported, Wishes
from wres_report.imports.opening import open_source
from wres_report.imports.organisations import read_organisations
from wres_report.inputs.register import name_of, predecessors_of, written
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.starting.before import last_years

WHITE = "White: English, Welsh, Scottish, Northern Irish or British"
BULK = [
    "date", "geography", "geography code", "Ethnic group: Total: All usual residents",
    "Ethnic group: Asian, Asian British or Asian Welsh",
    "Ethnic group: Asian, Asian British or Asian Welsh: Chinese",
    "Ethnic group: Black, Black British, Black Welsh, Caribbean or African",
    "Ethnic group: Mixed or Multiple ethnic groups", "Ethnic group: White",
    f"Ethnic group: {WHITE}", "Ethnic group: Other ethnic group",
]  # fmt: skip
NORTH = ["2021", "North Vale", "E06000101", "1000", "60", "20", "30", "10", "880", "800", "20"]
SOUTH = ["2021", "South Vale", "E06000102", "500", "10", "5", "5", "5", "475", "450", "5"]
TWIN = ["2021", "North Vale", "E06000103", "300", "0", "0", "0", "0", "300", "300", "0"]


def write(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def locality(path: Path, *areas: str) -> Imported:
    return read_locality(open_source(path), Wishes(areas=areas), load_lookups())


@pytest.mark.parametrize(
    ("heading", "group"),
    [
        ("Ethnic group: White", "white"),
        ("Ethnic group: White; measures: Value", "white"),
        ("Ethnic group: White: Roma", ""),
        ("Ethnic group: Total: All usual residents", "total"),
        ("Ethnic group: Mixed or Multiple ethnic groups", "mixed"),
        ("Ethnic group: Other ethnic group: Arab", ""),
        ("geography", ""),
        ("White", ""),
    ],
)
def test_only_a_heading_of_a_whole_group_is_taken_for_it(heading: str, group: str) -> None:
    assert group_of(heading) == group


def test_the_bulk_file_gives_named_areas_and_areas_made_of_several(tmp_path: Path) -> None:
    path = write(tmp_path / "ts021-ltla.csv", [BULK, NORTH, SOUTH, ["Source: a note"]])
    found = locality(path, "south vale", "The Vales=E06000101,E06000102")
    assert found.tables[0].columns[:4] == ("area", "population", "population_source", "bme_percent")
    assert [(*row[:2], row[3]) for row in found.tables[0].rows] == [
        ("south vale", "500", "5.0"), ("The Vales", "1500", "9.7"),
    ]  # fmt: skip
    assert found.tables[0].rows[0][2] == "Census 2021, TS021"
    assert not found.remarks


def test_the_form_of_the_api_gives_the_same_areas(tmp_path: Path) -> None:
    head = ["DATE", "GEOGRAPHY_NAME", "GEOGRAPHY_CODE", "C2021_ETH_20", "C2021_ETH_20_NAME",
            "MEASURES", "OBS_VALUE"]  # fmt: skip
    groups = {"0": "1000", "1001": "60", "1002": "30", "1003": "10", "1004": "880", "1005": "20",
              "1": "20"}  # fmt: skip
    rows = [
        [*NORTH[:3], code, "x", measure, value if measure == "20100" else "1"]
        for code, value in groups.items() for measure in ("20100", "20301")
    ]  # fmt: skip
    found = locality(write(tmp_path / "api.csv", [head, *rows]), "E06000101")
    assert found.tables[0].rows[0][1] == "1000"
    assert found.tables[0].rows[0][3] == "12.0"


def test_an_area_that_is_not_named_unknown_or_of_two_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path / "ts021.csv", [BULK, NORTH, SOUTH, TWIN])
    for areas, told in (
        ((), "say which ones"), (("Nort Vale",), "Is “North Vale” meant"),
        (("North Vale",), "E06000101, E06000103"), (("Atlantis",), "There are areas such as"),
    ):  # fmt: skip
        with pytest.raises(Fault) as raised:
            locality(path, *areas)
        assert told in str(raised.value)
    with pytest.raises(Fault):
        parse_area("Ours=")


def test_what_is_no_census_table_or_has_a_group_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="TS021"):
        locality(write(tmp_path / "a.csv", [["area", "people"], ["x", "1"]]), "x")
    head = ["GEOGRAPHY_CODE", "C2021_ETH_20", "OBS_VALUE"]
    with pytest.raises(Fault, match="no number for"):
        locality(write(tmp_path / "b.csv", [head, ["E06000101", "0", "10"]]), "E06000101")
    wrong = [*NORTH[:3], "many", *NORTH[4:]]
    with pytest.raises(Fault, match="no number of people"):
        locality(write(tmp_path / "c.csv", [BULK, wrong]), "E06000101")


def test_groups_that_do_not_add_up_are_told(tmp_path: Path) -> None:
    wrong = [*NORTH[:4], "600", *NORTH[5:]]
    found = locality(write(tmp_path / "c.csv", [BULK, wrong]), "E06000101")
    assert "1,540" in found.remarks[0].text


def register_row(code: str, name: str, opened: str = "20100401", closed: str = "") -> list[str]:
    row = [""] * 27
    row[:4] = [code, name, "Y54", "QOQ"]
    row[4], row[9], row[10], row[11], row[17] = "1 High Street", "AA1 1AA", opened, closed, "01234"
    return row


def test_the_register_gives_names_and_dates_and_leaves_addresses_out(tmp_path: Path) -> None:
    rows = [
        register_row("RX7", "NORTH VALE AMBULANCE SERVICE NHS TRUST"),
        register_row("RW5", "OLD VALE CARE NHS FOUNDATION TRUST", closed="20240331"),
        register_row("RXX", "WRONG", opened="April"),
        register_row("RX7", "ANOTHER NAME"),
    ]
    path = write(tmp_path / "etr.csv", rows)
    found = read_organisations(open_source(path), Wishes(code="RX7"), load_lookups())
    assert found.tables[0].rows == (
        ("RW5", "OLD VALE CARE NHS FOUNDATION TRUST", "20100401", "20240331"),
        ("RX7", "NORTH VALE AMBULANCE SERVICE NHS TRUST", "20100401", ""),
    )
    assert "High Street" not in str(found.as_dict())
    assert any(remark.places == ("RX7",) for remark in found.remarks)
    assert [(line.what, line.number) for line in found.reconciliation] == [
        ("rows read", 4), ("rows with a date that is none", 1), ("rows that stand twice", 1),
        ("organisations taken", 2),
    ]  # fmt: skip


def test_what_is_no_register_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "x.csv", [["RX7", "a"], ["b", "c"], ["d", "e"]])
    with pytest.raises(Fault, match="no register"):
        read_organisations(open_source(path), Wishes(), load_lookups())


def test_a_name_in_capitals_is_written_as_people_write_it() -> None:
    assert written("CHELSEA AND WESTMINSTER HOSPITAL NHS FOUNDATION TRUST") == (
        "Chelsea and Westminster Hospital NHS Foundation Trust"
    )
    assert written("STOKE-ON-TRENT (NORTH) NHS TRUST") == "Stoke-On-Trent (North) NHS Trust"


@pytest.fixture
def known(tmp_path: Path) -> Workspace:
    """A workspace where RX7 followed RW5 and RW6, of which RW5 has last year's data."""
    write(tmp_path / "etr.csv", [
        register_row("RX7", "NORTH VALE NHS TRUST"), register_row("RW5", "OLD VALE NHS TRUST"),
    ])  # fmt: skip
    succ = [
        ["RW5", "RX7", "Merged", "20240401", "0"],
        ["RW6", "RX7", "Merged", "20240401", "0"],
        ["RW4", "RW5", "Renamed", "20200401", "0"],
        ["RW9", "RX7", "Later", "20260401", "0"],
    ]
    write(tmp_path / "succ.csv", succ)
    (tmp_path / "data" / "RW5" / "2024").mkdir(parents=True)
    rows = [["area", "population", "population_source", "bme_percent", "ethnicity_source", "note"],
            ["North Vale", "900", "Census 2011", "8.0", "Census 2011", ""]]  # fmt: skip
    write(tmp_path / "data" / "RW5" / "2024" / "locality.csv", rows)
    (tmp_path / "params" / "RW5").mkdir(parents=True)
    text = "name: Old Vale NHS Trust\nterm: BAME\n"
    (tmp_path / "params" / "RW5" / "2024.yaml").write_text(text, encoding="utf-8")
    return Workspace.open(tmp_path)


@pytest.mark.functional
def test_a_new_year_knows_the_name_and_finds_last_year_under_the_old_code(known: Workspace) -> None:
    census = write(known.root / "ts021-2021.csv", [BULK, NORTH, SOUTH])
    commands = [
        ["import", "organisations", "etr.csv", "--into", "RX7/2025"],
        ["import", "organisations", "succ.csv", "--into", "RX7/2025"],
    ]
    first, second = run_wres_each(commands, known.root)
    assert first.returncode == 0, first.stderr
    assert "RX7 is NORTH VALE NHS TRUST" in first.stdout
    assert second.returncode == 0, second.stderr
    assert name_of(known, "RX7") == "North Vale NHS Trust"
    assert predecessors_of(known, "RX7", 2025) == ["RW5", "RW6", "RW4"]
    assert predecessors_of(known, "RX7", 2024) == []
    assert last_years(known, TrustYear("RX7", 2025)) == TrustYear("RW5", 2024)
    command = ["import", "locality", census.name, "--into", "RX7/2025", "--force"]
    started, asked, imported, later = run_wres_each([
        ["new", "RX7/2025"], command, [*command, "--area", "North Vale"],
        ["import", "locality", census.name, "--into", "RX7/2026"],
    ], known.root)  # fmt: skip
    assert started.returncode == 0, started.stderr
    assert "RX7 has followed RW5" in started.stdout
    settings = (known.root / "params" / "RX7" / "2025.yaml").read_text(encoding="utf-8")
    assert "name: North Vale NHS Trust" in settings
    assert "term: BAME" in settings
    assert asked.returncode == 2
    assert imported.returncode == 0, imported.stderr
    for year in ("2025", "2026"):  # next year's areas are this year's
        text = (known.data / "RX7" / year / "locality.csv").read_text(encoding="utf-8")
        assert '"North Vale",1000' in text or "North Vale,1000" in text, later.stderr
