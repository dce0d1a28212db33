"""What the two groups said in the surveys, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from wres_report.indicators.year import YearData
from wres_report.inputs.headcounts import number_or_none

COLUMNS = ["survey_year", "group", "percent", "responses", "benchmark_percent"]
FILE_ROW = "file_row"


def rows_of_survey(data: YearData, indicator_id: str, columns: list[str]) -> pd.DataFrame:
    """The rows of an indicator, or of its part, up to this year's survey, with these columns.

    The index is the line in the file, the head being 1. No rows where the table is not supplied.
    """
    table, indicator = data.table("survey"), data.indicator(indicator_id)
    if table is None:
        return pd.DataFrame(columns=columns)
    wanted = (table["indicator"] == indicator.number) & (
        table["survey_year"] <= data.trust_year.survey_year
    )
    if "part" in table:
        wanted &= table["part"] == indicator.part
    return table.loc[wanted].set_index(FILE_ROW)[columns]


class Answers(NamedTuple):
    """One row: what a group said in one survey; None for a cell not supplied.

    line: where it stands in its file; None for rows that were not read from one.
    """

    year: int
    group: str
    percent: float | None
    responses: float | None
    median: float | None
    line: int | None = None


def answers_of(rows: pd.DataFrame, pair: Sequence[str]) -> list[Answers]:
    """The rows of the two groups, in order; further columns than ``COLUMNS`` are passed over.

    An index that is called ``file_row`` tells where each stands in its file.
    """
    lines = rows.index.tolist() if rows.index.name == FILE_ROW else [None] * len(rows)
    cells = zip(lines, *(rows[name].tolist() for name in COLUMNS), strict=True)
    return [
        Answers(
            int(year),
            group,
            number_or_none(percent),
            number_or_none(responses),
            number_or_none(median),
            line,
        )
        for line, year, group, percent, responses, median in cells
        if group in pair
    ]
