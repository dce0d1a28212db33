"""The origin of a figure that the trust supplied as it stands: facts, areas, published figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wres_report.inputs.given.model import GivenFigure, Row
from wres_report.inputs.given.tables import rows_and_figures
from wres_report.inputs.places import file_of
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.measures.value import Unit, Value
from wres_report.report.cards.definitions import defined
from wres_report.report.cards.model import WITHOUT_COUNTS, Origin, Rows
from wres_report.report.parts.context import ReportContext

REPORTED = re.compile(r"reported\.[a-z]([1-9][0-9]?)\.([a-z_]+)\.y([0-9]{4})")
SUPPLIED = "as the trust supplied it"
REPORTED_TABLE = "reported"


@dataclass(frozen=True)
class SuppliedTables:
    """The tables of figures that stand as they are given, and ``reported``, of a report.

    hashes: sha256 of each file of the data, by path.
    """

    report: ReportContext
    hashes: Mapping[str, str]

    def given(self, key: str) -> Origin | None:
        """The origin of a figure that stands so in a table, such as ``facts.<name>``."""
        if key not in self._given:
            return None
        table, row, figure = self._given[key]
        return Origin(
            key, figure.title, figure.display, made=SUPPLIED, citation=figure.citation,
            rows=self._place(table, row, figure.column),
        )  # fmt: skip

    def reported(self, key: str) -> Origin | None:
        """The origin of a figure that a plan shows and ``reported.csv`` alone holds."""
        match = REPORTED.fullmatch(key)
        if match is None:
            return None
        number, measure, year = int(match[1]), match[2], int(match[3])
        wanted = (number, measure, year)
        row = self._row(
            lambda row: (
                (row["indicator"], row["measure"], row["year"]) == wanted
                and row["group"] != self.report.standard.groups.comparator
            ),
        )
        if row is None:
            return None
        indicator = self.report.standard.numbered(number)[0]
        decimals = decimals_written(row["value" + AS_WRITTEN])
        short = self.report.short(indicator)
        origin = Origin(
            key,
            f"{short}, {measure.replace('_', ' ')}, {year}",
            Value(row["value"], Unit(row["unit"]), decimals=decimals).display,
            made=WITHOUT_COUNTS,
            citation=row["source"],
            rows=self._place(REPORTED_TABLE, row, "value"),
        )
        return defined(self.report, origin, indicator.id)

    def publication(self, places: Iterable[tuple[str, int]]) -> str:
        """Where a figure was published that was read from these rows of ``reported.csv``."""
        file = self.report.place(REPORTED_TABLE)
        lines = {line for name, line in places if name == file}
        row = self._row(lambda row: row["file_row"] in lines)
        return "" if row is None else str(row["source"])

    @cached_property
    def _given(self) -> dict[str, tuple[str, Row, GivenFigure]]:
        """The figures that stand in a table, by key, with its name and their row."""
        report = self.report
        found = rows_and_figures(report.tables, report.standard, report.term)
        return {figure.key: (table, row, figure) for table, row, figure in found}

    @cached_property
    def _reported(self) -> list[Row]:
        table = self.report.tables.get(REPORTED_TABLE)
        return [] if table is None else list(table.to_dict("records"))

    def _row(self, wanted: Callable[[Row], bool]) -> Row | None:
        return next((row for row in self._reported if wanted(row)), None)

    def _place(self, table: str, row: Row, column: str) -> tuple[Rows, ...]:
        where = self.report.place(table)
        sha256 = self.hashes.get(file_of(where), "")
        return (Rows(where, (int(row["file_row"]),), (column,), sha256),)
