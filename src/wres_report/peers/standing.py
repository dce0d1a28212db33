"""What all trusts come to, and how each stands among them: two tables of figures over trusts.

Both are made from rows of the table that are shown, and from nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from wres_report.measures.ranks import quartiles
from wres_report.peers.changes import LEAST_TRUSTS, change_of
from wres_report.peers.families import Family, families
from wres_report.peers.figure import Figure
from wres_report.peers.nation import beside_parity, by_chance
from wres_report.peers.placing import Ranked, position_at, ranked
from wres_report.standard import Standard

ALL = "all trusts"
SCOPES = {"benchmark_group": "benchmark group", "region": "region"}


class Summary(NamedTuple):
    """One figure over the trusts of a scope. ``SUMMARY`` says what each column holds."""

    year: int
    indicator: str
    part: str
    group: str
    measure: str
    unit: str
    scope: str
    trusts: int
    not_shown: int
    lower_quartile: float | None
    median: float | None
    upper_quartile: float | None
    all_together: float | None
    above_parity: int | None
    below_parity: int | None
    dispersion: float | None
    spread: float | None
    beyond_95: int | None
    by_chance_95: float | None
    beyond_998: int | None
    by_chance_998: float | None
    told_apart: int | None
    both_years: int
    median_change: float | None
    basis: str
    weighting: str


class Standing(NamedTuple):
    """A trust's place in a year. ``STANDING`` says what each column holds."""

    trust: str
    name: str
    year: int
    indicator: str
    part: str
    group: str
    measure: str
    value: float | None
    unit: str
    rank: float | None
    rank_from: int | None
    rank_to: int | None
    of: int | None
    first: str
    quarter: int | None
    sure_of_quarter: bool | None
    limits: str
    median: float | None
    benchmark_group: str
    group_median: float | None
    group_trusts: int
    region: str
    region_median: float | None
    region_trusts: int
    weighting: str


# The columns that say which figure a row is of, the same in both tables. Marks in braces are filled
# with the words of the standard by ``wording``.
YEAR = {"year": (7, "The {short} year.")}
FAMILY = {
    "indicator": (11, "{ids}."),
    "part": (9, "voting, of the board; empty elsewhere."),
    "group": (9, "{pair}; both where the figure compares the two."),
    "measure": (11, "percent, ratio, gap{score} or difference."),
}
UNIT = {"unit": (9, "percent, ratio{score} or pp.")}
WEIGHTING = {
    "weighting": (13, "Of the staff survey: unweighted, or as printed where it is not said."),
}
SUMMARY: dict[str, tuple[int, str]] = {
    **YEAR,
    **FAMILY,
    **UNIT,
    "scope": (44, "all trusts, or those of one benchmark group or region."),
    "trusts": (9, "How many trusts show the figure; all else is made from these."),
    "not_shown": (11, "How many have it in the table, suppressed or without a value."),
    "lower_quartile": (13, "A quarter of the trusts are at or below it. Each trust counts once."),
    "median": (13, "Half of the trusts are at or below it; empty for fewer than two trusts."),
    "upper_quartile": (13, "Three quarters of the trusts are at or below it."),
    "all_together": (13, "Of a share that of all people together; of a ratio or gap the pooled one "
                         "within trusts (Mantel and Haenszel). It is the target of the limits."),
    "above_parity": (13, "How many trusts have an interval wholly above parity: 1 of a ratio, 0 of "
                         "a gap."),
    "below_parity": (13, "How many have one wholly below it."),
    "dispersion": (12, "How much more the trusts scatter than chance would make them: 1 is chance "
                       "alone."),
    "spread": (12, "The standard deviation between trusts beyond chance, in percentage points, or "
                   "of the logarithm of a ratio; it widens the limits. 0 where there is none."),
    "beyond_95": (11, "How many trusts are beyond the 95% limits, either side."),
    "by_chance_95": (13, "How many chance alone would put there."),
    "beyond_998": (11, "How many trusts are beyond the 99.8% limits."),
    "by_chance_998": (13, "How many chance alone would put there."),
    "told_apart": (11, "How many differ from the target once it is allowed for that so many are "
                       "looked at: of these 5% may be there by chance (Benjamini and Hochberg)."),
    "both_years": (11, "How many trusts show the figure in the year before as well, on the same "
                       "basis."),
    "median_change": (13, "The median of their changes on the year before; empty for fewer than "
                          "two trusts, and where the basis is another."),
    "basis": (20, "How the indicator was defined; years of two bases are not comparable."),
    **WEIGHTING,
}  # fmt: skip
STANDING: dict[str, tuple[int, str]] = {
    "trust": (9, "The organisation's ODS code."),
    "name": (44, "Its name."),
    **YEAR,
    **FAMILY,
    "value": (13, "The figure; empty where it is not shown."),
    **UNIT,
    "rank": (8, "Its rank among the trusts that can be ranked. Read it with the next two."),
    "rank_from": (10, "The first rank that cannot be ruled out, with 95% confidence."),
    "rank_to": (10, "The last rank that cannot be ruled out. Trusts whose ranges meet are not told "
                    "apart by their ranks."),
    "of": (7, "How many trusts are ranked."),
    "first": (9, "Whether the lowest or the highest figure has rank 1. For {noun}s {judged} it is "
                 "the better one; of {noun} 1 neither is better."),
    "quarter": (9, "The quarter of the trusts that the rank is in, from 1 to 4."),
    "sure_of_quarter": (10, "true where every rank that cannot be ruled out is in that quarter."),
    "limits": (24, "Where it stands in the funnel of all trusts; the limits count in what trusts "
                   "differ by beyond chance. Empty where it cannot be placed."),
    "median": (13, "The median of all trusts."),
    "benchmark_group": (34, "Its benchmark group."),
    "group_median": (13, "The median of that group; empty for fewer than two trusts."),
    "group_trusts": (9, "How many of its trusts show the figure."),
    "region": (26, "Its region."),
    "region_median": (13, "The median of that region."),
    "region_trusts": (9, "How many of its trusts show the figure."),
    **WEIGHTING,
}  # fmt: skip
assert tuple(SUMMARY) == Summary._fields
assert tuple(STANDING) == Standing._fields


