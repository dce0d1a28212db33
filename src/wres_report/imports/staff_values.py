"""What each value of a staff list's columns is: as a small number that the database can count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from wres_report.imports.answers import LEFT_OUT, STAFF_GROUPS, Answer, Answers
from wres_report.imports.cells import Cells
from wres_report.imports.dates import day_of, month_first
from wres_report.imports.meanings import plain
from wres_report.imports.model import Line, Remark, Table, Undecided
from wres_report.imports.row_list import Value
from wres_report.imports.showing import shown
from wres_report.words import counted

# Columns that there may be several of, and that say who is left out.
OUT = ("assignment", "role", "position")
NOT_YET, LEFT = "joined after the snapshot", "left before the snapshot"
# Codes of values: from 1000 on a reason to leave a row out; this one if a person has said so.
TOLD_OUT, REASONS = 900, 1000
YES = frozenset({"y", "yes", "true", "1", "primary", "main", "p"})
NO = frozenset({"n", "no", "false", "0", "secondary", "", "non primary", "not primary", "s"})


@dataclass
class Understood:
    """What is found on the way; becomes part of ``Imported``."""

    lines: list[Line] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    undecided: list[Undecided] = field(default_factory=list)
    tables: tuple[Table, ...] = ()


class StaffValues:
    """Understands values. reasons: why rows are left out, in the order of their codes.

    meanings: what a code of a column stands for. found: where what a person must know is added.
    """

    def __init__(self, answers: Answers, cells: Cells, snapshot: date, found: Understood) -> None:
        self.answers, self.cells, self.snapshot, self.found = answers, cells, snapshot, found
        self.reasons: list[str] = []
        self.meanings: dict[str, tuple[str, ...]] = {
            "staff_group": STAFF_GROUPS,
            "pay": (*answers.bands, *answers.grades, "medical"),
            "ethnicity": answers.groups,
        }

    def codes(self, name: str, values: Sequence[Value]) -> dict[int, int]:
        """The code of each value. A code of 1000 and more is a reason to leave the row out."""
        if name == "main":
            return self._primary(values)
        if name in ("started", "ended"):
            return self._days(name, values)
        kind = name.split("_")[0]
        if name in ("staff_group", "pay", "ethnicity"):
            return {v.number: self._code(name, v) for v in values}
        codes = {}
        lookup = self.answers.lookups.left_out.get(kind)
        for value in values:
            reason = lookup.find(plain(value.text)) if lookup and value.text else ""
            if self.answers.values.get(plain(value.text)) == LEFT_OUT:
                reason = "told to be left out"
            if reason and reason not in self.reasons:
                self.reasons.append(reason)
            grade = self._grade(value.text) if kind == "role" else 0
            codes[value.number] = (self.reasons.index(reason) + 1) * REASONS if reason else grade
        return codes

    def answer(self, name: str, text: str) -> Answer:
        by_name: dict[str, Callable[[str], Answer]] = {
            "staff_group": self.answers.staff_group, "pay": self.answers.pay,
            "ethnicity": self.answers.group,
        }  # fmt: skip
        return by_name[name](text)

    def _code(self, name: str, value: Value) -> int:
        """The place of its meaning; for a value that nobody knows its own number, negative."""
        answer = self.answer(name, value.text)
        if not answer.meaning:
            return -value.number
        if answer.meaning == LEFT_OUT:
            return TOLD_OUT
        return self.meanings[name].index(answer.meaning)

    def _grade(self, role: str) -> int:
        """The code of the medical grade that a role names; 0 for none."""
        found = self.answers.pay(role).meaning
        grades = self.meanings["pay"]
        return grades.index(found) + 1 if found in self.cells.grades else 0

    def _primary(self, values: Sequence[Value]) -> dict[int, int]:
        odd = [v for v in values if plain(v.text) not in YES | NO]
        if odd:
            self.found.remarks.append(Remark(
                "primary", "These words for the primary assignment are not known, and count as no:",
                tuple(f"{shown(v.text)} ({counted(v.rows, 'row')})" for v in odd[:20]),
            ))  # fmt: skip
        return {v.number: 0 if plain(v.text) in YES else 1 for v in values}

    def _days(self, name: str, values: Sequence[Value]) -> dict[int, int]:
        american = month_first(value.text for value in values)
        reason = NOT_YET if name == "started" else LEFT
        codes, lost = {}, 0
        for value in values:
            codes[value.number] = 0
            if not value.text:
                continue
            day = None if american is None else day_of(value.text, american)
            if day is None:
                lost += value.rows
            elif day > self.snapshot if name == "started" else day < self.snapshot:
                if reason not in self.reasons:
                    self.reasons.append(reason)
                codes[value.number] = (self.reasons.index(reason) + 1) * REASONS
        word = "joining" if name == "started" else "leaving"
        if lost:
            both = american is None
            self.found.undecided.append(Undecided(
                f"the day of {word}", "day and month in both orders" if both else "no day", lost,
                "put the column right in the export", '--map "HEADING="',
            ))  # fmt: skip
        elif american:
            self.found.remarks.append(Remark("dates", f"The days of {word} have the month first."))
        return codes
