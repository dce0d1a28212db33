"""The head of a page names what stands beside it, wherever the page stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from wres_report.finished.downloads import NAMES, PLACE, with_downloads

PAGE = f"<header>Trust</header>\n{PLACE}\n<main>24.3%</main>"


def links_of(page: str) -> list[str]:
    return [str(a["href"]) for a in BeautifulSoup(page, "lxml").select("nav.downloads a")]


def test_a_page_names_what_stands_beside_it_in_one_order() -> None:
    files = {name: name for name in ("results.json", "report.docx", "report.pdf", "other.txt")}
    assert links_of(with_downloads(PAGE, files)) == ["report.pdf", "report.docx", "results.json"]


def test_a_list_takes_the_place_of_the_one_before_it() -> None:
    once = with_downloads(PAGE, {"report.pdf": "report.pdf", "slides.pptx": "slides.pptx"})
    assert links_of(with_downloads(once, {"report.pdf": "rv9-report.pdf"})) == ["rv9-report.pdf"]
    assert with_downloads(once, {}) == PAGE


def test_a_page_without_a_place_stays_as_it_is() -> None:
    assert with_downloads("<main></main>", {"report.pdf": "report.pdf"}) == "<main></main>"


@pytest.mark.functional
@pytest.mark.parametrize("name", ["RV9/2021", "LON/2020"])
def test_a_built_page_names_the_files_that_its_build_made_and_no_other(
    built: Path, name: str
) -> None:
    folder = built / name
    links = links_of((folder / "index.html").read_text(encoding="utf-8"))
    assert links == [file for file in NAMES if (folder / file).is_file()]
    assert {"report.pdf", "report.docx", "results.json"} <= set(links)
