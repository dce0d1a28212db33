"""How much of a document was judged: silence about a figure is not assent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.claims.engine import Read
from wres_report.documents.passages import Passage
from wres_report.words import counted


@dataclass(frozen=True)
class NotJudged:
    """A sentence with figures of which none was judged, or not all. whole: whether none was."""

    passage: Passage
    figures: tuple[str, ...]
    why: str
    whole: bool

    def as_dict(self, place_word: str) -> dict[str, object]:
        """As in ``--json``."""
        place = "page" if place_word == "page" else "line"
        return {"text": self.passage.text, place: self.passage.place,
                "figures": list(self.figures), "why": self.why, "whole": self.whole}  # fmt: skip


@dataclass(frozen=True)
class Coverage:
    """Sentences with figures: how many there are, how many were judged, and which were not."""

    sentences: int
    judged: int
    left: tuple[NotJudged, ...]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why sentences were not judged, each with their number, the commonest first."""
        return Counter(entry.why for entry in self.left if entry.whole).most_common()

    @property
    def line(self) -> str:
        """“64 sentences with figures, 41 judged, 23 not”."""
        return (
            f"{counted(self.sentences, 'sentence')} with figures, {self.judged} judged, "
            f"{self.sentences - self.judged} not"
        )

    def as_dict(self, place_word: str) -> dict[str, object]:
        """As in ``--json``."""
        return {
            "sentences_with_figures": self.sentences,
            "judged": self.judged,
            "reasons": dict(self.reasons),
            "not_judged": [entry.as_dict(place_word) for entry in self.left],
        }


def coverage_of(reads: Sequence[Read]) -> Coverage:
    """What was judged of a document; a sentence is, where any of its figures was."""
    with_figures = [read for read in reads if read.figures]
    judged = [read for read in with_figures if len(read.left) < read.figures]
    left = [
        NotJudged(read.passage, tuple(figure for figure, _ in read.left), read.left[0][1],
                  read not in judged)
        for read in with_figures if read.left
    ]  # fmt: skip
    return Coverage(len(with_figures), len(judged), tuple(left))
