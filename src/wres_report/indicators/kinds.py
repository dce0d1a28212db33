"""All kinds of indicator, by the name that the standards have for them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wres_report.indicators.alone.kind import Alone
from wres_report.indicators.board.kind import Board
from wres_report.indicators.kind import Kind
from wres_report.indicators.likelihood.kind import Likelihood
from wres_report.indicators.representation.kind import Representation
from wres_report.indicators.score.kind import Score
from wres_report.indicators.survey.kind import Survey
from wres_report.indicators.told.kind import Told
from wres_report.standard import Indicator, Standard

if TYPE_CHECKING:
    from wres_report.indicators.result import Result
    from wres_report.indicators.year import YearData

KINDS: dict[str, Kind] = {
    "representation": Representation(),
    "likelihood": Likelihood(),
    "survey": Survey(),
    "board": Board(),
    "score": Score(),
    "alone": Alone(),
    "told": Told(),
}


def asked_of(standard: Standard) -> Iterator[tuple[Indicator, str]]:
    """The indicators that the survey asks, each with the column of its answers."""
    for indicator in standard.indicators:
        if column := kind_of(indicator).answer:
            yield indicator, column


def measure(data: YearData, indicator_id: str) -> Result:
    """The result of an indicator, without its notebook; raises KeyError for an unknown kind."""
    return kind_of(data.indicator(indicator_id)).measure(data, indicator_id)


def kind_of(indicator: Indicator) -> Kind:
    """The kind of an indicator; raises KeyError for one that nobody knows."""
    return KINDS[indicator.measure]
