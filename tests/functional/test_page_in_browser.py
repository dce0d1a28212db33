"""The finished page in a real browser: nothing from outside, no accessibility fault, no mouse."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.functional.axe import broken_rules

pytestmark = [pytest.mark.functional, pytest.mark.browser]


@pytest.fixture(params=["LON/2020", "R1L/2021", "RV9/2021", "RX7/2023", "RYC/2017", "ZZX/2021"])
def address(built: Path, request: pytest.FixtureRequest) -> str:
    return (built / request.param / "index.html").as_uri()


def test_the_page_asks_for_nothing_but_itself(browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    outside = [url for url in asked if not url.startswith(("data:", "file:"))]
    assert asked[0] == address
    assert not outside
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert not faults
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_breaks_no_rule_of_axe(browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    assert not broken_rules(page)
    page.close()


def test_a_phone_shows_the_page_without_sideways_scrolling(browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()


def test_the_keyboard_reaches_the_main_part_first_and_every_link_leads_somewhere(
    browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
        ".filter(h => h.length > 1 && !document.getElementById(decodeURIComponent(h.slice(1))))"
    )
    assert not dead
    page.close()


def test_every_picture_has_a_text_alternative(browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    pictures = page.evaluate(
        "[...document.images].map(i => [i.alt, i.naturalWidth])"
        ".concat([...document.querySelectorAll('svg:not(.chart-narrow)')]"
        ".map(s => [s.ariaLabel, s.getBoundingClientRect().width]))"
    )
    # A plan without dates, or without figures, has nothing to draw.
    fewest = {"RV9": 13, "ZZX": 13, "R1L": 1, "RX7": 1}
    assert len(pictures) >= fewest.get(address.split("/")[-3], 0)
    assert all(alt and width > 10 for alt, width in pictures)
    page.close()


def test_the_page_of_an_invented_trust_says_so(browser, built: Path) -> None:
    page = browser.new_page()
    page.goto((built / "ZZX/2021/index.html").as_uri())
    assert "synthetic" in page.inner_text("body").lower()[:3000]
    page.goto((built / "RV9/2021/index.html").as_uri())
    assert "synthetic" not in page.inner_text("body").lower()
    page.close()


@pytest.mark.parametrize("name", ["RV9/2021", "ZZX/2021"])
@pytest.mark.parametrize(("width", "height", "cover"), [(1280, 800, 120), (390, 844, 130)])
def test_the_first_screen_is_the_summary(
    browser, built: Path, name: str, width: int, height: int, cover: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto((built / name / "index.html").as_uri())
    assert page.locator(".cover").bounding_box()["height"] <= cover
    box = page.locator(".box.headline").bounding_box()
    assert box["y"] + box["height"] <= height
    # Beside the text the contents stand open, above it they are folded.
    assert page.locator("#TOC ul").first.is_visible() == (width > 1024)
    page.close()


def test_a_plan_and_the_nine_rows_scroll_in_no_box_of_their_own(browser, built: Path) -> None:
    for width in (390, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900})
        for name in ("LON/2020", "RV9/2021", "RYC/2017", "ZZX/2021"):
            page.goto((built / name / "index.html").as_uri())
            cut = page.evaluate(
                "[...document.querySelectorAll('#tbl-summary .table-scroll, .wide .table-scroll')]"
                ".filter(e => e.scrollWidth > e.clientWidth + 1"
                " || e.scrollHeight > e.clientHeight + 1).length"
            )
            assert not cut, (name, width)
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_table_that_is_cut_at_a_side_shows_that_it_goes_on(
    browser, built: Path, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page.goto((built / "RV9/2021" / "index.html").as_uri())
    cut = page.locator("#tbl-i5 .table-scroll")
    assert cut.evaluate("e => e.scrollWidth > e.clientWidth")

    def edge(place: str) -> tuple[int, int]:
        """How dark the outermost pixels of a row are, and those a little further inside."""
        from PIL import Image

        shot = Image.open(io.BytesIO(cut.screenshot())).convert("L")
        outer, inner = (shot.width - 2, shot.width - 40) if place == "end" else (1, 60)
        rows = range(shot.height // 2, shot.height - 20)
        return tuple(sorted(shot.getpixel((x, y)) for y in rows)[len(rows) // 2]
                     for x in (outer, inner))  # fmt: skip

    outer, inner = edge("end")
    assert abs(outer - inner) > 60  # a shadow on what goes on to the right
    cut.evaluate("e => e.scrollTo(e.scrollWidth, 0)")
    page.wait_for_timeout(100)
    outer, inner = edge("end")
    assert abs(outer - inner) < 20  # none where it ends
    page.close()


@pytest.mark.parametrize(("name", "dotted"), [("RYC/2017", False), ("ZZX/2021", True)])
def test_only_a_page_with_dotted_figures_tells_of_them(
    browser, built: Path, name: str, dotted: bool
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((built / name / "index.html").as_uri())
    assert page.locator(".figures-hint").first.is_visible() == dotted
    page.close()
