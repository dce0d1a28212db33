"""The shape of a standard: groups, indicators, bands, national figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wres_report.standard.groups import Groups
from wres_report.standard.indicator import Indicator
from wres_report.standard.key import Parts, parts_of, read_key


@dataclass(frozen=True)
class Benchmark:
    """A national figure: whose, of which year, as published in which year's report."""

    indicator: str
    measure: str
    group: str
    wres_year: int
    scope: str
    value: float
    unit: str
    vintage: int
    basis: str
    certainty: str
    source: str


@dataclass(frozen=True)
class Band:
    """One pay band or medical grade.

    short: its label in a chart. part_of: the grade it is counted in already, if any.
    """

    id: str
    label: str
    short: str
    part_of: str | None = None


@dataclass(frozen=True)
class Cluster:
    """Several bands under one name, such as ``8a-vsm``."""

    id: str
    label: str
    members: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Standard:
    """Everything the standard fixes.

    id: the name of its folder. folder: where that stands. short: what people call it, ``WRES``.
    letter: what the results keys of its indicators begin with. notebooks: the folder of its
    notebooks below ``notebooks/``; empty for that folder itself. words: what a report of it says of
    itself, by name. codes: ethnic category code, or what else the records have, to group. senior:
    the cluster of the senior bands. high_impact_actions: those of the NHS equality improvement
    plan, by id (``HIA1`` to ``HIA6``).
    """

    id: str
    folder: Path
    name: str
    short: str
    letter: str
    notebooks: str
    groups: Groups
    words: Mapping[str, str]
    indicators: tuple[Indicator, ...]
    staff_groups: dict[str, str]
    bands: tuple[Band, ...]
    medical_grades: tuple[Band, ...]
    clusters: tuple[Cluster, ...]
    tiers: tuple[Cluster, ...]
    senior: str
    codes: dict[str, str]
    high_impact_actions: dict[str, str]
    benchmarks: tuple[Benchmark, ...]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator of that id (``i1`` to ``i9``); raises KeyError for another."""
        for indicator in self.indicators:
            if indicator.id == indicator_id:
                return indicator
        raise KeyError(indicator_id)

    def of_cases(self, table: str) -> Indicator:
        """The indicator whose cases stand in a table; raises KeyError where there is none."""
        for indicator in self.indicators:
            if indicator.cases is not None and indicator.cases.table == table:
                return indicator
        raise KeyError(table)

    @property
    def noun(self) -> str:
        """What the standard calls one of them: ``indicator``, ``metric``."""
        return self.words.get("noun", "indicator")

    @property
    def row_noun(self) -> str:
        """What the rows of a summary are called: the indicators, or what they have for parts."""
        return self.words.get("row_noun", self.noun)

    @property
    def case_tables(self) -> tuple[str, ...]:
        """The tables of cases, in the order of the indicators."""
        return tuple(i.cases.table for i in self.indicators if i.cases is not None)

    def in_notebooks(self) -> dict[str, tuple[Indicator, ...]]:
        """The indicators by the notebook that measures them; the parts of one share one."""
        names = dict.fromkeys(i.notebook for i in self.indicators)
        return {name: tuple(i for i in self.indicators if i.notebook == name) for name in names}

    def numbered(self, number: int) -> tuple[Indicator, ...]:
        """The indicator of a number, or its parts; none where there is no such number."""
        return tuple(i for i in self.indicators if i.number == number)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the indicators, each once."""
        return tuple(dict.fromkeys(i.number for i in self.indicators))

    def of_kind(self, *measures: str) -> tuple[Indicator, ...]:
        """The indicators of some kinds, in order."""
        return tuple(i for i in self.indicators if i.measure in measures)

    def of_key(self, key: str) -> Indicator | None:
        """The indicator that a results key belongs to; None where it is none's.

        Of parts that begin alike the longest name counts.
        """
        found = [i for i in self.indicators if key.startswith(i.prefix)]
        return max(found, key=lambda i: len(i.prefix), default=None)

    def parts_of_key(self, key: str) -> Parts:
        """What the name of a figure says, read with the standard's groups."""
        figure, indicator = read_key(key).figure, self.of_key(key)
        part = f"{indicator.part}_" if indicator is not None and indicator.part else ""
        return parts_of(figure.removeprefix(part), self.groups.columns)

    def band_labels(self) -> dict[str, str]:
        """Band, grade or cluster to its label."""
        known: list[Band | Cluster] = [*self.bands, *self.medical_grades, *self.clusters]
        return {item.id: item.label for item in known}

    def national(self, indicator: str, measure: str, group: str, year: int) -> Benchmark | None:
        """The national figure for a year, in the latest report that restates it.

        Where the year has none, the nearest earlier one on the same basis; its own year says
        so. None where there is none at all.
        """
        definition = self.indicator(indicator)
        basis = definition.version(year).basis
        found = [
            b
            for b in self.benchmarks
            if (b.indicator, b.measure, b.group, b.scope) == (indicator, measure, group, "national")
            and b.wres_year <= year
            and definition.version(b.wres_year).basis == basis
        ]
        return max(found, key=lambda b: (b.wres_year, b.vintage), default=None)
