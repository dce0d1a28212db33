"""Measures an indicator as its notebook does, without the notebook."""

from __future__ import annotations

from collections.abc import Callable

from wres_report.indicators.alone.measure import measure_alone
from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.result import Result
from wres_report.indicators.score.measure import measure_score, score_rows
from wres_report.indicators.survey.measure import measure_survey, survey_rows
from wres_report.indicators.told.measure import measure_told
from wres_report.indicators.year import YearData

_BY_KIND: dict[str, Callable[[YearData, str], Result]] = {
    "representation": lambda data, _: measure_representation(data, data.workforce),
    "likelihood": lambda data, name: measure_likelihood(
        data, name, *data.likelihood_counts(name)
    ),
    "survey": lambda data, name: measure_survey(data, name, survey_rows(data, name)),
    "score": lambda data, name: measure_score(data, name, score_rows(data, name)),
    "alone": lambda data, name: measure_alone(data, name, survey_rows(data, name)),
    "told": measure_told,
    "board": lambda data, _: measure_board(data, board_counts(data), data.workforce.total()),
}  # fmt: skip


def measure(data: YearData, indicator_id: str) -> Result:
    """The result of an indicator; raises KeyError for a kind that nobody knows.

    It is that of the notebook as it comes with the program; a test holds the two together.
    """
    return _BY_KIND[data.indicator(indicator_id).measure](data, indicator_id)
