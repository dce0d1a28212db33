"""Sentences on a trust's place among others, held against the table of all trusts.

The rules are those of the page on the table, reckoned anew from its counts with numpy and scipy.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats
from scipy.stats import mstats

from tests.truth.facts import HIGHER_IS_BETTER, RATIOS, STANDARD
from tests.truth.saying import Case, says

# A name with a comma in it has another at its end, before the verb.
FIGURE = (r"The (gap, {G} minus White(?=,)|{G} figure|White figure|relative likelihood)"
          r"(?:(?<=minus White),)?")  # fmt: skip
QUARTERS = ("first", "second", "third", "last")
LEVELS = {"95": 0.95, "99.8": 0.998}
FEWEST = 5  # trusts that have limits
BOARD = 9


class Among:
    """A figure of the trusts of a year: of a share its cases and people, of the others of both.

    cells: by trust the value and the cases and people of each group, that on top first. own: of
    the trust itself.
    """

    def __init__(self, kind: str, cells: dict[str, list[float]], own: str) -> None:
        self.kind, numbers = kind, np.array(list(cells.values()))
        self.own, counts = list(cells).index(own), numbers[:, 1:].T
        if kind == "share":
            self._of_shares(*counts)
        elif kind == "gap":
            self._of_gaps(*counts)
        else:
            self._of_ratios(*counts)
        if kind != "ratio":
            self.at = numbers[:, 0]  # as printed: equal figures are equal

    def _of_shares(self, x: Any, n: Any) -> None:
        target = x.sum() / n.sum()
        self.at, self.target = 100 * x / n, 100 * target
        self.under = 100 * np.sqrt(target * (1 - target) / n)
        share = (x + 2) / (n + 4)
        self.error = 100 * np.sqrt(share * (1 - share) / (n + 4))

    def _of_gaps(self, x: Any, n: Any, y: Any, m: Any) -> None:
        self.at = 100 * (x / n - y / m)
        self.target = np.average(self.at, weights=n * m / (n + m))
        parts = [((c + 1) / (k + 2)) * (1 - (c + 1) / (k + 2)) / (k + 2) for c, k in
                 ((x, n), (y, m))]  # fmt: skip
        self.error = self.under = 100 * np.sqrt(parts[0] + parts[1])

    def _of_ratios(self, x: Any, n: Any, y: Any, m: Any) -> None:
        self.target = np.log((x * m / (n + m)).sum() / (y * n / (n + m)).sum())
        with np.errstate(divide="ignore", invalid="ignore"):
            at, error = np.log((x / n) / (y / m)), np.sqrt(1 / x - 1 / n + 1 / y - 1 / m)
        fits = (x > 0) & (y > 0) & (x < n) & (y < m)
        place = np.flatnonzero(fits)
        self.own = int(np.searchsorted(place, self.own)) if fits[self.own] else -1
        self.at, self.error, self.under = at[fits], error[fits], error[fits]

    @property
    def spread(self) -> float:
        """The variance between trusts, after the outermost tenth is drawn in."""
        number, weights = len(self.at), self.under**-2.0
        scores = np.asarray(mstats.winsorize((self.at - self.target) / self.under, (0.1, 0.1)))
        if (scores**2).mean() <= 1 + 2 * np.sqrt(2 / number):
            return 0.0
        room = weights.sum() - (weights**2).sum() / weights.sum()
        return float(max(0.0, ((scores**2).sum() - (number - 1)) / room))

    @property
    def scores(self) -> Any:
        return (self.at - self.target) / np.sqrt(self.under**2 + self.spread)

    def rank(self, *, highest_first: bool) -> tuple[float, int, int]:
        """The rank and the ends of those that Holm's tests do not rule out."""
        at = -self.at if highest_first else self.at
        others = np.arange(len(at)) != self.own
        away = ((at - at[self.own]) / np.hypot(self.error, self.error[self.own]))[others]
        chances = np.sort(2 * stats.norm.sf(np.abs(away)))
        fails = np.flatnonzero(chances > 0.05 / np.arange(len(chances), 0, -1))
        told = int(fails[0]) if len(fails) else len(chances)
        sure = away[np.argsort(-np.abs(away), kind="stable")[:told]]
        before, after = int((sure < 0).sum()), int((sure > 0).sum())
        return float(stats.rankdata(at)[self.own]), 1 + before, len(at) - after


def _rows(case: Case) -> tuple[dict[str, str], ...]:
    """The rows of the year that are compared."""
    path = case.facts.root / "data/country/country.csv"
    return _read(path, path.stat().st_mtime_ns, case.facts.year) if path.exists() else ()


