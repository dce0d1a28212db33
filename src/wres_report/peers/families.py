"""The figures that are compared over trusts: one family for each year, indicator and measure."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from wres_report.measures.funnels import (
    Funnel,
    gap_error,
    gap_funnel,
    ratio_error,
    ratio_funnel,
    share_error,
    share_funnel,
)
from wres_report.measures.likelihood import Cases
from wres_report.peers.figure import Figure
from wres_report.standard import Groups as Compared
from wres_report.standard import Indicator, Standard, load_standard

RATIO, GAP, SHARE, DIFFERENCE, SCORE = "ratio", "gap", "percent", "difference", "score"
VOTING = "voting"
# Where the two groups fare alike, and what that is called.
ALIKE = {RATIO: (1.0, "parity"), GAP: (0.0, "no gap"), DIFFERENCE: (0.0, "as the workforce")}
Groups = Mapping[tuple[str, str], Figure]  # of one trust, by group and measure


@dataclass(frozen=True)
class Family:
    """One figure of every trust in a year, those that show it and those that do not.

    figures: the latter among them, in the order of the table. pairs: the counts behind each, the
    group on top first; one group for a share, none where chance is not weighed.
    """

    year: int
    indicator: Indicator
    part: str
    group: str
    measure: str
    figures: tuple[Figure, ...]
    pairs: tuple[tuple[Cases, ...], ...]

    def within(self, column: str, value: str) -> Family:
        """The family of the trusts that have this in a column of the table."""
        kept = [n for n, f in enumerate(self.figures) if getattr(f, column) == value]
        return Family(
            self.year, self.indicator, self.part, self.group, self.measure,
            tuple(self.figures[n] for n in kept), tuple(self.pairs[n] for n in kept),
        )  # fmt: skip

    @property
    def shown(self) -> list[Figure]:
        return [figure for figure in self.figures if figure.value is not None]

    @property
    def values(self) -> list[float]:
        return [figure.value for figure in self.figures if figure.value is not None]

    @property
    def highest_first(self) -> bool:
        """Whether the highest figure is the best for the group under study."""
        return self.indicator.better == "higher" and self.measure != RATIO

    @cached_property
    def funnel(self) -> Funnel | None:
        """Their funnel; None where chance is not weighed or too few can be placed."""
        if self.measure == SHARE:
            return share_funnel([pair[0] for pair in self.pairs])
        two = [(pair[0], pair[1]) for pair in self.pairs if len(pair) > 1]
        if self.measure == DIFFERENCE or len(two) < len(self.pairs):
            return None
        return ratio_funnel(two) if self.measure == RATIO else gap_funnel(two)

    def at(self, place: int) -> float:
        """Where a trust's figure, which is shown, stands on the scale of the funnel."""
        value = self.figures[place].value or 0.0
        return math.log(value) if self.measure == RATIO else value

    def error(self, place: int) -> float | None:
        """The standard error of a trust's figure by itself, on the scale of the funnel."""
        pair = self.pairs[place]
        if self.figures[place].value is None or any(c.problem for c in pair) or not pair:
            return None
        if self.measure == SHARE:
            return 100 * share_error(pair[0])
        return ratio_error(*pair) if self.measure == RATIO else 100 * gap_error(*pair)


def families(figures: Sequence[Figure], standard: Standard | None = None) -> Iterator[Family]:
    """Every family of the table, in the order of the years and of the indicators.

    standard: that of the figures; without one, that of a trust-year which names none.
    """
    known = standard or load_standard()
    by_year: dict[tuple[int, str, str], dict[str, dict[tuple[str, str], Figure]]] = {}
    for f in figures:
        trusts = by_year.setdefault((f.year, f.indicator, f.part), {})
        trusts.setdefault(f.trust, {})[f.group, f.measure] = f
    for year in sorted({year for year, _, _ in by_year}):
        for indicator in known.indicators:
            for part in ("", VOTING):
                trusts = by_year.get((year, indicator.id, part), {})
                for group, measure in _measures(indicator, part, known.groups, trusts):
                    yield from _family(year, indicator, part, group, measure, trusts, known.groups)


def _measures(
    indicator: Indicator, part: str, groups: Compared, trusts: Mapping[str, Groups]
) -> list[tuple[str, str]]:
    """The groups and measures that are compared; of any other kind what each group shows."""
    other, study = groups.pair
    if part == VOTING:
        return [("both", DIFFERENCE)]
    shown = {of for held in trusts.values() for of in held if of[0] in groups.pair}
    return {
        "representation": [(study, SHARE)],
        "likelihood": [("both", RATIO)],
        "survey": [(study, SHARE), (other, SHARE), ("both", GAP)],
        "board": [],
    }.get(indicator.measure, sorted(shown, key=lambda of: (of[0] != study, of)))


def _family(
    year: int, indicator: Indicator, part: str, group: str, measure: str,
    trusts: Mapping[str, Groups], groups: Compared,
) -> Iterator[Family]:  # fmt: skip
    other, study = groups.pair
    # A gap is the group under study less the other one; a ratio as the indicator has it.
    pair = {
        RATIO: (indicator.top or other, indicator.bottom or study), GAP: (study, other),
        SHARE: (group,),
    }.get(measure, ())  # fmt: skip
    found = [(of[group, measure], of) for of in trusts.values() if (group, measure) in of]
    if found:
        yield Family(
            year, indicator, part, group, measure, tuple(figure for figure, _ in found),
            tuple(tuple(_cases(of.get((name, SHARE))) for name in pair) for _, of in found),
        )  # fmt: skip


def _cases(figure: Figure | None) -> Cases:
    """The counts behind a share that is shown; none where it is not."""
    if figure is None or figure.value is None or figure.n is None:
        return Cases(None, None)
    events = figure.value * figure.n / 100 if figure.events is None else figure.events
    return Cases(events, figure.n)
