"""Quarto and the embedded renderer give the same report. Skipped where there is no Quarto."""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypandoc
import pytest
import sample
import yaml
from bs4 import BeautifulSoup
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation
from pypdf import PdfReader

from wres_report.markdown import escape_words
from wres_report.report import renderers
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
    assert not page.find_all(["link", "iframe"])
    assert [s.get("src") for s in page.find_all("script")] == [None]  # ours, which closes a card
    assert all(i["src"].startswith("data:") and i["alt"] for i in page.find_all("img"))
    assert "/tmp/" not in text


def structure(page: BeautifulSoup) -> list[str]:
    """What a page is built of, but for the names that each renderer gives to its own boxes."""
    found = []
    for element in page.body.find_all(
        ["table", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "img", "figure",
         "figcaption", "strong", "em", "code", "h1", "h2", "h3", "ul", "ol", "li", "dl", "details"]
    ):  # fmt: skip
        classes = set(element.get("class", [])) - {"caption-top", "cell", "odd", "even", "header"}
        if element.name == "h3":
            # Below the numbered levels one renderer says so and the other leaves it out.
            classes.discard("unnumbered")
        kept = {k: element[k] for k in ("scope", "colspan", "rowspan", "alt") if element.get(k)}
        width = element.get("style", "") if element.name == "col" else ""
        text = element.get_text(" ", strip=True)[:40] if element.name in TOLD_BY_WORDS else ""
        found.append(f"{element.name} {sorted(classes)} {kept} {width} {text}")
    return found


def word_structure(path: Path) -> list[str]:
    """The paragraphs with their styles and the tables with their sizes, in order."""
    found = []
    for element in Document(str(path)).element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        if element.tag == qn("w:p"):
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            name = "" if style is None else style.get(qn("w:val"))
            found.append(f"{name}: " + "".join(t.text or "" for t in element.iter(qn("w:t"))))
        else:
            rows, columns = element.findall(qn("w:tr")), list(element.iter(qn("w:gridCol")))
            heads = list(element.iter(qn("w:tblHeader")))
            found.append(f"table of {len(rows)} rows, {len(heads)} heads, {len(columns)} columns")
    return found


TOLD_BY_WORDS = {"h1", "h2", "h3", "th", "strong", "em", "code"}


@needs_quarto
@pytest.mark.parametrize("trust_year", ["RV9/2021", "RX7/2023", "ZZX/2021"])
def test_both_renderers_build_a_page_and_a_word_file_of_the_same_parts(
    built: Path, tmp_path: Path, trust_year: str
) -> None:
    staged = built / trust_year / "report"
    renderers.render(staged, ["html", "docx"], tmp_path, renderer="quarto", epoch=sample.EPOCH)
    bodies = [word_structure(folder / "report.docx") for folder in (built / trust_year, tmp_path)]
    assert differences(*bodies) == []
    pages = [
        BeautifulSoup((folder / "index.html").read_text("utf-8"), "html.parser")
        for folder in (built / trust_year, tmp_path)
    ]
    pages[0].find(class_="downloads").decompose()  # a build adds them to what was rendered
    assert differences(*(structure(page) for page in pages)) == []
    charts = [[str(chart) for chart in page.find_all("svg")] for page in pages]
    assert differences(*charts) == []
    assert charts[0]


def bookmarks(path: Path) -> list[str]:
    """The names of all bookmarks of a Word file, in order."""
    body = Document(str(path)).element.body
    return [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]


def shown(path: Path) -> list[str]:
    """What stands where on each slide: shapes, their words and descriptions, tables, notes."""
    found = []
    for number, slide in enumerate(Presentation(str(path)).slides, start=1):
        found.append(f"slide {number}: {slide.slide_layout.name}")
        for shape in slide.shapes:
            place = (shape.left, shape.top, shape.width, shape.height)
            told = [one.get("descr") for one in shape._element.xpath(".//p:cNvPr")]
            found.append(f"{shape.name} {place} {told} {shape.has_text_frame and shape.text}")
            if shape.has_table:
                found += ["|".join(cell.text for cell in row.cells) for row in shape.table.rows]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return found


@needs_quarto
def test_both_renderers_make_the_same_slides_summary_and_bookmarks_in_one_build(
    built: Path, tmp_path: Path
) -> None:
    staged = built / "RV9/2021" / "report"
    for by in ("quarto", "embedded"):
        formats = ["pptx", "docx", "summary"]
        renderers.render(staged, formats, tmp_path / by, renderer=by, epoch=sample.EPOCH)
    folders = [tmp_path / "embedded", tmp_path / "quarto"]
    assert differences(*(shown(folder / "slides.pptx") for folder in folders)) == []
    marks = [bookmarks(folder / "report.docx") for folder in folders]
    assert differences(*marks) == []
    assert len(marks[0]) > 1000
    summaries = [PdfReader(folder / "summary.pdf") for folder in folders]
    assert [len(found.pages) for found in summaries] == [1, 1]
    assert differences(*(words(found.pages[0].extract_text()) for found in summaries)) == []
    assert differences(*(outline(found) for found in summaries)) == []
    assert len(outline(summaries[0])) > 1


