"""The slides for the board, read by python-pptx as another program reads them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches

from tests.conftest import Command, copy_with_store
from wres_report.report import embedded, pptx_fit, quarto

CASES = ("ZZX/2021", "RV9/2021", "RYC/2017", "LON/2020")


@pytest.fixture(scope="module")
def decks(built_as: Callable[..., dict[str, Path]]) -> dict[str, Path]:
    """The slides of each case, by trust-year."""
    return built_as("pptx", CASES)


def titles(deck: Path) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in Presentation(deck).slides]


def test_the_board_gets_seven_slides_each_with_a_title_of_its_own(decks: dict[str, Path]) -> None:
    for deck in decks.values():
        assert len(titles(deck)) == 7
        assert len(set(titles(deck))) == 7
        assert all(title.strip() for title in titles(deck))


def test_the_slides_come_in_the_order_in_which_a_board_asks(decks: dict[str, Path]) -> None:
    assert titles(decks["ZZX/2021"]) == [
        "Example Synthetic NHS Trust: WRES 2021",
        "The worst two indicators",
        "No indicator is better, two are too uncertain to say",
        "What changed since last year",
        "The plan for 2021-22: who does what by when",
        "How sure we are",
        "Where to look",
    ]


def test_what_was_not_weighed_against_chance_is_not_called_worst(decks: dict[str, Path]) -> None:
    assert titles(decks["LON/2020"])[1] == "Far from parity, as published"
    assert titles(decks["RYC/2017"])[1] == "No indicator can be called worse"


def test_where_nothing_is_better_the_board_sees_what_chance_may_explain(
    decks: dict[str, Path],
) -> None:
    slide = Presentation(decks["ZZX/2021"]).slides[2]
    told = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert "Indicator 3, " in told
    assert "Indicator 4, " in told
    assert told.count("no clear difference") == 2
    assert sum(shape.shape_type == MSO_SHAPE_TYPE.PICTURE for shape in slide.shapes) == 2


def test_each_slide_is_read_title_first_and_foot_last(decks: dict[str, Path]) -> None:
    for deck in decks.values():
        for slide in Presentation(deck).slides:
            shapes = list(slide.shapes)
            assert shapes[0] == slide.shapes.title
            kinds = [
                s.placeholder_format.type.name if s.is_placeholder else "OTHER" for s in shapes
            ]
            assert kinds[-2:] == ["FOOTER", "SLIDE_NUMBER"]
            assert len({s.shape_id for s in shapes}) == len(shapes)


def test_text_stands_above_the_table_or_chart_that_is_read_after_it(decks: dict[str, Path]) -> None:
    for slide in Presentation(decks["ZZX/2021"]).slides:
        shown = [s for s in slide.shapes if not s.is_placeholder or s.has_text_frame][:-2]
        columns = {shape.left // Inches(5) for shape in shown}
        for column in columns:
            tops = [shape.top for shape in shown if shape.left // Inches(5) == column]
            assert tops == sorted(tops)


def test_every_picture_has_the_alternative_of_its_chart(decks: dict[str, Path]) -> None:
    seen = 0
    for deck in decks.values():
        for slide in Presentation(deck).slides:
            for shape in slide.shapes:
                if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
                    described = shape._element.nvPicPr.cNvPr.get("descr")
                    assert len(described) > 40
                    assert ".png" not in described
                    seen += 1
    assert seen >= 6


def test_tables_are_native_have_a_head_and_hold_the_figures_of_the_results(
    decks: dict[str, Path],
) -> None:
    results = json.loads((decks["ZZX/2021"].parent / "results.json").read_text("utf-8"))["values"]
    table = next(s.table for s in Presentation(decks["ZZX/2021"]).slides[0].shapes if s.has_table)
    assert table.first_row
    rows = {row.cells[0].text: [cell.text for cell in row.cells] for row in table.rows}
    assert len(rows) == 10
    second = next(cells for name, cells in rows.items() if name.startswith("2."))
    assert second[1:4] == [
        results["i2.white_percent"]["display"],
        results["i2.bme_percent"]["display"],
        results["i2.ratio"]["display"],
    ]


def test_the_plan_has_owners_and_dates(decks: dict[str, Path]) -> None:
    table = next(s.table for s in Presentation(decks["ZZX/2021"]).slides[4].shapes if s.has_table)
    heads = [cell.text for cell in table.rows[0].cells]
    assert heads == ["No.", "Action", "Indicator", "Lead", "By", "State"]
    for row in list(table.rows)[1:]:
        assert row.cells[3].text != "–"
        assert re.search(r"20\d\d|–", row.cells[4].text)


def test_the_notes_of_slides_with_figures_name_their_sources(decks: dict[str, Path]) -> None:
    slides = Presentation(decks["ZZX/2021"]).slides
    for number in (0, 1, 3, 4):
        notes = slides[number].notes_slide.notes_text_frame.text
        assert "Source" in notes
        assert "data/ZZX/2021/" in notes
    assert all(slide.has_notes_slide for slide in slides if slide is not slides[2])


def test_a_draft_and_synthetic_data_say_so_on_every_slide(decks: dict[str, Path]) -> None:
    for case, word in (("RYC/2017", "Draft"), ("ZZX/2021", "Synthetic data")):
        for slide in Presentation(decks[case]).slides:
            foot = [s for s in slide.placeholders if s.placeholder_format.type.name == "FOOTER"]
            assert word in foot[0].text_frame.text


def test_the_file_has_title_language_and_no_address_outside(decks: dict[str, Path]) -> None:
    deck = decks["ZZX/2021"]
    properties = Presentation(deck).core_properties
    assert properties.title == "Example Synthetic: WRES 2021"
    assert properties.language == "en-GB"
    with zipfile.ZipFile(deck) as package:
        own = package.read("docProps/custom.xml").decode()
        assert re.findall(' name="(.*?)"', own) == [
            "Trust", "Years", "Data as at", "State", "Synthetic data",
        ]  # fmt: skip
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            assert 'TargetMode="External"' not in text, name
        assert len({entry.date_time for entry in package.infolist()}) == 1


def test_the_same_report_gives_the_same_bytes(
    decks: dict[str, Path], wres: Command, tmp_path: Path
) -> None:
    workspace = decks["ZZX/2021"].parents[3]
    done = wres(
        "build", "ZZX/2021", "--to", "pptx", "--renderer", "embedded", "--force",
        "--out", str(tmp_path), folder=workspace,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ZZX/2021/slides.pptx").read_bytes() == decks["ZZX/2021"].read_bytes()


def test_no_table_reaches_below_its_slide(decks: dict[str, Path]) -> None:
    for deck in decks.values():
        presentation = Presentation(deck)
        for slide in presentation.slides:
            for shape in (s for s in slide.shapes if s.has_table):
                widths = [column.width.pt for column in shape.table.columns]
                rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
                runs = [r for row in shape.table.rows for c in row.cells
                        for p in c.text_frame.paragraphs for r in p.runs]  # fmt: skip
                size = {run.font.size.pt for run in runs}
                assert len(size) == 1
                height = pptx_fit.table_height(rows, widths, size.pop())
                assert shape.top.pt + height < presentation.slide_height.pt


def test_a_reference_document_of_the_trust_changes_the_look(
    decks: dict[str, Path], wres: Command, tmp_path: Path
) -> None:
    workspace = copy_with_store(decks["ZZX/2021"].parents[2], tmp_path / "workspace")
    shutil.copytree(Path(__file__).parents[2] / "report", workspace / "report")
    own = Presentation(workspace / "report" / "reference.pptx")
    own.slide_width, own.slide_height = Inches(10), Inches(7.5)
    own.save(workspace / "report" / "reference.pptx")
    done = wres("build", "ZZX/2021", "--to", "pptx", folder=workspace)
    assert done.returncode == 0, done.stderr
    assert Presentation(workspace / "outputs/ZZX/2021/slides.pptx").slide_width == Inches(10)


def test_a_template_without_slides_is_told_of(
    decks: dict[str, Path], wres: Command, tmp_path: Path
) -> None:
    workspace = copy_with_store(decks["ZZX/2021"].parents[2], tmp_path / "workspace")
    shutil.copytree(Path(__file__).parents[2] / "report", workspace / "report")
    (workspace / "report" / "slides.qmd").unlink()
    done = wres("build", "ZZX/2021", "--to", "pptx", folder=workspace)
    assert done.returncode == 12
    assert "has no slides.qmd" in done.stderr


@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_impress_opens_the_slides_and_shows_seven_pages(
    decks: dict[str, Path], tmp_path: Path
) -> None:
    from pypdf import PdfReader

    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
               "--convert-to", "pdf", "--outdir", str(tmp_path),
               str(decks["RV9/2021"])]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    pages = PdfReader(tmp_path / "slides.pdf").pages
    assert len(pages) == 7
    assert "Humber Teaching" in pages[0].extract_text()


def test_quarto_is_given_the_slides_alone_with_the_format_of_their_head(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text(
        "project:\n  render: [index.qmd]\nformat:\n  html: {}\n  docx: {}\n", "utf-8"
    )
    quarto.keep_formats(tmp_path, ["pptx"], "slides.qmd")
    settings = embedded.settings_of(tmp_path)
    assert settings["project"]["render"] == ["slides.qmd"]
    assert "format" not in settings


def test_a_long_word_and_a_narrow_column_take_more_lines() -> None:
    assert pptx_fit.lines_of("", 100, 10) == 1
    assert pptx_fit.lines_of("one two", 400, 10) == 1
    assert pptx_fit.lines_of("one two three four five six", 60, 10) > 2
    assert pptx_fit.lines_of("x" * 100, 100, 10) >= 6
