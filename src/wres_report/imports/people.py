"""Counts the people of a staff list in the database. Nothing of a row ever leaves it.

What leaves it are the different values of the columns that must be understood, such as the pay
scales, each with a number of rows; and at the end the counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from wres_report.faults import input_fault
from wres_report.imports.database import table_of
from wres_report.imports.source import Sheet

# A column of pay scales, roles or days has at most so many different values.
MOST_VALUES = 60_000
# An assignment's place among those of a person: primary ones first, then the higher band.
PRIMARY_WEIGHT, ORDER_WEIGHT, CELL_WEIGHT = 100_000_000, 100_000, 10


@dataclass(frozen=True)
class Value:
    """A value of a column: its number in the database, the text, and in how many rows it is."""

    number: int
    text: str
    rows: int


@dataclass(frozen=True)
class Counted:
    """People by trust, cell and group. trust: empty where no column says whose they are."""

    trust: str
    cell: int
    group: int
    people: int


@dataclass(frozen=True)
class Duplicates:
    """assignments: rows beyond the first of a person. undecided: of these, people without exactly
    one primary assignment. contradicting: people with more than one ethnic group. nameless: rows
    without a person's number."""

    assignments: int
    undecided: int
    contradicting: int
    nameless: int


class StaffList:
    """A staff list in the database.

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
        for name in ("person", "organisation"):
            # Values of the other columns are few, and are looked at one by one.
            if name in self.columns and self._number(
                f"select count(*) from loaded where starts_with({name}, ' ') "
                f"or ends_with({name}, ' ')"
            ):
                self.connection.execute(f"update loaded set {name} = trim({name})")
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
        self.connection.execute(
            f"create or replace table values_of_{name} as select row_number() over () as number, "
            f"{name} as text, count(*) as people from loaded group by {name}"
        )
        different = self._number(f"select count(*) from values_of_{name}")
        if different > MOST_VALUES:
            raise input_fault(
                f"The column taken for {name} has {different:,} different values.",
                self.sheet.place,
                f'It is another column. Say which one it is: --map "HEADING={name}".',
            )
        found = self.connection.execute(f"select * from values_of_{name}").fetchall()
        return [Value(number, text.strip(), rows) for number, text, rows in found]

    def codes(self) -> list[str]:
        """The organisations of the list."""
        found = self.connection.execute("select distinct organisation from loaded").fetchall()
        return sorted(code for (code,) in found)

    def encode(self, kept: dict[str, dict[int, int]]) -> None:
        """Replace texts by small numbers: for each column the number of a value to its code."""
        joins, names = [], []
        for name, codes in kept.items():
            table_of(
                self.connection, "codes", [(str(n), str(code)) for n, code in codes.items()], 2
            )
            self.connection.execute(
                f"create or replace table code_of_{name} as select text, c1::integer as code "
                f"from values_of_{name} join codes on number = c0::bigint"
            )
            joins.append(f" join code_of_{name} on loaded.{name} = code_of_{name}.text")
            names.append(f", code_of_{name}.code as {name}")
        person = "loaded.person" if "person" in self.columns else "''"
        trust = "loaded.organisation" if "organisation" in self.columns else "''"
        self.connection.execute(
            f"create or replace table encoded as select {trust} as trust, {person} as person"
            f"{''.join(names)} from loaded{''.join(joins)}"
        )
        self.connection.execute("drop table loaded")

    def combinations(self, names: Sequence[str]) -> list[tuple[int, ...]]:
        """The different combinations of codes, each with its number of rows at the end."""
        listed = ", ".join(names)
        found = self.connection.execute(
            f"select {listed}, count(*) from encoded group by {listed}"
        ).fetchall()
        return [tuple(row) for row in found]

    def people_by_unknown(self, name: str) -> list[tuple[int, int]]:
        """For each value of a column that nobody knows its number, and how many people."""
        found = self.connection.execute(
            f"select -{name}, count(distinct (trust, person)) filter (where person <> '') "
            f"+ count(*) filter (where person = '') as people from encoded where {name} < 0 "
            f"group by {name} order by people desc, 1"
        ).fetchall()
        return [(int(number), int(people)) for number, people in found]

    def rows_by(self, expression: str) -> dict[int, int]:
        """How many rows have each value of an expression over the codes."""
        found = self.connection.execute(
            f"select {expression} as value, count(*) from encoded group by value"
        ).fetchall()
        return {int(value): int(rows) for value, rows in found}

    def rows_with(self, condition: str) -> int:
        return self._number(f"select count(*) from encoded where {condition}")

    def replace(self, name: str, code: int, condition: str) -> int:
        """Give the rows another code in a column; returns how many."""
        rows = self.rows_with(condition)
        if rows:
            self.connection.execute(f"update encoded set {name} = {code} where {condition}")
        return rows

    def keep(self, condition: str) -> None:
        self.connection.execute(f"delete from encoded where not ({condition})")

    def place_cells(self, names: Sequence[str], cells: Iterable[tuple[int, ...]]) -> None:
        """Give each row its cell of the table. cells: a combination, its cell, its order."""
        rows = [tuple(map(str, row)) for row in cells]
        table_of(self.connection, "cells_of", rows, len(names) + 2)
        same = " and ".join(f"encoded.{name} = c{i}::integer" for i, name in enumerate(names))
        at = len(names)
        primary = "encoded.main" if "main" in self.columns else "0"
        group = "encoded.ethnicity"
        self.connection.execute(
            "create or replace table placed as select trust, person, "
            f"{primary}::bigint * {PRIMARY_WEIGHT} + c{at + 1}::bigint * {ORDER_WEIGHT} "
            f"+ c{at}::bigint * {CELL_WEIGHT} + {group} as weight, {group} as grp, "
            f"{primary} as main from encoded join cells_of on {same}"
        )
        self.connection.execute("drop table encoded")

    def count(self) -> tuple[list[Counted], Duplicates]:
        """Each person once: by the first of the assignments, as ``weight`` orders them."""
        self.connection.execute(
            "create or replace table persons as select trust, min(weight) as weight, "
            "count(*) as rows, count(*) filter (where main = 0) as mains, "
            "min(grp) <> max(grp) as differ from placed where person <> '' group by trust, person"
        )
        duplicates = self.connection.execute(
            "select coalesce(sum(rows - 1), 0), count(*) filter (where rows > 1 and mains <> 1), "
            "count(*) filter (where differ) from persons"
        ).fetchone()
        found = self.connection.execute(
            f"select trust, weight % {ORDER_WEIGHT} as place, count(*) from (select trust, weight "
            "from persons union all select trust, weight from placed where person = '') "
            "group by all order by all"
        ).fetchall()
        counted = [
            Counted(trust, place // CELL_WEIGHT, place % CELL_WEIGHT, people)
            for trust, place, people in found
        ]
        nameless = self._number("select count(*) from placed where person = ''")
        assignments, undecided, contradicting = map(int, duplicates)
        return counted, Duplicates(assignments, undecided, contradicting, nameless)

    def _number(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0])
