"""The cards of the figures in a real browser: opened and closed without leaving the page."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = [pytest.mark.functional, pytest.mark.browser]
FIGURE = "#tbl-i2 a.figure[href='#figure-i2.bme_percent']"
SHOWN = ".origin:target"


@pytest.fixture(scope="module")
def address(built: Path) -> str:
    return (built / "ZZX/2021/index.html").as_uri()


def test_a_figure_opens_its_card_where_the_reader_is(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator(FIGURE).first.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    page.locator(FIGURE).first.click()
    card = page.locator(SHOWN)
    assert card.count() == 1
    assert card.is_visible()
    assert "198 of 1,390" in card.inner_text()
    assert page.evaluate("scrollY") == place
    assert page.evaluate("document.activeElement.id") == "figure-i2.bme_percent"
    page.close()


@pytest.mark.parametrize("way", ["escape", "link"])
def test_closing_a_card_leads_back_to_the_figure(browser, address: str, way: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(FIGURE).first.focus()
    page.keyboard.press("Enter")
    assert page.locator(SHOWN).count() == 1
    if way == "escape":
        page.keyboard.press("Escape")
    else:
        page.locator(f"{SHOWN} .origin-close").click()
    assert page.locator(SHOWN).count() == 0
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#figure-i2.bme_percent"
    page.close()


def test_a_ratio_leads_on_to_the_two_rates_it_is_made_of(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "#figure-i2.ratio")
    assert "÷" in page.locator(SHOWN).inner_text()
    page.locator(f"{SHOWN} a[href='#figure-i2.white_percent']").click()
    assert "486 of 2,480" in page.locator(SHOWN).inner_text()
    page.close()


def test_cards_open_and_close_without_scripts(browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(FIGURE).first.click()
    assert page.locator(SHOWN).is_visible()
    page.locator(f"{SHOWN} .origin-close").click()
    assert page.locator(SHOWN).count() == 0
    context.close()


def test_print_shows_no_card_and_no_mark_of_a_figure(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "#figure-i2.ratio")
    page.emulate_media(media="print")
    assert not page.locator(SHOWN).is_visible()
    style = page.locator(FIGURE).first.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert style == "none"
    page.close()
