"""What chance allows to be said of each indicator: the standard's rules, written a second time."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Literal

from tests.truth.facts import HIGHER_IS_BETTER, RATIOS, SURVEY, Facts
from tests.truth.intervals import Rate, newcombe, score_ratio, wilson

Code = Literal["worse", "better", "unclear", "few", "no_counts", "short", "mirrors",
               "none_mirrors", "above", "missing"]  # fmt: skip
EXACT = 1e12
FEW = 5
KINDS = {1: "senior", 2: "ratio", 3: "ratio", 4: "ratio", 5: "gap", 6: "gap", 7: "gap", 8: "gap",
         9: "board"}  # fmt: skip


@dataclass(frozen=True)
class Weighed:
    """code: what may be said. apart: how far from parity, above 0 the worse. low, high: of the
    figure as the report prints it. seats: more than would mirror the workforce."""

    code: Code
    figure: float | None = None
    low: float | None = None
    high: float | None = None
    apart: float | None = None
    seats: int | None = None


def weigh(facts: Facts, indicator: int, level: float | None = None) -> Weighed:
    level = level or facts.level
    if indicator == 1:
        return _senior(facts, level)
    if indicator == 9:
        return _board(facts)
    return (_ratio if indicator in RATIOS else _gap)(facts, indicator, level)


def _senior(facts: Facts, level: float) -> Weighed:
    rate, share = facts.senior(), facts.workforce_share()
    known = [facts.staff(g) for g in ("white", "bme", "unknown")]
    if rate is None or share is None or None in known:
        return Weighed("missing")
    low, high = (100 * end for end in wilson(rate, level))
    code: Code = "worse" if high < share else "better" if low > share else "unclear"
    return Weighed(code, 100 * rate.share, low, high, share - 100 * rate.share)


def _ratio(facts: Facts, indicator: int, level: float) -> Weighed:
    figure, rates = facts.ratio(indicator), facts.rates(indicator)
    if figure is None:
        return Weighed("missing")
    apart = log(figure) if figure else -EXACT
    if rates is None:
        return Weighed("no_counts", figure, apart=apart)
    above, below = facts.above_below(indicator, rates)
    low, high = score_ratio(above, below, level)
    holds_parity = low <= 1 <= high
    pooled = (above.cases + below.cases) / (above.people + below.people)
    expected = [n * p for n in (above.people, below.people) for p in (pooled, 1 - pooled)]
    few = min(above.cases, below.cases) < FEW and holds_parity
    if few or min(expected) < 1:
        return Weighed("few", figure, low, high, apart)
    code: Code = "unclear" if holds_parity else "worse" if low > 1 else "better"
    return Weighed(code, figure, low, high, apart)


def _gap(facts: Facts, indicator: int, level: float) -> Weighed:
    of = {g: facts.answers(indicator, g, facts.year - 1) for g in ("white", "bme")}
    bme, white = of["bme"], of["white"]
    if bme.percent is None or white.percent is None:
        gap = facts.reported(indicator, "gap", "")
        return Weighed("missing") if gap is None else Weighed("no_counts", gap, apart=gap)
    gap, sign = bme.percent - white.percent, -1 if indicator == HIGHER_IS_BETTER else 1
    if bme.rate is None:
        return Weighed("no_counts", gap, apart=sign * gap)
    other = white.rate or Rate(white.percent / 100 * EXACT, EXACT)
    low, high = (100 * end for end in newcombe(bme.rate, other, level))
    if low <= 0 <= high:
        return Weighed("unclear", gap, low, high, sign * gap)
    code: Code = "worse" if sign * low > 0 and sign * high > 0 else "better"
    return Weighed(code, gap, low, high, sign * gap)


def _board(facts: Facts) -> Weighed:
    board, share = facts.board("voting"), facts.workforce_share()
    if board is None or share is None:
        figure = facts.reported(9, "voting_difference", "")
        return Weighed("missing") if figure is None else Weighed("no_counts", figure, apart=-figure)
    mirroring = int(board.people * share / 100 + 0.5)
    seats = int(board.cases) - mirroring
    code: Code = "short" if seats < 0 else "above" if seats else "mirrors"
    if code == "mirrors" and not mirroring:
        code = "none_mirrors"
    return Weighed(code, 100 * board.share - share, apart=share - 100 * board.share, seats=seats)


def weigh_all(facts: Facts) -> dict[int, Weighed]:
    return {indicator: weigh(facts, indicator) for indicator in range(1, 10)}


def basis(indicator: int, year: int, facts: Facts | None = None) -> str:
    """Figures of two years may be compared where this is the same."""
    if indicator == 7:
        return "to 2020" if year <= 2021 else "2021" if year <= 2025 else "2025"
    if indicator == 3:
        rows = facts.table("disciplinary", year) if facts else []
        stated = rows[0].get("basis", "") if rows else ""
        return stated or ("two_year_average" if year < 2020 else "year_end")
    return "first" if year < 2016 and indicator in (1, 9) else "same"


def moved(facts: Facts, indicator: int, level: float) -> int | None:
    """Whether BME staff fare clearly worse (1) or better (-1) than a year before, or neither (0).

    None where the two years cannot be compared by counts. Of a survey figure the change of
    the BME percentage counts, of a ratio its own: the lower, the better for BME staff.
    """
    if basis(indicator, facts.year, facts) != basis(indicator, facts.year - 1, facts):
        return None
    if indicator in SURVEY:
        now, before = (facts.answers(indicator, "bme", facts.year - n) for n in (1, 2))
        if now.rate is None or before.rate is None:
            return None
        low, high = newcombe(now.rate, before.rate, level)
        sign = -1 if indicator == HIGHER_IS_BETTER else 1
        return 0 if low <= 0 <= high else sign * (1 if low > 0 else -1)
    now_r, before_r = facts.rates(indicator), facts.rates(indicator, facts.year - 1)
    values = facts.ratio(indicator), facts.ratio(indicator, facts.year - 1)
    if now_r is None or before_r is None or not all(values):
        return None
    ends = [score_ratio(*facts.above_below(indicator, r), level) for r in (now_r, before_r)]
    (low_1, high_1), (low_2, high_2), (one, other) = *ends, (values[0] or 1, values[1] or 1)
    down = one - other - ((one - low_1) ** 2 + (high_2 - other) ** 2) ** 0.5
    up = one - other + ((high_1 - one) ** 2 + (other - low_2) ** 2) ** 0.5
    if down <= 0 <= up:
        return 0
    return 1 if one > other else -1
