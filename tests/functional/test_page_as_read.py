"""The page for readers in the dark, on paper, by keyboard, and of a plan that is narrowed down."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.functional.axe import broken_rules

pytestmark = [pytest.mark.functional, pytest.mark.browser]
WHOLE = "ZZX/2021"


@pytest.fixture(scope="module")
def opened(browser, built: Path):
    """The page of the trust that has every table, at the width of a desk."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((built / WHOLE / "index.html").as_uri())
    yield page
    page.close()


@pytest.mark.parametrize("name", ["LON/2020", "RV9/2021", "."])
def test_a_page_in_the_dark_breaks_no_rule_of_contrast(browser, built: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="dark")
    page.goto((built / name / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 25, 29)"
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert not broken_rules(page, "color-contrast")
    page.close()


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """As WCAG 2.2 has it, of two colours of 0 to 255."""

    def light(colour: tuple[float, ...]) -> float:
        parts = [c / 255 for c in colour]
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


COLOURS = """
() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const found = {};
  for (const name of ["comparator", "study", "context", "ink", "aside", "join", "ground"]) {
    probe.style.color = `var(--chart-${name})`;
    found[name] = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
  }
  probe.remove();
  return found;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_told_from_their_ground_in_light_and_in_dark(
    browser, built: Path, scheme: str
) -> None:
    page = browser.new_page(color_scheme=scheme)
    page.goto((built / WHOLE / "index.html").as_uri())
    colours = {name: tuple(parts) for name, parts in page.evaluate(COLOURS).items()}
    ground = colours.pop("ground")
    for name, colour in colours.items():
        wanted = 4.5 if name in ("comparator", "study", "ink", "aside") else 3
        assert contrast(colour, ground) >= wanted, (scheme, name)
    page.close()


def test_paper_and_forced_colours_stay_out_of_the_dark(browser, built: Path) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto((built / WHOLE / "index.html").as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", forced_colors="active")
    asked = "getComputedStyle(document.documentElement).getPropertyValue('--chart-study').trim()"
    assert page.evaluate(asked) == "CanvasText"
    page.close()


def test_every_table_and_its_region_are_called_by_their_caption(opened) -> None:
    named = opened.evaluate(
        "[...document.querySelectorAll('main table')].map(t => [t, t.closest('[role=region]')]"
        ".map(e => document.getElementById(e.getAttribute('aria-labelledby'))?.textContent.trim()))"
    )
    assert len(named) >= 20
    assert all(table and table.startswith("Table") and table == region for table, region in named)


def test_every_row_has_a_head_of_its_own_or_of_its_group(opened) -> None:
    heads = opened.evaluate(
        "[...document.querySelectorAll('main tbody')].map(b => [b.rows.length,"
        " [...b.querySelectorAll('th')].map(h => h.scope)])"
    )
    assert all(
        set(scopes) <= {"row", "rowgroup", "col"} and scopes for rows, scopes in heads if rows
    )


DIAMONDS = """
[...document.querySelectorAll('#tbl-summary tbody tr')].map(row => {
  const drawn = row.querySelector('svg.spark [d$="Z"]'), svg = row.querySelector('svg.spark');
  if (!drawn) return null;
  const box = drawn.getBoundingClientRect(), whole = svg.getBoundingClientRect();
  return [row.lastElementChild.innerText[0],
          box.left + box.width / 2 - whole.left - whole.width / 2];
}).filter(Boolean)
"""


@pytest.mark.parametrize(("name", "worse", "better"), [(WHOLE, 6, 0), ("RV9/2021", 1, 2)])
def test_in_the_first_table_the_right_is_the_side_of_what_is_worse(
    browser, built: Path, name: str, worse: int, better: int
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((built / name / "index.html").as_uri())
    sides = page.evaluate(DIAMONDS)
    page.close()
    assert [side > 0 for mark, side in sides if mark == "▲"] == [True] * worse
    assert [side < 0 for mark, side in sides if mark == "▼"] == [True] * better


def test_england_and_the_benchmark_group_have_columns_of_their_own(opened) -> None:
    compared = {"England": ["1", "2", "3", "4", "9"], "Benchmark group": ["5", "6", "7", "8"]}
    for column, indicators in compared.items():
        filled = opened.evaluate(
            """column => [...document.querySelectorAll("#tbl-summary td")]
               .filter(cell => cell.dataset.label === column && cell.innerText !== "–")
               .map(cell => cell.parentElement.innerText[0])""",
            column,
        )
        assert filled == indicators


def test_a_plan_is_narrowed_down_and_whole_again(browser, built: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((built / WHOLE / "index.html").as_uri())
    plan = page.locator("#tbl-actions")
    rows, all_of_them = plan.locator("tbody:visible"), plan.locator("tbody").count()
    page.get_by_role("group", name="Narrow the plan down").last.get_by_label("Indicator").wait_for()
    box = plan.locator(".narrowing")
    box.get_by_label("Indicator").select_option("1")
    assert [t[0] for t in rows.locator("th").all_inner_texts()] == ["1"] * rows.count()
    assert 1 <= rows.count() < all_of_them
    assert box.get_by_role("status").inner_text() == f"{rows.count()} of {all_of_them} shown"
    lead = plan.locator("tbody:visible td[data-label=Lead]").first.inner_text()
    box.get_by_label("Lead").select_option(lead)
    assert set(rows.locator("td[data-label=Lead]").all_inner_texts()) == {lead}
    page.emulate_media(media="print")
    assert rows.count() == all_of_them
    page.emulate_media(media="screen")
    for name in ("Indicator", "Lead"):
        box.get_by_label(name).select_option("")
    assert rows.count() == all_of_them
    assert box.get_by_role("status").inner_text() == ""
    page.close()


def test_a_plan_is_narrowed_down_under_the_name_of_its_own_column(
    browser, built: Path, tmp_path: Path
) -> None:
    text = (built / WHOLE / "index.html").read_text(encoding="utf-8")
    # As another standard calls it.
    text, heads = re.subn(r"(<th[^>]*by-indicator[^>]*>(?:<[^>]+>)*)Indicator", r"\1Metric", text)
    assert heads == 2
    copy = tmp_path / "index.html"
    copy.write_text(text.replace('data-label="Indicator"', 'data-label="Metric"'), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(copy.as_uri())
    box = page.locator("#tbl-actions .narrowing")
    assert box.get_by_label("Indicator").count() == 0
    box.get_by_label("Metric").select_option("1")
    rows = page.locator("#tbl-actions tbody:visible")
    assert [t[0] for t in rows.locator("th").all_inner_texts()] == ["1"] * rows.count()
    page.close()


def test_last_years_plan_is_narrowed_down_by_state(opened) -> None:
    plan = opened.locator("#tbl-progress")
    state = plan.locator(".narrowing").get_by_label("State")
    before = plan.locator("tbody:visible").count()
    state.select_option("Delivered")
    shown = plan.locator("tbody:visible")
    assert 1 <= shown.count() < before
    assert set(shown.locator(".word").all_inner_texts()) == {"Delivered"}
    state.select_option("")


# The choices after which nothing is left of a plan.
EMPTY = """
[...document.querySelectorAll(".narrowing")].flatMap((box) => {
  const left = () => [...box.parentElement.querySelectorAll("tbody")].some((body) => !body.hidden);
  const choose = (select, value) => {
    select.value = value;
    box.dispatchEvent(new Event("change"));
    return left();
  };
  return [...box.querySelectorAll("select")].flatMap((select) => {
    const empty = [...select.options].map((o) => o.value).filter((v) => !choose(select, v));
    choose(select, "");
    return empty;
  });
})
"""


@pytest.mark.parametrize("name", ["LON/2020", "R1L/2021", "RX7/2023", "RYC/2017", WHOLE])
def test_whatever_is_chosen_some_action_is_shown(browser, built: Path, name: str) -> None:
    page = browser.new_page()
    page.goto((built / name / "index.html").as_uri())
    empty = page.evaluate(EMPTY)
    assert empty == []
    page.close()


def test_without_a_script_the_plan_is_a_whole_list(browser, built: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built / WHOLE / "index.html").as_uri())
    assert page.locator(".narrowing").count() == 0
    plan = page.locator("#tbl-actions tbody")
    assert plan.count() == page.locator("#tbl-actions tbody:visible").count() > 4
    context.close()


def test_the_contents_follow_the_reader(opened) -> None:
    opened.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    for name in ("sec-i5", "sec-conclusions"):
        opened.evaluate("id => document.getElementById(id).scrollIntoView()", name)
        opened.locator(f"#TOC a[aria-current][href='#{name}']").wait_for()
        assert opened.locator("#TOC a[aria-current]").count() == 1


def test_downloads_stand_before_the_contents_and_lead_to_files(opened, built: Path) -> None:
    links = opened.locator("nav.downloads a")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert all((built / WHOLE / str(address)).is_file() for address in addresses)
    assert links.first.bounding_box()["y"] < opened.locator("#TOC").bounding_box()["y"]


def pages_of(path: Path) -> list[list[str]]:
    """The lines of each page of a PDF."""
    document = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_range().split("\n") for page in document]
    document.close()
    return [[flat(line) for line in page if flat(line)] for page in pages]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.fixture(scope="module", params=["R1L/2021", "RYC/2017", WHOLE])
def printed(browser, built: Path, tmp_path_factory: pytest.TempPathFactory, request):
    """Name, headings and pages of a page that was printed from the browser."""
    name, file = request.param, tmp_path_factory.mktemp("printed") / "printed.pdf"
    page = browser.new_page()
    page.goto((built / name / "index.html").as_uri())
    headings = {flat(t) for t in page.locator("main :is(h1, h2, h3, h4)").all_inner_texts()}
    page.pdf(path=file, prefer_css_page_size=True)
    page.close()
    return name, headings, pages_of(file)


def test_on_paper_a_page_is_hardly_longer_than_its_pdf_and_no_heading_stands_last(
    printed, built: Path
) -> None:
    name, headings, pages = printed
    # The PDF lets a part go on below a short rest of another; a browser does not always.
    assert len(pages) <= len(pages_of(built / name / "report.pdf")) + 1
    assert headings & {line for lines in pages for line in lines}
    assert [lines[-1] for lines in pages if lines[-1] in headings] == []


def test_what_is_folded_is_told_on_paper_but_for_the_technical_annex(printed) -> None:
    name, _, pages = printed
    text = " ".join(line for lines in pages for line in lines)
    assert "Technical annex" not in text
    assert "More on" not in text
    if name == WHOLE:
        assert text.count("Between the 2017 and 2020 surveys the BME figure") == 4


def test_the_first_sheet_of_paper_holds_more_than_the_cover(printed) -> None:
    name, _, pages = printed
    assert len(pages[0]) > 12
    if name == WHOLE:
        first = " ".join(pages[0])
        assert "What is planned:" in first
        assert "9. Board representation" in first
