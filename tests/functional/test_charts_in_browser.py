"""The charts in a real browser: words that can be read, figures on demand, nothing from outside."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import unquote

import pytest

pytestmark = [pytest.mark.functional, pytest.mark.browser]
NAMES = ["R1L/2021", "RV9/2021", "ZZX/2021"]
SHOWN = """
[...document.querySelectorAll('.chart > svg')].filter(s => s.getClientRects().length)
"""
TEXTS = f"""
{SHOWN}.map(s => [...s.querySelectorAll('text:not(.row-told)')].map(t => {{
  const box = t.getBoundingClientRect();
  const scale = s.getBoundingClientRect().width / s.viewBox.baseVal.width;
  return [t.textContent, box.left, box.top, box.right, box.bottom,
          parseFloat(getComputedStyle(t).fontSize) * scale];
}}))
"""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_words_in_charts_are_12_pixels_at_least_and_run_into_none(
    browser, built: Path, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto((built / name / "index.html").as_uri())
    charts = page.evaluate(TEXTS)
    assert len(charts) >= (1 if name == "R1L/2021" else 9)
    for words in charts:
        assert min(size for *_, size in words) >= 12
        for number, (text, left, top, right, bottom, _) in enumerate(words):
            assert left >= -1
            assert right <= width + 1
            for other, left2, top2, right2, bottom2, _ in words[number + 1 :]:
                # The box of a line of text is higher than its letters.
                apart = bottom - 5 <= top2 or bottom2 - 5 <= top or right <= left2 or right2 <= left
                assert apart, (text, other)
    page.close()


def test_a_chart_is_one_stop_of_the_keyboard_and_its_arrows_tell_each_figure(
    browser, built: Path
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((built / "ZZX/2021/index.html").as_uri())
    rows = page.locator("#fig-i5 .chart-wide g.row")
    assert page.locator("#fig-i5 .chart-wide g.row[tabindex='0']").count() == 1
    rows.nth(0).focus()
    assert rows.nth(0).locator(".row-told").is_visible()
    page.keyboard.press("ArrowDown")
    assert rows.nth(1).evaluate("e => e === document.activeElement")
    assert rows.nth(1).locator(".row-told").is_visible()
    assert not rows.nth(0).locator(".row-told").is_visible()
    assert rows.nth(1).get_attribute("aria-label").startswith("2020, BME: ")
    page.close()


def test_pointing_at_a_row_tells_its_figure_without_scripts(browser, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / "ZZX/2021/index.html").as_uri())
    row = page.locator("#fig-i5 .chart-wide g.row").nth(1)
    assert not row.locator(".row-told").is_visible()
    area = row.locator(".row-area")
    area.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # the page scrolls smoothly
    box = area.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert row.locator(".row-told").is_visible()
    assert row.locator(".row-told").text_content().startswith("2020, BME: ")
    context.close()


def test_the_figures_of_a_chart_can_be_taken_along_with_their_source(browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "RV9/2021/index.html").as_uri())
    links = page.locator("#fig-i2 .chart-links")
    address = links.locator("a[download]").get_attribute("href")
    kind, _, content = address.partition(",")
    assert kind == "data:text/csv;charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(unquote(content).removeprefix("\ufeff"))))
    assert rows[0]["row"] == "This year"
    assert rows[0]["value"] == "0.64"
    with page.expect_download() as download:
        links.locator("a[download]").click()
    assert download.value.suggested_filename == "fig-i2.csv"
    links.locator("summary").click()
    words = links.locator("textarea").input_value()
    assert "0.64" in words
    assert words.splitlines()[-1].startswith("Source: Humber Teaching")
    assert links.locator("a", has_text="Table").get_attribute("href") == "#tbl-i2"
    page.close()
