"""The PDF report: tagged, in English, with contents, text alternatives and a mark on each page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import sample
from pdf_pages import filled, starts_of_parts
from pypdf import PdfReader

from tests.plan_tools import pandoc
from wres_report.report import renderers


@pytest.fixture(scope="module")
def pdf(rendered: Path) -> PdfReader:
    return PdfReader(rendered / "report.pdf")


def elements(node: Any) -> Iterator[Any]:
    """All structure elements below a node of the tag tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from elements(child)
    elif hasattr(node, "get"):
        yield node
        if "/K" in node:
            yield from elements(node["/K"])


def test_the_pdf_is_tagged_and_names_its_language(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert str(root["/Lang"]).lower() == "en-gb"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_the_pdf_says_that_it_conforms_to_pdf_ua(pdf: PdfReader) -> None:
    metadata = pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part>" in metadata


def test_the_pdf_has_title_and_author(pdf: PdfReader) -> None:
    assert pdf.metadata.title == sample.DOCUMENT
    assert "Sandmouth" in str(pdf.metadata.author)


def test_the_pdf_has_bookmarks_of_two_levels(pdf: PdfReader) -> None:
    titles = [str(item.title) for item in pdf.outline if not isinstance(item, list)]
    assert any("Data and evidence" in title for title in titles)
    below = [
        str(i.title)
        for part in pdf.outline
        if isinstance(part, list)
        for i in part
        if not isinstance(i, list)
    ]
    assert sum("Indicator" in title for title in below) == 9


def test_every_picture_of_the_pdf_has_a_text_alternative(pdf: PdfReader) -> None:
    found = list(elements(pdf.trailer["/Root"]["/StructTreeRoot"]))
    alternatives = [str(e["/Alt"]) for e in found if "/Alt" in e]
    assert alternatives.count("Bar chart: BME 24.0%, White 22.4%") == 8
    assert sum("against parity" in alt for alt in alternatives) == 9


def test_tables_of_the_pdf_have_header_cells(pdf: PdfReader) -> None:
    kinds = [e.get("/S") for e in elements(pdf.trailer["/Root"]["/StructTreeRoot"])]
    assert kinds.count("/TH") > 50


def test_every_page_but_the_cover_is_numbered_and_marked(pdf: PdfReader) -> None:
    total = len(pdf.pages)
    for number, page in enumerate(pdf.pages, start=1):
        text = page.extract_text()
        assert "Synthetic data" in text
        if number > 1:
            assert f"page {number} of {total}" in " ".join(text.split())


def test_wide_tables_stand_on_turned_pages_with_their_head_repeated(pdf: PdfReader) -> None:
    turned = [p for p in pdf.pages if p.mediabox.width > p.mediabox.height]
    assert len(turned) >= 3
    heads = ("Objective", "WRES indicator")
    assert all(any(head in page.extract_text() for head in heads) for page in turned)


def test_a_row_stays_on_one_page(project: Path, tmp_path: Path) -> None:
    rows = [f"| {n} | from{n} {'word ' * 70} to{n} |" for n in range(40)]
    text = "\n".join(["| A | B |", "|---|---|", *rows]) + "\n"
    (project / "narrative/foreword.md").write_text(text, encoding="utf-8")
    renderers.render(project, ["pdf"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH)
    pages = [set(p.extract_text().split()) for p in PdfReader(tmp_path / "out/report.pdf").pages]
    places = [[k for k, words in enumerate(pages) if f"from{n}" in words] for n in range(40)]
    assert places == [[k for k, w in enumerate(pages) if f"to{n}" in w] for n in range(40)]
    assert len({place for [place] in places}) > 2


def test_only_a_row_that_might_fit_on_no_page_may_break() -> None:
    def table(text: str) -> str:
        return pandoc(f"| A | B |\n|---|---|\n| 1 | {text} |\n", "typst", "tables")

    assert "breakable" not in table("word " * 180)
    assert table("word " * 181).count("table.cell(breakable: auto)") == 2


def test_no_page_is_empty(pdf: PdfReader) -> None:
    assert all(len(page.extract_text()) > 150 for page in pdf.pages)


def test_the_fonts_of_the_pdf_are_embedded_and_our_own(pdf: PdfReader) -> None:
    names = {
        str(font.get_object()["/BaseFont"])
        for page in pdf.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    # The shapes of the verdicts come from the face that has what Source Sans Pro lacks.
    assert all("+" in name for name in names)
    assert all("SourceSansPro" in name or "DejaVuSans" in name for name in names)


def test_a_draft_is_marked_as_one(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged", synthetic=False, state="draft")
    renderers.render(staged, ["pdf"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH)
    pages = PdfReader(tmp_path / "out/report.pdf").pages
    assert "not yet approved" in pages[0].extract_text()
    assert "Draft" in pages[3].extract_text()


def test_what_changed_since_it_was_approved_is_marked_so_and_is_no_draft(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged", synthetic=False, state="changed")
    renderers.render(staged, ["pdf"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH)
    pages = PdfReader(tmp_path / "out/report.pdf").pages
    assert "Changed since the board approved it" in pages[0].extract_text()
    assert "Changed since it was approved" in pages[3].extract_text()
    assert "Draft" not in "".join(page.extract_text() for page in pages)


def test_no_two_reports_share_the_permanent_identifier_of_a_pdf(built: Path) -> None:
    identifiers = {
        path: PdfReader(path).trailer["/ID"][0] for path in sorted(built.glob("*/*/report.pdf"))
    }
    assert len(identifiers) > 5
    assert len(set(identifiers.values())) == len(identifiers)


def test_a_title_bar_names_the_trust_and_the_year(built: Path) -> None:
    title = PdfReader(built / "ZZX" / "2020" / "report.pdf").metadata.title
    assert title == "Example Synthetic: WRES 2020"


def test_the_summary_stands_on_the_first_page_whole(built: Path) -> None:
    for name in ("RV9/2021", "ZZX/2021"):
        reader = PdfReader(built / name / "report.pdf")
        first = reader.pages[0].extract_text()
        assert "At a glance" in first
        assert "9. Board" in first.replace("\n", " ")
        assert "Contents" in reader.pages[1].extract_text()[:200]


def test_where_there_is_no_summary_the_contents_stand_on_the_first_page(built: Path) -> None:
    for name in ("LON/2020", "RX7/2023", "RYC/2017"):
        first = PdfReader(built / name / "report.pdf").pages[0].extract_text()
        assert "Contents" in first, name


def test_no_page_is_nearly_empty_but_at_the_end_of_a_part(built: Path) -> None:
    for name in ("RV9/2021", "ZZX/2021", "LON/2020", "R1L/2021", "RX7/2023", "RYC/2017"):
        path = built / name / "report.pdf"
        shares, starts = filled(path), starts_of_parts(path)
        empty = [
            number + 1
            for number, share in enumerate(shares[:-1])
            if share < 1 / 3 and number + 1 not in starts
        ]
        assert not empty, (name, empty)


def test_the_short_parts_of_a_first_draft_share_a_page(project: Path, tmp_path: Path) -> None:
    for own in (project / "narrative").glob("*.md"):
        own.write_text("", encoding="utf-8")
    for name in ("actions", "standing", "progress", "last-standing"):
        words = "No plan was supplied.\n" if name in ("actions", "progress") else ""
        (project / f"fragments/{name}.md").write_text(words, encoding="utf-8")
    renderers.render(project, ["pdf"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH)
    path = tmp_path / "out/report.pdf"
    pages = filled(path)
    starts = starts_of_parts(path)
    # Of the pages on which a part both begins and ends, the last one of all apart.
    short = [n + 1 for n, share in enumerate(pages) if share < 0.28 and {n, n + 1} <= starts]
    assert short == []
    reader = PdfReader(path)
    assert not [p for p in reader.pages if p.mediabox.width > p.mediabox.height]
    assert len(pages) <= 15  # 18 with a page for each part


@pytest.mark.parametrize("name", ["RV9/2021", "ZZX/2021", "R1L/2021", "RX7/2023", "LON/2020"])
def test_what_a_part_leaves_on_its_last_page_is_followed_by_the_next(
    built: Path, name: str
) -> None:
    path = built / name / "report.pdf"
    upright = [page.mediabox.width < page.mediabox.height for page in PdfReader(path).pages]
    pages = list(zip(filled(path), upright, strict=True))
    # A turned page begins anew, and so does what follows it.
    left = [n + 1 for n, ((share, here), (_, after)) in enumerate(itertools.pairwise(pages))
            if here and after and share < 0.28]  # fmt: skip
    assert left == []


def test_a_signature_stands_on_no_page_alone(built: Path) -> None:
    signed = [p.extract_text() for p in PdfReader(built / "RV9/2021/report.pdf").pages]
    (page,) = [text for text in signed if "John Duncan" in text]
    assert "what the organisation does day to day." in " ".join(page.split())


@pytest.mark.parametrize("name", ["RV9/2021", "ZZX/2021", "R1L/2021"])
def test_no_word_on_any_page_is_smaller_than_those_of_a_table(built: Path, name: str) -> None:
    document = pypdfium2.PdfDocument(built / name / "report.pdf")
    sizes: dict[float, int] = {}
    for number, page in enumerate(document, start=1):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            _, bottom, _, _ = text.get_charbox(place)
            inside = 0.07 * page.get_height() < bottom < 0.92 * page.get_height()
            if inside and text.get_text_range(place, 1).strip():
                size = pypdfium2.raw.FPDFText_GetFontSize(text, place)
                sizes.setdefault(round(size, 1), number)
    document.close()
    smallest = min(sizes)
    assert smallest >= 9.4, f"{smallest} points on page {sizes[smallest]}"
    assert 11.0 in sizes
