"""What ``reported.csv`` may hold: the kinds of figure that trusts publish without their counts.

One list for the gate, which tells of a row that is none of them; for the notebooks, which read
the rows by it; and for what prints the rows. Source of the indicators and of the direction of
their ratios: ``standard/wres/indicators.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from wres_report.standard import load_standard

RATIOS, SURVEY = (2, 3, 4), (5, 6, 7, 8)
ANY = tuple(range(1, 10))
PAIR = ("white", "bme")
MEMBERSHIPS = ("voting", "total", "executive")
CHANGE = "_change"
# A change of a figure is in this unit.
UNIT_OF_CHANGE = {"percent": "pp", "pp": "pp", "ratio": "ratio", "count": "count"}


@dataclass(frozen=True)
class Published:
    """One kind of figure of one indicator.

    measure, group, unit: as a row writes them. key: the results key that it stands in for where
    the counts do not suffice; "" where no figure of the standard is meant, so that it is shown
    as it was published and enters no verdict. turned: whether it is a ratio the other way round
    than the standard has it.
    """

    indicator: int
    measure: str
    group: str
    unit: str
    key: str = ""
    turned: bool = False


@cache
def published_kinds() -> dict[tuple[int, str, str], Published]:
    """Every kind of figure, by indicator, measure and group (``""`` for a figure of both)."""
    measured = [*_workforce(), *_likelihood(), *_survey(), *_board()]
    kinds = [*measured, *_changes(measured), *_without_meaning()]
    return {(kind.indicator, kind.measure, kind.group): kind for kind in kinds}


def published_kind(indicator: float, measure: str, group: str) -> Published | None:
    """The kind of a row; None where the indicator has no such figure."""
    return published_kinds().get((int(indicator), measure, group)) if indicator in ANY else None


def measures_of(indicator: float) -> list[str]:
    """The names that an indicator's figures go by, each once."""
    return list(dict.fromkeys(k.measure for k in published_kinds().values()
                              if k.indicator == indicator))  # fmt: skip


def groups_of(indicator: float, measure: str) -> list[str]:
    """The groups that a measure is given for; ``""`` is a figure of both."""
    return [k.group for k in published_kinds().values()
            if (k.indicator, k.measure) == (indicator, measure)]  # fmt: skip


def kinds_for(key: str) -> list[Published]:
    """The kinds of figure that may stand in for a results key, the usual one first."""
    return [kind for kind in published_kinds().values() if kind.key == key]


def _workforce() -> Iterator[Published]:
    for group in ("bme", "white", "unknown"):
        yield Published(1, "percent", group, "percent", f"i1.{group}_percent")
    for group in ("bme", "white", "unknown", "", "total"):
        yield Published(1, "headcount", group, "count", f"workforce.{group or 'total'}")


def _likelihood() -> Iterator[Published]:
    for number in RATIOS:
        name = f"i{number}"
        yield Published(number, "ratio", "", "ratio", f"{name}.ratio")
        top = load_standard().indicator(name).top
        for over, under in (("white", "bme"), ("bme", "white")):
            measure, turned = f"{over}_to_{under}", over != top
            yield Published(number, measure, "", "ratio", f"{name}.ratio", turned)
        for group in ("white", "bme", "unknown", "total"):
            yield Published(number, "percent", group, "percent", f"{name}.{group}_percent")


def _survey() -> Iterator[Published]:
    for number in SURVEY:
        for group in ("bme", "white"):
            yield Published(number, "percent", group, "percent", f"i{number}.{group}_percent")
        yield Published(number, "gap", "", "pp", f"i{number}.gap")


def _board() -> Iterator[Published]:
    for members in MEMBERSHIPS:
        yield Published(9, f"{members}_difference", "", "pp", f"i9.{members}_difference")
        for of in ("bme", "white", "unknown"):
            key = f"i9.{members}_{of}_percent"
            # The name says whose share it is; the group may say so once more.
            for group in ("", of):
                yield Published(9, f"{members}_{of}_percent", group, "percent", key)


def _changes(measured: list[Published]) -> Iterator[Published]:
    """The change on last year of each figure, as it was published."""
    changing = {
        "headcount", "percent", "ratio", "gap",
        *(f"{members}_difference" for members in MEMBERSHIPS),
        *(f"{members}_bme_percent" for members in MEMBERSHIPS),
    }  # fmt: skip
    for kind in measured:
        if kind.measure in changing:
            yield replace(
                kind, measure=kind.measure + CHANGE, unit=UNIT_OF_CHANGE[kind.unit],
                key=f"{kind.key}.change",
            )  # fmt: skip


def _without_meaning() -> Iterator[Published]:
    """Figures of which their source does not say enough to set them beside the standard's."""
    for number in ANY:
        yield Published(number, "percent", "", "percent")
        yield Published(number, "score", "", "score")
    for number in SURVEY:
        yield Published(number, "absolute_gap", "", "pp")
    yield Published(9, "percent", "bme", "percent")
    yield Published(9, "absolute_difference", "", "pp")
