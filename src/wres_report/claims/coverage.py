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
    """Figures of a sentence or row that were not judged for one reason.

    whole: whether none of its figures was judged.
    """

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
    """What has figures: how much there is of it, how much was judged, and what was not.

    sentences: those with figures, rows among them. judged: those of which any figure was judged.
    figures: in all of them. Each that has no verdict stands in left.
    """

    sentences: int
    judged: int
    figures: int
    left: tuple[NotJudged, ...]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why figures were not judged, each with their number, the commonest first."""
        return Counter(entry.why for entry in self.left for _ in entry.figures).most_common()

    @property
    def not_judged(self) -> int:
        """How many figures have no verdict."""
        return sum(len(entry.figures) for entry in self.left)

    @property
    def line(self) -> str:
        """“92 figures in 64 sentences and rows, 51 judged, 41 not”."""
        where = (
            "1 sentence or row" if self.sentences == 1 else f"{self.sentences} sentences and rows"
        )
        return (
            f"{counted(self.figures, 'figure')} in {where}, {self.figures - self.not_judged} "
            f"judged, {self.not_judged} not"
        )

    def as_dict(self, place_word: str) -> dict[str, object]:
        """As in ``--json``."""
        return {
            "sentences_with_figures": self.sentences,
            "judged": self.judged,
            "figures": self.figures,
            "figures_judged": self.figures - self.not_judged,
            "reasons": dict(self.reasons),
            "not_judged": [entry.as_dict(place_word) for entry in self.left],
        }


def coverage_of(reads: Sequence[Read]) -> Coverage:
    """What was judged of a document; a sentence is, where any of its figures was."""
    with_figures = [read for read in reads if read.figures]
    judged = [read for read in with_figures if len(read.left) < read.figures]
    left = [
        NotJudged(read.passage, tuple(f for f, other in read.left if other == why), why,
                  len(read.left) == read.figures)
        for read in with_figures for why in dict.fromkeys(why for _, why in read.left)
    ]  # fmt: skip
    figures = sum(read.figures for read in with_figures)
    return Coverage(len(with_figures), len(judged), figures, tuple(left))
