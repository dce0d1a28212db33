"""The known figures that claims are held against: the results of a trust-year, and England's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wres_report.claims.standard_now import Seen, standard_now
from wres_report.claims.vocabulary import THIS, When
from wres_report.faults import input_fault
from wres_report.measures.value import Unit, write
from wres_report.standard import HOME, Standard, read_key

# The questions of the race standard, and the places of another one's.
FOUR = (5, 6, 7, 8)
SURVEY = (*FOUR, *range(10, 22))
RATIOS = (2, 3, 4)
HEADLINES = {9: "board_bme_percent", 1: "bme_percent", 2: "ratio", 3: "ratio", 4: "ratio"}
LAST_YEARS = 1


@dataclass(frozen=True)
class Figure:
    """A known figure. value: None unless its status is ok. low, high: its interval or None."""

    value: float | None
    unit: str
    status: str = "ok"
    low: float | None = None
    high: float | None = None
    note: str = ""

    def written(self, decimals: int | None = None) -> str:
        """The figure with its unit, or its status in words."""
        if self.value is None:
            return self.status.replace("_", " ")
        return write(self.value, Unit(self.unit), decimals)


NOT_KNOWN = Figure(None, "count", "not_supplied")


@dataclass(eq=False)
class Figures:
    """All that is known of a trust-year.

    values: figures by results key. by_year: further published figures, by key and WRES year.
    of_tables: figures that stand in the tables of the report alone, by results key.
    seen: another standard that they are of, in the terms of the grammar. name: of the trust; empty
    where it is not known.
    """

    trust: str
    year: int
    term: str = "BME"
    values: dict[str, Figure] = field(default_factory=dict)
    by_year: dict[tuple[str, int], Figure] = field(default_factory=dict)
    of_tables: dict[str, Figure] = field(default_factory=dict)
    seen: Seen | None = None
    name: str = ""

    def get(self, key: str) -> Figure:
        """The figure of a key; one that is not supplied where there is no such key."""
        return self.values.get(key, NOT_KNOWN)

    def at(self, key: str, when: When = THIS) -> list[Figure]:
        """What a key may mean for a year as written.

        A survey figure may be dated by its survey or by the WRES year, one later, so that two
        figures may be meant.
        """
        if when.year == 0:
            return [self.get(key)]
        if when.year == -1:
            return [self.get(f"{key}.previous")]
        if when.year == -2:
            earlier = [Figure(value, self.get(key).unit) for value in self.series(key).values()]
            return [self.get(f"{key}.previous"), *earlier[:-1]]
        if _is_of_survey(key) and key.endswith("percent"):
            years = [when.year - 1, when.year] if when.year > self.survey_year else [
                when.year, when.year - 1]  # fmt: skip
            return [self._survey(key, year) for year in years]
        return [self._of_year(key, when.year)]

    @property
    def survey_year(self) -> int:
        return self.year - 1

    def _survey(self, key: str, year: int) -> Figure:
        if year == self.survey_year:
            return self.get(key)
        known = self.get(f"{key}.y{year}")
        if known.value is None and year == self.survey_year - 1:
            return self.get(f"{key}.previous")
        return known

    def _of_year(self, key: str, year: int) -> Figure:
        if year == self.year:
            return self.get(key)
        if year == self.year - 1 and self.get(f"{key}.previous").value is not None:
            return self.get(f"{key}.previous")
        return self.by_year.get((key, year), NOT_KNOWN)

    def comparable(self, key: str, when: When) -> bool:
        """Whether the figure of a year is on the same basis as this year's.

        A survey year may be the year before the WRES year that it belongs to; then both must be.
        """
        return when.year <= 0 or when.year >= self._since(key)

    def _since(self, key: str) -> int:
        """The first year on this year's basis; of a survey key the survey year."""
        indicator = standard_now().of_key(key)
        breaks = indicator.breaks() if indicator is not None else ()
        since = max((year for year in breaks if year <= self.year), default=0)
        return since - 1 if since and _is_of_survey(key) else since

    def series(self, key: str) -> dict[int, float]:
        """The figures of a key by year, on one basis; of a survey key by survey year."""
        since = self._since(key)
        return {year: value for year, value in self._by_year(key).items() if year >= since}

    def _by_year(self, key: str) -> dict[int, float]:
        found: dict[int, float] = {}
        for name, figure in self.values.items():
            read = read_key(name)
            of_year = read.year and not read.benchmark and str(read.plain) == key
            if of_year and key.endswith("_percent") and figure.value is not None:
                found[read.year] = figure.value
        if found or _is_of_survey(key):
            return dict(sorted(found.items()))
        for (name, year), figure in self.by_year.items():
            if name == key and figure.value is not None:
                found[year] = figure.value
        for year, figure in (
            (self.year - 1, self.get(f"{key}.previous")),
            (self.year, self.get(key)),
        ):
            if figure.value is not None:
                found[year] = figure.value
        return dict(sorted(found.items()))

    def national(self, indicator: int, year: int = 0) -> list[Figure]:
        """England's figures: of one WRES year, or of this one and the one before."""
        years = (year,) if year else (self.year, self.year - LAST_YEARS)
        return [figure for known, figure in self._nationals(indicator) if known in years]

    def _nationals(self, indicator: int) -> Iterator[tuple[int, Figure]]:
        measure = HEADLINES.get(indicator, "bme_percent")
        for known in standard_now().benchmarks:
            if (known.indicator, known.measure) == (f"i{indicator}", measure):
                note = f"England, WRES {known.wres_year}"
                yield known.wres_year, Figure(known.value, known.unit, note=note)


