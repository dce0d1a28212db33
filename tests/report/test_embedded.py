"""Numbers, references, stability and faults of the embedded renderer."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
import sample
from bs4 import BeautifulSoup

from wres_report.report import embedded, renderers, typst_compile, typst_process
from wres_report.report.errors import RenderError

# A process of its own, because that of the tests may have threads.
COMPILES_IN_FORKS = """
import sys
from pathlib import Path
from wres_report.report import embedded, typst_compile
from wres_report.report.errors import RenderError

typst_compile.by_fork = True
project, first, second, epoch = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
for target in (first, second):
    embedded.render(project, ["pdf"], {"pdf": target}, int(epoch))
assert "typst" not in sys.modules
(project / "typst/cover.typ").write_text("#none-such", encoding="utf-8")
try:
    embedded.render(project, ["pdf"], {"pdf": first}, int(epoch))
except RenderError as fault:
    print(fault)
"""


def digests(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


def html_of(project: Path, out: Path) -> BeautifulSoup:
    renderers.render(project, ["html"], out, renderer="embedded", epoch=sample.EPOCH)
    return BeautifulSoup((out / "index.html").read_text(encoding="utf-8"), "html.parser")


def test_two_renderings_in_different_folders_are_equal_byte_for_byte(
    rendered: Path, tmp_path: Path
) -> None:
    staged = sample.stage(tmp_path / "some" / "other place")
    renderers.render(
        staged, ["docx", "pdf", "html"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH
    )
    assert digests(rendered) == digests(tmp_path / "out")


def test_formats_one_after_the_other_are_equal_to_those_side_by_side(
    rendered: Path, project: Path, tmp_path: Path
) -> None:
    targets = {name: tmp_path / renderers.RENDERED[name] for name in ("html", "pdf", "docx")}
    embedded.render(project, list(targets), targets, sample.EPOCH, side_by_side=False)
    assert {path.name: path.read_bytes() for path in targets.values()} == {
        path.name: path.read_bytes() for path in rendered.iterdir()
    }


def test_a_pdf_compiled_in_a_fork_is_the_same_and_its_faults_are_told(
    rendered: Path, project: Path, tmp_path: Path
) -> None:
    targets = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    run = subprocess.run(
        [sys.executable, "-c", COMPILES_IN_FORKS, project, *targets, str(sample.EPOCH)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    expected = (rendered / "report.pdf").read_bytes()
    assert [target.read_bytes() == expected for target in targets] == [True, True]
    assert "Typst could not make the PDF." in run.stdout
    assert "none-such" in run.stdout


@pytest.mark.parametrize("by_fork", [True, False])
def test_a_compilation_that_is_killed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_fork: bool
) -> None:
    endless = tmp_path / "endless.typ"
    endless.write_text("#while true { }", encoding="utf-8")
    monkeypatch.setattr(typst_compile, "by_fork", by_fork)
    request = {
        "input": str(endless), "output": str(tmp_path / "out.pdf"), "root": str(tmp_path),
        "fonts": str(tmp_path), "epoch": 0, "standards": [],
    }  # fmt: skip
    compilation = typst_process.start(request, tmp_path)
    compilation.process.kill()
    with pytest.raises(RenderError, match="memory ran out"):
        compilation.finish()


def test_a_sign_beyond_the_basic_plane_stands_in_the_title(project: Path, tmp_path: Path) -> None:
    settings = project / "_quarto.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8") + "\nsubtitle: A report \U0001f642\n", encoding="utf-8"
    )
    assert "A report \U0001f642" in html_of(project, tmp_path / "out").get_text()


def test_rendering_leaves_the_staged_project_as_it_was(project: Path, tmp_path: Path) -> None:
    before = {p: p.read_bytes() for p in project.rglob("*") if p.is_file()}
    renderers.render(
        project, ["html", "pdf", "docx"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH
    )
    assert {p: p.read_bytes() for p in project.rglob("*") if p.is_file()} == before


def test_no_output_names_a_folder_of_this_machine(rendered: Path) -> None:
    for path in rendered.iterdir():
        assert b"/tmp/" not in path.read_bytes()
        assert str(Path.home()).encode() not in path.read_bytes()


def test_figures_and_tables_are_numbered_throughout(rendered: Path) -> None:
    page = BeautifulSoup((rendered / "index.html").read_text(encoding="utf-8"), "html.parser")
    captions = [c.get_text(" ", strip=True) for c in page.find_all("figcaption")]
    for kind in ("Figure", "Table"):
        numbers = [int(m.group(1)) for c in captions if (m := re.match(kind + r"\s(\d+):", c))]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 8


def test_references_carry_the_number_of_what_they_lead_to(rendered: Path) -> None:
    page = BeautifulSoup((rendered / "index.html").read_text(encoding="utf-8"), "html.parser")
    links = {a["href"]: a.get_text().replace("\xa0", " ") for a in page.select("a.quarto-xref")}
    caption = page.find(id="tbl-i2").find("figcaption").get_text().replace("\xa0", " ")
    assert caption.strip().startswith(links["#tbl-i2"] + ":")
    assert links["#sec-i5"] == "Section 4.5"
    assert links["#sec-progress"] == "Appendix 1"


def test_a_reference_to_a_heading_without_a_number_says_its_words(
    project: Path, tmp_path: Path
) -> None:
    (project / "narrative/introduction.md").write_text(
        "See @sec-why and @sec-how.\n\n### Why we *do* this: {#sec-why}\n\n"
        "Text.\n\n#### How {#sec-how}\n\nText.\n",
        encoding="utf-8",
    )
    page = html_of(project, tmp_path / "out")
    links = {a["href"]: a.get_text() for a in page.select("a.quarto-xref")}
    assert (links["#sec-why"], links["#sec-how"]) == ("Why we do this", "How")


def test_data_and_evidence_is_section_four_with_nine_parts(rendered: Path) -> None:
    page = BeautifulSoup((rendered / "index.html").read_text(encoding="utf-8"), "html.parser")
    contents = [" ".join(a.get_text(" ").split()) for a in page.select("#TOC a")]
    assert "4 Data and evidence" in contents
    for number in range(1, 10):
        assert any(c.startswith(f"4.{number} Indicator {number}:") for c in contents)
    assert any(c.startswith("Appendix 2: action plan 2021-22") for c in contents)


def test_a_section_that_the_trust_did_not_write_says_so(rendered: Path) -> None:
    page = (rendered / "index.html").read_text(encoding="utf-8")
    assert "has not supplied a statement on leadership" in page
    assert "Since April 2015" not in page  # the trust wrote its own introduction


def test_framing_stands_where_the_trust_wrote_nothing(project: Path, tmp_path: Path) -> None:
    (project / "narrative/introduction.md").write_text("<!-- none -->\n", encoding="utf-8")
    assert "Since April 2015" in html_of(project, tmp_path / "out").get_text()


def test_a_reference_without_target_is_named_with_file_and_line(
    project: Path, tmp_path: Path
) -> None:
    (project / "narrative/foreword.md").write_text("See @fig-nowhere.\n", encoding="utf-8")
    with pytest.raises(RenderError, match="fig-nowhere") as fault:
        html_of(project, tmp_path / "out")
    assert "narrative/foreword.md, line 1" in str(fault.value)


def test_a_label_that_stands_twice_is_refused(project: Path, tmp_path: Path) -> None:
    (project / "narrative/foreword.md").write_text("### Twice {#sec-i5}\n", encoding="utf-8")
    with pytest.raises(RenderError, match="sec-i5"):
        html_of(project, tmp_path / "out")


def test_headings_never_skip_a_level(project: Path, tmp_path: Path) -> None:
    (project / "narrative/foreword.md").write_text(
        "### First\n\nText.\n\n### Second\n\nText.\n", encoding="utf-8"
    )
    page = html_of(project, tmp_path / "out")
    last = 0
    for heading in page.select("main h1, main h2, main h3, main h4"):
        level = int(heading.name[1])
        assert level <= last + 1
        last = level
    names = {h.get_text(): h.name for h in page.select("main h2")}
    assert names["First"] == names["Second"] == "h2"


def test_an_at_sign_in_an_address_stays_text(project: Path, tmp_path: Path) -> None:
    (project / "narrative/foreword.md").write_text("Write to @sandmouth today.\n", encoding="utf-8")
    renderers.render(
        project, ["pdf", "html"], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH
    )
    assert "Write to @sandmouth today." in (tmp_path / "out/index.html").read_text("utf-8")


@pytest.mark.parametrize("wanted", ["html", "pdf", "docx"])
def test_one_format_alone_can_be_rendered(project: Path, tmp_path: Path, wanted: str) -> None:
    report = renderers.render(
        project, [wanted], tmp_path / "out", renderer="embedded", epoch=sample.EPOCH
    )
    assert [p.name for p in (tmp_path / "out").iterdir()] == [renderers.RENDERED[wanted]]
    assert report.renderer == "embedded"
    assert report.version.startswith("pandoc ")


def test_an_unknown_format_and_an_unknown_renderer_are_refused(
    project: Path, tmp_path: Path
) -> None:
    with pytest.raises(RenderError, match="odt"):
        renderers.render(project, ["odt"], tmp_path / "out", epoch=sample.EPOCH)
    with pytest.raises(RenderError, match="latex"):
        renderers.render(project, ["html"], tmp_path / "out", renderer="latex", epoch=sample.EPOCH)


def test_a_filter_of_the_trust_runs_with_the_others(project: Path, tmp_path: Path) -> None:
    settings = (project / "_quarto.yml").read_text(encoding="utf-8")
    own = "filters:\n- path: filters/loud.lua\n  at: pre-ast\n"
    (project / "_quarto.yml").write_text(settings.replace("filters:\n", own, 1), encoding="utf-8")
    (project / "filters/loud.lua").write_text(
        "function Str(s) if s.text == 'quiet' then return pandoc.Str('LOUD') end end\n"
    )
    (project / "narrative/foreword.md").write_text("A quiet word.\n", encoding="utf-8")
    assert "A LOUD word." in html_of(project, tmp_path / "out").get_text()


def test_a_filter_that_does_not_exist_is_named(project: Path, tmp_path: Path) -> None:
    (project / "filters/figures.lua").unlink()
    with pytest.raises(RenderError, match=r"does not exist: filters/figures\.lua") as fault:
        html_of(project, tmp_path / "out")
    assert "_quarto.yml" in str(fault.value)