def outline(reader: PdfReader) -> list[str]:
    """The bookmarks of a PDF with their levels, in order."""

    def told(entries: list, level: int) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from told(entry, level + 1)
            else:
                yield f"{level} {entry.title}"

    return list(told(reader.outline, 1))


@needs_quarto
def test_both_renderers_declare_the_same_standards_and_properties(
    rendered: Path, by_quarto: Path
) -> None:
    told = []
    for folder in (rendered, by_quarto):
        metadata = (
            PdfReader(folder / "report.pdf").trailer["/Root"]["/Metadata"].get_data().decode()
        )
        standards = re.findall(r"<(pdf\w+:\w+)>(.*?)<", metadata)
        with zipfile.ZipFile(folder / "report.docx") as package:
            told.append((standards, package.read("docProps/custom.xml")))
        styles = {style.style_id for style in Document(str(folder / "report.docx")).styles}
        told[-1] += (styles,)
    assert told[0] == told[1]
    assert ("pdfaid:part", "2") in told[0][0]


def test_a_figure_of_a_notebook_stands_in_no_block_of_its_own_in_a_pdf(tmp_path: Path) -> None:
    # Only Quarto has what this filter asks for.
    text = (sample.TEMPLATE / "filters" / "floats.lua").read_text("utf-8")
    path = tmp_path / "floats.lua"
    path.write_text("quarto = {}\n" + text, encoding="utf-8")
    cell = (
        "::: {.cell}\n::: {.cell-output .cell-output-display}\nFigure.\n:::\n:::\n\n"
        "::: {#finding .cell-output .cell-output-display}\nFinding.\n:::\n"
    )

    def written(name: str) -> str:
        return pypandoc.convert_text(cell, name, "markdown", extra_args=["-L", str(path)])

    assert written("typst").split() == ["Figure.", "#block[", "Finding.", "]", "<finding>"]
    assert written("html").count("<div") == 3


