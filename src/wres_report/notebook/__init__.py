"""The one face that notebooks import: ``from wres_report import notebook as wres``.

It opens a trust-year, measures an indicator, shows its table, its chart and its finding, and
hands the results over to the build.
"""

from __future__ import annotations

from wres_report.inputs.trust_year import TrustYear
from wres_report.notebook.board import board_counts, measure_board
from wres_report.notebook.data import Settings, YearData, find_workspace
from wres_report.notebook.likelihood import measure_likelihood
from wres_report.notebook.representation import measure_representation
from wres_report.notebook.result import Result
from wres_report.notebook.show import (
    hand_over,
    show_band_chart,
    show_band_table,
    show_chart,
    show_finding,
    show_table,
)
from wres_report.notebook.shown import answers_shown, staff_shown
from wres_report.notebook.survey import measure_survey, survey_rows

__all__ = [
    "Result",
    "YearData",
    "answers_shown",
    "board_counts",
    "hand_over",
    "measure_board",
    "measure_likelihood",
    "measure_representation",
    "measure_survey",
    "open_year",
    "show_band_chart",
    "show_band_table",
    "show_chart",
    "show_finding",
    "show_table",
    "staff_shown",
    "survey_rows",
]


def open_year(trust: str, year: int, project: str = "", **settings: str | int | float) -> YearData:
    """Open the data of a trust-year.

    project: the workspace; empty for the nearest folder upwards that has one. settings: the
    fields of :class:`~wres_report.notebook.data.Settings`. Raises a fault where the trust-year
    is none or the workspace has no data for it.
    """
    workspace = find_workspace(project)
    trust_year = TrustYear.parse(f"{trust}/{year}")
    return YearData(workspace, trust_year, Settings(**settings))  # type: ignore[arg-type]
