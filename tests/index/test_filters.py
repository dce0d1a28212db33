"""The lists of the page of all reports: region, group, year and state."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup

from tests.index.conftest import ReportMaker
from wres_report.index import write_index
from wres_report.inputs.trusts import Organisation

REGISTER = {
    "RV9": Organisation("RV9", "", "Mental health", "North & East"),
    "RX7": Organisation("RX7", "", "Ambulance", "North West"),
}


def page_of(out: Path, register: dict[str, Organisation] | None = None) -> BeautifulSoup:
    text = write_index(out, register).read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


def options(page: BeautifulSoup, name: str) -> list[str]:
    return [option.text for option in page.select(f"select#{name} option")]


def test_the_lists_hold_what_parts_the_reports(make_report: ReportMaker, tmp_path: Path) -> None:
    make_report("RV9/2021", state="draft")
    make_report("RX7/2020", state="published")
    make_report("RYC/2021", state="draft")
    page = page_of(tmp_path, REGISTER)
    assert options(page, "region") == ["All", "North & East", "North West", "Not known"]
    assert options(page, "group") == ["All", "Ambulance", "Mental health", "Not known"]
    assert options(page, "year") == ["All", "2021", "2020"]
    assert options(page, "state") == ["All", "Draft", "Published"]
    assert {label["for"] for label in page.select(".choose label")} == {
        select["id"] for select in page.select("select")
    }


def test_a_row_says_which_entry_of_each_list_is_its_own(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021", state="draft")
    make_report("RX7/2020", state="published")
    page = page_of(tmp_path, REGISTER)
    names = [select["id"] for select in page.select("select")]
    for row in page.select("tbody tr"):
        picks = row["data-pick"].split(" ")
        chosen = {
            name: page.select_one(f'select#{name} option[value="{pick}"]').text
            for name, pick in zip(names, picks, strict=True)
        }
        code = "RV9" if "RV9" in row.text else "RX7"
        assert chosen["region"] == REGISTER[code].region
        assert chosen["year"] in row.select_one("td.year").text


def test_a_list_of_one_value_is_not_there(make_report: ReportMaker, tmp_path: Path) -> None:
    make_report("RV9/2021")
    make_report("RX7/2021")
    page = page_of(tmp_path)
    assert page.select("select") == []
    assert page.select("[data-pick]") == []