@cache
def _read(path: Path, _changed: int, year: int) -> tuple[dict[str, str], ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(r for r in csv.DictReader(file)
                     if r["year"] == str(year) and r["compared"] == "true")  # fmt: skip


def among(case: Case, said: str) -> Among | None:
    """The figure that a sentence is about; None where the trust does not show it."""
    kind = "gap" if said.startswith("gap") else "ratio" if said.startswith("relative") else "share"
    groups = {"share": ("white" if said.startswith("White") else "bme",), "gap": ("bme", "white"),
              "ratio": ("white", "bme")}[kind]  # fmt: skip
    if kind == "ratio" and RATIOS[case.indicator][3] == "bme":
        groups = groups[::-1]
    shares: dict[str, dict[str, list[float]]] = {}
    values: dict[str, float] = {}
    wanted = ("both", kind) if kind != "share" else (groups[0], "percent")
    for r in _rows(case):
        if r["indicator"] != f"i{case.indicator}" or r["part"] or not r["value"]:
            continue
        if r["measure"] == "percent" and r["n"]:
            cases = float(r["events"] or float(r["value"]) * float(r["n"]) / 100)
            shares.setdefault(r["trust"], {})[r["group"]] = [cases, float(r["n"])]
        if (r["group"], r["measure"]) == wanted:
            values[r["trust"]] = float(r["value"])
    cells = {
        trust: [value, *(number for group in groups for number in shares[trust][group])]
        for trust, value in values.items() if set(groups) <= shares.get(trust, {}).keys()
    }  # fmt: skip
    return Among(kind, cells, case.facts.code) if case.facts.code in cells else None


@says(FIGURE + r" has rank (\d+(?:\.5)?) of (\d+), the (lowest|highest) first; (?:every other rank "
      r"can be ruled out|(no rank) can be ruled out|the ranks from (\d+) to (\d+) cannot be ruled "
      r"out)(, and it is in|, all in|, and by the figure alone it is in) the (first|second|third|"
      r"last) quarter\.")  # fmt: skip
def _rank(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = among(case, match[1])
    if found is None or found.own < 0:
        yield "the trust cannot be ranked"
        return
    # Of the share of the workforce neither end is better.
    if case.indicator > 1 and (match[4] == "highest") is not (case.indicator == HIGHER_IS_BETTER):
        yield f"the {match[4]} is not the best"
    rank, low, high = found.rank(highest_first=match[4] == "highest")
    of = len(found.at)
    if (rank, of) != (float(match[2]), int(match[3])):
        yield f"it has rank {rank} of {of}"
    said = (1, of) if match[5] else (int(match[6] or rank), int(match[7] or rank))
    if (low, high) != said:
        yield f"the ranks from {low} to {high} cannot be ruled out"
    quarters = [int(4 * (r - 0.5) / of) for r in (rank, low, high)]
    if QUARTERS[quarters[0]] != match[9]:
        yield f"it is in the {QUARTERS[quarters[0]]} quarter"
    if (match[8] == ", and by the figure alone it is in") is (quarters[1] == quarters[2]):
        yield f"the ranks are in the quarters {quarters[1:]}"


@says(FIGURE + r" is (within the limits|(above|below) the (95|99\.8)% limit)\.?")
def _position(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = among(case, match[1])
    if found is None or found.own < 0 or len(found.at) < FEWEST:
        yield "the trust has no place by limits"
        return
    z = found.scores[found.own]
    beyond = [name for name, level in LEVELS.items() if abs(z) > stats.norm.ppf((1 + level) / 2)]
    side = "above" if z > 0 else "below"
    truth = f"{side} the {beyond[-1]}% limit" if beyond else "within the limits"
    if match[2] != truth:
        yield f"it is {truth}"


@says(r"With (\d+) trusts looked at, chance alone puts about (\S+) beyond the 95% limits and (\S+) "
      r"beyond the 99\.8% limits; here (they are|it is) (\d+) and (\d+)\.")  # fmt: skip
def _by_chance(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = among(case, _first(case))
    if found is None:
        yield "there are no limits"
        return
    number = len(found.at)
    if int(match[1]) != number:
        yield f"{number} trusts can be placed"
    for said, level in ((match[2], 0.95), (match[3], 0.998)):
        if float(said) != float(f"{(1 - level) * number:.2g}"):
            yield f"chance alone puts {(1 - level) * number} there"
    sizes = [int((np.abs(found.scores) > stats.norm.ppf((1 + level) / 2)).sum())
             for level in LEVELS.values()]  # fmt: skip
    if [int(match[5]), int(match[6])] != sizes:
        yield f"they are {sizes}"


@says(r"The limits (are those of chance alone|count in what trusts differ by beyond chance)\.")
def _counted_in(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = among(case, _first(case))
    if found is None or (found.spread > 0) is match[1].startswith("are"):
        yield "whether the limits are wider is said the wrong way round"


def _first(case: Case) -> str:
    """Of several figures of an indicator the note is about the first."""
    return "relative likelihood" if case.indicator in RATIOS else f"{case.term} figure"


@says(r"WRES (\d{4}), (\d+) trusts")
def _year(case: Case, match: re.Match[str]) -> Iterator[str]:
    if int(match[1]) != case.facts.year:
        yield f"the year is {case.facts.year}"


@says(r"The trust has no rank here, and no place by limits\.")
def _none(case: Case, match: re.Match[str]) -> Iterator[str]:
    found = None if case.indicator == BOARD else among(case, _first(case))
    if found is not None and found.own >= 0:
        yield "the trust can be ranked"


@says(r"The published figures are (\w+(?: and \w+)?), as the table says of each; of this trust[’']s "
      r"own it is not said\.")  # fmt: skip
def _weighting(case: Case, match: re.Match[str]) -> Iterator[str]:
    path = case.facts.repository / STANDARD / "comparators.csv"
    with path.open(encoding="utf-8", newline="") as file:
        known = {r["weighting"] for r in csv.DictReader(file)}
    if not set(match[1].split(" and ")) <= known:
        yield f"published figures are {sorted(known)}"


@says(r"How the trusts weight their survey figures is not said; part of a difference may be that\.")
def _not_said(case: Case, match: re.Match[str]) -> Iterator[str]:
    said = {r["weighting"] for r in _rows(case)
            if r["indicator"] == f"i{case.indicator}"}  # fmt: skip
    if said != {"as printed"}:
        yield f"the table says {said}"
