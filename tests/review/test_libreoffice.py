"""What LibreOffice has saved comes back as what Word has saved does."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import YEAR
from tests.review.word_tools import Edited
from wres_report.inputs.workspace import Workspace
from wres_report.review.model import Review, State
from wres_report.review.report import sent_report
from wres_report.review.reviewing import review

OFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def saved_by_libreoffice(document: Path, folder: Path) -> Path:
    """The file opened and saved again as a Word file."""
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
         "--outdir", str(folder / "saved"), str(document)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / "saved" / document.name


@pytest.fixture
def saved(home: Path, edited: Edited, tmp_path: Path) -> Callable[[], tuple[Review, Review]]:
    """The review of the file before and after LibreOffice saved it."""

    def read() -> tuple[Review, Review]:
        document = edited.save(tmp_path / "reviewed.docx")
        report = sent_report(Workspace.open(home), YEAR, home / "outputs", None)
        return review(report, document), review(report, saved_by_libreoffice(document, tmp_path))

    return read


def told(found: Review) -> list[dict[str, Any]]:
    return [finding.as_dict() for finding in found.findings if finding.kind != "comment"]


def test_a_file_that_was_only_saved_holds_no_change(
    saved: Callable[[], tuple[Review, Review]],
) -> None:
    _, after = saved()
    assert (after.findings, after.files, after.remarks) == ([], [], [])


def test_every_kind_of_change_lives_through_saving(
    edited: Edited, saved: Callable[[], tuple[Review, Review]]
) -> None:
    edited.replace(edited.paragraph("We will go on asking"), "guide the next", "shape the next")
    edited.replace(edited.paragraph("On 31 March 2021"), "4.7%", "9.9%")
    edited.insert_paragraph(edited.paragraph("There is more to do"), "We thank everybody.")
    edited.move_paragraph(
        edited.paragraph("Together we marked"), edited.paragraph("The case is a practical")
    )
    edited.rewrite(edited.paragraph("Specialist advice matters"), "uncomfortable", "hard to hear")
    edited.rewrite(edited.paragraph("An interval beside a figure"), "wider", "narrower")
    edited.replace(edited.paragraph("EDI Lead"), "EDI Lead", "Head of EDI")
    edited.insert_paragraph(edited.paragraph("Keep pointing staff"), "Train ward managers")
    edited.delete_paragraph(edited.paragraph("The opportunity is evidently"))
    edited.comment_on(
        edited.paragraph("Race equality makes"), "ordinary business", "Whose?", resolved=True
    )
    before, after = saved()
    assert told(after) == told(before)
    assert len(told(after)) >= 10
    assert [change.new for change in after.files] == [change.new for change in before.files]
    (comment,) = [f for f in after.findings if f.kind == "comment"]
    assert (comment.old, comment.new, comment.resolved) == ("ordinary business", "Whose?", True)
    assert comment.place.file.endswith("leadership.md")
    refused = {f.place.key for f in after.of(State.REFUSED)}
    assert {"i1.bme_percent", "sec-evidence"} <= refused


def test_answers_are_kept_where_libreoffice_makes_comments_of_them(
    edited: Edited, saved: Callable[[], tuple[Review, Review]]
) -> None:
    """LibreOffice 7.4 does not say which comment an answer belongs to."""
    edited.comment_on(
        edited.paragraph("We will go on asking"), "guide", "Stronger?", replies=(("Bo Ek", "Yes."),)
    )
    _, after = saved()
    texts = {f.new for f in after.findings} | {r.text for f in after.findings for r in f.replies}
    assert texts == {"Stronger?", "Yes."}
