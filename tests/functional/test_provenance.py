"""From a figure of a finished page to its definition, its rows, its notebook cell and hashes."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from lxml import html
from pypdf import PdfReader

from tests.conftest import BUILT
from wres_report.report.cards.parts import columns_of
from wres_report.standard import load_standard

pytestmark = pytest.mark.functional
DIGIT = re.compile(r"\d")
HASH = re.compile(r"SHA-256 ([0-9a-f]{64})")
ROWS = re.compile(r"(data/\S+\.csv), rows? ([\d, to]+?), columns? ([\w, ]+?)SHA-256")

# Tables of further figures from earlier reports: each row names the document it was read in.
PUBLISHED = "starts-with(@id, 'tbl-i') and contains(@id, '-published')"


@pytest.fixture(params=BUILT)
def folder(built: Path, request: pytest.FixtureRequest) -> Path:
    return built / request.param


@pytest.fixture
def page(folder: Path) -> Any:
    return html.parse(str(folder / "index.html")).getroot()


def figures(folder: Path) -> dict[str, dict[str, Any]]:
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return results["values"] | results["of_tables"]


def cards(page: Any) -> dict[str, Any]:
    return {card.get("id"): card for card in page.xpath("//section[@class='origin']")}


def entry(card: Any, name: str) -> str:
    found = card.xpath(f".//dt[.='{name}']/following-sibling::dd[1]")
    return found[0].text_content() if found else ""


def test_every_figure_leads_to_a_card_and_shows_what_the_card_says(page: Any) -> None:
    found = cards(page)
    links = page.xpath("//main//a[@class='figure']")
    for link in links:
        card = found[link.get("href").removeprefix("#")]
        if card.get("id").startswith("figure-fig-"):
            assert entry(card, "Figures drawn")
            continue
        told = entry(card, "Figure").replace("\xa0", " ")
        assert link.text_content().replace("\xa0", " ").lstrip("+") in told


def test_a_definition_says_where_it_was_read_and_how_sure_that_is(page: Any) -> None:
    for card in cards(page).values():
        measured = entry(card, "What is measured")
        if measured:
            assert re.search(r"Source: .+ \((confirmed|as stated|common practice)", measured)


def test_every_card_is_led_to(page: Any) -> None:
    addresses = {link.get("href") for link in page.xpath("//a")}
    assert {f"#{name}" for name in cards(page)} <= addresses


def test_every_figure_in_the_tables_of_the_indicators_leads_to_its_card(page: Any) -> None:
    tables = page.xpath("//*[starts-with(@id, 'tbl-i') and not(@id='tbl-inputs')"
                        f" and not(@id='tbl-indicators') and not({PUBLISHED})]//tbody")  # fmt: skip
    for cell in (cell for table in tables for cell in table.xpath(".//td")):
        if DIGIT.search(cell.text_content()):
            assert cell.xpath(".//a[@class='figure']"), cell.text_content()


def test_a_figure_that_was_published_elsewhere_names_where_in_its_row(page: Any) -> None:
    for row in page.xpath(f"//*[{PUBLISHED}]//tbody//tr"):
        assert row.xpath(".//td")[-1].text_content().strip(), row.text_content()


def test_the_hashes_of_a_card_are_those_of_the_manifest(folder: Path, page: Any) -> None:
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    for card in cards(page).values():
        for file, digest in re.findall(r"(data/\S+?\.csv).*?SHA-256 ([0-9a-f]{64})",
                                       entry(card, "Data")):  # fmt: skip
            assert manifest["inputs"][file].removeprefix("hmac-sha256:") == digest
        notebook = entry(card, "Notebook")
        if notebook:
            name, digest = notebook.split(",")[0], HASH.search(notebook)
            assert digest is not None
            content = (folder / name).read_bytes()
            assert manifest["outputs"][name] == digest[1] == hashlib.sha256(content).hexdigest()


def test_the_cell_of_a_card_is_the_one_that_measures(folder: Path, page: Any) -> None:
    for card in cards(page).values():
        match = re.match(r"(\S+), cell (\d+): (.*)SHA-256", entry(card, "Notebook"))
        if match:
            notebook = json.loads((folder / match[1]).read_text(encoding="utf-8"))
            assert match[3] in "".join(notebook["cells"][int(match[2]) - 1]["source"])


def test_the_rows_of_a_headcount_add_up_to_it(folder: Path, repository: Path) -> None:
    counted = {
        key: figure for key, figure in figures(folder).items()
        if figure["unit"] == "count" and figure["status"] == "ok" and ".responses_" not in key
        and not key.endswith(".change") and not key.startswith("plan.")
    }  # fmt: skip
    for key, figure in counted.items():
        assert sum(cells_of(repository, key, figure)) == figure["value"], key


def test_the_row_of_a_survey_figure_holds_it(folder: Path, repository: Path) -> None:
    surveyed = {
        key: figure for key, figure in figures(folder).items()
        if re.match(r"i[5-8]\.((bme|white)_percent|responses_)", key)
        and figure["status"] == "ok" and figure["rows"] and not key.endswith(".change")
    }  # fmt: skip
    for key, figure in surveyed.items():
        assert figure["value"] in cells_of(repository, key, figure), key


def test_every_measured_figure_has_rows_or_is_made_of_figures_that_have(folder: Path) -> None:
    for key, figure in figures(folder).items():
        if figure["status"] == "ok" and figure["source"] and not key.startswith("plan."):
            assert figure["rows"], key
            assert set(figure["rows"]) <= set(figure["source"])


def cells_of(repository: Path, key: str, figure: dict[str, Any]) -> list[float]:
    """The numbers in the rows and columns that a figure is read from."""
    found = []
    for file, lines in figure["rows"].items():
        with (repository / file).open(encoding="utf-8-sig", newline="") as text:
            rows = dict(enumerate(csv.reader(text), start=1))
        head = rows[1]
        for line in lines:
            cells = dict(zip(head, rows[line], strict=False))
            found += [
                float(cells[column] or "nan") for column in columns_of(load_standard(), key, file)
            ]
    return found


def test_a_figure_that_is_not_shown_has_no_card(folder: Path, page: Any) -> None:
    found = cards(page)
    for key, figure in figures(folder).items():
        if figure["status"] != "ok":
            assert f"figure-{key}" not in found


def test_paper_has_no_cards(built: Path) -> None:
    folder = built / "ZZX/2021"
    pdf = "".join(page.extract_text() for page in PdfReader(folder / "report.pdf").pages)
    document = Document(str(folder / "report.docx"))
    word = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for text in (pdf, word):
        assert "1.38" in text
        assert "How it is made" not in text
        assert "i2.ratio" not in text


def test_the_notebooks_of_the_outputs_are_as_they_ran(built: Path) -> None:
    for path in built.glob("*/*/notebooks/*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert ".value key=" not in text
        assert "wres_report_figures" not in text
        assert "\ue000" not in text


def test_a_figure_published_without_its_counts_names_its_publication(
    built: Path, repository: Path
) -> None:
    page = html.parse(str(built / "R1L/2021/index.html")).getroot()
    card = cards(page)["figure-i3.ratio.previous"]
    (line,) = re.findall(r"reported\.csv, row (\d+)", entry(card, "Data"))
    with (repository / "data/R1L/2021/reported.csv").open(encoding="utf-8", newline="") as text:
        rows = dict(enumerate(csv.reader(text), start=1))
    assert entry(card, "Source") == dict(zip(rows[1], rows[int(line)], strict=True))["source"]
