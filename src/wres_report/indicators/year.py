"""What a notebook reads: the tables of one trust-year, last year's, and the standard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from wres_report.disclosure.order import planned_for
from wres_report.disclosure.plan import Plan, plan_of
from wres_report.faults import Fault, input_fault
from wres_report.indicators.published import PublishedFigures
from wres_report.inputs.headcounts import MOST_PEOPLE, WorkforceTable, counts_of
from wres_report.inputs.minimums import minimum_count_published
from wres_report.inputs.places import nominal, place_of
from wres_report.inputs.supplied import table_of
from wres_report.inputs.trust_year import TrustYear
from wres_report.inputs.workspace import Workspace
from wres_report.measures.counts import Counts
from wres_report.measures.value import Unit, Value, absent
from wres_report.standard import Indicator, Standard


@dataclass(frozen=True)
class Settings:
    """The notebook's parameters that say how to measure and what not to show.

    minimum_count, minimum_responses: smaller numbers are suppressed; 1 shows everything.
    """

    term: str = "BME"
    unknown_label: str = "Not stated"
    national_year: int = 0
    confidence: float = 0.95
    minimum_count: int = 5
    minimum_responses: int = 11

    @property
    def level(self) -> str:
        """The confidence of every interval, as it is printed: ``95%``."""
        return f"{100 * self.confidence:g}%"


@dataclass(frozen=True)
class YearData:
    """One trust-year as a notebook sees it.

    last_year: whether it is the year before that of the report. The gate has told of its tables
    that cannot be read, and they count as not supplied. published_minimum: of such a year, the
    ``minimum_count`` that its own report was made with; None where that is not known.
    """

    workspace: Workspace
    trust_year: TrustYear
    settings: Settings
    last_year: bool = False
    published_minimum: int | None = None

    @property
    def year(self) -> int:
        return self.trust_year.year

    @property
    def term(self) -> str:
        return self.settings.term

    @property
    def national_year(self) -> int:
        return self.settings.national_year or self.year

    @cached_property
    def standard(self) -> Standard:
        return self.workspace.standard(self.trust_year)

    def indicator(self, indicator_id: str) -> Indicator:
        return self.standard.indicator(indicator_id)

    @cached_property
    def previous(self) -> YearData | None:
        """Last year's data; None where the workspace has no folder for it."""
        before = self.trust_year.previous
        if not self.workspace.data_folder(before).is_dir():
            return None
        published = minimum_count_published(self.workspace, before)
        return YearData(self.workspace, before, self.settings, True, published)

    def plan(self, table: str) -> Plan:
        """Which counts of a table, and of those that it is planned with, are not shown.

        Of a year before the report's, what its own report hides stays hidden, and what this
        report would hide is hidden too.
        """
        if table not in self._plans:
            tables = {name: self.table(name) for name in planned_for([table], self.standard)}
            plan = Plan()
            for minimum in {self.settings.minimum_count, self.published_minimum or 1}:
                plan = plan.with_those_of(plan_of(tables, self.standard, minimum, table))
            self._plans[table] = plan
        return self._plans[table]

    @cached_property
    def _plans(self) -> dict[str, Plan]:
        return {}

    def source(self, name: str) -> str:
        """What the table's file is called, or its sheet; that of a file where there is neither."""
        if name not in self._sources:
            place = place_of(self.workspace, self.trust_year, name)
            where = nominal(self.trust_year, name) if place is None else place.where
            self._sources[name] = where
        return self._sources[name]

    @cached_property
    def _sources(self) -> dict[str, str]:
        """What was asked for so far: every figure is told its file."""
        return {}

    def rows(self, name: str, counts: Counts) -> list[tuple[str, int]]:
        """Where counts stand in a table: its file and each line, the head being 1."""
        return [(self.source(name), line) for line in counts.rows]

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame | None]:
        """What has been read so far: a notebook asks for the same table several times."""
        return {}

    def table(self, name: str) -> pd.DataFrame | None:
        """A table of ``inputs.tables.tables_of``; None where it is not supplied.

        Raises an input fault where the file is there but cannot be read.
        """
        if name not in self._tables:
            self._tables[name] = self._read(name)
        return self._tables[name]

    def _read(self, name: str) -> pd.DataFrame | None:
        if not self.last_year:
            return table_of(self.workspace, self.trust_year, name)
        try:
            frame = table_of(self.workspace, self.trust_year, name)
        except Fault:
            return None
        if frame is None:
            return None
        # Of last year an impossible count may stand there unchecked, and counts as not supplied.
        for column in {*self.standard.groups.names, "responses"}.intersection(frame.columns):
            frame[column] = frame[column].where(frame[column].between(0, MOST_PEOPLE))
        return frame

    @cached_property
    def workforce(self) -> WorkforceTable:
        return WorkforceTable(self.table("workforce"), self.standard)

    def counts(self, table: str, **where: str) -> Counts:
        """The counts in the row of ``table`` that ``where`` names."""
        return counts_of(self.table(table), self.standard.groups, **where)

    def likelihood_counts(self, indicator_id: str) -> tuple[Counts, Counts]:
        """The cases of a likelihood, and the people they come from."""
        cases, people = self.indicator(indicator_id).cases, self.indicator(indicator_id).people
        assert cases is not None
        found = self.counts(cases.table, **cases.where)
        if people is not None:
            return found, self.counts(people.table, **people.where)
        return found, self.workforce.total()

    def basis(self, indicator_id: str) -> str:
        """The basis of an indicator's figures this year: that which the data states for its cases,
        otherwise that of the standard."""
        indicator = self.indicator(indicator_id)
        usual = indicator.version(self.year).basis
        table = None if indicator.cases is None else self.table(indicator.cases.table)
        if table is None or "basis" not in table or table.empty:
            return usual
        return str(table["basis"].iloc[0]) or usual

    def likelihood_sources(self, indicator_id: str) -> tuple[str, ...]:
        return tuple(self.source(table) for table in self.indicator(indicator_id).tables)

    @cached_property
    def published(self) -> PublishedFigures:
        """The figures that were published without their counts."""
        return PublishedFigures(self.table("reported"), self.source("reported"), self.standard)

    def reported(self, number: int, measure: str, group: str, year: int) -> Value | None:
        """A headline figure published without its counts, from ``reported.csv``."""
        return self.published.of_row(number, measure, group, year)

    def national(self, indicator_id: str, measure: str, group: str, unit: Unit) -> Value:
        """The national figure to compare with; its note names the WRES year.

        Not supplied where there is none on the basis that this year's figure has.
        """
        figure = self.standard.national(indicator_id, measure, group, self.national_year)
        if figure is None or figure.basis != self.basis(indicator_id):
            return absent(unit)
        return Value(figure.value, unit, note=f"England, {self.standard.short} {figure.wres_year}")


def find_workspace(project: str) -> Workspace:
    """The workspace of a notebook: ``project``, or the nearest folder upwards with ``data/``.

    So a notebook runs as it stands from the top of the repository and from ``notebooks/``.
    """
    if project:
        return Workspace.open(Path(project))
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data").is_dir() and (folder / "params").is_dir():
            return Workspace.open(folder)
    raise input_fault(
        "There is no workspace in this folder or above it.",
        where=str(here),
        action="Set the parameter “project” to the folder that holds data/ and params/.",
    )
