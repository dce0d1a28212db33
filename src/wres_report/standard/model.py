"""The shape of a standard: indicators and their versions, bands, groups, benchmarks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class IndicatorVersion:
    """How an indicator is defined from a WRES year on.

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
    """One of the nine.

    measure: ``representation``, ``likelihood``, ``survey`` or ``board``. headline: the last
    part of the results key that stands for it. better: ``lower``, ``higher``, ``parity`` or
    ``zero`` (a signed difference, best at 0).
    tables: those that its figures are made from, the one it is named after first.
    top, bottom: for a likelihood, the group whose rate is divided and the one it is divided by.
    parity: None where it depends on the data (indicator 1: the overall share).
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

    @property
    def headline_key(self) -> str:
        return f"{self.id}.{self.headline}"

    def version(self, wres_year: int) -> IndicatorVersion:
        """The version in force in a WRES year; the earliest one for years before it."""
        current = self.versions[0]
        for version in self.versions:
            if version.since <= wres_year:
                current = version
        return current

    def breaks(self) -> frozenset[int]:
        """The WRES years from which another basis holds."""
        pairs = zip(self.versions, self.versions[1:], strict=False)
        return frozenset(new.since for old, new in pairs if new.basis != old.basis)


@dataclass(frozen=True)
class Benchmark:
    """A national figure: whose, of which WRES year, as published in which year's report."""

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


@dataclass(frozen=True)
class Standard:
    """Everything the standard fixes.

    groups: ethnic category code to group. high_impact_actions: those of the NHS equality
    improvement plan, by id (``HIA1`` to ``HIA6``).
    """

    name: str
    indicators: tuple[Indicator, ...]
    staff_groups: dict[str, str]
    bands: tuple[Band, ...]
    medical_grades: tuple[Band, ...]
    clusters: tuple[Cluster, ...]
    tiers: tuple[Cluster, ...]
    groups: dict[str, str]
    high_impact_actions: dict[str, str]
    benchmarks: tuple[Benchmark, ...]

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator of that id (``i1`` to ``i9``); raises KeyError for another."""
        for indicator in self.indicators:
            if indicator.id == indicator_id:
                return indicator
        raise KeyError(indicator_id)

    def band_labels(self) -> dict[str, str]:
        """Band, grade or cluster to its label."""
        known: list[Band | Cluster] = [*self.bands, *self.medical_grades, *self.clusters]
        return {item.id: item.label for item in known}

    def national(self, indicator: str, measure: str, group: str, year: int) -> Benchmark | None:
        """The national figure for a WRES year, in the latest report that restates it.

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