def summaries(figures: Sequence[Figure], standard: Standard | None = None) -> Iterator[Summary]:
    """Every family over all trusts, then by benchmark group and by region.

    standard: that of the figures; without one, that of a trust-year which names none.
    A scope of fewer than two trusts has no median; limits are those of all trusts of the scope.
    """
    last: dict[tuple[object, ...], Family] = {}
    for family in families(figures, standard):
        of = (family.indicator.id, family.part, family.group, family.measure)
        last[family.year, *of] = family
        before = last.get((family.year - 1, *of))
        yield tidy(_summary(family, before, ALL))
        for column, words in SCOPES.items():
            for value in sorted({getattr(f, column) for f in family.figures} - {""}):
                then = before and before.within(column, value)
                yield tidy(_summary(family.within(column, value), then, f"{words}: {value}"))


def standings(
    figures: Sequence[Figure], year: int, standard: Standard | None = None
) -> Iterator[Standing]:
    """The place of every trust in a year among all trusts, with the medians of its peers."""
    for family in families([f for f in figures if f.year == year], standard):
        if len(family.values) < LEAST_TRUSTS:
            continue
        places = ranked(family)
        medians = {column: _medians(family, column) for column in SCOPES}
        middle = quartiles(family.values)[1]
        for place, figure in enumerate(family.figures):
            yield tidy(_standing(family, place, figure, places, middle, medians))


def _summary(family: Family, before: Family | None, scope: str) -> Summary:
    values, first = family.values, family.figures[0]
    change = change_of(family, before)
    several = len(values) >= LEAST_TRUSTS
    low, middle, high = quartiles(values) if several else (None, None, None)
    above, below = (several and beside_parity(family)) or (None, None)
    return Summary._make((
        family.year, family.indicator.id, family.part, family.group, family.measure, first.unit,
        scope, len(values), len(family.figures) - len(values), low, middle, high,
        *_of_funnel(family, above, below), change.trusts, change.middle, first.basis,
        first.weighting,
    ))  # fmt: skip


Row = TypeVar("Row", Summary, Standing)


def tidy(row: Row) -> Row:
    """The row with ten decimals: the same on every machine, whatever a last bit does."""
    cells = [round(cell, 10) if isinstance(cell, float) else cell for cell in row]
    return type(row)(*cells)  # type: ignore[arg-type]


def _of_funnel(family: Family, above: int | None, below: int | None) -> tuple[float | None, ...]:
    """The columns from ``all_together`` to ``told_apart``."""
    funnel, chance = family.funnel, by_chance(family)
    if funnel is None or chance is None:
        return (None, above, below, *[None] * 7)
    return (
        funnel.target, above, below, funnel.dispersion, funnel.spread, chance.beyond,
        chance.expected, chance.far, chance.expected_far, chance.told_apart,
    )  # fmt: skip


def _medians(family: Family, column: str) -> dict[str, tuple[float | None, int]]:
    """By group or region the median of its trusts and how many show the figure."""
    found = {}
    for value in {getattr(f, column) for f in family.figures} - {""}:
        values = family.within(column, value).values
        middle = quartiles(values)[1] if len(values) >= LEAST_TRUSTS else None
        found[value] = (middle, len(values))
    return found


def _standing(
    family: Family, place: int, figure: Figure, places: Ranked, middle: float,
    medians: dict[str, dict[str, tuple[float | None, int]]],
) -> Standing:  # fmt: skip
    rank = places.rank(place)
    group = medians["benchmark_group"].get(figure.benchmark_group, (None, 0))
    region = medians["region"].get(figure.region, (None, 0))
    return Standing(
        figure.trust, figure.name, figure.year, family.indicator.id, family.part, family.group,
        family.measure, figure.value, figure.unit, rank.rank if rank else None,
        rank.low if rank else None, rank.high if rank else None,
        rank.of if rank else None, _first(family) if rank else "",
        rank.quarter if rank else None, rank.sure_of_quarter if rank else None,
        str(position_at(family, place) or ""), middle, figure.benchmark_group, *group,
        figure.region, *region, figure.weighting,
    )  # fmt: skip


def _first(family: Family) -> str:
    return "highest" if family.highest_first else "lowest"
