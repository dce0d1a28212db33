"""Counts the people of a staff list in the database. Nothing of a row ever leaves it.

Rows are many, but most of them say the same but for the person: 1.6 million rows have some 2,500
kinds. So rules are applied to kinds, and of the rows nothing but trust, person and kind is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wres_report.imports.database import table_of
from wres_report.imports.row_list import RowList, Value

# An assignment's place among those of a person: primary ones first, then the higher band.
PRIMARY_WEIGHT, ORDER_WEIGHT, CELL_WEIGHT = 100_000_000, 100_000, 10
# Columns of days have so many values that they would make too many kinds; they stand beside them.
DAYS = ("started", "ended")
# A row's spot: its kind, and the reasons for which its days leave it out.
KIND_WEIGHT, DAY_WEIGHT = 1_000_000, 1000


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


class StaffList(RowList):
    """A staff list in the database.

    The table ``kinds`` has a row for each different combination of the columns that are looked
    at, days aside, with a number of rows; ``encoded`` the same with codes in place of texts, and
    one row for each spot; ``placed`` the trust, the person and the spot of each row of the list.
    """

    def load(self, below: int, width: int, *, numbered: bool) -> int:
        rows = super().load(below, width, numbered=numbered)
        self._find_kinds()
        return rows

    def _find_kinds(self) -> None:
        self.of_kinds = [name for name in self.looked_at if name not in DAYS]
        listed = ", ".join(self.of_kinds)
        self.connection.execute(
            "create or replace table kinds as select row_number() over () as kind, * from "
            f"(select {listed}, count(*) as people from loaded group by {listed})"
        )

    def written(self, name: str, text: str) -> list[str]:
        if name not in self.of_kinds:
            return super().written(name, text)
        found = self.connection.execute(f"select distinct {name} from kinds").fetchall()
        return [cell for (cell,) in found if cell.strip() == text]

    def drop_kinds(self, condition: str, values: Sequence[str]) -> int:
        """Take rows out by the texts of a kind; returns how many."""
        rows = self._number(f"select coalesce(sum(people), 0) from kinds where {condition}", values)
        if rows:
            super().drop_rows(condition, values)
            self.connection.execute(f"delete from kinds where {condition}", list(values))
        return rows

    def drop_rows(self, condition: str, values: Sequence[str] = ()) -> int:
        rows = super().drop_rows(condition, values)
        if rows:
            self._find_kinds()
        return rows

    def values(self, name: str) -> list[Value]:
        if name not in self.of_kinds:
            return super().values(name)
        return self._values(name, "sum(people)", "kinds")

    def encode(self, kept: dict[str, dict[int, int]]) -> None:
        """Replace texts by small numbers: for each column the number of a value to its code."""
        for name, codes in kept.items():
            table_of(
                self.connection, "codes", [(str(n), str(code)) for n, code in codes.items()], 2
            )
            self.connection.execute(
                f"create or replace table code_of_{name} as select text, c1::integer as code "
                f"from values_of_{name} join codes on number = c0::bigint"
            )
        self._place()
        texts = "".join(
            f" join code_of_{name} on kinds.{name} = code_of_{name}.text" for name in self.of_kinds
        )
        names = "".join(f", code_of_{name}.code as {name}" for name in self.of_kinds)
        days = "".join(
            f", spot // {weight} % {DAY_WEIGHT} * {DAY_WEIGHT} as {name}"
            for name, weight in zip(DAYS, (DAY_WEIGHT, 1), strict=True)
        )
        self.connection.execute(
            f"create or replace table encoded as select spot{days}{names}, spots.people as people "
            "from (select spot, count(*) as people from placed group by spot) as spots "
            f"join kinds on spot // {KIND_WEIGHT} = kind{texts}"
        )

    def _place(self) -> None:
        """Give each row its spot, and forget its texts."""
        same = " and ".join(f"loaded.{name} = kinds.{name}" for name in self.of_kinds)
        person = "loaded.person" if "person" in self.columns else "''"
        trust = "loaded.organisation" if "organisation" in self.columns else "''"
        spot, joins = f"kind * {KIND_WEIGHT}", f" join kinds on {same}"
        for name, weight in zip(DAYS, (DAY_WEIGHT, 1), strict=True):
            if name in self.columns:
                spot += f" + code_of_{name}.code // {DAY_WEIGHT} * {weight}"
                joins += f" join code_of_{name} on loaded.{name} = code_of_{name}.text"
        self.connection.execute(
            f"create or replace table placed as select {trust} as trust, {person} as person, "
            f"{spot} as spot from loaded{joins}"
        )
        self.connection.execute("drop table loaded")

    def combinations(self, names: Sequence[str]) -> list[tuple[int, ...]]:
        """The different combinations of codes, each with its number of rows at the end."""
        listed = ", ".join(names)
        found = self.connection.execute(
            f"select {listed}, sum(people) from encoded group by {listed}"
        ).fetchall()
        return [tuple(map(int, row)) for row in found]

    def people_by_unknown(self, name: str) -> list[tuple[int, int]]:
        """For each value of a column that nobody knows its number, and how many people."""
        found = self.connection.execute(
            f"select -{name}, count(distinct (trust, person)) filter (where person <> '') "
            "+ count(*) filter (where person = '') as people from placed join encoded using (spot) "
            f"where {name} < 0 group by {name} order by people desc, 1"
        ).fetchall()
        return [(int(number), int(people)) for number, people in found]

    def rows_by(self, expression: str) -> dict[int, int]:
        """How many rows have each value of an expression over the codes."""
        found = self.connection.execute(
            f"select {expression} as value, sum(people) from encoded group by value"
        ).fetchall()
        return {int(value): int(rows) for value, rows in found}

    def rows_with(self, condition: str) -> int:
        return self._number(f"select coalesce(sum(people), 0) from encoded where {condition}")

    def replace(self, name: str, code: int, condition: str) -> int:
        """Give the rows another code in a column; returns how many."""
        rows = self.rows_with(condition)
        if rows:
            self.connection.execute(f"update encoded set {name} = {code} where {condition}")
        return rows

    def keep(self, condition: str) -> None:
        """Take out the rows that do not meet a condition over the codes."""
        self.connection.execute(f"delete from encoded where not ({condition})")

    def place_cells(self, names: Sequence[str], cells: Iterable[tuple[int, ...]]) -> None:
        """Give each spot its cell of the table. cells: a combination, its cell, its order."""
        rows = [tuple(map(str, row)) for row in cells]
        table_of(self.connection, "cells_of", rows, len(names) + 2)
        same = " and ".join(f"encoded.{name} = c{i}::integer" for i, name in enumerate(names))
        at = len(names)
        primary = "encoded.main" if "main" in self.columns else "0"
        group = "encoded.ethnicity"
        self.connection.execute(
            "create or replace table weights as select spot, "
            f"{primary}::bigint * {PRIMARY_WEIGHT} + c{at + 1}::bigint * {ORDER_WEIGHT} "
            f"+ c{at}::bigint * {CELL_WEIGHT} + {group} as weight, (1 << {group}) as grp, "
            f"{primary} as main from encoded join cells_of on {same}"
        )

    def count(self) -> tuple[list[Counted], Duplicates]:
        """Each person once: by the first of the assignments, as ``weight`` orders them."""
        persons = (
            "select trust, min(weight) as weight, count(*) as rows, "
            "count(*) filter (where main = 0) as mains, bit_count(bit_or(grp)) as groups "
            "from placed join weights using (spot) where person <> '' group by trust, person"
        )
        nameless = (
            "select trust, weight, 1 as rows, 1 as mains, 1 as groups "
            "from placed join weights using (spot) where person = ''"
        )
        found = self.connection.execute(
            f"select trust, weight % {ORDER_WEIGHT} as place, count(*), sum(rows - 1), "
            "count(*) filter (where rows > 1 and mains <> 1), count(*) filter (where groups > 1) "
            f"from ({persons} union all {nameless}) group by trust, place order by trust, place"
        ).fetchall()
        counted = [
            Counted(trust, place // CELL_WEIGHT, place % CELL_WEIGHT, people)
            for trust, place, people, *_ in found
        ]
        assignments, undecided, contradicting = (
            sum(int(row[index]) for row in found) for index in (3, 4, 5)
        )
        without = self._number(
            "select count(*) from placed join weights using (spot) where person = ''"
        )
        return counted, Duplicates(assignments, undecided, contradicting, without)
