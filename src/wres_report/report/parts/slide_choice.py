"""What a short text shows: the worst two and the best two indicators, the first actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wres_report.plans.model import Action
from wres_report.plans.standing import Standing
from wres_report.report.parts.headline import furthest_of
from wres_report.report.parts.list_table import text
from wres_report.report.parts.summary import Row
from wres_report.report.parts.verdicts import UNCERTAIN, beyond_range, of_codes
from wres_report.words import day_in_words

SHOWN = 2


def worst_two(rows: Sequence[Row]) -> list[Row]:
    """Up to two: worse beyond chance, then a board that is short, then published and far off.

    Of those that are worse, the furthest ratio and the furthest gap come first, since the two
    cannot be compared.
    """
    far = [row for row in of_codes(rows, "without_counts") if beyond_range(row)]
    return _first([*_by_distance(of_codes(rows, "worse")), *of_codes(rows, "short"), *far])


def best_two(rows: Sequence[Row]) -> list[Row]:
    """Up to two: better beyond chance, then a board that mirrors the workforce or has more."""
    return _first([*_by_distance(of_codes(rows, "better")), *of_codes(rows, "mirrors", "above")])


def uncertain_two(rows: Sequence[Row]) -> list[Row]:
    """Up to two of those that chance may explain, in the order of the standard."""
    return _first(of_codes(rows, *UNCERTAIN))


def actions_shown(standing: Standing, numbers: Iterable[int], most: int) -> list[Action]:
    """All actions in the plan's order; of more than that, those that come first.

    numbers: of the indicators whose actions come first; then the others by date, then the rest.
    most: how many there is room for.
    """
    if len(standing.actions) <= most:
        return list(standing.actions)
    first = [a for n in numbers for a in standing.actions if n in a.numbers]
    in_order = dict.fromkeys(action.id for action in (*first, *standing.dated, *standing.actions))
    by_id = {action.id: action for action in standing.actions}
    return [by_id[id] for id in list(in_order)[:most]]


def due_in_words(standing: Standing, action: Action) -> str:
    """The last day of an action; its timeframe as written where that names none."""
    due = standing.due(action)
    return day_in_words(due) if due is not None else text(action.timeframe)


def _by_distance(rows: Sequence[Row]) -> list[Row]:
    """The furthest of each kind of figure, then the furthest of each kind of the others, …"""
    left, ordered = list(rows), list[Row]()
    while left:
        furthest = furthest_of(left)
        ordered += furthest
        left = [row for row in left if row not in furthest]
    return ordered


def _first(rows: Sequence[Row]) -> list[Row]:
    return list(rows[:SHOWN])
