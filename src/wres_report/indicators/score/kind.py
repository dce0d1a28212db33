"""What a score is asked: two scores and the difference between them, without intervals.

The survey gives no spread of a score, so chance cannot be weighed and no verdict is made.
"""

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
from wres_report.indicators.survey.kind import RESPONSES
from wres_report.measures.value import Unit, Value, absent
from wres_report.standard import Groups, Indicator, Key, Parts, Standard
from wres_report.standard.key import GAP

if TYPE_CHECKING:
    from wres_report.charts.rows import RowsChart
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


class Score(Kind):
    direction = {"higher": "from 0 to 10, higher is better; a difference of 0 is parity"}
    what = "score from 0 to 10"
    answer = "score"
    ranked_as = "survey score"

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.score.measure import measure_score, score_rows

        return measure_score(data, indicator_id, score_rows(data, indicator_id))

    def published(self, standard: Standard, indicator: Indicator) -> Iterator[Published]:
        number, part = indicator.number, part_prefix(indicator)
        for name in standard.groups.pair[::-1]:
            key = indicator.key(f"{name}_score")
            measure = f"{part}score"
            yield Published(number, measure, name, "score", key, changes=True, headline=True)

    def columns(self, groups: Groups, key: Key, parts: Parts) -> tuple[str, ...]:
        if parts.of == RESPONSES:
            return ("responses",)
        return ("benchmark_score",) if key.benchmark else ("score",)

    def title(
        self, standard: Standard, indicator: Indicator, parts: Parts, words: dict[str, str]
    ) -> str:
        groups = standard.groups
        if parts.name == GAP:
            return f"difference of the scores, {words[groups.study]} − {groups.word}"
        who = f"{words.get(parts.group, parts.group)} staff"
        return f"responses of {who}" if parts.of == RESPONSES else f"score of {who}"

    def as_given(self, standard: Standard, parts: Parts, value: Value) -> str:
        return "as the survey gives it" if value.unit is Unit.SCORE else ""

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        other, study = (indicator.key(f"{n}_score") for n in report.standard.groups.pair)
        gap = indicator.key("gap")
        return Summed(
            cell(report.value(other)),
            cell(report.value(study)),
            absent(Unit.SCORE),
            0.0,
            cell(report.value(gap)),
            gap_or_group(
                report.value(f"{gap}.previous"), report.value(f"{study}.previous"), report.term
            ),
            benchmark_group=gap_or_group(
                report.value(f"{gap}.benchmark"), report.value(f"{study}.benchmark"), report.term
            ),
        )

    def in_line(self, report: Known, indicator: Indicator, row: Summed) -> str:
        return figures_in_line(report, row, "difference")

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return indicator.better, Unit.SCORE

    def table(self, result: Result) -> str:
        from wres_report.indicators.score.measure import score_table

        return score_table(result)

    def chart(self, result: Result) -> tuple[RowsChart, str] | None:
        from wres_report.indicators.score.measure import chart

        return chart(result)
