"""The change of a figure on the year before, over the trusts that show it in both years."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from wres_report.peers.families import Family

LEAST_TRUSTS = 2  # the median of one trust is its own figure, or its own change


@dataclass(frozen=True)
class Change:
    """The change on the year before over the trusts that show the figure in both years.

    trusts: how many. middle: the median of their changes, None for fewer than two. higher, lower:
    how many moved which way. basis: whether the indicator was defined otherwise the year before,
    so that nothing is compared.
    """

    trusts: int = 0
    middle: float | None = None
    higher: int = 0
    lower: int = 0
    basis: bool = False


def change_of(family: Family, last: Family | None) -> Change:
    """The change of a figure. last: the same one of the year before, None where there is none."""
    if last is None or not last.figures:
        return Change()
    if family.figures[0].basis != last.figures[0].basis:
        return Change(basis=True)
    then = {figure.trust: figure.value for figure in last.shown}
    moves = [
        figure.value - was for figure in family.shown
        if figure.value is not None and (was := then.get(figure.trust)) is not None
    ]  # fmt: skip
    middle = median(moves) if len(moves) >= LEAST_TRUSTS else None
    return Change(len(moves), middle, sum(m > 0 for m in moves), sum(m < 0 for m in moves))
