"""The page of an audit: self-contained, with the verdicts in words and shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from wres_report.claims.audit import audit, findings_of, read_claims
from wres_report.claims.claim import Verdict
from wres_report.claims.coverage import Coverage, coverage_of
from wres_report.claims.figures import Figures
from wres_report.claims.page import page
from wres_report.documents.passages import Document, Passage
from wres_report.documents.reading import read_document
from wres_report.standard import load_standard

HUMBER = Path(__file__).with_name("humber.md")


@pytest.fixture(scope="module")
def soup(humber: Figures) -> BeautifulSoup:
    document = read_document(HUMBER)
    reads = read_claims(document, humber)
    text = page(
        document, findings_of(reads, humber), "RV9/2021", coverage_of(reads), load_standard()
    )
    return BeautifulSoup(text, "html.parser")


def test_every_sentence_of_the_document_is_on_the_page(soup: BeautifulSoup) -> None:
    text = soup.get_text(" ", strip=True)
    for passage in read_document(HUMBER).passages:
        assert passage.text in text


def test_every_contradiction_is_listed_with_what_is_expected(
    soup: BeautifulSoup, humber: Figures
) -> None:
    wrong = [f for f in audit(read_document(HUMBER), humber) if f.verdict is Verdict.CONTRADICTS]
    rows = soup.select("table.contradictions tbody tr")
    assert len(rows) == len(wrong)
    for row, finding in zip(rows, wrong, strict=True):
        assert finding.found in row.get_text()
        assert finding.expected in row.get_text()


def test_each_verdict_has_a_word_and_a_shape(soup: BeautifulSoup) -> None:
    marks = {mark.get_text(" ", strip=True) for mark in soup.select(".sentences b")}
    assert marks == {"✗ Contradicts", "✓ Agrees"}


def test_the_tables_have_captions_and_scoped_heads_and_links_lead_somewhere(
    soup: BeautifulSoup,
) -> None:
    assert len(soup.find_all("h1")) == 1
    for table in soup.find_all("table"):
        assert table.caption
        assert all(head.get("scope") for head in table.find_all("th"))
    for link in soup.select("a[href]"):
        assert link["href"].startswith("#")
        assert soup.find(id=link["href"][1:])


def test_the_page_loads_nothing_and_text_of_the_document_is_no_markup() -> None:
    passage = Passage('<script src="https://example.org/x.js"></script> 5 < 6 & "more"', 1)
    text = page(
        Document("a<b>.md", "line", (passage,)),
        [],
        "ZZX/2021",
        Coverage(0, 0, 0, ()),
        load_standard(),
    )
    soup = BeautifulSoup(text, "html.parser")
    assert not soup.select("script, link, img, iframe")
    assert "default-src 'none'" in str(soup.meta.find_next("meta"))
    assert passage.text in soup.get_text()


def test_the_page_speaks_in_the_noun_of_the_standard() -> None:
    document = Document("letter.md", "line", (Passage("Nothing is claimed.", place=1),))
    text = page(document, [], "ZZX/2021/wdes", coverage_of([]), load_standard("wdes"))
    assert "make no claim about any metric" in text
    assert "indicator" not in BeautifulSoup(text, "html.parser").get_text().lower()
