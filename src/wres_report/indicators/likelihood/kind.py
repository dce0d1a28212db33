"""What a likelihood is asked: rates of two groups, and the ratio of the one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wres_report.indicators.kind import Kind, Known, Published, Summed, cell, of_england
from wres_report.markdown import escape
from wres_report.measures.value import Unit, Value, absent
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import CHANGE, PERCENT, RATIO

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


def sides_of(indicator: Indicator) -> tuple[str, str]:
    """The group whose rate is divided, and the one whose rate it is divided by."""
    assert indicator.top is not None
    assert indicator.bottom is not None
    return indicator.top, indicator.bottom


class Likelihood(Kind):
    direction = {"lower": "close to 1.00; above it is worse for {term} staff"}
    what = "ratio"
    ranked_as = "ratio"
    of_interval = "ratio"

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.likelihood.measure import measure_likelihood

        return measure_likelihood(data, indicator_id, *data.likelihood_counts(indicator_id))

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        groups, number = standard.groups, indicator.number
        ratio, part = indicator.key("ratio"), _part(indicator)
        yield Published(number, f"{part}ratio", "", "ratio", ratio, changes=True, headline=True)
        for over, under in (groups.pair, groups.pair[::-1]):
            turned = over != indicator.top
            yield Published(number, f"{part}{over}_to_{under}", "", "ratio", ratio, turned)
        for name in groups.columns:
            key = indicator.key(f"{name}_percent")
            yield Published(number, f"{part}percent", name, "percent", key, changes=True)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        of_a_year = not key.benchmark and key.form != CHANGE
        if parts.name == RATIO and of_a_year:
            return groups.pair  # people of the third group are on neither side
        of_a_group = parts.group in groups.names
        return (parts.group,) if of_a_group and (of_a_year or not parts.measure) else groups.names

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        said = indicator.words
        if parts.name == RATIO:
            top, bottom = (words[side] for side in sides_of(indicator))
            return f"relative likelihood, {top} ÷ {bottom}"
        who = f"{words.get(parts.group, parts.group)} {said['people']}"
        if parts.measure == PERCENT:
            return f"{who} who {said['happened']}, per cent"
        if parts.of == said["cases_key"]:
            return f"{who} who {said['happened']}"
        return who if parts.of == said["group_key"] else parts.name.replace("_", " ")

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        groups, ratio = report.standard.groups, indicator.key("ratio")
        benchmark = report.value(f"{ratio}.benchmark")
        return Summed(
            cell(report.value(indicator.key(f"{groups.comparator}_percent"))),
            cell(report.value(indicator.key(f"{groups.study}_percent"))),
            report.value(ratio) or absent(Unit.RATIO),
            1.0,
            cell(report.value(ratio)),
            cell(report.value(f"{ratio}.previous")),
            england=of_england(benchmark),
            benchmark_value=benchmark,
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        return figures_in_line(report, row, "ratio")

    def moving(self, groups: Groups) -> str:
        return "ratio"

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return 1.0, Unit.RATIO

    def table(self, result: Result) -> str:
        from wres_report.indicators.likelihood.shown import likelihood_table

        return likelihood_table(result)

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        from wres_report.indicators.likelihood.shown import chart

        return chart(result)


def figures_in_line(report: Known, row: Summed, what: str) -> str:
    """Both groups' figures and what stands between them, before a verdict."""
    if not row.figure.ok:
        return ""
    value: Value = row.figure
    return (
        f"{escape(report.term)} {row.study}, {report.standard.groups.word} {row.comparator}, "
        f"{what} {value.shown}; "
    )


def _part(indicator: Indicator) -> str:
    return f"{indicator.part}_" if indicator.part else ""
