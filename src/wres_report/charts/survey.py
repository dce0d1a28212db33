"""The chart of an indicator of the survey: the groups by survey year, the latest on top."""

from __future__ import annotations

from wres_report.charts.rows import (
    Entry,
    Gap,
    Panel,
    RowsChart,
    Scale,
    numbers_of,
    percent_scale,
)
from wres_report.measures.value import Unit, Value

Series = dict[int, Value]


def survey_chart(
    series: dict[str, Series], benchmarks: dict[str, Value], breaks: frozenset[int], *,
    names: dict[str, str], title: str, subtitle: str, score: bool = False,
) -> RowsChart:  # fmt: skip
    """The groups' figures by survey year, each with its interval.

    series: by group (``comparator``, ``study``) and year. names: what each is called.
    benchmarks: this year's benchmark-group median by group. breaks: survey years from which
    another basis holds; a rule parts them. score: whether the figures are scores from 0 to 10.
    """
    years = sorted({year for group in series.values() for year in group}, reverse=True)
    rows: list[Entry | Gap] = []
    for place, year in enumerate(years):
        if place:
            changed = any(year < new <= years[place - 1] for new in breaks)
            rows.append(Gap("question changed: not comparable" if changed else ""))
        known = [group for group in series if year in series[group]]
        rows += [
            Entry(
                "" if number else str(year), series[group][year], group, names[group],
                median=benchmarks[group].value if place == 0 and group in benchmarks else None,
                bold=place == 0, of=str(year),
            )
            for number, group in enumerate(known)
        ]  # fmt: skip
    values = [value for group in series.values() for value in group.values()]
    numbers = numbers_of([*values, *benchmarks.values()])
    scale = _score_scale(numbers) if score else percent_scale(numbers)
    medians = " and ".join(
        f"{value.display} {names[group]}" for group, value in benchmarks.items() if value.ok
    )
    return RowsChart(
        title, subtitle, (Panel("", tuple(rows)),), scale, Unit.SCORE if score else Unit.PERCENT,
        median=f"stroke: median of the benchmark group, {medians}" if medians else "",
    )  # fmt: skip


def _score_scale(numbers: list[float]) -> Scale:
    """A scale that holds some scores from 0 to 10, with room at both ends."""
    low = max(0, int(min(numbers, default=0)) - 1)
    high = min(10, int(max(numbers, default=9)) + 2)
    return Scale(low, high, tuple(range(low, high + 1)))
