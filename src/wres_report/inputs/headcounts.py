"""Headcounts read out of the tables of a trust-year.

Where single bands are given, totals are computed from them; otherwise from the ``all`` row.
"""

from __future__ import annotations

import math

import pandas as pd

from wres_report.measures.counts import Counts, add
from wres_report.standard import Standard

STAFF_GROUPS = ("non_clinical", "clinical", "medical")


def number_or_none(number: float) -> float | None:
    return None if math.isnan(number) else float(number)


def counts_of(frame: pd.DataFrame | None, **where: str) -> Counts:
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
    return _counts(row["white"], row["bme"], row["unknown"], row.get("file_row"))


def _counts(white: float, bme: float, unknown: float, file_row: int | None) -> Counts:
    """The counts of a row. file_row: None in a table that was not read from a file."""
    rows = () if file_row is None else (int(file_row),)
    return Counts(number_or_none(white), number_or_none(bme), number_or_none(unknown), rows)


class WorkforceTable:
    """``workforce.csv`` with its totals.

    frame: columns staff_group, band, white, bme, unknown; None where it is not supplied.
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
            for row in frame.itertuples(index=False):
                line = getattr(row, "file_row", None)
                counts = _counts(row.white, row.bme, row.unknown, line)
                self.rows.setdefault((row.staff_group, row.band), counts)

    def row(self, staff_group: str, band: str) -> Counts:
        """The counts as they stand in the row of that name; the first one, where it is doubled."""
        return self.rows.get((staff_group, band), Counts())

    def band(self, staff_group: str, band: str) -> Counts:
        """The counts of one band of one staff group; of all staff groups for ``all``."""
        given = self.row(staff_group, band)
        if given.bme is not None or staff_group != "all":
            return given
        parts = [self.row(g, band) for g in STAFF_GROUPS[:2]]
        return add([part for part in parts if part.bme is not None])

    def group(self, staff_group: str) -> Counts:
        """The counts of one staff group."""
        members = self.grades if staff_group == "medical" else self.bands
        bands = [self.row(staff_group, b) for b in members]
        present = [band for band in bands if band.bme is not None]
        if present and all(band.complete for band in present):
            return add(present)
        return self.row(staff_group, "all")

    def total(self) -> Counts:
        """The whole workforce."""
        groups = [self.group(staff_group) for staff_group in STAFF_GROUPS]
        if all(group.complete for group in groups):
            return add(groups)
        given = self.row("all", "all")
        if given.bme is not None:
            return given
        single = [self.row("all", band) for band in self.bands]
        present = [band for band in single if band.bme is not None]
        if present:
            return add(present)
        supplied = [group for group in groups if group.bme is not None]
        return add(supplied)

    def cluster(self, staff_group: str, cluster: str) -> Counts:
        """The counts of a cluster of bands; from its single bands where those are given."""
        bands = [self.band(staff_group, band) for band in self.clusters[cluster]]
        present = [band for band in bands if band.bme is not None]
        if present and all(band.complete for band in present):
            return add(present)
        given = self.band(staff_group, cluster)
        return add(present) if given.bme is None else given

    def has_bands(self, staff_group: str) -> bool:
        """Whether any single band of the staff group is given."""
        members = self.grades if staff_group == "medical" else self.bands
        return any(self.row(staff_group, band).bme is not None for band in members)
