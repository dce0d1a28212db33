"""The cards of the figures in a real browser: opened and closed without leaving the page."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = [pytest.mark.functional, pytest.mark.browser]
FIGURE = "#tbl-i2 a.figure[href='#figure-i2.bme_percent']"
SHOWN = ".origin:popover-open"


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
    assert page.locator(".origin:target").is_visible()
    page.locator(".origin:target .origin-close").click()
    assert page.locator(".origin:target").count() == 0
    context.close()


def test_a_click_beside_a_card_closes_it(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.locator(FIGURE).first.click()
    assert page.locator(SHOWN).count() == 1
    page.mouse.click(5, 450)
    assert page.locator(SHOWN).count() == 0
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_figure_and_the_way_to_close_are_seen_beside_the_card(
    browser, address: str, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    figures = page.locator("main a.figure")
    for number in range(0, figures.count(), max(1, figures.count() // 25)):
        figure = figures.nth(number)
        if not figure.is_visible():
            continue
        figure.click()
        card = page.locator(SHOWN).bounding_box()
        own = figure.bounding_box()
        assert own["y"] + own["height"] <= card["y"] or card["y"] + card["height"] <= own["y"]
        close = page.locator(f"{SHOWN} .origin-close").bounding_box()
        assert card["y"] <= close["y"] <= card["y"] + 60
        page.keyboard.press("Escape")
    page.close()


def test_the_address_of_a_card_lands_at_its_figure(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(address + "#figure-i5.bme_percent")
    assert page.locator(SHOWN).get_attribute("id") == "figure-i5.bme_percent"
    figure = page.locator("a.figure[href='#figure-i5.bme_percent']").first
    box = figure.bounding_box()
    assert 0 <= box["y"] <= 800
    page.keyboard.press("Escape")
    assert page.locator(SHOWN).count() == 0
    assert not page.locator(".origin:target").is_visible()
    page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_has_the_focus_is_never_behind_something_else(
    browser, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    page.goto(address)
    for number in range(150):
        page.keyboard.press("Tab")
        if number % 10 == 5 and page.evaluate("document.activeElement.matches('a.figure')"):
            page.keyboard.press("Enter")  # and on with its card open
        hidden = page.evaluate(
            """() => {
              const e = document.activeElement, b = e.getClientRects()[0];
              if (e === document.body || !b) return "";
              const x = Math.min(Math.max(b.x + b.width / 2, 0), innerWidth - 1);
              const y = Math.min(Math.max(b.y + Math.min(b.height, 20) / 2, 0), innerHeight - 1);
              const top = document.elementFromPoint(x, y);
              return top && (e.contains(top) || top.contains(e)) ? "" : e.outerHTML.slice(0, 80);
            }"""
        )
        assert not hidden, (number, hidden)
    page.close()


def test_a_table_of_figures_is_one_stop_of_the_keyboard(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.locator("#tbl-i1 a.figure").count() > 10
    assert page.locator("#tbl-i1 a.figure[tabindex='0']").count() == 1
    first = page.locator("#tbl-i1 a.figure").first
    first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("#tbl-i1 a.figure").nth(1).evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")
    cell = page.evaluate("document.activeElement.closest('td').cellIndex")
    row = page.evaluate("document.activeElement.closest('tr').rowIndex")
    assert (cell, row) == (2, 2)
    page.close()


def test_print_shows_no_card_and_no_mark_of_a_figure(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + "#figure-i2.ratio")
    page.emulate_media(media="print")
    assert not page.locator(SHOWN).is_visible()
    style = page.locator(FIGURE).first.evaluate("e => getComputedStyle(e).textDecorationLine")
    assert style == "none"
    page.close()
