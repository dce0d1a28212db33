"""The parts of the page: the reports of each standard, which have columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.index.report import Report, standard_of
from wres_report.standard import HOME, Indicator, Standard, load_standard


@dataclass(frozen=True)
class Part:
    """The reports of one standard. standard: None where it is a workspace's own, of which the page
    knows no more than what its reports say."""

    id: str
    standard: Standard | None
    reports: tuple[Report, ...]

    @property
    def name(self) -> str:
        """Of its table, and the start of what belongs to it."""
        return "reports" if self.id == HOME else f"reports-{self.id}"

    @property
    def short(self) -> str:
        """What people call the standard."""
        if self.standard is not None:
            return self.standard.short
        return next((r.standard for r in self.reports if r.standard), self.id.upper())

    @property
    def title(self) -> str:
        return self.standard.name if self.standard is not None else self.short

    @property
    def noun(self) -> str:
        return self.standard.noun if self.standard is not None else "indicator"

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.standard.indicators if self.standard is not None else ()


def parts_of(reports: Sequence[Report]) -> list[Part]:
    """The parts, that of the usual standard first; without reports that one alone, and empty."""
    ids = {report.trust_year.standard for report in reports} or {HOME}
    parts = []
    for name in sorted(ids, key=lambda one: (one != HOME, one)):
        own = tuple(report for report in reports if report.trust_year.standard == name)
        parts.append(Part(name, standard_of(own[0].trust_year) if own else load_standard(), own))
    return parts
