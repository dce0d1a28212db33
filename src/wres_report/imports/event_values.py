"""What the values of lists of events stand for, and what somebody has said of the file as a whole.

What a file cannot tell is told by a value in brackets, ``--value "(every row)=entered"``, and is
kept with the other decisions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from wres_report.imports.answers import EMPTY, LEFT_OUT, Answer, Answers
from wres_report.imports.dates import day_of, month_first
from wres_report.imports.event_columns import EventTable
from wres_report.imports.lookups import Lookups
from wres_report.imports.meanings import plain
from wres_report.imports.model import Undecided
from wres_report.imports.row_list import Value
from wres_report.imports.staff_values import NO, YES

EVERY_ROW, PERSON, NO_DATE, BASIS, STAGES = (
    "(every row)", "(person)", "(no date)", "(basis)", "(stages)",
)  # fmt: skip
# What each of them may be told, beside the measures of the table for “(every row)”.
SAYINGS: dict[str, tuple[str, ...]] = {
    PERSON: ("each_row",), NO_DATE: ("in_year", LEFT_OUT),
    BASIS: ("year_end", "two_year_average"), STAGES: ("each_once", "reached"),
}  # fmt: skip
YES_NO = ("yes", "no")
HINTS = (
    ("offer", "appointed or shortlisted"), ("withdr", "shortlisted or not_shortlisted"),
    ("reject", "shortlisted or not_shortlisted"), ("unsuccess", "shortlisted or not_shortlisted"),
    ("not appointed", "shortlisted or not_shortlisted"), ("conduct", "entered"),
    ("disciplin", "entered"), ("mandatory", LEFT_OUT), ("statutory", LEFT_OUT),
    ("professional", "accessed"), ("attend", "accessed"),
)  # fmt: skip
# The periods of a row: of this year, of the one before, of an earlier one.
THIS, LAST, EARLIER = 0, 1, 2


def meanings_of_values(table: EventTable) -> tuple[str, ...]:
    """All that ``--value`` may say for a table, beside the ethnic groups and ``left_out``."""
    return (
        *table.measures, *table.below, *YES_NO,
        *(word for words in SAYINGS.values() for word in words if word != LEFT_OUT),
    )  # fmt: skip


@dataclass
class EventValues:
    """Understands values. ends: the last day of the year.

    asked: what nobody knows, in the order in which it was met.
    """

    table: EventTable
    answers: Answers
    lookups: Lookups
    values: Mapping[str, str]
    ends: date
    asked: list[Undecided] = field(default_factory=list)

    def said(self, subject: str) -> str:
        """What was told of the file as a whole; empty where nothing was."""
        told = self.values.get(plain(subject), "")
        allowed = self.table.measures[:1] if subject == EVERY_ROW else SAYINGS[subject]
        return told if told in allowed else ""

    def outcome(self, column: str, text: str) -> Answer:
        """A measure, an outcome below it, or ``left_out``. column: ``stage``, ``kind``, …"""
        words = plain(text)
        told = self.values.get(words or plain(EMPTY), "")
        if told in self.table.possible:
            return Answer(told)
        lookup = self.lookups.outcomes.get(f"{self.table.name}.{column}")
        found = lookup.find(words) if lookup and words else ""
        if found in self.table.possible:
            return Answer(found)
        possible = " ".join((*self.table.possible, "or"))
        hints = [hint for word, hint in HINTS if word in words and set(hint.split()) <= set(
            possible.split())]  # fmt: skip
        return Answer("", hints[0] if hints else "")

    def flag(self, text: str) -> bool | None:
        """Whether a cell says yes: in words, or with the day on which it happened."""
        words = plain(text)
        told = self.values.get(words, "")
        if told in YES_NO:
            return told == "yes"
        if words in YES or day_of(text) is not None:
            return True
        return False if words in NO else None

    def periods_of(self, values: Sequence[Value]) -> dict[int, int | None]:
        """The period of each value that is a day, None for a day after the year.

        None is in it where the column has day and month in both orders.
        """
        american = month_first(value.text for value in values)
        if american is None:
            return {}
        days = {value.number: day_of(value.text, american) for value in values}
        return {number: self._period(day) for number, day in days.items() if day is not None}

    def _period(self, day: date) -> int | None:
        if day > self.ends:
            return None
        starts = [self.ends.replace(year=self.ends.year - back) for back in (1, 2)]
        return next((n for n, start in enumerate(starts) if day > start), EARLIER)

    def ask(self, column: str, value: str, rows: int, proposal: str, option: str) -> None:
        self.asked.append(Undecided(column, value, rows, proposal, option))
