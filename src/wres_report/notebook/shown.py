"""What a notebook may print of the tables that it reads, before anything is measured."""

from __future__ import annotations

import pandas as pd

from wres_report.indicators.hiding import whole_workforce
from wres_report.indicators.year import YearData
from wres_report.measures.disclosure import is_small
from wres_report.measures.value import Status


def staff_shown(data: YearData) -> pd.Series:
    """The headcounts of all staff as they are printed, by group; the total last."""
    values = whole_workforce(data, data.workforce.total())
    columns = data.standard.groups.columns
    printed = [values[f"workforce.{column}"].display for column in columns]
    return pd.Series(printed, index=list(columns), name="all staff")


def answers_shown(data: YearData, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of an indicator of the survey, without the figures on too few responses.

    rows: as ``survey_rows`` gives them. Returns a frame of the same rows and columns.
    """
    shown = rows.astype({"percent": "object", "responses": "object"})
    few = [is_small(n, data.settings.minimum_responses) for n in rows["responses"].tolist()]
    shown.loc[few, ["percent", "responses"]] = str(Status.SUPPRESSED)
    return shown
