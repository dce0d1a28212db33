"""The equations of the tables of cases: recruitment, training, the disciplinary process."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from wres_report.disclosure.model import Kind, Model
from wres_report.inputs.headcounts import counts_of
from wres_report.measures.counts import Counts

COLUMNS = ("white", "bme", "unknown")
# The row of each table that holds cases among all staff.
CASES = {"training": "accessed", "disciplinary": "entered"}
# The White and the BME count are in the ratio, the total is in no other figure than its own rate.
COST_OF_CASES = {"unknown": 10, "white": 100, "bme": 120, "total": 8}
COST_OF_PEOPLE = {"unknown": 15, "white": 200, "bme": 220, "total": 12}
LARGEST_STEP = 1000


def steps_of(frame: pd.DataFrame) -> int:
    """Into how many steps a person is parted by the numbers of a table.

    1 for whole people, 2 for averages of two years.
    """
    numbers = [float(n) for column in COLUMNS for n in frame[column] if n == n]
    for steps in (1, 2, 4, 10, 100):
        if all(abs(number * steps - round(number * steps)) < 1e-6 for number in numbers):
            return steps
    return LARGEST_STEP


def add_cases(model: Model, table: str, frame: pd.DataFrame, staff: Mapping[str, int]) -> None:
    """Add the cases of a table. staff: the places of the counts of all staff, by group."""
    row = CASES[table]
    places = _add_row(model, table, row, counts_of(frame, measure=row), steps_of(frame),
                      COST_OF_CASES)  # fmt: skip
    for group, place in places.items():
        if group in staff:
            model.at_most(staff[group], place)


def add_recruitment(model: Model, frame: pd.DataFrame) -> None:
    """Add the applicants shortlisted, and those of them who were appointed."""
    steps, table = steps_of(frame), "recruitment"
    people = _add_row(model, table, "shortlisted", counts_of(frame, stage="shortlisted"), steps,
                      COST_OF_PEOPLE)  # fmt: skip
    cases = _add_row(model, table, "appointed", counts_of(frame, stage="appointed"), steps,
                     COST_OF_CASES)  # fmt: skip
    for group, place in cases.items():
        if group in people:
            model.at_most(people[group], place)


def _add_row(
    model: Model, table: str, row: str, counts: Counts, steps: int, costs: Mapping[str, int]
) -> dict[str, int]:
    """Add a row with its total where it has one; returns the places by group."""
    places = {}
    for column in COLUMNS:
        number = counts.of(column)
        if number is not None:
            places[column] = model.add(round(number * steps), Kind.PRINTED, steps)
            model.print_as((table, row, column), places[column], costs[column])
    if counts.complete:
        total = model.add_sum([places[column] for column in COLUMNS])
        model.print_as((table, row, "total"), total, costs["total"])
    return places
