"""Counts events in the database: those with the same number once, and people once a year.

As with staff lists nothing of a row leaves it: only the different values of the columns that must
be understood, and counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.imports.database import table_of
from wres_report.imports.row_list import RowList

# The columns that are never looked at from outside.
CASE_KEY = "case_key"
KEYS = ("application", "vacancy", CASE_KEY, "person", "organisation")
# Each row without a number has one of its own, which no cell can hold.
ALONE = "chr(1) || rowid"
TOTAL_WORDS = "'total', 'totals', 'grand total', 'sum', 'overall', 'all'"


@dataclass(frozen=True)
class Tally:
    """Events by trust, period, level (how far they came) and group."""

    trust: str
    period: int
    level: int
    group: int
    number: int


@dataclass(frozen=True)
class Merged:
    """repeated: rows of an event beyond its first. earlier: events that began before the years
    that count. again: further events of a person in a year. contradicting: people or events with
    White and BME. filled: with a known group beside an unknown one."""

    repeated: int
    earlier: int
    again: int
    contradicting: int
    filled: int


class EventRows(RowList):
    """A list of events in the database. columns: as of a staff list, with the keys of ``KEYS``."""

    def trim_keys(self) -> None:
        """Take the spaces away from around the keys, which are compared as they stand."""
        self.looked_at = [name for name in self.columns if name not in KEYS]
        for name in KEYS:
            if name in self.columns:
                self.connection.execute(
                    f"update loaded set {name} = trim({name}) where {name} <> trim({name})"
                )

    def drop_notes(self, of_data: Sequence[str], first_cell: str) -> int:
        """Take out totals, titles and notes: rows with text in none of the columns of data.

        Where there is one such column alone, a row must look like a note as well: an event of
        unknown ethnicity looks the same otherwise.
        """
        empty = " and ".join(f"trim({name}) = ''" for name in of_data)
        total = f"lower(trim({first_cell})) in ({TOTAL_WORDS})" if first_cell else "false"
        if len(of_data) > 1:
            return self.drop_rows(f"({empty}) or ({total})")
        noted = f"contains(trim({first_cell}), ' ')" if first_cell else "true"
        return self.drop_rows(f"({empty} and {noted}) or ({total})")

    def encode_events(
        self, codes: dict[str, dict[int, int]], first: Sequence[str], second: str
    ) -> None:
        """Replace texts by small numbers.

        codes: for each column the number of a value to its code. first: the columns that together
        name an event. second: the column that names a person; empty for none.
        """
        joins, names = [], []
        for name, kept in codes.items():
            rows = [(str(n), str(code)) for n, code in kept.items()]
            table_of(self.connection, "codes", rows, 2)
            self.connection.execute(
                f"create or replace table code_of_{name} as select text, c1::integer as code "
                f"from values_of_{name} join codes on number = c0::bigint"
            )
            joins.append(f" join code_of_{name} on loaded.{name} = code_of_{name}.text")
            names.append(f", code_of_{name}.code as {name}")
        filled = " and ".join(f"{name} <> ''" for name in first)
        together = " || chr(2) || ".join(f"loaded.{name}" for name in first)
        event = f"case when {filled} then {together} else '' end" if first else "''"
        person = f"loaded.{second}" if second else "''"
        trust = "loaded.organisation" if "organisation" in self.columns else "''"
        self.connection.execute(
            f"create or replace table encoded as select {trust} as trust, {event} as event, "
            f"{person} as person{''.join(names)} from loaded{''.join(joins)}"
        )
        self.connection.execute("drop table loaded")

    def rows_of_unknown(self, name: str) -> list[tuple[int, int]]:
        """For each value of a column that nobody knows its number, and how many rows have it."""
        found = self.connection.execute(
            f"select -{name}, count(*) as rows from encoded where {name} < 0 group by {name} "
            "order by rows desc, 1"
        ).fetchall()
        return [(int(number), int(rows)) for number, rows in found]

    def drop(self, condition: str) -> int:
        """Take encoded rows out; returns how many."""
        rows = self.rows_with(condition)
        if rows:
            self.connection.execute(f"delete from encoded where {condition}")
        return rows

    def add_level(self, expression: str) -> None:
        """Say how far each row came. expression: over the codes."""
        self.connection.execute("alter table encoded add column level integer")
        self.connection.execute(f"update encoded set level = {expression}")

    def rows_by_level(self) -> dict[tuple[int, int], int]:
        """How many rows each level and group has, as the file stands."""
        found = self.connection.execute(
            "select level, ethnicity, count(*) from encoded group by all"
        ).fetchall()
        return {(int(level), int(group)): int(rows) for level, group, rows in found}

    def nameless(self, column: str) -> int:
        return self.rows_with(f"{column} = ''")

    def tally(self, period: str, periods: int) -> tuple[list[Tally], Merged]:
        """Count. period: of a row, in SQL. periods: how many years count, this and those before it.

        An event belongs to the year of its earliest row, and is as far as its furthest.
        """
        rows = self._number("select count(*) from encoded")
        self.connection.execute(
            "create or replace table events as select trust, max(person) as person, "
            f"max({period}) as period, max(level) as level, bit_or(1 << ethnicity) as groups "
            f"from encoded group by trust, case when event = '' then {ALONE} else event end"
        )
        events = self._number("select count(*) from events")
        earlier = self._number(f"select count(*) from events where period >= {periods}")
        self.connection.execute(f"delete from events where period >= {periods}")
        self.connection.execute(
            "create or replace table persons as select trust, period, max(level) as level, "
            "bit_or(groups) as groups from events group by trust, period, "
            f"case when person = '' then {ALONE} else person end"
        )
        persons = self._number("select count(*) from persons")
        contradicting = self._number("select count(*) from persons where groups & 3 = 3")
        filled = self._number("select count(*) from persons where groups in (5, 6)")
        # White is 1, BME 2, unknown 4; White and BME of one person cannot both be, so neither is.
        found = self.connection.execute(
            "select trust, period, level, case when groups & 3 = 1 then 0 when groups & 3 = 2 "
            "then 1 else 2 end as grp, count(*) from persons group by all order by all"
        ).fetchall()
        tallies = [Tally(str(t), int(p), int(lv), int(g), int(n)) for t, p, lv, g, n in found]
        again = events - earlier - persons
        return tallies, Merged(rows - events, earlier, again, contradicting, filled)
