"""The page of a difference in a real browser: on a phone, on a desk, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.diff_tools import a_build
from tests.functional.axe import broken_rules
from wres_report.diff.compare import compare
from wres_report.diff.page import page as page_of
from wres_report.diff.reading import read_outputs

pytestmark = [pytest.mark.functional, pytest.mark.browser]
WIDTHS = [320, 390, 1280]


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A full report beside one that has nothing: every kind of thing differs."""
    target = tmp_path_factory.mktemp("diff") / "diff.html"
    difference = compare(a_build(2020), read_outputs(built / "ZZX/2021", "outputs/ZZX/2021"))
    target.write_text(page_of(difference), encoding="utf-8")
    return target.as_uri()


def test_the_page_asks_for_nothing_but_itself_and_breaks_no_policy(
    browser: Any, address: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert not said
    widths = page.eval_on_selector_all("img", "images => images.map(i => i.naturalWidth)")
    page.close()
    assert len(widths) == 19
    assert all(widths)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_itself_never_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_breaks_no_rule_of_axe(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    broken = broken_rules(page)
    page.close()
    assert not broken


def test_every_cell_of_a_card_knows_the_head_of_its_column(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    heads = page.evaluate(
        "[...document.querySelector('#tier-1 tbody tr').cells].slice(1).map(c => c.dataset.head)"
    )
    page.close()
    assert heads == ["Old", "New", "Change", "Chance", "Where"]


def test_the_contents_lead_to_each_tier(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("navigation").get_by_role("link", name="Words and actions").click()
    assert page.evaluate("document.querySelector(':target').id") == "tier-4"
    page.close()


def test_on_paper_no_column_is_cut_off(browser: Any, address: str, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = browser.new_page()
    page.goto(address)
    page.pdf(path=tmp_path / "diff.pdf", prefer_css_page_size=True)
    page.close()
    sheets = pypdf.PdfReader(tmp_path / "diff.pdf").pages
    text = " ".join(sheet.extract_text() for sheet in sheets)
    assert all(sheet.mediabox.width > sheet.mediabox.height for sheet in sheets)
    assert "recruitment.csv" in text
    assert "6. Pictures" in text
