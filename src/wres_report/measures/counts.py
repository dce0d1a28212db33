"""Headcounts of the three groups that every table of a standard counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from wres_report.measures.representation import headcount


@dataclass(frozen=True)
class Counts:
    """comparator, study, unknown: headcounts of the group beside which another is set, of the group
    under study, and of those of whom it is not known; None where the data does not supply one.

    rows: the lines of the file that they stand in.
    """

    comparator: float | None = None
    study: float | None = None
    unknown: float | None = None
    rows: tuple[int, ...] = field(default=(), compare=False)

    @property
    def total(self) -> float | None:
        """All three together; None where any of them is not supplied."""
        return headcount(self.comparator, self.study, self.unknown)

    @property
    def complete(self) -> bool:
        return self.total is not None

    def of(self, role: str) -> float | None:
        """The headcount of ``comparator``, ``study``, ``unknown`` or ``total``."""
        number: float | None = getattr(self, role)
        return number

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            headcount(self.comparator, other.comparator),
            headcount(self.study, other.study),
            headcount(self.unknown, other.unknown),
            (*self.rows, *other.rows),
        )


def add(counts: list[Counts]) -> Counts:
    """The sum of the counts; a group that any of them lacks is missing from the sum."""
    return sum(counts, Counts(0, 0, 0)) if counts else Counts()
