"""The equations of ``workforce.csv``: bands, staff groups, clusters, tiers, all staff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

from wres_report.disclosure.cases import steps_of
from wres_report.disclosure.model import Kind, Model
from wres_report.inputs.headcounts import ROLES, STAFF_GROUPS, WorkforceTable
from wres_report.measures.counts import Counts
from wres_report.standard import Standard

TOTAL = "total"
ALL = "all"
TABLE = "workforce"

# What a reader loses with a number, by the part of the workforce and by column. A table is about
# the group under study and its share of a total, so these go last; the sums of many bands are in
# the figures of the first page. What counts is how one number compares with another.
BAND = {"unknown": 10, "comparator": 13, "study": 60, "total": 50}
# A share is lost with either of its two counts, so the other one costs a part of what it does; but
# its count over many bands is in other figures too.
REST_OF_BAND = 4
REST_OF_TOTAL = 6
CLUSTER = {"unknown": 18, "comparator": 22, "study": 70, "total": 50}
SENIOR = {"unknown": 20, "comparator": 25, "study": 110, "total": 100}
GROUP = {"unknown": 25, "comparator": 30, "study": 100, "total": 70}
WHOLE = {"unknown": 120, "comparator": 300, "study": 500, "total": 150}
TIER = {"comparator": 25, "study": 25}


class Sum(float):
    """A number of people that knows the cells of the table which it is the sum of.

    cells: their places in the model. So whatever ``WorkforceTable`` adds up, and from whichever
    rows, the sum says what it is made of.
    """

    cells: tuple[int, ...]

    @classmethod
    def of(cls, number: float, cells: tuple[int, ...]) -> Sum:
        made = cls(number)
        made.cells = cells
        return made

    def __add__(self, other: float) -> Sum:
        return Sum.of(float(self) + float(other), (*self.cells, *getattr(other, "cells", ())))

    __radd__ = __add__


@dataclass
class WorkforceModel:
    """Adds the numbers of a workforce to a model. sums: the places of those that are sums."""

    model: Model
    standard: Standard
    frame: pd.DataFrame
    sums: dict[tuple[int, ...], int] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, str, str]:
        return self.standard.groups.names

    def build(self) -> dict[str, int]:
        """Add every number and equation; returns the places of the counts of all staff."""
        # In one order, so that what is hidden does not change with that of a file: two versions of
        # a report that hid different counts could tell both.
        frame = self.frame.sort_values(["staff_group", "band"], kind="stable")
        table, steps = (
            WorkforceTable(frame, self.standard),
            steps_of(self.frame, self.standard.groups),
        )
        table.rows = {row: self._counted(counts, steps) for row, counts in table.rows.items()}
        self._bands(table)
        self._sums(table)
        whole = table.total()
        self._print(f"{ALL}/{ALL}", whole, WHOLE)
        self._what_all_know(table, whole)
        places = {column: self._place(whole, column) for column in self.names}
        return {column: place for column, place in places.items() if place is not None}

    def _counted(self, counts: Counts, steps: int) -> Counts:
        """The counts of a row, each with its own place in the model."""
        numbers = [counts.of(role) for role in ROLES]
        sums = [
            None
            if number is None
            else Sum.of(number, (self.model.add(round(number * steps), Kind.UNSEEN, steps),))
            for number in numbers
        ]
        # A line of its own, also where the table was not read from a file: a row has somebody.
        return Counts(sums[0], sums[1], sums[2], (len(self.model.numbers),))

    def _bands(self, table: WorkforceTable) -> None:
        for group in STAFF_GROUPS:
            for band in self._order(group):
                counts = table.band(group, band)
                if counts.study is not None:
                    self._print(f"{group}/{band}", counts, BAND)

    def _order(self, group: str) -> list[str]:
        order = self.standard.medical_grades if group == "medical" else self.standard.bands
        return [band.id for band in order]

    def _sums(self, table: WorkforceTable) -> None:
        for group in STAFF_GROUPS:
            self._print(f"{group}/{ALL}", table.group(group), GROUP)
        for cluster in self.standard.clusters:
            costs = SENIOR if cluster.id == self.standard.senior else CLUSTER
            self._print(f"{ALL}/{cluster.id}", table.cluster(ALL, cluster.id), costs)
        for tier in self.standard.tiers:
            counts = table.tier(tier.members)
            for column in self.standard.groups.pair:
                place, cost = self._place(counts, column), TIER[self.standard.groups.role(column)]
                if place is not None:
                    self.model.print_as((TABLE, f"tier/{tier.id}", column), place, cost)

    def _what_all_know(self, table: WorkforceTable, whole: Counts) -> None:
        """Which numbers are parts of which, where a sum was not computed from its parts."""
        groups = {group: table.group(group) for group in STAFF_GROUPS}
        clusters = {c.id: table.cluster(ALL, c.id) for c in self.standard.clusters}
        bands = {
            group: {band: table.row(group, band) for band in self._order(group)}
            for group in STAFF_GROUPS
        }
        inside = {g.id: g.part_of for g in self.standard.medical_grades if g.part_of}
        grades = bands["medical"]
        for part, grade in inside.items():
            for column in self.names:
                upper, own = self._place(grades[grade], column), self._place(grades[part], column)
                if upper is not None and own is not None:
                    self.model.at_most(upper, own)
        bands["medical"] = {name: c for name, c in grades.items() if name not in inside}
        self._parts(whole, groups.values())
        self._parts(whole, [*clusters.values(), groups["medical"]])
        for group in STAFF_GROUPS:
            self._parts(groups[group], bands[group].values())
            self._parts(groups[group], [table.row(group, c) for c in clusters])
        for cluster in self.standard.clusters:
            counts = clusters[cluster.id]
            self._parts(counts, [table.band(ALL, band) for band in cluster.members])
            self._parts(counts, [table.row(group, cluster.id) for group in STAFF_GROUPS[:2]])
        for band in (band.id for band in self.standard.bands):
            self._parts(table.row(ALL, band), [bands[group][band] for group in STAFF_GROUPS[:2]])

    def _parts(self, whole: Counts, parts: Iterable[Counts]) -> None:
        given = list(parts)
        for column in self.names:
            upper = self._place(whole, column)
            places = [place for part in given if (place := self._place(part, column)) is not None]
            made_of = sorted(i for part in given for i in self._cells(part, column))
            if upper is None or not places or made_of == sorted(self._cells(whole, column)):
                continue
            if len(set(made_of)) == len(made_of):
                self.model.bound(upper, places)

    def _print(self, row: str, counts: Counts, costs: dict[str, int]) -> None:
        groups = self.standard.groups
        for column in (*self.names, TOTAL):
            place = self._place(counts, column)
            if place is not None:
                self.model.print_as((TABLE, row, column), place, costs[groups.role(column)])
        study, total = self._place(counts, groups.study), self._place(counts, TOTAL)
        if study is not None and total is not None:
            self.model.beside[total] = (study, costs[TOTAL] // REST_OF_TOTAL)
            if costs is BAND:
                self.model.beside[study] = (total, costs["study"] // REST_OF_BAND)

    def _cells(self, counts: Counts, column: str) -> tuple[int, ...]:
        number = self.standard.groups.number(counts, column)
        return number.cells if isinstance(number, Sum) else ()

    def _place(self, counts: Counts, column: str) -> int | None:
        """The place of a number; None where it is not supplied, or of nobody in no row."""
        cells = tuple(sorted(self._cells(counts, column)))
        if not cells:
            return None
        if cells not in self.sums:
            parts = (
                [self._place(counts, part) for part in self.names]
                if column == TOTAL
                else list(cells)
            )
            known = [part for part in parts if part is not None]
            self.sums[cells] = self.model.add_sum(known, Kind.UNSEEN)
        return self.sums[cells]
