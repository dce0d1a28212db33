"""What stands in a cell of the page of all reports, and that the page is safe to open."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.index.conftest import (
    NOT_SUPPLIED,
    REPORT_STYLE,
    ReportMaker,
    cell,
    figure,
    page_of,
    rows_of,
)
from wres_report.faults import Fault
from wres_report.index import write_index
from wres_report.index.words import size_words, span_of_years


def test_a_figure_that_is_not_there_says_why_and_sorts_last(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    absent = {"i1.bme_percent": figure("", None, "not_supplied"),
              "i2.ratio": figure("", None, "not_calculable"),
              "plan.actions": figure("", None, "suppressed")}  # fmt: skip
    bands = {"code": "not_supplied", "shape": "○", "words": "bands not supplied"}
    make_report("RV9/2021", values=absent, verdicts={"i1": bands, "i2": NOT_SUPPLIED})
    make_report("RX7/2021", values={"i1.bme_percent": figure("5.2%", 5.2)}, verdicts={"i1": bands})
    absent_row, row = rows_of(page_of(tmp_path))
    assert cell(absent_row, "i1") == "○ bands not supplied"
    assert cell(absent_row, "i2") == "not calculable ○ not supplied"
    assert cell(absent_row, "actions") == "suppressed"
    assert cell(row, "i1") == "5.2% ○ bands not supplied"
    assert cell(row, "i2") == "–"
    for name in ("i1", "i2", "actions"):
        assert "data-n" not in absent_row.select_one(f".{name}").attrs


def test_a_long_verdict_is_cut_at_its_comma(make_report: ReportMaker, tmp_path: Path) -> None:
    words = "counts not supplied, so not told from chance"
    make_report("RV9/2021", verdicts={"i2": {"code": "x", "shape": "◇", "words": words}})
    (row,) = rows_of(page_of(tmp_path))
    assert cell(row, "i2") == "1.38 ◇ counts not supplied"


@pytest.mark.parametrize(
    ("quality", "words"),
    [
        ({"state": "clean"}, "Clean"),
        ({"state": "notes", "warnings": 1}, "1 note"),
        ({"state": "notes", "warnings": 1200}, "1,200 notes"),
        ({"state": "blocked", "critical": 2}, "Blocked, 2 critical"),
        ({"state": None}, "–"),
    ],
)
def test_the_state_of_the_gate_is_told_in_words(
    make_report: ReportMaker, tmp_path: Path, quality: dict[str, Any], words: str
) -> None:
    make_report("RV9/2021", quality=quality)
    (row,) = rows_of(page_of(tmp_path))
    assert cell(row, "checks") == words


def test_a_trust_called_script_is_a_name_like_any_other(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    evil = '<script>alert("&")</script>'
    make_report(
        "RV9/2021", name=evil, kind=evil, state=evil, action_year=evil, term=evil,
        values={"i2.ratio": figure(evil, 1.0), "plan.actions": figure(evil, 1)},
        verdicts={"i2": {"code": evil, "shape": "<", "words": evil}}, quality={"state": evil},
    )  # fmt: skip
    page = page_of(tmp_path)
    assert len(page.select("script")) == 1
    (row,) = rows_of(page)
    assert evil in cell(row, "trust")
    for name in ("kind", "state", "actions", "checks"):
        assert "alert(" in cell(row, name)


def test_characters_that_have_no_place_in_a_page_are_taken_out(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    folder = make_report("RV9/2021")
    text = (folder / "results.json").read_text(encoding="utf-8")
    bad = text.replace("Trust RV9", r"Trust\u0000 \ud800\u202eRV9")
    (folder / "results.json").write_text(bad, encoding="utf-8")
    (row,) = rows_of(page_of(tmp_path))
    assert cell(row, "trust") == "Trust RV9 RV9"


def test_figures_of_a_wrong_form_are_passed_over(make_report: ReportMaker, tmp_path: Path) -> None:
    folder = make_report("RV9/2021")
    content = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    content["report"]["name"] = ["no name"]
    content["values"] = {"i1.bme_percent": 5, "i2.ratio": figure("1e999", None),
                         "i3.ratio": figure("big", 10**400)}  # fmt: skip
    content["verdicts"] = ["none"]
    text = json.dumps(content).replace('"1e999", "value": null', '"1e999", "value": 1e999')
    (folder / "results.json").write_text(text, encoding="utf-8")
    (row,) = rows_of(page_of(tmp_path))
    assert cell(row, "trust") == "RV9"
    assert cell(row, "i2") == "1e999"
    assert not row.select_one(".i2[data-n], .i3[data-n]")


def test_nothing_of_the_reports_but_their_headlines_is_on_the_page(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021")
    assert "nobody's business" not in write_index(tmp_path).read_text(encoding="utf-8")


def test_the_page_allows_its_own_style_and_script_and_nothing_else(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021")
    page = page_of(tmp_path)
    (policy,) = page.select('meta[http-equiv="Content-Security-Policy"]')

    def source(name: str) -> str:
        (element,) = page.select(name)
        digest = hashlib.sha256(element.string.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert policy["content"] == (
        f"default-src 'none'; style-src {source('style')}; script-src {source('script')}; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not page.select("[style], [onclick], link, img, iframe")
    assert "://" not in str(page)


def test_every_row_has_a_cell_for_every_column(make_report: ReportMaker, tmp_path: Path) -> None:
    make_report("RV9/2021", values={"plan.actions": figure("4", 4)})
    make_report("RX7/2021", older=True)
    page = page_of(tmp_path)
    places = [int(head["data-column"]) for head in page.select("th[data-column]")]
    for row in rows_of(page):
        assert len(row.find_all(["th", "td"], recursive=False)) == len(places)
    assert sorted(places) == list(range(len(places)))


def test_a_row_holds_nothing_that_can_be_told_from_its_cells(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021", name="Humber Teaching NHS Foundation Trust")
    (row,) = rows_of(page_of(tmp_path))
    assert "data-find" not in row.attrs
    assert str(row).count("Humber Teaching") == 1
    assert not row.select("[role]")


def test_kinds_and_states_sort_in_their_own_order(make_report: ReportMaker, tmp_path: Path) -> None:
    make_report("AAA/2021", kind="appendix", state="published")
    make_report("BBB/2021", kind="full", state="draft")
    make_report("CCC/2021", kind="new kind", state="approved")
    rows = rows_of(page_of(tmp_path))

    def ranks(name: str) -> list[float]:
        return [float(row.select_one(f".{name}")["data-n"]) for row in rows]

    kinds, states = ranks("kind"), ranks("state")
    assert kinds[1] < kinds[0] < kinds[2]
    assert states[1] < states[2] < states[0]


def test_the_key_uses_the_reports_own_term_where_they_share_one(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021", term="global majority")
    assert "worse for global majority staff" in page_of(tmp_path).get_text()
    make_report("RX7/2021", term="BAME")
    assert "worse for BME staff" in page_of(tmp_path).get_text()


def test_an_empty_or_missing_folder_gives_a_page_that_says_what_to_do(tmp_path: Path) -> None:
    target = write_index(tmp_path / "outputs" / "new")
    page = BeautifulSoup(target.read_text(encoding="utf-8"), "html.parser")
    assert "There are no reports here yet" in page.get_text()
    assert not page.select("table, input, script")


def test_a_page_that_cannot_be_written_is_a_fault_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    with pytest.raises(Fault, match="cannot be written"):
        write_index(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_a_percentage_of_one_group_stands_in_for_a_gap_and_is_not_sorted_by(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    values = {
        "i5.gap": figure("not supplied", None, "not_supplied"),
        "i5.bme_percent": figure("33%", 33),
    }
    make_report("R1L/2021", name="Essex", term="BAME", values=values, verdicts={"i5": NOT_SUPPLIED})
    page = BeautifulSoup(write_index(tmp_path).read_text(encoding="utf-8"), "html.parser")
    cell = page.find(string=re.compile("BAME 33%"))
    assert cell is not None
    assert "33" not in str(cell.find_parent("td").get("data-sort", ""))


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (1_499, "1 kB"), (409_500, "410 kB"), (999_499, "999 kB"),
     (999_500, "1.0 MB"), (1_228_590, "1.2 MB"), (25_000_000, "25.0 MB")],
)  # fmt: skip
def test_a_size_is_told_in_thousands(size: int, words: str) -> None:
    assert size_words(size) == words.replace(" ", "\u00a0")


def test_years_are_told_as_a_span() -> None:
    assert span_of_years([2021, 2021], "WRES") == "WRES year 2021"
    assert span_of_years([2021, 2020], "WRES") == "WRES years 2020 and 2021"
    assert span_of_years([2017, 2023, 2020], "WRES") == "WRES years 2017 to 2023"
    assert span_of_years([2020, 2021], "") == "Years 2020 and 2021"


def test_the_colours_are_those_of_the_reports_own_pages(tmp_path: Path) -> None:
    colour = re.compile(r"(--[\w-]+): (#[0-9a-f]{6})")
    light, _, dark = write_index(tmp_path).read_text(encoding="utf-8").partition("color-scheme: d")
    for of_page, style in ((light, REPORT_STYLE), (dark, REPORT_STYLE.with_name("dark.css"))):
        of_reports = dict(colour.findall(style.read_text(encoding="utf-8")))
        assert len(colour.findall(of_page)) > 5
        assert dict(colour.findall(of_page)).items() <= of_reports.items()


DISABILITY = {
    "values": {
        "m3.ratio": {"display": "4.94", "value": 4.94, "status": "ok", "unit": "ratio"},
        "m4.managers_gap": {"display": "+7.7 pp", "value": 7.7, "status": "ok", "unit": "pp"},
    },
    "verdicts": {
        "m3": {"code": "worse", "shape": "▲", "words": "worse for Disabled staff"},
        "m4-managers": {"code": "worse", "shape": "▲", "words": "worse for Disabled staff"},
    },
    "term": "Disabled",
    "standard": "WDES",
}


def test_each_standard_has_a_table_of_its_own_with_its_own_words(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021")
    make_report("RV9/2021/wdes", **DISABILITY)
    page = page_of(tmp_path)
    assert page.find("h1").text == page.title.text == "WRES and WDES reports"
    first, second = page("table")
    assert len(rows_of(page)) == 2
    assert "1.38" in first.text
    assert "4.94" not in first.text
    assert {"4.94", "+7.7 pp"} <= {b.text for b in second("b")}
    assert second.select_one("th.m4-managers").text.startswith("Metric 4a managers")
    assert "Metrics: figure and verdict" in second.text
    parts = page.select(".part")
    assert "worse for Disabled staff" in parts[1].select_one(".key").text
    assert not re.search(r"BME|WRES|[Ii]ndicator", parts[1].get_text(" "))
    assert len({tag["id"] for tag in page(id=True)}) == len(page(id=True))
    for row in second.select("tbody tr"):
        assert len(row(["th", "td"])) == len(second.select("th[data-column]"))


def test_reports_of_one_standard_alone_are_called_by_its_name(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021/wdes", **DISABILITY)
    page = page_of(tmp_path)
    assert page.find("h1").text == "WDES reports"
    assert "WRES" not in page.get_text(" ")
    assert "WDES year 2021" in page.get_text(" ")


def test_a_standard_of_a_workspace_is_called_as_its_reports_call_it(
    make_report: ReportMaker, tmp_path: Path
) -> None:
    make_report("RV9/2021/bank", standard="Bank WRES")
    page = page_of(tmp_path)
    assert page.find("h1").text == "Bank WRES reports"
    assert len(rows_of(page)) == 1
    assert not page.select("th.nine")


def test_the_heads_of_the_nine_are_their_names(tmp_path: Path, make_report: ReportMaker) -> None:
    make_report("RV9/2021")
    page = page_of(tmp_path)
    head = page.select_one("thead .i2 .name")
    assert head is not None
    assert head.get_text().replace("\u00ad", "") == "Appointment from shortlisting"
    assert all(name.get_text().strip() for name in page.select("thead .name"))


def test_a_verdict_on_senior_bands_stands_in_full_beside_the_share_of_all(
    tmp_path: Path, make_report: ReportMaker
) -> None:
    words = "BME staff under-represented at band 8a and above"
    make_report(
        "RV9/2021",
        values={"i1.bme_percent": figure("21.2%", 21.2)},
        verdicts={"i1": {"code": "worse", "shape": "▲", "words": words}},
    )
    assert cell(rows_of(page_of(tmp_path))[0], "i1") == f"21.2% ▲ {words}"
