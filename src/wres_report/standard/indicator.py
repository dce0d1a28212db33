"""An indicator of a standard: what it measures, of whom, and how that is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


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
