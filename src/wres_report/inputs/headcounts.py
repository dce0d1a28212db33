"""Headcounts read out of the tables of a trust-year.

Where single bands are given, totals are computed from them; otherwise from the ``all`` row.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import pandas as pd

from wres_report.measures.counts import Counts, add
from wres_report.standard import Groups, Standard

STAFF_GROUPS = ("non_clinical", "clinical", "medical")
MOST_PEOPLE = 10_000_000
ROLES = ("comparator", "study", "unknown")
NON_MEDICAL = STAFF_GROUPS[:2]


def number_or_none(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


def people_or_none(number: float) -> float | None:
    """A number of people; None where none is given and where it can be none.

    The gate lets no such number of this year through. Last year's may stand unchecked.
    """
    return float(number) if 0 <= number <= MOST_PEOPLE else None


def counts_of(frame: pd.DataFrame | None, groups: Groups, **where: str) -> Counts:
    """The counts of the first row in which every column of ``where`` has its value.

    No table or no such row gives counts that are not supplied.
    """
    if frame is None:
        return Counts()
    rows = frame
    for column, wanted in where.items():
        rows = rows[rows[column] == wanted]
    if rows.empty:
        return Counts()
    row = rows.iloc[0]
    return _counts([row[name] for name in groups.names], row.get("file_row"))


def _counts(numbers: Iterable[float], file_row: int | None) -> Counts:
    """The counts of a row. file_row: None in a table that was not read from a file."""
    rows = () if file_row is None else (int(file_row),)
    comparator, study, unknown = map(people_or_none, numbers)
    return Counts(comparator, study, unknown, rows)


def _else(first: Counts, second: Counts) -> Counts:
    """The first counts, and where they lack a group, that of the second."""
    parts = [first.of(role) if first.of(role) is not None else second.of(role) for role in ROLES]
    lacked = not first.complete and [first.of(role) for role in ROLES] != parts
    rows = (*first.rows, *second.rows) if lacked else first.rows
    return Counts(parts[0], parts[1], parts[2], rows)


class WorkforceTable:
    """``workforce.csv`` with its totals. A total over a part is never a total.

    A band without a row has nobody; a row with an empty cell has a number that is not supplied,
    and so has every total that it belongs to.

    frame: columns staff_group, band and those of the groups; None where it is not supplied.
    """

    def __init__(self, frame: pd.DataFrame | None, standard: Standard) -> None:
        self.frame = frame
        self.bands = [band.id for band in standard.bands]
        # A sub-total “of which” is counted in its parent already.
        self.grades = [g.id for g in standard.medical_grades if g.part_of is None]
        self.clusters = {cluster.id: cluster.members for cluster in standard.clusters}
        # Looked up some hundreds of times for one report, so never through pandas.
        self.rows: dict[tuple[str, str], Counts] = {}
        if frame is not None:
            names = ["staff_group", "band", *standard.groups.names]
            lines = frame["file_row"].tolist() if "file_row" in frame else [None] * len(frame)
            cells = zip(lines, *(frame[name].tolist() for name in names), strict=True)
            for line, staff_group, band, *numbers in cells:
                self.rows.setdefault((staff_group, band), _counts(numbers, line))
        self.groups_given = {staff_group for staff_group, _ in self.rows}

    def row(self, staff_group: str, band: str) -> Counts:
        """The counts as they stand in the row of that name; the first one, where it is doubled."""
        return self.rows.get((staff_group, band), Counts())

    def band(self, staff_group: str, band: str) -> Counts:
        """The counts of one band of one staff group; of all staff groups for ``all``."""
        given = self.row(staff_group, band)
        if staff_group != "all" or given.complete:
            return given
        return _else(given, self._of_both_groups(band))

    def sum_of(self, staff_group: str, bands: Iterable[str]) -> Counts:
        """The bands of one staff group together, or of all staff groups for ``all``.

        Not supplied where no band of them has a row.
        """
        groups = ("all", *NON_MEDICAL) if staff_group == "all" else (staff_group,)
        present = [b for b in bands if any((group, b) in self.rows for group in groups)]
        return add([self.band(staff_group, band) for band in present])

    def _of_both_groups(self, band: str) -> Counts:
        """A band of clinical and non-clinical staff together.

        Not supplied where one of the two has no bands at all: its staff are known by their total
        alone.
        """
        if not all(self._has_rows(group) for group in NON_MEDICAL):
            return Counts()
        return add([self.rows[g, band] for g in NON_MEDICAL if (g, band) in self.rows])

    def group(self, staff_group: str) -> Counts:
        """The counts of one staff group."""
        members = self.grades if staff_group == "medical" else self.bands
        bands = self.sum_of(staff_group, members)
        if bands.complete:
            return bands
        if staff_group in NON_MEDICAL and not self._has_rows(staff_group):
            bands = self._clusters(staff_group)
        return _else(self.row(staff_group, "all"), bands)

    def total(self) -> Counts:
        """The whole workforce.

        Without any row of medical staff there are none: ambulance trusts have none. Clinical and
        non-clinical staff every trust has, so without one of them there is no total.
        """
        named = [group for group in STAFF_GROUPS if group in self.groups_given]
        medical = [self.group("medical")] if "medical" in named else []
        if {*NON_MEDICAL} <= {*named}:
            found = add([*(self.group(group) for group in NON_MEDICAL), *medical])
        else:
            # Under “all” the bands and clusters leave out medical staff.
            whole = self.sum_of("all", self.bands) if self._has_rows("all") else None
            found = add([whole or self._clusters("all"), *medical])
        if found.complete and len(named) == len(STAFF_GROUPS):
            return found
        return _else(self.row("all", "all"), found)

    def cluster(self, staff_group: str, cluster: str) -> Counts:
        """The counts of a cluster of bands; from its single bands where those are given."""
        bands = self.sum_of(staff_group, self.clusters[cluster])
        if bands.complete:
            return bands
        if staff_group == "all" and not self._has_rows("all"):
            parts = [self._cluster_of(group, cluster) for group in NON_MEDICAL]
            bands = add([part for part in parts if part is not None])
        return _else(self.row(staff_group, cluster), bands)

    def tier(self, members: tuple[str, ...]) -> Counts:
        """The counts of some bands of both staff groups; not supplied unless both have bands."""
        if not (self.has_bands("clinical") and self.has_bands("non_clinical")):
            return Counts()
        found = self.sum_of("all", members)
        return found if found.rows else Counts(0, 0, 0)

    def has_bands(self, staff_group: str) -> bool:
        """Whether any single band of the staff group is given."""
        members = self.grades if staff_group == "medical" else self.bands
        return any(self.row(staff_group, band).study is not None for band in members)

    def _has_rows(self, staff_group: str) -> bool:
        """Whether any single band of the staff group has a row."""
        return any((staff_group, band) in self.rows for band in self.bands)

    def _clusters(self, staff_group: str) -> Counts:
        """All clusters together; not supplied where one of them has no row."""
        return add([self.row(staff_group, cluster) for cluster in self.clusters])

    def _cluster_of(self, staff_group: str, cluster: str) -> Counts | None:
        """A cluster of one staff group; None where it has single bands, and nobody in these."""
        if self._has_rows(staff_group):
            members = [b for b in self.clusters[cluster] if (staff_group, b) in self.rows]
            return self.cluster(staff_group, cluster) if members else None
        return self.row(staff_group, cluster)
