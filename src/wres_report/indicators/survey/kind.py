"""What an indicator of the survey is asked: two percentages, and the gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wres_report.indicators.kind import (
    Kind,
    Known,
    Published,
    Summed,
    cell,
    gap_or_group,
    part_prefix,
)
from wres_report.indicators.likelihood.kind import figures_in_line
from wres_report.measures.value import Unit, Value, absent
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import GAP

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


# What the figures of how many people answered are figures of.
RESPONSES = "responses"


class Survey(Kind):
    direction = {
        "lower": "lower is better; a gap of 0 is parity",
        "higher": "higher is better; a gap of 0 is parity",
    }
    what = "gap"
    answer = "percent"
    ranked_as = "survey gap"
    of_interval = "gap"

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.survey.measure import measure_survey, survey_rows

        return measure_survey(data, indicator_id, survey_rows(data, indicator_id))

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        number, part = indicator.number, part_prefix(indicator)
        for name in standard.groups.pair[::-1]:
            key = indicator.key(f"{name}_percent")
            measure = f"{part}percent"
            yield Published(number, measure, name, "percent", key, changes=True, headline=True)
        yield Published(number, f"{part}gap", "", "pp", indicator.key("gap"), changes=True)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        if parts.of == RESPONSES:
            return ("responses",)
        return ("benchmark_percent",) if key.benchmark else ("percent", "responses")

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        groups = standard.groups
        if parts.name == GAP:
            return f"gap, {words[groups.study]} − {groups.word}"
        if parts.group not in groups.pair:
            return parts.name.replace("_", " ")
        who = f"{words[parts.group]} staff"
        counted = parts.of == RESPONSES
        return f"responses of {who}" if counted else f"{who} who said so, per cent"

    def as_given(self, standard: Standard, parts: Parts, value: Value) -> str:
        if value.unit is not Unit.PERCENT:
            return ""
        people = f", from {value.n:,} responses" if value.n is not None else ""
        return f"as the survey gives it{people}"

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        groups, gap = report.standard.groups, indicator.key("gap")
        study = indicator.key(f"{groups.study}_percent")
        benchmark = report.value(f"{gap}.benchmark")
        return Summed(
            cell(report.value(indicator.key(f"{groups.comparator}_percent"))),
            cell(report.value(study)),
            report.value(gap) or absent(Unit.PP),
            0.0,
            cell(report.value(gap)),
            gap_or_group(
                report.value(f"{gap}.previous"), report.value(f"{study}.previous"), report.term
            ),
            benchmark_group=gap_or_group(
                benchmark, report.value(f"{study}.benchmark"), report.term
            ),
            benchmark_value=benchmark,
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        return figures_in_line(report, row, "gap")

    def one_group(self, standard: Standard, indicator: Indicator) -> str:
        return indicator.key(f"{standard.groups.study}_percent")

    def moving(self, groups: Groups) -> str:
        return f"{groups.study}_percent"

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return indicator.better, Unit.PERCENT

    def table(self, result: Result) -> str:
        from wres_report.indicators.survey.shown import survey_table

        return survey_table(result)

    def of_tables(self, result: Result) -> dict[str, Value]:
        from wres_report.indicators.survey.shown import survey_table_rows

        rows = survey_table_rows(result)
        return {v.key: v for _, cells in rows for v in cells if v is not None}

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        from wres_report.indicators.survey.shown import chart

        return chart(result)
