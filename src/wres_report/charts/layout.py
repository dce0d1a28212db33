"""Gives the parts of a chart of rows their places: names, marks, and figures in columns.

The figures stand in a column of their own at the right, so that no label can run into another,
whatever the figures are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wres_report.charts import scene
from wres_report.charts.below import legend, sides
from wres_report.charts.form import LINE, PAD, Form
from wres_report.charts.lettering import fitting, lines_of, width_of
from wres_report.charts.rows import SHAPES, Entry, Gap, Panel, RowsChart
from wres_report.charts.scene import Box, Mark, Part, Scene, Stroke, Words

MOST_NAME = 0.34  # of the width


def lay_out(chart: RowsChart, form: Form) -> Scene:
    """The chart without its title in one form."""
    columns = [[panel] for panel in chart.panels] if form.wide else [list(chart.panels)]
    gap = 2.5 * PAD
    width = (form.width - gap * (len(columns) - 1)) / len(columns)
    parts: list[Part] = []
    rows: list[tuple[Entry, tuple[float, float, float, float], list[Part]]] = []
    bottom = 0.0
    for place, panels in enumerate(columns):
        column = _Column(chart, form, panels, place * (width + gap), width)
        below = 0.0
        for panel in panels:
            below = column.panel(panel, below)
        bottom = max(bottom, below)
        parts += column.parts
        rows += column.rows
    y = sides(chart, form, bottom, parts)
    y = legend(chart, form, y, parts)
    if form.told and rows:
        y += LINE * form.size
    place_told = (1.0, y - 0.3 * form.size, form.size)
    shown = [_row(entry, area, inside, place_told, form) for entry, area, inside in rows]
    return Scene(form.width, y + 2, (*parts, *shown))


def with_heading(chart_title: str, subtitle: str, body: Scene, size: float = 18) -> Scene:
    """A scene under its finding and the line that gives n, period and source."""
    parts: list[Part] = []
    y = 0.0
    for text, letters, bold, colour in (
        (chart_title, size, True, "ink"), (subtitle, size * 0.76, False, "aside"),
    ):  # fmt: skip
        for line in lines_of(text, letters, body.width, bold=bold) if text else ():
            y += LINE * letters
            parts.append(Words(line, 1, y - 0.3 * letters, letters, colour, bold=bold))
    y += 0.6 * size
    return Scene(body.width, body.height + y, (*parts, *scene.moved(body.parts, y)))


class _Column:
    """Panels one below the other, whose names, marks and figures are in line."""

    def __init__(
        self, chart: RowsChart, form: Form, panels: list[Panel], x: float, width: float
    ) -> None:
        self.chart, self.form, self.x, self.width = chart, form, x, width
        self.parts: list[Part] = []
        self.rows: list[tuple[Entry, tuple[float, float, float, float], list[Part]]] = []
        size = form.size
        entries = [entry for panel in panels for entry in panel.entries()]
        self.name = min(
            MOST_NAME * width, max(width_of(e.name, size, bold=e.bold) for e in entries)
        )
        self.word = max(width_of(e.word, size, bold=True) for e in entries)
        self.figure = max(width_of(e.text, size, bold=True) for e in entries)
        self.interval = max(width_of(_interval(e), size * 0.9) for e in entries)
        self.left = x + self.name + PAD + (self.word + PAD if self.word else 0)
        room = width - (self.left - x) - self.figure - PAD
        # The interval in figures has a column where half of the width is left for the marks.
        if chart.bars or room - self.interval - PAD < 0.42 * width:
            self.interval = 0.0
        self.right = x + width - self.figure - PAD - (self.interval + PAD if self.interval else 0)

    def at(self, number: float) -> float:
        inset = 6.0
        share = self.chart.scale.share(number)
        return self.left + inset + share * (self.right - self.left - 2 * inset)

    def panel(self, panel: Panel, top: float) -> float:
        """Take a panel below ``top``; gives where it ends."""
        size, chart = self.form.size, self.chart
        y = top
        if panel.heading:
            y += (1.2 if top else 0.2) * size + size
            self.parts.append(Words(panel.heading, self.x, y, size, bold=True))
            y += 0.4 * size
        if chart.line:
            y += LINE * size
            self._line_name(chart.line, y - 0.25 * size)
        start, here = y, len(self.parts)
        y += 0.2 * size
        for row in panel.rows:
            y = self._gap(row, y) if isinstance(row, Gap) else self._entry(row, y)
        y += 0.2 * size
        self.parts[here:here] = self._ground(start, y)
        return self._ticks(y)

    def _line_name(self, line: tuple[float, str], y: float) -> None:
        size = 0.93 * self.form.size
        text = fitting(line[1], size, self.width)
        half = width_of(text, size) / 2
        x = min(max(self.at(line[0]), self.x + half), self.x + self.width - half)
        self.parts.append(Words(text, x, y, size, anchor="middle"))

    def _ground(self, top: float, bottom: float) -> Iterator[Part]:
        for tick in self.chart.scale.ticks:
            yield Stroke(self.at(tick), top, self.at(tick), bottom, "rule")
        yield Stroke(self.left, bottom, self.right, bottom, "rule", 1.5)
        if self.chart.line:
            x = self.at(self.chart.line[0])
            yield Stroke(x, top, x, bottom, "ink", 1.5)
        if self.chart.across:
            x = self.at(self.chart.across[0])
            yield Stroke(x, top, x, bottom, "context", 2.5, scene.DOTTED)

    def _ticks(self, y: float) -> float:
        size, scale = 0.93 * self.form.size, self.chart.scale
        labels = [(self.at(tick), scale.write(tick), tick) for tick in scale.ticks]
        if scale.log:
            # Parity has its number before all others.
            labels.sort(key=lambda label: label[2] != 1)
            kept: list[tuple[float, str, float]] = []
            for label in labels:
                if _are_apart([*kept, label], size):
                    kept.append(label)
        else:
            kept = next(
                labels[::step] for step in range(1, len(labels) + 1)
                if _are_apart(labels[::step], size)
            )  # fmt: skip
        for x, text, _ in kept:
            self.parts.append(Words(text, x, y + 1.15 * size, size, "aside", "middle"))
        return y + 1.5 * size

    def _gap(self, gap: Gap, y: float) -> float:
        size = 0.93 * self.form.size
        if not gap.words:
            return y + 0.45 * size
        lines = lines_of(gap.words, size, self.width - (self.left - self.x))
        middle = y + 0.35 * size
        self.parts.append(Stroke(self.x, middle, self.x + self.width, middle, "context", 1, "4 3"))
        for line in lines:
            y += LINE * size
            self.parts.append(Words(line, self.left, y + 0.35 * size, size, "aside"))
        return y + 0.6 * size

    def _entry(self, entry: Entry, y: float) -> float:
        size = self.form.size
        names = lines_of(entry.name, size, self.name + 1, bold=entry.bold) if entry.name else [""]
        height = size * (LINE * len(names) + self.form.between)
        middle = y + height / 2
        parts: list[Part] = []
        base = middle + 0.35 * size
        first = base - LINE * size * (len(names) - 1) / 2
        for number, line in enumerate(names):
            if line:
                at = first + number * LINE * size
                parts.append(Words(line, self.x, at, size, bold=entry.bold))
        colour = entry.group if entry.group != "context" else "aside"
        if entry.word:
            x = self.x + self.name + PAD
            parts.append(Words(entry.word, x, base, size, colour, bold=entry.bold))
        parts += self._marks(entry, middle, height)
        text = entry.text if entry.value.ok else fitting(entry.text, size, self.figure)
        known = entry.value.ok
        x = self.right + PAD
        parts.append(
            Words(text, x, base, size, colour if known else "aside", bold=entry.bold and known)
        )
        if self.interval and _interval(entry):
            x += self.figure + PAD
            parts.append(Words(_interval(entry), x, base, 0.9 * size, "aside"))
        self.rows.append((entry, (self.x, y, self.width, height), parts))
        return y + height

    def _marks(self, entry: Entry, y: float, height: float) -> Iterator[Part]:
        value, scale, size = entry.value, self.chart.scale, self.form.size
        if entry.median is not None:
            x = self.at(entry.median)
            yield Stroke(x, y - 0.46 * height, x, y + 0.46 * height, "context", 3)
        if not value.ok:
            return
        if self.chart.bars:
            start, end = self.at(0), self.at(value.number)
            yield Box(start, y - 0.5 * size, max(end - start, 0.5), size, entry.group)
            return
        if entry.joined is not None:
            yield Stroke(self.at(entry.joined), y, self.at(value.number), y, "join", 5)
        dash = scene.DASHED if entry.hollow else scene.SOLID
        if value.low is not None and value.high is not None:
            ends = self.at(value.low), self.at(value.high)
            yield Stroke(ends[0], y, ends[1], y, entry.group, 2, dash)
            if scale.is_below(value.low):
                yield Mark("left", ends[0], y, 0.3 * size, entry.group)
            if scale.is_above(value.high):
                yield Mark("right", ends[1], y, 0.3 * size, entry.group)
        shape = SHAPES[entry.group]
        if scale.is_below(value.number) or scale.is_above(value.number):
            shape = "left" if scale.is_below(value.number) else "right"
        yield Mark(shape, self.at(value.number), y, 0.4 * size, entry.group, entry.hollow)


def _are_apart(labels: list[tuple[float, str, float]], size: float) -> bool:
    """Whether words around these places leave room between them."""
    ends = sorted((x, width_of(text, size) / 2 + 2) for x, text, _ in labels)
    return all(a + half <= b - other for (a, half), (b, other) in pairwise(ends))


def _interval(entry: Entry) -> str:
    text = entry.value.display_interval
    return f"({text})" if text and entry.value.ok else ""


def _row(
    entry: Entry, area: tuple[float, float, float, float], parts: list[Part],
    place: tuple[float, float, float], form: Form,
) -> scene.Row:  # fmt: skip
    interval = entry.value.display_interval
    told = f"{entry.full_name}: {entry.text}"
    brief = f"{told} {_interval(entry)}".rstrip()
    if interval and entry.value.ok:
        told += f", interval {interval}"
    brief = fitting(brief, form.size, form.width - 2)
    return scene.Row(told, brief, area, place, tuple(parts))
