"""What include, var and embed put into the text, and what they say when they cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wres_report.report.embeds import Notebooks
from wres_report.report.errors import RenderError
from wres_report.report.qmd import expand


def text_of(project: Path) -> str:
    return expand(project, Notebooks(project, project / "work")).text


def write(project: Path, name: str, text: str) -> None:
    (project / name).write_text(text, encoding="utf-8")


def test_an_include_is_found_from_the_folder_of_the_main_document(project: Path) -> None:
    assert "{{<" not in text_of(project)
    assert "I am glad to present our report" in text_of(project)


def test_a_variable_stands_in_the_text_as_it_was_displayed(project: Path) -> None:
    assert "This year 24.0% of our BME colleagues" in text_of(project)


def test_an_unknown_variable_is_named_with_file_and_line(project: Path) -> None:
    write(project, "narrative/foreword.md", "One.\n\nTwo {{< var i2.ratoi >}}.\n")
    with pytest.raises(RenderError, match=r"i2\.ratoi") as fault:
        text_of(project)
    assert "narrative/foreword.md, line 3" in str(fault.value)


def test_a_missing_include_is_named_with_file_and_line(project: Path) -> None:
    write(project, "narrative/foreword.md", "{{< include fragments/none.md >}}\n")
    with pytest.raises(RenderError, match=r"fragments/none\.md") as fault:
        text_of(project)
    assert "narrative/foreword.md, line 1" in str(fault.value)


def test_a_file_that_includes_itself_is_refused(project: Path) -> None:
    write(project, "narrative/foreword.md", "{{< include narrative/foreword.md >}}\n")
    with pytest.raises(RenderError, match="includes itself"):
        text_of(project)


def test_an_include_outside_the_report_is_refused(project: Path) -> None:
    write(project, "narrative/foreword.md", "{{< include ../../secret.md >}}\n")
    with pytest.raises(RenderError, match="outside the report"):
        text_of(project)


def test_an_unknown_shortcode_is_refused(project: Path) -> None:
    write(project, "narrative/foreword.md", "A {{< video a.mp4 >}}.\n")
    with pytest.raises(RenderError, match="video"):
        text_of(project)


def test_shortcodes_inside_a_code_block_are_left_alone(project: Path) -> None:
    write(project, "narrative/foreword.md", "```\n{{< var nothing >}}\n```\n")
    assert "{{< var nothing >}}" in text_of(project)


def test_an_embedded_cell_brings_its_table_with_label_and_caption(project: Path) -> None:
    text = text_of(project)
    assert ":::::: {#tbl-i2 .cell}" in text
    assert "Figures of indicator 2, by stage" in text


def test_an_embedded_chart_brings_its_picture_and_text_alternative(project: Path) -> None:
    text = text_of(project)
    assert '![](media/2_sample-fig-i2-1.png){fig-alt="Bar chart: BME 24.0%, White 22.4%"}' in text
    assert (project / "work/media/2_sample-fig-i2-1.png").read_bytes()[:4] == b"\x89PNG"


def test_a_cell_embedded_twice_is_refused(project: Path) -> None:
    again = "{{< embed notebooks/2_sample.ipynb#tbl-i2 >}}\n"
    write(project, "narrative/indicator-2.md", again)
    with pytest.raises(RenderError, match="embedded twice"):
        text_of(project)


def test_a_missing_cell_is_refused_with_the_labels_that_exist(project: Path) -> None:
    write(project, "narrative/foreword.md", "{{< embed notebooks/2_sample.ipynb#fig-x >}}\n")
    with pytest.raises(RenderError, match="fig-i2"):
        text_of(project)


def test_a_missing_notebook_is_refused(project: Path) -> None:
    write(project, "narrative/foreword.md", "{{< embed notebooks/none.ipynb#fig-x >}}\n")
    with pytest.raises(RenderError, match=r"notebooks/none\.ipynb"):
        text_of(project)


def test_a_chart_without_text_alternative_is_refused(project: Path) -> None:
    path = project / "notebooks/2_sample.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    cell = next(c for c in book["cells"] if "fig-alt" in str(c["source"]))
    cell["source"] = "\n".join(x for x in cell["source"].splitlines() if "fig-alt" not in x)
    path.write_text(json.dumps(book), encoding="utf-8")
    with pytest.raises(RenderError, match="no text alternative"):
        text_of(project)


def test_a_cell_without_output_is_refused(project: Path) -> None:
    path = project / "notebooks/2_sample.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if "outputs" in cell:
            cell["outputs"] = []
    path.write_text(json.dumps(book), encoding="utf-8")
    with pytest.raises(RenderError, match="no output"):
        text_of(project)
