"""The pages that are no report, in a real browser: of an audit, of a difference, of all reports,
and of a website."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Command
from tests.functional.axe import broken_rules

pytestmark = [pytest.mark.functional, pytest.mark.browser]
PAGES = ("audit", "diff", "index", "website")
SCREEN = 844
# How many screens of a phone each may take: what is built here is seven reports.
MOST_SCREENS = {"audit": 4, "diff": 12, "index": 9, "website": 2}
AUDITED = Path(__file__).parents[1] / "claims" / "humber.md"


@pytest.fixture(scope="module")
def pages(
    built: Path, repository: Path, wres: Command, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The addresses of the four pages, of what is built of this repository."""
    folder = tmp_path_factory.mktemp("pages")
    where = ("--project", str(repository), "--out", str(built))
    done = {
        "audit": wres("audit", str(AUDITED), "--against", "RV9/2021", "--html",
                      str(folder / "audit.html"), *where, folder=repository),
        "diff": wres("diff", "ZZX/2020", "ZZX/2021", "--html", str(folder / "diff.html"), *where,
                     folder=repository),
        "website": wres("publish", str(folder / "site"), "--drafts", *where, folder=repository),
    }  # fmt: skip
    made = {
        "audit": folder / "audit.html", "diff": folder / "diff.html",
        "index": built / "index.html", "website": folder / "site" / "index.html",
    }  # fmt: skip
    for name, path in made.items():
        assert path.is_file(), done[name].stderr
    return {name: path.as_uri() for name, path in made.items()}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_page_never_scrolls_sideways(
    browser: Any, pages: dict[str, str], name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": SCREEN})
    page.goto(pages[name])
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_no_word_of_the_table_of_all_reports_is_parted_within(
    browser: Any, pages: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": SCREEN})
    page.goto(pages["index"])
    page.evaluate("document.body.style.overflowWrap = 'normal'")
    parted = page.evaluate(
        "[...document.querySelectorAll('tbody td')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"
    )
    page.close()
    assert parted == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_of_a_height_that_a_reader_scrolls(
    browser: Any, pages: dict[str, str], name: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": SCREEN})
    page.goto(pages[name])
    height = page.evaluate("document.documentElement.scrollHeight")
    page.close()
    assert height <= MOST_SCREENS[name] * SCREEN


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_breaks_no_rule_of_axe_in_light_and_in_dark(
    browser: Any, pages: dict[str, str], name: str, scheme: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": SCREEN}, color_scheme=scheme)
    page.goto(pages[name])
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    broken = broken_rules(page)
    page.close()
    assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(20, 25, 29)")
    assert not broken


@pytest.mark.parametrize("name", PAGES)
def test_every_table_has_a_name_and_every_row_a_head(
    browser: Any, pages: dict[str, str], name: str
) -> None:
    page = browser.new_page()
    page.goto(pages[name])
    told = page.evaluate(
        "[...document.querySelectorAll('table')].map(t => [(t.caption?.textContent || "
        "document.getElementById(t.getAttribute('aria-labelledby'))?.textContent || '').trim(),"
        " [...t.tBodies[0].rows].every(r => r.querySelector('th[scope=row]'))])"
    )
    page.close()
    assert told
    assert all(called and headed for called, headed in told)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_itself(browser: Any, pages: dict[str, str], name: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(pages[name])
    page.wait_for_load_state("networkidle")
    page.close()
    assert [url for url in asked if not url.startswith("data:")] == [pages[name]]
    assert said == []


@pytest.mark.parametrize("name", PAGES)
def test_forced_colours_and_paper_stay_out_of_the_dark(
    browser: Any, pages: dict[str, str], name: str
) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(pages[name])
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", forced_colors="active")
    paper = "getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()"
    assert page.evaluate(paper) == "#fff"
    page.close()


def test_a_sentence_that_is_linked_to_is_shown_where_the_document_is_folded(
    browser: Any, pages: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": SCREEN})
    page.goto(pages["audit"])
    sentences = page.locator("table.sentences")
    assert not sentences.is_visible()
    page.locator("table.contradictions a").first.click()
    page.locator("table.sentences tr:target").wait_for()
    page.close()


def test_what_is_folded_is_told_on_paper(
    browser: Any, pages: dict[str, str], tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    page = browser.new_page()
    page.goto(pages["audit"])
    page.pdf(path=tmp_path / "audit.pdf", prefer_css_page_size=True)
    last = page.locator("table.sentences tbody tr").last.locator("td").first.text_content()
    page.close()
    text = " ".join(p.extract_text() for p in pypdf.PdfReader(tmp_path / "audit.pdf").pages)
    assert "".join(last.split()) in "".join(text.split())


def test_a_change_is_called_by_words_and_no_figure_becomes_itself(
    browser: Any, pages: dict[str, str]
) -> None:
    page = browser.new_page()
    page.goto(pages["diff"])
    rows = page.evaluate(
        "[...document.querySelectorAll('.changes tbody tr')].map(r => [r.cells[0].firstChild"
        ".textContent.trim(), ...['.old', '.new'].map(c => r.querySelector(c).textContent)])"
    )
    page.close()
    assert len(rows) > 50
    for called, old, new in rows:
        assert called
        assert not re.search(r"_|[a-z0-9]\.[a-z]", called)
        assert old.split(" (")[0] != new.split(" (")[0]
