"""The published figures that the table of all trusts may be set beside, and those it may not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wres_report.peers.figure import Figure
from wres_report.standard import Standard, load_standard
from wres_report.standard.comparators import beside, comparators

COLUMNS: dict[str, tuple[int, str]] = {
    "year": (7, "The {short} year: the survey is that of the autumn before."),
    "indicator": (11, "{asked}; empty where the question is no indicator by itself."),
    "question": (10, "The survey's question; empty for a median."),
    "answer": (12, "The answer that is counted."),
    "statistic": (10, "share of those who answered, or median over organisations."),
    "group": (9, "{groups} or all."),
    "scope_kind": (17, "england, region, benchmark_group, ethnic_group or occupation_group."),
    "scope": (44, "Which one."),
    "value": (10, "The figure in percent, with the decimals that are published."),
    "n": (10, "How many answered."),
    "organisations": (13, "Of a median, of how many organisations."),
    "weighting": (13, "weighted or unweighted."),
    "comparable": (40, "Whether it may be set beside the figures of this table; if not, why."),
    "certainty": (12, "confirmed: read in the publication; stated: worked out from a copy of it."),
    "source": (60, "Where it stood."),
}


class Beside(NamedTuple):
    """One published figure. ``COLUMNS`` says what each column holds."""

    year: int
    indicator: str
    question: str
    answer: str
    statistic: str
    group: str
    scope_kind: str
    scope: str
    value: float
    n: int | None
    organisations: int | None
    weighting: str
    comparable: str
    certainty: str
    source: str


assert tuple(COLUMNS) == Beside._fields


def published_beside(
    figures: Sequence[Figure], standard: Standard | None = None
) -> Iterator[Beside]:
    """The comparators of the years that the table has, in the order of their file.

    standard: that of the figures; without one, that of a trust-year which names none.
    A weighted figure is told as not to be compared with unweighted ones, and so is one where it
    is not known how the trusts' own figures are weighted.
    """
    weightings: dict[int, set[str]] = {}
    for f in figures:
        if f.weighting:
            weightings.setdefault(f.year, set()).add(f.weighting)
    for one in comparators(standard or load_standard()):
        if one.wres_year in weightings:
            said = {beside(weighting, one) for weighting in weightings[one.wres_year]} - {""}
            alike = {name: getattr(one, name) for name in COLUMNS if hasattr(one, name)}
            yield Beside(
                **alike, year=one.wres_year, comparable="; ".join(sorted(said)) or "yes"
            )  # fmt: skip
