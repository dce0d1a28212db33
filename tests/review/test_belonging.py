"""A file that came back is held to be the report it is said to be, or nothing is made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Command
from tests.review.word_tools import Edited, W
from wres_report.faults import ExitStatus, Fault
from wres_report.review.model import Review

CUSTOM = "docProps/custom.xml"


def without_bookmarks(edited: Edited) -> None:
    """As a program leaves it that keeps none."""
    for name in ("bookmarkStart", "bookmarkEnd"):
        for mark in list(edited.root.iter(W + name)):
            mark.getparent().remove(mark)


def without_properties(edited: Edited) -> None:
    part = edited.parts[CUSTOM]
    edited.parts[CUSTOM] = part[: part.index(b"<property")] + b"</Properties>"


def of(edited: Edited, trust: str, year: str = "2021") -> None:
    part = edited.parts[CUSTOM].replace(b"Humber Teaching NHS Foundation Trust", trust.encode())
    edited.parts[CUSTOM] = part.replace(b"WRES 2021", f"WRES {year}".encode())


def files_of(home: Path) -> dict[str, bytes]:
    return {p.as_posix(): p.read_bytes() for p in sorted(home.rglob("*")) if p.is_file()}


def test_the_report_of_another_trust_is_refused_by_name_and_nothing_is_written(
    edited: Edited, home: Path, tmp_path: Path, wres: Command
) -> None:
    (home / "params/ABC").mkdir()
    (home / "params/ABC/2022.yaml").write_text("name: Example Trust\n", "utf-8")
    without_bookmarks(edited)
    of(edited, "Example Trust", "2022")
    document = edited.save(tmp_path / "back.docx")
    before = files_of(home)
    result = wres("review", document, "--of", "RV9/2021", "--apply", folder=home)
    assert result.returncode == 2
    assert "This is the report of ABC/2022 (Example Trust, WRES 2022), not of RV9/2021." in (
        result.stderr
    )
    assert "--of ABC/2022" in result.stderr
    assert "Proposed" not in result.stdout
    assert files_of(home) == before


def test_another_year_of_the_same_trust_is_refused(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    without_bookmarks(edited)
    of(edited, "Humber Teaching NHS Foundation Trust", "2020")
    with pytest.raises(Fault, match="WRES 2020, not of RV9/2021") as raised:
        reviewed()
    assert raised.value.status is ExitStatus.USAGE
    assert "--base" in raised.value.action


def test_a_paper_that_was_never_a_report_is_refused(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    without_bookmarks(edited)
    without_properties(edited)
    for paragraph in edited.paragraphs():
        for number, text in enumerate(paragraph.iter(W + "t")):
            text.text = f"The board is asked to note item {number} and the risks that go with it."
    with pytest.raises(Fault, match=r"not a report of wres: none of its [0-9]+ paragraphs"):
        reviewed()


def test_another_report_is_told_by_its_words_where_its_properties_are_gone(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    without_bookmarks(edited)
    without_properties(edited)
    for number, paragraph in enumerate(edited.paragraphs()):
        if number % 3:
            for text in paragraph.iter(W + "t"):
                text.text = f"{text.text} elsewhere"
    with pytest.raises(Fault, match=r"not the report of RV9/2021: only [0-9]+ of its"):
        reviewed()


def test_the_report_itself_is_known_by_its_words_alone(
    edited: Edited, reviewed: Callable[[], Review]
) -> None:
    without_bookmarks(edited)
    without_properties(edited)
    edited.replace(edited.paragraph("We will go on asking"), "guide the next", "shape the next")
    found = reviewed()
    assert [(f.old, f.new) for f in found.findings if f.kind == "replacement"] == [
        ("guide", "shape")
    ]
