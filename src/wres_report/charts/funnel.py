"""A funnel plot: each trust by its figure and by how certain it is, between limits that narrow."""

from __future__ import annotations

from dataclasses import dataclass

from wres_report.charts.form import LINE, PAD, Form
from wres_report.charts.lettering import fitting, lines_of, width_of
from wres_report.charts.scales import scale_of
from wres_report.charts.scene import DASHED, SOLID, Curve, Dots, Mark, Part, Scene, Stroke, Words
from wres_report.measures.funnels import ALARM_LEVEL, WARNING_LEVEL, Funnel
from wres_report.measures.value import Unit, write, write_plain

STEPS = 40  # pieces of a limit
SIGNS = (
    ("dot", "within the limits"),
    ("hollow", "beyond 95%"),
    ("full", "beyond 99.8%"),
    ("target", "target"),
    ("inner", "95% limits"),
    ("outer", "99.8% limits"),
)


@dataclass(frozen=True)
class FunnelChart:
    """title: the finding. subtitle: n, period, source. unit: of the figures."""

    title: str
    subtitle: str
    funnel: Funnel
    unit: Unit

    def table(self) -> list[list[str]]:
        """Head and rows for a CSV file: the figures with their limits, without names."""
        rows = []
        for point in sorted(self.funnel.placed, key=lambda p: -p.error):
            ends = [
                end for level in (WARNING_LEVEL, ALARM_LEVEL)
                for end in self.funnel.limits(point.error, level)
            ]  # fmt: skip
            rows.append([write_plain(n, self.unit) for n in (point.value, *ends)])
        return [["value", "low 95%", "high 95%", "low 99.8%", "high 99.8%"], *rows]

    def lay_out(self, form: Form) -> Scene:
        """The chart without its title in one form."""
        size, funnel = form.size, self.funnel
        placed = funnel.placed
        certainty = [1 / point.error for point in placed]
        least, most = 0.9 * min(certainty), 1.05 * max(certainty)
        widest = 1 / least
        numbers = [point.value for point in placed]
        numbers += list(funnel.limits(widest, WARNING_LEVEL))
        if self.unit is Unit.PERCENT:
            numbers = [min(100.0, max(0.0, number)) for number in numbers]
        scale = scale_of(self.unit, numbers)
        left = max(width_of(scale.write(t), 0.93 * size) for t in scale.ticks) + PAD
        right, height = form.width - 8, 0.5 * form.width if form.wide else 0.8 * form.width
        top = 0.6 * size

        def x_of(error: float) -> float:
            return left + (1 / error - least) / (most - least) * (right - left)

        def y_of(number: float) -> float:
            return top + (1 - scale.share(number)) * height

        parts: list[Part] = []
        for tick in scale.ticks:
            y = y_of(tick)
            parts.append(Stroke(left, y, right, y, "rule"))
            words = Words(scale.write(tick), left - 5, y + 0.33 * size, 0.93 * size, "aside", "end")
            parts.append(words)
        errors = [1 / (least + (most - least) * n / STEPS) for n in range(STEPS + 1)]
        for level, dash in ((WARNING_LEVEL, SOLID), (ALARM_LEVEL, DASHED)):
            for side in (0, 1):
                ends = [(x_of(e), funnel.limits(e, level)[side]) for e in errors]
                inside = tuple(
                    (round(x, 1), y_of(end)) for x, end in ends
                    if not (scale.is_below(end) or scale.is_above(end))
                )  # fmt: skip
                if len(inside) > 1:
                    parts.append(Curve(inside, "aside", 1.3, dash))
        y = y_of(funnel.target)
        parts.append(Stroke(left, y, right, y, "comparator", 2))
        known = [(p, (x_of(p.error), y_of(p.value)), funnel.position(p)) for p in placed]
        within = tuple(place for _, place, position in known if not position.beyond)
        if within:
            parts.append(Dots(within, 0.2 * size, "join"))
        for _, (x, y), position in known:
            if position.beyond:
                hollow = not position.far
                parts.append(Mark("diamond", x, y, 0.4 * size, "study", hollow))
        bottom = top + height
        parts.append(Stroke(left, bottom, right, bottom, "rule", 1.5))
        base = bottom + 1.2 * size
        parts.append(Words("less certain", left, base, 0.93 * size, "aside"))
        parts.append(Words("more certain", right, base, 0.93 * size, "aside", "end"))
        below = self._legend(form, base + 0.3 * size, parts)
        return Scene(form.width, below + 4, tuple(parts))

    def _legend(self, form: Form, y: float, parts: list[Part]) -> float:
        size = 0.93 * form.size
        sign, x = 2.0 * size, 0.0
        y += LINE * size
        for kind, words in SIGNS:
            text = words
            if kind == "target":
                text = f"{words}: {write(self.funnel.target, self.unit)}"
            wide = sign + width_of(text, size)
            if x and x + wide > form.width:
                x, y = 0.0, y + LINE * size
            middle, at = y - 0.4 * size, x + 0.8 * size
            if kind == "dot":
                parts.append(Dots(((at, middle),), 0.22 * size, "join"))
            elif kind in ("hollow", "full"):
                parts.append(Mark("diamond", at, middle, 0.42 * size, "study", kind == "hollow"))
            else:
                colour, width = ("comparator", 2.0) if kind == "target" else ("aside", 1.3)
                dash = DASHED if kind == "outer" else SOLID
                parts.append(Stroke(x, middle, x + 1.6 * size, middle, colour, width, dash))
            for line in lines_of(text, size, form.width - sign)[:1]:
                text = fitting(line, size, form.width - sign)
                parts.append(Words(text, x + sign, y - 0.05 * size, size, "aside"))
            x += wide + 2 * PAD
        return y + 0.3 * size
