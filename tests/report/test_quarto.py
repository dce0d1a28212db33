"""Quarto and the embedded renderer give the same report. Skipped where there is no Quarto."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
import sample
from bs4 import BeautifulSoup
from docx import Document
from pypdf import PdfReader

from wres_report.report import quarto, renderers
from wres_report.report.errors import RenderError

INSTALL = renderers.find_quarto()
SKIP = pytest.mark.skipif(
    INSTALL is None or not INSTALL.fits,
    reason="no Quarto 1.9 or later on this machine (name one in QUARTO)",
)


def needs_quarto(test):
    """Marks a test that renders with the real Quarto."""
    return pytest.mark.quarto(SKIP(test))


@pytest.fixture(scope="module")
def by_quarto(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("quarto")
    staged = sample.stage(folder / "staged")
    before = set(staged.rglob("*"))
    renderers.render(
        staged, ["html", "pdf", "docx"], folder / "out", renderer="quarto", epoch=sample.EPOCH
    )
    assert set(staged.rglob("*")) == before
    return folder / "out"


def words(text: str) -> list[str]:
    return re.sub(r"\s+", " ", text.replace("\xa0", " ")).strip().split(" ")


def differences(a: list[str], b: list[str]) -> list[str]:
    return list(difflib.unified_diff(a, b, n=0, lineterm=""))[:20]


@needs_quarto
def test_both_renderers_write_the_same_words_and_anchors(rendered: Path, by_quarto: Path) -> None:
    pages = [
        BeautifulSoup((f / "index.html").read_text("utf-8"), "html.parser")
        for f in (rendered, by_quarto)
    ]
    assert differences(*(words(page.body.get_text(" ")) for page in pages)) == []
    anchors = [{e["id"] for e in page.find_all(id=True)} for page in pages]
    assert anchors[0] <= anchors[1]


@needs_quarto
def test_quarto_leaves_no_script_outside_address_or_folder_in_the_page(by_quarto: Path) -> None:
    text = (by_quarto / "index.html").read_text("utf-8")
    page = BeautifulSoup(text, "html.parser")
    assert not page.find_all(["script", "link", "iframe"])
    assert all(i["src"].startswith("data:") and i["alt"] for i in page.find_all("img"))
    assert "/tmp/" not in text


@needs_quarto
def test_both_pdfs_have_the_same_text_page_by_page(rendered: Path, by_quarto: Path) -> None:
    texts = [
        [words(p.extract_text()) for p in PdfReader(f / "report.pdf").pages]
        for f in (rendered, by_quarto)
    ]
    assert len(texts[0]) == len(texts[1])
    for one, other in zip(*texts, strict=True):
        assert differences(one, other) == []


@needs_quarto
def test_both_word_files_have_the_same_paragraphs(rendered: Path, by_quarto: Path) -> None:
    found = [
        [f"{p.style.name}: {p.text}" for p in Document(str(f / "report.docx")).paragraphs]
        for f in (rendered, by_quarto)
    ]
    assert differences(*found) == []


def test_auto_falls_back_to_the_embedded_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderers, "find_quarto", lambda: None)
    assert renderers.choose("auto") == ("embedded", None)
    with pytest.raises(RenderError, match="Quarto was not found"):
        renderers.choose("quarto")


def test_a_quarto_that_is_too_old_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    old = quarto.QuartoInstall("quarto", "1.8.25")
    monkeypatch.setattr(renderers, "find_quarto", lambda: old)
    assert renderers.choose("auto") == ("embedded", None)
    with pytest.raises(RenderError, match=r"1\.8\.25"):
        renderers.choose("quarto")


def test_the_wanted_formats_alone_stay_in_the_copy_that_quarto_reads(project: Path) -> None:
    quarto.keep_formats(project, ["pdf"])
    text = (project / "_quarto.yml").read_text("utf-8")
    assert "typst:" in text
    assert "docx:" not in text
