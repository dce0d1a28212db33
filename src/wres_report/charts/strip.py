"""Where trusts lie: a row of strokes for each set of them, one stroke a trust, and its median.

Of one trust among them it shows the figure with its interval, and the limits for its size.
"""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.charts.form import LINE, PAD, Form
from wres_report.charts.lettering import fitting, lines_of, width_of
from wres_report.charts.scales import scale_of
from wres_report.charts.scene import (
    DASHED,
    SOLID,
    Box,
    Curve,
    Mark,
    Part,
    Row,
    Rug,
    Scene,
    Stroke,
    Words,
)
from wres_report.measures.value import Unit, Value, write, write_plain
from wres_report.words import counted

MOST_NAME = 0.4  # of the width


@dataclass(frozen=True)
class Strip:
    """The trusts of one row. name: of the row. values: their figures. median: None for none.

    rule: what parts the row from the one above, in words; empty for nothing.
    """

    name: str
    values: tuple[float, ...]
    median: float | None
    rule: str = ""


@dataclass(frozen=True)
class Limits:
    """Between which a figure of this size would lie, at 95% and at 99.8%."""

    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True)
class StripChart:
    """Rows of trusts. title: the finding. subtitle: n, period, source.

    own: the figure of one trust among them, with its name; ``None`` for none. limits: for its size.
    line: a figure to judge by, and its name.
    """

    title: str
    subtitle: str
    rows: tuple[Strip, ...]
    unit: Unit
    own: tuple[str, Value] | None = None
    limits: Limits | None = None
    line: tuple[float, str] | None = None

    def table(self) -> list[list[str]]:
        """Head and rows of what it says, for a CSV file: no figure of any other trust."""
        rows = [["row", "value", "low", "high", "trusts", "unit"]]
        if self.own:
            name, value = self.own
            rows.append(self._cells(name, value.value, value.low, value.high))
        if self.limits:
            rows.append(self._cells("limits at 95%", None, *self.limits.inner))
            rows.append(self._cells("limits at 99.8%", None, *self.limits.outer))
        for row in self.rows:
            name, trusts = f"median: {row.name}", str(len(row.values))
            rows.append(self._cells(name, row.median, trusts=trusts))
        return rows

    def _cells(
        self, name: str, value: float | None, low: float | None = None,
        high: float | None = None, trusts: str = "",
    ) -> list[str]:  # fmt: skip
        figures = (write_plain(number, self.unit) for number in (value, low, high))
        return [name, *figures, trusts, str(self.unit)]

    def lay_out(self, form: Form) -> Scene:
        """The chart without its title in one form."""
        return _Layout(self, form).scene()


