"""Which renderer is chosen, and how a Quarto is started and heard; none is needed for that."""

from __future__ import annotations

from pathlib import Path

import pytest
import sample

from wres_report.report import quarto, renderers
from wres_report.report.errors import RenderError


def stand_in(folder: Path, script: str) -> quarto.QuartoInstall:
    """What answers as a Quarto would: a script of the shell."""
    path = folder / "quarto"
    path.write_text(script)
    path.chmod(0o755)
    return quarto.QuartoInstall(str(path), "1.11.0")


def test_auto_falls_back_to_the_embedded_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUARTO", raising=False)
    monkeypatch.setattr(renderers, "find_quarto", lambda: None)
    assert renderers.choose("auto") == ("embedded", None)
    with pytest.raises(RenderError, match="Quarto was not found"):
        renderers.choose("quarto")


def test_a_quarto_that_is_named_and_is_not_there_is_never_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QUARTO", "/nope")
    with pytest.raises(RenderError, match="names /nope"):
        renderers.choose("auto")
    assert renderers.choose("embedded") == ("embedded", None)


def test_colours_of_a_terminal_and_the_settings_are_left_out_of_what_quarto_said(
    tmp_path: Path,
) -> None:
    fake = stand_in(
        tmp_path,
        "#!/bin/sh\nprintf 'pandoc\\n  to: html\\n\\033[31mERROR: no such thing\\033[39m\\n' >&2\n"
        "exit 1\n",
    )
    project = sample.stage(tmp_path / "staged")
    with pytest.raises(RenderError) as told:
        quarto.run(project, ["html"], 0, fake, tmp_path)
    assert told.value.said == "ERROR: no such thing"


def test_documents_of_one_report_do_not_take_each_others_formats(tmp_path: Path) -> None:
    fake = stand_in(
        tmp_path,
        '#!/bin/sh\ncase $2 in\n index.qmd) grep -q "typst:" _quarto.yml && echo 1 >report.pdf;;\n'
        " summary.qmd) echo 2 >summary.pdf;;\nesac\n",
    )
    staged = sample.stage(tmp_path / "staged")
    for number, formats in enumerate((["summary", "pdf"], ["pdf", "summary"])):
        targets = {name: tmp_path / f"{number}-{name}" for name in formats}
        quarto.render(staged, formats, targets, 0, fake)
        assert {name: path.read_text() for name, path in targets.items()} == {
            "pdf": "1\n", "summary": "2\n",
        }  # fmt: skip


def test_a_quarto_that_is_too_old_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUARTO", raising=False)
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
