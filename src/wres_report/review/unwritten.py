"""Sections without own words: the sentence that says so, and what a reviewer has put over it."""

from __future__ import annotations

import re

from wres_report.review.flow import Flow
from wres_report.review.matching import Unit
from wres_report.review.model import Finding, Place, State
from wres_report.review.report import SentReport

# As the sections of a report have it: what is said in place of a narrative, and its file.
SAID = re.compile(r'missing="([^"]+)"[^}]*\}\s*\{\{< include narrative/([\w-]+)\.md >\}\}')


def said_in_place(report: SentReport) -> dict[str, str]:
    """The sections that may be without words, by the sentence that then stands there."""
    folder = report.workspace.templates("report") / "sections"
    return {
        sentence: section
        for path in sorted(folder.glob("*.qmd"))
        for sentence, section in SAID.findall(path.read_text(encoding="utf-8"))
    }


def unwritten_findings(
    report: SentReport, section: str, unit: Unit, reviewed: Flow
) -> list[Finding]:
    """The text that was written where the report says that the trust has none: one finding."""
    paragraphs = [reviewed.paragraphs[place] for place in unit.after]
    old = report.flow.paragraphs[unit.before[0]].whole
    new = "\n".join(paragraph.accepted for paragraph in paragraphs)
    changes = [piece.change for p in paragraphs for piece in p.pieces if piece.change is not None]
    if new == old and not changes:
        return []
    folder = report.workspace.data_folder(report.trust_year) / "narrative"
    file = report.workspace.relative(folder / f"{section}.md")
    return [
        Finding(
            "replacement" if new.strip() else "deletion", Place(file=file, near=old), State.LEFT,
            old, new, tuple(dict.fromkeys(change.author for change in changes)),
            next((change.date for change in changes), ""), tracked=bool(changes),
            reason="This sentence stands where the trust has no words yet. Write the text into "
            f"{file}, with a variable for each figure, and build again.",
        )
    ]  # fmt: skip
