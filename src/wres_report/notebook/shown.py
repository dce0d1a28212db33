"""What a notebook may print of the tables that it reads, before anything is measured."""

from __future__ import annotations

import pandas as pd

from wres_report.measures.disclosure import is_small
from wres_report.measures.value import Status
from wres_report.notebook.data import YearData
from wres_report.notebook.hiding import GROUP_COLUMNS, whole_workforce


def staff_shown(data: YearData) -> pd.Series:
    """The headcounts of all staff as they are printed, by group; the total last."""
    values = whole_workforce(data, data.workforce.total())
    printed = [values[f"workforce.{column}"].display for column in GROUP_COLUMNS]
    return pd.Series(printed, index=list(GROUP_COLUMNS), name="all staff")


def answers_shown(data: YearData, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of an indicator of the survey, without the figures on too few responses.

    rows: as ``survey_rows`` gives them. Returns a frame of the same rows and columns.
    """
    shown = rows.astype({"percent": "object", "responses": "object"})
    few = [is_small(n, data.settings.minimum_responses) for n in rows["responses"].tolist()]
    shown.loc[few, ["percent", "responses"]] = str(Status.SUPPRESSED)
    return shown
