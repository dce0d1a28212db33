"""The rows of a table of events, from what was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from wres_report.imports.event_columns import EventTable
from wres_report.imports.event_rows import Tally
from wres_report.imports.model import Line, Remark, Table
from wres_report.imports.staff_values import Understood
from wres_report.standard import Groups
from wres_report.words import counted


class Counts:
    """basis: ``year_end``, or ``two_year_average`` for half of the two years together."""

    def __init__(self, table: EventTable, basis: str, groups: Groups) -> None:
        self.table, self.basis, self.groups = table, basis, groups

    @property
    def columns(self) -> tuple[str, ...]:
        own = ("basis",) if self.table.has_basis else ()
        return (self.table.label, *self.groups.names, *own)

    def tell(
        self, tallies: Sequence[Tally], before: Mapping[tuple[int, int], int], found: Understood
    ) -> None:
        """Add the tables, and the counts of each stage and group before and after."""
        counted = sum(t.number for t in tallies)
        found.lines.append(Line(f"{self.table.units} counted", counted))
        rows = found.lines[0].number - sum(
            line.number for line in found.lines[1:] if line.what.startswith("left out")
        )
        if rows != counted:
            raise RuntimeError("the rows do not add up to what was counted")
        if self.basis == "two_year_average":
            each = [sum(t.number for t in tallies if t.period == p) for p in (0, 1)]
            found.rules.append(
                "The average of two years is written, as the standard asks for this year: half of "
                f"{each[0]:,} of this year and {each[1]:,} of the year before."
            )
        self._show(tallies, before, found)

    def tell_counts(self, tallies: Sequence[Tally], found: Understood) -> None:
        """The same for counts that somebody has made: each stands for itself."""
        found.lines.append(Line(f"{self.table.units} counted", sum(t.number for t in tallies)))
        before: dict[tuple[int, int], int] = {}
        for t in tallies:
            before[t.level, t.group] = before.get((t.level, t.group), 0) + t.number
        self._show(tallies, before, found)

    def _show(
        self, tallies: Sequence[Tally], before: Mapping[tuple[int, int], int], found: Understood
    ) -> None:
        found.remarks.append(Remark(
            "counts", "By stage and group: rows that could count, then what is counted.",
            tuple(self._steps(tallies, before)),
        ))  # fmt: skip
        found.tables = self.tables(tallies)

    def _steps(
        self, tallies: Sequence[Tally], before: Mapping[tuple[int, int], int]
    ) -> Iterable[str]:
        for level, measure in enumerate(self.table.measures, start=1):
            for group, name in enumerate(self.groups.names):
                rows = sum(n for (reached, g), n in before.items() if reached >= level
                           and g == group)  # fmt: skip
                count = sum(t.number for t in tallies if t.level >= level and t.group == group)
                who = self.groups.spoken[name]
                yield f"{measure}, {who}: {counted(rows, 'row')}, {count:,} counted"

    def tables(self, tallies: Sequence[Tally]) -> tuple[Table, ...]:
        """The table of each trust of which anything is counted."""
        trusts = sorted({t.trust for t in tallies if t.number})
        return tuple(
            Table(trust, self.columns, tuple(self._rows([t for t in tallies if t.trust == trust])))
            for trust in trusts
        )

    def _rows(self, tallies: Sequence[Tally]) -> Iterable[tuple[str, ...]]:
        for level, measure in enumerate(self.table.measures, start=1):
            numbers = [
                sum(t.number for t in tallies if t.level >= level and t.group == group)
                for group in range(len(self.groups.names))
            ]
            yield (measure, *map(self._written, numbers), *((self.basis,) if self.table.has_basis
                                                            else ()))  # fmt: skip

    def _written(self, number: int) -> str:
        if self.basis != "two_year_average":
            return str(number)
        return f"{number // 2}.5" if number % 2 else str(number // 2)
