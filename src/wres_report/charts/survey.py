"""The chart of an indicator of the survey: two groups by survey year, joined as a dumbbell."""

from __future__ import annotations

from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from wres_report.charts.marks import COLOURS, benchmark_tick, draw, label, points, segments
from wres_report.charts.scale import in_percent, name_rows, show_scale
from wres_report.charts.style import CONTEXT_COLOUR, JOIN_COLOUR, MIDDLE, chart_style, new_chart
from wres_report.measures.value import Value

Series = dict[int, Value]


def survey_chart(
    series: dict[str, Series], benchmarks: dict[str, Value], breaks: frozenset[int], *,
    names: dict[str, str], title: str, subtitle: str, score: bool = False,
) -> Figure:  # fmt: skip
    """Draw the two groups' percentages by survey year, the latest on top.

    series: by group (``comparator``, ``study``) and year. names: what each is called.
    benchmarks: this year's benchmark-group median by group. breaks: survey years from which
    another basis holds; a rule parts them. score: whether the figures are scores from 0 to 10.
    """
    years = sorted({year for group in series.values() for year in group}, reverse=True)
    with chart_style():
        figure, axes = new_chart(MIDDLE, title, subtitle)
        _dumbbells(axes, [{g: s.get(year) for g, s in series.items()} for year in years])
        if years:
            _name_groups(axes, {g: s.get(years[0]) for g, s in series.items()}, names)
        for value in benchmarks.values():
            benchmark_tick(axes, value.number, 0)
        if benchmarks:
            _explain_tick(axes)
        for row, (later, earlier) in enumerate(pairwise(years)):
            if any(earlier < new <= later for new in breaks):
                draw(axes, [0, 1], [-row - 0.5] * 2, transform=axes.get_yaxis_transform(),
                     color=CONTEXT_COLOUR, linestyle=(0, (4, 3)), linewidth=1)  # fmt: skip
                axes.annotate(
                    "question changed: not comparable", (1, -row - 0.5),
                    xycoords=("axes fraction", "data"), ha="right", va="bottom", fontsize=9,
                )  # fmt: skip
        name_rows(axes, {-row: str(year) for row, year in enumerate(years)})
        axes.set_ylim(-len(years) + 0.4, 0.95)
        words = (lambda tick: f"{tick:g}") if score else in_percent
        limits = _score_limits if score else _limits
        show_scale(axes, words, limits(axes, series, benchmarks))
        return figure


def _dumbbells(axes: Axes, pairs: list[dict[str, Value | None]]) -> None:
    """The two groups of each year in a row of its own: their marks joined, and a label at each."""
    rows = [
        (-row, {group: value for group, value in pair.items() if value is not None and value.ok})
        for row, pair in enumerate(pairs)
    ]
    joins = [(y, [v.number for v in known.values()]) for y, known in rows if len(known) == 2]
    draw(
        axes, *segments((first, y, second, y) for y, (first, second) in joins), color=JOIN_COLOUR,
        linewidth=4, solid_capstyle="butt", zorder=1,
    )  # fmt: skip
    for group in COLOURS:
        marks = [(y, known[group]) for y, known in rows if group in known]
        points(axes, ((y, Value(v.number, v.unit, n=v.n)) for y, v in marks), group)
    for y, known in rows:
        top = max(known, key=lambda group: known[group].number, default="")
        for group, value in known.items():
            label(axes, value.display, value.number, y, right=group == top or len(known) == 1,
                  colour=COLOURS[group], bold=y == 0)  # fmt: skip


def _name_groups(axes: Axes, pair: dict[str, Value | None], names: dict[str, str]) -> None:
    for group, value in pair.items():
        if value is not None and value.ok:
            others = [v for g, v in pair.items() if g != group and v is not None and v.ok]
            rightmost = not others or value.number >= others[0].number
            axes.annotate(
                names[group], (value.number, 0), xytext=(0, 12), textcoords="offset points",
                ha="left" if rightmost else "right", va="bottom", fontsize=10,
                fontweight="semibold", color=COLOURS[group],
            )  # fmt: skip


def _explain_tick(axes: Axes) -> None:
    """Say what the upright strokes are, below the axis at the right."""
    words = axes.annotate(
        "benchmark-group medians", (1, 0), xycoords="axes fraction", xytext=(0, -26),
        textcoords="offset points", ha="right", va="top", fontsize=9.5, color=CONTEXT_COLOUR,
    )  # fmt: skip
    axes.annotate(
        "|", (0, 0.5), xycoords=words, xytext=(-4, 0), textcoords="offset points", ha="right",
        va="center", fontsize=11, fontweight="bold", color=CONTEXT_COLOUR,
    )  # fmt: skip


def _score_limits(
    axes: Axes, series: dict[str, Series], benchmarks: dict[str, Value]
) -> list[int] | None:
    """Set the limits for scores from 0 to 10; gives the ticks."""
    numbers = [v.number for group in series.values() for v in group.values() if v.ok]
    numbers += [value.number for value in benchmarks.values()]
    low, high = int(min(numbers)) - 1, int(max(numbers)) + 2
    axes.set_xlim(max(low, -0.5), min(high, 10.5))
    return list(range(max(low, 0), 11))


def _limits(
    axes: Axes, series: dict[str, Series], benchmarks: dict[str, Value]
) -> list[int] | None:
    """Set the limits of the scale; gives its ticks, None where there is no figure to fit."""
    numbers = [v.number for group in series.values() for v in group.values() if v.ok]
    numbers += [value.number for value in benchmarks.values()]
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    # A scale from zero unless all is far from it; room at both ends for the labels.
    start = 0.0 if low < 45 else 10 * int((low - 12) / 10)
    room = max(4.0, 0.14 * (high - start))
    axes.set_xlim(max(start - (room if low - start < room else 0), -room), high + room)
    return list(range(int(start), 101, 10 if high - start > 25 else 5))
