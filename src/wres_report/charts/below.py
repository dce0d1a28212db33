"""What stands below the marks of a chart: what its sides and its signs mean."""

from __future__ import annotations

from wres_report.charts import scene
from wres_report.charts.form import LINE, PAD, Form
from wres_report.charts.lettering import fitting, lines_of, width_of
from wres_report.charts.rows import RowsChart
from wres_report.charts.scene import Mark, Part, Stroke, Words


def sides(chart: RowsChart, form: Form, y: float, parts: list[Part]) -> float:
    """What lies to either side of the line, at both ends of one line of text, or on two."""
    if chart.sides is None:
        return y
    size = 0.93 * form.size
    left, right = (fitting(side, size, form.width - 3 * size) for side in chart.sides)
    sign = 1.4 * size
    beside = width_of(left, size) + width_of(right, size) + 2 * sign + 2 * PAD <= form.width
    y += LINE * size
    base = y - 0.1 * size
    parts.append(Mark("left", 0.35 * size, base - 0.35 * size, 0.3 * size, "aside"))
    parts.append(Words(left, sign, base, size, "aside"))
    if not beside:
        y += LINE * size
        base += LINE * size
    x = form.width - sign
    parts.append(Words(right, x, base, size, "aside", "end"))
    parts.append(Mark("right", x + sign - 0.35 * size, base - 0.35 * size, 0.3 * size, "aside"))
    return y + 0.3 * size


def legend(chart: RowsChart, form: Form, y: float, parts: list[Part]) -> float:
    """What the signs mean, as many to a line as there is room for."""
    size = 0.93 * form.size
    sign = 2.0 * size
    x = 0.0
    for kind, text in chart.legend():
        lines = lines_of(text, size, form.width - sign)
        wide = sign + max(width_of(line, size) for line in lines)
        if x == 0 or x + wide > form.width:
            x = 0.0
            y += LINE * size
        for number, line in enumerate(lines):
            y += LINE * size if number else 0
            base = y - 0.05 * size
            if not number:
                parts += _sign(kind, x, base - 0.35 * size, size)
            parts.append(Words(line, x + sign, base, size, "aside"))
        x += wide + 2 * PAD
    return y + 0.3 * size if x else y


def _sign(kind: str, x: float, y: float, size: float) -> list[Part]:
    if kind == "median":
        return [Stroke(x + 0.8 * size, y - 0.55 * size, x + 0.8 * size, y + 0.55 * size,
                       "context", 3)]  # fmt: skip
    if kind == "across":
        x += 0.8 * size
        return [Stroke(x, y - 0.55 * size, x, y + 0.55 * size, "context", 2.5, scene.DOTTED)]
    dash = scene.DASHED if kind == "hollow" else scene.SOLID
    line = Stroke(x, y, x + 1.6 * size, y, "aside", 2, dash)
    if kind == "hollow":
        return [line, Mark("circle", x + 0.8 * size, y, 0.36 * size, "aside", hollow=True)]
    return [line]
