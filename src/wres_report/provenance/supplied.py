"""The origin of a figure that the trust supplied as it stands: facts, areas, published figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wres_report.fragments.context import ReportContext
from wres_report.inputs.places import file_of
from wres_report.inputs.reading import AS_WRITTEN, decimals_written
from wres_report.measures.value import Unit, Value, write
from wres_report.provenance.definitions import defined
from wres_report.provenance.model import WITHOUT_COUNTS, Origin, Rows
from wres_report.words import capitalised, slug

REPORTED = re.compile(r"reported\.[a-z]([1-9][0-9]?)\.([a-z_]+)\.y([0-9]{4})")
SUPPLIED = "as the trust supplied it"
Row = Mapping[str, Any]
# What the name of a fact writes in small letters, and a reader with others.
SHORT_FORMS = {"km2": "km²", "nhs": "NHS", "wres": "WRES", "wdes": "WDES", "uk": "UK"}


@dataclass(frozen=True)
class SuppliedTables:
    """The tables ``facts``, ``locality`` and ``reported`` of a report.

    hashes: sha256 of each file of the data, by path.
    """

    report: ReportContext
    hashes: Mapping[str, str]

    def fact(self, key: str) -> Origin | None:
        """The origin of ``facts.<name>``."""
        name = key.removeprefix("facts.")
        row = self._row("facts", lambda row: bool(row["key"] == name))
        if row is None:
            return None
        rows = self._place("facts", row, "display")
        title = capitalised(" ".join(self._in_words(word) for word in name.split("_")))
        return Origin(key, title, row["display"], made=SUPPLIED, citation=row["source"], rows=rows)

    def _in_words(self, part: str) -> str:
        """A part of the name of a fact as its readers would write it."""
        groups = self.report.standard.groups
        return {**SHORT_FORMS, groups.study: self.report.term}.get(part, part)

    def area(self, key: str) -> Origin | None:
        """The origin of ``locality.<area>.population`` and ``locality.<area>.<group>_percent``."""
        share = f"{self.report.standard.groups.study}_percent"
        name, _, column = key.removeprefix("locality.").partition(".")
        row = self._row("locality", lambda row: slug(row["area"]) == name)
        if row is None or column not in ("population", share) or row[column] != row[column]:
            return None
        population = column == "population"
        what = column if population else f"{self.report.term} share"
        return Origin(
            key,
            f"{row['area']}, {what}",
            write(row[column], Unit.COUNT if population else Unit.PERCENT),
            made=SUPPLIED,
            citation=row["population_source" if population else "ethnicity_source"],
            rows=self._place("locality", row, column),
        )

    def reported(self, key: str) -> Origin | None:
        """The origin of a figure that a plan shows and ``reported.csv`` alone holds."""
        match = REPORTED.fullmatch(key)
        if match is None:
            return None
        number, measure, year = int(match[1]), match[2], int(match[3])
        wanted = (number, measure, year)
        row = self._row(
            "reported",
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
            rows=self._place("reported", row, "value"),
        )
        return defined(self.report, origin, indicator.id)

    def publication(self, places: Iterable[tuple[str, int]]) -> str:
        """Where a figure was published that was read from these rows of ``reported.csv``."""
        file = self.report.place("reported")
        lines = {line for name, line in places if name == file}
        row = self._row("reported", lambda row: row["file_row"] in lines)
        return "" if row is None else str(row["source"])

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        tables = self.report.tables
        return {
            name: list(tables[name].to_dict("records"))
            for name in ("facts", "locality", "reported") if name in tables
        }  # fmt: skip

    def _row(self, table: str, wanted: Callable[[Row], bool]) -> Row | None:
        return next((row for row in self._rows.get(table, ()) if wanted(row)), None)

    def _place(self, table: str, row: Row, column: str) -> tuple[Rows, ...]:
        where = self.report.place(table)
        sha256 = self.hashes.get(file_of(where), "")
        return (Rows(where, (int(row["file_row"]),), (column,), sha256),)
