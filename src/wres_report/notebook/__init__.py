"""The one face that notebooks import: ``from wres_report import notebook as wres``.

It opens a trust-year, measures an indicator, shows its table, its chart and its finding, and
hands the results over to the build.
"""

from __future__ import annotations

from wres_report.indicators.alone.measure import measure_alone
from wres_report.indicators.board.measure import board_counts, measure_board
from wres_report.indicators.kinds import measure
from wres_report.indicators.likelihood.measure import measure_likelihood
from wres_report.indicators.representation.measure import measure_representation
from wres_report.indicators.result import Result
from wres_report.indicators.score.measure import measure_score, score_rows
from wres_report.indicators.survey.measure import measure_survey, survey_rows
from wres_report.indicators.told.measure import measure_told
from wres_report.indicators.year import Settings, YearData, find_workspace
from wres_report.inputs.trust_year import TrustYear
from wres_report.notebook.show import (
    hand_over,
    show_band_chart,
    show_band_table,
    show_chart,
    show_finding,
    show_table,
)
from wres_report.notebook.shown import answers_shown, staff_shown
from wres_report.standard import HOME

__all__ = [
    "Result",
    "YearData",
    "answers_shown",
    "board_counts",
    "hand_over",
    "measure",
    "measure_alone",
    "measure_board",
    "measure_likelihood",
    "measure_representation",
    "measure_score",
    "measure_survey",
    "measure_told",
    "open_year",
    "score_rows",
    "show_band_chart",
    "show_band_table",
    "show_chart",
    "show_finding",
    "show_table",
    "staff_shown",
    "survey_rows",
]


def open_year(
    trust: str, year: int, project: str = "", standard: str = HOME, **settings: str | int | float
) -> YearData:
    """Open the data of a trust-year.

    project: the workspace; empty for the nearest folder upwards that has one. standard: the name
    of the one that it is measured by. settings: the
    fields of :class:`~wres_report.indicators.year.Settings`. Raises a fault where the trust-year
    is none or the workspace has no data for it.
    """
    workspace = find_workspace(project)
    trust_year = TrustYear.parse(f"{trust}/{year}/{standard}")
    return YearData(workspace, trust_year, Settings(**settings))  # type: ignore[arg-type]