@needs_quarto
def test_quarto_by_hand_writes_every_document_of_the_staged_project(
    built: Path, tmp_path: Path
) -> None:
    staged = Path(shutil.copytree(built / "RV9/2021" / "report", tmp_path / "report"))
    files = {"index.html", "report.pdf", "report.docx", "slides.pptx", "summary.pdf"}
    assert not files & {path.name for path in staged.iterdir()}
    done = subprocess.run(
        [INSTALL.path, "render"], cwd=staged, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert files <= {path.name for path in staged.iterdir()}
    assert "Unknown var" not in done.stderr
    readers = [PdfReader(folder / "report.pdf") for folder in (built / "RV9/2021", staged)]
    assert differences(*(outline(reader) for reader in readers)) == []


@needs_quarto
def test_nothing_of_a_cell_is_left_where_html_does_not_know_it(by_quarto: Path) -> None:
    page = BeautifulSoup((by_quarto / "index.html").read_text("utf-8"), "html.parser")
    assert not [e.name for e in page.find_all(alt=True) if e.name != "img"]
    assert not page.find_all(attrs={"data-execution_count": True})


@needs_quarto
def test_a_reference_to_what_is_not_there_stops_quarto_too(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged")
    foreword = staged / "narrative" / "foreword.md"
    foreword.write_text("First.\n\nAs @fig-nosuch shows.\n", encoding="utf-8")
    with pytest.raises(RenderError, match="fig-nosuch") as told:
        renderers.render(staged, ["html"], tmp_path / "out", renderer="quarto", epoch=0)
    assert told.value.where == "narrative/foreword.md, line 3"


@needs_quarto
def test_a_link_to_the_plan_says_its_year(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged")
    (staged / "_variables.yml").write_text(
        yaml.safe_dump(sample.VARIABLES | {"of": {"year": "2021-22"}}), encoding="utf-8"
    )
    foreword = staged / "narrative" / "foreword.md"
    foreword.write_text(
        "See @sec-later.\n\n## Plan {{< var of.year >}} {#sec-later .unnumbered}\n\nText.\n",
        encoding="utf-8",
    )
    renderers.render(staged, ["html"], tmp_path / "out", renderer="quarto", epoch=0)
    page = BeautifulSoup((tmp_path / "out" / "index.html").read_text("utf-8"), "html.parser")
    assert page.find("a", class_="quarto-xref", href="#sec-later").get_text() == "Plan 2021-22"


@needs_quarto
def test_a_reference_to_a_heading_below_the_numbered_levels_says_its_words(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged")
    for name in ("foreword", "introduction"):
        (staged / "narrative" / f"{name}.md").write_text(
            f"See @sec-{name}-why.\n\n### Why {name}: {{#sec-{name}-why}}\n\nText.\n",
            encoding="utf-8",
        )
    renderers.render(staged, ["html", "pdf"], tmp_path / "out", renderer="quarto", epoch=0)
    page = BeautifulSoup((tmp_path / "out" / "index.html").read_text("utf-8"), "html.parser")
    links = {a["href"]: a.get_text() for a in page.select("a.quarto-xref")}
    assert links["#sec-foreword-why"] == "Why foreword"
    assert links["#sec-introduction-why"] == "Why introduction"
    pages = PdfReader(tmp_path / "out" / "report.pdf").pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert "See Why foreword." in printed
    assert "See Why introduction." in printed


NAME = r"St $x$ #2 @here *b* _c_ <d> {{< env HOME >}} Trust"


def test_the_words_of_the_cover_are_words_and_no_string_that_is_read_as_markdown_again() -> None:
    header = yaml.safe_dump(
        {"title": "Report", "wres": {"trust": escape_words(NAME), "years": "1"}}
    )
    words_filter = sample.TEMPLATE / "filters" / "structure.lua"
    made = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json", "-L", words_filter],
        input=f"---\n{header}---\n\nWords.\n", capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    meta = json.loads(made.stdout)["meta"]
    words = {name for name in meta if name.startswith("cover-") or name == "document-name"}
    kinds = {name: meta[name]["t"] for name in words}
    assert {name for name, kind in kinds.items() if kind == "MetaInlines"} >= {
        "cover-trust", "cover-state", "cover-years", "document-name",
    }  # fmt: skip
    assert "MetaString" not in kinds.values()


def test_no_word_of_the_cover_holds_the_whole_sign_of_a_shortcode() -> None:
    name = "A {{< b >}} {{{< c >}}}{{</* d */>}}"
    header = yaml.safe_dump({"title": "Report", "wres": {"trust": escape_words(name)}})
    words_filter = sample.TEMPLATE / "filters" / "structure.lua"
    made = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "markdown", "-t", "json", "-L", words_filter],
        input=f"---\n{header}---\n\nWords.\n", capture_output=True, text=True, check=True,
        encoding="utf-8",
    )  # fmt: skip
    found = json.loads(made.stdout)["meta"]["cover-trust"]["c"]
    told = [one.get("c", " ") for one in found]
    assert "".join(told) == name
    assert not [word for word in told if "{<" in word or ">}" in word]


@needs_quarto
def test_signs_of_typst_in_a_name_are_printed_as_they_stand(tmp_path: Path) -> None:
    staged = sample.stage(tmp_path / "staged")
    settings = yaml.safe_load((staged / "_quarto.yml").read_text("utf-8"))
    settings["author"] = settings["wres"]["trust"] = escape_words(NAME)
    (staged / "_quarto.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    settings["wres"]["document"] = escape_words(f"{NAME}: WRES 2021")
    (staged / "_quarto.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    titles = []
    for by in ("quarto", "embedded"):
        renderers.render(staged, ["pdf"], tmp_path / by, renderer=by, epoch=0)
        reader = PdfReader(tmp_path / by / "report.pdf")
        assert NAME in " ".join(reader.pages[0].extract_text().split()), by
        titles.append(reader.metadata.title)
    assert titles == [f"{NAME}: WRES 2021"] * 2


@needs_quarto
def test_a_shortcode_in_a_name_or_a_fact_is_printed_and_not_run(tmp_path: Path) -> None:
    shortcode = "{{< video https://probe.invalid/clip.mp4 >}}"
    staged = sample.stage(tmp_path / "staged")
    settings = yaml.safe_load((staged / "_quarto.yml").read_text("utf-8"))
    settings["author"] = escape_words(f"Name {shortcode}")
    settings["wres"]["trust"] = settings["author"]
    (staged / "_quarto.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    variables = sample.VARIABLES | {"facts": {"sites": escape_words(f"Fact ({shortcode})")}}
    (staged / "_variables.yml").write_text(yaml.safe_dump(variables), encoding="utf-8")
    foreword = staged / "narrative" / "foreword.md"
    foreword.write_text("We say {{< var facts.sites >}}.\n", encoding="utf-8")
    for by in ("quarto", "embedded"):
        renderers.render(staged, ["html"], tmp_path / by, renderer=by, epoch=0)
        page = BeautifulSoup((tmp_path / by / "index.html").read_text("utf-8"), "html.parser")
        assert not page.find_all(["iframe", "video", "source", "embed"])
        said = " ".join(page.get_text().split())
        assert f"Fact ({shortcode})" in said
        assert f"Name {shortcode}" in said


@needs_quarto
def test_code_is_in_the_colour_of_the_text(rendered: Path, by_quarto: Path) -> None:
    fills = [
        {
            fill
            for page in PdfReader(folder / "report.pdf").pages
            for fill in re.findall(rb"[\d. ]+ scn", page.get_contents().get_data())
        }
        for folder in (rendered, by_quarto)
    ]
    assert fills[1] <= fills[0]


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
