"""What the input tables of a trust-year say, read with ``csv`` and ``yaml`` alone."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from tests.truth.intervals import Rate

Row = dict[str, str]
GROUPS = ("white", "bme", "unknown")
SINGLE = {
    "non_clinical": ("under_1", "1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9",
                     "vsm"),
    "medical": ("consultant", "career_grade", "trainee", "other"),
}  # fmt: skip
SINGLE["clinical"] = SINGLE["non_clinical"]
SENIOR = ("8a", "8b", "8c", "8d", "9", "vsm")
# Rows of cases and of people, and which group's rate stands above the line.
RATIOS = {
    2: ("recruitment", "appointed", "shortlisted", "white"),
    3: ("disciplinary", "entered", None, "bme"),
    4: ("training", "accessed", None, "white"),
}
SURVEY = (5, 6, 7, 8)
HIGHER_IS_BETTER = 7
STANDARD = Path("src/wres_report/standard/wres")


@dataclass(frozen=True)
class Answers:
    """What one group said in one year: a percentage, and how many answered where that is known."""

    percent: float | None
    responses: float | None
    benchmark: float | None

    @property
    def rate(self) -> Rate | None:
        if self.percent is None or not self.responses:
            return None
        return Rate(self.percent / 100 * self.responses, self.responses)


class Facts:
    """One trust-year. Every method gives None where the tables do not say."""

    def __init__(self, root: Path, code: str, year: int, repository: Path) -> None:
        self.root, self.code, self.year, self.repository = root, code, year, repository

    @cached_property
    def settings(self) -> dict[str, object]:
        path = self.root / "params" / self.code / f"{self.year}.yaml"
        return dict(yaml.safe_load(path.read_text(encoding="utf-8")))

    @property
    def term(self) -> str:
        return str(self.settings.get("term", "BME"))

    @property
    def level(self) -> float:
        return float(str(self.settings.get("confidence", 0.95)))

    @property
    def hides(self) -> dict[str, int]:
        """The rules for small numbers: none is hidden where the minimum is 1."""
        rules = self.settings.get("disclosure") or {}
        assert isinstance(rules, dict)
        if not rules.get("enabled", True):
            return {"count": 1, "responses": 1}
        return {
            "count": rules.get("minimum_count", 5),
            "responses": rules.get("minimum_responses", 11),
        }

    def table(self, name: str, year: int | None = None) -> list[Row]:
        path = self.root / "data" / self.code / str(year or self.year) / f"{name}.csv"
        if not path.is_file():
            return []
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(file)]

    def staff(self, group: str, year: int | None = None) -> float | None:
        """How many people of a group work there."""
        rows = self.table("workforce", year)
        given = _cell(rows, "staff_group", "all", "band", "all", column=group)
        if given is not None:
            return given
        if not _has(rows, "non_clinical") or not _has(rows, "clinical"):
            return None
        parts = [self.staff_of(name, group, year) for name in SINGLE if _has(rows, name)]
        return None if None in parts else sum(p for p in parts if p is not None)

    def staff_of(self, staff_group: str, group: str, year: int | None = None) -> float | None:
        rows = [r for r in self.table("workforce", year) if r["staff_group"] == staff_group]
        single = [r for r in rows if r["band"] in SINGLE[staff_group]]
        if not single:
            return _cell(rows, "band", "all", column=group)
        cells = [number(r[group]) for r in single]
        return None if None in cells else sum(c for c in cells if c is not None)

    def everyone(self, year: int | None = None) -> float | None:
        return _sum(self.staff(group, year) for group in GROUPS)

    def workforce_share(self, group: str = "bme", year: int | None = None) -> float | None:
        people, everyone = self.staff(group, year), self.everyone(year)
        if people is not None and everyone:
            return 100 * people / everyone
        return self.reported(1, "percent", group, year)

    def senior(self) -> Rate | None:
        """BME staff at band 8a and above, of all there, medical and dental staff left out."""
        rows = self.table("workforce")
        cluster = [r for r in rows if r["staff_group"] == "all" and r["band"] == "8a-vsm"]
        bands = [r for r in rows if r["staff_group"] in ("clinical", "non_clinical")
                 and r["band"] in SENIOR]  # fmt: skip
        return _rate_of(bands or cluster)

    def bands(self, staff_group: str) -> dict[str, Rate]:
        rows = [r for r in self.table("workforce") if r["staff_group"] == staff_group]
        rates = {r["band"]: _rate_of([r]) for r in rows if r["band"] in SINGLE[staff_group]}
        return {band: rate for band, rate in rates.items() if rate is not None}

    def rates(self, indicator: int, year: int | None = None) -> dict[str, Rate] | None:
        """The cases and the people of both groups, of indicators 2 to 4."""
        table, cases, people, _ = RATIOS[indicator]
        rows = self.table(table, year)
        found: dict[str, Rate] = {}
        for group in ("white", "bme"):
            some = _cell(rows, *_first(table), cases, column=group)
            every = (self.staff(group, year) if people is None
                     else _cell(rows, *_first(table), people, column=group))  # fmt: skip
            if some is None or not every:
                return None
            found[group] = Rate(some, every)
        return found

    def cases(self, indicator: int, group: str) -> Rate | None:
        """As ``rates``, of one group, unknown and all people among them."""
        table, cases, people, _ = RATIOS[indicator]
        groups = GROUPS if group == "total" else (group,)
        rows = self.table(table)
        some = _sum(_cell(rows, *_first(table), cases, column=g) for g in groups)
        every = _sum(
            self.staff(g) if people is None else _cell(rows, *_first(table), people, column=g)
            for g in groups
        )
        return None if some is None or not every else Rate(some, every)

    def ratio(self, indicator: int, year: int | None = None) -> float | None:
        rates = self.rates(indicator, year)
        if rates is not None:
            above, below = self.above_below(indicator, rates)
            return above.share / below.share if below.cases else None
        if self.an_empty_group(indicator, year):
            return None
        return self.reported_ratio(indicator, year)

    def an_empty_group(self, indicator: int, year: int | None = None) -> bool:
        """Whether nobody is in one of the two groups, so that no ratio can be made."""
        table, _, people, _ = RATIOS[indicator]
        rows = self.table(table, year)
        sizes = [
            self.staff(group, year)
            if people is None
            else _cell(rows, *_first(table), people, column=group)
            for group in ("white", "bme")
        ]
        return bool(rows) and 0 in sizes

    @staticmethod
    def above_below(indicator: int, rates: dict[str, Rate]) -> tuple[Rate, Rate]:
        top = RATIOS[indicator][3]
        return rates[top], rates["bme" if top == "white" else "white"]

    def reported_ratio(self, indicator: int, year: int | None = None) -> float | None:
        top = RATIOS[indicator][3]
        of = {g: self.reported(indicator, "percent", g, year) for g in ("white", "bme")}
        other = "bme" if top == "white" else "white"
        for measure, turned in (("ratio", False), ("white_to_bme", top != "white"),
                                ("bme_to_white", top != "bme")):  # fmt: skip
            value = self.reported(indicator, measure, "", year)
            if value is not None:
                return 1 / value if turned else value
        if of[top] is not None and of[other]:
            return float(str(of[top])) / float(str(of[other]))
        return None

    def answers(self, indicator: int, group: str, survey_year: int) -> Answers:
        for row in self.table("survey"):
            if (row["indicator"], row["survey_year"], row["group"]) == (
                str(indicator), str(survey_year), group,
            ):  # fmt: skip
                benchmark = number(row["benchmark_percent"])
                percent = number(row["percent"])
                if percent is None and survey_year == self.year - 1:
                    percent = self.reported(indicator, "percent", group)
                return Answers(percent, number(row["responses"]), benchmark)
        if survey_year < self.year - 2:
            return Answers(None, None, None)
        return Answers(self.reported(indicator, "percent", group, survey_year + 1), None, None)

    def board(self, membership: str) -> Rate | None:
        rows = [r for r in self.table("board") if r["membership"] == membership]
        return _rate_of(rows)

    def reported(
        self, indicator: int, measure: str, group: str, year: int | None = None
    ) -> float | None:
        of = str(year or self.year)
        tables = [self.table("reported")]
        if year and year != self.year:
            tables.append(self.table("reported", year))
        for rows in tables:
            for row in rows:
                if (row["indicator"], row["measure"], row["year"], row["group"]) == (
                    str(indicator), measure, of, group,
                ) and row["value"]:  # fmt: skip
                    return float(row["value"])
        return None

    @cached_property
    def national(self) -> list[Row]:
        path = self.repository / STANDARD / "benchmarks.csv"
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def _first(table: str) -> tuple[str]:
    return ("stage",) if table == "recruitment" else ("measure",)


def _cell(rows: list[Row], *where: str, column: str) -> float | None:
    wanted = dict(zip(where[::2], where[1::2], strict=True))
    for row in rows:
        if all(row.get(name) == value for name, value in wanted.items()):
            return number(row[column])
    return None


def _has(rows: list[Row], staff_group: str) -> bool:
    return any(r["staff_group"] == staff_group for r in rows)


def _sum(numbers: object) -> float | None:
    found = list(numbers)  # type: ignore[call-overload]
    return None if not found or None in found else float(sum(found))


def _rate_of(rows: list[Row]) -> Rate | None:
    cells = [[number(r[g]) for g in GROUPS] for r in rows]
    if not cells or any(c is None for row in cells for c in row):
        return None
    bme, everyone = sum(r[1] or 0 for r in cells), sum(c or 0 for r in cells for c in r)
    return Rate(bme, everyone) if everyone else None
