"""A list with a row for each person or event, in the database. Nothing of a row ever leaves it.

What leaves it are the different values of the columns that must be understood, such as the pay
scales, each with a number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.source import Sheet

# A column of pay scales, roles or days has at most so many different values.
MOST_VALUES = 60_000


@dataclass(frozen=True)
class Value:
    """A value of a column: its number in the database, the text, and in how many rows it is."""

    number: int
    text: str
    rows: int


class RowList:
    """A list in the database, as the table ``loaded``.

    columns: the name of each column and its index in the sheet; ``person`` and ``organisation``
    are never looked at from outside, all others are.
    """

    def __init__(self, connection: Any, sheet: Sheet, columns: dict[str, int]) -> None:
        self.connection = connection
        self.sheet = sheet
        self.columns = columns
        self.looked_at = [name for name in columns if name not in ("person", "organisation")]

    def load(self, below: int, width: int, *, numbered: bool) -> int:
        """Read all rows below the head; returns how many there are, empty ones aside.

        numbered: whether the column of the person holds the number of an assignment, which is
        the person's with a hyphen and a number behind it.
        """
        self.sheet.load(self.connection, self.columns, below, width, raw=True)
        # Values of the other columns are few, and are looked at one by one.
        keys = [name for name in ("person", "organisation") if name in self.columns]
        spaced = [f"starts_with({name}, ' ') or ends_with({name}, ' ')" for name in keys]
        if keys and self._number(f"select count(*) from loaded where {' or '.join(spaced)}"):
            trimmed = ", ".join(f"{name} = trim({name})" for name in keys)
            self.connection.execute(f"update loaded set {trimmed}")
        if numbered:
            self.connection.execute(
                r"update loaded set person = regexp_replace(person, '\s*[-/]\s*\d+$', '')"
            )
        if self.columns:
            every = " and ".join(f"{name} in ('', ' ')" for name in self.columns)
            self.connection.execute(f"delete from loaded where {every}")
        return self._number("select count(*) from loaded")

    def written(self, name: str, text: str) -> list[str]:
        """The ways in which a column writes a text: with spaces around it or without."""
        found = self.connection.execute(f"select distinct {name} from loaded").fetchall()
        return [cell for (cell,) in found if cell.strip() == text]

    def drop_rows(self, condition: str, values: Sequence[str] = ()) -> int:
        """Take rows out; returns how many."""
        before = self._number("select count(*) from loaded")
        self.connection.execute(f"delete from loaded where {condition}", list(values))
        return before - self._number("select count(*) from loaded")

    def values(self, name: str) -> list[Value]:
        """The different values of a column.

        Raises an input fault where there are so many that it cannot be such a column.
        """
        return self._values(name, "count(*)", "loaded")

    def _values(self, name: str, rows: str, table: str) -> list[Value]:
        """The different values of a column of a table. rows: how many rows have one, in SQL."""
        self.connection.execute(
            f"create or replace table values_of_{name} as select row_number() over () as number, "
            f"{name} as text, {rows} as people from {table} group by {name}"
        )
        different = self._number(f"select count(*) from values_of_{name}")
        if different > MOST_VALUES:
            raise input_fault(
                f"The column taken for {name} has {different:,} different values.",
                self.sheet.place,
                f'It is another column. Say which one it is: --map "HEADING={name}".',
            )
        found = self.connection.execute(f"select * from values_of_{name}").fetchall()
        return [Value(number, text.strip(), int(rows)) for number, text, rows in found]

    def codes(self) -> list[str]:
        """The organisations of the list."""
        found = self.connection.execute("select distinct organisation from loaded").fetchall()
        return sorted(code for (code,) in found)

    def rows_with(self, condition: str) -> int:
        """How many encoded rows meet a condition."""
        return self._number(f"select count(*) from encoded where {condition}")

    def _number(self, query: str, values: Sequence[str] = ()) -> int:
        return int(self.connection.execute(query, list(values)).fetchone()[0])
