"""What the two groups said in the surveys, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from wres_report.inputs.headcounts import number_or_none

COLUMNS = ["survey_year", "group", "percent", "responses", "benchmark_percent"]
FILE_ROW = "file_row"


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
