"""What ``reported.csv`` may hold: the kinds of figure that trusts publish without their counts.

One list for the gate, which tells of a row that is none of them; for the notebooks, which read
the rows by it; and for what prints the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from wres_report.indicators.kind import Published
from wres_report.indicators.kinds import kind_of
from wres_report.standard import Standard

CHANGE = "_change"
# A change of a figure is in this unit.
UNIT_OF_CHANGE = {
    "percent": "pp", "pp": "pp", "ratio": "ratio", "count": "count", "score": "score"
}  # fmt: skip


@cache
def published_kinds(standard: Standard) -> dict[tuple[int, str, str], Published]:
    """Every kind of figure, by indicator, measure and group (``""`` for a figure of both)."""
    measured = [kind for i in standard.indicators for kind in kind_of(i).published(standard, i)]
    kinds = [*measured, *_changes(measured), *_without_meaning(standard)]
    found: dict[tuple[int, str, str], Published] = {}
    for kind in kinds:
        found.setdefault((kind.indicator, kind.measure, kind.group), kind)
    return found


def published_kind(
    standard: Standard, indicator: float, measure: str, group: str
) -> Published | None:
    """The kind of a row; None where the indicator has no such figure."""
    if indicator not in standard.numbers:
        return None
    return published_kinds(standard).get((int(indicator), measure, group))


def measures_of(standard: Standard, indicator: float) -> list[str]:
    """The names that an indicator's figures go by, each once."""
    return list(dict.fromkeys(k.measure for k in published_kinds(standard).values()
                              if k.indicator == indicator))  # fmt: skip


def groups_of(standard: Standard, indicator: float, measure: str) -> list[str]:
    """The groups that a measure is given for; ``""`` is a figure of both."""
    return [k.group for k in published_kinds(standard).values()
            if (k.indicator, k.measure) == (indicator, measure)]  # fmt: skip


def kinds_for(standard: Standard, key: str) -> list[Published]:
    """The kinds of figure that may stand in for a results key, the usual one first."""
    return [kind for kind in published_kinds(standard).values() if kind.key == key]


def _changes(measured: Iterable[Published]) -> Iterator[Published]:
    """The change on last year of each figure, as it was published."""
    for kind in measured:
        if kind.changes:
            yield replace(
                kind, measure=kind.measure + CHANGE, unit=UNIT_OF_CHANGE[kind.unit],
                key=f"{kind.key}.change", headline=False,
            )  # fmt: skip


def _without_meaning(standard: Standard) -> Iterator[Published]:
    """Figures of which their source does not say enough to set them beside the standard's."""
    for number in standard.numbers:
        yield Published(number, "percent", "", "percent")
        yield Published(number, "score", "", "score")
    for indicator in standard.of_kind("survey"):
        yield Published(indicator.number, "absolute_gap", "", "pp")
    for indicator in standard.of_kind("board"):
        yield Published(indicator.number, "percent", standard.groups.study, "percent")
        yield Published(indicator.number, "absolute_difference", "", "pp")
