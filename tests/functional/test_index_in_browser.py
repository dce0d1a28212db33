"""The page of all reports in a real browser: found by typing, sorted by keyboard, read without."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.functional.axe import broken_rules
from tests.functional.reports import many
from wres_report.index import write_index
from wres_report.index.page import page as page_of

pytestmark = [pytest.mark.functional, pytest.mark.browser]
TRUSTS = {"RV9": "Humber Teaching", "RX7": "North West Ambulance", "RYC": "Pwyllgôr"}
RATIOS = {("RV9", 2021): 10.0, ("RV9", 2020): 9.5, ("RX7", 2021): None, ("RX7", 2020): 1.0,
          ("RYC", 2021): 2.25, ("RYC", 2020): None}  # fmt: skip
NAMES = "tbody tr:not([hidden]) th"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("outputs")
    for (code, year), ratio in RATIOS.items():
        _finished_report(out, code, year, ratio)
    (out / "RV9" / "2019").mkdir()  # a folder that is left out
    return write_index(out).as_uri()


def _finished_report(out: Path, code: str, year: int, ratio: float | None) -> None:
    folder = out / code / str(year)
    folder.mkdir(parents=True)
    status, code_of = ("ok", "worse") if ratio else ("not_supplied", "not_supplied")
    results = {
        "trust": code,
        "year": year,
        "report": {
            "name": f"{TRUSTS[code]} NHS Trust", "kind": "full" if year == 2021 else "action-plan",
            "term": "BME", "action_year": f"{year}-{year - 1999}", "synthetic": code == "RYC",
            "state": "draft" if code == "RX7" else "published", "published": "July 2021",
        },
        "values": {
            "i2.ratio": {"display": str(ratio), "value": ratio, "status": status},
            "i9.voting_difference": {"display": "−3.1\u00a0pp", "value": -3.1, "status": "ok"},
            "plan.actions": {"display": "17", "value": 17, "status": "ok"},
            "plan.overdue": {"display": "3", "value": 3, "status": "ok"},
        },
        "verdicts": {
            "i2": {"code": code_of, "shape": "▲○"[not ratio], "words": status.replace("_", " ")},
            "i9": {"code": "no_clear_difference", "shape": "●", "words": "mirrors the workforce"},
        },
    }  # fmt: skip
    text = json.dumps(results, indent=1, sort_keys=True)
    (folder / "results.json").write_text(text, encoding="utf-8")
    quality = {"state": "notes", "critical": 0, "warnings": 3}
    (folder / "quality.json").write_text(json.dumps(quality))
    outputs = {"results.json": hashlib.sha256(text.encode()).hexdigest()}
    manifest = {"trust_year": f"{code}/{year}", "outputs": outputs}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    for name in ("index.html", "report.pdf", "report.docx", "actions.xlsx"):
        (folder / name).write_text("<!DOCTYPE html><title>A report</title>")


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(address)
    yield opened
    opened.close()


def status_of(page: Any) -> str:
    return page.inner_text("[role=status]")


def places(page: Any) -> list[tuple[str, str]]:
    """Code and year of the rows that are in sight, from top to bottom."""
    script = (
        "rows => rows.map(r => [r.querySelector('.trust span').textContent, "
        "r.querySelector('.year').firstChild.textContent.trim()])"
    )
    return [tuple(row) for row in page.eval_on_selector_all("tbody tr:not([hidden])", script)]


def test_the_page_asks_for_nothing_but_itself_and_breaks_no_policy(
    browser: Any, address: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address)
    page.fill("#find", "humber")
    page.click("thead button >> nth=1")
    page.emulate_media(media="print")
    page.wait_for_load_state("networkidle")
    assert asked == [address]
    assert not said
    page.close()


def test_a_script_from_elsewhere_does_not_run(page: Any) -> None:
    page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = true';"
        "document.body.append(s)"
    )
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("scripted", [True, False])
@pytest.mark.parametrize("width", [390, 800, 1280])
def test_the_page_breaks_no_rule_of_axe(
    browser: Any, address: str, tmp_path: Path, width: int, scripted: bool
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address if scripted else _without_script(address, tmp_path))
    broken = broken_rules(page)
    assert page.get_by_role("heading", name="WRES reports").is_visible()
    assert not broken
    page.close()


def _without_script(address: str, folder: Path) -> str:
    """The page as it stands where scripts are off; axe itself needs them on."""
    text = Path(address.removeprefix("file://")).read_text(encoding="utf-8")
    target = folder / "index.html"
    target.write_text(text[: text.index("<script>")] + "</body></html>", encoding="utf-8")
    return target.as_uri()


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_the_page_itself_never_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_a_phone_shows_cards_with_a_label_for_every_fact(browser: Any, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address)
    labels = page.evaluate(
        "[...document.querySelectorAll('tbody tr:first-child td')]"
        ".map(cell => getComputedStyle(cell, '::before').content.replaceAll('\"', ''))"
    )
    assert labels == ["WRES year", "Report", "State", "2\u00a0Appointment from shortlisting",
                      "9\u00a0Board representation", "Actions", "Checks"]  # fmt: skip
    assert page.get_by_role("row").count() == len(RATIOS) + 2
    assert page.get_by_role("columnheader", name="WRES year").is_visible()
    page.close()


def test_browsers_that_lose_the_table_are_told_its_parts_by_roles(page: Any) -> None:
    roles = page.evaluate(
        "[...document.querySelectorAll('.part :is(table, thead, tbody, tr, th, td)')]"
        ".map(one => one.role)"
    )
    assert set(roles) == {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"}


def test_a_card_on_a_phone_is_no_higher_than_half_of_its_screen(
    browser: Any, tmp_path: Path
) -> None:
    target = tmp_path / "index.html"
    target.write_text(page_of(list(many(8)), []), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(target.as_uri())
    heights = page.eval_on_selector_all(
        "tbody tr", "cards => cards.map(card => card.getBoundingClientRect().height)"
    )
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert max(heights) <= 422
    assert wide <= 390


def test_typing_shows_the_reports_that_have_every_word(page: Any) -> None:
    assert status_of(page) == "6 of 6 reports shown"
    page.focus("#find")
    page.keyboard.type("humber 2021")
    assert places(page) == [("RV9", "2021")]
    assert status_of(page) == "1 of 6 reports shown"


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("rx7", {"RX7"}),
        ("DRAFT", {"RX7"}),
        ("full report", {"RV9", "RX7", "RYC"}),
        ("2020-21 published", {"RV9", "RYC"}),
        ("pwyllgor", {"RYC"}),
        ("synthetic", {"RYC"}),
    ],
)
def test_a_report_is_found_by_name_code_year_kind_and_state(
    page: Any, words: str, codes: set[str]
) -> None:
    page.fill("#find", words)
    assert {code for code, _ in places(page)} == codes


def test_escape_clears_the_search(page: Any) -> None:
    page.fill("#find", "humber")
    page.press("#find", "Escape")
    assert page.input_value("#find") == ""
    assert status_of(page) == "6 of 6 reports shown"


def test_a_search_that_finds_nothing_says_so_and_offers_a_way_back(page: Any) -> None:
    page.fill("#find", "no such trust")
    assert status_of(page) == "0 of 6 reports shown"
    page.get_by_role("button", name="Clear the search").press("Enter")
    assert len(places(page)) == 6
    assert page.evaluate("document.activeElement.id") == "find"
    assert not page.get_by_role("button", name="Clear the search").is_visible()


def test_the_keyboard_sorts_by_a_figure_with_missing_ones_last(page: Any) -> None:
    head = page.get_by_role("columnheader", name="Indicator 2")
    head.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    assert places(page) == [("RX7", "2020"), ("RYC", "2021"), ("RV9", "2020"), ("RV9", "2021"),
                            ("RX7", "2021"), ("RYC", "2020")]  # fmt: skip
    page.keyboard.press("Space")
    assert head.get_attribute("aria-sort") == "descending"
    assert places(page) == [("RV9", "2021"), ("RV9", "2020"), ("RYC", "2021"), ("RX7", "2020"),
                            ("RX7", "2021"), ("RYC", "2020")]  # fmt: skip
    assert "sorted by Indicator 2 Appointment from shortlisting, descending" in status_of(page)
    assert page.locator("[aria-sort]").count() == 1


def test_what_is_sorted_stays_sorted_while_one_searches(page: Any) -> None:
    page.get_by_role("columnheader", name="WRES year").get_by_role("button").click()
    page.fill("#find", "published")
    assert places(page) == [("RV9", "2020"), ("RYC", "2020"), ("RV9", "2021"), ("RYC", "2021")]


def test_the_trusts_stand_in_the_order_of_the_page_again_when_sorted_by_name(page: Any) -> None:
    before = places(page)
    page.get_by_role("columnheader", name="WRES year").get_by_role("button").click()
    page.get_by_role("columnheader", name="Trust").get_by_role("button").click()
    assert places(page) == before
    page.get_by_role("columnheader", name="Trust").get_by_role("button").click()
    assert [code for code, _ in places(page)] == ["RYC", "RYC", "RX7", "RX7", "RV9", "RV9"]


def test_without_a_script_everything_is_there_but_the_controls(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator("tbody tr").count() == len(RATIOS)
    assert page.locator("button:visible, input:visible").count() == 0
    assert not page.locator("[role=status]").is_visible()
    assert page.get_by_role("columnheader", name="WRES year").is_visible()
    assert page.get_by_text("Left out:").is_visible()
    context.close()


def test_the_keyboard_reaches_the_main_part_first_and_then_the_search(page: Any) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "find"


def test_every_link_leads_to_a_file(page: Any) -> None:
    links = page.eval_on_selector_all("tbody a", "links => links.map(link => link.href)")
    assert len(links) == len(RATIOS) * 5
    assert all(Path(link.removeprefix("file://")).is_file() for link in links)


def test_on_paper_the_page_is_landscape_and_each_sheet_has_the_head(
    browser: Any, tmp_path: Path
) -> None:
    pypdf = pytest.importorskip("pypdf")
    target = tmp_path / "index.html"
    target.write_text(page_of(list(many(60)), []), encoding="utf-8")
    page = browser.new_page()
    page.goto(target.as_uri())
    page.pdf(path=tmp_path / "index.pdf", prefer_css_page_size=True)
    page.close()
    sheets = pypdf.PdfReader(tmp_path / "index.pdf").pages
    assert len(sheets) > 1
    for sheet in sheets:
        assert sheet.mediabox.width > sheet.mediabox.height
        assert "Checks" in sheet.extract_text()


def test_a_state_or_a_year_is_chosen_from_a_list_together_with_the_search(page: Any) -> None:
    page.select_option("select#state", label="Published")
    assert page.locator(NAMES).count() == 4
    page.select_option("select#year", label="2020")
    assert page.locator(NAMES).count() == 2
    page.fill("#find", "humber")
    assert page.locator(NAMES).count() == 1
    page.press("#find", "Escape")
    assert page.locator(NAMES).count() == 6
    assert page.eval_on_selector("select#state", "list => list.value") == ""
