"""What a clause measures when it says more or less: rates, ratios, counts or gaps by year."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import log

from wres_report.claims import facts as kinds
from wres_report.claims.direction_words import RATIO
from wres_report.claims.facts import EVENTS, Facts
from wres_report.claims.figures import RATIOS, SURVEY
from wres_report.claims.spoken import first_comparable
from wres_report.measures.value import Unit

SHARES = re.compile(
    r"\b(?:shares?|proportions?|percentages?|per ?cent|representation|represented|diverse|"
    r"diversity|rates?|likel\w+|chances?)\b|%", re.I,
)  # fmt: skip
COUNTS = re.compile(
    r"\b(?:numbers?|head ?counts?|how many|payroll)\b|"
    r"\b(?:more|fewer|less) (?:(?!than\b)[\w-]+ ){0,3}?(?:people|staff|colleagues|"
    r"employees|workers|members|records|cases|individuals|(?:BME|BAME)s?)\b", re.I,
)  # fmt: skip
# “the BME share of those appointed” is no rate, and of the year before it is not known.
_OF_A_STAGE = re.compile(
    r"\b(?:share|proportion|percentage) of (?:all |the |our )?(?:those|people|applicants|"
    r"candidates|appoint\w+|recruits|posts|cases|shortlist\w*|starters)\b", re.I,
)  # fmt: skip
# A clause of an event that is good for those to whom it happens.
_GOOD_EVENTS = (2, 4)


@dataclass(frozen=True)
class Row:
    """The values of a group by WRES year.

    turned: whether more of it is better, not worse. printed: what is shown of each year, where that
    is not the value itself, such as a ratio whose distance from one counts.
    """

    group: str
    series: dict[int, float]
    unit: Unit
    turned: bool = False
    printed: dict[int, float] = field(default_factory=dict)

    def shown(self, year: int) -> float:
        """The figure of a year as it is printed."""
        return self.printed.get(year, self.series[year])


def counted_or_shared(text: str) -> tuple[str, ...]:
    """Whether words are of numbers of people, of their share, or may be of either."""
    shares, counts = SHARES.search(text), COUNTS.search(text)
    if shares and not counts:
        return (kinds.SHARE,)
    return (kinds.COUNT,) if counts and not shares else (kinds.SHARE, kinds.COUNT)


def rows_of_years(
    text: str, indicator: int, groups: list[str], facts: Facts, *, gap: bool, valued: bool
) -> list[Row]:
    """The rows of years that a movement may be of.

    text: of the clause. valued: whether it is said to be better or worse, nearer or further apart.
    """
    if gap and indicator in SURVEY:
        return [Row("", _sizes(facts, indicator, kinds.GAP), Unit.PP)]
    if gap and indicator == 9:
        return [Row("", _sizes(facts, 9, kinds.DIFFERENCE, "bme", "voting"), Unit.PP)]
    if indicator in RATIOS:
        return _of_an_event(text, indicator, groups, facts, gap=gap, valued=valued)
    if indicator in SURVEY:
        rates = {group: facts.series(indicator, kinds.RATE, group) for group in groups}
        return [Row(group, _comparable(facts, indicator, series), Unit.PERCENT)
                for group, series in rates.items()]  # fmt: skip
    if gap or len(groups) != 1:
        return []
    wholes = ["workforce"] if indicator == 1 else ["voting", "total"]
    if indicator == 9 and re.search(r"\bvot(?:ing|es?|ers?)\b", text, re.I):
        wholes = ["voting"]
    wanted = counted_or_shared(text)
    rows = [Row(groups[0], facts.series(indicator, kind, groups[0], of),
                Unit.PERCENT if kind == kinds.SHARE else Unit.COUNT)
            for kind in wanted for of in wholes]  # fmt: skip
    return [row for row in rows if len(row.series) > 1]


def _of_an_event(
    text: str, indicator: int, groups: list[str], facts: Facts, *, gap: bool, valued: bool
) -> list[Row]:
    """Of appointment, discipline or training: its ratio, how many, or the rate of a group."""
    known = _comparable(facts, indicator, facts.series(indicator, kinds.RATIO))
    far = {year: 1 + abs(log(value)) for year, value in known.items() if value > 0}
    distance = Row("", far, Unit.RATIO, printed=known)
    if gap or RATIO.search(text):
        return [distance if gap or valued else Row("", known, Unit.RATIO)]
    if len(groups) != 1 or _OF_A_STAGE.search(text):
        return []
    group = groups[0]
    counts = Row(group, facts.series(indicator, kinds.COUNT, group, EVENTS[indicator][0]),
                 Unit.COUNT)  # fmt: skip
    wanted = counted_or_shared(text)
    if wanted == (kinds.COUNT,):
        return [] if valued else [counts]
    rates = Row(group, facts.series(indicator, kinds.RATE, group), Unit.PERCENT,
                turned=valued and indicator in _GOOD_EVENTS)  # fmt: skip
    if valued:
        return [rates, distance]
    return [rates] if wanted == (kinds.SHARE,) else [rates, counts]


def _sizes(facts: Facts, indicator: int, *of: str) -> dict[int, float]:
    known = _comparable(facts, indicator, facts.series(indicator, *of))
    return {year: abs(value) for year, value in known.items()}


def _comparable(facts: Facts, indicator: int, series: dict[int, float]) -> dict[int, float]:
    since = first_comparable(indicator, facts.year)
    return {year: value for year, value in series.items() if year >= since}
