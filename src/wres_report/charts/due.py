"""What falls due when: a row for each date, a mark with its id for each action."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from wres_report.charts.form import PAD, Form
from wres_report.charts.lettering import fitting, width_of
from wres_report.charts.scene import Box, Part, Scene, Stroke, Words

IN_A_ROW = 13
MOST_ROWS = 14
MARK = 0.93  # the size of an id, of that of the text
FILLS = {"done": "comparator", "open": "ground", "overdue": "study"}


@dataclass(frozen=True)
class DueRow:
    """A date in words, and the actions due on it: pairs of an id and ``done``, ``open`` or
    ``overdue``. past: the date lies before the day of the report."""

    label: str
    actions: tuple[tuple[str, str], ...]
    past: bool = False


@dataclass(frozen=True)
class DueChart:
    """The calendar of a plan. as_at: the day of the report, in words."""

    rows: tuple[DueRow, ...]
    title: str
    subtitle: str
    as_at: str

    def table(self) -> list[list[str]]:
        """Head and rows of what it shows, for a CSV file."""
        return [
            ["due", "action", "state"],
            *([row.label, name, state] for row in self.rows for name, state in row.actions),
        ]

    def lay_out(self, form: Form) -> Scene:
        """The chart without its title in one form."""
        size = form.size
        lines, left, width = self.lines(form)
        height = 1.9 * size
        parts: list[Part] = []
        past = sum(1 for line in lines if line.past)
        y = 0.3 * size
        for number, line in enumerate(lines):
            if number == past and past:
                y = self._today(parts, form, y)
            middle = y + height / 2
            parts.append(Stroke(left, middle, form.width, middle, "rule"))
            if line.label:
                parts.append(Words(line.label, 0, middle + 0.35 * size, size))
            for at, (name, state) in enumerate(line.actions):
                box = (left + at * width, middle - 0.7 * size, width - 4, 1.4 * size)
                parts += _mark(name, state, box, MARK * size)
            y += height
        if past == len(lines):
            y = self._today(parts, form, y)
        return Scene(form.width, _legend(parts, lines, form, y), tuple(parts))

    def lines(self, form: Form) -> tuple[list[DueRow], float, float]:
        """The rows in lines, where their marks begin, and the width of each mark's place.

        A mark takes as many places as the longest id needs, so that this stays in its own.
        """
        size, most = form.size, IN_A_ROW if form.wide else 5
        left = max(width_of(row.label, size) for row in self.rows) + PAD
        place = (form.width - left) / most
        names = [name for row in self.rows for name, _ in row.actions]
        longest = max(width_of(name, MARK * size, bold=True) for name in names) + 14
        wide = max(1, min(math.ceil(longest / place), most))
        lines = [line for row in self.rows for line in _wrapped(row, wide, most)]
        return lines, left, wide * place

    def _today(self, parts: list[Part], form: Form, y: float) -> float:
        """A line between what was due before the day of the report and what is due later."""
        size = 0.93 * form.size
        y += 1.2 * size
        parts.append(Words(self.as_at, form.width, y - 0.25 * size, size, "aside", "end"))
        parts.append(Stroke(0, y, form.width, y, "ink", 1.5, "4 3"))
        return y + 0.2 * size


def due_chart(rows: Sequence[DueRow], title: str, subtitle: str, as_at: str) -> DueChart:
    """The calendar of a plan. as_at: the day of the report, in words."""
    return DueChart(tuple(rows), title, subtitle, as_at)


def rows_drawn(rows: Sequence[DueRow], form: Form) -> int:
    """How many rows the calendar has: a date with many actions takes several."""
    return len(due_chart(rows, "", "", "").lines(form)[0]) if rows else 0


def _wrapped(row: DueRow, wide: int, most: int) -> list[DueRow]:
    """The row in lines of as many actions as fit; the first carries the label."""
    fit = most // wide
    parts = [row.actions[i : i + fit] for i in range(0, len(row.actions), fit)]
    return [DueRow(row.label if n == 0 else "", part, row.past) for n, part in enumerate(parts)]


def _mark(name: str, state: str, box: tuple[float, float, float, float], size: float) -> list[Part]:
    x, y, width, height = box
    # An overdue action has square corners and a thick rim, so that it differs without colour.
    overdue = state == "overdue"
    words = fitting(name, size, width - 8, bold=True)
    return [
        Box(x, y, width, height, FILLS[state], "ink" if overdue else "comparator",
            2.4 if overdue else 1.4, 0 if overdue else 5),
        Words(words, x + width / 2, y + height / 2 + 0.35 * size, size,
              "ink" if state == "open" else "ground", "middle", bold=True),
    ]  # fmt: skip


def _legend(parts: list[Part], lines: Sequence[DueRow], form: Form, y: float) -> float:
    """What the marks of the states that occur are."""
    size = 0.93 * form.size
    states = {state for line in lines for _, state in line.actions}
    x = 0.0
    y += 1.5 * size
    for state in [state for state in FILLS if state in states]:
        overdue = state == "overdue"
        parts.append(Box(x, y - 0.85 * size, 1.6 * size, size, FILLS[state],
                         "ink" if overdue else "comparator", 1.4, 0 if overdue else 4))  # fmt: skip
        parts.append(Words(state, x + 2 * size, y, size, "aside"))
        x += 2 * size + width_of(state, size) + 2 * PAD
    return y + 0.5 * size
