"""Sentences by authors who had seen neither the audit nor its rules, and how it does on them.

``others.jsonl`` and, by further authors, ``newcomer.jsonl``, ``board_papers_*.jsonl``,
``many_manners_*.jsonl``, ``twenty_manners_*.jsonl``, ``eight_voices.jsonl``,
``hundred_hands.jsonl``, ``busy_desks_*.jsonl``, ``ten_papers.jsonl`` and
``minutes_and_leaflets.jsonl`` hold one a line: the trust-year it is about, the text, its label, and
its fault. Each label was computed from the data of the trust-year. Where there are two halves, one
is for mending rules, one is held out.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wres_report.claims.audit import audit
from wres_report.claims.claim import Finding, Verdict
from wres_report.claims.figures import Figures
from wres_report.documents.lines import read_lines
from wres_report.documents.passages import Collector, Document

OTHERS = Path(__file__).with_name("others.jsonl")
NEWCOMER = Path(__file__).with_name("newcomer.jsonl")
BOARD_TUNED = Path(__file__).with_name("board_papers_tuned.jsonl")
BOARD_HELD_OUT = Path(__file__).with_name("board_papers_held_out.jsonl")
MANNERS_TUNED = Path(__file__).with_name("many_manners_tuned.jsonl")
MANNERS_HELD_OUT = Path(__file__).with_name("many_manners_held_out.jsonl")
TWENTY_TUNED = Path(__file__).with_name("twenty_manners_tuned.jsonl")
TWENTY_HELD_OUT = Path(__file__).with_name("twenty_manners_held_out.jsonl")
EIGHT_VOICES = Path(__file__).with_name("eight_voices.jsonl")
BUSY_TUNED = Path(__file__).with_name("busy_desks_tuned.jsonl")
BUSY_HELD_OUT = Path(__file__).with_name("busy_desks_held_out.jsonl")
HUNDRED_HANDS = Path(__file__).with_name("hundred_hands.jsonl")
MINUTES = Path(__file__).with_name("minutes_and_leaflets.jsonl")
TEN_PAPERS = Path(__file__).with_name("ten_papers.jsonl")
NOT_ACCUSED = Path(__file__).with_name("not_accused.txt")
OTHER_MANNERS = Path(__file__).with_name("not_accused_in_other_manners.txt")


@dataclass(frozen=True)
class Sentence:
    """One sentence of another author. label: agrees, contradicts or cannot_tell."""

    id: str
    about: str
    text: str
    label: str
    fault: str | None


@dataclass
class Tally:
    """contradicting: sentences that contradict the data. found: of these, those accused.

    named: of these, by the right kind. true: sentences that agree. confirmed: of these, those of
    which every finding agrees. accused: sentences accused that do not contradict.
    """

    contradicting: int = 0
    found: int = 0
    named: int = 0
    true: int = 0
    confirmed: int = 0
    accused: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / max(self.found + len(self.accused), 1)

    @property
    def recall(self) -> float:
        return self.found / max(self.contradicting, 1)

    @property
    def confirmed_share(self) -> float:
        return self.confirmed / max(self.true, 1)

    @property
    def named_share(self) -> float:
        return self.named / max(self.found, 1)


def others(about: str, file: Path = OTHERS) -> list[Sentence]:
    """The sentences about a trust-year."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [s for s in (Sentence(**json.loads(line)) for line in lines) if s.about == about]


def tally(known: Mapping[str, Figures], file: Path = OTHERS) -> Tally:
    """How the audit does on all of them, those of each trust-year in one document."""
    total = Tally()
    for about, figures in known.items():
        sentences = others(about, file)
        for sentence, findings in zip(sentences, _audited(sentences, figures), strict=True):
            _count(total, sentence, findings)
    return total


def accused_of(known: Mapping[str, Figures], file: Path = NOT_ACCUSED) -> list[str]:
    """The sentences of a file that are accused. Each stands behind its trusts: “RV9 ZZX | …”."""
    lines = [line.partition(" | ") for line in file.read_text(encoding="utf-8").splitlines()]
    found = []
    for about, figures in known.items():
        of_it = [Sentence("", about, text, "", None) for codes, _, text in lines
                 if about.partition("/")[0] in codes.split()]  # fmt: skip
        for sentence, findings in zip(of_it, _audited(of_it, figures), strict=True):
            if any(finding.verdict is Verdict.CONTRADICTS for finding in findings):
                found.append(f"{about}: {sentence.text}")
    return found


def _audited(sentences: list[Sentence], figures: Figures) -> list[list[Finding]]:
    lines: list[str] = []
    starts = []
    for sentence in sentences:
        starts.append(len(lines) + 1)
        lines += [*sentence.text.split("\n"), ""]
    collector = Collector()
    read_lines(list(enumerate(lines, 1)), collector)
    found: list[list[Finding]] = [[] for _ in sentences]
    for finding in audit(Document("others.md", "line", tuple(collector.passages)), figures):
        found[bisect_right(starts, finding.passage.place) - 1].append(finding)
    return found


def _count(total: Tally, sentence: Sentence, findings: Iterable[Finding]) -> None:
    known = list(findings)
    verdicts = {finding.verdict for finding in known}
    accused = Verdict.CONTRADICTS in verdicts
    if sentence.label == "contradicts":
        total.contradicting += 1
        total.found += accused
        total.named += any(str(finding.fault) == sentence.fault for finding in known)
        total.missed += [] if accused else [sentence.text]
        return
    total.accused += [sentence.text] if accused else []
    if sentence.label == "agrees":
        total.true += 1
        total.confirmed += verdicts == {Verdict.AGREES}
