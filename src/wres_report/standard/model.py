"""The shape of a standard: groups, indicators and their versions, bands, benchmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wres_report.standard.groups import Groups


@dataclass(frozen=True)
class Rows:
    """The row of a table that holds a count: its table, and what its key column says.

    has_basis: whether the table may say on what basis it was counted.
    """

    table: str
    column: str
    name: str
    has_basis: bool = False

    @property
    def where(self) -> dict[str, str]:
        return {self.column: self.name}


@dataclass(frozen=True)
class National:
    """A national figure that stands beside an indicator.

    measure, group: as ``benchmarks.csv`` has them. name: its part of a variable. own: the figure
    of the trust that it is set beside, without the indicator's own prefix; empty where the report
    has none. words: how the table of the national picture calls it.
    """

    measure: str
    group: str
    name: str
    own: str = ""
    words: str = "{short}"


@dataclass(frozen=True)
class IndicatorVersion:
    """How an indicator is defined from a year of the standard on.

    basis: a short name; figures of two bases are never joined in one trend. question: the
    survey question's number. certainty: ``confirmed``, ``stated`` or ``practice``.
    """

    since: int
    definition: str
    numerator: str
    denominator: str
    question: str | None
    basis: str
    basis_label: str
    certainty: str
    source: str


@dataclass(frozen=True)
class Indicator:
    """One of a standard's indicators, or one part of it that has figures of its own.

    number: that of the indicator. part: the name of the part, empty where it is whole. label: how
    people number it, ``4a``. measure: its kind, such as ``likelihood``. headline: the last part of
    the results key that stands for it. better: ``lower``, ``higher``, ``parity`` or ``zero`` (a
    signed difference, best at 0).
    tables: those that its figures are made from, the one it is named after first.
    top, bottom: for a likelihood, the group whose rate is divided and the one it is divided by.
    cases, people: for a likelihood, the rows of those to whom it happened and of those whom they
    come from; without people they come from the whole workforce.
    parity: None where it depends on the data (the share of all staff).
    heading: of its section in the report. words: what its kind says of it, by name.
    national: the figures of England that it is set beside. stands_for: the figures that stand for
    it in a plan, without its prefix, the first that is known.
    """

    id: str
    number: int
    notebook: str
    short: str
    name: str
    measure: str
    source: str
    tables: tuple[str, ...]
    headline: str
    unit: str
    parity: float | None
    better: str
    versions: tuple[IndicatorVersion, ...]
    top: str | None = None
    bottom: str | None = None
    part: str = ""
    label: str = ""
    heading: str = ""
    cases: Rows | None = None
    people: Rows | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    national: tuple[National, ...] = ()
    stands_for: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """What the results keys of its figures begin with: ``i2.``, ``m4.patients_``."""
        stem = self.id.removesuffix(f"-{self.part}") if self.part else self.id
        return f"{stem}.{self.part}_" if self.part else f"{stem}."

    def key(self, figure: str) -> str:
        """The results key of one of its figures: ``i2.ratio``."""
        return self.prefix + figure

    @property
    def headline_key(self) -> str:
        return self.key(self.headline)

    def version(self, year: int) -> IndicatorVersion:
        """The version in force in a year of the standard; the earliest one for years before it."""
        current = self.versions[0]
        for version in self.versions:
            if version.since <= year:
                current = version
        return current

    def breaks(self) -> frozenset[int]:
        """The years of the standard from which another basis holds."""
        pairs = zip(self.versions, self.versions[1:], strict=False)
        return frozenset(new.since for old, new in pairs if new.basis != old.basis)


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
    itself, by name. codes: ethnic category code, or what else the records have, to group. senior: the cluster
    of the senior bands. high_impact_actions: those of the NHS equality improvement plan, by id
    (``HIA1`` to ``HIA6``).
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