def _is_of_survey(key: str) -> bool:
    indicator = standard_now().of_key(key)
    return indicator is not None and indicator.number in SURVEY


def can_read(standard: Standard) -> bool:
    """Whether the grammar of the audit knows the sentences on a standard.

    It knows those that trusts write on race equality. On another standard it would read the names
    of the groups for faults, so it says nothing.
    """
    return standard.id == HOME


def read_results(results: Path) -> dict[str, Any]:
    """The content of ``results.json``; raises an input fault where it cannot be read."""
    try:
        content: dict[str, Any] = json.loads(results.read_text(encoding="utf-8"))
        figures_of(content, ())
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise input_fault(
            f"The results of this trust-year cannot be read ({type(error).__name__}).",
            results.as_posix(), "Build the trust-year again with wres build --force.",
        ) from None  # fmt: skip
    return content


def figures_of(content: Mapping[str, Any], reported: Iterable[Mapping[str, str]]) -> Figures:
    """The figures of ``results.json``, with those of ``reported.csv`` for earlier years.

    content: of ``results.json``.
    """
    values = {key: _figure(entry) for key, entry in content["values"].items()}
    report = content.get("report", {})
    term, name = report.get("term", "BME"), report.get("name", "")
    of_tables = {key: _figure(entry) for key, entry in content.get("of_tables", {}).items()}
    figures = Figures(
        content["trust"], int(content["year"]), term, values, {}, of_tables, name=name
    )
    figures.by_year.update(_reported(reported, figures.year))
    return figures


def _figure(entry: dict[str, Any]) -> Figure:
    value = entry["value"] if entry["status"] == "ok" else None
    return Figure(
        value, entry["unit"], entry["status"], entry.get("low"), entry.get("high"),
        entry.get("note") or "",
    )  # fmt: skip


def _reported(
    rows: Iterable[Mapping[str, str]], this_year: int
) -> Iterator[tuple[tuple[str, int], Figure]]:
    """Headline figures that the trust has published for earlier years."""
    keys = {
        ("1", "percent", "bme"): ("i1.bme_percent", "percent"),
        ("1", "headcount", "bme"): ("workforce.bme", "count"),
        ("9", "voting_difference", ""): ("i9.voting_difference", "pp"),
    } | {(str(n), "ratio", ""): (f"i{n}.ratio", "ratio") for n in RATIOS}
    for row in rows:
        known = keys.get((row["indicator"], row["measure"], row["group"]))
        try:
            year, value = int(row["year"] or 0), float(row["value"])
        except ValueError:
            continue
        if known and year < this_year:
            yield (known[0], year), Figure(value, known[1])
