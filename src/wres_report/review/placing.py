"""Where in the sources a place of a reviewed file comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from wres_report.review.flow import Flow, Paragraph
from wres_report.review.generated import generated_place
from wres_report.review.matching import Matched, Unit
from wres_report.review.model import Place
from wres_report.review.own_words import OwnText
from wres_report.review.plans import PlanReview

Range = tuple[int, int, int]


@dataclass
class Placing:
    """The reviewed file beside the report, for whatever is to be found in both."""

    plans: PlanReview
    reviewed: Flow
    matched: Matched
    own: Mapping[str, OwnText]
    _units: dict[int, Unit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._units = {place: unit for unit in self.matched.units for place in unit.after}

    def place(self, ranges: Sequence[Range], near: str = "") -> Place:
        """The source of the first of some ranges: paragraph, start and end in its whole text.

        What stands in nothing that the report printed as words, such as a picture, has the place
        of the words before it.
        """
        ranges = [r for r in ranges if r[0] < len(self.reviewed.paragraphs)]
        told = [r for r in ranges if r[0] in self._units and r[1] < r[2]] or [
            r for r in ranges if r[0] in self._units
        ]
        if told:
            return self._of(*told[0], near)
        return self.after(ranges[0][0], near) if ranges else Place(near=near)

    def after(self, paragraph: int, near: str = "") -> Place:
        """The place of the words before a paragraph that the report has not."""
        part, cell = (
            self.reviewed.paragraphs[paragraph].part,
            self.reviewed.paragraphs[paragraph].cell,
        )
        for before in range(paragraph - 1, -1, -1):
            if before in self._units and self.reviewed.paragraphs[before].part == part:
                length = len(self.reviewed.paragraphs[before].whole)
                if cell is None and self.reviewed.paragraphs[before].cell is not None:
                    # It stands behind the table, and in none of its cells.
                    place = self._generated(before)
                else:
                    place = self._of(before, length, length, near)
                return replace(place, near=near or place.near)
        return Place(near=near)

    def is_own(self, paragraph: int) -> bool:
        """Whether the words before a paragraph, or in it, are the trust's own."""
        found = next((self._units[n] for n in range(paragraph, -1, -1) if n in self._units), None)
        return found is not None and bool(found.section)

    def _generated(self, paragraph: int) -> Place:
        place = self.matched.of.get(paragraph, self._units[paragraph].before[0])
        return generated_place(self.plans.report, place)

    def _of(self, paragraph: int, start: int, end: int, near: str) -> Place:
        report, unit = self.plans.report, self._units[paragraph]
        place = self.matched.of.get(paragraph, unit.before[0])
        first, last = (_before(self.reviewed.paragraphs[paragraph], at) for at in (start, end))
        figures = [
            key for s, e, key in report.figures(report.flow.paragraphs[place])
            if first < e and last > s
        ]  # fmt: skip
        if unit.section:
            text = self.own[unit.section]
            at = min(text.starts[place] + first, max(len(text.text) - 1, 0))
            key = figures[0] if len(figures) == 1 else ""
            return Place(text.path, text.known.line(at), key=key, near=near)
        cell = self.plans.place_of(place)
        if cell is not None:
            return replace(cell, key=figures[0] if len(figures) == 1 else "")
        return generated_place(report, place, figures[0] if figures else "")


def _before(paragraph: Paragraph, at: int) -> int:
    """A place of the whole text in the text before tracked changes."""
    length = left = 0
    for piece in paragraph.pieces:
        part = min(len(piece.text), at - left)
        if piece.change is None or piece.change.takes:
            length += part
        left += part
        if left >= at:
            break
    return length