class _Layout:
    """Gives the rows their places: names left, strokes in the middle, medians right."""

    def __init__(self, chart: StripChart, form: Form) -> None:
        self.chart, self.form = chart, form
        size = form.size
        names = [row.name for row in chart.rows] + ([chart.own[0]] if chart.own else [])
        names += ["Limits for its size"] if chart.limits else []
        self.name = min(
            MOST_NAME * form.width, max(width_of(name, size, bold=True) for name in names)
        )
        texts = [self._written(row.median) for row in chart.rows]
        texts += [chart.own[1].display] if chart.own else []
        self.left = self.name + PAD
        self.right = form.width - max(width_of(text, size, bold=True) for text in texts) - PAD
        self.scale = scale_of(chart.unit, self._numbers())
        self.parts: list[Part] = []
        self.rows: list[Row] = []

    def _numbers(self) -> list[float]:
        chart = self.chart
        numbers = [value for row in chart.rows for value in row.values]
        if chart.own and chart.own[1].value is not None:
            own = chart.own[1]
            numbers += [n for n in (own.value, own.low, own.high) if n is not None]
        if chart.limits:
            numbers += chart.limits.outer
        if chart.unit is Unit.PERCENT:
            numbers = [min(100.0, max(0.0, number)) for number in numbers]
        return numbers

    def _written(self, number: float | None) -> str:
        return "" if number is None else write(number, self.chart.unit)

    def at(self, number: float) -> float:
        inset = 6.0
        share = self.scale.share(number)
        return self.left + inset + share * (self.right - self.left - 2 * inset)

    def scene(self) -> Scene:
        chart, form = self.chart, self.form
        y = 0.0
        if chart.line:
            y += LINE * form.size
            size = 0.93 * form.size
            half = width_of(chart.line[1], size) / 2
            x = min(max(self.at(chart.line[0]), half), form.width - half)
            self.parts.append(Words(chart.line[1], x, y - 0.25 * size, size, anchor="middle"))
        top = y
        y += 0.2 * form.size
        if chart.own:
            y = self._own(*chart.own, y)
        if chart.limits:
            y = self._limits(chart.limits, y)
        for row in chart.rows:
            y = self._strip(row, self._rule(row.rule, y) if row.rule else y)
        y += 0.2 * form.size
        ground: list[Part] = [
            Stroke(self.at(tick), top, self.at(tick), y, "rule") for tick in self.scale.ticks
        ]
        ground.append(Stroke(self.left, y, self.right, y, "rule", 1.5))
        if chart.line:
            x = self.at(chart.line[0])
            ground.append(Stroke(x, top, x, y, "ink", 1.5))
        y = self._ticks(y)
        y = self._legend(y)
        if form.told and self.rows:
            y += LINE * form.size
        place = (1.0, y - 0.3 * form.size, form.size)
        rows = [Row(row.told, row.brief, row.area, place, row.parts) for row in self.rows]
        return Scene(form.width, y + 2, (*ground, *self.parts, *rows))

    def _row(self, name: str, text: str, y: float, colour: str, *, bold: bool) -> tuple[
        float, float, list[Part]
    ]:  # fmt: skip
        """The height of a row, its middle, and its words."""
        size = self.form.size
        lines = lines_of(name, size, self.name + 1, bold=bold)
        height = size * (LINE * len(lines) + 0.5)
        middle = y + height / 2
        base = middle + 0.35 * size
        first = base - LINE * size * (len(lines) - 1) / 2
        parts: list[Part] = [
            Words(line, 0, first + n * LINE * size, size, bold=bold) for n, line in enumerate(lines)
        ]
        if text:
            parts.append(Words(text, self.right + PAD, base, size, colour, bold=bold))
        return height, middle, parts

    def _add(self, told: str, y: float, height: float, parts: list[Part]) -> None:
        area = (0.0, y, self.form.width, height)
        brief = fitting(told, self.form.size, self.form.width - 2)
        self.rows.append(Row(told, brief, area, (0, 0, 0), tuple(parts)))

    def _own(self, name: str, value: Value, y: float) -> float:
        height, middle, parts = self._row(name, value.display, y, "study", bold=True)
        told = f"{name}: {value.display}"
        if value.value is not None:
            if value.low is not None and value.high is not None:
                ends = self.at(value.low), self.at(value.high)
                parts.append(Stroke(ends[0], middle, ends[1], middle, "study", 2))
                told += f", interval {value.display_interval}"
            parts.append(
                Mark("diamond", self.at(value.value), middle, 0.42 * self.form.size, "study")
            )
        self._add(told, y, height, parts)
        return y + height

    def _limits(self, limits: Limits, y: float) -> float:
        height, middle, parts = self._row("Limits for its size", "", y, "aside", bold=False)
        size = self.form.size
        outer, inner = ([self.at(end) for end in ends] for ends in (limits.outer, limits.inner))
        parts.append(Stroke(outer[0], middle, outer[1], middle, "aside", 1.5, DASHED))
        for x in outer:
            parts.append(Stroke(x, middle - 0.35 * size, x, middle + 0.35 * size, "aside", 1.5))
        parts.append(
            Box(inner[0], middle - 0.3 * size, max(inner[1] - inner[0], 1), 0.6 * size, "rule",
                "aside", 1.2)
        )  # fmt: skip
        unit = self.chart.unit
        told = "; ".join(
            f"{share} from {write(low, unit)} to {write(high, unit)}"
            for share, (low, high) in (("95%", limits.inner), ("99.8%", limits.outer))
        )
        self._add(f"Limits for its size: {told}", y, height, parts)
        return y + height

    def _strip(self, row: Strip, y: float) -> float:
        height, middle, parts = self._row(row.name, self._written(row.median), y, "ink", bold=False)
        size = self.form.size
        xs = tuple(round(self.at(value), 1) for value in sorted(row.values))
        parts.append(Rug(xs, middle - 0.4 * size, 0.8 * size, "join", 1.2))
        told = f"{row.name}: {counted(len(row.values), 'trust')}"
        if row.median is not None:
            x = self.at(row.median)
            parts.append(Stroke(x, middle - 0.62 * size, x, middle + 0.62 * size, "comparator", 4))
            told += f", median {self._written(row.median)}"
        self._add(told, y, height, parts)
        return y + height

    def _rule(self, words: str, y: float) -> float:
        """A dashed line across the drawing, and what it says below it."""
        size = 0.93 * self.form.size
        y += 0.35 * size
        self.parts.append(Stroke(0, y, self.form.width, y, "context", 1, DASHED))
        for line in lines_of(words, size, self.form.width - self.left):
            y += LINE * size
            self.parts.append(Words(line, self.left, y, size, "aside"))
        return y + 0.3 * size

    def _ticks(self, y: float) -> float:
        size, scale = 0.93 * self.form.size, self.scale
        last = -1e9
        for tick in scale.ticks:
            text, x = scale.write(tick), self.at(tick)
            half = width_of(text, size) / 2 + 2
            if x - half >= last:
                self.parts.append(Words(text, x, y + 1.15 * size, size, "aside", "middle"))
                last = x + half
        return y + 1.5 * size

    def _legend(self, y: float) -> float:
        """What the strokes and the bar mean."""
        size = 0.93 * self.form.size
        said = [("stroke", "thin stroke: a trust"), ("median", "thick stroke: their median")]
        if self.chart.limits:
            said.append(("limits", "bar: 95% limits; dashed: 99.8% limits"))
        x, sign = 0.0, 2.0 * size
        y += LINE * size
        for kind, text in said:
            wide = sign + width_of(text, size)
            if x and x + wide > self.form.width:
                x, y = 0.0, y + LINE * size
            middle, base = y - 0.4 * size, y - 0.05 * size
            if kind == "limits":
                self.parts.append(Curve(((x, middle), (x + 1.6 * size, middle)), "aside", 1.5,
                                        DASHED))  # fmt: skip
                self.parts.append(Box(x + 0.4 * size, middle - 0.25 * size, 0.8 * size, 0.5 * size,
                                      "rule", "aside", 1.2))  # fmt: skip
            else:
                bold = kind == "median"
                self.parts.append(Stroke(
                    x + 0.8 * size, middle - 0.5 * size, x + 0.8 * size, middle + 0.5 * size,
                    "comparator" if bold else "join", 4 if bold else 1.2, SOLID,
                ))  # fmt: skip
            self.parts.append(Words(fitting(text, size, self.form.width - sign), x + sign, base,
                                    size, "aside"))  # fmt: skip
            x += wide + 2 * PAD
        return y + 0.3 * size
