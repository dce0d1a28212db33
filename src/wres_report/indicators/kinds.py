"""All kinds of indicator, by the name that the standards have for them."""

from __future__ import annotations

from wres_report.indicators.board.kind import Board
from wres_report.indicators.kind import Kind
from wres_report.indicators.likelihood.kind import Likelihood
from wres_report.indicators.representation.kind import Representation
from wres_report.indicators.survey.kind import Survey
from wres_report.standard import Indicator

KINDS: dict[str, Kind] = {
    "representation": Representation(),
    "likelihood": Likelihood(),
    "survey": Survey(),
    "board": Board(),
}


def kind_of(indicator: Indicator) -> Kind:
    """The kind of an indicator; raises KeyError for one that nobody knows."""
    return KINDS[indicator.measure]
