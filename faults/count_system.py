"""What follows from all that is printed of a trust: whole numbers, and what they add up to.

An unknown is one count: a year, a row such as ``clinical/8b`` or ``entered``, and a column. What is
known to everybody is in here: rows add up, bands to staff groups and clusters and tiers, a row "of
which" is part of its grade, nobody enters the disciplinary process who is not among the staff, and
a count that is hidden is of somebody. No more than that, and nothing of how the program chooses
what it hides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import csr_array

GROUPS = ("white", "bme", "unknown")
COLUMNS = (*GROUPS, "total")
CLINICAL = ("non_clinical", "clinical")
BANDS = ("under_1", "1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
GRADES = ("consultant", "career_grade", "trainee", "other")
PART_OF = {"medical/senior_medical_manager": "medical/consultant"}
SETS = {
    "cluster/1-4": BANDS[:5], "cluster/5-7": BANDS[5:8], "cluster/8a-vsm": BANDS[8:],
    "tier/lower": BANDS[:6], "tier/middle": BANDS[6:8], "tier/upper": BANDS[8:],
}  # fmt: skip
AMONG = {"entered": "all", "accessed": "all", "appointed": "shortlisted"}
MOST = 10_000_000  # nobody employs more
# Seconds for one end of one count, and for a second try. What is found by then need not be the end.
PATIENCE = (20.0, 600.0)
OUT_OF_TIME = 1  # as a status of scipy's milp
ROUNDS = 100  # bounds that creep by ones are left to the solver
SLACK = 1e-6


class Count(NamedTuple):
    """One count of people."""

    year: int
    row: str
    column: str

    def __str__(self) -> str:
        return f"{self.year} {self.row} {self.column}"


class Linear(NamedTuple):
    """low <= sum of factor × count <= high."""

    factors: Mapping[Count, float]
    low: float
    high: float


class Ratio(NamedTuple):
    """low <= (a ÷ b) ÷ (c ÷ d) <= high."""

    counts: tuple[Count, Count, Count, Count]
    low: float
    high: float


@dataclass
class Published:
    """All that is said of the counts. contradictions: what two places say differently.

    behind: the counts of which an interval is made, with its key. Both ends with all their decimals
    leave so few numbers to try that whoever has them is taken to have the counts.
    """

    exact: dict[Count, int] = field(default_factory=dict)
    hidden: set[Count] = field(default_factory=set)
    behind: dict[Count, str] = field(default_factory=dict)
    lines: list[Linear] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    where: dict[Count, str] = field(default_factory=dict)
    contradictions: list[str] = field(default_factory=list)

    def is_exactly(self, count: Count, number: float, where: str) -> None:
        known = self.exact.setdefault(count, round(number))
        self.where.setdefault(count, where)
        if known != round(number):
            self.contradictions.append(
                f"{count}: {known} ({self.where[count]}), {number} ({where})"
            )

    def is_share(self, part: Count, whole: Count, percent: float, half: float) -> None:
        """part is between percent − half and percent + half of whole."""
        low, high = (percent - half) / 100, (percent + half) / 100
        self.lines.append(Linear({part: 1, whole: -low}, 0, math.inf))
        self.lines.append(Linear({part: 1, whole: -high}, -math.inf, 0))


def parts(row: str, given: Iterable[str]) -> list[str]:
    """The rows of those given that a row is the sum of; none where it is no sum."""
    rows = set(given)
    if row == "all":
        wanted = [f"{group}/all" for group in (*CLINICAL, "medical")]
    elif row in SETS:
        wanted = [f"{group}/{band}" for group in CLINICAL for band in SETS[row]]
    elif row == "medical/all":
        wanted = [f"medical/{grade}" for grade in GRADES]
    elif row.endswith("/all"):
        wanted = [f"{row.removesuffix('/all')}/{band}" for band in BANDS]
    else:
        return []
    return [name for name in wanted if name in rows]


class System:
    """The equations of one trust, of all years together.

    rows: of each year, the rows that its tables have, sums among them.
    """

    def __init__(self, published: Published, rows: Mapping[int, Iterable[str]]) -> None:
        self.published = published
        self.counts = [
            Count(year, row, column)
            for year, names in rows.items() for row in names for column in COLUMNS
        ]  # fmt: skip
        self.index = {count: n for n, count in enumerate(self.counts)}
        self.lines = [*self._structure(rows), *self._said()]
        self.low = np.zeros(len(self.counts))
        self.high = np.full(len(self.counts), float(MOST))
        for count, n in self.index.items():
            if count in published.exact:
                self.low[n] = self.high[n] = published.exact[count]
            elif count in published.hidden:
                self.low[n] = 1

    def _structure(self, rows: Mapping[int, Iterable[str]]) -> Iterator[Linear]:
        for year, names in rows.items():
            for row in names:
                whole = {Count(year, row, group): 1.0 for group in GROUPS}
                yield Linear({**whole, Count(year, row, "total"): -1}, 0, 0)
                for column in COLUMNS:
                    count = Count(year, row, column)
                    if summed := parts(row, names):
                        yield Linear(
                            {count: -1, **{Count(year, p, column): 1 for p in summed}}, 0, 0
                        )
                    above = PART_OF.get(row) or AMONG.get(row)
                    if above in names:
                        yield Linear({count: 1, Count(year, above, column): -1}, -math.inf, 0)

    def _said(self) -> Iterator[Linear]:
        for line in self.published.lines:
            if all(count in self.index for count in line.factors):
                yield line

    def ranges(self, wanted: Sequence[Count]) -> dict[Count, tuple[int, int]]:
        """The least and the most that each can be; of one that can be two numbers, any two."""
        self._tighten()
        self._use_ratios()
        self._tighten()
        found: dict[Count, tuple[int, int]] = {}
        solutions = [self._solve(np.zeros(len(self.counts)))]
        weights = np.zeros(len(self.counts))
        weights[[self.index[count] for count in wanted]] = 1
        signs = np.where(np.arange(len(self.counts)) % 2, 1, -1)
        solutions += [
            self._solve(weights * sign) for sign in (1, -1, signs, -signs) if wanted
        ]  # fmt: skip
        for count in wanted:
            n = self.index[count]
            seen = {round(solution[n]) for solution in solutions}
            if len(seen) == 1:
                for sign in (1, -1):
                    solution = self._solve(self._only(n) * sign)
                    solutions.append(solution)
                    seen.add(round(solution[n]))
                    if len(seen) > 1:
                        break
            found[count] = (min(seen), max(seen))
        return found

    def _tighten(self) -> None:
        """Draw the bounds of each count together, by what a line leaves for it.

        Nothing is told by it that the lines do not tell. But a solver whose numbers go to
        millions takes ends for reached that are not, or are not allowed.
        """
        for _ in range(ROUNDS):
            before = self.low.copy(), self.high.copy()
            for line in self.lines:
                self._draw_together(line)
            if np.array_equal(before[0], self.low) and np.array_equal(before[1], self.high):
                return

    def _draw_together(self, line: Linear) -> None:
        terms = [(self.index[count], factor) for count, factor in line.factors.items() if factor]
        least = [factor * (self.low if factor > 0 else self.high)[n] for n, factor in terms]
        most = [factor * (self.high if factor > 0 else self.low)[n] for n, factor in terms]
        for (n, factor), low, high in zip(terms, least, most, strict=True):
            limits = (line.low - sum(most) + high) / factor, (line.high - sum(least) + low) / factor
            low_end, high_end = limits if factor > 0 else limits[::-1]
            if math.isfinite(low_end):
                self.low[n] = max(self.low[n], math.ceil(low_end - SLACK))
            if math.isfinite(high_end):
                self.high[n] = min(self.high[n], math.floor(high_end + SLACK))
            if self.low[n] > self.high[n]:
                ends = f"{self.low[n]:.0f} at least and {self.high[n]:.0f} at most"
                raise ContradictionError(f"{self.counts[n]} would be {ends}")

    def _only(self, n: int) -> npt.NDArray[np.float64]:
        found = np.zeros(len(self.counts))
        found[n] = 1
        return found

    def _use_ratios(self) -> None:
        """A ratio of which all but one count are told says what the last one is."""
        for ratio in self.published.ratios:
            if not all(count in self.index for count in ratio.counts):
                continue
            ranges = [self._range(count) for count in ratio.counts]
            told = [low == high for low, high in ranges]
            if told.count(False) != 1:
                continue
            a, b, c, d = (float(low) for low, _ in ranges)
            which = told.index(False)
            count = ratio.counts[which]
            if which in (0, 3):
                factor = d if which == 0 else a
                self.lines.append(Linear({count: factor}, ratio.low * b * c, ratio.high * b * c))
            else:
                factor = c if which == 1 else b
                self.lines.append(Linear({count: ratio.low * factor}, -math.inf, a * d))
                self.lines.append(Linear({count: ratio.high * factor}, a * d, math.inf))

    def _range(self, count: Count) -> tuple[int, int]:
        n = self.index[count]
        if self.low[n] == self.high[n]:
            return round(self.low[n]), round(self.low[n])
        ends = [round(self._solve(self._only(n) * sign)[n]) for sign in (1, -1)]
        return ends[0], ends[1]

    def _solve(self, goal: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        matrix, low, high = self._matrix()
        for seconds in PATIENCE:
            solution: OptimizeResult = milp(
                goal, integrality=np.ones(len(goal)), bounds=Bounds(self.low, self.high),
                constraints=LinearConstraint(matrix, low, high),
                options={"time_limit": seconds, "mip_rel_gap": 0},
            )  # fmt: skip
            if solution.status != OUT_OF_TIME:
                break
        else:
            raise TimeoutError(f"no end of a count within {PATIENCE[-1]:.0f} seconds")
        if solution.x is None:
            raise ContradictionError(solution.message)
        return np.asarray(solution.x)

    def _matrix(self) -> tuple[csr_array, list[float], list[float]]:
        if getattr(self, "_kept", (0,))[0] != len(self.lines):
            entries = [
                (r, self.index[count], factor)
                for r, line in enumerate(self.lines) for count, factor in line.factors.items()
            ]  # fmt: skip
            r, c, v = zip(*entries, strict=True)
            matrix = csr_array((v, (r, c)), shape=(len(self.lines), len(self.counts)))
            lows = [line.low - 1e-7 for line in self.lines]
            highs = [line.high + 1e-7 for line in self.lines]
            self._kept = (len(self.lines), matrix, lows, highs)
        return self._kept[1], self._kept[2], self._kept[3]


class ContradictionError(Exception):
    """No numbers fit all that was read: the attack has read something wrongly."""
