"""The equations of the tables of cases, such as those of recruitment or of a formal process."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from wres_report.disclosure.model import Kind, Model
from wres_report.inputs.headcounts import counts_of
from wres_report.standard import Groups, Indicator
from wres_report.standard.indicator import Rows

# The counts of the two groups are in the ratio, the total is in no other figure than its own rate.
COST_OF_CASES = {"unknown": 10, "comparator": 100, "study": 120, "total": 8}
COST_OF_PEOPLE = {"unknown": 15, "comparator": 200, "study": 220, "total": 12}
LARGEST_STEP = 1000


def steps_of(frame: pd.DataFrame, groups: Groups) -> int:
    """Into how many steps a person is parted by the numbers of a table.

    1 for whole people, 2 for averages of two years.
    """
    numbers = [float(n) for name in groups.names for n in frame[name] if n == n]
    for steps in (1, 2, 4, 10, 100):
        if all(abs(number * steps - round(number * steps)) < 1e-6 for number in numbers):
            return steps
    return LARGEST_STEP


def add_cases(
    model: Model, indicator: Indicator, groups: Groups, frame: pd.DataFrame,
    staff: Mapping[str, int],
) -> None:  # fmt: skip
    """Add the cases of a table, and the people they come from where these stand beside them.

    staff: the places of the counts of all staff, by group.
    """
    assert indicator.cases is not None
    steps, people = steps_of(frame, groups), staff
    if indicator.people is not None:
        people = _add_row(model, indicator.people, groups, frame, steps, COST_OF_PEOPLE)
    cases = _add_row(model, indicator.cases, groups, frame, steps, COST_OF_CASES)
    for group, place in cases.items():
        if group in people:
            model.at_most(people[group], place)


def _add_row(
    model: Model, row: Rows, groups: Groups, frame: pd.DataFrame, steps: int,
    costs: Mapping[str, int],
) -> dict[str, int]:  # fmt: skip
    """Add a row with its total where it has one; returns the places by group."""
    counts = counts_of(frame, groups, **row.where)
    places = {}
    for name in groups.names:
        number = groups.number(counts, name)
        if number is not None:
            places[name] = model.add(round(number * steps), Kind.PRINTED, steps)
            cost = costs[groups.role(name)]
            model.print_as((row.table, row.name, name), places[name], cost)
    if counts.complete:
        total = model.add_sum([places[name] for name in groups.names])
        model.print_as((row.table, row.name, "total"), total, costs["total"])
    return places
