"""Random trusts, whose data are of every kind that a report has to find words for.

A trust is drawn from a seed of its own, so number 17 is the same whether 20 or 300 are asked for.
Nothing of it is taken from the program but the names of the tables and columns.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

NON_CLINICAL = ("under_1", "1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
CLINICAL = NON_CLINICAL[2:]
GRADES = ("consultant", "career_grade", "trainee", "other")
LEADS = ("Head of Resourcing", "Network Chair", "Director of People", "Head of Learning")
WHEN = (
    "31 March {next}", "30 September {year}", "Q3", "Quarterly", "Ongoing",
    "When the post is filled", "31 January {year}", "December {year}", "12 months", "",
)  # fmt: skip
STATES = ("On track", "At risk", "Off track", "Delivered", "Not started", "Closed", "")
PUBLISHED = (0.6, 0.9, 1.0, 1.2, 1.25, 1.6, 4.0)
Row = Sequence[object]


def write_trusts(root: Path, numbers: Iterable[int]) -> list[str]:
    """Write the workspace of these trusts; their trust-years, such as ``T017/2022``."""
    return [RandomTrust(root, number).write() for number in numbers]


class RandomTrust:
    """One trust with one year, or with the year before too."""

    def __init__(self, root: Path, number: int) -> None:
        self.root, self.code = root, f"T{number:03d}"
        self.draw = random.Random(f"truth-{number}")
        self.year = self.draw.choice((2018, 2020, 2021, 2022, 2023, 2024))
        self.people = self.draw.choice((60, 400, 1500, 6000))
        self.share = self.draw.choice((0.03, 0.12, 0.3, 0.55))
        # How far the groups stand apart, in either direction or not at all.
        self.apart = self.draw.choice((0.4, 0.8, 1.0, 1.0, 1.25, 1.8, 3.0))
        self.empty = self.draw.choice((0.0, 0.0, 0.05, 0.25))
        self.published_only = self.draw.random() < 0.12

    def write(self) -> str:
        if self.draw.random() < 0.45 and not self.published_only:
            self._write_year(self.year - 1, settings=False)
        self._write_year(self.year, settings=True)
        return f"{self.code}/{self.year}"

    def _write_year(self, year: int, *, settings: bool) -> None:
        folder = self.root / "data" / self.code / str(year)
        folder.mkdir(parents=True)
        if not self.published_only:
            self._write_counts(folder, year)
        if self.published_only or self.draw.random() < 0.2:
            self._table(folder, "reported", ("indicator", "measure", "year", "group", "value",
                        "unit", "source"), self._reported(year))  # fmt: skip
        self._write_plans(folder, year)
        if settings:
            file = self.root / "params" / self.code / f"{year}.yaml"
            file.parent.mkdir(parents=True)
            file.write_text(yaml.safe_dump(self._settings(year)), encoding="utf-8")

    def _write_counts(self, folder: Path, year: int) -> None:
        groups = ("white", "bme", "unknown")
        maybe = self.draw.random
        if maybe() < 0.9:
            workforce = self._workforce()
            self._table(folder, "workforce", ("staff_group", "band", *groups), workforce)
            self.staff = [sum(self._number(r[c]) for r in workforce) for c in (2, 3, 4)]
        else:
            self.staff = [int(self.people * (1 - self.share)), int(self.people * self.share) + 1, 5]
        if maybe() < 0.85:
            shortlisted = [self.draw.randint(0, 3 * n + 2) for n in self.staff]
            self._table(folder, "recruitment", ("stage", *groups), (
                ("shortlisted", *shortlisted),
                ("appointed", *self._cases(shortlisted, self.draw.choice((0.02, 0.2, 0.5)), 1)),
            ))  # fmt: skip
        for table, measure, rate in (
            ("disciplinary", "entered", self.draw.choice((0.002, 0.01, 0.03))),
            ("training", "accessed", self.draw.choice((0.2, 0.5, 0.8))),
        ):
            if maybe() < 0.85:
                row = (measure, *self._holes(self._cases(self.staff, rate, -1)))
                self._table(folder, table, ("measure", *groups), [row])
        if maybe() < 0.9:
            self._table(folder, "survey", ("indicator", "survey_year", "group", "percent",
                        "responses", "benchmark_percent"), self._survey(year))  # fmt: skip
        if maybe() < 0.85:
            self._table(folder, "board", ("membership", *groups), self._board())

    def _workforce(self) -> list[Row]:
        if self.draw.random() < 0.2:
            bme = max(1, int(self.people * self.share))
            return [("all", "all", self.people - bme, bme, self.draw.randint(0, self.people // 20))]
        rows: list[Row] = []
        for staff_group, bands, weight in (
            ("non_clinical", NON_CLINICAL, 0.4),
            ("clinical", CLINICAL, 0.5),
            ("medical", GRADES, 0.1),
        ):
            for place, band in enumerate(bands):
                size = self.draw.uniform(0.2, 1.8) * weight * self.people / len(bands)
                if staff_group != "medical" and place > 9:
                    size /= 6
                tilt = self.draw.uniform(0.3, 1.7) * (1.5 - place / len(bands))
                bme = min(size, size * self.share * tilt)
                rows.append((staff_group, band, round(size - bme), round(bme),
                             self.draw.randint(0, max(1, int(size / 20)))))  # fmt: skip
        return rows

    def _cases(self, groups: Sequence[int], rate: float, direction: int) -> list[int]:
        """How many of each group: White at the rate, BME apart from it, never more than all."""
        apart = self.apart**direction * self.draw.choice((0.7, 1.0, 1.0, 1.4))
        rates = (rate, min(1.0, rate * apart), rate)
        return [sum(self.draw.random() < r for _ in range(n)) for n, r in
                zip(groups, rates, strict=True)]  # fmt: skip

    def _survey(self, year: int) -> list[Row]:
        rows: list[Row] = []
        history = self.draw.choice((1, 1, 2, 3, 5))
        of_white = max(1, int(self.staff[0] * self.draw.uniform(0.2, 0.6)))
        of_bme = max(1, int(self.staff[1] * self.draw.uniform(0.2, 0.6)))
        with_responses = self.draw.random() < 0.85
        for indicator in (5, 6, 7, 8):
            if self.draw.random() < 0.06:
                continue
            level = {5: 26.0, 6: 20.0, 7: 70.0, 8: 7.0}[indicator]
            for survey_year in range(year - history, year):
                for group, factor, responses in (("white", 1.0, of_white), ("bme", self.apart,
                                                                           of_bme)):  # fmt: skip
                    if indicator == 7:
                        factor = 1 / factor
                    percent = min(99.0, level * factor * self.draw.uniform(0.75, 1.25))
                    if self.draw.random() < self.empty / 2:
                        continue
                    rows.append((
                        indicator, survey_year, group, f"{percent:.1f}",
                        responses if with_responses and self.draw.random() > self.empty else "",
                        f"{min(99, level * self.draw.uniform(0.8, 1.2)):.1f}"
                        if self.draw.random() < 0.7 else "",
                    ))  # fmt: skip
        return rows

    def _board(self) -> list[Row]:
        voting = self.draw.randint(5, 14)
        bme = sum(self.draw.random() < self.share for _ in range(voting))
        unknown = self.draw.choice((0, 0, 0, 1, 2))
        white = max(0, voting - bme - unknown)
        rows: list[Row] = [("voting", white, bme, unknown)]
        if self.draw.random() < 0.6:
            rows.append(("total", white + self.draw.randint(0, 3), bme + self.draw.randint(0, 1),
                         unknown))  # fmt: skip
            executive = (self.draw.randint(0, white), self.draw.randint(0, bme), 0)
            rows.append(("executive", *executive))
        return rows

    def _reported(self, year: int) -> list[Row]:
        source = "Board paper, page 3"
        rows: list[Row] = []
        years = (year, year - 1) if self.draw.random() < 0.5 else (year - 1,)
        if self.published_only:
            years = (year, year - 1)[: self.draw.choice((1, 2))]
        for of in years:
            share = round(100 * self.share, 1)
            found: list[Row] = [(1, "percent", of, "bme", share, "percent", source)]
            found += [
                (i, "ratio", of, "", f"{self.draw.choice(PUBLISHED):.2f}", "ratio", source)
                for i in (2, 3, 4)
            ]  # fmt: skip
            for i in (5, 6, 7, 8):
                for group in ("white", "bme"):
                    value = f"{self.draw.uniform(3, 60):.1f}"
                    found.append((i, "percent", of, group, value, "percent", source))
            off = f"{self.draw.uniform(-20, 12):.1f}"
            found.append((9, "voting_difference", of, "", off, "pp", source))
            rows += [row for row in found if self.draw.random() > 0.25]
        return rows

    def _write_plans(self, folder: Path, year: int) -> None:
        with_leads, with_dates = self.draw.random() < 0.8, self.draw.random() < 0.8
        columns = (
            "id",
            "indicators",
            "objective",
            "action",
            "lead",
            "timeframe",
            "rag",
            "progress",
        )
        for name, chance in (("actions", 0.75), ("progress", 0.5)):
            if self.draw.random() > chance:
                continue
            states = self.draw.random() < 0.6
            rows = []
            for number in range(1, self.draw.randint(1, 9) + 1):
                when = self.draw.choice(WHEN) if with_dates else ""
                day = {"next": year + 1, "year": year} if name == "actions" else {
                    "next": year, "year": year - 1}  # fmt: skip
                rows.append((
                    number, self._indicators(), "A narrower difference", f"Do thing {number}",
                    self.draw.choice(LEADS) if with_leads and self.draw.random() < 0.8 else "",
                    when.format(**day), self.draw.choice(STATES) if states else "",
                    "Half is done" if self.draw.random() < 0.5 else "",
                ))  # fmt: skip
            self._table(folder, name, columns, rows)

    def _indicators(self) -> str:
        if self.draw.random() < 0.1:
            return self.draw.choice(("all", "general"))
        some = self.draw.sample(range(1, 10), self.draw.choice((1, 1, 1, 2, 3)))
        return ";".join(map(str, sorted(some)))

    def _settings(self, year: int) -> dict[str, Any]:
        settings: dict[str, Any] = {"name": f"Trust {self.code[1:]} NHS Foundation Trust"}
        settings["term"] = self.draw.choice(("BME", "BAME", "ethnic minority", "global majority"))
        settings["kind"] = self.draw.choice(("full",) * 6 + ("action-plan",
                                            "action-plan with preface"))  # fmt: skip
        settings["state"] = self.draw.choice(("draft", "approved", "published"))
        if self.draw.random() < 0.3:
            settings["national_year"] = year - 1
        if self.draw.random() < 0.3:
            settings["confidence"] = self.draw.choice((0.9, 0.99))
        if self.draw.random() < 0.5:
            settings["as_at"] = f"{year}-{self.draw.choice(('07-31', '10-15'))}"
        if self.draw.random() < 0.3:
            settings["disclosure"] = {"enabled": False, "reason": "Every count was published."}
        return settings

    def _holes(self, cells: Sequence[int]) -> list[int | str]:
        return ["" if self.draw.random() < self.empty else cell for cell in cells]

    @staticmethod
    def _number(cell: object) -> int:
        return cell if isinstance(cell, int) else 0

    @staticmethod
    def _table(folder: Path, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
        rows = list(rows)
        if not rows:
            return
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(rows)
