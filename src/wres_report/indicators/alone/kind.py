"""What an indicator of one group alone is asked: its percentage, without a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wres_report.indicators.kind import NONE, Kind, Known, Published, Summed, cell, part_prefix
from wres_report.indicators.survey.kind import Survey
from wres_report.measures.value import Unit, Value, absent
from wres_report.standard import Groups, Indicator, Key, Parts, Standard

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


class Alone(Kind):
    direction = {
        "higher": "of {term} staff alone; higher is better",
        "lower": "of {term} staff alone; lower is better",
    }
    what = "percentage"
    answer = "percent"
    one_group_alone = True

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.alone.measure import measure_alone
        from wres_report.indicators.survey.measure import survey_rows

        return measure_alone(data, indicator_id, survey_rows(data, indicator_id))

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        number, part = indicator.number, part_prefix(indicator)
        study = standard.groups.study
        key, measure = indicator.key(f"{study}_percent"), f"{part}percent"
        yield Published(number, measure, study, "percent", key, changes=True, headline=True)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        return Survey().columns(groups, key, parts)

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        return Survey().title(standard, indicator, parts, words)

    def as_given(self, standard: Standard, parts: Parts, value: Value) -> str:
        return Survey().as_given(standard, parts, value)

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        study = indicator.key(f"{report.standard.groups.study}_percent")
        return Summed(
            NONE,
            cell(report.value(study)),
            absent(Unit.PERCENT),
            0.0,
            cell(report.value(study)),
            cell(report.value(f"{study}.previous")),
            benchmark_group=cell(report.value(f"{study}.benchmark")),
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        return "" if row.study == NONE else f"{row.study}; "

    def moving(self, groups: Groups) -> str:
        return f"{groups.study}_percent"

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return indicator.better, Unit.PERCENT

    def table(self, result: Result) -> str:
        from wres_report.indicators.alone.measure import alone_table

        return alone_table(result)

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        from wres_report.indicators.alone.measure import chart

        return chart(result)
