"""The values of lists of events as small numbers, and questions about those that nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from wres_report.imports.answers import EMPTY, LEFT_OUT
from wres_report.imports.event_rows import EventRows, Tally
from wres_report.imports.event_values import BASIS, NO_DATE, THIS, EventValues
from wres_report.imports.meanings import plain
from wres_report.imports.model import Undecided
from wres_report.imports.row_list import Value
from wres_report.imports.showing import shown
from wres_report.imports.staff_list import MOST_ASKED

# Codes of values: left out, after the year; from 1000 on a value that is left out, by its number.
OUT, AFTER, VALUES_OUT = 900, 901, 1000
# Of a day: none that can be read, and none at all.
UNREADABLE, NO_DAY = -1, -2
TWO_YEARS = "two_year_average"
FLAGS = ("shortlisted", "appointed", "mandatory")


class EventCodes:
    """Understands the values of each column, by what ``values`` says of them."""

    def __init__(self, values: EventValues) -> None:
        self.values = values

    def of(self, name: str, values: Sequence[Value]) -> list[int]:
        """The code of each value; of one that nobody knows its own number, negative."""
        if name == "day":
            return self._periods(values)
        if name.startswith("assignment"):
            lookup = self.values.lookups.left_out.get("assignment")
            return [OUT if lookup and lookup.find(plain(v.text)) else 0 for v in values]
        codes = []
        for value in values:
            if name in FLAGS:
                flag = self.values.flag(value.text)
                code = -value.number if flag is None else int(flag)
            elif name == "ethnicity":
                meaning = self.values.answers.group(value.text).meaning
                code = self._code(value, meaning, self.values.answers.groups)
            else:
                meaning = self.values.outcome(name, value.text).meaning
                code = self._code(
                    value, meaning, (*self.values.table.below, *self.values.table.measures)
                )
            codes.append(code)
        return codes

    def _code(self, value: Value, meaning: str, meanings: Sequence[str]) -> int:
        if not meaning:
            return -value.number
        return VALUES_OUT + value.number if meaning == LEFT_OUT else meanings.index(meaning)

    def _periods(self, values: Sequence[Value]) -> list[int]:
        periods = self.values.periods_of(values)
        said = self.values.said(NO_DATE)
        without = {"": NO_DAY, LEFT_OUT: OUT}.get(said, THIS)
        found = []
        for value in values:
            period = periods.get(value.number, UNREADABLE if value.text else without)
            found.append(AFTER if period is None else period)
        return found

    def ask(self, rows: EventRows, name: str, known: dict[int, Value]) -> None:
        """List what nobody knows; only of rows that would be counted."""
        if name == "day":
            self._ask_days(rows)
            return
        unknown = rows.rows_of_unknown(name)
        column = self.values.answers.word(name)
        if len(unknown) > MOST_ASKED:
            # So many are no stages or kinds; they may be names, and are never listed.
            self.values.ask(
                column, f"{len(unknown):,} different values", sum(n for _, n in unknown),
                f"another column holds the {column}", f'--map "HEADING={column}"',
            )  # fmt: skip
            return
        for number, count in unknown:
            text = known[number].text
            if name in FLAGS:
                proposal = "yes or no"
            elif name == "ethnicity":
                proposal = self.values.answers.group(text).proposal
            else:
                proposal = self.values.outcome(name, text).proposal
            word = shown(text) or EMPTY
            self.values.ask(column, word, count, proposal, f'--value "{word}=MEANING"')

    def _ask_days(self, rows: EventRows) -> None:
        if unreadable := rows.rows_with(f"day = {UNREADABLE}"):
            self.values.ask(
                "the day", "no day, or day and month in both orders", unreadable,
                "put the column right in the export", '--map "HEADING="',
            )  # fmt: skip
        if empty := rows.rows_with(f"day = {NO_DAY}"):
            self.values.ask(
                "the day", EMPTY, empty, "",
                f'--value "{NO_DATE}=in_year", or "{NO_DATE}={LEFT_OUT}"',
            )  # fmt: skip

    def ask_two_years(self, tallies: Sequence[Tally], periods: int) -> list[Undecided]:
        """The question whether a list without a case of the year before is of both years."""
        if periods == 1 or self.values.said(BASIS) or any(tally.period for tally in tallies):
            return []
        self.values.ask(
            "the two years", "the list has no case of the year before", 0,
            "take the list of both years", f'--value "{BASIS}=year_end", or '
            f'"{BASIS}={TWO_YEARS}" if there was none',
        )  # fmt: skip
        return self.values.asked[-1:]
