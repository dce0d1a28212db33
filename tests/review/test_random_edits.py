"""Random edits of every kind come back: all of them, each once, at its place, and written right.

``WRES_EDITS=300`` asks for 300 of each kind; by itself a run takes fewer.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.review.word_tools import Edited, W
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.report.pandoc import executable
from wres_report.review.flow import Flow
from wres_report.review.matching import section_in
from wres_report.review.model import Finding, Review, State
from wres_report.review.plan_cells import table_of
from wres_report.review.report import SentReport, sent_report
from wres_report.review.reviewing import review

OF_EACH = int(os.environ.get("WRES_EDITS", "12"))
PER_DOCUMENT = 40
KINDS = ("insertion", "deletion", "replacement", "silent", "paragraph", "move", "comment", "plan",
         "figure")  # fmt: skip


@dataclass(frozen=True)
class Planned:
    """An edit that was made. mark: a word that only it has. section: that it was made in."""

    kind: str
    section: str
    mark: str
    old: str = ""


@pytest.fixture(scope="module")
def sent(built: Path, tmp_path_factory: pytest.TempPathFactory) -> SentReport:
    home = tmp_path_factory.mktemp("random edits")
    for name in ("data", "params"):
        shutil.copytree(built.parent / name, home / name)
    shutil.copytree(built / "RV9/2021", home / "outputs/RV9/2021")
    return sent_report(Workspace.open(home), TrustYear("RV9", 2021), home / "outputs", None)


@pytest.fixture(scope="module")
def document(built: Path) -> Path:
    return built / "RV9/2021/report.docx"


class Reviewer:
    """Edits one document at random, each paragraph at most once."""

    def __init__(self, document: Path, flow: Flow, seed: int) -> None:
        self.edited, self.random = Edited(document), random.Random(seed)
        self.flow, self.count, self.seed = flow, 0, seed
        names = {}
        for place, paragraph in enumerate(flow.paragraphs):
            for name in paragraph.anchors:
                names[name] = place
        self.own: list[tuple[Any, str, int]] = []
        self.cells: list[Any] = []
        for paragraph in list(self.edited.paragraphs()):
            starts = [b.get(W + "name") for b in paragraph.iter(W + "bookmarkStart")]
            place = next((names[n] for n in starts if n in names), None)
            if place is None:
                continue
            section = section_in(flow.paragraphs[place])
            text = self.edited.text(paragraph)
            plain = len(text) > 60 and text == flow.paragraphs[place].whole
            if section and plain:
                self.own.append((paragraph, section, place))
            elif self.is_of_plan(place) and text in ("Quarterly", "EDI Lead", "L&D, OD"):
                self.cells.append(paragraph)
        self.random.shuffle(self.own)
        self.random.shuffle(self.cells)

    def is_of_plan(self, place: int) -> bool:
        cell = self.flow.paragraphs[place].cell
        return cell is not None and cell.table == table_of(self.flow, "tbl-actions")

    def edit(self, kind: str) -> Planned | None:
        """Make one edit of a kind; None where no paragraph is left for it."""
        self.count += 1
        mark = f"qz{self.seed}x{self.count}z"
        if kind == "plan":
            if not self.cells:
                return None
            cell = self.cells.pop()
            self.edited.replace(cell, self.edited.text(cell), mark)
            return Planned(kind, "", mark)
        if not self.own:
            return None
        paragraph, section, place = self.own.pop()
        text = self.edited.text(paragraph)
        figures = [(s, e) for n, s, e in self.flow.paragraphs[place].ranges if "_fig_" in n]
        if kind == "figure":
            if not figures:
                self.own.insert(0, (paragraph, section, place))
                return None
            start, end = self.random.choice(figures)
            self.edited.insert(paragraph, end, mark)
            self.edited.delete(paragraph, start, end)
            return Planned(kind, section, mark, text[start:end])
        start, end = self.words(text, figures)
        if kind == "insertion":
            self.edited.insert(paragraph, start, f"{mark} and more ")
        elif kind == "deletion":
            self.edited.delete(paragraph, start, end)
            return Planned(kind, section, mark, text[start:end])
        elif kind == "replacement":
            self.edited.insert(paragraph, end, f"{mark} instead")
            self.edited.delete(paragraph, start, end)
        elif kind == "silent":
            self.edited.rewrite(paragraph, text[start:end], f"{mark} unseen")
        elif kind == "paragraph":
            self.edited.insert_paragraph(paragraph, f"{mark} is a new thought.")
        elif kind == "comment":
            self.edited.comment_on(paragraph, text[start:end], f"{mark}?")
        elif kind == "move":
            if not self.own:
                return None
            target, _, _ = self.own.pop()
            self.edited.move_paragraph(paragraph, target)
            return Planned(kind, section, mark, text)
        return Planned(kind, section, mark, text[start:end])

    def words(self, text: str, figures: list[tuple[int, int]]) -> tuple[int, int]:
        """A stretch of one to four words that holds no figure and nothing of the settings."""
        spans = [m.span() for m in re.finditer(r"\b[a-z]{3,}\b(?:[ ][a-z]{2,}\b){0,3}", text)]
        spans = [(s, e) for s, e in spans if text.count(text[s:e]) == 1]
        # A figure may hold a word: “765 thousand”.
        free = [(s, e) for s, e in spans if not any(s < b and e > a for a, b in figures)]
        return self.random.choice(free)


def kinds() -> Iterator[str]:
    for _ in range(OF_EACH):
        yield from KINDS


def found_for(planned: Planned, found: Review) -> list[Finding]:
    if planned.kind in ("deletion", "move"):
        return [
            f for f in found.findings
            if f.place.file.endswith(f"/{planned.section.replace('_', '-')}.md")
            and f.kind == planned.kind and planned.old.strip() in f.old
        ]  # fmt: skip
    return [f for f in found.findings if planned.mark in f.new]


def check(planned: Planned, found: Review) -> None:
    findings = found_for(planned, found)
    assert findings, (planned, "was lost")
    first = findings[0]
    if planned.kind == "comment":
        assert first.old == planned.old
        assert first.state is State.NOTED
    elif planned.kind == "figure":
        assert first.state is State.REFUSED, (planned, first)
        assert first.place.key
    elif planned.kind == "plan":
        assert first.place.file.endswith("actions.csv")
        assert first.state is State.PROPOSED
    else:
        assert first.state in (State.PROPOSED, State.LEFT), (planned, first)
        assert first.tracked == (planned.kind != "silent")
    if planned.section:
        assert first.place.file.endswith(f"/{planned.section.replace('_', '-')}.md")
        assert first.place.line > 0
    # A short deletion may have been made twice in one section.
    assert len(findings) == 1 or planned.kind == "deletion", (planned, findings)


def test_every_edit_comes_back_once_at_its_place(
    sent: SentReport, document: Path, tmp_path: Path
) -> None:
    waiting = list(kinds())
    seed, made = 0, dict.fromkeys(KINDS, 0)
    left = total = 0
    while waiting:
        seed += 1
        reviewer = Reviewer(document, sent.flow, seed)
        planned = []
        later = []
        for kind in waiting:
            edit = reviewer.edit(kind) if len(planned) < PER_DOCUMENT else None
            if edit is None:
                later.append(kind)
            else:
                planned.append(edit)
                made[kind] += 1
        waiting = later
        found = review(sent, reviewer.edited.save(tmp_path / "edited.docx"))
        for one in planned:
            check(one, found)
        changed = [f for f in found.findings if f.kind not in ("comment",)]
        left += sum(f.state is State.LEFT for f in changed)
        total += len(changed)
        check_files(found, sent)
    assert all(count == OF_EACH for count in made.values())
    # What is left to a person is the exception.
    assert left <= total / 20, f"{left} of {total} were left to a person"


def check_files(found: Review, sent: SentReport) -> None:
    """What pandoc prints of the files with their changes holds every mark that was proposed."""
    for change in found.files:
        if not change.path.endswith(".md"):
            continue
        printed = printed_by_pandoc(change.new, sent.variables)
        for finding in found.of(State.PROPOSED):
            if finding.place.file == change.path and finding.new:
                words = " ".join(finding.new.split())
                # This writer prints bold words in capitals.
                assert words.casefold() in printed.casefold(), (change.path, words)


def printed_by_pandoc(text: str, variables: Callable[[str], dict[str, str]]) -> str:
    """The text as an independent reader of Markdown prints it."""
    for key, value in variables(text).items():
        text = re.sub(rf"\{{\{{<\s*var\s+{re.escape(key)}\s*>\}}\}}", lambda _, v=value: v, text)
    run = subprocess.run(
        [executable(), "-f", "markdown", "-t", "plain", "--wrap=none"],
        input=text, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return " ".join(run.stdout.split())
