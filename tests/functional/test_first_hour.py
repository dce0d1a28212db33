"""What an analyst meets in a first hour: a workbook with slips, a first draft on other desks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Command
from tests.review.word_tools import Edited

pytestmark = pytest.mark.functional


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory, wres: Command) -> Path:
    """A folder with the first draft of a trust that has no words and one table yet."""
    folder = tmp_path_factory.mktemp("draft")
    started = wres("new", "ABC/2022", "--name", "Example NHS Trust", folder=folder)
    assert started.returncode == 0, started.stderr
    (folder / "data/ABC/2022/locality.csv").write_text(
        "area,population,population_source,bme_percent,ethnicity_source,note\n"
        "Northshire,412300,Census,14.2,Census,\n",
        encoding="utf-8",
    )
    built = wres("build", "ABC/2022", "--renderer", "embedded", "--to", "docx", folder=folder)
    assert built.returncode == 0, built.stderr
    return folder


def test_a_foreword_that_is_written_into_the_draft_is_told_where_it_belongs(
    draft: Path, tmp_path: Path, wres: Command
) -> None:
    edited = Edited(draft / "outputs/ABC/2022/report.docx")
    said = "The trust has not supplied a foreword for this report."
    edited.rewrite(edited.paragraph(said), said, "We listened to our colleagues this year.")
    told = wres(
        "review", edited.save(tmp_path / "back.docx").as_posix(), "--of", "ABC/2022", folder=draft
    )
    assert told.returncode == 0, told.stderr
    assert "0 comments, 1 change." in told.stdout
    assert "“We listened to our colleagues this year.”" in told.stdout
    assert "Write the text into data/ABC/2022/narrative/foreword.md" in told.stdout
    assert "would write them again" not in told.stdout


def test_an_edit_of_an_area_is_told_with_the_table_that_its_words_come_from(
    draft: Path, tmp_path: Path, wres: Command
) -> None:
    edited = Edited(draft / "outputs/ABC/2022/report.docx")
    edited.rewrite(edited.paragraph("Northshire"), "Northshire", "North Shire")
    told = wres(
        "review", edited.save(tmp_path / "back.docx").as_posix(), "--of", "ABC/2022", folder=draft
    )
    assert "takes these words from data/ABC/2022/locality.csv: change them there" in told.stdout
    assert "would write them again" not in told.stdout
