"""What the two groups said in the surveys, row by row."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from wres_report.inputs.headcounts import number_or_none

PAIR = ("white", "bme")
COLUMNS = ["survey_year", "group", "percent", "responses", "benchmark_percent"]


class Answers(NamedTuple):
    """One row: what a group said in one survey; None for a cell not supplied."""

    year: int
    group: str
    percent: float | None
    responses: float | None
    median: float | None


def answers_of(rows: pd.DataFrame) -> list[Answers]:
    """The rows of the two groups, in order; further columns than ``COLUMNS`` are passed over."""
    cells = zip(*(rows[name].tolist() for name in COLUMNS), strict=True)
    return [
        Answers(int(year), group, *map(number_or_none, numbers))
        for year, group, *numbers in cells
        if group in PAIR
    ]
