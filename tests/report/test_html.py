"""The HTML report: self-contained, reachable by keyboard, marked where it is not real."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sample
from bs4 import BeautifulSoup

from wres_report.report import renderers


@pytest.fixture(scope="module")
def page(rendered: Path) -> BeautifulSoup:
    return BeautifulSoup((rendered / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_the_page_loads_nothing_from_outside(page: BeautifulSoup) -> None:
    for element in page.find_all(True):
        for name in ("src", "href", "srcset", "data", "poster", "action"):
            value = str(element.get(name, ""))
            assert not value or value.startswith(("data:", "#")), value
    for block in [*page.find_all("style"), *page.find_all(style=True)]:
        css = block.get("style") or block.get_text()
        assert all(u.strip("\"'").startswith("data:") for u in re.findall(r"url\(([^)]*)\)", css))
        assert "@import" not in css
    assert not page.find_all(["iframe", "object", "embed", "link"])


def test_the_page_has_language_title_landmarks_and_a_skip_link(page: BeautifulSoup) -> None:
    assert page.html["lang"] == "en-GB"
    assert "Sandmouth" in page.title.get_text()
    assert page.select_one("a.skip-link")["href"] == "#content"
    assert page.find("main", id="content")
    assert page.find("header")
    assert page.find("footer")
    assert page.find("nav", attrs={"aria-labelledby": "toc-title"})


def test_every_picture_has_a_text_alternative(page: BeautifulSoup) -> None:
    pictures = page.find_all("img")
    assert len(pictures) >= 17
    assert all(picture.get("alt", "").strip() for picture in pictures)
    assert "Bar chart: BME 24.0%, White 22.4%" in {picture["alt"] for picture in pictures}


def test_tables_scroll_in_regions_that_the_keyboard_reaches(page: BeautifulSoup) -> None:
    for table in page.find_all("table"):
        region = table.find_parent("div", class_="table-scroll")
        assert region["tabindex"] == "0"
        assert region["role"] == "region"
        label = region.get("aria-labelledby")
        assert page.find(id=label).get_text(strip=True)


def test_every_identifier_is_used_once(page: BeautifulSoup) -> None:
    found = [element["id"] for element in page.find_all(id=True)]
    assert len(found) == len(set(found))


def test_every_link_inside_the_page_has_a_target(page: BeautifulSoup) -> None:
    known = {element["id"] for element in page.find_all(id=True)}
    assert {a["href"][1:] for a in page.select('a[href^="#"]')} <= known


def test_rows_have_a_head_and_figures_stand_to_the_right(page: BeautifulSoup) -> None:
    table = page.find(id="tbl-i2").find("table")
    assert [h.get_text() for h in table.select("tbody th")] == ["Shortlisted", "Appointed", "Total"]
    assert all("right" in cell["style"] for cell in table.select("tbody td"))
    assert table.select_one("tr.total th").get_text() == "Total"


def test_a_verdict_says_in_words_what_its_colour_says(page: BeautifulSoup) -> None:
    words = [" ".join(w.get_text().split()) for w in page.select("#tbl-summary .verdict-worse")]
    assert words
    assert all("worse for BME staff" in word for word in words)


def test_synthetic_data_is_marked_and_real_data_is_not(page: BeautifulSoup, tmp_path: Path) -> None:
    assert "Synthetic data" in page.select_one(".synthetic").get_text()
    staged = sample.stage(tmp_path / "staged", synthetic=False, state="published")
    renderers.render(staged, ["html"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH)
    real = BeautifulSoup((tmp_path / "out/index.html").read_text("utf-8"), "html.parser")
    assert real.select_one(".synthetic") is None
    assert "Published July 2021" in real.select_one(".cover").get_text()


def test_a_group_of_actions_is_a_row_group_with_its_head(page: BeautifulSoup) -> None:
    table = page.select_one("#tbl-actions table")
    assert table is not None
    groups = table.select("tbody")
    assert len(groups) == 8
    for group in groups:
        head = group.select_one("tr > th")
        assert head is not None
        assert (head["scope"], head["rowspan"]) == ("rowgroup", "3")
        assert [len(row.select("th, td")) for row in group.select("tr")] == [4, 3, 3]
    assert all(cell["scope"] == "col" for cell in table.select("thead th"))
    assert len(table.select("td ol li")) == 48
    assert len(table.select("td ul li")) == 48


def test_numbers_of_contents_look_alike_by_the_name_that_either_renderer_gives_them(
    page: BeautifulSoup,
) -> None:
    selectors = re.findall(r"([^{}]*section-number[^{}]*)\{", page.find("style").string)
    assert len(selectors) > 2
    by_quarto = BeautifulSoup(str(page), "html.parser")
    numbers = by_quarto.select("#TOC .toc-section-number")
    assert numbers
    for number in numbers:
        number["class"] = "header-section-number"  # as Quarto's pandoc calls them
    for selector in selectors:
        found = [len(one.select_one("#TOC").select(selector)) for one in (page, by_quarto)]
        assert found[0] == found[1], selector
        assert len(page.select(selector)) == len(by_quarto.select(selector)) > 0, selector
