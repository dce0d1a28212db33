"""Texts by a reader of the reports: true ones are not accused, and most faults are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from wres_report.claims.audit import audit
from wres_report.claims.claim import Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.reading import read_document

TEXTS = Path(__file__).parent / "plain"


@pytest.mark.parametrize("about", ["RV9-2021", "ZZX-2021"])
def test_no_true_sentence_of_a_whole_text_is_accused(
    about: str, humber: Figures, invented: Figures
) -> None:
    figures = humber if about == "RV9-2021" else invented
    findings = audit(read_document(TEXTS / f"true-{about}.md"), figures)
    assert [f for f in findings if f.verdict is Verdict.CONTRADICTS] == []
    assert len([f for f in findings if f.verdict is Verdict.AGREES]) >= 30


def test_most_sentences_with_a_fault_are_accused(invented: Figures) -> None:
    document = read_document(TEXTS / "false-ZZX-2021.md")
    accused = {f.passage for f in audit(document, invented) if f.verdict is Verdict.CONTRADICTS}
    assert len(accused) >= 25
