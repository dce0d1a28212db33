"""The cells of ``workforce.csv``: where an assignment's staff group, pay and role put a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wres_report.imports.model import Table
from wres_report.standard import Standard

OTHER = "other"
ALL = ("all", "all")


@dataclass(frozen=True)
class Cell:
    """A row of the table. moved: why it is not where its staff group alone would put it."""

    staff_group: str
    band: str
    moved: str = ""


class Cells:
    """Every row that ``workforce.csv`` can have, in the standard's order."""

    def __init__(self, standard: Standard) -> None:
        self.groups = standard.groups.names
        bands = [band.id for band in standard.bands]
        grades = [g.id for g in standard.medical_grades if g.part_of is None]
        self.bands, self.grades = frozenset(bands), frozenset(grades)
        self.parts = {g.id: g.part_of for g in standard.medical_grades if g.part_of}
        self.rows = [
            *((group, band) for group in ("non_clinical", "clinical") for band in bands),
            *(("medical", grade) for grade in grades),
        ]
        self.number = {row: number for number, row in enumerate(self.rows)}
        # Bands from the lowest, whatever the staff group; above them grades, from the consultant's.
        places = [*bands, *reversed(grades)]
        self.height = {row: places.index(row[1]) for row in self.rows}

    def cell(self, staff_group: str, pay: str, role: str) -> Cell | None:
        """The row for a staff group, a band or grade, and a medical grade by the role.

        None where a doctor's grade cannot be told. A grade of doctors makes a person medical
        whatever the staff group; a band among doctors is “other”.
        """
        pay = self.parts.get(pay) or pay
        if pay == "medical" or (staff_group == "medical" and not pay):
            return Cell("medical", role) if role in self.grades else None
        if pay in self.grades:
            moved = "" if staff_group == "medical" else "a grade of doctors in another staff group"
            return Cell("medical", pay, moved)
        if staff_group == "medical":
            if role in self.grades:
                return Cell("medical", role)
            return Cell("medical", OTHER, "a band of Agenda for Change or VSM among doctors")
        return Cell(staff_group, pay)

    def order(self, cell: Cell) -> int:
        """Where the row stands when the highest band counts: the highest has the smallest.

        A grade of doctors is above every band. Rows of one band in two staff groups stand alike.
        """
        return len(self.rows) - self.height[cell.staff_group, cell.band]

    def tables(self, counted: Iterable[tuple[str, int, int, int]]) -> tuple[Table, ...]:
        """The table of each trust. counted: trust, number of the row, of the group, people."""
        sums: dict[str, dict[tuple[int, int], int]] = {}
        for trust, cell, group, people in counted:
            of_trust = sums.setdefault(trust, {})
            of_trust[cell, group] = of_trust.get((cell, group), 0) + people
        columns = ("staff_group", "band", *self.groups)
        return tuple(Table(trust, columns, self._rows(found)) for trust, found in sums.items())

    def _rows(self, found: Mapping[tuple[int, int], int]) -> tuple[tuple[str, ...], ...]:
        totals = [sum(n for (_, g), n in found.items() if g == group) for group in range(3)]
        # A list is of the whole workforce, so its total is known even where a staff group is none.
        rows = [(*ALL, *map(str, totals))]
        for number, (staff_group, band) in enumerate(self.rows):
            people = [found.get((number, group), 0) for group in range(len(self.groups))]
            if any(people):
                rows.append((staff_group, band, *map(str, people)))
        return tuple(rows)


def people_in(table: Table) -> int:
    """Everyone in the bands and grades of a table of this kind; its row of all must say the same.

    Raises RuntimeError where it does not.
    """
    of = {row[:2] == ALL: 0 for row in table.rows}
    for row in table.rows:
        of[row[:2] == ALL] += sum(map(int, row[2:]))
    if of.get(True, 0) != of.get(False, 0):
        raise RuntimeError("the rows do not add up to the row of all")
    return of.get(False, 0)
