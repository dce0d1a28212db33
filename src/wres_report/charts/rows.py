"""What a chart of rows says: one figure to a row, against a scale below and a line to judge by.

``layout`` gives each form its places. Nothing is drawn here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wres_report.measures.value import MINUS, Unit, Value, write_plain

# A figure on fewer people than this is drawn hollow.
FEW = 30
SHAPES = {"comparator": "circle", "study": "diamond", "context": "square"}
# How the numbers of a scale are written, by its style.
WRITERS = {
    "plain": "{:g}".format,
    "percent": "{:g}%".format,
    "signed": lambda tick: f"{tick:+g}".replace("-", MINUS) if tick else "0",
}


@dataclass(frozen=True)
class Entry:
    """One row. name: at its left; empty where it goes on from the row above.

    group: ``comparator``, ``study`` or ``context``. word: what the group is called, beside the
    name. shown: the figure at the right, where it is more than the value's own. median: another
    figure that a stroke stands for. joined: where a bar to the value begins. of: the name in full,
    where the row itself has none.
    """

    name: str
    value: Value
    group: str = "study"
    word: str = ""
    shown: str = ""
    median: float | None = None
    joined: float | None = None
    bold: bool = False
    of: str = ""

    @property
    def hollow(self) -> bool:
        return self.value.n is not None and self.value.n < FEW

    @property
    def text(self) -> str:
        return self.shown or self.value.display

    @property
    def full_name(self) -> str:
        return ", ".join(part for part in (self.of or self.name, self.word) if part)


@dataclass(frozen=True)
class Gap:
    """Room between two rows; with words, a rule that parts what is above from what is below."""

    words: str = ""


@dataclass(frozen=True)
class Panel:
    """Rows under a heading, which may be empty."""

    heading: str
    rows: tuple[Entry | Gap, ...]

    def entries(self) -> list[Entry]:
        return [row for row in self.rows if isinstance(row, Entry)]


@dataclass(frozen=True)
class Scale:
    """The ends of a scale and the places of its numbers.

    style: how these are written, one of ``WRITERS``. log: of equal proportions.
    """

    low: float
    high: float
    ticks: tuple[float, ...]
    style: str = "plain"
    log: bool = False

    def write(self, tick: float) -> str:
        return WRITERS[self.style](tick)

    def share(self, number: float) -> float:
        """How far along the scale a number is, from 0 to 1; beyond its ends, the end."""
        low, high = self.low, self.high
        if self.log:
            number = math.log(max(number, 1e-9))
            low, high = math.log(low), math.log(high)
        return min(1.0, max(0.0, (number - low) / (high - low)))

    def is_below(self, number: float) -> bool:
        return number < self.low * (1 - 1e-9)

    def is_above(self, number: float) -> bool:
        return number > self.high * (1 + 1e-9)


@dataclass(frozen=True)
class RowsChart:
    """A chart of rows. title: the finding. subtitle: n, period, source.

    line: the figure to judge by, and its name. sides: what lies to the left and right of it, in
    words. median: what the strokes are, in words. across: another figure that is drawn through all
    rows, and what it is in words. bars: whether the values are bars from 0. unit: of all figures.
    """

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    scale: Scale
    unit: Unit
    line: tuple[float, str] | None = None
    sides: tuple[str, str] | None = None
    median: str = ""
    across: tuple[float, str] | None = None
    bars: bool = False

    def entries(self) -> list[Entry]:
        return [entry for panel in self.panels for entry in panel.entries()]

    def legend(self) -> list[tuple[str, str]]:
        """What the signs mean that need it, each as its kind and its words."""
        entries = [entry for entry in self.entries() if entry.value.ok]
        found = []
        if not self.bars and any(entry.value.has_interval for entry in entries):
            found.append(("interval", "line: where the figure could lie by chance"))
        if any(entry.hollow for entry in entries):
            found.append(("hollow", f"hollow: fewer than {FEW} people"))
        if self.median and any(entry.median is not None for entry in entries):
            found.append(("median", self.median))
        if self.across:
            found.append(("across", self.across[1]))
        return found

    def table(self) -> list[list[str]]:
        """Head and rows of the figures as they are printed, as numbers: for a CSV file."""
        head = ["part", "row", "group", "value", "low", "high", "unit"]
        rows = []
        for panel in self.panels:
            for entry in panel.entries():
                value, name = entry.value, entry.of or entry.name
                figure, *ends = (
                    write_plain(number, value.unit, value.decimals)
                    for number in (value.value, value.low, value.high)
                )
                figure = figure or value.display
                rows.append([panel.heading, name, entry.word, figure, *ends, str(self.unit)])
        return [head, *rows]


def percent_scale(numbers: Sequence[float], room: float = 1.0) -> Scale:
    """A scale in percent that holds the numbers: from 0 unless all are far from it.

    room: how much further than the greatest it goes, as a factor.
    """
    low, high = min(numbers, default=0.0), max(numbers, default=1.0) * room
    start = 0.0 if low < 45 else 10.0 * int((low - 5) / 10)
    step = next(s for s in (1, 2, 5, 10, 20) if (high - start) / s <= 8 or s == 20)
    end = min(100.0, step * max(1, math.ceil((high - start) / step)) + start)
    count = int(round((end - start) / step, 6))
    return Scale(start, end, tuple(start + step * n for n in range(count + 1)), "percent")


def numbers_of(values: Sequence[Value]) -> list[float]:
    """The numbers that a scale must hold: of each value that is known, and of its interval."""
    return [
        number
        for value in values
        if value.ok
        for number in (value.value, value.low, value.high)
        if number is not None
    ]


def with_figures(chart: RowsChart) -> RowsChart:
    """The chart without the rows that have no figure; as it is where none has one."""
    panels = []
    for panel in chart.panels:
        rows = tuple(row for row in panel.rows if isinstance(row, Gap) or row.value.ok)
        if any(isinstance(row, Entry) for row in rows):
            panels.append(Panel(panel.heading, rows))
    return replace(chart, panels=tuple(panels)) if panels else chart


def without_last_group(chart: RowsChart) -> RowsChart | None:
    """The chart without the rows behind the last room in its one panel, such as its earliest
    year; None where it has no such room."""
    if len(chart.panels) != 1:
        return None
    (panel,) = chart.panels
    places = [n for n, row in enumerate(panel.rows) if isinstance(row, Gap) and not row.words]
    if not places or not places[-1]:
        return None
    return replace(chart, panels=(Panel(panel.heading, panel.rows[: places[-1]]),))
