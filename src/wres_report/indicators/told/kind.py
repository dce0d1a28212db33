"""What is told in words: no figure, no comparison, no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wres_report.indicators.kind import NONE, Kind, Known, Summed
from wres_report.inputs.sections import section_of
from wres_report.measures.value import Unit, absent
from wres_report.standard import Indicator

if TYPE_CHECKING:
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData


class Told(Kind):
    direction = {"words": "told in words"}

    def measure(self, data: YearData, indicator_id: str) -> Result:
        from wres_report.indicators.told.measure import measure_told

        return measure_told(data, indicator_id)

    def section(self, indicator: Indicator) -> str:
        return section_of(indicator.number, indicator.part)

    def summary(self, report: Known, indicator: Indicator) -> Summed:
        return Summed(NONE, NONE, absent(Unit.PERCENT), 0.0, NONE, NONE)

    def aim(self, indicator: Indicator) -> tuple[str | float | None, Unit]:
        return None, Unit.PERCENT
